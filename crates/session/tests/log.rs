//! The change log: what was changed, when, by whom, by which rule; and undo over thousands of changes.

mod support;

use precheck_session::api::{self, DeliverOptions, FixFilter, Request, Response};
use precheck_session::{Job, sm3};
use support::{changed, edit, job, open, penalty, rows, sheet, uscc};

fn stamped(job: &mut Job, at: &str, by: &str, request: Request) -> Response {
    job.handle(Request::Stamped { at: at.to_owned(), by: by.to_owned(), request: Box::new(request) }).0
}

fn lines(job: &mut Job) -> Vec<api::ChangeLine> {
    match job.handle(Request::ChangeLog { from: 0, count: 200 }).0 {
        Response::ChangeLog(view) => {
            assert_eq!(view.total.min(200), view.lines.len());
            view.lines
        }
        other => panic!("{other:?}"),
    }
}

/// Deed, row, field, from, to, rule.
fn told(line: &api::ChangeLine) -> [&str; 6] {
    [&line.deed, &line.row, &line.field_label, &line.from, &line.to, &line.rule]
}

fn three() -> Job {
    let mut job = job();
    let text = sheet(&[
        penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023/06/02"),
        penalty("乙公司", &uscc("MA0P6H2C"), 2, "2023-05-05"),
        penalty("丙公司 ", &uscc("MA0P6H3C"), 3, "2023-06-05"),
    ]);
    open(&mut job, &[&text]);
    job
}

#[test]
fn every_kind_of_change_is_told() {
    let mut job = three();
    assert!(lines(&mut job).is_empty());
    let one = api::CellEdit { row: 1, field: "remark".to_owned(), text: "电话 13847512345".to_owned() };
    stamped(&mut job, "2023-06-16T10:42:00+08:00", "包志强", Request::Edit { table: 0, edits: vec![one] });
    let first = &lines(&mut job)[0];
    assert_eq!((first.at.as_str(), first.by.as_str()), ("2023-06-16T10:42:00+08:00", "包志强"));
    assert_eq!((first.kind_label.as_str(), first.sheet.as_str()), ("行政处罚", "0.csv"));
    assert!(first.to.starts_with("电话 ") && !first.to.contains("13847512345"), "{}", first.to);
    assert_eq!(told(first)[..4], ["修改", "2", "备注", ""]);

    let paste = Request::Paste {
        table: 0,
        row: 3,
        field: "handler".to_owned(),
        fields: vec!["handler".to_owned()],
        filter: api::RowFilter::default(),
        text: "王芳\n李娜".to_owned(),
    };
    job.handle(paste);
    let pasted = lines(&mut job);
    // No stamp, no name: the one before ended with its request.
    assert_eq!((pasted[0].at.as_str(), pasted[0].by.as_str()), ("", ""));
    assert_eq!(told(&pasted[0]), ["粘贴", "新增 1", "承办人", "", "李娜", ""]);
    assert_eq!(told(&pasted[1]), ["粘贴", "新增 1", "", "", "", ""]);
    assert_eq!(told(&pasted[2]), ["粘贴", "4", "承办人", "", "王芳", ""]);

    job.handle(Request::FillDown { table: 0, rows: vec![3, 2], fields: vec!["handler".to_owned()] });
    assert_eq!(told(&lines(&mut job)[0]), ["向下填充", "3", "承办人", "", "王芳", ""]);
    let filter = api::ReplaceFilter {
        find: "王芳".to_owned(),
        with: "王方".to_owned(),
        ..api::ReplaceFilter::default()
    };
    job.handle(Request::Replace { filter, except: vec![] });
    assert_eq!(told(&lines(&mut job)[0]), ["替换", "4", "承办人", "王芳", "王方", ""]);
    job.handle(Request::DeleteRows { table: 0, rows: vec![2] });
    let gone = lines(&mut job)[0].clone();
    assert_eq!(told(&gone), ["删除行", "3", "", "乙公司 奈(消)行罚决字〔2023〕第0002号", "", ""]);
    job.handle(Request::InsertRows { table: 0, position: 0, count: 1 });
    assert_eq!(told(&lines(&mut job)[0]), ["插入行", "新增 2", "", "", "", ""]);

    job.handle(Request::Undo);
    assert_eq!(told(&lines(&mut job)[0])[0], "撤销：插入行");
    job.handle(Request::Undo);
    assert_eq!(told(&lines(&mut job)[0])[..5], ["撤销：删除行", "3", "", "", gone.from.as_str()]);
    job.handle(Request::Redo);
    assert_eq!(told(&lines(&mut job)[0])[..4], ["重做：删除行", "3", "", gone.from.as_str()]);
}

#[test]
fn proposals_are_told_with_their_rule() {
    let mut job = three();
    changed(job.handle(Request::ApplyFixes { filter: FixFilter::default(), except: vec![] }).0);
    let all = lines(&mut job);
    assert!(!all.is_empty() && all.iter().all(|line| line.deed == "采纳建议" && !line.rule.is_empty()));
    let date = all.iter().find(|line| line.from == "2023/06/02").expect("the date was rewritten");
    assert_eq!((date.to.as_str(), date.title.is_empty()), ("2023-06-02", false));
    job.handle(Request::Confirm {
        addresses: vec![],
        rule: "overdue".to_owned(),
        reason: "送达延迟".to_owned(),
    });
    let confirmed = lines(&mut job)[0].clone();
    assert_eq!((confirmed.deed.as_str(), confirmed.to.as_str()), ("确认问题", "送达延迟"));
    assert!(!confirmed.rule.is_empty());
    assert_eq!(confirmed.address.field, "decision_date");
}

#[test]
fn a_table_that_was_typed_in_stays_in_the_log() {
    let mut job = job();
    let record = std::collections::BTreeMap::from([("enterprise_name".to_owned(), "丁公司".to_owned())]);
    let save = Request::SaveRecord {
        kind: "license-grant".to_owned(),
        record,
        table: None,
        row: None,
        confirmed: vec![],
    };
    changed(job.handle(save).0);
    changed(job.handle(Request::Undo).0);
    let all = lines(&mut job);
    assert_eq!(told(&all[0])[0], "撤销：录入");
    let typed = all.iter().find(|line| line.deed == "录入" && line.to == "丁公司").expect("it was typed in");
    assert_eq!((typed.sheet.as_str(), typed.from.as_str()), ("在线录入", ""));
    changed(job.handle(Request::Redo).0);
    assert!(lines(&mut job).iter().any(|line| line.deed == "重做：录入" && line.to == "丁公司"));
}

#[test]
fn the_log_leaves_with_the_batch() {
    let mut job = three();
    changed(job.handle(Request::ApplyFixes { filter: FixFilter::default(), except: vec![] }).0);
    let fixed = lines(&mut job);
    edit(&mut job, 0, 1, "remark", "=1+1\"，\n");
    edit(&mut job, 0, 1, "remark", "已核对");
    let options = DeliverOptions {
        template: "plan".to_owned(),
        batch: "20230616-02".to_owned(),
        ..DeliverOptions::default()
    };
    let deliver = Request::Deliver { options, kinds: vec!["penalty".to_owned()] };
    let (Response::Delivered(view), files) = job.handle(deliver) else { panic!("it leaves") };
    let log = view.manifest.change_log.clone().expect("something was changed");
    assert_eq!(log.file, "改动记录_奈曼旗消防救援大队_20230616-02.csv");
    assert_eq!(log.entries, fixed.len() + 2);
    let at = view.files.iter().position(|file| file.name == log.file).expect("it is among the files");
    assert_eq!(log.sm3, sm3(&files[at]));
    let listed = view.manifest.files.iter().find(|file| file.name == log.file).unwrap();
    assert_eq!((listed.role.as_str(), &listed.sm3), ("changes", &log.sm3));
    let text = std::str::from_utf8(&files[at]).unwrap();
    assert!(
        text.starts_with("\u{FEFF}序号,时间,操作人,操作,信息种类,工作表,行,字段,原值,新值,规则,规则名称\r\n")
    );
    assert!(text.contains(",备注,,\"'=1+1\"\"，\n\",,\r\n"), "{text}");
    assert!(text.contains(",修改,行政处罚,0.csv,2,备注,"), "{text}");
    // By rule as the log has it.
    for fix in &view.manifest.fixes {
        let count = fixed.iter().filter(|line| line.rule == fix.rule).count();
        assert_eq!((fix.count, fix.title.is_empty()), (count, false), "{fix:?}");
    }
    assert_eq!(view.manifest.fixes.iter().map(|fix| fix.count).sum::<usize>(), fixed.len());
    assert_eq!(view.manifest.edits, 2);

    // The check of the manifest sees the log, too.
    let names: Vec<String> = view.files.iter().map(|file| file.name.clone()).collect();
    let verify = |files: Vec<Vec<u8>>| match support::job()
        .handle_with(Request::Verify { names: names.clone() }, files)
    {
        (Response::Verified(view), _) => *view,
        other => panic!("{other:?}"),
    };
    assert!(verify(files.clone()).holds());
    let mut forged = files;
    forged[at].push(b' ');
    let verified = verify(forged);
    assert_eq!((verified.holds(), verified.count("changed")), (false, 1));
}

#[test]
fn without_a_change_no_log_leaves() {
    let mut job = job();
    open(&mut job, &[&sheet(&[penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-02")])]);
    let options = DeliverOptions { template: "plan".to_owned(), ..DeliverOptions::default() };
    let deliver = Request::Deliver { options, kinds: vec!["penalty".to_owned()] };
    let (Response::Delivered(view), _) = job.handle(deliver) else { panic!("it leaves") };
    assert_eq!((view.manifest.change_log.is_none(), view.manifest.fixes.len()), (true, 0));
    assert!(view.files.iter().all(|file| !file.name.starts_with("改动记录")));
}

#[test]
fn thousands_of_changes_can_be_taken_back_and_made_again() {
    const CHANGES: usize = 5_000;
    let mut job = three();
    let filter = api::RowFilter::default();
    let texts = |job: &mut Job| -> Vec<(u32, Vec<String>)> {
        let view = rows(job, 0, &filter);
        view.rows
            .into_iter()
            .map(|row| (row.id, row.cells.into_iter().map(|cell| cell.text).collect()))
            .collect()
    };
    let before = texts(&mut job);
    for number in 0..CHANGES {
        match number % 5 {
            0 => drop(job.handle(Request::InsertRows { table: 0, position: 1, count: 1 })),
            4 => {
                let row = rows(&mut job, 0, &filter).rows[1].id;
                job.handle(Request::DeleteRows { table: 0, rows: vec![row] });
            }
            other => drop(edit(&mut job, 0, 1 + (other as u32 % 3), "remark", &format!("第 {number} 次"))),
        }
    }
    let after = texts(&mut job);
    assert_ne!(before, after);
    let mut back = 0;
    while matches!(job.handle(Request::Undo).0, Response::Changed(_)) {
        back += 1;
    }
    assert_eq!((back, texts(&mut job)), (CHANGES, before));
    let mut again = 0;
    while matches!(job.handle(Request::Redo).0, Response::Changed(_)) {
        again += 1;
    }
    assert_eq!((again, texts(&mut job)), (CHANGES, after));
}
