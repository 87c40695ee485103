//! The report of the command line and the JavaScript module.

mod support;

use precheck_session::api;
use precheck_session::run::{Input, MendedForm, RunOptions, fix, report};
use precheck_session::{Job, Settings};
use serde_json::{Value, json};
use support::{HEADER, job, open, penalty, sheet, today, uscc};

fn check(files: &[(&str, &str)], options: &RunOptions) -> Value {
    let files: Vec<Input<'_>> =
        files.iter().map(|(path, text)| Input { path, bytes: text.as_bytes() }).collect();
    serde_json::to_value(report(&files, Settings::on(today()), options)).unwrap()
}

fn findings(report: &Value, file: usize) -> Vec<Value> {
    report["files"][file]["tables"][0]["findings"].as_array().unwrap().clone()
}

#[test]
fn has_exactly_the_published_form() {
    let wrong = "91150525MA0N8E4T6A";
    let text = format!(
        "奈曼旗消防救援大队归集表\n{}\n\n{}\n填表人：包志强,\n",
        HEADER,
        penalty("甲公司", wrong, 1, "2023.6.2")
    );
    let report = check(&[("六月/处罚.csv", &text)], &RunOptions::default());
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&report), ["files", "rules_version", "today", "version"]);
    assert_eq!(report["today"], "2023-06-16");
    assert_eq!(keys(&report["files"][0]), ["path", "tables"]);
    let table = &report["files"][0]["tables"][0];
    assert_eq!(keys(table), ["findings", "header_row", "kind", "left_out", "rows", "sheet", "unmapped"]);
    assert_eq!((&table["sheet"], &table["kind"]), (&json!(""), &json!("penalty")));
    assert_eq!((&table["header_row"], &table["rows"]), (&json!(2), &json!(1)));
    assert_eq!(
        table["left_out"],
        json!([
            {"row": 1, "reason": "title", "text": "奈曼旗消防救援大队归集表"},
            {"row": 3, "reason": "blank", "text": ""},
            {"row": 5, "reason": "tail", "text": "填表人：包志强"},
        ])
    );
    let findings = findings(&report, 0);
    let date = findings.iter().find(|f| f["rule"] == "A031").unwrap();
    assert_eq!(
        keys(date),
        ["column", "field", "fix", "message", "name", "row", "rule", "severity", "suggestion", "value"]
    );
    assert_eq!((&date["row"], &date["column"]), (&json!(4), &json!("H")));
    assert_eq!((&date["field"], &date["severity"]), (&json!("decision_date"), &json!("warning")));
    assert_eq!((&date["name"], &date["value"]), (&json!("date-form"), &json!("2023.6.2")));
    assert_eq!(date["fix"], json!({"kind": "safe", "value": "2023-06-02"}));
    let code = findings.iter().find(|f| f["rule"] == "A004").unwrap();
    assert_eq!((&code["column"], &code["fix"]), (&json!("B"), &Value::Null));
}

#[test]
fn findings_stand_by_row_column_and_code() {
    let header = HEADER.replace(",处罚机关", "").replace("企业名称,", "");
    let line =
        |code: &str| format!("{code},,奈(消)行罚决字〔2023〕第0001号,,罚款5000元,2023.6.31,,罚款,5000");
    let text = format!("{header}\n{}\n{}\n", line("1"), line(&uscc("MA0N3A4T")));
    let report = check(&[("a.csv", &text)], &RunOptions::default());
    let findings = findings(&report, 0);
    let of_file: Vec<&Value> = findings.iter().filter(|f| f["row"].is_null()).collect();
    assert_eq!(of_file.len(), 2);
    assert!(of_file.iter().all(|f| f["column"].is_null() && f["rule"] == "C006"));
    assert!(findings[..2].iter().all(|f| f["row"].is_null()));
    let place = |f: &Value| {
        let column = f["column"].as_str().unwrap_or("~").to_owned();
        (f["row"].as_u64(), column, f["rule"].as_str().unwrap().to_owned())
    };
    let places: Vec<_> = findings[2..].iter().map(place).collect();
    let mut sorted = places.clone();
    sorted.sort();
    assert_eq!(places, sorted);
    assert!(places.len() >= 6, "{places:?}");
}

#[test]
fn personal_numbers_are_masked_wherever_they_are_quoted() {
    let (phone, id) = ("13847512345", "110105199003074530");
    let mut line = penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-02");
    line = line.replace("罚款人民币5000元", &format!("对张某（身份证{id}、电话{phone}）罚款5000元"));
    let report = check(&[("a.csv", &sheet(&[line]))], &RunOptions::default());
    let codes: Vec<_> = findings(&report, 0).iter().map(|f| f["rule"].clone()).collect();
    assert!(codes.contains(&json!("P001")) && codes.contains(&json!("P002")), "{codes:?}");
    let text = report.to_string();
    assert!(!text.contains(phone) && !text.contains(id), "{text}");
    assert!(text.contains("138****2345"));
}

#[test]
fn files_are_batches_of_their_own_unless_joined() {
    let code = uscc("MA0N3A4T");
    let first = sheet(&[penalty("甲公司", &code, 1, "2023-06-02")]);
    let second = sheet(&[penalty("甲公司", &code, 1, "2023-06-02")]);
    let files = [("a.csv", first.as_str()), ("b.csv", second.as_str())];
    let has = |report: &Value, file| findings(report, file).iter().any(|f| f["rule"] == "V001");
    let alone = check(&files, &RunOptions::default());
    assert!(!has(&alone, 0) && !has(&alone, 1));
    let together = check(&files, &RunOptions { together: true, ..RunOptions::default() });
    assert!(!has(&together, 0) && has(&together, 1));
    assert_eq!(together["files"][1]["path"], "b.csv");
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_checked() {
    let good = sheet(&[penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-02")]);
    let files = [("leer.csv", ""), ("unklar.csv", "一,二\n三,四\n"), ("gut.csv", good.as_str())];
    for together in [false, true] {
        let report = check(&files, &RunOptions { together, ..RunOptions::default() });
        assert_eq!(report["files"][0]["problem"]["key"], "empty");
        assert_eq!(report["files"][1]["problem"]["key"], "no-header");
        assert!(report["files"][2]["problem"].is_null());
        assert_eq!(report["files"][2]["tables"][0]["rows"], 1);
    }
}

#[test]
fn english_where_asked() {
    let settings = api::Settings { today: "2023-06-16".into(), lang: api::Lang::En, ..Default::default() };
    let text = sheet(&[penalty("甲公司", "91150525MA0N8E4T6A", 1, "2023-06-02")]);
    let input = Input { path: "a.csv", bytes: text.as_bytes() };
    let report = report(&[input], Settings::read(&settings).unwrap(), &RunOptions::default());
    let finding = report.files[0].tables[0].findings.iter().find(|f| f.rule == "A004").unwrap();
    assert!(finding.message.starts_with('“') && finding.message.is_ascii() | finding.message.contains(": "));
    let wrong = api::Settings { today: "16.6.2023".into(), ..settings };
    let error = Settings::read(&wrong).err().unwrap();
    assert!(error.message_en().contains("16.6.2023") && error.to_string().contains("16.6.2023"));
}

#[test]
fn mended_files_keep_everything_else_where_it_stood() {
    let text = format!(
        "归集表,,\n{HEADER},备注栏\n{},留着\n\n{},\n填表人：包志强\n",
        penalty(" 甲公司", &uscc("MA0N3A4T"), 1, "2023.6.2"),
        penalty("乙公司", &uscc("MA0P6H2C"), 2, "2023-06-05"),
    );
    let input = Input { path: "a.csv", bytes: text.as_bytes() };
    let mended = fix(input, Settings::on(today()), &RunOptions::default(), MendedForm::Csv).unwrap();
    assert_eq!(mended.changed, 2);
    assert!(mended.report.tables[0].findings.iter().all(|f| f.fix.as_ref().is_none_or(|f| f.kind != "safe")));
    let mended = String::from_utf8(mended.bytes).unwrap();
    let expected = text.replace(" 甲公司", "甲公司").replace("2023.6.2", "2023-06-02");
    let cells = |text: &str| -> Vec<Vec<String>> {
        let lines = text.trim_start_matches('\u{FEFF}').lines();
        let line = |l: &str| l.split(',').map(str::to_owned).collect::<Vec<_>>();
        let cut = |mut l: Vec<String>| {
            while l.last().is_some_and(String::is_empty) {
                l.pop();
            }
            l
        };
        lines.map(|l| cut(line(l))).collect()
    };
    assert_eq!(cells(&mended), cells(&expected));
    let xlsx = fix(input, Settings::on(today()), &RunOptions::default(), MendedForm::Xlsx).unwrap();
    let again = Input { path: "a.xlsx", bytes: &xlsx.bytes };
    let report = report(&[again], Settings::on(today()), &RunOptions::default());
    assert_eq!(report.files[0].tables[0].rows, 2);
    assert_eq!(report.files[0].tables[0].header_row, Some(2));
    assert!(report.files[0].tables[0].findings.iter().all(|f| f.rule != "A031" && f.rule != "A022"));
}

#[test]
fn a_job_reports_as_the_call_does() {
    let text = sheet(&[penalty("甲 公司", &uscc("MA0N3A4T"), 1, "2023.6.2")]);
    let mut job: Job = job();
    open(&mut job, &[&text]);
    let called = report(
        &[Input { path: "0.csv", bytes: text.as_bytes() }],
        Settings::on(today()),
        &RunOptions::default(),
    );
    assert_eq!(job.file_report(0), called.files[0]);
}
