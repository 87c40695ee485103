//! What the tests of the facade share: a job on a fixed day, small csv sources, and short ways to ask.

#![allow(dead_code, reason = "each test file uses its own part")]

use precheck_session::api::{self, Request, Response};
use precheck_session::{Job, Settings};

pub(crate) fn today() -> precheck_schema::date::Date {
    precheck_schema::date::Date::from_ymd_opt(2023, 6, 16).unwrap()
}

pub(crate) fn job() -> Job {
    Job::new(Settings::on(today()))
}

pub(crate) fn source(name: &str, origin: api::Origin) -> api::Source {
    api::Source { name: name.to_owned(), origin, options: api::SourceOptions::default() }
}

/// Opens texts as csv files and judges them.
pub(crate) fn open(job: &mut Job, texts: &[&str]) {
    let sources = (0..texts.len()).map(|n| source(&format!("{n}.csv"), api::Origin::File)).collect();
    job.handle(Request::Open { sources });
    for text in texts {
        job.open_source(text.as_bytes());
    }
    while job.judge_step(1).is_some() {}
}

/// Opens the built-in sample.
pub(crate) fn open_sample(job: &mut Job) {
    job.handle(Request::Open { sources: vec![source("示例", api::Origin::Sample)] });
    job.open_source(&[]);
    job.judge_all();
}

pub(crate) fn overview(job: &mut Job) -> api::Overview {
    match job.handle(Request::Overview).0 {
        Response::Overview(overview) => *overview,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn rows(job: &mut Job, table: usize, filter: &api::RowFilter) -> api::RowsView {
    match job.handle(Request::Rows { table, filter: filter.clone(), from: 0, count: 200 }).0 {
        Response::Rows(rows) => rows,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn items(job: &mut Job, filter: &api::FindingFilter) -> api::ItemsView {
    match job.handle(Request::Items { filter: filter.clone(), from: 0, count: 200 }).0 {
        Response::Items(items) => items,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn of_rule(rule: &str) -> api::FindingFilter {
    api::FindingFilter { rule: rule.to_owned(), ..api::FindingFilter::default() }
}

pub(crate) fn changed(response: Response) -> api::ChangedView {
    match response {
        Response::Changed(changed) => *changed,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn edit(job: &mut Job, table: usize, row: u32, field: &str, text: &str) -> Response {
    let edits = vec![api::CellEdit { row, field: field.to_owned(), text: text.to_owned() }];
    job.handle(Request::Edit { table, edits }).0
}

pub(crate) const HEADER: &str = "企业名称,统一社会信用代码,注册号,处罚机关,处罚决定书文号,违法行为类型,行政处罚内容,\
                          处罚决定日期,公示期限,处罚种类,罚款金额(万元)";

/// A penalty record as a line of csv under [`HEADER`], which no rule objects to.
pub(crate) fn penalty(name: &str, code: &str, serial: u32, date: &str) -> String {
    format!(
        "{name},{code},110108000000016,奈曼旗消防救援大队,奈(消)行罚决字〔2023〕第{serial:04}号,\
         消防设施、器材、消防安全标志未保持完好有效,罚款人民币5000元,{date},1年,罚款,0.5"
    )
}

/// A 统一社会信用代码 with both check characters right.
pub(crate) fn uscc(eight: &str) -> String {
    use precheck_schema::uscc::{check_character, organisation_check};
    let organisation = char::from(organisation_check(eight.as_bytes()).unwrap());
    let head = format!("91150525{eight}{organisation}");
    let check = char::from(check_character(head.as_bytes()).unwrap());
    format!("{head}{check}")
}

pub(crate) fn sheet(lines: &[String]) -> String {
    format!("{HEADER}\n{}\n", lines.join("\n"))
}
