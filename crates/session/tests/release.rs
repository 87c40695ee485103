//! What leaves and what stays: the plan, the platform's files, the problem workbook, confirmations.

mod support;

use precheck_session::api::{self, Request, Response};
use precheck_session::run::{Input, RunOptions, export, report};
use precheck_session::{Job, Settings};
use precheck_tabular::{ReadOptions, read};
use support::{changed, edit, job, of_rule, open, overview, penalty, rows, sheet, today, uscc};

/// One clean record, one with a warning (overdue), one with an error (code), one with both.
fn mixed() -> String {
    sheet(&[
        penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-02"),
        penalty("乙公司", &uscc("MA0P6H2C"), 2, "2023-05-05"),
        penalty("丙公司", "91150525MA0N8E4T6A", 3, "2023-06-05"),
        penalty("丁公司", "91150525MA0N8E4T6A", 4, "2023-05-08"),
    ])
}

fn plan(job: &mut Job, template: &str, preview: &str) -> api::PlanView {
    match job.handle(Request::Plan { template: template.to_owned(), preview: preview.to_owned() }).0 {
        Response::Plan(plan) => *plan,
        other => panic!("{other:?}"),
    }
}

fn files(job: &mut Job, request: Request) -> Vec<(api::FileView, Vec<u8>)> {
    match job.handle(request) {
        (Response::Files { files }, bytes) => files.into_iter().zip(bytes).collect(),
        other => panic!("{other:?}"),
    }
}

/// Cells of the first sheet.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let workbook = read(bytes, &ReadOptions::default()).unwrap();
    let grid = &workbook.grids[0];
    let row = |row| (0..grid.columns.len()).map(|column| grid.text(row, column).to_owned()).collect();
    (0..grid.rows).map(row).collect()
}

fn export_plan() -> Request {
    Request::Export { template: "plan".to_owned(), kinds: vec!["penalty".to_owned()] }
}

#[test]
fn only_clean_and_confirmed_records_leave() {
    let mut job = job();
    open(&mut job, &[&mixed()]);
    let before = plan(&mut job, "plan", "penalty");
    let kind = &before.kinds[0];
    assert_eq!((kind.records, kind.leaving, kind.with_warnings, kind.with_errors), (4, 1, 1, 2));
    assert!(kind.supported && kind.file_name.contains(".xlsx"));
    assert_eq!(before.preview.len(), 2);
    assert!(before.preview[1].contains(&"甲公司".to_owned()));
    let check = |rule: &str| kind.checks.iter().find(|c| c.rule == rule).unwrap();
    assert_eq!((check("overdue").state.as_str(), check("overdue").note.as_str()), ("warning", "2 条"));
    assert_eq!(check("uscc-check-character").state, "error");
    let out = files(&mut job, export_plan());
    assert_eq!((out.len(), out[0].0.records), (1, 1));
    assert_eq!(out[0].0.name, kind.file_name);
    let rows = cells(&out[0].1);
    assert_eq!((rows.len(), rows[1][0].as_str()), (2, "甲公司"));
    // The file reads again without a finding.
    let again = report(
        &[Input { path: "again.xlsx", bytes: &out[0].1 }],
        Settings::on(today()),
        &RunOptions::default(),
    );
    assert!(again.files[0].tables[0].findings.iter().all(|f| f.severity == "info"), "{again:?}");

    let no_reason =
        Request::Confirm { addresses: vec![], rule: "overdue".to_owned(), reason: " ".to_owned() };
    assert!(matches!(job.handle(no_reason).0, Response::Problem(p) if p.key == "no-reason"));
    let confirm =
        Request::Confirm { addresses: vec![], rule: "overdue".to_owned(), reason: "补报".to_owned() };
    let confirmed = changed(job.handle(confirm).0);
    assert_eq!(confirmed.touched, 2);
    assert_eq!(files(&mut job, export_plan())[0].0.records, 2);
    assert_eq!(overview(&mut job).handled, 2);
    // The confirmation holds for the value that was confirmed.
    edit(&mut job, 0, 2, "decision_date", "2023-05-04");
    assert_eq!(plan(&mut job, "plan", "").kinds[0].with_warnings, 1);
    job.handle(Request::Undo);
    assert_eq!(plan(&mut job, "plan", "").kinds[0].leaving, 2);
    job.handle(Request::Undo);
    assert_eq!(plan(&mut job, "plan", "").kinds[0].leaving, 1);
}

#[test]
fn a_confirmed_error_stays_behind_but_is_no_longer_open() {
    let mut job = job();
    open(&mut job, &[&mixed()]);
    let open_before = overview(&mut job).open;
    let address = support::items(&mut job, &of_rule("uscc-check-character")).items[0].address.clone();
    let confirm = Request::Confirm {
        addresses: vec![address.clone()],
        rule: String::new(),
        reason: "待企业补正".to_owned(),
    };
    job.handle(confirm);
    assert_eq!(overview(&mut job).open, open_before - 1);
    assert_eq!(plan(&mut job, "plan", "").kinds[0].with_errors, 2);
    let detail =
        job.handle(Request::Detail { address: address.clone(), filter: api::FindingFilter::default() }).0;
    let Response::Detail(detail) = detail else { panic!("{detail:?}") };
    assert_eq!((detail.confirmed.as_deref(), detail.can_confirm), (Some("待企业补正"), false));
    job.handle(Request::Unconfirm { addresses: vec![address] });
    assert_eq!(overview(&mut job).open, open_before);
}

#[test]
fn what_stays_goes_into_the_problem_workbook() {
    let mut lines: Vec<String> = mixed().lines().skip(1).map(str::to_owned).collect();
    lines[2] = lines[2].replace("罚款人民币5000元", "罚款人民币5000元，电话13847512345");
    let mut job = job();
    open(&mut job, &[&sheet(&lines)]);
    let out = files(&mut job, Request::Problems);
    assert_eq!(out[0].0.records, 3);
    let rows = cells(&out[0].1);
    let column = |header: &str| rows[0].iter().position(|h| h == header).unwrap();
    assert_eq!(rows[0][0], "企业名称");
    let (problem, basis, advice) = (column("问题"), column("依据"), column("建议"));
    assert_eq!(rows.len(), 4);
    assert!(rows[1][problem].contains("超期") && rows[1][basis].contains("实施方案"));
    assert!(rows[2][problem].contains("统一社会信用代码") && !rows[2][advice].is_empty());
    // Every problem has its number, and so have basis and advice.
    assert!(rows[2][problem].starts_with("1. ") && rows[2][problem].contains("\n2. "));
    assert!(rows[2][basis].contains("2. ") && rows[2][advice].contains("2. "));
    assert!(rows.iter().flatten().all(|cell| !cell.contains("13847512345")));
    assert!(rows[2].iter().any(|cell| cell.contains("138****2345")));
}

#[test]
fn nothing_to_export_is_explained() {
    let mut job = job();
    let text = sheet(&[penalty("丙公司", "91150525MA0N8E4T6A", 3, "2023-06-05")]);
    open(&mut job, &[&text]);
    let before = plan(&mut job, "plan", "penalty");
    assert_eq!((before.kinds[0].leaving, before.kinds[0].checks[0].state.as_str()), (0, "error"));
    assert!(matches!(job.handle(export_plan()).0, Response::Problem(p) if p.key == "nothing-leaves"));
    let unknown = Request::Plan { template: "nix".to_owned(), preview: String::new() };
    assert!(matches!(job.handle(unknown).0, Response::Problem(p) if p.key == "template"));
}

#[test]
fn a_missing_required_column_keeps_every_record() {
    let text = mixed().replace(",公示期限", "").replace(",1年", "");
    let mut job = job();
    open(&mut job, &[&text]);
    let totals = overview(&mut job).totals;
    assert_eq!((totals.records, totals.with_errors, totals.passed), (4, 4, 0));
    let blocked = plan(&mut job, "plan", "");
    assert_eq!((blocked.kinds[0].leaving, blocked.kinds[0].with_errors), (0, 4));
    assert!(blocked.kinds[0].checks.iter().any(|c| c.text.contains("公示期限")), "{blocked:?}");
    // Filling the column in lets records go again.
    let ids: Vec<u32> = rows(&mut job, 0, &api::RowFilter::default()).rows.iter().map(|r| r.id).collect();
    let edits =
        ids.iter().map(|&row| api::CellEdit { row, field: "publicity_period".into(), text: "1年".into() });
    job.handle(Request::Edit { table: 0, edits: edits.collect() });
    assert_eq!(plan(&mut job, "plan", "").kinds[0].leaving, 1);
}

#[test]
fn what_the_template_requires_and_the_record_lacks_is_named() {
    let line = penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-02").replace(",罚款,0.5", ",,0.5");
    let mut job = job();
    open(&mut job, &[&sheet(&[line])]);
    let lacking = plan(&mut job, "gsxt-department", "penalty");
    assert_eq!((lacking.kinds[0].leaving, lacking.kinds[0].lacking), (0, 1));
    assert!(lacking.kinds[0].checks.iter().any(|c| c.text.contains("处罚种类")), "{lacking:?}");
    assert_eq!(plan(&mut job, "plan", "").kinds[0].leaving, 1);
}

#[test]
fn a_run_exports_in_one_call() {
    let text = mixed();
    let input = Input { path: "a.csv", bytes: text.as_bytes() };
    let run =
        |accept| export(&[input], Settings::on(today()), &RunOptions::default(), "plan", accept).unwrap();
    let strict = run(None);
    assert_eq!((strict.files.len(), strict.files[0].0.records), (1, 1));
    assert_eq!(strict.problems.as_ref().unwrap().0.records, 3);
    let lenient = run(Some("领导已批准补报"));
    assert_eq!(lenient.files[0].0.records, 2);
    assert_eq!(lenient.problems.as_ref().unwrap().0.records, 2);
    assert_eq!(lenient.report, strict.report);
    let unknown = export(&[input], Settings::on(today()), &RunOptions::default(), "nix", None);
    assert_eq!(unknown.err().unwrap().key, "template");
}
