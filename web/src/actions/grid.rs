//! What leads to cells of the grid: the next one with a text, and the current one in the large editor.

use std::rc::Rc;

use precheck_session::api::{Request, Response};

use super::Actions;
use crate::components::grid::Columns;
use crate::state::{Action, Cell, Dialog, LongText};
use crate::{text, text_workbench as words};

impl Actions {
    /// Goes to the next or previous cell that holds what is searched; `focus`: the cell takes the focus.
    pub fn find(&self, forward: bool, focus: bool) {
        let state = self.state();
        let lang = self.lang();
        if state.search.trim().is_empty() {
            self.show(Action::Toast(words::FIND_WHAT.get(lang).to_owned(), false));
            return;
        }
        let Some(view) = state.overview.tables.get(state.table) else { return };
        let columns = Columns::of(view, &state.column_layout(), None);
        let request = Request::Find {
            table: state.table,
            filter: state.row_filter(),
            fields: columns.fields_of(0..=columns.len()),
            from: state.cell.as_ref().map(|cell| (cell.row, cell.field.clone())),
            forward,
        };
        self.run(|me| async move {
            let Response::Found(found) = me.engine.ask(request).await? else { return Ok(()) };
            let said = match found.row {
                Some(row) => {
                    let cell = Cell { row, position: found.position, field: found.field };
                    me.show(Action::Cell(Some(cell), Some(focus)));
                    words::found(me.lang(), found.number, found.total)
                }
                None => text::NO_ROWS.get(me.lang()).to_owned(),
            };
            me.show(Action::Toast(said, false));
            me.explain_here().await
        });
    }

    /// Opens the current cell in the large editor.
    pub fn edit_large(&self) {
        let state = self.state();
        let (Some(cell), Some(view)) = (state.cell.clone(), state.overview.tables.get(state.table)) else {
            return;
        };
        let Some(column) = view.columns.iter().find(|column| column.field == cell.field) else { return };
        let label = column.label.clone();
        let (table, filter) = (state.table, state.row_filter());
        self.run(|me| async move {
            let Some(before) = me.cell_text(cell.row, cell.field.clone()).await else { return Ok(()) };
            let request = Request::Rows { table, filter, from: cell.position, count: 1 };
            let number = match me.engine.ask(request).await? {
                Response::Rows(view) => view.rows.first().and_then(|row| row.number),
                _ => None,
            };
            let number = number.map_or_else(|| text::ADDED_ROW.get(me.lang()).to_owned(), |n| n.to_string());
            let long = LongText { row: cell.row, number, field: cell.field.clone(), label, before };
            me.show(Action::Dialog(Some(Dialog::Long(Rc::new(long)))));
            Ok(())
        });
    }
}
