//! The facade as the page drives it: open, judge, list, edit, undo, fix, plan, export.

use precheck_session::api::{self, Request, Response};
use precheck_session::{Job, Settings};

const HEADER: &str = "企业名称,统一社会信用代码,注册号,处罚机关,处罚决定书文号,违法行为类型,行政处罚内容,处罚决定日期,公示期限,处罚种类,罚款金额(万元)";

fn job() -> Job {
    let today = precheck_schema::date::Date::from_ymd_opt(2023, 6, 16).unwrap();
    Job::new(Settings::on(today))
}

fn open(job: &mut Job, text: &str) {
    let source = api::Source {
        name: "处罚.csv".to_owned(),
        origin: api::Origin::File,
        options: api::SourceOptions::default(),
    };
    let (response, _) = job.handle(Request::Open { sources: vec![source] });
    assert!(matches!(response, Response::Overview(_)));
    job.open_source(text.as_bytes());
    while job.judge_step(1).is_some() {}
}

fn overview(job: &mut Job) -> api::Overview {
    match job.handle(Request::Overview).0 {
        Response::Overview(overview) => *overview,
        other => panic!("{other:?}"),
    }
}

fn two_names() -> String {
    format!(
        "{HEADER}\n\
         甲公司,91150525MA0N8E4T6A,,奈曼旗消防救援大队,奈消行罚决字〔2023〕第0001号,占用疏散通道,罚款5000元,2023-06-01,1年,罚款,0.5\n\
         甲公司,91150525MA0N8E4T6A,,奈曼旗消防救援大队,奈消行罚决字〔2023〕第0002号,占用疏散通道,罚款5000元,2023-06-02,1年,罚款,0.5\n"
    )
}

#[test]
fn opens_lists_edits_and_undoes() {
    let mut job = job();
    open(&mut job, &two_names());
    let first = overview(&mut job);
    assert!(first.judged);
    assert_eq!(first.tables.len(), 1);
    assert_eq!(first.totals.records, 2);
    assert_eq!(first.tables[0].kind, "penalty");
    let filter = api::RowFilter::default();
    let (Response::Rows(rows), _) = job.handle(Request::Rows { table: 0, filter, from: 0, count: 500 })
    else {
        panic!("rows")
    };
    assert_eq!((rows.total, rows.rows.len(), rows.rows[0].number), (2, 2, Some(2)));
    let before = rows.rows[1].clone();
    let edit =
        api::CellEdit { row: before.id, field: "enterprise_name".to_owned(), text: "乙公司".to_owned() };
    let (Response::Changed(changed), _) = job.handle(Request::Edit { table: 0, edits: vec![edit] }) else {
        panic!("changed")
    };
    assert_eq!(changed.touched, 1);
    assert!(changed.overview.undo.is_some());
    let named = api::FindingFilter { rule: "one-code-two-names".to_owned(), ..Default::default() };
    let (Response::Items(items), _) =
        job.handle(Request::Items { filter: named.clone(), from: 0, count: 10 })
    else {
        panic!("items")
    };
    assert_eq!(items.total, 1);
    assert!(matches!(job.handle(Request::Undo).0, Response::Changed(_)));
    let (Response::Items(items), _) = job.handle(Request::Items { filter: named, from: 0, count: 10 }) else {
        panic!("items")
    };
    assert_eq!(items.total, 0);
    assert_eq!(overview(&mut job).totals, first.totals);
}

#[test]
fn the_sample_opens_with_problems() {
    let mut job = job();
    let source = api::Source {
        name: "示例".to_owned(),
        origin: api::Origin::Sample,
        options: api::SourceOptions::default(),
    };
    job.handle(Request::Open { sources: vec![source] });
    job.open_source(&[]);
    while job.judge_step(10).is_some() {}
    let overview = overview(&mut job);
    let kinds: Vec<&str> = overview.tables.iter().map(|t| t.kind.as_str()).collect();
    assert_eq!(kinds, ["penalty", "license-grant", "inspection", "blacklist"]);
    assert!(overview.sources[0].questions.is_empty() && overview.sources[0].problem.is_none());
    assert!(overview.totals.records >= 20, "{:?}", overview.totals);
    assert!(overview.totals.errors + overview.totals.warnings > 0);
    assert!(overview.totals.passed > 0);
}
