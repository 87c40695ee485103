//! Records that are typed in: judged while they are filled in, saved, taken back, exported.

mod support;

use precheck_session::api::{self, Request, Response};
use precheck_session::{Job, Record};
use support::{job, open, open_sample, overview, rows, today};

fn good() -> Record {
    let texts = [
        ("enterprise_name", "奈曼旗沙海明珠大酒店有限公司"),
        ("uscc", "91150525MA0N8B4T47"),
        ("authority", "奈曼旗消防救援大队"),
        ("document_no", "奈(消)行罚决字〔2023〕第0043号"),
        ("violation", "消防设施、器材、消防安全标志未保持完好有效"),
        ("penalty_content", "罚款人民币5000元"),
        ("decision_date", "2023-06-12"),
        ("publicity_period", "2024-06-12"),
        ("fine_amount", "0.5"),
        ("penalty_type", "罚款"),
    ];
    texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn with(key: &str, text: &str) -> Record {
    let mut record = good();
    record.insert(key.to_owned(), text.to_owned());
    record
}

fn check(job: &mut Job, record: Record, row: Option<u32>) -> api::EntryView {
    let request = Request::CheckEntry { kind: "penalty".to_owned(), record, table: None, row };
    match job.handle(request).0 {
        Response::Entry(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn save(job: &mut Job, record: Record, row: Option<u32>) -> Response {
    let kind = "penalty".to_owned();
    job.handle(Request::SaveRecord { kind, record, table: None, row, confirmed: Vec::new() }).0
}

fn codes(view: &api::EntryView, field: &str) -> Vec<String> {
    let of_field = view.findings.iter().filter(|finding| finding.field.as_deref() == Some(field));
    of_field.map(|finding| finding.rule.clone()).collect()
}

#[test]
fn a_good_record_has_no_finding_and_its_days_are_said() {
    let view = check(&mut job(), good(), None);
    assert!(view.findings.iter().all(|finding| finding.severity == "info"), "{:#?}", view.findings);
    assert_eq!(view.due, Some(("2023-07-02".to_owned(), 16)));
    assert_eq!(view.publicity_end.as_deref(), Some("2024-06-12"));
    let (least, highest, law) = view.fine_band.unwrap();
    assert_eq!((least.as_str(), highest.as_str()), ("0.5", "5"));
    assert!(law.starts_with("消防法"));
    assert_eq!(view.readings["fine_amount"], "人民币伍仟元整");
}

#[test]
fn faults_are_said_at_their_fields_with_what_to_adopt() {
    let view = check(&mut job(), with("document_no", "奈(消)行罚决字[2023]第0043号"), None);
    let finding = view.findings.iter().find(|f| f.field.as_deref() == Some("document_no")).unwrap();
    assert_eq!(finding.fix.as_ref().unwrap().value, "奈(消)行罚决字〔2023〕第0043号");
    let view = check(&mut job(), Record::new(), None);
    assert!(codes(&view, "enterprise_name").contains(&"C001".to_owned()));
    let refused = Request::CheckEntry {
        kind: "penalty".to_owned(),
        record: Record::from([("no_such_field".to_owned(), "1".to_owned())]),
        table: None,
        row: None,
    };
    assert!(matches!(job().handle(refused).0, Response::Problem(_)));
}

#[test]
fn the_first_record_opens_a_table_and_undo_takes_both_back() {
    let mut job = job();
    let empty = overview(&mut job);
    let Response::Changed(changed) = save(&mut job, good(), None) else { panic!("nothing saved") };
    assert_eq!((changed.done.as_str(), changed.at), ("录入 1 条", Some((0, 0, String::new()))));
    let view = overview(&mut job);
    assert_eq!((view.tables.len(), view.totals.records, view.sources.len()), (1, 1, 1));
    assert_eq!(view.sources[0].format, "typed");
    save(&mut job, with("document_no", "奈(消)行罚决字〔2023〕第0044号"), None);
    assert_eq!(overview(&mut job).totals.records, 2);
    job.handle(Request::Undo);
    job.handle(Request::Undo);
    let undone = overview(&mut job);
    assert_eq!((undone.tables.len(), undone.sources.len(), undone.totals), (0, 0, empty.totals));
    assert_eq!(undone.dimensions, empty.dimensions);
    job.handle(Request::Redo);
    job.handle(Request::Redo);
    assert_eq!(rows(&mut job, 0, &api::RowFilter::default()).total, 2);
    assert_eq!(overview(&mut job).totals.passed, 2);
}

#[test]
fn records_join_the_open_table_of_their_kind() {
    let csv = "企业名称,统一社会信用代码,罚款金额(元),处罚决定书文号\n甲有限公司,91150525MA0N8B4T47,5000,奈消行罚决字〔2023〕第0007号\n";
    let mut job = job();
    open(&mut job, &[csv]);
    save(&mut job, good(), None);
    let view = rows(&mut job, 0, &api::RowFilter::default());
    assert_eq!((overview(&mut job).tables.len(), view.total), (1, 2));
    let columns = overview(&mut job).tables[0].columns.clone();
    let fine = columns.iter().position(|column| column.field == "fine_amount").unwrap();
    // The column counts yuan, the form asks for 万元.
    assert_eq!(view.rows[1].cells[fine].text, "5000");
    let request =
        Request::Form { kind: String::new(), table: Some(0), row: Some(view.rows[1].id), copy: false };
    let Response::Form(form) = job.handle(request).0 else { panic!("no form") };
    assert_eq!(form.values["fine_amount"], "0.5");
    assert!(form.proposed.is_empty());
}

#[test]
fn what_is_already_there_is_found_while_typing_and_leaves_no_trace() {
    let mut job = job();
    save(&mut job, good(), None);
    let before = overview(&mut job);
    let again = check(&mut job, good(), None);
    assert!(codes(&again, "document_no").iter().chain(&codes(&again, "enterprise_name")).count() > 0);
    assert!(again.findings.iter().any(|f| f.severity == "error"), "{:#?}", again.findings);
    // The record that is edited is no other record.
    assert!(check(&mut job, good(), Some(0)).findings.iter().all(|f| f.severity == "info"));
    assert_eq!(overview(&mut job), before);
    save(&mut job, with("document_no", "奈(消)行罚决字〔2023〕第0044号"), None);
    let ids: Vec<u32> = rows(&mut job, 0, &api::RowFilter::default()).rows.iter().map(|r| r.id).collect();
    assert_eq!(ids, [0, 1]);
}

#[test]
fn checking_a_record_changes_no_finding_of_the_sample() {
    let mut job = job();
    open_sample(&mut job);
    let before = overview(&mut job);
    let findings: Vec<_> = (0..before.tables.len()).map(|t| job.judgement().all(job.tables(), t)).collect();
    check(&mut job, good(), None);
    check(&mut job, with("uscc", ""), Some(3));
    check(&mut job, Record::new(), Some(3));
    assert_eq!(overview(&mut job), before);
    let after: Vec<_> = (0..before.tables.len()).map(|t| job.judgement().all(job.tables(), t)).collect();
    assert_eq!(after, findings);
}

#[test]
fn the_next_number_follows_what_was_saved() {
    let mut job = job();
    save(&mut job, good(), None);
    let form = |job: &mut Job, table, row| {
        let request = Request::Form { kind: "penalty".to_owned(), table, row, copy: true };
        match job.handle(request).0 {
            Response::Form(form) => *form,
            other => panic!("{other:?}"),
        }
    };
    let next = form(&mut job, None, None);
    assert_eq!(next.proposed["document_no"], "奈(消)行罚决字〔2023〕第0044号");
    let copy = form(&mut job, Some(0), Some(0));
    assert_eq!(copy.values["enterprise_name"], "奈曼旗沙海明珠大酒店有限公司");
    assert!(!copy.values.contains_key("document_no") && !copy.values.contains_key("decision_date"));
    assert_eq!(copy.proposed["document_no"], "奈(消)行罚决字〔2023〕第0044号");
    assert_eq!(copy.proposed["publicity_period"], "2024-06-16");
}

#[test]
fn a_whole_record_is_changed_in_one_step() {
    let mut job = job();
    save(&mut job, good(), None);
    let mut changed = with("handler", "包志强");
    changed.insert("penalty_content".to_owned(), "责令改正，罚款人民币5000元".to_owned());
    assert!(matches!(save(&mut job, changed.clone(), Some(0)), Response::Changed(_)));
    assert!(matches!(save(&mut job, changed, Some(0)), Response::Nothing));
    job.handle(Request::Undo);
    let request = Request::Cell { table: 0, row: 0, field: "handler".to_owned() };
    assert_eq!(job.handle(request).0, Response::Text { text: String::new() });
    assert!(matches!(save(&mut job, good(), Some(7)), Response::Problem(_)));
}

#[test]
fn warnings_are_confirmed_with_the_record() {
    let mut job = job();
    let mut record = with("fine_amount", "0.3");
    record.insert("penalty_content".to_owned(), "罚款人民币3000元".to_owned());
    let view = check(&mut job, record.clone(), None);
    let warnings: Vec<_> = view.findings.iter().filter(|f| f.severity == "warning").collect();
    assert!(!warnings.is_empty(), "{:#?}", view.findings);
    let confirmed = warnings.iter().map(|finding| api::ConfirmedFinding {
        field: finding.field.clone().unwrap(),
        rule: finding.name.clone(),
        reason: "与决定书原件核对一致".to_owned(),
    });
    let confirmed = confirmed.collect();
    job.handle(Request::SaveRecord { kind: "penalty".to_owned(), record, table: None, row: None, confirmed });
    assert_eq!(overview(&mut job).totals.passed, 1);
}

#[test]
fn a_month_shows_working_days() {
    let Response::Month(month) = job().handle(Request::Month { at: String::new() }).0 else {
        panic!("no month")
    };
    assert_eq!((month.year, month.month, month.today.as_str()), (2023, 6, "2023-06-16"));
    assert_eq!(month.today, precheck_schema::date::iso(today()));
}
