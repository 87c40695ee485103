//! What templates write of themselves, and what a table keeps of the columns of its sheet.

use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::table::ColumnMeaning;
use precheck_schema::template::Template;
use precheck_schema::{FieldKey, Kind, Table};

const PLAIN: &str =
    r#"{"name":"t","title":"模板","file":"csv","layouts":[{"kinds":["penalty"],"columns":"kind"}]}"#;

#[test]
fn a_template_says_only_what_is_not_usual() {
    let plain = Template::from_json(PLAIN).unwrap();
    assert_eq!(plain.file_name, "{kind}_{organisation}_{date}");
    let written = plain.to_json();
    assert!(!written.contains("encoding"), "{written}");
    let column = r#"[{"header":"罚款","field":"fine_amount","unit":"yuan"},{"header":"名称","field":"enterprise_name"}]"#;
    let other = PLAIN.replace(r#""columns":"kind""#, &format!(r#""columns":{column}"#));
    let other = other.replace(r#""layouts""#, r#""encoding":"gb18030","layouts""#);
    let other = Template::from_json(&other).unwrap();
    let written = other.to_json();
    assert!(written.contains("gb18030") && written.contains("yuan"), "{written}");
    assert_eq!(written.matches("unit").count(), 1, "{written}");
    assert_eq!(Template::from_json(&written).unwrap(), other);
}

#[test]
fn columns_keep_their_place_in_the_sheet_and_new_ones_their_field() {
    let mut grid = Grid::default();
    for (column, text) in ["内部编号", "企业名称"].into_iter().enumerate() {
        grid.put(0, column, text, CellTag::new(CellKind::Text));
        grid.put(1, column, "甲", CellTag::new(CellKind::Text));
    }
    let meaning = ColumnMeaning {
        header: "企业名称".to_owned(),
        source: Some(1),
        field: Some(FieldKey::EnterpriseName),
        ..ColumnMeaning::default()
    };
    let mut table = Table::from_grid(Kind::Penalty, grid, Some(1), vec![meaning], Vec::new());
    let places = |table: &Table| -> Vec<(Option<u16>, Option<FieldKey>)> {
        table.columns().iter().map(|column| (column.meaning.source, column.meaning.field)).collect()
    };
    assert_eq!(places(&table), [(Some(1), Some(FieldKey::EnterpriseName)), (Some(0), None)]);
    let row = table.rows()[0];
    table.set_text(row, FieldKey::Remark, "乙");
    assert_eq!(places(&table)[2], (None, Some(FieldKey::Remark)));
    assert_eq!(table.column_of(FieldKey::Remark), Some(2));
}

#[test]
fn only_the_last_new_record_is_forgotten() {
    let mut table = Table::empty(Kind::Penalty);
    let first = table.new_row();
    let second = table.new_row();
    // Not the last one: its id stays taken.
    table.forget_row(first);
    assert_ne!(table.new_row(), first);
    let mut table = Table::empty(Kind::Penalty);
    assert_eq!((table.new_row(), table.new_row()), (first, second));
    table.forget_row(second);
    assert_eq!(table.new_row(), second);
}
