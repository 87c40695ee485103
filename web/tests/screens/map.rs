//! The mapping screen settles what is open, and only then goes on.

use std::rc::Rc;

use precheck_session::api::{ColumnQuestion, ColumnView, KindView, Lang, SheetMapping, SheetQuestion};
use precheck_web::pages::map::{MapPage, MapProps};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

use crate::stage::{Heard, active, mount};

fn kind(key: &str, label: &str, fields: &[(&str, &str)]) -> KindView {
    let column = |(field, label): &(&str, &str)| ColumnView {
        field: (*field).to_owned(),
        label: (*label).to_owned(),
        required: true,
        ..ColumnView::default()
    };
    KindView { key: key.to_owned(), label: label.to_owned(), columns: fields.iter().map(column).collect() }
}

fn column(at: usize, header: &str, field: &str, candidates: &[&str]) -> ColumnQuestion {
    ColumnQuestion {
        column: at,
        letters: char::from(b'A' + at as u8).to_string(),
        header: header.to_owned(),
        field: field.to_owned(),
        candidates: candidates.iter().map(|key| (*key).to_owned()).collect(),
        reason: String::new(),
        samples: vec![format!("值 {at}")],
    }
}

fn row(cells: [&str; 4]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

fn props(question: SheetQuestion, confirm: &Heard<(SheetMapping, bool)>) -> MapProps {
    MapProps {
        lang: Lang::Zh,
        source: "六月.xlsx".into(),
        question: Rc::new(question),
        kinds: Rc::new(vec![
            kind(
                "penalty",
                "行政处罚",
                &[
                    ("name", "企业名称"),
                    ("decision_date", "决定日期"),
                    ("publicity_end", "公示期限"),
                    ("authority", "处罚机关"),
                ],
            ),
            kind("inspection", "抽查结果", &[("name", "企业名称"), ("item", "抽查事项")]),
        ]),
        on_confirm: confirm.callback(),
        on_back: Callback::noop(),
    }
}

fn question() -> SheetQuestion {
    SheetQuestion {
        sheet: 3,
        name: "处罚".to_owned(),
        table: Some(0),
        kind: "penalty".to_owned(),
        header_row: 2,
        columns: vec![
            column(0, "单位名称", "name", &[]),
            column(1, "日期", "", &["decision_date", "publicity_end"]),
            column(2, "期限", "", &["publicity_end", "decision_date"]),
            column(3, "备注", "", &[]),
        ],
        preview: vec![
            row(["六月处罚", "", "", ""]),
            row(["单位名称", "日期", "期限", "备注"]),
            row(["甲", "1", "2", ""]),
        ],
    }
}

#[wasm_bindgen_test]
async fn open_columns_must_be_settled_first() {
    let confirm = Heard::new();
    let stage = mount::<MapPage>(props(question(), &confirm)).await;
    assert_eq!(stage.find("h1").text_content().as_deref(), Some("有 2 列需要确认对应关系"));
    assert!(stage.text().contains("可能是「决定日期」或「公示期限」"));
    stage.press("确认并开始校验").await;
    assert!(confirm.take().is_empty());
    assert_eq!(active(), stage.find(".esum"), "the error summary takes the focus");
    assert!(stage.text().contains("有 2 处需要更正"));
    let links = stage.all(".esum a");
    assert_eq!(links[1].text_content().as_deref(), Some("C 列「期限」尚未选定，可选「不导入」"));
    links[1].click();
    assert_eq!(active().id(), "map-column-2", "a line leads to its field");
    assert_eq!(active().get_attribute("aria-invalid").as_deref(), Some("true"));

    stage.choose("#map-column-1", "decision_date").await;
    stage.choose("#map-column-2", "decision_date").await;
    assert!(stage.text().contains("「决定日期」同时选了 B 列和 C 列，只留一列"));
    stage.press("确认并开始校验").await;
    assert!(confirm.take().is_empty());

    stage.choose("#map-column-2", "publicity_end").await;
    assert!(stage.all(".esum").is_empty());
    assert!(stage.text().contains("必填字段「处罚机关」没有对应的列"));
    stage.press("确认并开始校验").await;
    let columns = [(0, "name"), (1, "decision_date"), (2, "publicity_end"), (3, "")];
    assert_eq!(
        confirm.take(),
        [(
            SheetMapping {
                sheet: 3,
                kind: "penalty".to_owned(),
                header_row: 2,
                columns: columns.map(|(at, field)| (at, field.to_owned())).to_vec(),
            },
            true
        )]
    );
}

#[wasm_bindgen_test]
async fn another_kind_drops_fields_that_it_lacks() {
    let confirm = Heard::new();
    let mut question = question();
    question.columns.truncate(2);
    question.columns[1] = column(1, "决定日期", "decision_date", &[]);
    let stage = mount::<MapPage>(props(question, &confirm)).await;
    stage.choose("#map-kind", "inspection").await;
    stage.press("确认并开始校验").await;
    let said = confirm.take();
    assert_eq!(said[0].0.kind, "inspection");
    assert_eq!(said[0].0.columns, [(0, "name".to_owned()), (1, String::new())]);
}

#[wasm_bindgen_test]
async fn an_unknown_sheet_needs_kind_and_columns() {
    let confirm = Heard::new();
    let mut question = question();
    question.kind = String::new();
    question.header_row = 0;
    question.table = None;
    for column in &mut question.columns {
        column.header = String::new();
        column.field = String::new();
        column.candidates.clear();
    }
    let stage = mount::<MapPage>(props(question, &confirm)).await;
    assert_eq!(stage.find("h1").text_content().as_deref(), Some("「处罚」认不出表头，需选定种类和各列"));
    stage.press("确认并开始校验").await;
    assert!(stage.text().contains("「信息种类」尚未选定"));
    stage.choose("#map-kind", "penalty").await;
    assert!(stage.text().contains("没有任何一列对应到字段"));
    // The header row gives the columns their names and samples.
    stage.choose("#map-header", "2").await;
    assert!(stage.find("tbody tr").text_content().unwrap().starts_with("A单位名称甲"));
    stage.choose("#map-column-0", "name").await;
    stage.press("确认并开始校验").await;
    let said = confirm.take();
    assert_eq!((said[0].0.header_row, said[0].0.columns[0].1.as_str()), (2, "name"));
}

#[wasm_bindgen_test]
async fn a_sheet_can_be_left_out() {
    let confirm = Heard::new();
    let stage = mount::<MapPage>(props(question(), &confirm)).await;
    stage.press("不导入这张表").await;
    assert_eq!(
        confirm.take(),
        [(SheetMapping { sheet: 3, kind: String::new(), header_row: 0, columns: Vec::new() }, false)]
    );
}
