//! What the grid does to many rows at once: order, find and replace, filling down, rows in and out.

mod support;

use std::time::Instant;

use precheck_rules::Judgement;
use precheck_session::Job;
use precheck_session::api::{self, Request, Response};
use support::{job, open, overview, penalty, rows, sheet, uscc};

fn table(records: u32) -> Job {
    let code = uscc("MA0N3A4T");
    let lines: Vec<String> = (1..=records)
        .map(|n| penalty(&format!("{}公司", n % 7), &code, n, &format!("2023-0{}-0{}", 1 + n % 6, 1 + n % 9)))
        .collect();
    let mut job = job();
    open(&mut job, &[&sheet(&lines)]);
    job
}

fn ids(job: &Job) -> Vec<u32> {
    job.tables()[0].rows().iter().map(|row| row.0).collect()
}

fn sorted(field: &str, descending: bool) -> api::RowFilter {
    let sort = Some(api::RowSort { field: field.to_owned(), descending });
    api::RowFilter { sort, ..api::RowFilter::default() }
}

fn column(job: &mut Job, filter: &api::RowFilter, field: &str) -> Vec<String> {
    let at = overview(job).tables[0].columns.iter().position(|c| c.field == field).expect("a column");
    rows(job, 0, filter).rows.iter().map(|row| row.cells[at].text.clone()).collect()
}

fn edit(job: &mut Job, row: u32, field: &str, text: &str) {
    let edits = vec![api::CellEdit { row, field: field.to_owned(), text: text.to_owned() }];
    job.handle(Request::Edit { table: 0, edits });
}

fn is_as_judged_anew(job: &Job) {
    let full = Judgement::full(job.tables(), &job.settings().context());
    for table in 0..job.tables().len() {
        assert_eq!(job.judgement().of_table(table), full.of_table(table));
        for &row in job.tables()[table].rows() {
            let sorted = |judgement: &Judgement| {
                let mut found = judgement.of_row(table, row).to_vec();
                found.sort_by_key(|finding| Judgement::sort_key(&job.tables()[table], finding));
                found
            };
            assert_eq!(sorted(job.judgement()), sorted(&full), "{row:?}");
        }
    }
}

#[test]
fn rows_are_sorted_by_what_values_mean() {
    let mut job = table(5);
    let dates = ["2023年12月1日", "2023-06-02", "", "2023.6.10", "2022/1/1"];
    let amounts = ["10", "9", "", "0.5", "100"];
    for (row, (date, amount)) in dates.iter().zip(amounts).enumerate() {
        let id = ids(&job)[row];
        edit(&mut job, id, "decision_date", date);
        edit(&mut job, id, "fine_amount", amount);
    }
    let by_date = column(&mut job, &sorted("decision_date", false), "decision_date");
    assert_eq!(by_date, ["2022/1/1", "2023-06-02", "2023.6.10", "2023年12月1日", ""]);
    let by_amount = column(&mut job, &sorted("fine_amount", false), "fine_amount");
    assert_eq!(by_amount, ["0.5", "9", "10", "100", ""]);
    let down = column(&mut job, &sorted("fine_amount", true), "fine_amount");
    assert_eq!(down, ["100", "10", "9", "0.5", ""], "blanks are last either way");
    let unknown: Vec<u32> = rows(&mut job, 0, &sorted("nix", true)).rows.iter().map(|row| row.id).collect();
    assert_eq!(unknown, ids(&job), "equal ones stay as they stand");
}

#[test]
fn a_text_is_replaced_where_it_was_shown() {
    let mut job = table(20);
    let filter = api::ReplaceFilter {
        find: "3公司".to_owned(),
        with: "三公司".to_owned(),
        ..api::ReplaceFilter::default()
    };
    let Response::Fixes(found) =
        job.handle(Request::Matches { filter: filter.clone(), from: 0, count: 200 }).0
    else {
        panic!("a list")
    };
    assert_eq!(found.total, 3);
    assert_eq!((found.fixes[0].from.as_str(), found.fixes[0].to.as_str()), ("3公司", "三公司"));
    let field = found.fixes[0].address.field.clone();
    let before = column(&mut job, &api::RowFilter::default(), &field);
    let except = vec![found.fixes[1].address.clone()];
    let Response::Changed(changed) = job.handle(Request::Replace { filter, except }).0 else {
        panic!("changed")
    };
    assert_eq!(changed.touched, 2);
    let after = column(&mut job, &api::RowFilter::default(), &field);
    assert_eq!(after.iter().filter(|name| *name == "三公司").count(), 2);
    assert_eq!(after.iter().filter(|name| *name == "3公司").count(), 1);
    is_as_judged_anew(&job);
    job.handle(Request::Undo);
    assert_eq!(column(&mut job, &api::RowFilter::default(), &field), before);
    let nothing = api::ReplaceFilter { with: "x".to_owned(), ..api::ReplaceFilter::default() };
    assert!(matches!(
        job.handle(Request::Replace { filter: nothing, except: Vec::new() }).0,
        Response::Nothing
    ));
    let unknown = api::ReplaceFilter { field: "nix".to_owned(), ..api::ReplaceFilter::default() };
    let answer = job.handle(Request::Matches { filter: unknown, from: 0, count: 1 }).0;
    assert!(matches!(answer, Response::Problem(_)));
}

#[test]
fn cells_are_filled_from_the_first_row() {
    let mut job = table(6);
    let fields = vec!["decision_date".to_owned()];
    let rows = [1, 2, 4].map(|at| ids(&job)[at]).to_vec();
    job.handle(Request::FillDown { table: 0, rows, fields });
    let dates = column(&mut job, &api::RowFilter::default(), "decision_date");
    assert!(dates[1] == dates[2] && dates[1] == dates[4] && dates[1] != dates[3]);
    is_as_judged_anew(&job);
    let Response::Changed(undone) = job.handle(Request::Undo).0 else { panic!("changed") };
    assert_eq!(undone.touched, 2);
}

#[test]
fn rows_go_and_come_back_where_they_stood() {
    let mut job = table(30);
    let before = ids(&job);
    let rows = [29, 0, 7, 8, 9, 15].map(|at| before[at]).to_vec();
    job.handle(Request::DeleteRows { table: 0, rows });
    let left = ids(&job);
    assert_eq!(left.len(), 24);
    is_as_judged_anew(&job);
    job.handle(Request::InsertRows { table: 0, position: 3, count: 4 });
    let wider = ids(&job);
    assert_eq!((&wider[..3], &wider[7..]), (&left[..3], &left[3..]));
    job.handle(Request::Undo);
    assert_eq!(ids(&job), left);
    job.handle(Request::Undo);
    assert_eq!(ids(&job), before);
    is_as_judged_anew(&job);
    job.handle(Request::Redo);
    assert_eq!(ids(&job), left);
    job.handle(Request::Undo);
    assert_eq!(ids(&job), before);
}

#[test]
fn many_rows_go_in_less_time_than_they_are_judged() {
    let mut job = table(6_000);
    let began = Instant::now();
    Judgement::full(job.tables(), &job.settings().context());
    let judged = began.elapsed();
    let rows = ids(&job).into_iter().step_by(2).collect();
    let began = Instant::now();
    job.handle(Request::DeleteRows { table: 0, rows });
    let deleted = began.elapsed();
    assert_eq!(ids(&job).len(), 3_000);
    let began = Instant::now();
    let sort = sorted("decision_date", true);
    support::rows(&mut job, 0, &sort);
    println!(
        "6,000 rows: judged {judged:?}, half deleted {deleted:?}, the rest sorted {:?}",
        began.elapsed()
    );
    // What is left is judged anew, and counted: no row costs the length of the table.
    assert!(deleted < judged * 4, "{deleted:?} against {judged:?}");
}

/// A job with a record of 甲公司 and one of 乙公司.
fn two_companies() -> Job {
    let mut job = job();
    open(
        &mut job,
        &[&sheet(&[
            penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-02"),
            penalty("乙公司", &uscc("MA0P6H2C"), 2, "2023-06-02"),
        ])],
    );
    job
}

#[test]
fn the_next_cell_with_a_text_is_found_around_the_end() {
    let mut job = two_companies();
    let mut find = |search: &str, from: Option<(u32, &str)>, forward| {
        let filter = api::RowFilter { search: search.to_owned(), ..api::RowFilter::default() };
        let fields = vec!["enterprise_name".to_owned(), "authority".to_owned(), "document_no".to_owned()];
        let from = from.map(|(row, field)| (row, field.to_owned()));
        match job.handle(Request::Find { table: 0, filter, fields, from, forward }).0 {
            Response::Found(found) => (found.number, found.total, found.row, found.field),
            other => panic!("{other:?}"),
        }
    };
    let at = |number, total, row, field: &str| (number, total, Some(row), field.to_owned());
    assert_eq!(find("奈", None, true), at(1, 4, 1, "authority"));
    assert_eq!(find("奈", Some((1, "authority")), true), at(2, 4, 1, "document_no"));
    assert_eq!(find("奈", Some((2, "document_no")), true), at(1, 4, 1, "authority"));
    assert_eq!(find("奈", Some((1, "authority")), false), at(4, 4, 2, "document_no"));
    assert_eq!(find("乙", Some((2, "document_no")), true), at(1, 1, 2, "enterprise_name"));
    assert_eq!(find("没有", None, true), (0, 0, None, String::new()));
    assert_eq!(find("", None, true).1, 0);
}

#[test]
fn a_paste_says_beforehand_what_it_changes() {
    let mut job = two_companies();
    let fields = vec!["enterprise_name".to_owned(), "remark".to_owned()];
    let text = "甲公司\t一\n丙公司\t二\t多\n丁公司\t三".to_owned();
    let filter = api::RowFilter::default();
    let plan = Request::PastePlan {
        table: 0,
        row: 1,
        fields: fields.clone(),
        filter: filter.clone(),
        text: text.clone(),
    };
    let Response::PastePlan(plan) = job.handle(plan).0 else { panic!("a plan") };
    assert_eq!((plan.cells, plan.rows_added, plan.beyond), (5, 1, 1));
    let overwritten = &plan.overwritten.fixes;
    assert_eq!(
        (plan.overwritten.total, overwritten[0].from.as_str(), overwritten[0].to.as_str()),
        (1, "乙公司", "丙公司")
    );
    assert_eq!(overwritten[0].number, Some(3));
    // Looking changes nothing; pasting changes as many cells.
    assert!(matches!(job.handle(Request::Undo).0, Response::Nothing));
    let paste = Request::Paste { table: 0, row: 1, field: fields[0].clone(), fields, filter, text };
    let Response::Changed(changed) = job.handle(paste).0 else { panic!("a change") };
    assert_eq!(changed.touched, plan.cells);
}
