//! 继续上次: drafts on this computer and as files.

use std::cell::Cell;

use web_sys::File;

use super::Actions;
use crate::services::drafts::{self, Draft};
use crate::services::fault::Fault;
use crate::services::log::Log;
use crate::services::store::{self, StoreState};
use crate::services::{clock, files};
use crate::state::Action;
use crate::text_drafts as words;

impl Actions {
    /// Tries anew to keep the open batch whenever it can be kept again.
    pub(super) fn watch_store(&self) {
        let me = self.clone();
        let locked = Cell::new(false);
        // For as long as the page is there: what would end it is not called.
        let _ = store::watch(move |state| {
            if state == StoreState::Available {
                me.recorder.again(&me.engine);
            }
            let was_locked = locked.replace(state == StoreState::Locked);
            if was_locked && state != StoreState::Locked {
                me.take_kept();
            }
        });
    }

    /// Takes the drafts away whose days are over.
    pub async fn expire_drafts(&self, days: u32) {
        // What cannot be taken away today goes another day.
        let _ = drafts::expire(days, clock::now()).await;
    }

    /// The draft of what is open.
    pub fn open_draft(&self) -> Option<String> {
        self.recorder.draft().map(|draft| draft.id)
    }

    /// Whether closing the page now would lose something that was typed.
    pub fn would_lose(&self) -> bool {
        self.recorder.would_lose()
    }

    /// The page is left: changes that are on their way to the worker are kept, too.
    pub fn keep_unanswered(&self) {
        for request in self.engine.unanswered() {
            self.recorder.note(&self.engine, request);
        }
    }

    /// Goes on with a draft.
    pub fn continue_draft(&self, draft: Draft) {
        self.show(Action::Opening(vec![(draft.name(self.lang()).into(), 0)], clock::now()));
        self.run(|me| async move {
            match drafts::log_of(&draft).await {
                Ok(log) => {
                    let older = draft.rules_version.clone();
                    me.resume(log, Some(draft), older).await
                }
                Err(error) => {
                    me.draft_refused(words::unreadable(me.lang(), &error.text(me.lang())));
                    Ok(())
                }
            }
        });
    }

    /// Goes on with a draft that lies in a file.
    pub fn open_draft_file(&self, file: File) {
        self.show(Action::Opening(vec![(file.name().into(), file.size() as u64)], clock::now()));
        self.run(|me| async move {
            if let Some(log) = drafts::read_file(&file).await {
                return me.resume(log, None, String::new()).await;
            }
            me.draft_refused(words::no_draft(me.lang(), &file.name()));
            Ok(())
        });
    }

    /// Saves what is open, changes included, as a file that can be opened again.
    pub fn save_draft_file(&self) {
        let log = self.engine.log();
        let name = words::file_name(&self.state().settings.today);
        let saved = drafts::write_file(&log).and_then(|blob| files::save_blob(&name, &blob));
        match saved {
            Ok(()) => {
                self.recorder.left();
                self.show(Action::Toast(words::saved(self.lang(), &name), false));
            }
            Err(_) => self.show(Action::Toast(words::NOT_SAVED.get(self.lang()).to_owned(), false)),
        }
    }

    fn draft_refused(&self, why: String) {
        let open = !self.engine.sources().is_empty();
        self.not_opened(&if open { Fault::Kept(why) } else { Fault::Refused(why) });
    }

    async fn resume(&self, log: Log, draft: Option<Draft>, older: String) -> Result<(), Fault> {
        self.tell_known().await;
        let made = log.changes.len();
        let overview = match self.engine.resume(log).await {
            Ok(overview) => overview,
            Err(fault) => {
                self.draft_refused(words::unreadable(self.lang(), &fault.to_string()));
                return Ok(());
            }
        };
        let rules = overview.rules_version.clone();
        match draft {
            Some(draft) => self.recorder.go_on(draft, made),
            None => self.recorder.begin(&self.engine, &overview, None),
        }
        let settings = (*self.state().settings).clone();
        self.opened(overview);
        // Today is another day, and the organisation's settings may have changed since.
        if self.engine.log().current_settings() != settings {
            self.configure_now(settings).await?;
        }
        if !older.is_empty() && older != rules {
            self.show(Action::Toast(words::OTHER_RULES.get(self.lang()).to_owned(), false));
        }
        Ok(())
    }
}
