//! Rules that the profile switches off or weighs otherwise: at once, with a reason, stamped into what leaves; and
//! the basis of a finding on the date of its record.

mod support;

use precheck_session::api::{self, Request, Response};
use precheck_session::run::{Input, RunOptions, report};
use precheck_session::{Job, Settings};
use precheck_tabular::{ReadOptions, read};
use support::{items, job, of_rule, open, overview, penalty, sheet, uscc};

const WRONG: &str = "91150525MA0N8E4T6A";

fn ask(job: &mut Job, rule: &str, severity: &str, reason: &str) -> Response {
    let (rule, severity, reason) = (rule.to_owned(), severity.to_owned(), reason.to_owned());
    job.handle(Request::ProfileWith { rule, severity, reason }).0
}

fn settings(profile: String) -> api::Settings {
    api::Settings { profile, today: "2023-06-16".to_owned(), ..api::Settings::default() }
}

/// Changes a rule as the page does.
fn change(job: &mut Job, rule: &str, severity: &str, reason: &str) {
    let Response::Text { text } = ask(job, rule, severity, reason) else { panic!("{rule}") };
    let answer = job.handle(Request::Configure { settings: settings(text) }).0;
    assert!(matches!(answer, Response::Overview(_)), "{answer:?}");
    job.judge_all();
}

fn refused(answer: Response) -> String {
    match answer {
        Response::Problem(problem) if problem.key == "rule-change" => problem.message,
        other => panic!("{other:?}"),
    }
}

fn opened() -> Job {
    let mut job = job();
    open(
        &mut job,
        &[&sheet(&[
            penalty("甲公司", WRONG, 1, "2023-06-02"),
            penalty("乙公司", &uscc("MA0P6H2C"), 2, "2023-05-05"),
        ])],
    );
    job
}

#[test]
fn a_rule_is_switched_off_weighed_otherwise_and_restored() {
    let mut job = opened();
    let rules = overview(&mut job).rules;
    assert_eq!(items(&mut job, &of_rule("uscc-check-character")).total, 1);
    change(&mut job, "uscc-check-character", "off", " 老企业代码待换照 ");
    assert_eq!(items(&mut job, &of_rule("uscc-check-character")).total, 0);
    let now = overview(&mut job);
    assert_eq!((now.rules, now.changed_rules.len()), (rules - 1, 1));
    let changed = &now.changed_rules[0];
    assert_eq!(
        (changed.rule.as_str(), changed.severity.as_str(), changed.now.as_str()),
        ("A004", "error", "off")
    );
    assert_eq!(changed.reason, "老企业代码待换照");

    change(&mut job, "A004", "info", "只作提示");
    let found = items(&mut job, &of_rule("uscc-check-character"));
    assert_eq!((found.total, found.items[0].severity.as_str()), (1, "info"));

    change(&mut job, "uscc-check-character", "", "");
    let found = items(&mut job, &of_rule("uscc-check-character"));
    assert_eq!((found.total, found.items[0].severity.as_str()), (1, "error"));
    assert!(overview(&mut job).changed_rules.is_empty());
}

#[test]
fn a_change_needs_a_reason_and_privacy_stays() {
    let mut job = opened();
    assert!(refused(ask(&mut job, "uscc-check-character", "off", "  ")).contains("理由"));
    assert!(refused(ask(&mut job, "no-such-rule", "off", "试用")).contains("no-such-rule"));
    assert!(refused(ask(&mut job, "overdue", "fatal", "试用")).contains("fatal"));
    for code in ["P001", "P003", "P005"] {
        for severity in ["off", "info", "warning"] {
            assert!(refused(ask(&mut job, code, severity, "内部使用")).contains(code));
        }
        // A profile from a file is not taken either, and the one in use stays.
        let json = format!(
            r#"{{"id":"x","organisation":{{"name":"甲"}},"severity":[{{"rule":"{code}","severity":"off","reason":"内部"}}]}}"#
        );
        assert!(Settings::read(&settings(json.clone())).is_err());
        refused(job.handle(Request::Configure { settings: settings(json) }).0);
    }
    assert!(overview(&mut job).changed_rules.is_empty());
    // The other rules of privacy may be weighed otherwise.
    change(&mut job, "P002", "info", "平台允许");
    assert_eq!(overview(&mut job).changed_rules[0].rule, "P002");
}

#[test]
fn what_leaves_says_which_rules_were_changed_and_why() {
    let mut job = opened();
    change(&mut job, "overdue", "off", "平台停机两周");
    let request = Request::Plan { template: "plan".to_owned(), preview: String::new() };
    let Response::Plan(plan) = job.handle(request).0 else { panic!("no plan") };
    let line = plan.kinds[0].checks.iter().find(|check| check.text.contains("平台停机两周")).unwrap();
    assert!(
        line.text.contains("1 条规则") && line.text.contains("T001") && line.text.contains("停用"),
        "{line:?}"
    );
    assert_eq!((line.state.as_str(), plan.kinds[0].leaving), ("warning", 1));

    let (_, bytes) = job.handle(Request::Problems);
    let workbook = read(&bytes[0], &ReadOptions::default()).unwrap();
    let last = workbook.grids[0].rows - 1;
    assert!(workbook.grids[0].text(last, 0).contains("平台停机两周"));
    // The workbook can be loaded again: the line is no record.
    let again = report(
        &[Input { path: "问题清单.xlsx", bytes: &bytes[0] }],
        Settings::on(support::today()),
        &RunOptions::default(),
    );
    let table = &again.files[0].tables[0];
    assert_eq!((table.rows, table.left_out.last().unwrap().reason.as_str()), (1, "tail"));
    assert!(again.changed_rules.is_empty());
}

#[test]
fn the_report_names_changed_rules_only_where_there_are_some() {
    let text = sheet(&[penalty("甲公司", WRONG, 1, "2023-06-02")]);
    let run = |settings| {
        let report =
            report(&[Input { path: "a.csv", bytes: text.as_bytes() }], settings, &RunOptions::default());
        serde_json::to_value(report).unwrap()
    };
    let mut changed = opened();
    let Response::Text { text: profile } = ask(&mut changed, "A004", "warning", "试运行") else {
        panic!()
    };
    let report = run(Settings::read(&settings(profile)).unwrap());
    assert_eq!(report["changed_rules"][0]["rule"], "A004");
    assert_eq!(report["changed_rules"][0]["reason"], "试运行");
    assert!(run(Settings::on(support::today())).get("changed_rules").is_none());
}

#[test]
fn the_rule_book_can_be_asked_for() {
    let Response::Rules(book) = job().handle(Request::Rules).0 else { panic!("no rule book") };
    let codes = ["P001", "P003", "P005"];
    for rule in &book.rules {
        assert!(!rule.basis.is_empty() && rule.examples.len() >= 4, "{}", rule.rule);
        let protected = codes.contains(&rule.rule.as_str());
        assert_eq!(rule.is_protected, protected, "{}", rule.rule);
    }
}

#[test]
fn a_finding_cites_the_version_of_its_date() {
    let line = |serial, date: &str| {
        penalty("甲公司", &uscc("MA0N3A4T"), serial, date)
            .replace(",1年,", ",3年,")
            .replace("〔2023〕", &format!("〔{}〕", &date[..4]))
    };
    let mut job = Job::new(Settings::on(precheck_schema::date::Date::from_ymd_opt(2026, 6, 1).unwrap()));
    open(&mut job, &[&sheet(&[line(1, "2023-06-02"), line(2, "2026-04-02"), line(3, "2023-04-28")])]);
    let filter = of_rule("publicity-not-as-ruled");
    let found = items(&mut job, &filter).items;
    assert_eq!(found.len(), 3);
    let mut cited = |at: usize| {
        let request = Request::Detail { address: found[at].address.clone(), filter: filter.clone() };
        let Response::Detail(detail) = job.handle(request).0 else { panic!("no detail") };
        detail.basis.into_iter().map(|(citation, _)| citation).collect::<Vec<_>>().join("；")
    };
    let (before, after, first) = (cited(0), cited(1), cited(2));
    assert!(before.contains("管理办法（试行）") && !before.contains("；信用修复管理办法"), "{before}");
    assert!(after.contains("；信用修复管理办法") && !after.contains("（试行）"), "{after}");
    assert!(first.contains("信用修复机制的通知") && !first.contains("管理办法"), "{first}");
    for citation in [before, after, first] {
        assert!(citation.contains("实施方案"), "{citation}");
    }
}
