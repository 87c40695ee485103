//! The export screen: what leaves, why the rest stays, and confirmations with a reason.

use std::rc::Rc;

use precheck_session::api::{FileView, GroupView, KindPlan, Lang, PlanView, PreflightView};
use precheck_web::pages::export::{ExportPage, ExportProps, Shown};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

use crate::stage::{Heard, active, mount};

fn kind(key: &str, leaving: usize, with_errors: usize, with_warnings: usize) -> KindPlan {
    KindPlan {
        kind: key.to_owned(),
        label: format!("种类 {key}"),
        supported: true,
        records: leaving + with_errors + with_warnings,
        leaving,
        with_errors,
        with_warnings,
        checks: vec![
            PreflightView {
                state: "ok".to_owned(),
                text: "必填字段均有值".to_owned(),
                note: "8 / 8 列".to_owned(),
                severity: String::new(),
                rule: String::new(),
            },
            PreflightView {
                state: "error".to_owned(),
                text: "9 条有错误，本次不导出".to_owned(),
                note: String::new(),
                severity: "error".to_owned(),
                rule: "some-rule".to_owned(),
            },
        ],
        ..KindPlan::default()
    }
}

fn plan(kinds: Vec<KindPlan>) -> PlanView {
    PlanView {
        template: "plan".to_owned(),
        title: "字段表".to_owned(),
        preview_kind: kinds.first().map_or(String::new(), |kind| kind.kind.clone()),
        kinds,
        preview: vec![vec!["企业名称".to_owned()], vec!["甲公司".to_owned()]],
        ..PlanView::default()
    }
}

fn props(plan: PlanView) -> ExportProps {
    ExportProps {
        lang: Lang::Zh,
        plan: Some(Rc::new(plan)),
        templates: Rc::new(vec![
            ("plan".to_owned(), "字段表".to_owned(), Vec::new()),
            ("gsxt".to_owned(), "公示系统".to_owned(), Vec::new()),
        ]),
        warnings: Rc::default(),
        files: Rc::default(),
        problem: None,
        busy: false,
        on_template: Callback::noop(),
        on_preview: Callback::noop(),
        on_export: Callback::noop(),
        on_problems: Callback::noop(),
        on_report: Callback::noop(),
        on_confirm: Callback::noop(),
        singles: None,
        on_save: Callback::noop(),
        on_show: Callback::noop(),
        on_check: Callback::noop(),
        options: Rc::default(),
        delivered: None,
        kind_templates: Rc::default(),
        on_options: Callback::noop(),
        on_kind_template: Callback::noop(),
        on_pattern: Callback::noop(),
        on_by_handler: Callback::noop(),
        below_templates: yew::Html::default(),
        at_end: yew::Html::default(),
    }
}

#[wasm_bindgen_test]
async fn ticked_kinds_leave() {
    let (export, show, preview, template) = (Heard::new(), Heard::new(), Heard::new(), Heard::new());
    let stage = mount::<ExportPage>(ExportProps {
        on_export: export.callback(),
        on_show: show.callback(),
        on_preview: preview.callback(),
        on_template: template.callback(),
        ..props(plan(vec![kind("a", 23, 9, 6), kind("b", 5, 0, 0), kind("c", 0, 1, 0)]))
    })
    .await;
    assert!(stage.text().contains("导出 23 条，排除 15 条9 条有错误，6 条警告未确认"));
    stage.press("导出 2 个文件").await;
    assert_eq!(export.take(), [["a", "b"].map(str::to_owned).to_vec()]);
    stage.tick("input[aria-label='导出「种类 a」']").await;
    stage.press("导出 1 个文件").await;
    assert_eq!(export.take(), [["b".to_owned()].to_vec()]);
    stage.press("去修改 9 条有错误，本次不导出").await;
    let shown = Shown { kind: "a".to_owned(), severity: "error".to_owned(), rule: "some-rule".to_owned() };
    assert_eq!(show.take(), [shown]);
    stage.all(".pick button")[1].click();
    assert_eq!(preview.take(), ["b"]);
    stage.choose("#export-template", "gsxt").await;
    assert_eq!(template.take(), ["gsxt"]);
    assert!(stage.find(".file-prev").text_content().unwrap().contains("前 2 行，文件共 23 条记录"));
}

#[wasm_bindgen_test]
async fn where_nothing_leaves_the_button_says_why() {
    let (export, show) = (Heard::new(), Heard::new());
    let unsupported = KindPlan { supported: false, ..kind("d", 4, 0, 0) };
    let stage = mount::<ExportPage>(ExportProps {
        on_export: export.callback(),
        on_show: show.callback(),
        ..props(plan(vec![kind("a", 0, 9, 6), unsupported]))
    })
    .await;
    let button = stage.find(".page-h .pri");
    assert!(!button.has_attribute("disabled"));
    stage.press("导出").await;
    assert!(export.take().is_empty());
    let dialog = stage.find("[role=dialog]").text_content().unwrap();
    assert!(dialog.contains("「种类 a」：9 条有错误，6 条警告未确认"), "{dialog}");
    assert!(dialog.contains("「种类 d」：所选模板不含这一种类"), "{dialog}");
    assert_eq!(active().text_content().as_deref(), Some("返回核对"));
    stage.press("去确认 种类 a").await;
    let shown = Shown { kind: "a".to_owned(), severity: "warning".to_owned(), rule: String::new() };
    assert_eq!(show.take(), [shown]);
}

#[wasm_bindgen_test]
async fn unticking_everything_is_explained_too() {
    let stage = mount::<ExportPage>(props(plan(vec![kind("a", 1, 0, 0)]))).await;
    stage.tick(".pick input").await;
    stage.press("导出").await;
    assert!(stage.find("[role=dialog]").text_content().unwrap().contains("没有选中任何记录种类"));
}

#[wasm_bindgen_test]
async fn warnings_are_confirmed_with_a_reason() {
    let confirm = Heard::new();
    let group = |rule: &str, severity: &str, count, confirmed| GroupView {
        rule: rule.to_owned(),
        code: "T001".to_owned(),
        title: format!("问题 {rule}"),
        severity: severity.to_owned(),
        count,
        confirmed,
        ..GroupView::default()
    };
    let warnings =
        vec![group("late", "warning", 6, 1), group("done", "warning", 2, 2), group("bad", "error", 3, 0)];
    let stage = mount::<ExportPage>(ExportProps {
        warnings: Rc::new(warnings),
        on_confirm: confirm.callback(),
        ..props(plan(vec![kind("a", 1, 0, 5)]))
    })
    .await;
    assert_eq!(stage.all(".warnings li").len(), 2, "only warnings");
    assert_eq!(stage.all(".warnings .btn").len(), 1, "only open ones are confirmed");
    stage.press("确认… 问题 late").await;
    assert_eq!(stage.find("#confirm-title").text_content().as_deref(), Some("确认 5 个警告"));
    assert_eq!(active().id(), "confirm-reason");
    stage.press("确认并记录").await;
    assert!(stage.text().contains("「理由」尚未选择"));
    assert!(confirm.take().is_empty());

    stage.choose("#confirm-reason", "4").await;
    stage.write("#confirm-text", "太短");
    stage.press("确认并记录").await;
    assert!(stage.text().contains("「说明」不足 5 个字"));
    assert_eq!(active().id(), "confirm-text");
    assert!(confirm.take().is_empty());
    stage.write("#confirm-text", " 当事人下落不明，公告送达 ");
    stage.press("确认并记录").await;
    assert_eq!(confirm.take(), [("late".to_owned(), "当事人下落不明，公告送达".to_owned())]);
    assert!(stage.all("[role=dialog]").is_empty());

    stage.press("确认… 问题 late").await;
    stage.choose("#confirm-reason", "1").await;
    stage.press("确认并记录").await;
    assert_eq!(confirm.take(), [("late".to_owned(), "法律文书送达延迟".to_owned())]);
}

#[wasm_bindgen_test]
async fn files_are_listed_and_can_be_saved_again() {
    let (save, problems, export) = (Heard::new(), Heard::new(), Heard::new());
    let file = |name: &str, kind: &str, records| FileView {
        name: name.to_owned(),
        media_type: String::new(),
        kind: kind.to_owned(),
        records,
    };
    let stage = mount::<ExportPage>(ExportProps {
        files: Rc::new(vec![file("行政处罚.xlsx", "a", 23), file("问题清单.xlsx", "", 15)]),
        problem: Some("「种类 b」的文件未能生成。".into()),
        on_save: save.callback(),
        on_problems: problems.callback(),
        on_export: export.callback(),
        ..props(plan(vec![kind("a", 1, 0, 0)]))
    })
    .await;
    let listed = stage.find("[role=status]").text_content().unwrap();
    assert!(
        listed.contains("行政处罚.xlsx23 条") && listed.contains("问题清单.xlsx问题清单 · 15 条"),
        "{listed}"
    );
    stage.press("再次保存 问题清单.xlsx").await;
    assert_eq!(save.take(), [1]);
    stage.press("导出问题清单").await;
    assert_eq!(problems.take().len(), 1);
    assert!(stage.find("[role=alert]").text_content().unwrap().contains("「种类 b」的文件未能生成。"));
    stage.press("重试").await;
    assert_eq!(export.take(), [["a".to_owned()].to_vec()]);
}

#[wasm_bindgen_test]
async fn nothing_is_made_twice_at_once() {
    let export = Heard::new();
    let stage = mount::<ExportPage>(ExportProps {
        busy: true,
        on_export: export.callback(),
        ..props(plan(vec![kind("a", 1, 0, 0)]))
    })
    .await;
    stage.press("正在生成…").await;
    assert!(export.take().is_empty());
}

#[wasm_bindgen_test]
async fn an_empty_batch_says_so() {
    let export = Heard::new();
    let stage =
        mount::<ExportPage>(ExportProps { on_export: export.callback(), ..props(plan(Vec::new())) }).await;
    assert!(stage.text().contains("本批没有记录"));
    stage.press("导出").await;
    assert!(export.take().is_empty());
    assert!(stage.find("[role=dialog]").text_content().unwrap().contains("先载入表格"));
}
