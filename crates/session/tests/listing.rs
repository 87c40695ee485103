//! What the page asks: windows, filters, F8, cells, blocks, rows in and out.

mod support;

use precheck_session::Job;
use precheck_session::api::{self, Address, FindingFilter, Request, Response, RowFilter};
use support::{changed, edit, items, job, of_rule, open, overview, penalty, rows, sheet, uscc};

/// `count` records, every third with an error in its code, every fifth overdue.
fn many(count: usize) -> String {
    let lines: Vec<String> = (0..count)
        .map(|n| {
            let code = if n % 3 == 0 { "91150525MA0N8E4T6A".to_owned() } else { uscc(&format!("MA0{n:05}")) };
            let date = if n % 5 == 0 { "2023-05-05" } else { "2023-06-05" };
            penalty(&format!("第{n}公司"), &code, n as u32 + 1, date)
        })
        .collect();
    sheet(&lines)
}

fn opened(count: usize) -> Job {
    let mut job = job();
    open(&mut job, &[&many(count)]);
    job
}

fn severity(severity: &str) -> FindingFilter {
    FindingFilter { severities: vec![severity.to_owned()], ..FindingFilter::default() }
}

fn detail(response: Response) -> api::DetailView {
    match response {
        Response::Detail(detail) => *detail,
        other => panic!("{other:?}"),
    }
}

#[test]
fn windows_hold_at_most_two_hundred() {
    let mut job = opened(300);
    let ask = |job: &mut Job, from, count| match job
        .handle(Request::Rows { table: 0, filter: RowFilter::default(), from, count })
        .0
    {
        Response::Rows(rows) => rows,
        other => panic!("{other:?}"),
    };
    let window = ask(&mut job, 0, 1000);
    assert_eq!((window.total, window.rows.len()), (300, 200));
    let window = ask(&mut job, 250, 1000);
    assert_eq!((window.from, window.rows.len(), window.rows[0].position), (250, 50, 250));
    assert_eq!(window.rows[0].number, Some(252));
    assert_eq!(ask(&mut job, 999, 10).rows.len(), 0);
    let all = Request::Items { filter: FindingFilter::default(), from: 0, count: usize::MAX };
    let Response::Items(all) = job.handle(all).0 else { panic!("items") };
    assert_eq!(all.items.len(), 200.min(all.total));
}

#[test]
fn rows_pass_filters() {
    let mut job = opened(30);
    let only =
        RowFilter { only_findings: true, findings: of_rule("uscc-check-character"), ..RowFilter::default() };
    let found = rows(&mut job, 0, &only);
    assert_eq!(found.total, 10);
    assert!(found.rows.iter().all(|r| r.position % 3 == 0 && r.severity == "error"));
    let search = RowFilter { search: "第２ 公司".to_owned(), ..RowFilter::default() };
    assert_eq!(rows(&mut job, 0, &search).rows.iter().map(|r| r.position).collect::<Vec<_>>(), [2]);
    let overdue = RowFilter { days_left: Some((i32::MIN, -1)), ..RowFilter::default() };
    assert_eq!(rows(&mut job, 0, &overdue).total, 6);
    let bar = RowFilter { days_left: Some((-5, -5)), ..RowFilter::default() };
    assert_eq!(rows(&mut job, 0, &bar).total, 6);
    let both = RowFilter { search: "公司".to_owned(), ..overdue };
    assert_eq!(rows(&mut job, 0, &both).total, 6);
    let row = found.rows[4].id;
    let Response::Position { position } = job.handle(Request::Locate { table: 0, filter: only, row }).0
    else {
        panic!("position")
    };
    assert_eq!(position, Some(4));
    let unknown = RowFilter { only_findings: true, findings: of_rule("nix"), ..RowFilter::default() };
    assert_eq!(rows(&mut job, 0, &unknown).total, 0);
}

#[test]
fn groups_count_what_the_filter_leaves() {
    let mut job = opened(30);
    let groups = |job: &mut Job, filter: FindingFilter| match job.handle(Request::Groups { filter }).0 {
        Response::Groups(groups) => groups,
        other => panic!("{other:?}"),
    };
    let all = groups(&mut job, FindingFilter::default());
    let codes: Vec<(&str, &str)> =
        all.groups.iter().map(|g| (g.severity.as_str(), g.code.as_str())).collect();
    assert_eq!((codes[0].0, codes.last().unwrap().0), ("error", "info"));
    let count = |rule: &str| all.groups.iter().find(|g| g.rule == rule).unwrap().count;
    assert_eq!((count("uscc-check-character"), count("overdue")), (10, 6));
    let errors = groups(&mut job, severity("error"));
    assert_eq!(errors.counts, all.counts);
    assert!(errors.groups.iter().all(|g| g.severity == "error"));
    let timely = FindingFilter { dimension: "timeliness".to_owned(), ..FindingFilter::default() };
    assert!(groups(&mut job, timely).groups.iter().all(|g| g.dimension == "timeliness"));
    let total: usize = all.groups.iter().map(|g| g.count).sum();
    assert_eq!(items(&mut job, &FindingFilter::default()).total, total);
}

#[test]
fn f8_walks_all_findings_there_and_back() {
    let mut job = opened(12);
    let filter = severity("error");
    let total = items(&mut job, &filter).total;
    let walk = |job: &mut Job, forward: bool| {
        let mut seen: Vec<Address> = Vec::new();
        let mut from = None;
        loop {
            let step = Request::Step { filter: filter.clone(), from: from.clone(), forward };
            let Response::Detail(detail) = job.handle(step).0 else { break };
            assert_eq!(detail.total, total);
            seen.push(detail.address.clone());
            from = Some(detail.address);
        }
        seen
    };
    let forward = walk(&mut job, true);
    let mut back = walk(&mut job, false);
    back.reverse();
    assert_eq!((forward.len(), &forward), (total, &back));
    // From a finding that is mended by now, the walk goes on from its row.
    edit(&mut job, 0, forward[1].row.unwrap(), "uscc", &uscc("MA0N3A4T"));
    let step = Request::Step { filter: filter.clone(), from: Some(forward[1].clone()), forward: true };
    assert_eq!(detail(job.handle(step).0).address, forward[2]);
    let step = Request::Step { filter, from: Some(forward[1].clone()), forward: false };
    assert_eq!(detail(job.handle(step).0).address, forward[0]);
}

#[test]
fn cells_show_their_gravest_finding_and_what_stood_there() {
    let mut job = opened(3);
    let view = rows(&mut job, 0, &RowFilter::default());
    let columns = overview(&mut job).tables[0].columns.clone();
    let at = |field: &str| columns.iter().position(|c| c.field == field).unwrap();
    let cell = &view.rows[0].cells[at("uscc")];
    assert_eq!((cell.severity.as_str(), cell.before.as_deref()), ("error", None));
    assert!(cell.message.starts_with("「统一社会信用代码」"));
    assert_eq!((columns[at("uscc")].letters.as_str(), columns[at("remark")].letters.as_str()), ("B", ""));
    let ask = Request::At { table: 0, row: view.rows[0].id, field: "uscc".to_owned() };
    let shown = detail(job.handle(ask).0);
    assert_eq!((shown.code.as_str(), shown.message.as_str()), ("A004", cell.message.as_str()));
    assert!(!shown.basis.is_empty() && !shown.why.is_empty() && !shown.how.is_empty());
    edit(&mut job, 0, view.rows[0].id, "uscc", &uscc("MA0N3A4T"));
    let view = rows(&mut job, 0, &RowFilter::default());
    let cell = &view.rows[0].cells[at("uscc")];
    assert_eq!((cell.severity.as_str(), cell.before.as_deref()), ("", Some("91150525MA0N8E4T6A")));
    let ask = Request::At { table: 0, row: view.rows[0].id, field: "uscc".to_owned() };
    assert_eq!(job.handle(ask).0, Response::Nothing);
}

#[test]
fn personal_numbers_show_in_the_editor_only() {
    let line = penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-05")
        .replace("罚款人民币5000元", "罚款人民币5000元，电话13847512345");
    let mut job = job();
    open(&mut job, &[&sheet(&[line])]);
    let shown = format!("{:?}", rows(&mut job, 0, &RowFilter::default()));
    assert!(!shown.contains("13847512345") && shown.contains("138****2345"));
    let row = rows(&mut job, 0, &RowFilter::default()).rows[0].id;
    let ask = Request::Cell { table: 0, row, field: "penalty_content".to_owned() };
    assert_eq!(job.handle(ask).0, Response::Text { text: "罚款人民币5000元，电话13847512345".to_owned() });
}

#[test]
fn blocks_go_out_and_come_in_over_the_rows_that_are_shown() {
    let mut job = opened(6);
    let only =
        RowFilter { only_findings: true, findings: of_rule("uscc-check-character"), ..RowFilter::default() };
    let shown: Vec<u32> = rows(&mut job, 0, &only).rows.iter().map(|r| r.id).collect();
    assert_eq!(shown.len(), 2);
    let fields = vec!["enterprise_name".to_owned(), "uscc".to_owned()];
    let copy = Request::Copy { table: 0, rows: shown.clone(), fields: fields.clone() };
    assert_eq!(
        job.handle(copy).0,
        Response::Text { text: "第0公司\t91150525MA0N8E4T6A\n第3公司\t91150525MA0N8E4T6A".to_owned() }
    );
    let (a, b) = (uscc("MA0N3A4T"), uscc("MA0P6H2C"));
    let paste = Request::Paste {
        table: 0,
        row: shown[0],
        field: fields[0].clone(),
        fields: fields.clone(),
        filter: only.clone(),
        text: format!("\"甲\n公司\"\t{a}\r\n乙公司\t{b}\r\n丙公司\t{a}\r\n"),
    };
    let pasted = changed(job.handle(paste).0);
    assert_eq!((pasted.touched, pasted.overview.totals.records), (6, 7));
    let all = rows(&mut job, 0, &RowFilter::default());
    let names: Vec<&str> = all.rows.iter().map(|r| r.cells[0].text.as_str()).collect();
    assert_eq!(names, ["甲\n公司", "第1公司", "第2公司", "乙公司", "第4公司", "第5公司", "丙公司"]);
    assert_eq!(all.rows[6].number, None);
    assert_eq!(changed(job.handle(Request::Undo).0).overview.totals.records, 6);
    assert_eq!(changed(job.handle(Request::Redo).0).overview.totals.records, 7);
}

#[test]
fn rows_come_and_go() {
    let mut job = opened(5);
    let inserted = changed(job.handle(Request::InsertRows { table: 0, position: 2, count: 2 }).0);
    assert_eq!((inserted.done.as_str(), inserted.overview.totals.records), ("插入 2 行", 7));
    let all = rows(&mut job, 0, &RowFilter::default());
    let numbers: Vec<Option<u32>> = all.rows.iter().map(|r| r.number).collect();
    assert_eq!(numbers, [Some(2), Some(3), None, None, Some(4), Some(5), Some(6)]);
    assert!(all.rows[2].severity == "error", "a blank record lacks what is required");
    let gone = vec![all.rows[0].id, all.rows[3].id, 9999];
    let deleted = changed(job.handle(Request::DeleteRows { table: 0, rows: gone }).0);
    assert_eq!((deleted.touched, deleted.overview.totals.records), (2, 5));
    let edited = edit(&mut job, 0, all.rows[0].id, "remark", "x");
    assert!(matches!(edited, Response::Problem(p) if p.key == "no-row"));
    job.handle(Request::Undo);
    job.handle(Request::Undo);
    let numbers: Vec<Option<u32>> =
        rows(&mut job, 0, &RowFilter::default()).rows.iter().map(|r| r.number).collect();
    assert_eq!(numbers, [Some(2), Some(3), Some(4), Some(5), Some(6)]);
}

#[test]
fn requests_about_nothing_are_refused_with_a_reason() {
    let mut job = opened(1);
    let filter = RowFilter::default();
    let keys = [
        (Request::Rows { table: 7, filter, from: 0, count: 1 }, "no-table"),
        (Request::Cell { table: 0, row: 1, field: "nix".to_owned() }, "no-field"),
        (Request::Cell { table: 0, row: 77, field: "uscc".to_owned() }, "no-row"),
    ];
    for (request, key) in keys {
        assert!(matches!(job.handle(request).0, Response::Problem(p) if p.key == key), "{key}");
    }
    assert_eq!(job.handle(Request::Undo).0, Response::Nothing);
    let nowhere = Address { table: 5, row: Some(1), field: "uscc".to_owned(), rule: "overdue".to_owned() };
    assert_eq!(job.handle(Request::Fix { address: nowhere }).0, Response::Nothing);
}

#[test]
fn settings_judge_anew_and_keep_the_edits() {
    let mut job = opened(5);
    edit(&mut job, 0, 2, "remark", "改过");
    let later = api::Settings { today: "2023-07-30".to_owned(), ..api::Settings::default() };
    let (response, _) = job.handle(Request::Configure { settings: later });
    assert!(matches!(response, Response::Overview(o) if !o.judged && o.today == "2023-07-30"));
    while job.judge_step(2).is_some() {}
    let after = overview(&mut job);
    assert_eq!((after.judged, after.deadline.overdue), (true, 5));
    assert_eq!(after.undo.as_deref(), Some("修改 1 处"));
    let wrong = api::Settings { today: "gestern".to_owned(), ..api::Settings::default() };
    assert!(
        matches!(job.handle(Request::Configure { settings: wrong }).0, Response::Problem(p) if p.key == "today")
    );
    assert_eq!(overview(&mut job).today, "2023-07-30");
}

#[test]
fn rows_show_before_everything_is_judged_and_a_change_waits_for_it() {
    let mut job = job();
    let source = support::source("a.csv", api::Origin::File);
    job.handle(Request::Open { sources: vec![source] });
    job.open_source(many(50).as_bytes());
    let progress = job.judge_step(10).unwrap();
    assert_eq!((progress.done, progress.total), (10, 50));
    let early = overview(&mut job);
    assert!(!early.judged && early.totals.records == 50);
    assert_eq!(rows(&mut job, 0, &RowFilter::default()).rows.len(), 50);
    changed(edit(&mut job, 0, 2, "remark", "x"));
    assert!(job.judge_step(10).is_none());
    let late = overview(&mut job);
    assert!(late.judged && late.undo.is_some());
    assert_eq!(items(&mut job, &of_rule("uscc-check-character")).total, 17);
}

#[test]
fn columns_can_be_mapped_where_no_header_is_known() {
    let text = "A,B,C\n甲公司,91150525MA0N8E4T6A,2023-06-05\n";
    let mut job = job();
    open(&mut job, &[text]);
    let view = overview(&mut job);
    assert!(view.tables.is_empty());
    let question = &view.sources[0].questions[0];
    assert_eq!(
        (question.table, question.columns.len(), question.preview[1][0].as_str()),
        (None, 3, "甲公司")
    );
    let mut source = support::source("a.csv", api::Origin::File);
    source.options.mappings.push(api::SheetMapping {
        sheet: 0,
        kind: "penalty".to_owned(),
        header_row: 1,
        columns: vec![
            (0, "enterprise_name".to_owned()),
            (1, "uscc".to_owned()),
            (2, "decision_date".to_owned()),
        ],
    });
    job.handle(Request::Open { sources: vec![source] });
    job.open_source(text.as_bytes());
    job.judge_all();
    let view = overview(&mut job);
    assert_eq!((view.tables.len(), view.totals.records), (1, 1));
    assert_eq!(items(&mut job, &of_rule("uscc-check-character")).total, 1);
}

#[test]
fn proposals_are_applied_but_for_those_left_out() {
    let lines: Vec<String> = ["2023.6.1", "2023/6/2", "2023年6月5日"]
        .iter()
        .enumerate()
        .map(|(n, date)| penalty(&format!(" 第{n}公司"), &uscc(&format!("MA0{n:05}")), n as u32 + 1, date))
        .collect();
    let mut job = job();
    open(&mut job, &[&sheet(&lines)]);
    assert_eq!(overview(&mut job).safe_fixes, 6);
    let filter = api::FixFilter { rule: "date-form".to_owned(), table: None };
    let list = Request::Fixes { filter: filter.clone(), from: 1, count: 200 };
    let Response::Fixes(fixes) = job.handle(list).0 else { panic!("fixes") };
    assert_eq!((fixes.total, fixes.fixes.len()), (3, 2));
    assert_eq!((fixes.fixes[0].from.as_str(), fixes.fixes[0].to.as_str()), ("2023/6/2", "2023-06-02"));
    let except = vec![fixes.fixes[0].address.clone()];
    let applied = changed(job.handle(Request::ApplyFixes { filter, except: except.clone() }).0);
    assert_eq!((applied.touched, applied.done.as_str()), (2, "修复 2 处"));
    assert_eq!(applied.overview.safe_fixes, 4);
    let all = Request::ApplyFixes { filter: api::FixFilter::default(), except };
    assert_eq!(changed(job.handle(all).0).touched, 3);
    let dates: Vec<String> = (1..=3)
        .map(|row| {
            job.tables()[0]
                .cell(precheck_schema::RowId(row), precheck_schema::FieldKey::DecisionDate)
                .text
                .to_owned()
        })
        .collect();
    assert_eq!(dates, ["2023-06-01", "2023/6/2", "2023-06-05"]);
    let open = support::items(&mut job, &of_rule("date-form"));
    let detail = detail(
        job.handle(Request::Detail {
            address: open.items[0].address.clone(),
            filter: FindingFilter::default(),
        })
        .0,
    );
    assert_eq!((detail.fix.as_str(), detail.same_rule_fixes), ("safe", 1));
    assert_eq!(detail.changes[0].3, "2023-06-02");
    changed(job.handle(Request::Undo).0);
    changed(job.handle(Request::Undo).0);
    assert_eq!(overview(&mut job).safe_fixes, 6);
}
