//! The columns of the grid: the fields of the kind, and the days left for gathering among them.

use precheck_session::api::{ColumnView, TableView};
use yew::AttrValue;

/// Width of the column of row numbers, in CSS pixels.
pub const NUMBER_WIDTH: u32 = 62;
/// Width of the column of days left.
const DAYS_WIDTH: u32 = 84;

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// The field with this index in the table's columns.
    Field(usize),
    /// Days left for gathering.
    DaysLeft,
}

/// The columns of a table, from left to right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The fields of the table.
    pub fields: Vec<ColumnView>,
    /// Their keys, as cells carry them.
    pub keys: Vec<AttrValue>,
    /// What stands from left to right, behind the row numbers.
    pub shown: Vec<Shows>,
    /// Left edge of each, and the right edge of the last, in CSS pixels.
    pub edges: Vec<u32>,
}

impl Columns {
    /// The columns of a table.
    pub fn of(table: &TableView) -> Self {
        let mut shown: Vec<Shows> = (0..table.columns.len()).map(Shows::Field).collect();
        let date = table.columns.iter().position(|column| column.form == "date" && column.required);
        let date = date.or_else(|| table.columns.iter().position(|column| column.form == "date"));
        if let Some(date) = date {
            shown.insert(date + 1, Shows::DaysLeft);
        }
        let mut edges = vec![NUMBER_WIDTH];
        for shows in &shown {
            let width = match shows {
                Shows::Field(at) => u32::from(table.columns[*at].width),
                Shows::DaysLeft => DAYS_WIDTH,
            };
            edges.push(edges[edges.len() - 1] + width);
        }
        let keys = table.columns.iter().map(|column| AttrValue::from(column.field.clone())).collect();
        Self { fields: table.columns.clone(), keys, shown, edges }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Width of a column.
    pub fn width(&self, column: usize) -> u32 {
        self.edges[column + 1] - self.edges[column]
    }

    /// Width of all.
    pub fn total_width(&self) -> u32 {
        self.edges[self.edges.len() - 1]
    }

    /// The field that a column shows.
    pub fn field(&self, column: usize) -> Option<&ColumnView> {
        match self.shown.get(column)? {
            Shows::Field(at) => self.fields.get(*at),
            Shows::DaysLeft => None,
        }
    }

    /// The column that shows a field.
    pub fn column_of(&self, field: &str) -> Option<usize> {
        (0..self.len()).find(|&column| self.field(column).is_some_and(|view| view.field == field))
    }

    /// The next column with a field from `column` on, going right or left.
    pub fn field_from(&self, column: usize, right: bool) -> Option<usize> {
        if right {
            (column..self.len()).find(|&column| self.field(column).is_some())
        } else {
            (0..=column.min(self.len().checked_sub(1)?)).rev().find(|&column| self.field(column).is_some())
        }
    }

    /// Keys of the fields of a range of columns.
    pub fn fields_of(&self, columns: std::ops::RangeInclusive<usize>) -> Vec<String> {
        columns.filter_map(|column| self.field(column)).map(|view| view.field.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn table() -> TableView {
        let column = |field: &str, form: &str, required| ColumnView {
            field: field.to_owned(),
            form: form.to_owned(),
            width: 100,
            required,
            ..ColumnView::default()
        };
        TableView {
            columns: vec![
                column("enterprise_name", "text", true),
                column("valid_to", "date", false),
                column("decision_date", "date", true),
                column("remark", "long_text", false),
            ],
            ..TableView::default()
        }
    }

    #[wasm_bindgen_test]
    fn days_left_stand_behind_the_date_that_must_be_filled_in() {
        let columns = Columns::of(&table());
        assert_eq!(columns.shown[2..5], [Shows::Field(2), Shows::DaysLeft, Shows::Field(3)]);
        assert_eq!(columns.edges, [62, 162, 262, 362, 446, 546]);
        assert_eq!(columns.column_of("remark"), Some(4));
        assert_eq!(columns.column_of("no such field"), None);
    }

    #[wasm_bindgen_test]
    fn moving_skips_the_days_left() {
        let columns = Columns::of(&table());
        assert_eq!(columns.field_from(3, true), Some(4));
        assert_eq!(columns.field_from(3, false), Some(2));
        assert_eq!(columns.field_from(5, true), None);
        assert_eq!(columns.field_from(9, false), Some(4));
        assert_eq!(columns.fields_of(2..=4), ["decision_date", "remark"]);
    }
}
