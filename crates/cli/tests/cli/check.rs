//! `precheck check`, and what every command says of itself.

use crate::support::{CLEAN, Folder, HEADER, TODAY, csv, with_error, with_warning};

#[test]
fn the_gravest_finding_is_the_exit_status() {
    let folder = Folder::new();
    folder.put("clean.csv", csv(&[CLEAN]));
    folder.put("warning.csv", csv(&[&with_warning()]));
    folder.put("error.csv", csv(&[CLEAN, &with_error()]));
    let status = |files: &[&str]| folder.check(files).status;
    assert_eq!(status(&["clean.csv"]), 0);
    assert_eq!(status(&["warning.csv"]), 0);
    assert_eq!(status(&["error.csv"]), 1);
    assert_eq!(status(&["clean.csv", "error.csv"]), 1);
    assert_eq!(status(&["error.csv", "missing.csv"]), 2);
}

#[test]
fn the_report_for_people() {
    let folder = Folder::new();
    folder.put(
        "处罚.csv",
        format!("行政处罚信息归集表\n{}合计\n", csv(&[CLEAN, &with_error(), &with_warning()])),
    );
    folder.put("空.csv", "");
    let ran = folder.run(&[&["check", "处罚.csv", "空.csv"], TODAY.as_slice()].concat());
    assert_eq!(ran.status, 2);
    assert!(ran.out.starts_with("处罚.csv\n  行政处罚，表头在第 2 行，3 条\n"), "{}", ran.out);
    for line in [
        "第 4 行 B 列  错误  A004  「统一社会信用代码」",
        "第 5 行 A 列  警告  A022  「企业名称」",
        "      可改为：奈曼旗沙海明珠大酒店有限公司（安全修复）\n",
        "      建议：",
        "不计入记录：第 1 行（标题）行政处罚信息归集表；第 6 行（表尾）合计",
        "空.csv\n  无法读取  文件是空的",
        "共 2 个文件，3 条记录：错误 1 处，警告 1 处，",
        "1 个文件无法读取",
        "核查基准日 2023-06-30",
    ] {
        assert!(ran.out.contains(line), "{line} in\n{}", ran.out);
    }
    assert!(!ran.out.contains('\u{1B}'), "no colours where no terminal is");
}

#[test]
fn json_has_the_promised_shape() {
    let folder = Folder::new();
    let records = [CLEAN.to_owned(), with_error(), with_warning()].join("\n");
    folder.put("a.csv", format!("{HEADER},电话\n{records}\n\n填表人：包志强\n"));
    let json = folder.check(&["a.csv"]).json();
    let keys = |value: &serde_json::Value| -> Vec<String> {
        let mut keys: Vec<String> = value.as_object().expect("an object").keys().cloned().collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(&json), ["files", "rules_version", "today", "version"]);
    assert_eq!(json["today"], "2023-06-30");
    let table = &json["files"][0]["tables"][0];
    assert_eq!(json["files"][0]["path"], "a.csv");
    assert_eq!(keys(table), ["findings", "header_row", "kind", "left_out", "rows", "sheet", "unmapped"]);
    assert_eq!(
        (&table["kind"], &table["header_row"], &table["rows"]),
        (&"penalty".into(), &1.into(), &3.into())
    );
    assert_eq!(table["unmapped"][0]["header"], "电话");
    let tail = table["left_out"].as_array().unwrap().last().unwrap();
    assert_eq!(*tail, serde_json::json!({"row": 6, "reason": "tail", "text": "填表人：包志强"}));
    let findings = table["findings"].as_array().unwrap();
    let error = findings.iter().find(|f| f["rule"] == "A004").unwrap();
    assert_eq!(
        keys(error),
        ["column", "field", "fix", "message", "name", "row", "rule", "severity", "suggestion", "value"]
    );
    assert_eq!(
        (&error["row"], &error["column"], &error["field"], &error["name"], &error["severity"]),
        (&3.into(), &"B".into(), &"uscc".into(), &"uscc-check-character".into(), &"error".into())
    );
    assert_eq!(error["value"], "91150525MA0N8B4T48");
    let warning = findings.iter().find(|f| f["rule"] == "A022").unwrap();
    let fix = serde_json::json!({"kind": "safe", "value": "奈曼旗沙海明珠大酒店有限公司"});
    assert_eq!((&warning["row"], &warning["fix"]), (&4.into(), &fix));
    let order: Vec<_> = findings
        .iter()
        .map(|f| {
            (
                f["row"].as_u64(),
                f["column"].as_str().map(str::to_owned),
                f["rule"].as_str().map(str::to_owned),
            )
        })
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_missing_column_is_a_finding_about_the_file() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN]).replace("公示期限,", "").replace("1年,", ""));
    let ran = folder.check(&["a.csv"]);
    let finding = ran.json()["files"][0]["tables"][0]["findings"][0].clone();
    assert_eq!((&finding["rule"], &finding["field"]), (&"C006".into(), &"publicity_period".into()));
    assert!(finding["row"].is_null() && finding["column"].is_null() && finding["fix"].is_null());
    assert_eq!(ran.status, 1);
}

#[test]
fn personal_numbers_never_leave() {
    let folder = Folder::new();
    let id = "11010519491231002X";
    let content = format!("对张三（身份证号{id}）罚款人民币伍仟元整 ");
    folder.put("a.csv", csv(&[&CLEAN.replace("罚款人民币伍仟元整", &content)]));
    for format in ["human", "json", "csv"] {
        let ran = folder.run(&[&["check", "a.csv", "--format", format], TODAY.as_slice()].concat());
        assert!(
            ran.out.contains("P001") && ran.out.contains("A022") && ran.out.contains("1101"),
            "{}",
            ran.out
        );
        assert!(!ran.out.contains(&id[6..14]), "{}", ran.out);
    }
}

#[test]
fn an_unreadable_file_does_not_stop_the_others() {
    let folder = Folder::new();
    folder.put("first.csv", csv(&[CLEAN]));
    folder.put("broken.xlsx", b"PK\x03\x04 this is no archive");
    folder.put("picture.xlsx", b"\x89PNG\r\n\x1a\n0000");
    folder.put("last.csv", csv(&[&with_error()]));
    std::fs::create_dir(folder.path("folder")).unwrap();
    let ran =
        folder.check(&["first.csv", "broken.xlsx", "missing.csv", "folder", "picture.xlsx", "last.csv"]);
    assert_eq!(ran.status, 2);
    let json = ran.json();
    let problem = |file: usize| json["files"][file]["problem"]["key"].clone();
    let paths: Vec<_> =
        json["files"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["first.csv", "broken.xlsx", "missing.csv", "folder", "picture.xlsx", "last.csv"]);
    assert!(problem(0).is_null() && problem(5).is_null());
    assert_eq!((problem(1), problem(4)), ("broken-archive".into(), "unknown-type".into()));
    assert_eq!((problem(2), problem(3)), ("not-found".into(), "not-readable".into()));
    assert!(ran.rules(0).iter().all(|rule| rule != "A004"));
    assert!(ran.rules(5).contains(&"A004".to_owned()));
    let csv = folder.run(&["check", "missing.csv", "first.csv", "--format", "csv"]);
    assert!(csv.err.contains("missing.csv：无法打开：文件或文件夹不存在"), "{}", csv.err);
}

#[test]
fn together_looks_across_files() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN]));
    folder.put("b.csv", csv(&[CLEAN]));
    let apart = folder.check(&["a.csv", "b.csv"]);
    assert_eq!(apart.status, 0);
    let together = folder.check(&["a.csv", "b.csv", "--together"]);
    assert_eq!(together.status, 1);
    assert!(!apart.rules(1).contains(&"V001".to_owned()) && together.rules(1).contains(&"V001".to_owned()));
}

#[test]
fn csv_lists_one_finding_a_line() {
    let folder = Folder::new();
    let record = with_error().replace("罚款人民币伍仟元整", "=罚款人民币伍仟元整");
    folder.put("a.csv", csv(&[&record]));
    let ran = folder.run(&[&["check", "a.csv", "--format", "csv"], TODAY.as_slice()].concat());
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        lines[0],
        "path,sheet,kind,row,column,field,rule,name,severity,value,message,suggestion,fix_kind,fix_value"
    );
    let found = folder.check(&["a.csv"]).rules(0).len();
    assert_eq!(lines.len(), found + 1);
    assert!(
        lines.iter().any(|line| line.starts_with("a.csv,,penalty,2,B,uscc,A004,uscc-check-character,error,"))
    );
    assert!(
        lines.iter().any(|line| line.contains("I001") && line.contains(",'=罚款人民币伍仟元整,")),
        "{}",
        ran.out
    );
}

#[test]
fn kind_profile_template_and_day_are_inputs() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN]));
    let kind =
        |kind: &str| folder.check(&["a.csv", "--kind", kind]).json()["files"][0]["tables"][0]["kind"].clone();
    assert_eq!((kind("penalty"), kind("行政处罚")), ("penalty".into(), "penalty".into()));
    assert_eq!(kind("penalty-change"), "penalty-change");

    // For another organisation the authority is not its own.
    let profile = r#"{"id":"kailu","organisation":{"name":"开鲁县消防救援大队"}}"#;
    folder.put("profile.json", format!("\u{FEFF}{profile}"));
    let own = folder.check(&["a.csv"]).rules(0);
    let other = folder.check(&["a.csv", "--profile", "profile.json"]).rules(0);
    assert!(!own.contains(&"A070".to_owned()) && other.contains(&"A070".to_owned()), "{other:?}");

    let late = folder.run(&["check", "a.csv", "--today", "2024-06-30", "--format", "json"]);
    assert!(late.rules(0).contains(&"T001".to_owned()));

    // Five decimals fit the six of the records, not the four of the template.
    let record = CLEAN.replace("罚款人民币伍仟元整", "罚款人民币5000.5元").replace(",0.5,", ",0.50005,");
    folder.put("b.csv", csv(&[&record]));
    let template = folder.check(&["b.csv", "--template", "gsxt-supervision"]).rules(0);
    assert!(template.contains(&"A061".to_owned()), "{template:?}");
    assert!(!folder.check(&["b.csv"]).rules(0).contains(&"A061".to_owned()));
}

#[test]
fn without_a_day_today_counts() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN]));
    let day = || chrono::Local::now().date_naive().format("%Y-%m-%d").to_string();
    let before = day();
    let ran = folder.run(&["check", "a.csv", "--format", "json"]);
    assert!([before, day()].contains(&ran.json()["today"].as_str().unwrap().to_owned()));
}

#[test]
fn wrong_calls_say_what_to_write() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN]));
    folder.put("profile.json", "{");
    folder.put("empty.json", " \n");
    for (arguments, said) in [
        (&["check", "a.csv", "--today", "30.6.2023"][..], "“30.6.2023”不是日期，应写作 2023-06-30"),
        (
            &["check", "a.csv", "--template", "none"],
            "没有名为“none”的导出模板；可用的模板见 precheck templates",
        ),
        (&["check", "a.csv", "--kind", "fines"], "penalty（行政处罚）"),
        (&["check", "a.csv", "--profile", "none.json"], "无法读取机构设置文件 none.json：文件或文件夹不存在"),
        (&["check", "a.csv", "--profile", "profile.json"], "机构设置文件的格式不对"),
        (&["check", "a.csv", "--profile", "empty.json"], "文件是空的"),
        (&["check", "a.csv", "--format", "xml"], "不能是“xml”，可用：human、json、csv"),
        (
            &["export", "a.csv", "--template", "plan", "--out", "out", "--accept-warnings", " "],
            "须写明确认警告的理由",
        ),
        (&["check"], "缺少 <文件>..."),
        (&["export", "a.csv"], "缺少 --template <模板>、--out <文件夹>"),
        (&["check", "a.csv", "--togethr"], "没有 --togethr 这个选项，是否为 --together"),
        (&["chek"], "没有“chek”这个命令，可用：check、fix"),
        (&["check", "a.csv", "--today"], "--today <日期> 后缺少内容"),
        (&[], "用法：precheck <命令>"),
    ] {
        let ran = folder.run(arguments);
        assert_eq!(ran.status, 2, "{arguments:?}");
        assert!(ran.err.contains(said), "{said} in {}", ran.err);
        assert!(ran.out.is_empty());
    }
}

#[test]
fn every_command_explains_itself_with_examples() {
    let folder = Folder::new();
    for command in [
        &["--help"][..],
        &["check", "--help"],
        &["fix", "-h"],
        &["export", "--help"],
        &["rules", "--help"],
        &["templates", "--help"],
    ] {
        let ran = folder.run(command);
        assert_eq!(ran.status, 0, "{command:?}");
        assert!(ran.out.contains("用法：precheck") && ran.out.contains("示例：\n  precheck "), "{}", ran.out);
    }
    assert!(folder.run(&["check", "--help"]).out.contains("退出状态：0 没有错误级问题"));
    assert_eq!(folder.run(&["--version"]).out, format!("precheck {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_rule_book_in_three_forms() {
    let folder = Folder::new();
    let json = folder.run(&["rules", "--format", "json"]).json();
    let rules = json["rules"].as_array().unwrap();
    assert!(rules.len() >= 90);
    let rule = rules.iter().find(|rule| rule["rule"] == "A004").unwrap();
    assert_eq!((&rule["name"], &rule["severity"]), (&"uscc-check-character".into(), &"error".into()));
    assert!(rule["what"]["zh"].is_string() && rule["what"]["en"].is_string());
    for fires in [true, false] {
        let examples = rule["examples"].as_array().unwrap();
        assert!(examples.iter().filter(|example| example["fires"] == fires).count() >= 2);
    }
    let csv = folder.run(&["rules", "--format", "csv"]).out;
    assert!(
        csv.starts_with("rule,name,dimension,severity,kinds,fields,fix,title,what,why,how,basis,title_en\n")
    );
    let markdown = folder.run(&["rules"]).out;
    assert_eq!(markdown, folder.run(&["rules", "--format", "md"]).out);
    for rule in rules {
        let code = rule["rule"].as_str().unwrap();
        assert!(
            markdown.contains(&format!("\n### {code} ")) && csv.contains(&format!("\n{code},")),
            "{code}"
        );
    }
}

#[test]
fn schemas_are_given_out() {
    let folder = Folder::new();
    let printed = folder.run(&["templates", "--schema", "interface-json"]);
    assert_eq!(printed.status, 0, "{}", printed.err);
    let schema: serde_json::Value = serde_json::from_str(&printed.out).expect("JSON");
    assert!(schema["$defs"]["penalty"]["properties"]["PENDECNO"].is_object());
    let one = folder.run(&["templates", "--schema", "exchange-xml", "--kind", "penalty"]);
    assert!(one.out.starts_with("<?xml") && one.out.matches("<xs:schema").count() == 1, "{}", one.out);
    let written = folder.run(&["templates", "--schema", "exchange-xml", "--out", "结构"]);
    assert_eq!(written.status, 0, "{}", written.err);
    assert_eq!(written.out.matches(".xsd").count(), 8, "{}", written.out);
    let unknown = folder.run(&["templates", "--schema", "nothing"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("没有名为“nothing”的内置模板"), "{}", unknown.err);
}

#[test]
fn templates_are_listed() {
    let ran = Folder::new().run(&["templates"]);
    assert_eq!(ran.status, 0);
    let names: Vec<&str> = ran.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(
        names,
        ["plan", "gsxt-department", "gsxt-supervision", "credit-china", "interface-json", "exchange-xml"]
    );
    assert!(ran.out.lines().next().unwrap().ends_with("xlsx，全部种类"));
}
