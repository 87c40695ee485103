//! Properties of changes: the findings stay those of a fresh run, undoing everything restores every cell, and
//! safe fixes remove their finding without adding one.

mod support;

use std::collections::BTreeSet;

use precheck_rules::Judgement;
use precheck_schema::{FieldKey, RowId};
use precheck_session::api::{self, Request, Response};
use precheck_session::{Job, Settings};
use proptest::prelude::*;
use support::{HEADER, job, open, open_sample, overview, penalty, sheet, today, uscc};

/// Texts that occur in penalty tables, good and bad.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        " ",
        "无",
        "甲公司",
        "乙 公司",
        "奈曼旗消防大队",
        "奈曼旗消防救援大队",
        "奈(消)行罚决字〔2023〕第0001号",
        "奈(消)行罚决字[2023]第0002号",
        "2023-06-01",
        "2023.6.2",
        "2023-06-31",
        "2024-01-01",
        "1年",
        "3年",
        "罚款",
        "简易程序",
        "０．５",
        "5000",
        "联系电话13847512345",
        "罚款人民币5000元",
        "91150525MA0N8E4T6A",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push(uscc("MA0N3A4T"));
    texts.push(uscc("MA0P6H2C").to_lowercase());
    texts
}

fn two_files() -> [String; 2] {
    let (a, b) = (uscc("MA0N3A4T"), uscc("MA0P6H2C"));
    let first = sheet(&[
        penalty("甲公司", &a, 1, "2023-06-01"),
        penalty("甲 公司", &a, 2, "2023.6.2"),
        penalty("乙公司", &b, 2, "2023-04-01"),
        penalty("丙公司", "91150525MA0N8E4T6A", 4, "2023-06-05"),
    ]);
    let second = sheet(&[penalty("甲公司", &a, 1, "2023-06-01"), penalty("丁公司", &b, 5, "2023/6/7")]);
    [first, second]
}

#[derive(Debug, Clone)]
enum Act {
    Edit { table: usize, row: usize, field: usize, text: usize },
    Paste { table: usize, row: usize, field: usize, texts: Vec<usize>, width: usize },
    Insert { table: usize, position: usize, count: usize },
    Delete { table: usize, rows: Vec<usize> },
    FixAll,
    FixOne { nth: usize },
    Confirm { nth: usize },
    Unconfirm { nth: usize },
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    let texts = texts().len();
    prop_oneof![
        4 => (0..2usize, 0..9usize, 0..17usize, 0..texts)
            .prop_map(|(table, row, field, text)| Act::Edit { table, row, field, text }),
        2 => (0..2usize, 0..9usize, 0..17usize, prop::collection::vec(0..texts, 1..9), 1..4usize)
            .prop_map(|(table, row, field, texts, width)| Act::Paste { table, row, field, texts, width }),
        1 => (0..2usize, 0..9usize, 1..3usize)
            .prop_map(|(table, position, count)| Act::Insert { table, position, count }),
        1 => (0..2usize, prop::collection::vec(0..9usize, 1..3))
            .prop_map(|(table, rows)| Act::Delete { table, rows }),
        1 => Just(Act::FixAll),
        1 => (0..40usize).prop_map(|nth| Act::FixOne { nth }),
        1 => (0..40usize).prop_map(|nth| Act::Confirm { nth }),
        1 => (0..40usize).prop_map(|nth| Act::Unconfirm { nth }),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

/// The id of a row by its position, where there are so many.
fn row_at(job: &Job, table: usize, position: usize) -> Option<u32> {
    let rows = job.tables()[table].rows();
    (!rows.is_empty()).then(|| rows[position % rows.len()].0)
}

fn field_at(job: &Job, table: usize, position: usize) -> String {
    let fields = job.tables()[table].kind.fields();
    fields[position % fields.len()].key.key().to_owned()
}

fn nth_finding(job: &mut Job, nth: usize) -> Option<api::Address> {
    let items = support::items(job, &api::FindingFilter::default()).items;
    (!items.is_empty()).then(|| items[nth % items.len()].address.clone())
}

fn carry_out(job: &mut Job, act: &Act) {
    let texts = texts();
    let request = match act {
        Act::Edit { table, row, field, text } => {
            let Some(row) = row_at(job, *table, *row) else { return };
            let field = field_at(job, *table, *field);
            Request::Edit {
                table: *table,
                edits: vec![api::CellEdit { row, field, text: texts[*text].clone() }],
            }
        }
        Act::Paste { table, row, field, texts: block, width } => {
            let Some(row) = row_at(job, *table, *row) else { return };
            let kind = job.tables()[*table].kind;
            let start = field % kind.fields().len();
            let fields: Vec<String> = kind.fields()[start..].iter().map(|f| f.key.key().to_owned()).collect();
            let lines = block.chunks(*width);
            let lines =
                lines.map(|line| line.iter().map(|&t| texts[t].as_str()).collect::<Vec<_>>().join("\t"));
            let text = lines.collect::<Vec<_>>().join("\n");
            let filter = api::RowFilter::default();
            Request::Paste { table: *table, row, field: fields[0].clone(), fields, filter, text }
        }
        Act::Insert { table, position, count } => {
            Request::InsertRows { table: *table, position: *position, count: *count }
        }
        Act::Delete { table, rows } => {
            let rows = rows.iter().filter_map(|&row| row_at(job, *table, row)).collect();
            Request::DeleteRows { table: *table, rows }
        }
        Act::FixAll => Request::ApplyFixes { filter: api::FixFilter::default(), except: Vec::new() },
        Act::FixOne { nth } => {
            let Some(address) = nth_finding(job, *nth) else { return };
            Request::Fix { address }
        }
        Act::Confirm { nth } => {
            let Some(address) = nth_finding(job, *nth) else { return };
            Request::Confirm { addresses: vec![address], rule: String::new(), reason: "已核对".to_owned() }
        }
        Act::Unconfirm { nth } => {
            let Some(address) = nth_finding(job, *nth) else { return };
            Request::Unconfirm { addresses: vec![address] }
        }
        Act::Undo => Request::Undo,
        Act::Redo => Request::Redo,
    };
    let (response, _) = job.handle(request);
    assert!(!matches!(response, Response::Problem(_)), "{act:?}: {response:?}");
}

/// Every finding, in order.
fn findings(job: &Job, judgement: &Judgement) -> Vec<Vec<precheck_rules::Finding>> {
    (0..job.tables().len()).map(|table| judgement.all(job.tables(), table)).collect()
}

/// Every cell of every row, with the ids of the rows.
fn cells(job: &Job) -> Vec<Vec<(RowId, Vec<String>)>> {
    let table = |table: &precheck_schema::Table| {
        let row = |&row: &RowId| {
            let fields = table.kind.fields().iter();
            (row, fields.map(|f| table.cell(row, f.key).text.to_owned()).collect())
        };
        table.rows().iter().map(row).collect()
    };
    job.tables().iter().map(table).collect()
}

/// What the overview counts, without what depends on the history of the job.
fn counts(job: &mut Job) -> (api::Totals, Vec<api::DimensionView>, api::DeadlineView, usize, usize) {
    let overview = overview(job);
    (overview.totals, overview.dimensions, overview.deadline, overview.safe_fixes, overview.open)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn findings_and_counts_stay_those_of_a_fresh_run(acts in prop::collection::vec(act(), 1..14)) {
        let mut job = job();
        let files = two_files();
        open(&mut job, &[&files[0], &files[1]]);
        let start = cells(&job);
        for act in &acts {
            carry_out(&mut job, act);
            let fresh = Judgement::full(job.tables(), &job.settings().context());
            prop_assert_eq!(findings(&job, job.judgement()), findings(&job, &fresh), "after {:?}", act);
        }
        let kept = counts(&mut job);
        job.configure(Settings::on(today()));
        job.judge_all();
        prop_assert_eq!(kept, counts(&mut job));
        while matches!(job.handle(Request::Undo).0, Response::Changed(_)) {}
        prop_assert_eq!(cells(&job), start.clone());
        let fresh = Judgement::full(job.tables(), &job.settings().context());
        prop_assert_eq!(findings(&job, job.judgement()), findings(&job, &fresh));
        prop_assert!(overview(&mut job).undo.is_none());
        while matches!(job.handle(Request::Redo).0, Response::Changed(_)) {}
        while matches!(job.handle(Request::Undo).0, Response::Changed(_)) {}
        prop_assert_eq!(cells(&job), start);
    }

    #[test]
    fn the_same_calls_give_the_same_answers(acts in prop::collection::vec(act(), 1..10)) {
        let files = two_files();
        let run = || {
            let mut job = job();
            open(&mut job, &[&files[0], &files[1]]);
            for act in &acts {
                carry_out(&mut job, act);
            }
            let items = support::items(&mut job, &api::FindingFilter::default());
            (cells(&job), overview(&mut job), items)
        };
        prop_assert_eq!(run(), run());
    }

    #[test]
    fn a_safe_fix_removes_its_finding_and_adds_none(
        rows in prop::collection::vec(prop::collection::vec(0..texts().len(), 11), 1..4)
    ) {
        let texts = texts();
        let line = |row: &Vec<usize>| row.iter().map(|&t| texts[t].clone()).collect::<Vec<_>>().join(",");
        let text = format!("{HEADER}\n{}\n", rows.iter().map(line).collect::<Vec<_>>().join("\n"));
        let mut job = job();
        open(&mut job, &[&text]);
        if job.tables().is_empty() {
            return Ok(());
        }
        check_safe_fixes(&mut job)?;
    }
}

/// Where each finding is: table, row, field, rule.
fn places(job: &Job) -> BTreeSet<(usize, Option<RowId>, Option<FieldKey>, &'static str)> {
    let tables = 0..job.tables().len();
    let all = tables.flat_map(|t| job.judgement().all(job.tables(), t).into_iter().map(move |f| (t, f)));
    all.map(|(t, f)| (t, f.row, f.field, precheck_rules::catalogue().rule(f.rule).code)).collect()
}

fn check_safe_fixes(job: &mut Job) -> Result<(), TestCaseError> {
    let filter = api::FixFilter::default();
    let Response::Fixes(fixes) = job.handle(Request::Fixes { filter, from: 0, count: 200 }).0 else {
        return Err(TestCaseError::fail("fixes"));
    };
    prop_assert_eq!(fixes.total, overview(job).safe_fixes);
    for fix in &fixes.fixes {
        let (before, texts) = (places(job), cells(job));
        let response = job.handle(Request::Fix { address: fix.address.clone() }).0;
        prop_assert!(matches!(response, Response::Changed(_)), "{:?}: {:?}", fix, response);
        let after = places(job);
        let gone = (
            fix.address.table,
            fix.address.row.map(RowId),
            FieldKey::from_key(&fix.address.field),
            fix.code.as_str(),
        );
        prop_assert!(!after.contains(&gone), "{} stays at {:?}", fix.code, fix);
        // A finding of another row may change its place: the earlier record of a pair is the one that is named.
        let own = |places: &BTreeSet<(usize, Option<RowId>, Option<FieldKey>, &'static str)>| {
            places.iter().filter(|p| (p.0, p.1) == (gone.0, gone.1)).copied().collect::<BTreeSet<_>>()
        };
        let added: Vec<_> = own(&after).difference(&own(&before)).copied().collect();
        prop_assert!(added.is_empty(), "{} at {:?} adds {:?}", fix.code, fix, added);
        prop_assert!(matches!(job.handle(Request::Undo).0, Response::Changed(_)));
        prop_assert_eq!(cells(job), texts);
    }
    Ok(())
}

#[test]
fn safe_fixes_of_the_sample() {
    let mut job = job();
    open_sample(&mut job);
    check_safe_fixes(&mut job).unwrap();
    let before = cells(&job);
    let safe = overview(&mut job).safe_fixes;
    assert!(safe > 0);
    let filter = api::FixFilter::default();
    let changed = support::changed(job.handle(Request::ApplyFixes { filter, except: Vec::new() }).0);
    assert_eq!(changed.overview.safe_fixes, 0);
    assert!(changed.touched > 0 && changed.overview.undo.is_some());
    job.handle(Request::Undo);
    assert_eq!(cells(&job), before);
    assert_eq!(overview(&mut job).safe_fixes, safe);
}
