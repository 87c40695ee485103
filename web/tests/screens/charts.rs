//! Charts say in words what they show, and their parts are buttons.

use std::rc::Rc;

use DaysPart::{Later, Overdue, Soon};
use precheck_session::api::{DeadlineView, DimensionView, Lang, Totals};
use precheck_web::components::charts::{
    DaysPart, DeadlineChartProps, DimensionBarsProps, DonutProps, RecordsPart, deadline_chart,
    dimension_bars, donut,
};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

use crate::stage::{Heard, Stage, show};

fn label<C: BaseComponent>(stage: &Stage<C>, selector: &str) -> String {
    stage.find(selector).get_attribute("aria-label").unwrap_or_default()
}

/// A click on a part of a drawing, which has no `click` of its own.
fn click<C: BaseComponent>(stage: &Stage<C>, selector: &str) {
    crate::stage::fire(&stage.find(selector), "click");
}

#[wasm_bindgen_test]
async fn the_donut_says_its_counts_and_filters() {
    let heard = Heard::new();
    let totals = Totals { records: 118, passed: 94, with_warnings: 11, with_errors: 13, ..Totals::default() };
    let stage = show(donut(&DonutProps {
        lang: Lang::Zh,
        totals,
        active: Some(RecordsPart::Errors),
        on_part: heard.callback(),
    }))
    .await;
    assert_eq!(label(&stage, "svg[role=img]"), "共 118 条：通过 94，有警告 11，有错误 13");
    let pressed: Vec<_> =
        stage.all(".legend button").iter().map(|b| b.get_attribute("aria-pressed").unwrap()).collect();
    assert_eq!(pressed, ["false", "false", "true"]);
    for button in stage.all(".legend button") {
        button.click();
    }
    click(&stage, "circle.k-err");
    let all = [RecordsPart::Passed, RecordsPart::Warnings, RecordsPart::Errors, RecordsPart::Errors];
    assert_eq!(heard.take(), all);
}

#[wasm_bindgen_test]
async fn an_empty_donut_has_no_arcs() {
    let stage = show(donut(&DonutProps {
        lang: Lang::Zh,
        totals: Totals::default(),
        active: None,
        on_part: Callback::noop(),
    }))
    .await;
    assert!(stage.all("circle.part").is_empty());
    assert!(!stage.root.inner_html().contains("NaN"));
}

#[wasm_bindgen_test]
async fn bars_start_at_zero_and_share_one_measure() {
    let heard = Heard::new();
    let view = |key: &str, label: &str, with_errors, with_warnings| DimensionView {
        key: key.to_owned(),
        label: label.to_owned(),
        with_errors,
        with_warnings,
    };
    let dimensions =
        vec![view("accuracy", "准确性", 7, 3), view("timeliness", "及时性", 0, 5), view("a", "真实性", 0, 0)];
    let stage = show(dimension_bars(&DimensionBarsProps {
        lang: Lang::Zh,
        dimensions: Rc::new(dimensions),
        records: 118,
        active: AttrValue::from("timeliness"),
        on_dimension: heard.callback(),
    }))
    .await;
    let rect = |at: usize| {
        let rects = stage.all(".bars svg rect");
        (rects[at].get_attribute("x"), rects[at].get_attribute("width").unwrap())
    };
    assert_eq!(rect(1), (None, "70.0%".to_owned()));
    assert_eq!(rect(2), (Some("70.0%".to_owned()), "30.0%".to_owned()));
    assert_eq!(rect(4).1, "0.0%");
    assert_eq!(rect(5), (Some("0.0%".to_owned()), "50.0%".to_owned()));
    assert_eq!(label(&stage, ".bars svg[role=img]"), "准确性：错误 7 条，警告 3 条");
    let lines: Vec<_> = stage.all(".bars li").iter().map(|li| li.text_content().unwrap()).collect();
    assert_eq!(lines, ["准确性10 条合格 91.5%", "及时性5 条合格 95.8%", "真实性0 条合格 100.0%"]);
    stage.all(".bars button")[1].click();
    assert_eq!(heard.take(), ["timeliness"]);
}

#[wasm_bindgen_test]
async fn days_left_are_said_and_filter() {
    let heard = Heard::new();
    let deadline = DeadlineView {
        days: 20,
        count: "natural".to_owned(),
        overdue: 6,
        most_overdue: 4,
        soon: 19,
        later: 92,
        unknown: 1,
        histogram: vec![(-5, 6), (0, 4), (5, 15), (6, 90), (20, 2)],
    };
    let stage = show(deadline_chart(&DeadlineChartProps {
        lang: Lang::Zh,
        deadline: Rc::new(deadline),
        active: None,
        on_part: heard.callback(),
    }))
    .await;
    assert_eq!(
        label(&stage, "svg[role=img]"),
        "距归集时限剩余天数分布：已超期 6 条（最长超期 4 天），5 日内到期 19 条，其余 92 条"
    );
    assert!(stage.text().contains("距 20 天归集时限的剩余天数（自然日，1 条日期有误未计）"));
    let bars = stage.all("rect.part");
    assert_eq!(bars.len(), 5);
    assert_eq!(bars[3].get_attribute("height").as_deref(), Some("30.0"), "the tallest bar");
    assert_eq!(bars[4].get_attribute("height").as_deref(), Some("1.5"), "a small bar is seen");
    for bar in &bars {
        crate::stage::fire(bar, "click");
    }
    assert_eq!(heard.take(), [Overdue, Soon, Soon, Later, Later]);
    stage.press("5 日内19").await;
    assert_eq!(heard.take(), [Soon]);
    assert_eq!([Overdue.range(), Soon.range(), Later.range()], [(i32::MIN, -1), (0, 5), (6, i32::MAX)]);
}
