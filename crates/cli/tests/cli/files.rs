//! `precheck fix` and `precheck export`: what is written, and what is not.

use precheck_tabular::write::{OutCell, OutSheet, xlsx};

use crate::support::{CLEAN, Folder, HEADER, Ran, TODAY, csv, with_error, with_warning};

fn fix(folder: &Folder, arguments: &[&str]) -> Ran {
    folder.run(&[&["fix"], arguments, &TODAY].concat())
}

fn export(folder: &Folder, arguments: &[&str]) -> Ran {
    folder.run(&[&["export"], arguments, &TODAY].concat())
}

#[test]
fn fix_changes_what_is_safe_and_nothing_else() {
    let folder = Folder::new();
    let text = format!("归集表\n{}\n合计\n", csv(&[CLEAN, &with_error(), &with_warning()]));
    folder.put("a.csv", &text);
    let ran = fix(&folder, &["a.csv", "--out", "b.xlsx"]);
    assert_eq!(ran.status, 1, "the wrong code is left");
    assert!(ran.out.contains("修复 1 格，已写入 b.xlsx\n还有错误 1 处，警告 0 处"), "{}", ran.out);
    assert_eq!(std::fs::read_to_string(folder.path("a.csv")).unwrap(), text, "the original stays");
    let (before, after) = (folder.rows("a.csv"), folder.rows("b.xlsx"));
    assert_eq!(before.len(), after.len());
    for (row, (before, after)) in before.iter().zip(&after).enumerate() {
        for (column, (before, after)) in before.iter().zip(after).enumerate() {
            let expected = if (row, column) == (4, 0) { before.trim() } else { before.as_str() };
            assert_eq!(after, expected, "row {row} column {column}");
        }
    }
    assert!(!folder.check(&["b.xlsx"]).rules(0).contains(&"A022".to_owned()));

    let ran = fix(&folder, &["a.csv", "--out", "b.csv"]);
    assert_eq!(ran.status, 1);
    assert!(std::fs::read(folder.path("b.csv")).unwrap().starts_with("\u{FEFF}归集表".as_bytes()));
    assert_eq!(folder.rows("b.csv"), after);
}

#[test]
fn fix_refuses_what_would_lose_something() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[&with_warning()]));
    folder.put("empty.csv", "");
    for (arguments, said) in [
        (["a.csv", "--out", "./a.csv"], "原文件不改动，请另取文件名"),
        (["a.csv", "--out", "b.xls"], "请把扩展名写作 .xlsx 或 .csv"),
        (["a.csv", "--out", "none/b.xlsx"], "无法写入 none/b.xlsx：文件或文件夹不存在"),
    ] {
        let ran = fix(&folder, &arguments);
        assert_eq!((ran.status, ran.err.contains(said)), (2, true), "{}", ran.err);
    }
    folder.put("words.csv", "甲,乙\n1,2\n");
    for file in ["empty.csv", "missing.csv", "words.csv"] {
        let ran = fix(&folder, &[file, "--out", "b.xlsx"]);
        assert_eq!((ran.status, ran.out.contains("无法读取")), (2, true), "{}", ran.out);
    }
    assert_eq!(folder.names("."), ["a.csv", "empty.csv", "words.csv"]);
    assert_eq!(std::fs::read_to_string(folder.path("a.csv")).unwrap(), csv(&[&with_warning()]));
}

#[test]
fn export_writes_what_is_clean_and_keeps_the_rest() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN, &with_error(), &with_warning()]));
    let ran = export(&folder, &["a.csv", "--template", "gsxt-department", "--out", "out/deep"]);
    assert_eq!(ran.status, 1);
    for line in ["3 条，导出 1 条，1 条有错误，1 条有未确认的警告", "已写入 out/deep/", "，1 条\n"]
    {
        assert!(ran.out.contains(line), "{line} in {}", ran.out);
    }
    let file = "行政处罚_部门协同_奈曼旗消防救援大队_20230630.xlsx";
    assert_eq!(folder.tables("out/deep"), [file]);
    let rows = folder.rows(&format!("out/deep/{file}"));
    let header =
        "处罚决定书文号|处罚决定书签发日期|违法行为类型|处罚种类|处罚机关|企业名称|注册号|统一社会信用代码";
    assert!(rows[0].iter().all(String::is_empty));
    assert_eq!(rows[1].join("|"), format!("|{header}"));
    assert_eq!(
        rows[2..].iter().map(|row| row.join("|")).collect::<Vec<_>>(),
        [
            "|奈(消)行罚决字〔2023〕第0007号|2023-06-16|消防设施、器材、消防安全标志未保持完好有效|罚款|奈曼旗消防救援大队|\
          奈曼旗沙海明珠大酒店有限公司||91150525MA0N8B4T47"
        ]
    );
}

#[test]
fn accepted_warnings_leave_and_the_plan_reads_clean() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN, &with_warning()]));
    let ran = export(
        &folder,
        &[
            "a.csv",
            "--template",
            "plan",
            "--out",
            "out",
            "--accept-warnings",
            "已与文书原件核对",
            "--problems",
            "p.xlsx",
        ],
    );
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert!(ran.out.contains("没有留下的记录，未写问题清单"), "{}", ran.out);
    // The confirmation is a change: it leaves in the log beside the table.
    assert_eq!(
        folder.tables("out"),
        ["改动记录_奈曼旗消防救援大队_20230630-01.csv", "行政处罚_奈曼旗消防救援大队_20230630.xlsx"]
    );
    let file = "out/行政处罚_奈曼旗消防救援大队_20230630.xlsx".to_owned();
    assert_eq!(folder.rows(&file).len(), 3);
    let again = folder.check(&[&file]);
    assert_eq!(again.status, 0);
    let findings = again.json()["files"][0]["tables"][0]["findings"].clone();
    assert!(findings.as_array().unwrap().iter().all(|f| f["severity"] == "info"), "{findings}");
    assert!(!folder.path("p.xlsx").exists());
}

#[test]
fn problems_go_back_with_their_columns_and_without_personal_numbers() {
    let folder = Folder::new();
    let id = "11010519491231002X";
    let record =
        with_error().replace("罚款人民币伍仟元整", &format!("对张三（身份证号{id}）罚款人民币伍仟元整"));
    folder.put("a.csv", format!("序号,{HEADER}\n1,{CLEAN}\n2,{record}\n"));
    let ran = export(&folder, &["a.csv", "--template", "plan", "--out", "out", "--problems", "p.xlsx"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("问题清单已写入 p.xlsx，1 条"), "{}", ran.out);
    assert_eq!(folder.sheet("p.xlsx"), "a");
    let rows = folder.rows("p.xlsx");
    assert_eq!(rows[0].join(","), format!("序号,{HEADER},问题,依据,建议"));
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[1][0].as_str(), rows[1][2].as_str()), ("2", "91150525MA0N8B4T48"));
    assert!(rows[1].iter().all(|cell| !cell.contains(id)), "{:?}", rows[1]);
    let [.., problems, basis, suggestions] = &rows[1][..] else { panic!("three columns more") };
    assert!(problems.contains("统一社会信用代码") && !basis.is_empty() && !suggestions.is_empty());
}

#[test]
fn nothing_is_written_where_nothing_leaves() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[&with_error()]));
    let ran = export(&folder, &["a.csv", "missing.csv", "--template", "plan", "--out", "out"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.out.contains("1 条，导出 0 条，1 条有错误") && ran.out.contains("missing.csv  无法读取"),
        "{}",
        ran.out
    );
    assert_eq!(folder.names("."), ["a.csv"]);
    folder.put("file", "");
    folder.put("b.csv", csv(&[CLEAN]));
    let ran = export(&folder, &["b.csv", "--template", "plan", "--out", "file/out"]);
    assert_eq!((ran.status, ran.err.contains("无法写入 file/out")), (2, true), "{}", ran.err);
}

#[test]
fn several_kinds_leave_in_files_of_their_own_and_some_templates_take_only_some() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN]));
    folder.put(
        "b.csv",
        "企业名称,统一社会信用代码,抽查任务编号,抽查实施机关,抽查事项,检查完成日期,抽查检查结果\n\
         奈曼旗沙海明珠大酒店有限公司,91150525MA0N8B4T47,NM2023-06-001,奈曼旗消防救援大队,\
         对单位履行法定消防安全职责情况的监督检查,2023-06-16,未发现问题\n",
    );
    let ran = export(&folder, &["a.csv", "b.csv", "--template", "interface-json", "--out", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert_eq!(
        folder.tables("json"),
        [
            "双随机抽查结果_数据接口_奈曼旗消防救援大队_20230630.json",
            "行政处罚_数据接口_奈曼旗消防救援大队_20230630.json"
        ]
    );
    let text = std::fs::read_to_string(folder.path(&format!("json/{}", folder.tables("json")[0]))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&json["kind"], &json["records"][0]["INSRES"]), (&"inspection".into(), &"未发现问题".into()));

    let ran = export(&folder, &["a.csv", "b.csv", "--template", "gsxt-supervision", "--out", "out"]);
    assert_eq!(ran.status, 0);
    assert!(ran.out.contains("不收双随机抽查结果"), "{}", ran.out);
    assert_eq!(folder.tables("out").len(), 1);
}

#[test]
fn what_was_read_is_never_written_over() {
    let folder = Folder::new();
    folder.put("a.csv", csv(&[CLEAN, &with_error()]));
    let export_into =
        |arguments: &[&str]| export(&folder, &[&["a.csv", "--template", "plan"], arguments].concat());
    let ran = export_into(&["--out", "out", "--problems", "a.csv"]);
    assert_eq!((ran.status, ran.err.contains("a.csv 是要检查的原文件")), (2, true), "{}", ran.err);
    assert_eq!(folder.names("."), ["a.csv"]);
    assert_eq!(export_into(&["--out", "out"]).status, 1);
    let file = format!("out/{}", folder.tables("out")[0]);
    let bytes = std::fs::read(folder.path(&file)).unwrap();
    let again = export(&folder, &[&file, "--template", "plan", "--out", "out"]);
    assert_eq!((again.status, again.err.contains("请另取文件名或文件夹")), (2, true), "{}", again.err);
    assert_eq!(std::fs::read(folder.path(&file)).unwrap(), bytes);
}

#[test]
fn a_workbook_of_several_sheets_does_not_go_into_one_csv() {
    let folder = Folder::new();
    let records = [CLEAN.to_owned(), with_error()];
    let sheet = |record: &String| OutSheet {
        name: record.chars().take(5).collect(),
        rows: [HEADER, record].map(|row| row.split(',').map(OutCell::plain).collect()).to_vec(),
        ..OutSheet::default()
    };
    folder.put("a.xlsx", xlsx(&records.iter().map(sheet).collect::<Vec<_>>()).unwrap());
    let ran = fix(&folder, &["a.xlsx", "--out", "b.csv"]);
    assert_eq!((ran.status, ran.err.contains("有多张工作表")), (2, true), "{}", ran.err);
    assert!(ran.out.is_empty());
    let ran = fix(&folder, &["a.xlsx", "--out", "b.xlsx"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("修复 0 格") && ran.out.contains("工作表“奈曼旗宏远”"), "{}", ran.out);
}
