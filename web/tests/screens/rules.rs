//! The rule book: what is listed, what a rule says, and another severity with its reason.

use std::rc::Rc;

use precheck_session::api::{
    BasisView, ChangedRule, ColumnView, ExampleView, KindView, Lang, RuleBook, RuleView, TextView,
};
use precheck_web::pages::rules::{Change, RulesPage, RulesProps};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::stage::{Heard, Stage, active, fire, key, mount, settle};

fn text(zh: &str) -> TextView {
    TextView { zh: zh.to_owned(), en: format!("en {zh}") }
}

fn rule(code: &str, slug: &str, dimension: &str, severity: &str, kinds: &[&str]) -> RuleView {
    let example = |fires: bool, value: &str| ExampleView {
        fires,
        kind: kinds[0].to_owned(),
        today: "2023-06-30".to_owned(),
        note: text("说明"),
        records: vec![vec![("uscc".to_owned(), value.to_owned())]],
        ..ExampleView::default()
    };
    RuleView {
        rule: code.to_owned(),
        name: slug.to_owned(),
        dimension: dimension.to_owned(),
        dimension_label: text(dimension),
        severity: severity.to_owned(),
        is_protected: dimension == "privacy" && severity == "error",
        kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        fields: vec!["uscc".to_owned()],
        title: text(&format!("规则{code}")),
        what: text("什么"),
        why: text("为何"),
        how: text("怎样"),
        basis: vec![BasisView {
            document: "某办法".to_owned(),
            article: format!("第{code}条"),
            valid_from: "2023-05-01".to_owned(),
            valid_to: "2026-03-31".to_owned(),
            paraphrase: text("大意"),
            unverified: true,
            ..BasisView::default()
        }],
        examples: vec![example(true, "911 "), example(false, "")],
        ..RuleView::default()
    }
}

fn props() -> RulesProps {
    let rules = vec![
        rule("A004", "check-character", "accuracy", "error", &["penalty", "license_grant"]),
        rule("A031", "date-form", "accuracy", "warning", &["penalty"]),
        rule("P001", "resident-id", "privacy", "error", &["license_grant"]),
    ];
    let kind = |key: &str, label: &str| KindView {
        key: key.to_owned(),
        label: label.to_owned(),
        columns: vec![ColumnView {
            field: "uscc".to_owned(),
            label: "信用代码".to_owned(),
            ..ColumnView::default()
        }],
    };
    RulesProps {
        lang: Lang::Zh,
        book: Some(Rc::new(RuleBook { rules_version: "2026.11".to_owned(), rules, ..RuleBook::default() })),
        kinds: Rc::new(vec![kind("penalty", "行政处罚"), kind("license_grant", "许可准予")]),
        changed: Rc::default(),
        found: None,
        chosen: AttrValue::default(),
        on_choose: Callback::noop(),
        on_show: Callback::noop(),
        on_change: Callback::noop(),
        on_book: Callback::noop(),
        on_save: Callback::noop(),
        on_load: Callback::noop(),
    }
}

fn listed(stage: &Stage<RulesPage>) -> Vec<String> {
    stage.all(".rulelist tbody tr").iter().map(|row| row.get_attribute("data-rule").unwrap()).collect()
}

async fn write(stage: &Stage<RulesPage>, selector: &str, text: &str) {
    let field: HtmlInputElement = stage.find(selector).unchecked_into();
    field.set_value(text);
    fire(&field, "input");
    settle().await;
}

#[wasm_bindgen_test]
async fn search_and_filters_narrow_the_list() {
    let stage = mount::<RulesPage>(props()).await;
    assert_eq!(listed(&stage), ["A004", "A031", "P001"]);
    assert!(stage.text().contains("启用 3 条"));
    write(&stage, "#find", "某办法 a031").await;
    assert_eq!(listed(&stage), ["A031"]);
    write(&stage, "#find", "没有的词").await;
    assert!(listed(&stage).is_empty());
    stage.press("列出全部规则").await;
    assert_eq!(listed(&stage).len(), 3);
    stage.choose("[data-filter=severity]", "error").await;
    stage.choose("[data-filter=kind]", "license_grant").await;
    assert_eq!(listed(&stage), ["A004", "P001"]);
    stage.choose("[data-filter=dimension]", "privacy").await;
    assert_eq!(listed(&stage), ["P001"]);
}

#[wasm_bindgen_test]
async fn a_rule_says_what_why_how_and_on_what_ground() {
    let heard = Heard::<String>::new();
    let props = RulesProps {
        chosen: "A004".into(),
        found: Some(Rc::new(vec![("check-character".to_owned(), 2), ("check-character".to_owned(), 1)])),
        on_show: heard.callback(),
        ..props()
    };
    let stage = mount::<RulesPage>(props).await;
    let card = stage.find(".rule").text_content().unwrap();
    for part in [
        "A004",
        "什么",
        "为何",
        "怎样",
        "第A004条",
        "待核",
        "2023-05-01 至 2026-03-31",
        "大意",
        "「信用代码」",
        "911␣",
        "（空）",
        "3 处",
    ] {
        assert!(card.contains(part), "{part}: {card}");
    }
    assert_eq!((stage.all(".ex .bad").len(), stage.all(".ex .good").len()), (1, 1));
    stage.press("查看这类记录").await;
    assert_eq!(heard.take(), ["check-character"]);
}

#[wasm_bindgen_test]
async fn arrow_keys_walk_the_rules() {
    let heard = Heard::<AttrValue>::new();
    let stage =
        mount::<RulesPage>(RulesProps { chosen: "A004".into(), on_choose: heard.callback(), ..props() })
            .await;
    stage.find("tr[data-rule=A004] button").focus().unwrap();
    assert!(key("ArrowDown", false));
    assert_eq!(heard.take(), ["A031"]);
    assert_eq!(active().text_content().unwrap(), "规则A031");
    assert!(!key("a", false));
}

#[wasm_bindgen_test]
async fn another_severity_needs_a_reason() {
    let heard = Heard::<Change>::new();
    let stage =
        mount::<RulesPage>(RulesProps { chosen: "A004".into(), on_change: heard.callback(), ..props() })
            .await;
    assert!(stage.all(".setting .apply").is_empty());
    stage.choose("#rule-level", "off").await;
    stage.press("应用改动").await;
    assert!(stage.find("#rule-reason-fault").text_content().unwrap().contains("理由"));
    assert!(heard.take().is_empty());
    write(&stage, "#rule-reason", " 企业正在换照 ").await;
    stage.press("应用改动").await;
    let change =
        Change {
            rule: "A004".to_owned(), severity: "off".to_owned(), reason: "企业正在换照".to_owned()
        };
    assert_eq!(heard.take(), [change]);
}

#[wasm_bindgen_test]
async fn a_change_is_shown_and_can_be_taken_back() {
    let heard = Heard::<Change>::new();
    let changed = ChangedRule {
        rule: "A004".to_owned(),
        name: "check-character".to_owned(),
        title: "规则A004".to_owned(),
        severity: "error".to_owned(),
        now: "off".to_owned(),
        reason: "试运行一个月".to_owned(),
    };
    let props = RulesProps {
        chosen: "A004".into(),
        changed: Rc::new(vec![changed]),
        on_change: heard.callback(),
        ..props()
    };
    let stage = mount::<RulesPage>(props).await;
    assert!(stage.text().contains("启用 2 条，改动 1 条"));
    assert!(stage.find("tr[data-rule=A004]").text_content().unwrap().contains("停用"));
    let card = stage.find(".rule").text_content().unwrap();
    assert!(card.contains("规定为错误") && card.contains("试运行一个月"), "{card}");
    stage.choose("[data-filter=severity]", "changed").await;
    assert_eq!(listed(&stage), ["A004"]);
    stage.press("恢复规定级别").await;
    assert_eq!(
        heard.take(),
        [Change { rule: "A004".to_owned(), severity: String::new(), reason: String::new() }]
    );
}

#[wasm_bindgen_test]
async fn errors_that_protect_privacy_offer_no_change() {
    let stage = mount::<RulesPage>(RulesProps { chosen: "P001".into(), ..props() }).await;
    assert!(stage.all("#rule-level").is_empty());
    assert!(stage.find(".rule").text_content().unwrap().contains("不能停用"));
}
