//! Records without a file: judged as those of a file are, mended, and exported.

mod support;

use precheck_session::run::{Input, RunOptions, report};
use precheck_session::{Record, Settings};
use support::{HEADER, job, penalty, today, uscc};

/// The sample row of the other tests, as a record by keys of the fields.
fn record(name: &str, code: &str, serial: u32, date: &str) -> Record {
    let keys = {
        let schema = job().kind_schema("penalty").unwrap();
        schema.fields.into_iter().map(|field| (field.label, field.field)).collect::<Vec<_>>()
    };
    let line = penalty(name, code, serial, date);
    let labels = HEADER.split(',');
    labels
        .zip(line.split(','))
        .map(|(label, text)| {
            let (_, key) = keys.iter().find(|(l, _)| l == label).unwrap_or_else(|| panic!("{label}"));
            (key.clone(), text.to_owned())
        })
        .collect()
}

#[test]
fn are_judged_as_the_records_of_a_file() {
    let rows = [
        ("甲公司", "91150525MA0N8E4T6A", 1, "2023.6.2"),
        ("乙公司", "", 2, "2023-06-02"),
        ("乙公司", "", 2, "2023-06-02"),
    ];
    let records: Vec<Record> = rows.iter().map(|&(n, c, s, d)| record(n, c, s, d)).collect();
    let findings = job().check_records("penalty", &records).unwrap();
    assert!(findings.iter().any(|f| f.row == Some(0)) && findings.iter().any(|f| f.row == Some(2)));

    // The same as a file with every column of the kind.
    let fields = job().kind_schema("penalty").unwrap().fields;
    let mut text = fields.iter().map(|f| f.label.clone()).collect::<Vec<_>>().join(",");
    for record in &records {
        let cells: Vec<&str> =
            fields.iter().map(|f| record.get(&f.field).map_or("", String::as_str)).collect();
        text.push('\n');
        text.push_str(&cells.join(","));
    }
    let input = Input { path: "a.csv", bytes: text.as_bytes() };
    let of_file = report(&[input], Settings::on(today()), &RunOptions::default());
    let of_file = &of_file.files[0].tables[0].findings;
    let named = |findings: &[precheck_session::api::FindingReport], above: u32| {
        findings
            .iter()
            .map(|f| (f.row.map(|r| r - above), f.rule.clone(), f.field.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(named(&findings, 0), named(of_file, 2));
}

#[test]
fn one_field_is_judged_with_its_record() {
    let mut job = job();
    let good = record("甲公司", &uscc("MA0N8E4T"), 1, "2023-06-02");
    assert!(job.check_field_of("penalty", "uscc", &uscc("MA0N8E4T"), good.clone()).unwrap().is_empty());
    let wrong = job.check_field_of("penalty", "uscc", "91150525MA0N8E4T6A", good.clone()).unwrap();
    assert!(!wrong.is_empty());
    assert!(wrong.iter().all(|f| f.field.as_deref() == Some("uscc") && f.row == Some(0)));
    let blank = job.check_field_of("penalty", "enterprise_name", "", good).unwrap();
    assert!(blank.iter().any(|f| f.severity == "error"), "{blank:?}");
}

#[test]
fn safe_fixes_are_applied_and_the_rest_is_proposed() {
    let mut job = job();
    let before = record(" 甲公司 ", &uscc("MA0N8E4T"), 1, "2023.6.2");
    let mended = job.fix_record("penalty", before.clone()).unwrap();
    assert_eq!(mended.record["enterprise_name"], "甲公司");
    assert_eq!(mended.record["decision_date"], "2023-06-02");
    assert!(mended.changed.iter().any(|c| c.field == "decision_date" && c.from == "2023.6.2"));
    assert!(mended.suggestions.iter().all(|p| p.kind == "suggested"), "{:?}", mended.suggestions);
    // Before the fixes the safe ones are among the proposals, with the text that they would write.
    let proposals = job.proposals_for("penalty", before).unwrap();
    let date = proposals.iter().find(|p| p.field.as_deref() == Some("decision_date")).unwrap();
    assert_eq!((date.kind.as_str(), date.changes[0].to.as_str()), ("safe", "2023-06-02"));
    // Fixed once, there is nothing to change.
    assert!(job.fix_record("penalty", mended.record).unwrap().changed.is_empty());
}

#[test]
fn only_records_without_errors_leave_and_the_others_are_named() {
    let mut job = job();
    let template = precheck_session::built_in_templates()[0].name.clone();
    let records = [
        record("甲公司", &uscc("MA0N8E4T"), 1, "2023-06-02"),
        record("乙公司", "91150525MA0N8E4T6A", 2, "2023-06-02"),
    ];
    let made = job.export_records(&template, "penalty", &records, Some("已核对")).unwrap();
    assert_eq!(made.file.records, 1);
    assert_eq!(made.stayed.iter().map(|s| (s.row, s.reason.as_str())).collect::<Vec<_>>(), [(1, "error")]);
    assert!(!made.bytes.is_empty());
    let none = job.export_records(&template, "penalty", &records[1..], None).unwrap_err();
    assert_eq!(none.key, "nothing-leaves");
    assert_eq!(job.export_records("?", "penalty", &records, None).unwrap_err().key, "template");
    assert_eq!(job.export_records(&template, "penalty", &[], None).unwrap_err().key, "nothing-leaves");
}

#[test]
fn what_does_not_exist_is_named() {
    let mut job = job();
    let bad: Record = [("nix".to_owned(), "x".to_owned())].into();
    assert_eq!(job.check_records("penalty", std::slice::from_ref(&bad)).unwrap_err().key, "no-field");
    assert_eq!(job.check_records("nix", &[]).unwrap_err().key, "no-kind");
    assert_eq!(job.check_field_of("penalty", "nix", "", Record::new()).unwrap_err().key, "no-field");
    assert!(job.kind_schema("nix").is_err());
    assert!(job.check_records("penalty", &[]).unwrap().is_empty());
    // A refused call leaves nothing half done.
    assert!(job.check_records("penalty", &[Record::new(), bad]).is_err());
    assert!(!job.check_records("penalty", &[Record::new()]).unwrap().is_empty());
}

#[test]
fn a_huge_text_is_judged_as_any_other() {
    let mut job = job();
    let text = "=cmd|'/C calc'!A0<script>".repeat(40_000);
    let record: Record = [("enterprise_name".to_owned(), text)].into();
    let findings = job.check_records("penalty", &[record]).unwrap();
    assert!(findings.iter().any(|f| f.field.as_deref() == Some("enterprise_name")));
}
