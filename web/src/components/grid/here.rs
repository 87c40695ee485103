//! What keys and pointer do at the current cell.

use std::cell::RefCell;
use std::rc::Rc;

use precheck_session::api::{Request, Response, RowFilter};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, Element};
use yew::prelude::*;

use super::columns::{Columns, Shows};
use super::editor::{Done, Editing, Then};
use super::keys::Key;
use super::window::Window;
use crate::actions::Actions;
use crate::state::Cell;

/// The place that keys and pointer act on.
#[derive(Clone)]
pub(super) struct Here {
    pub(super) actions: Actions,
    pub(super) columns: Rc<Columns>,
    pub(super) window: Rc<Window>,
    pub(super) table: usize,
    pub(super) filter: RowFilter,
    pub(super) cell: Option<Rc<Cell>>,
    /// Where a marked block begins: place and column.
    pub(super) anchor: UseStateHandle<Option<(usize, usize)>>,
    pub(super) editing: UseStateHandle<Option<Editing>>,
    /// Whether the current cell is to take the focus as soon as it is there.
    pub(super) wish: Rc<RefCell<bool>>,
    pub(super) page: usize,
}

impl Here {
    /// Place and column of the current cell.
    pub(super) fn current(&self) -> Option<(usize, usize)> {
        let cell = self.cell.as_ref()?;
        Some((cell.position, self.columns.column_of(&cell.field)?))
    }

    /// The marked block: first and last place, first and last column.
    pub(super) fn block(&self) -> Option<((usize, usize), (usize, usize))> {
        let (row, column) = self.current()?;
        let (other_row, other_column) = (*self.anchor).unwrap_or((row, column));
        Some(((row.min(other_row), row.max(other_row)), (column.min(other_column), column.max(other_column))))
    }

    /// Ids of the rows of a range, as far as they are there.
    pub(super) fn ids(&self, rows: (usize, usize)) -> Vec<u32> {
        (rows.0..=rows.1).filter_map(|position| self.window.at(position)).map(|row| row.id).collect()
    }

    /// Makes a cell the current one.
    pub(super) fn go(&self, position: usize, column: usize) {
        if self.window.total == 0 {
            return;
        }
        let position = position.min(self.window.total - 1);
        let Some(field) = self.columns.field(column).map(|view| view.field.clone()) else { return };
        *self.wish.borrow_mut() = true;
        if let Some(row) = self.window.at(position) {
            self.actions.cell_is(Cell { row: row.id, position, field });
            return;
        }
        // A far jump: the row's id has to be asked for.
        let (actions, table, filter) = (self.actions.clone(), self.table, self.filter.clone());
        spawn_local(async move {
            let answer = actions.window(Request::Rows { table, filter, from: position, count: 1 }).await;
            if let Some(Response::Rows(view)) = answer
                && let Some(row) = view.rows.first()
            {
                actions.cell_is(Cell { row: row.id, position, field });
            }
        });
    }

    /// Opens the editor of the current cell; with a text of its own, or with the cell's.
    pub(super) fn edit(&self, text: Option<String>) {
        let Some(cell) = self.cell.clone() else { return };
        self.anchor.set(None);
        let (actions, editing) = (self.actions.clone(), self.editing.clone());
        let open = move |before: String, text: String| {
            editing.set(Some(Editing { row: cell.row, field: cell.field.clone(), before, text }));
        };
        if let Some(text) = text {
            // At once, so that the next keys land in the editor. What stood there is not needed: it is replaced.
            open(String::new(), text);
            return;
        }
        let Some(cell) = self.cell.clone() else { return };
        spawn_local(async move {
            if let Some(before) = actions.cell_text(cell.row, cell.field.clone()).await {
                open(before.clone(), before);
            }
        });
    }

    pub(super) fn done(&self, done: Done) {
        let Some(editing) = (*self.editing).clone() else { return };
        self.editing.set(None);
        *self.wish.borrow_mut() = done.then != Then::Stay || done.text.is_none();
        if let Some(text) = done.text
            && text != editing.before
        {
            self.actions.edit(editing.row, editing.field, text);
        }
        let Some((row, column)) = self.current() else { return };
        match done.then {
            Then::Stay => {}
            Then::Vertical(down) => self.go(if down { row + 1 } else { row.saturating_sub(1) }, column),
            Then::Horizontal(right) => self.sideways(row, column, right),
        }
    }

    /// One cell to the right or left.
    pub(super) fn sideways(&self, row: usize, column: usize, right: bool) {
        let next = if right {
            self.columns.field_from(column + 1, true)
        } else {
            column.checked_sub(1).and_then(|column| self.columns.field_from(column, false))
        };
        if let Some(column) = next {
            self.go(row, column);
        }
    }

    /// Does what a key asks for; false: it is none of ours.
    pub(super) fn press(&self, key: &Key, shift: bool) -> bool {
        let Some((row, column)) = self.current() else {
            if matches!(key, Key::Move(..) | Key::Home(_) | Key::Enter) {
                self.go(0, 0);
                return true;
            }
            return false;
        };
        let last = self.window.total.saturating_sub(1);
        let extend = |to: (usize, usize)| {
            self.anchor.set(shift.then(|| (*self.anchor).unwrap_or((row, column))));
            self.go(to.0, to.1);
        };
        match key {
            Key::Move(down, right) => {
                let to = match right.cmp(&0) {
                    std::cmp::Ordering::Greater => {
                        self.columns.field_from(column + 1, true).unwrap_or(column)
                    }
                    std::cmp::Ordering::Less => column
                        .checked_sub(1)
                        .and_then(|column| self.columns.field_from(column, false))
                        .unwrap_or(column),
                    std::cmp::Ordering::Equal => column,
                };
                extend((row.saturating_add_signed(*down).min(last), to));
            }
            Key::Page(down) => {
                let page = self.page as isize;
                extend((row.saturating_add_signed(if *down { page } else { -page }).min(last), column));
            }
            Key::Home(all) => extend((if *all { 0 } else { row }, 0)),
            Key::End(all) => {
                let end = self.columns.field_from(self.columns.len(), false).unwrap_or(column);
                extend((if *all { last } else { row }, end));
            }
            Key::Tab => {
                let next = if shift {
                    column.checked_sub(1).and_then(|column| self.columns.field_from(column, false))
                } else {
                    self.columns.field_from(column + 1, true)
                };
                self.anchor.set(None);
                match next {
                    Some(column) => self.go(row, column),
                    // Past the edge of the row the focus leaves the grid.
                    None => return false,
                }
            }
            Key::Enter | Key::Edit => self.edit(None),
            Key::Large => self.actions.edit_large(),
            Key::Text(text) => self.edit(Some(text.clone())),
            Key::Clear => {
                if let Some((rows, columns)) = self.block() {
                    self.actions.clear(self.ids(rows), self.columns.fields_of(columns.0..=columns.1));
                }
            }
            Key::Copy => {
                if let Some((rows, columns)) = self.block() {
                    self.actions.copy(self.ids(rows), self.columns.fields_of(columns.0..=columns.1));
                }
            }
            Key::Fill => {
                if let Some((rows, columns)) = self.block().filter(|(rows, _)| rows.1 > rows.0) {
                    self.actions.fill_down(self.ids(rows), self.columns.fields_of(columns.0..=columns.1));
                }
            }
            Key::Sort => {
                if let Some(view) = self.columns.field(column) {
                    self.actions.sort_by(&view.field, &view.label);
                }
            }
            Key::Insert => self.actions.insert_row(self.window.at(row).map(|row| row.position)),
            Key::Delete => {
                if let Some((rows, _)) = self.block() {
                    self.actions.delete_rows(self.ids(rows));
                }
            }
            Key::Escape => {
                if self.anchor.is_none() {
                    return false;
                }
                self.anchor.set(None);
            }
        }
        true
    }

    pub(super) fn paste(&self, event: &ClipboardEvent) {
        let Some(data) = event.clipboard_data() else { return };
        let Ok(block) = data.get_data("text/plain") else { return };
        let Some((rows, columns)) = self.block() else { return };
        if block.is_empty() {
            return;
        }
        event.prevent_default();
        let Some(row) = self.window.at(rows.0) else { return };
        let fields = self.columns.fields_of(columns.0..=self.columns.len());
        if let Some(first) = fields.first().cloned() {
            self.actions.paste(row.id, first, fields, block);
        }
    }
}

/// The cell that an event happened on: place and column.
pub(super) fn cell_of(event: &MouseEvent, columns: &Columns) -> Option<(usize, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest("[data-position]").ok()??;
    let field = target.closest("[data-field]").ok()?.and_then(|cell| cell.get_attribute("data-field"));
    let column = match field {
        Some(field) => columns.column_of(&field)?,
        // Beside the days left stands the date that they are counted from; before the first cell the row number.
        None if target.closest("th").ok()?.is_some() => 0,
        None => columns.shown.iter().position(|shows| *shows == Shows::DaysLeft)?.saturating_sub(1),
    };
    Some((row.get_attribute("data-position")?.parse().ok()?, column))
}
