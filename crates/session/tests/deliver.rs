//! Batches with their manifest: what it says, what it keeps to itself, and whether files still are what it says.

mod support;

use precheck_session::api::{self, DeliverOptions, Request, Response};
use precheck_session::run::{self, Input, RunOptions};
use precheck_session::{Job, Settings, manifest, sm3};
use precheck_tabular::{ReadOptions, read};
use support::{edit, job, open, penalty, sheet, uscc};

/// One clean penalty, one overdue, one with a wrong code.
fn penalties() -> String {
    sheet(&[
        penalty("甲公司", &uscc("MA0N3A4T"), 1, "2023-06-02"),
        penalty("乙公司", &uscc("MA0P6H2C"), 2, "2023-05-05"),
        penalty("丙公司", "91150525MA0N8E4T6A", 3, "2023-06-05"),
    ])
}

fn options() -> DeliverOptions {
    DeliverOptions {
        template: "plan".to_owned(),
        batch: "20230616-02".to_owned(),
        handler: "包志强".to_owned(),
        made_at: "2023-06-16T10:42:00+08:00".to_owned(),
        problems: true,
        facts: true,
        ..DeliverOptions::default()
    }
}

fn deliver(job: &mut Job, options: &DeliverOptions) -> (api::DeliveredView, Vec<Vec<u8>>) {
    let kinds = vec!["penalty".to_owned(), "other".to_owned()];
    match job.handle(Request::Deliver { options: options.clone(), kinds }) {
        (Response::Delivered(view), bytes) => (*view, bytes),
        other => panic!("{other:?}"),
    }
}

fn verify(names: Vec<String>, bytes: Vec<Vec<u8>>) -> Result<api::VerifiedView, api::ProblemView> {
    match job().handle_with(Request::Verify { names }, bytes).0 {
        Response::Verified(view) => Ok(*view),
        Response::Problem(problem) => Err(problem),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_manifest_says_what_left() {
    let mut job = job();
    let text = penalties();
    open(&mut job, &[&text]);
    let confirm = Request::Confirm {
        addresses: vec![],
        rule: "overdue".to_owned(),
        reason: "文书送达延迟，联系 13847512345".to_owned(),
    };
    job.handle(confirm);
    edit(&mut job, 0, 1, "remark", "已核对");
    let (view, bytes) = deliver(&mut job, &options());
    let names: Vec<&str> = view.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "行政处罚_奈曼旗消防救援大队_20230616.xlsx",
            "问题清单_奈曼旗消防救援大队_20230616.xlsx",
            "改动记录_奈曼旗消防救援大队_20230616-02.csv",
            "回执_奈曼旗消防救援大队_20230616-02.json"
        ]
    );
    assert_eq!(view.manifest_sm3, sm3(&bytes[3]));
    let read = manifest::read(&bytes[3]).unwrap();
    assert_eq!(read, view.manifest);
    assert_eq!((read.batch.as_str(), read.handler.as_str()), ("20230616-02", "包志强"));
    assert_eq!((read.made_at.as_str(), read.today.as_str()), ("2023-06-16T10:42:00+08:00", "2023-06-16"));
    assert_eq!((read.days.count.as_str(), read.days.days), ("natural", 20));
    assert_eq!(read.sources[0].sm3, sm3(text.as_bytes()));
    assert_eq!((read.sources[0].name.as_str(), read.sources[0].bytes), ("0.csv", text.len() as u64));
    for (file, bytes) in read.files.iter().zip(&bytes) {
        assert_eq!((file.sm3.clone(), file.bytes), (sm3(bytes), bytes.len() as u64));
    }
    assert_eq!((read.files[0].role.as_str(), read.files[1].role.as_str()), ("import", "problems"));
    let kind = &read.kinds[0];
    assert_eq!(
        (kind.records, kind.passed, kind.confirmed, kind.left_behind, kind.with_errors),
        (3, 1, 1, 1, 1)
    );
    assert_eq!((read.edits, read.kinds.len()), (1, 1));
    let confirmation = &read.confirmations[0];
    assert_eq!((confirmation.rule.as_str(), confirmation.count), ("T001", 1));
    assert_eq!(confirmation.places, ["0.csv!H3"]);
    assert!(confirmation.reason.contains("文书送达延迟") && !confirmation.reason.contains("13847512345"));
    // No value of a record stands in it.
    let said = String::from_utf8(bytes[3].clone()).unwrap();
    for secret in ["甲公司", "乙公司", "91150525MA0N"] {
        assert!(!said.contains(secret), "{secret}");
    }
    let precheck_session::api::ExportedRecord { file, facts } = &view.records[1];
    assert_eq!((facts.name.as_str(), facts.event_date.as_str()), ("乙公司", "2023-05-05"));
    assert_eq!((*file, facts.kind.as_str()), (0, "penalty"));
    assert!(facts.document_no.contains("2023") && facts.publicity_end.starts_with("2024-05"));
}

#[test]
fn files_are_compared_with_their_manifest() {
    let mut job = job();
    open(&mut job, &[&penalties()]);
    let (view, bytes) = deliver(&mut job, &options());
    let names: Vec<String> = view.files.iter().map(|file| file.name.clone()).collect();
    assert!(verify(names.clone(), bytes.clone()).unwrap().holds());

    let mut spoilt = bytes.clone();
    spoilt[0].push(0);
    let (mut some, mut theirs) = (names.clone(), spoilt);
    some.remove(1);
    theirs.remove(1);
    some.push("别的.xlsx".to_owned());
    theirs.push(vec![1]);
    let verified = verify(some, theirs).unwrap();
    let states: Vec<&str> = verified.files.iter().map(|file| file.state.as_str()).collect();
    assert_eq!(states, ["changed", "missing", "extra"]);
    assert!(!verified.holds() && verified.sm3 == view.manifest_sm3);

    // All of it in one zip.
    let (zipped, bytes) = deliver(&mut job, &DeliverOptions { zip: true, ..options() });
    assert_eq!((zipped.files.len(), bytes.len()), (1, 1));
    assert_eq!(zipped.files[0].name, "导出_奈曼旗消防救援大队_20230616-02.zip");
    let verified = verify(vec![zipped.files[0].name.clone()], bytes).unwrap();
    assert!(verified.holds() && verified.files.len() == 2);
    assert_eq!(verified.sm3, zipped.manifest_sm3);
}

#[test]
fn what_is_no_manifest_is_refused_in_words() {
    let problem = |name: &str, bytes: &[u8]| verify(vec![name.to_owned()], vec![bytes.to_vec()]).unwrap_err();
    assert!(problem("甲.xlsx", b"x").message.contains("没有回执"));
    assert!(problem("回执_甲.json", b"{").message.contains("格式"));
    assert!(problem("回执_甲.json", b"{}").message.contains("格式"));
    assert!(problem("回执_甲.json", br#"{"manifest":9}"#).message.contains("版本"));
    let outside = br#"{"manifest":1,"files":[{"name":"../etc/passwd"}]}"#;
    assert!(problem("回执_甲.json", outside).message.contains("../etc/passwd"));
    assert!(problem("甲.zip", b"PK\x03\x04").message.contains("压缩包"));
}

#[test]
fn kinds_leave_with_templates_and_forms_of_their_own() {
    let settings = api::Settings {
        today: "2023-06-16".to_owned(),
        template: "plan".to_owned(),
        kind_templates: vec![("penalty".to_owned(), "gsxt-supervision".to_owned())],
        ..api::Settings::default()
    };
    let mut job = Job::new(Settings::read(&settings).unwrap());
    open(&mut job, &[&penalties()]);
    let options = DeliverOptions { form: "csv-gb18030".to_owned(), ..options() };
    let (view, bytes) = deliver(&mut job, &options);
    assert_eq!(view.manifest.files[0].template, "gsxt-supervision");
    assert!(view.files[0].name.rsplit_once('.').is_some_and(|(_, end)| end == "csv"));
    let again = read(&bytes[0], &ReadOptions::default()).unwrap();
    assert_eq!(again.encoding, Some(precheck_tabular::Encoding::Gb18030));
    assert_eq!(again.grids[0].text(1, 1), "企业名称");
}

#[test]
fn a_file_that_cannot_be_made_is_named_and_the_others_leave() {
    let settings = api::Settings {
        today: "2023-06-30".to_owned(),
        template: "plan".to_owned(),
        kind_templates: vec![("penalty".to_owned(), "gsxt-supervision".to_owned())],
        // Four decimals is what the template takes; the rule that says so beforehand is off.
        profile: r#"{"id":"x","organisation":{"name":"奈曼旗消防救援大队"},"severity":[
            {"rule":"amount-decimals","severity":"off","reason":"测试"}]}"#
            .to_owned(),
        ..api::Settings::default()
    };
    let fine =
        |line: &str| line.replace("罚款人民币5000元", "罚款人民币1234.5元").replace(",0.5", ",0.12345");
    let header = penalties().lines().next().unwrap().to_owned();
    let record = fine(penalties().lines().nth(1).unwrap());
    let penalty = format!("{header}\n{record}\n");
    let inspection = include_bytes!("../../../tests/fixtures/inspection-html.xls");
    let inputs = [
        Input { path: "处罚.csv", bytes: penalty.as_bytes() },
        Input { path: "抽查.xls", bytes: inspection },
    ];
    let settings = Settings::read(&settings).unwrap_or_else(|error| panic!("{error}"));
    let made = run::deliver(&inputs, settings, &RunOptions::default(), &options(), Some("已核对")).unwrap();
    let failed: Vec<&str> = made.view.failed.iter().map(|failed| failed.kind.as_str()).collect();
    assert_eq!(failed, ["penalty"], "{:?}", made.plan.kinds);
    assert!(made.view.failed[0].problem.message.contains("0.12345"));
    let kinds: Vec<&str> = made.view.manifest.files.iter().map(|file| file.kind.as_str()).collect();
    assert_eq!(kinds[0], "inspection");
    assert_eq!(made.view.files.len(), made.files.len());
}

#[test]
fn what_stays_goes_back_to_each_handler() {
    let mut job = job();
    let mut text = penalties();
    text = text
        .lines()
        .enumerate()
        .map(|(at, line)| match at {
            0 => format!("{line},承办人\n"),
            2 => format!("{line},乌云其木格\n"),
            3 => {
                format!("{},包志强\n", line.replace("罚款人民币5000元", "罚款人民币5000元，电话13847512345"))
            }
            _ => format!("{line},包志强\n"),
        })
        .collect();
    open(&mut job, &[&text]);
    let Response::Plan(plan) =
        job.handle(Request::Preflight { options: options(), preview: "penalty".to_owned() }).0
    else {
        panic!("a plan")
    };
    assert_eq!(
        plan.handlers.iter().map(|h| (h.name.as_str(), h.records)).collect::<Vec<_>>(),
        [("乌云其木格", 1), ("包志强", 1)]
    );
    assert_eq!(plan.handlers[0].kinds, [("行政处罚".to_owned(), 1)]);
    assert_eq!((plan.receipt.batch.as_str(), plan.receipt.records), ("20230616-02", 3));
    let (Response::Files { files }, bytes) = job.handle(Request::ProblemsByHandler) else { panic!("files") };
    assert_eq!(files[0].records, 2);
    let book = read(&bytes[0], &ReadOptions::default()).unwrap();
    assert_eq!(book.grids.iter().map(|g| g.name.as_str()).collect::<Vec<_>>(), ["乌云其木格", "包志强"]);
    let grid = &book.grids[1];
    let row = |row| (0..11).map(|column| grid.text(row, column)).collect::<Vec<_>>();
    assert_eq!(row(0)[..4], ["信息种类", "工作表", "行", "列"]);
    let all: String = (1..grid.rows).flat_map(row).collect();
    assert!(
        all.contains("GB 32100") && all.contains("统一社会信用代码") && !all.contains("13847512345"),
        "{all}"
    );
    assert_eq!(grid.text(1, 2), "4");
}

#[test]
fn a_pattern_of_names_is_checked_before_it_is_used() {
    let mut job = job();
    let ask =
        |job: &mut Job, pattern: &str| job.handle(Request::ProfileNaming { pattern: pattern.to_owned() }).0;
    let Response::Text { text } = ask(&mut job, "{kind}_{batch}_{count}条") else { panic!("a profile") };
    let settings =
        api::Settings { profile: text, today: "2023-06-16".to_owned(), ..api::Settings::default() };
    let mut job = Job::new(Settings::read(&settings).unwrap());
    open(&mut job, &[&penalties()]);
    assert_eq!(deliver(&mut job, &options()).0.files[0].name, "行政处罚_20230616-02_1条.xlsx");
    assert!(matches!(ask(&mut job, "{kind}_{day}"), Response::Problem(p) if p.message.contains("{day}")));
}

#[test]
fn a_blank_file_becomes_a_template() {
    let mut job = job();
    let blank =
        "序号,*企业名称,统一社会信用代码,处罚决定书文号,违法行为类型,行政处罚内容,处罚决定日期,填报渠道\n";
    let ask = |job: &mut Job, options: api::OwnTemplateOptions| match job
        .handle_with(Request::OwnTemplate { options }, vec![blank.as_bytes().to_vec()])
        .0
    {
        Response::OwnTemplate(view) => *view,
        other => panic!("{other:?}"),
    };
    let first =
        ask(&mut job, api::OwnTemplateOptions { file: "旗平台.csv".to_owned(), ..Default::default() });
    assert_eq!((first.title.as_str(), first.sheets[0].kind.as_str()), ("旗平台", "penalty"));
    assert_eq!(first.sheets[0].columns[7].field, "");
    let settled = ask(
        &mut job,
        api::OwnTemplateOptions {
            file: "旗平台.csv".to_owned(),
            title: "旗平台处罚".to_owned(),
            constants: vec![(0, 7, "预检导出".to_owned())],
            date: "%Y/%m/%d".to_owned(),
            ..Default::default()
        },
    );
    let settings = api::Settings {
        today: "2023-06-16".to_owned(),
        template: settled.name.clone(),
        templates: vec![settled.template],
        ..api::Settings::default()
    };
    let mut job = Job::new(Settings::read(&settings).unwrap());
    open(&mut job, &[&penalties()]);
    let (view, bytes) = deliver(&mut job, &DeliverOptions { template: settled.name, ..options() });
    assert_eq!(view.manifest.files[0].title, "旗平台处罚");
    let text = String::from_utf8(bytes[0].clone()).unwrap();
    assert_eq!(text.trim_start_matches('\u{FEFF}').lines().next().unwrap(), blank.trim_end());
    assert!(text.contains(",2023/06/02,预检导出"), "{text}");
    let broken = Request::ReadTemplate { template: "{}".to_owned() };
    assert!(matches!(job.handle(broken).0, Response::Problem(p) if p.key == "own-template"));
}
