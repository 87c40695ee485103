//! The columns of the grid: the fields of the kind, and the days left for gathering among them.

use precheck_session::api::{ColumnView, TableView};
use yew::AttrValue;

use crate::services::columns::ColumnLayout;

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

/// Key of a column, as layouts name it.
pub fn key_of(table: &TableView, shows: Shows) -> &str {
    match shows {
        Shows::Field(at) => &table.columns[at].field,
        Shows::DaysLeft => "days_left",
    }
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
    /// How many of the first ones stay when one scrolls sideways.
    pub frozen: usize,
}

impl Columns {
    /// No column.
    pub fn none() -> Self {
        Self { fields: Vec::new(), keys: Vec::new(), shown: Vec::new(), edges: vec![NUMBER_WIDTH], frozen: 0 }
    }

    /// The columns of a table in a layout. The column of the current cell is shown in any case: a finding may lead
    /// to one that is hidden.
    pub fn of(table: &TableView, layout: &ColumnLayout, current: Option<&str>) -> Self {
        let mut shown: Vec<Shows> = (0..table.columns.len()).map(Shows::Field).collect();
        let date = table.columns.iter().position(|column| column.form == "date" && column.required);
        let date = date.or_else(|| table.columns.iter().position(|column| column.form == "date"));
        if let Some(date) = date {
            shown.insert(date + 1, Shows::DaysLeft);
        }
        let all = shown.clone();
        shown.retain(|shows| {
            let key = key_of(table, *shows);
            !layout.hidden.contains(key) || current == Some(key)
        });
        if !shown.iter().any(|shows| matches!(shows, Shows::Field(_))) {
            shown = all;
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
        let frozen = layout.frozen.min(shown.len());
        Self { fields: table.columns.clone(), keys, shown, edges, frozen }
    }

    /// Classes of a column that stays.
    pub fn frozen_class(&self, column: usize) -> Option<&'static str> {
        const CLASSES: [&str; 4] = ["f1 p1", "f1 p2", "f1 p3", "f1 p4"];
        CLASSES.get(column).copied().filter(|_| column < self.frozen)
    }

    /// Right edge of the columns that stay.
    pub fn frozen_edge(&self) -> u32 {
        self.edges[self.frozen.min(self.edges.len() - 1)]
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
        let columns = Columns::of(&table(), &ColumnLayout::default(), None);
        assert_eq!(columns.shown[2..5], [Shows::Field(2), Shows::DaysLeft, Shows::Field(3)]);
        assert_eq!(columns.edges, [62, 162, 262, 362, 446, 546]);
        assert_eq!(columns.column_of("remark"), Some(4));
        assert_eq!(columns.column_of("no such field"), None);
    }

    #[wasm_bindgen_test]
    fn hidden_columns_come_back_for_the_current_cell() {
        let hidden = ["remark", "days_left", "enterprise_name"].map(str::to_owned).into();
        let layout = ColumnLayout { hidden, frozen: 2 };
        let columns = Columns::of(&table(), &layout, None);
        assert_eq!(columns.shown, [Shows::Field(1), Shows::Field(2)]);
        assert_eq!(
            (columns.frozen_edge(), columns.frozen_class(1), columns.frozen_class(2)),
            (262, Some("f1 p2"), None)
        );
        let columns = Columns::of(&table(), &layout, Some("remark"));
        assert_eq!(columns.column_of("remark"), Some(2));
        // A grid without columns would be of no use.
        let all = table().columns.iter().map(|column| column.field.clone()).collect();
        assert_eq!(Columns::of(&table(), &ColumnLayout { hidden: all, frozen: 9 }, None).len(), 5);
    }

    #[wasm_bindgen_test]
    fn moving_skips_the_days_left() {
        let columns = Columns::of(&table(), &ColumnLayout::default(), None);
        assert_eq!(columns.field_from(3, true), Some(4));
        assert_eq!(columns.field_from(3, false), Some(2));
        assert_eq!(columns.field_from(5, true), None);
        assert_eq!(columns.field_from(9, false), Some(4));
        assert_eq!(columns.fields_of(2..=4), ["decision_date", "remark"]);
    }
}
