//! The built-in sample shows the same on every day.

mod support;

use precheck_schema::date::Date;
use precheck_session::{Job, Settings, api};

/// Errors and warnings of the sample: sheet, row, code.
fn shown(today: Date) -> Vec<(String, u32, String)> {
    let mut job = Job::new(Settings::on(today));
    support::open_sample(&mut job);
    let tables = job.file_report(0).tables;
    let of = |table: &api::TableReport| {
        let grave = table.findings.iter().filter(|f| f.severity != "info");
        grave.map(|f| (table.kind.clone(), f.row.unwrap_or(0), f.rule.clone())).collect::<Vec<_>>()
    };
    tables.iter().flat_map(of).collect()
}

#[test]
fn the_sample_shows_typical_problems_on_any_day() {
    let expected = [
        ("penalty", 5, "A004"),
        ("penalty", 6, "T001"),
        ("penalty", 7, "A031"),
        ("penalty", 9, "S001"),
        ("penalty", 11, "A081"),
        ("penalty", 12, "P002"),
        ("penalty", 13, "A063"),
        ("penalty", 14, "V001"),
        ("penalty", 15, "A022"),
        ("penalty", 15, "C001"),
        ("license-grant", 5, "A034"),
        ("license-grant", 7, "A022"),
        ("license-grant", 7, "C003"),
        ("license-grant", 8, "A036"),
        ("inspection", 5, "A050"),
        ("inspection", 6, "A033"),
        ("inspection", 7, "T001"),
        ("blacklist", 4, "S008"),
    ];
    let expected: Vec<_> = expected.map(|(kind, row, code)| (kind.to_owned(), row, code.to_owned())).into();
    let mut day = Date::from_ymd_opt(2026, 11, 20).unwrap();
    for _ in 0..60 {
        assert_eq!(shown(day), expected, "{day}");
        day = day.succ_opt().unwrap();
    }
}
