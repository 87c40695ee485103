//! Changes of many records are answered at once and judged in steps; the end is what a full run gives.

mod support;

use precheck_rules::Judgement;
use precheck_session::Job;
use precheck_session::api::{self, FixFilter, Request, Response};
use support::{changed, job, open, overview, penalty, rows, sheet, uscc};

const ROWS: u32 = 1_500;

/// Records of which many share a document number, and whose dates and names a safe fix mends, some in two rounds.
fn many() -> Job {
    let mut job = job();
    let line = |row: u32| {
        let name = match row % 4 {
            0 => format!(" 第{row}公司"),
            1 => format!("第{row}公司（奈曼)"),
            _ => format!("第{row}公司"),
        };
        penalty(&name, &uscc("MA0N3A4T"), row % 1_200, &format!("2023/6/{}", 1 + row % 15))
    };
    open(&mut job, &[&sheet(&(0..ROWS).map(line).collect::<Vec<_>>())]);
    job
}

fn finish(job: &mut Job, step: usize) -> usize {
    let mut steps = 0;
    while job.judge_step(step).is_some() {
        steps += 1;
    }
    steps
}

/// Whether findings and counts are those of a full run.
fn assert_whole(job: &mut Job) {
    assert!(job.is_judged());
    let full = Judgement::full(job.tables(), &job.settings().context());
    assert_eq!(job.judgement().all(job.tables(), 0), full.all(job.tables(), 0));
    let view = overview(job);
    let [errors, warnings, infos] = full.counts(job.tables(), 0);
    assert_eq!((view.totals.errors, view.totals.warnings, view.totals.infos), (errors, warnings, infos));
    assert_eq!(view.totals.records, job.tables()[0].len());
}

fn replace(find: &str, with: &str) -> Request {
    let (find, with) = (find.to_owned(), with.to_owned());
    Request::Replace {
        filter: api::ReplaceFilter { find, with, ..api::ReplaceFilter::default() },
        except: vec![],
    }
}

#[test]
fn a_large_change_is_answered_before_it_is_judged() {
    let mut job = many();
    let before = job.judgement().all(job.tables(), 0);
    let view = changed(job.handle(replace("罚款人民币", "罚款")).0);
    assert_eq!((view.touched, view.overview.judged), (ROWS as usize, false));
    // What is shown meanwhile is what holds already.
    assert_eq!(rows(&mut job, 0, &api::RowFilter::default()).total, ROWS as usize);
    assert!(job.judgement().all(job.tables(), 0).len() < before.len());
    assert!(finish(&mut job, 100) > 15);
    assert_whole(&mut job);
    let block = (0..ROWS).map(|row| format!("2023-06-{:02}", 1 + row % 9)).collect::<Vec<_>>().join("\n");
    let paste = Request::Paste {
        table: 0,
        row: 10,
        field: "decision_date".to_owned(),
        fields: vec!["decision_date".to_owned()],
        filter: api::RowFilter::default(),
        text: block,
    };
    assert!(!changed(job.handle(paste).0).overview.judged);
    finish(&mut job, 333);
    assert_whole(&mut job);
    changed(job.handle(Request::DeleteRows { table: 0, rows: (20..900).collect() }).0);
    finish(&mut job, 50);
    assert_whole(&mut job);
    for _ in 0..3 {
        changed(job.handle(Request::Undo).0);
    }
    finish(&mut job, 1_000);
    assert_whole(&mut job);
    assert_eq!(job.judgement().all(job.tables(), 0), before);
    // A field that no column held says something of every record once it is filled in.
    let text = "备注".to_owned();
    let edits = (1..=500).map(|row| api::CellEdit { row, field: "remark".to_owned(), text: text.clone() });
    changed(job.handle(Request::Edit { table: 0, edits: edits.collect() }).0);
    finish(&mut job, 100);
    assert_whole(&mut job);
}

#[test]
fn bulk_fixes_end_the_same_in_one_go_and_in_steps() {
    let all = || Request::ApplyFixes { filter: FixFilter::default(), except: vec![] };
    let mut slow = many();
    changed(slow.handle(all()).0);
    finish(&mut slow, 70);
    assert_whole(&mut slow);
    let mut quick = many();
    quick.apply_fixes(&FixFilter::default(), &[]);
    let texts = |job: &mut Job| rows(job, 0, &api::RowFilter::default()).rows;
    assert_eq!(texts(&mut slow), texts(&mut quick));
    assert_eq!(overview(&mut slow).undo, overview(&mut quick).undo);
    assert_eq!(overview(&mut slow).safe_fixes, 0);
    // All of it is one step.
    let before = many().judgement().all(many().tables(), 0);
    changed(slow.handle(Request::Undo).0);
    finish(&mut slow, 70);
    assert_eq!(slow.judgement().all(slow.tables(), 0), before);
    changed(slow.handle(Request::Redo).0);
    finish(&mut slow, 70);
    assert_eq!(texts(&mut slow), texts(&mut quick));
}

#[test]
fn what_comes_in_between_changes_nothing() {
    let mut waiting = many();
    let mut hasty = many();
    let all = || Request::ApplyFixes { filter: FixFilter::default(), except: vec![] };
    for job in [&mut waiting, &mut hasty] {
        changed(job.handle(all()).0);
    }
    finish(&mut waiting, 100);
    hasty.judge_step(100);
    for job in [&mut waiting, &mut hasty] {
        // An edit ends the judging itself; other settings do, too.
        let edits =
            vec![api::CellEdit { row: 3, field: "enterprise_name".to_owned(), text: "甲".to_owned() }];
        changed(job.handle(Request::Edit { table: 0, edits }).0);
        changed(job.handle(replace("罚款人民币", "罚款")).0);
        let settings = api::Settings { today: "2023-06-20".to_owned(), ..api::Settings::default() };
        assert!(matches!(job.handle(Request::Configure { settings }).0, Response::Overview(_)));
        finish(job, 400);
        assert_whole(job);
    }
    let view = |job: &mut Job| api::Overview { revision: 0, ..overview(job) };
    assert_eq!(view(&mut waiting), view(&mut hasty));
}
