//! Tables for tests.

use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::table::ColumnMeaning;
use precheck_schema::{FieldKey, Kind, Table};

/// A table of text cells under the labels of its kind, header in row 1.
pub(crate) fn table(kind: Kind, fields: &[FieldKey], rows: &[&[&str]]) -> Table {
    let mut grid = Grid { name: "表".to_owned(), ..Grid::default() };
    let labels: Vec<&str> = fields.iter().map(|&f| kind.field_label(f)).collect();
    for (row, cells) in std::iter::once(labels.as_slice()).chain(rows.iter().copied()).enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            grid.put(row as u32, column, text, CellTag::new(CellKind::Text));
        }
    }
    let meanings = fields.iter().enumerate().map(|(column, &field)| ColumnMeaning {
        header: kind.field_label(field).to_owned(),
        source: Some(column as u16),
        field: Some(field),
        ..ColumnMeaning::default()
    });
    Table::from_grid(kind, grid, Some(1), meanings.collect(), Vec::new())
}
