//! What the ledger is told, rule V005 with what it tells back, and the platform's words.

mod support;

use precheck_session::Job;
use precheck_session::api::{DeliverOptions, Facts, PlatformView, Request, Response};
use support::{edit, items, job, of_rule, open, overview, penalty, sheet, uscc};

fn facts(job: &mut Job) -> Vec<Facts> {
    match job.handle(Request::LedgerFacts).0 {
        Response::Facts { records } => records,
        other => panic!("{other:?}"),
    }
}

/// A batch that leaves with a template, and is told to the ledger.
fn deliver(template: &str) -> Request {
    let options = DeliverOptions { template: template.to_owned(), facts: true, ..DeliverOptions::default() };
    Request::Deliver { options, kinds: vec!["penalty".to_owned()] }
}

/// What the ledger is told of the records that leave.
fn leaving(job: &mut Job) -> Vec<Facts> {
    match job.handle(deliver("plan")).0 {
        Response::Delivered(view) => view.records.into_iter().map(|record| record.facts).collect(),
        other => panic!("{other:?}"),
    }
}

fn mixed() -> String {
    sheet(&[
        penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-02"),
        penalty("乙公司", &uscc("MA0P6H2C"), 2, "2023-05-05"),
        penalty("丙公司", "91150525MA0N8E4T6A", 3, "2023-06-05"),
    ])
}

#[test]
fn what_leaves_and_what_stays_is_told_with_its_reasons() {
    let mut job = job();
    open(&mut job, &[&mixed()]);
    let leaving = self::leaving(&mut job);
    assert_eq!(leaving.iter().map(|facts| facts.name.as_str()).collect::<Vec<_>>(), ["甲公司"]);
    let one = &leaving[0];
    assert_eq!((one.kind.as_str(), one.event_date.as_str()), ("penalty", "2023-06-02"));
    assert_eq!(
        (one.document_no.as_str(), one.code.clone()),
        ("奈(消)行罚决字〔2023〕第0001号", uscc("MA0N3A4T"))
    );
    assert_eq!(one.publicity_end, "2024-06-02", "one year is counted from the decision");
    assert!(one.matter.contains("消防设施") && one.matter.contains("罚款人民币5000元"), "{}", one.matter);
    let all = facts(&mut job);
    assert_eq!(
        all.iter().map(|facts| (facts.errors, facts.warnings)).collect::<Vec<_>>(),
        [(0, 0), (0, 1), (1, 0)]
    );
    // A confirmed warning leaves, with its reason.
    let reason = "送达延迟，电话 13800138000".to_owned();
    job.handle(Request::Confirm { addresses: Vec::new(), rule: "overdue".to_owned(), reason });
    let leaving = self::leaving(&mut job);
    assert_eq!(leaving.len(), 2);
    let confirmed = &leaving[1].confirmed;
    assert_eq!((confirmed.len(), confirmed[0].rule.as_str()), (1, "T001"));
    assert!(confirmed[0].reason.starts_with("送达延迟") && !confirmed[0].reason.contains("13800138000"));
    assert!(matches!(job.handle(deliver("none")).0, Response::Problem(_)));
}

#[test]
fn records_out_of_scope_are_not_due() {
    let mut job = job();
    let simple =
        mixed().replace("处罚种类", "处罚种类,处罚程序").replace("罚款,0.5\n", "罚款,简易程序,0.5\n");
    open(&mut job, &[&simple]);
    assert!(facts(&mut job).is_empty());
}

#[test]
fn personal_numbers_do_not_enter_the_ledger() {
    let mut job = job();
    open(&mut job, &[&mixed()]);
    edit(&mut job, 0, 1, "penalty_content", "罚款人民币5000元，身份证号152326198001010015");
    let all = facts(&mut job);
    assert!(
        all[0].matter.contains("身份证号") && !all[0].matter.contains("152326198001010015"),
        "{}",
        all[0].matter
    );
}

#[test]
fn what_left_before_is_warned_of() {
    let mut job = job();
    open(&mut job, &[&mixed()]);
    assert_eq!(items(&mut job, &of_rule("already-exported")).total, 0);
    let ids: Vec<String> = leaving(&mut job).into_iter().map(|facts| facts.id).collect();
    job.handle(Request::Known { ids });
    job.judge_all();
    let found = items(&mut job, &of_rule("already-exported"));
    assert_eq!(found.total, 1);
    // It is the same record however it is written, and another one with another number.
    edit(&mut job, 0, 1, "document_no", "奈（消）行罚决字〔２０２３〕第0001号");
    assert_eq!(items(&mut job, &of_rule("already-exported")).total, 1);
    edit(&mut job, 0, 1, "document_no", "奈(消)行罚决字〔2023〕第0009号");
    assert_eq!(items(&mut job, &of_rule("already-exported")).total, 0);
    // Other settings leave the ledger as it is; an empty one knows nothing.
    job.handle(Request::Undo);
    job.handle(Request::Configure {
        settings: precheck_session::api::Settings { today: "2023-06-17".to_owned(), ..Default::default() },
    });
    job.judge_all();
    assert_eq!(items(&mut job, &of_rule("already-exported")).total, 1);
    job.handle(Request::Known { ids: Vec::new() });
    job.judge_all();
    assert_eq!(items(&mut job, &of_rule("already-exported")).total, 0);
    assert!(overview(&mut job).judged);
}

#[test]
fn the_platforms_words_are_explained() {
    let mut job = job();
    let mut ask = |words: &str| -> PlatformView {
        match job.handle(Request::Translate { words: words.to_owned() }).0 {
            Response::Platform(view) => view,
            other => panic!("{other:?}"),
        }
    };
    let view = ask("1001 未查询到主体或查询到的主体信息不匹配");
    assert_eq!(view.messages.len(), 1);
    assert!(view.messages[0].remedy.contains("营业执照"));
    assert!(view.messages[0].rules.iter().any(|(code, _)| code == "A004" || code == "A002"));
    assert!(ask("导入成功").messages.is_empty());
}

/// The plan of a batch of which only new and changed records leave, or all.
fn preflight(job: &mut Job, only_news: bool) -> precheck_session::api::PlanView {
    let options =
        DeliverOptions { template: "plan".to_owned(), facts: true, only_news, ..DeliverOptions::default() };
    match job.handle(Request::Preflight { options, preview: String::new() }).0 {
        Response::Plan(plan) => *plan,
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_new_and_changed_records_leave_again() {
    let mut job = job();
    let two = sheet(&[
        penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-02"),
        penalty("丁公司", &uscc("MA0P6H2C"), 2, "2023-06-05"),
    ]);
    open(&mut job, &[&two]);
    assert!(!preflight(&mut job, false).kinds[0].checks.iter().any(|line| line.text.contains("台账")));
    let left = leaving(&mut job);
    assert_eq!(left.len(), 2);
    // In the same visit, and in the next one with what the ledger tells, beside a record that is new.
    assert_eq!(preflight(&mut job, true).kinds[0].left_out, 2);
    let three = format!("{two}{}\n", penalty("戊公司", &uscc("MA0N8E4T"), 3, "2023-06-06"));
    let mut next = self::job();
    let ids = left.iter().map(|facts| format!("{}:{}", facts.id, facts.content)).collect();
    next.handle(Request::Known { ids });
    open(&mut next, &[&three]);
    edit(&mut next, 0, 1, "penalty_content", "罚款人民币伍仟元");
    let plan = preflight(&mut next, false);
    let kind = &plan.kinds[0];
    assert_eq!((kind.fresh, kind.changed, kind.same, kind.left_out), (1, 1, 1, 0));
    assert_eq!(kind.with_warnings, 2, "V005 is about both");
    let line = kind.checks.iter().find(|line| line.text.contains("台账比对")).unwrap();
    assert_eq!((line.state.as_str(), line.note.as_str()), ("warning", "比对 2 条"));
    assert!(line.text.contains("新增 1 条，导出后有变更 1 条，与上次导出相同 1 条"), "{}", line.text);
    // What is the same stays without being confirmed, the changed one leaves once it is.
    let reason = "内容有变更".to_owned();
    next.handle(Request::Confirm { addresses: Vec::new(), rule: "already-exported".to_owned(), reason });
    assert_eq!(preflight(&mut next, false).kinds[0].leaving, 3);
    let plan = preflight(&mut next, true);
    assert_eq!((plan.kinds[0].leaving, plan.kinds[0].left_out, plan.kinds[0].with_warnings), (2, 1, 0));
    assert!(plan.handlers.is_empty(), "nobody has to mend anything");
    let options = DeliverOptions {
        template: "plan".to_owned(),
        facts: true,
        only_news: true,
        ..DeliverOptions::default()
    };
    match next.handle(Request::Deliver { options, kinds: vec!["penalty".to_owned()] }).0 {
        Response::Delivered(view) => {
            let names: Vec<_> = view.records.iter().map(|record| record.facts.name.as_str()).collect();
            assert_eq!(names, ["甲公司", "戊公司"]);
            let kind = &view.manifest.kinds[0];
            assert_eq!((kind.unchanged, kind.left_behind, kind.with_warnings), (1, 1, 0));
        }
        other => panic!("{other:?}"),
    }
    // An id of an older ledger without content is changed rather than left out.
    let mut old = self::job();
    old.handle(Request::Known { ids: left.iter().map(|facts| facts.id.clone()).collect() });
    open(&mut old, &[&two]);
    assert_eq!((preflight(&mut old, true).kinds[0].changed, preflight(&mut old, true).kinds[0].same), (2, 0));
}
