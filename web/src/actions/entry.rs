//! 在线录入: asking for forms, judging what is typed, saving records.

use precheck_session::api::{EntryView, FindingReport, Request, Response, RowFilter, RowsView};

use super::Actions;
use super::change::Say;
use crate::services::fault::Fault;
use crate::services::store::{self, Shelf};
use crate::state::{Action, Screen};
use crate::state_entry::{Draft, EntryAction, Saved};
use crate::text_entry as words;

/// Under which key the unfinished form is kept.
const KEPT: &str = "entry-draft";
/// How many records the choice of one lists.
const LISTED: usize = 50;

impl Actions {
    /// Changes the form, without asking the worker.
    pub fn entry(&self, action: EntryAction) {
        self.show(Action::Entry(action));
    }

    /// A fresh form of a kind.
    pub fn entry_begin(&self, kind: String) {
        self.run(|me| async move { me.entry_form(kind, None, false, None).await });
    }

    /// A form with a record of a table: to change it, or (`copy`) for another one like it.
    pub fn entry_from(&self, table: usize, row: u32, copy: bool) {
        self.run(|me| async move {
            me.entry_form(String::new(), Some((table, row)), copy, None).await?;
            me.show(Action::Show(Screen::Entry));
            Ok(())
        });
    }

    /// Another kind is to be chosen; nothing of the form is kept.
    pub fn entry_close(&self) {
        self.entry(EntryAction::Close);
        self.entry_keep();
    }

    async fn entry_form(
        &self,
        kind: String,
        record: Option<(usize, u32)>,
        copy: bool,
        handler: Option<String>,
    ) -> Result<(), Fault> {
        self.tell_known().await;
        let (table, row) = record.unzip();
        let request = Request::Form { kind, table, row, copy };
        if let Response::Form(form) = self.engine.ask(request).await? {
            self.entry(EntryAction::Begin(form, record.filter(|_| !copy)));
            // Who supplied the last record supplies the next one.
            if let Some(handler) = handler.filter(|handler| !handler.is_empty()) {
                self.entry(EntryAction::Type("handler".to_owned(), handler));
            }
            if let Ok(view) = self.entry_judged().await {
                self.entry(EntryAction::Said(Box::new(view), Vec::new()));
            }
        }
        Ok(())
    }

    async fn entry_judged(&self) -> Result<EntryView, Fault> {
        let state = self.state();
        let draft = &state.entry.draft;
        let request = Request::CheckEntry {
            kind: draft.kind.clone(),
            record: draft.values.clone(),
            table: Some(draft.row.map_or(state.table, |(table, _)| table)),
            row: draft.row.map(|(_, row)| row),
        };
        match self.engine.ask(request).await? {
            Response::Entry(view) => Ok(*view),
            _ => Ok(EntryView::default()),
        }
    }

    /// A field was left: what is wrong with it is said, and what was typed is kept on this computer.
    pub fn entry_leave(&self, field: String) {
        let state = self.state();
        // An empty field that nobody touched is not yet forgotten.
        let touched = state.entry.draft.own.contains(&field);
        let empty = state.entry.draft.values.get(&field).is_none_or(String::is_empty);
        let left = if touched && !(empty && state.entry.refusals == 0) { vec![field] } else { Vec::new() };
        let number = state.entry.number;
        self.entry_keep();
        self.run(|me| async move {
            let view = me.entry_judged().await?;
            // Meanwhile the form may be another one.
            if me.state().entry.number == number {
                me.entry(EntryAction::Said(Box::new(view), left));
            }
            Ok(())
        });
    }

    /// A text is put into a field, as if typed and left.
    pub fn entry_adopt(&self, field: String, text: String) {
        self.entry(EntryAction::Type(field.clone(), text));
        self.entry_leave(field);
    }

    /// Saves the record; `next`: another form follows; `anyway`: errors do not keep it back.
    pub fn entry_save(&self, next: bool, anyway: bool) {
        if self.state().entry.form.is_none() || self.saving.replace(true) {
            return;
        }
        self.run(|me| async move {
            let done = me.entry_save_now(next, anyway).await;
            me.saving.set(false);
            done
        });
    }

    async fn entry_save_now(&self, next: bool, anyway: bool) -> Result<(), Fault> {
        let lang = self.lang();
        let view = self.entry_judged().await?;
        let count = |severity: &str, view: &EntryView| {
            view.findings.iter().filter(|finding| finding.severity == severity).count()
        };
        let errors = count("error", &view);
        if errors > 0 && !anyway {
            self.entry(EntryAction::Refused(Box::new(view)));
            return Ok(());
        }
        let state = self.state();
        let draft = state.entry.draft.clone();
        if let Some((table, row)) = draft.row
            && !self.entry_is_there((table, row)).await
        {
            self.entry(EntryAction::Detach);
            self.show(Action::Toast(words::DETACHED.get(lang).to_owned(), false));
            return Ok(());
        }
        let request = Request::SaveRecord {
            kind: draft.kind.clone(),
            record: draft.values.clone(),
            table: Some(draft.row.map_or(state.table, |(table, _)| table)),
            row: draft.row.map(|(_, row)| row),
            confirmed: draft.confirmations(),
        };
        let changed = self.change(request, Say::Plainly).await?;
        let at = changed.as_ref().and_then(|changed| changed.at.as_ref()).map(|at| (at.0, at.1));
        let is_confirmed = |finding: &&FindingReport| {
            draft
                .confirmed
                .iter()
                .any(|(field, rule, _)| Some(field) == finding.field.as_ref() && *rule == finding.name)
        };
        let warnings = view.findings.iter().filter(|f| f.severity == "warning");
        let open = (errors, warnings.filter(|f| !is_confirmed(f)).count());
        let text = |field: &str| draft.values.get(field).cloned().unwrap_or_default();
        let mark = if text("document_no").is_empty() { text("enterprise_name") } else { text("document_no") };
        if let Some(at) = at.filter(|_| draft.row.is_none()) {
            let name = text("enterprise_name");
            self.entry(EntryAction::Saved(Saved { at, name, mark: mark.clone(), open }));
        }
        let said = words::saved(lang, &mark, open);
        self.show(Action::Toast(said, changed.is_some()));
        if next && draft.row.is_none() {
            self.entry_form(draft.kind, None, false, Some(text("handler"))).await?;
            self.entry_keep();
            return Ok(());
        }
        self.entry(EntryAction::Close);
        self.entry_keep();
        self.show(Action::Show(Screen::Check));
        match (changed, draft.row) {
            (Some(changed), _) => self.show_place(Some(changed)).await,
            (None, _) => Ok(()),
        }
    }

    async fn entry_is_there(&self, (table, row): (usize, u32)) -> bool {
        let request = Request::Locate { table, filter: RowFilter::default(), row };
        matches!(self.engine.ask(request).await, Ok(Response::Position { position: Some(_) }))
    }

    /// Drops the saved records that were taken back from the list.
    pub fn entry_recount(&self) {
        self.run(|me| async move {
            let saved = me.state().entry.saved.clone();
            let mut kept = Vec::with_capacity(saved.len());
            for one in &saved {
                if me.entry_is_there(one.at).await {
                    kept.push(one.clone());
                }
            }
            if kept.len() != saved.len() {
                me.entry(EntryAction::Keep(kept));
                if me.state().entry.form.is_some() {
                    let view = me.entry_judged().await?;
                    me.entry(EntryAction::Said(Box::new(view), Vec::new()));
                }
            }
            Ok(())
        });
    }

    /// Goes to a record in the check screen.
    pub fn entry_look(&self, (table, row): (usize, u32)) {
        self.show(Action::Show(Screen::Check));
        self.run(|me| async move { me.show_row(table, row, String::new()).await });
    }

    /// The first records of the kind of the form that contain a text, and the table that they are in.
    pub async fn entry_records(&self, kind: &str, search: String) -> Option<(usize, RowsView)> {
        let state = self.state();
        let tables = &state.overview.tables;
        let shown = tables.get(state.table).filter(|table| table.kind == kind);
        let table = shown.or_else(|| tables.iter().find(|table| table.kind == kind))?.table;
        let filter = RowFilter { search, ..RowFilter::default() };
        match self.window(Request::Rows { table, filter, from: 0, count: LISTED }).await? {
            Response::Rows(rows) => Some((table, rows)),
            _ => None,
        }
    }

    /// Keeps the unfinished form on this computer, or nothing where there is none. What the store cannot take it
    /// says itself.
    fn entry_keep(&self) {
        let draft = self.state().entry.draft.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let _ = if draft.holds_something() {
                store::put(Shelf::Meta, KEPT, &draft).await
            } else {
                store::delete(Shelf::Meta, KEPT).await
            };
        });
    }

    /// Brings the unfinished form of the last visit back, where the form is empty.
    pub fn entry_resume(&self) {
        self.run(|me| async move {
            let Ok(Some(draft)) = store::get::<Draft>(Shelf::Meta, KEPT).await else { return Ok(()) };
            if me.state().entry.form.is_some() || !draft.holds_something() {
                return Ok(());
            }
            let request = Request::Form { kind: draft.kind.clone(), table: None, row: None, copy: false };
            // A draft of a kind that this version does not have stays where it is.
            let Ok(Response::Form(form)) = me.engine.ask(request).await else { return Ok(()) };
            if me.state().entry.form.is_none() {
                me.entry(EntryAction::Resume(form, draft));
                let view = me.entry_judged().await?;
                me.entry(EntryAction::Said(Box::new(view), Vec::new()));
                if me.state().screen == Screen::Entry {
                    me.show(Action::Say(words::RESUMED.get(me.lang()).into()));
                }
            }
            Ok(())
        });
    }
}
