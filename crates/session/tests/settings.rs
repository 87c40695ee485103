//! What another profile would change, the 权力清单 from a file, and the days of the profile.

mod support;

use precheck_session::api::{self, Request, Response};
use precheck_session::{Job, Settings};
use serde_json::{Value, json};
use support::{HEADER, items, job, of_rule, open, overview, penalty, sheet, today, uscc};

fn text(job: &mut Job, request: Request, bytes: Vec<Vec<u8>>) -> Result<String, String> {
    match job.handle_with(request, bytes).0 {
        Response::Text { text } => Ok(text),
        Response::Problem(problem) => Err(problem.message),
        other => panic!("{other:?}"),
    }
}

fn profile(change: impl FnOnce(&mut Value)) -> String {
    let mut profile = serde_json::from_str(&precheck_schema::profile::Profile::built_in().to_json()).unwrap();
    change(&mut profile);
    profile.to_string()
}

/// Asks until all is judged; how often, and the answer.
fn effect(job: &mut Job, profile: &str) -> (usize, api::EffectView) {
    for turn in 1..100 {
        let text = text(job, Request::Effect { profile: profile.to_owned() }, Vec::new()).unwrap();
        let view: api::EffectView = serde_json::from_str(&text).unwrap();
        if view.done {
            return (turn, view);
        }
    }
    panic!("it does not end");
}

fn many(count: u32) -> String {
    let line = |n: u32| penalty("甲公司", &uscc("MA0N3A4T"), n, "2023-06-02");
    sheet(&(1..=count).map(line).collect::<Vec<_>>())
}

#[test]
fn another_profile_is_looked_at_before_it_holds() {
    let mut job = job();
    open(&mut job, &[&many(9_000)]);
    let before = overview(&mut job);
    // Ten days instead of twenty: all of them are late.
    let other = profile(|profile| profile["deadline"]["days"] = 10.into());
    let (turns, view) = effect(&mut job, &other);
    assert!(turns > 2, "in steps: {turns}");
    let late = view.rules.iter().find(|rule| rule.code == "T001").unwrap();
    assert_eq!((late.before, late.after, late.severity.as_str()), (0, 9_000, "warning"));
    assert_eq!((view.records, view.warnings.1 - view.warnings.0), (9_000, 9_000));
    // The batch is as it was, and the same profile changes nothing.
    assert_eq!(overview(&mut job), before);
    assert!(effect(&mut job, &profile(|_| ())).1.rules.is_empty());
    // What it said comes true.
    let settings =
        api::Settings { profile: other, today: "2023-06-16".to_owned(), ..api::Settings::default() };
    job.handle(Request::Configure { settings });
    job.judge_all();
    assert_eq!(items(&mut job, &of_rule("overdue")).total, 9_000);
    // One that cannot be says why, and nothing open changes nothing.
    let wrong = profile(|profile| profile["deadline"]["days"] = 0.into());
    assert!(text(&mut job, Request::Effect { profile: wrong }, Vec::new()).is_err());
    let (_, view) = effect(&mut support::job(), &profile(|_| ()));
    assert_eq!((view.records, view.done), (0, true));
}

#[test]
fn a_preview_follows_the_batch() {
    let mut job = job();
    open(&mut job, &[&many(5_000)]);
    let other = profile(|profile| profile["deadline"]["days"] = 10.into());
    let ask = Request::Effect { profile: other.clone() };
    text(&mut job, ask, Vec::new()).unwrap();
    // A record goes while it is half judged: it begins anew.
    let row = support::rows(&mut job, 0, &api::RowFilter::default()).rows[0].id;
    job.handle(Request::DeleteRows { table: 0, rows: vec![row] });
    let (_, view) = effect(&mut job, &other);
    let late = view.rules.iter().find(|rule| rule.code == "T001").unwrap();
    assert_eq!((view.records, late.after), (4_999, 4_999));
}

#[test]
fn a_duty_list_is_read_from_a_table_and_judged_by() {
    let mut job = job();
    let list = "奈曼旗消防救援大队权力清单\n序号,事项编码,事项名称,设定依据,罚款幅度\n\
                1,3201,消防设施、器材、消防安全标志未保持完好有效,消防法第六十条,0.6万元以上2万元以下\n\
                2,3202,占用防火间距,消防法第六十条,\n2,3202,占用防火间距,消防法第六十条,\n";
    let read = text(&mut job, Request::Duties, vec![list.as_bytes().to_vec()]).unwrap();
    let duties: Value = serde_json::from_str(&read).unwrap();
    assert_eq!(duties.as_array().map(Vec::len), Some(2), "{read}");
    assert_eq!(duties[0]["code"], "3201");
    assert_eq!((&duties[0]["fine_from"], &duties[0]["fine_to"]), (&json!(6_000), &json!(20_000)));
    // Names alone are a list, too; a file without any is refused.
    let names = text(&mut job, Request::Duties, vec!["占用防火间距\n公众聚集场所检查\n".into()]).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&names).unwrap(), json!(["占用防火间距", "公众聚集场所检查"]));
    let refused = text(&mut job, Request::Duties, vec!["序号,备注\n1,甲\n".into()]).unwrap_err();
    assert!(refused.contains("事项名称"), "{refused}");
    // 5,000 yuan are within the law and below the organisation's own band.
    let other = profile(|profile| profile["duty_list"] = duties);
    let settings =
        api::Settings { profile: other, today: "2023-06-16".to_owned(), ..api::Settings::default() };
    let mut own = Job::new(Settings::read(&settings).unwrap());
    open(&mut own, &[&many(1)]);
    let found = items(&mut own, &of_rule("fine-outside-band"));
    assert_eq!(found.total, 1);
    let (address, filter) = (found.items[0].address.clone(), api::FindingFilter::default());
    match own.handle(Request::Detail { address, filter }).0 {
        Response::Detail(detail) => {
            assert!(detail.message.contains("权力清单 消防法第六十条"), "{}", detail.message);
            assert!(detail.message.contains("0.6 至 2 万元"), "{}", detail.message);
        }
        other => panic!("{other:?}"),
    }
    open(&mut job, &[&many(1)]);
    assert_eq!(items(&mut job, &of_rule("fine-outside-band")).total, 0);
}

#[test]
fn days_of_the_profile_count_and_reminders_begin_when_it_says() {
    let day = json!([{ "day": "2023-06-12", "kind": "off", "basis": "" }]);
    let of = |change: &dyn Fn(&mut Value)| {
        let settings = api::Settings {
            profile: profile(|profile| change(profile)),
            today: precheck_schema::date::iso(today()),
            ..api::Settings::default()
        };
        Job::new(Settings::read(&settings).unwrap())
    };
    let mut usual = of(&|_| ());
    let mut own = of(&|profile| profile["holidays"] = day.clone());
    let years = |job: &mut Job| match job.handle(Request::Settings).0 {
        Response::Settings(view) => view.years.into_iter().find(|(year, ..)| year == "2023").unwrap().2,
        other => panic!("{other:?}"),
    };
    assert!(!years(&mut usual)[0].contains("06-12") && years(&mut own)[0].contains("06-12"));
    // Due on 2023-06-25, in nine days.
    let one = format!("{HEADER}\n{}\n", penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-05"));
    open(&mut usual, &[&one]);
    assert_eq!(items(&mut usual, &of_rule("due-soon")).total, 0);
    let mut early = of(&|profile| profile["deadline"]["remind_days"] = 9.into());
    open(&mut early, &[&one]);
    assert_eq!(items(&mut early, &of_rule("due-soon")).total, 1);
}
