//! The ledger: noting what is open and what left, answers, files.

use js_sys::Uint8Array;
use precheck_ledger::{Answer, Export, from_json, to_json};
use precheck_session::api::{DeliveredView, PlatformView, Request, Response};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::Actions;
use crate::services::fault::Fault;
use crate::services::profile::in_use;
use crate::services::{files, ledger};
use crate::state::Action;
use crate::text;
use crate::text_entry;
use crate::text_ledger as words;

/// Batches of more records are not noted before they leave: the ledger is for what a person follows.
const NOTED_AT_MOST: usize = 5_000;

impl Actions {
    /// What the open batch is called in the ledger; none for the sample, which is no one's record.
    fn batch(&self) -> Option<String> {
        let sources = self.engine.sources();
        if sources.iter().any(|source| source.blob.is_none()) {
            return None;
        }
        if sources.is_empty() {
            let typed = !self.state().overview.tables.is_empty();
            return typed.then(|| text_entry::TITLE.get(self.lang()).to_owned());
        }
        Some(text::files(self.lang(), &sources.into_iter().map(|one| one.source.name).collect::<Vec<_>>()))
    }

    /// Notes the records of the open batch as they stand: what is due and did not leave.
    pub fn note_batch(&self) {
        let me = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let state = me.state();
            let few = (1..=NOTED_AT_MOST).contains(&state.overview.totals.records);
            let Some(batch) = me.batch().filter(|_| few && state.overview.judged) else { return };
            if let Some(Response::Facts { records }) = me.window(Request::LedgerFacts).await {
                let at = ledger::moment();
                ledger::change(|book| (book.note_batch(&batch, records, &at), ()));
            }
        });
    }

    /// Notes the records that left with a batch, each with its file and the digest of its manifest.
    pub fn note_export(&self, delivered: &DeliveredView) {
        let Some(batch) = self.batch() else { return };
        let at = ledger::moment();
        let named = &delivered.manifest.handler;
        let handler = if named.is_empty() { self.handler() } else { named.clone() };
        ledger::change(|book| {
            let mut changed = Vec::new();
            for (index, file) in delivered.manifest.files.iter().enumerate() {
                let of_file = delivered.records.iter().filter(|record| record.file == index);
                let export = Export {
                    at: at.clone(),
                    file: file.name.clone(),
                    template: file.template.clone(),
                    digest: delivered.manifest_sm3.clone(),
                    handler: handler.clone(),
                    ..Export::default()
                };
                let facts = of_file.map(|record| record.facts.clone()).collect();
                changed.extend(book.record_export(&batch, facts, &export));
            }
            (changed, ())
        });
        self.note_batch();
    }

    /// The first handler of the profile; empty where it names none.
    pub(super) fn handler(&self) -> String {
        let state = self.state();
        let profile = in_use(&state.settings, &state.choices);
        profile["handlers"][0].as_str().unwrap_or_default().to_owned()
    }

    /// Rule V005 learns what left before, ahead of the next batch.
    pub(super) async fn tell_known(&self) {
        let ids = ledger::with(precheck_ledger::Book::exported);
        self.engine.know(ids).await;
    }

    /// What a platform's words mean.
    pub async fn translate(&self, words: String) -> PlatformView {
        match self.window(Request::Translate { words }).await {
            Some(Response::Platform(view)) => view,
            _ => PlatformView::default(),
        }
    }

    /// Enters the platform's answer about records.
    pub fn enter_answer(&self, ids: &[String], accepted: bool, said: String) {
        let answer = Answer { at: ledger::moment(), accepted, words: said, by: self.handler() };
        let entered = ledger::change(|book| {
            let ids = book.answer(ids, &answer);
            let count = ids.len();
            (ids, count)
        });
        self.tell(words::entered(self.lang(), entered, accepted));
    }

    /// Takes records out of the ledger.
    pub fn take_out(&self, ids: &[String]) {
        let at = ledger::moment();
        let count = ledger::change(|book| {
            let ids = book.remove(ids, &at);
            let count = ids.len();
            (ids, count)
        });
        self.tell(words::taken_out(self.lang(), count));
    }

    /// Takes the last answer about a record back.
    pub fn take_answer_back(&self, id: &str) {
        ledger::change(|book| (book.take_answer_back(id), ()));
        self.tell(words::ANSWER_BACK.get(self.lang()).to_owned());
    }

    /// Saves the ledger as a file.
    pub fn back_up(&self, organisation: &str) {
        let at = ledger::moment();
        let text = ledger::with(|book| to_json(book, organisation, &at));
        let name = words::backup_name(organisation, &at[..10].replace('-', ""));
        let bytes = Uint8Array::from(text.as_bytes()).buffer();
        let said = match files::save(&name, "application/json", &bytes) {
            Ok(()) => words::backed_up(self.lang(), &name),
            Err(_) => words::not_saved(self.lang(), &name),
        };
        self.tell(said);
    }

    /// Reads a ledger from a file.
    pub async fn read_backup(&self, file: File) -> Result<precheck_ledger::Book, String> {
        let name = file.name();
        let bytes = JsFuture::from(file.array_buffer())
            .await
            .map_err(|_| Fault::Refused(words::unreadable(self.lang(), &name)).to_string())?;
        let text = String::from_utf8_lossy(&Uint8Array::new(&bytes).to_vec()).into_owned();
        from_json(&text).map_err(|error| words::refused(self.lang(), &name, &error.to_string()))
    }

    /// Puts a ledger in place of the one that is here.
    pub fn restore(&self, book: precheck_ledger::Book) {
        let count = book.len();
        ledger::replace(book);
        self.tell(words::restored(self.lang(), count));
    }

    /// Takes over what another ledger knows.
    pub fn merge(&self, book: precheck_ledger::Book) {
        let merged = ledger::change(|here| {
            let merged = here.merge(book);
            (merged.changed.clone(), merged)
        });
        self.tell(words::merged(self.lang(), &merged));
    }

    /// Says something in a line that is read out.
    pub fn tell(&self, said: String) {
        self.show(Action::Toast(said, false));
    }
}
