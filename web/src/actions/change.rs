//! Changing records: edits, blocks, fixes, confirmations, undo and redo.

use std::rc::Rc;

use precheck_session::api::{Address, CellEdit, ChangedView, FixFilter, ReplaceFilter, Request, Response};

use super::Actions;
use crate::services::{fault::Fault, files};
use crate::state::{Action, Block, Cell, Dialog};
use crate::text;

/// How a change is made known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Say {
    /// Read out only.
    Quietly,
    /// A line with 撤销 beside it.
    WithUndo,
    /// A line.
    Plainly,
}

impl Actions {
    /// The unmasked text of a cell.
    pub async fn cell_text(&self, row: u32, field: String) -> Option<String> {
        let table = self.state().table;
        match self.engine.ask(Request::Cell { table, row, field }).await {
            Ok(Response::Text { text }) => Some(text),
            _ => None,
        }
    }

    /// Writes one cell.
    pub fn edit(&self, row: u32, field: String, text: String) {
        let table = self.state().table;
        self.run(|me| async move {
            let edits = vec![CellEdit { row, field, text }];
            me.change(Request::Edit { table, edits }, Say::Quietly).await?;
            me.explain_here().await
        });
    }

    /// Empties cells.
    pub fn clear(&self, rows: Vec<u32>, fields: Vec<String>) {
        let table = self.state().table;
        let fields = &fields;
        let edits = rows
            .iter()
            .flat_map(|&row| {
                fields.iter().map(move |field| CellEdit { row, field: field.clone(), text: String::new() })
            })
            .collect();
        self.run(|me| async move {
            me.change(Request::Edit { table, edits }, Say::WithUndo).await?;
            me.explain_here().await
        });
    }

    /// Puts a block of cells on the clipboard.
    pub fn copy(&self, rows: Vec<u32>, fields: Vec<String>) {
        let table = self.state().table;
        self.run(|me| async move {
            let cells = rows.len() * fields.len();
            if let Response::Text { text } = me.engine.ask(Request::Copy { table, rows, fields }).await? {
                match files::copy(&text).await {
                    Ok(()) => me.show(Action::Say(text::copied(me.lang(), cells).into())),
                    Err(_) => return Err(Fault::Refused(text::CLIPBOARD_REFUSED.get(me.lang()).to_owned())),
                }
            }
            Ok(())
        });
    }

    /// Writes a block from a cell to the right and down.
    pub fn paste(&self, row: u32, field: String, fields: Vec<String>, block: String) {
        let state = self.state();
        let request = Request::Paste {
            table: state.table,
            row,
            field,
            fields,
            filter: state.row_filter(),
            text: block,
        };
        self.run(|me| async move {
            // What several cells hold is not overwritten before it was seen.
            if let Request::Paste { table, row, fields, filter, text, .. } = &request
                && text.trim_end().contains(['\t', '\n', '\r'])
            {
                let ask = Request::PastePlan {
                    table: *table,
                    row: *row,
                    fields: fields.clone(),
                    filter: filter.clone(),
                    text: text.clone(),
                };
                if let Response::PastePlan(plan) = me.engine.ask(ask).await?
                    && plan.overwritten.total > 0
                {
                    let block = Rc::new(Block { request, plan: *plan });
                    me.show(Action::Dialog(Some(Dialog::Paste(block))));
                    return Ok(());
                }
            }
            me.paste_now(request);
            Ok(())
        });
    }

    /// Pastes a block that was looked at.
    pub fn paste_now(&self, request: Request) {
        self.run(|me| async move {
            me.change(request, Say::WithUndo).await?;
            me.explain_here().await
        });
    }

    /// Adds a blank row below the current one and goes there.
    pub fn insert_row(&self, after: Option<usize>) {
        let state = self.state();
        let Some(view) = state.overview.tables.get(state.table) else { return };
        let position = after.map_or(view.totals.records, |place| place + 1);
        let request = Request::InsertRows { table: state.table, position, count: 1 };
        self.run(|me| async move {
            let changed = me.change(request, Say::WithUndo).await?;
            me.show_place(changed).await
        });
    }

    /// Takes rows out.
    pub fn delete_rows(&self, rows: Vec<u32>) {
        let state = self.state();
        let Some(cell) = state.cell.clone() else { return };
        let (table, filter) = (state.table, state.row_filter());
        self.run(|me| async move {
            me.change(Request::DeleteRows { table, rows }, Say::WithUndo).await?;
            me.show(Action::Detail(None));
            // The row that came up in its place, or the last one.
            let from = cell.position.min(me.state().overview.tables[table].totals.records.saturating_sub(1));
            let answer = me.engine.ask(Request::Rows { table, filter, from, count: 1 }).await?;
            let next = match &answer {
                Response::Rows(view) => view.rows.first().map(|row| row.id),
                _ => None,
            };
            let next = next.map(|row| Cell { row, position: from, field: cell.field.clone() });
            me.show(Action::Cell(next, Some(true)));
            me.explain_here().await
        });
    }

    /// Applies the proposal of the explained finding and goes on to the next one.
    pub fn adopt(&self) {
        let state = self.state();
        let Some(detail) = state.detail.filter(|detail| !detail.fix.is_empty()) else {
            self.show(Action::Say(text::NO_PROPOSAL.get(self.lang()).into()));
            return;
        };
        let (address, moves) = (detail.address.clone(), self.moves.get());
        self.run(|me| async move {
            let changed = me.change(Request::Fix { address }, Say::Quietly).await?;
            if let Some(changed) = changed {
                me.show(Action::Toast(text::adopted(me.lang(), &changed.overview), true));
            }
            me.go_on(true, moves).await
        });
    }

    /// Applies proposals in bulk.
    pub fn apply_fixes(&self, filter: FixFilter, except: Vec<Address>) {
        self.run(|me| async move {
            let changed = me.change(Request::ApplyFixes { filter, except }, Say::WithUndo).await?;
            me.show_place(changed).await?;
            if me.state().detail.is_none() {
                me.go(true).await?;
            }
            Ok(())
        });
    }

    /// Replaces a text in cells.
    pub fn replace(&self, filter: ReplaceFilter, except: Vec<Address>) {
        self.run(|me| async move {
            let changed = me.change(Request::Replace { filter, except }, Say::WithUndo).await?;
            me.show_place(changed).await
        });
    }

    /// Writes the cells of the first row into the rows below it.
    pub fn fill_down(&self, rows: Vec<u32>, fields: Vec<String>) {
        let table = self.state().table;
        self.run(|me| async move {
            me.change(Request::FillDown { table, rows, fields }, Say::WithUndo).await?;
            me.explain_here().await
        });
    }

    /// Goes to a cell.
    pub fn go_to(&self, address: Address) {
        self.moved();
        self.run(|me| async move {
            let Some(row) = address.row else { return Ok(()) };
            me.show(Action::Table(address.table));
            if let Some(position) = me.locate(address.table, row).await? {
                let cell = Cell { row, position, field: address.field };
                me.show(Action::Cell(Some(cell), Some(true)));
            }
            me.explain_here().await
        });
    }

    /// Confirms a warning with a reason and goes on; `all`: every warning of its rule.
    pub fn confirm(&self, address: Address, all: bool, reason: String) {
        let rule = if all { address.rule.clone() } else { String::new() };
        let moves = self.moves.get();
        self.run(|me| async move {
            me.change(Request::Confirm { addresses: vec![address], rule, reason }, Say::WithUndo).await?;
            me.go_on(true, moves).await
        });
    }

    /// Confirms one warning with a reason and stays where the clerk is.
    pub fn confirm_one(&self, address: Address, reason: String) {
        self.run(|me| async move {
            let request = Request::Confirm { addresses: vec![address], rule: String::new(), reason };
            me.change(request, Say::WithUndo).await?;
            me.refresh_detail().await
        });
    }

    /// Confirms every warning of a rule with a reason.
    pub fn confirm_rule(&self, rule: String, reason: String) {
        self.run(|me| async move {
            me.change(Request::Confirm { addresses: Vec::new(), rule, reason }, Say::WithUndo).await?;
            me.refresh_detail().await
        });
    }

    /// Takes a confirmation back.
    pub fn unconfirm(&self, address: Address) {
        self.run(|me| async move {
            me.change(Request::Unconfirm { addresses: vec![address] }, Say::WithUndo).await?;
            me.refresh_detail().await
        });
    }

    /// Takes the last change back.
    pub fn undo(&self) {
        self.back_or_forth(Request::Undo, text::NOTHING_TO_UNDO.get(self.lang()));
    }

    /// Does again what was undone last.
    pub fn redo(&self) {
        self.back_or_forth(Request::Redo, text::NOTHING_TO_REDO.get(self.lang()));
    }

    fn back_or_forth(&self, request: Request, nothing: &'static str) {
        let undo = matches!(request, Request::Undo);
        self.run(|me| async move {
            let Some(changed) = me.change(request, Say::Plainly).await? else {
                me.show(Action::Say(nothing.into()));
                return Ok(());
            };
            let said = if undo {
                text::undone(me.lang(), &changed.done)
            } else {
                text::redone(me.lang(), &changed.done)
            };
            me.show(Action::Toast(said, false));
            me.show_place(Some(changed)).await
        });
    }

    /// Asks for a change with when and by whom it is made, and shows what came of it.
    pub(super) async fn change(&self, request: Request, say: Say) -> Result<Option<ChangedView>, Fault> {
        let Response::Changed(changed) = self.engine.ask(self.stamped(request)).await? else {
            return Ok(None);
        };
        self.recorder.count(&changed.overview);
        if say == Say::WithUndo {
            self.show(Action::Toast(changed.done.clone(), true));
        }
        if say != Say::Plainly {
            self.show(Action::Say(text::changed(self.lang(), &changed).into()));
        }
        self.show(Action::Changed(changed.clone()));
        Ok(Some(*changed))
    }

    /// Goes to the place that a change names, and explains what is there.
    pub(super) async fn show_place(&self, changed: Option<ChangedView>) -> Result<(), Fault> {
        match changed.and_then(|changed| changed.at) {
            Some((table, row, field)) => self.show_row(table, row, field).await,
            None => self.explain_here().await,
        }
    }

    /// Goes to a cell, or to the first of a row where the field is empty, and explains what is there.
    pub(super) async fn show_row(&self, table: usize, row: u32, field: String) -> Result<(), Fault> {
        if self.state().overview.tables.len() > table {
            self.show(Action::Table(table));
            if let Some(position) = self.locate(table, row).await? {
                let columns = self.state().overview.tables.get(table).map(|table| table.columns.clone());
                let field = if field.is_empty() {
                    columns.and_then(|c| c.first().map(|c| c.field.clone())).unwrap_or_default()
                } else {
                    field
                };
                self.show(Action::Cell(Some(Cell { row, position, field }), Some(true)));
            }
        }
        self.explain_here().await
    }

    /// Explains what is wrong with the current cell now, or nothing.
    pub(super) async fn explain_here(&self) -> Result<(), Fault> {
        let state = self.state();
        if let Some(cell) = &state.cell {
            let request = Request::At { table: state.table, row: cell.row, field: cell.field.clone() };
            if let Ok(Response::Detail(detail)) = self.engine.ask(request).await {
                self.show(Action::Detail(Some(detail)));
            }
        }
        self.refresh_detail().await
    }
}
