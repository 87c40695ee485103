//! Opening files, and what the engine tells while it reads and judges.

use precheck_session::api::{Lang, Overview, Request, Response, Settings, SourceOptions};
use web_sys::File;

use super::Actions;
use crate::services::engine::Event;
use crate::services::fault::Fault;
use crate::services::log::Loaded;
use crate::services::{clock, drafts, files, layouts, profile};
use crate::state::{Action, Screen};
use crate::text;

impl Actions {
    /// Asks for templates and kinds; starts the worker so that it is there when a file comes.
    pub fn begin(&self) {
        self.watch_store();
        self.take_kept();
    }

    /// Takes over what was kept at former visits, once it can be read.
    pub(super) fn take_kept(&self) {
        self.run(|me| async move {
            me.learn_person().await;
            let kept = profile::kept().await;
            // One that this version cannot read changes nothing: the built-in one holds, and the page says why.
            let taken = if kept.is_empty() {
                Ok(())
            } else {
                me.configure_now(profile::with(&me.state().settings, kept)).await
            };
            if let Err(fault) = taken {
                me.say_fault(&fault);
            }
            me.expire_drafts(profile::draft_days(&me.state().settings.profile)).await;
            me.ask_choices().await?;
            me.entry_resume();
            Ok(())
        });
    }

    /// Opens files in place of what is open.
    pub fn open_files(&self, chosen: Vec<File>) {
        if chosen.is_empty() {
            return;
        }
        if let Some(file) = chosen.iter().find(|file| drafts::is_draft(&file.name())) {
            self.open_draft_file(file.clone());
            return;
        }
        let named = chosen.iter().map(|file| (file.name().into(), file.size() as u64)).collect();
        self.show(Action::Opening(named, clock::now()));
        self.run(|me| async move {
            match files::load(me.lang(), chosen).await {
                Ok(loaded) => me.open(loaded, None).await,
                Err(message) => me.not_opened(&Fault::Refused(message)),
            }
            Ok(())
        });
    }

    /// Opens a text from the clipboard.
    pub fn open_text(&self, pasted: &str) {
        if pasted.trim().is_empty() {
            return;
        }
        let Some(loaded) = files::pasted(pasted, text::PASTED.get(self.lang())) else { return };
        self.show(Action::Opening(
            vec![(text::PASTED.get(self.lang()).into(), pasted.len() as u64)],
            clock::now(),
        ));
        self.run(|me| async move {
            me.open(vec![loaded], None).await;
            Ok(())
        });
    }

    /// Opens the built-in sample.
    pub fn open_sample(&self) {
        self.show(Action::Opening(vec![(text::SAMPLE.get(self.lang()).into(), 0)], clock::now()));
        self.run(|me| async move {
            me.open(vec![files::sample(text::SAMPLE.get(me.lang()))], None).await;
            Ok(())
        });
    }

    /// Opens sources of the page around this one.
    pub fn open_loaded(&self, loaded: Vec<Loaded>) {
        let size = |blob: &Option<web_sys::Blob>| blob.as_ref().map_or(0, |blob| blob.size() as u64);
        let named = loaded.iter().map(|one| (one.source.name.clone().into(), size(&one.blob))).collect();
        self.show(Action::Opening(named, clock::now()));
        self.run(|me| async move {
            me.open(loaded, None).await;
            Ok(())
        });
    }

    /// Opens the same sources with what the user said about them, one list entry per source.
    pub fn reopen(&self, options: Vec<SourceOptions>) {
        self.show_reopening();
        self.run(|me| async move {
            me.reopen_now(options).await;
            Ok(())
        });
    }

    /// Shows that the same sources are being read again.
    pub(super) fn show_reopening(&self) {
        let sources = self.engine.sources();
        let size = |blob: &Option<web_sys::Blob>| blob.as_ref().map_or(0, |blob| blob.size() as u64);
        let named = sources.iter().map(|one| (one.source.name.clone().into(), size(&one.blob))).collect();
        self.show(Action::Opening(named, clock::now()));
    }

    /// As [`reopen`](Self::reopen), and waits until they are open.
    pub(super) async fn reopen_now(&self, options: Vec<SourceOptions>) {
        let mut loaded = self.engine.sources();
        for (one, options) in loaded.iter_mut().zip(options) {
            one.source.options = options;
        }
        // The same batch read otherwise: its draft gives way to it.
        let draft = self.recorder.draft().map(|draft| draft.id);
        self.open(loaded, draft).await;
    }

    /// How the open sources are read now, in the order of the overview.
    pub fn options(&self) -> Vec<SourceOptions> {
        self.engine.sources().into_iter().map(|loaded| loaded.source.options).collect()
    }

    /// Ends reading or judging; nothing is open afterwards.
    pub fn cancel(&self) {
        self.engine.cancel();
        self.recorder.drop_it();
        self.show(Action::Closed);
        self.show(Action::Say(text::CANCELLED.get(self.lang()).into()));
    }

    /// Takes another day of the run.
    pub fn set_today(&self, today: String) {
        let settings = Settings { today, ..(*self.state().settings).clone() };
        self.configure(settings);
    }

    /// Speaks another language: messages and labels come from the worker, which judges anew to say them.
    pub fn set_lang(&self, lang: Lang) {
        let settings = Settings { lang, ..(*self.state().settings).clone() };
        self.run(|me| async move {
            me.configure_now(settings).await?;
            me.ask_choices().await
        });
    }

    /// Templates and kinds to choose from, with their labels.
    pub(super) async fn ask_choices(&self) -> Result<(), Fault> {
        if let Response::Settings(choices) = self.engine.ask(Request::Settings).await? {
            self.show(Action::Choices(choices));
        }
        Ok(())
    }

    /// Judges everything anew.
    pub fn recheck(&self) {
        let settings = (*self.state().settings).clone();
        self.configure(settings);
    }

    /// Takes other settings and judges anew.
    pub fn configure(&self, settings: Settings) {
        self.run(|me| async move { me.configure_now(settings).await });
    }

    /// As [`configure`](Self::configure), and waits until the settings are taken or refused.
    pub async fn configure_now(&self, settings: Settings) -> Result<(), Fault> {
        let answer = self.engine.ask(Request::Configure { settings: settings.clone() }).await?;
        self.show(Action::Settings(settings, clock::now()));
        if let Response::Overview(overview) = answer {
            self.show(Action::Overview(overview));
        }
        Ok(())
    }

    /// Shows what the engine tells without being asked.
    pub fn hear(&self, event: Event) {
        match event {
            Event::Progress(progress) => self.show(Action::Progress(progress)),
            Event::Judged => self.judged(),
            Event::Restored(overview) => {
                self.show(Action::Overview(overview));
                self.judged();
            }
            // Records that are typed in where nothing was opened begin a batch of their own.
            Event::Noted(_) if self.recorder.draft().is_none() => {
                self.recorder.begin(&self.engine, &self.state().overview, None);
            }
            Event::Noted(change) => self.recorder.note(&self.engine, change),
            Event::Broken(why) => {
                // Its draft is what is left of it.
                self.recorder.release();
                self.show(Action::Closed);
                self.show(Action::Problem(Some(why.clone().into())));
                self.show(Action::Toast(why, false));
            }
        }
    }

    /// Opens sources; their draft is the one with this id, or a new one.
    async fn open(&self, mut loaded: Vec<Loaded>, draft: Option<String>) {
        let known = layouts::known().await;
        for one in &mut loaded {
            one.source.options.known.clone_from(&known);
        }
        self.tell_known().await;
        match self.engine.open(loaded).await {
            Ok(overview) => {
                self.recorder.begin(&self.engine, &overview, draft);
                self.opened(overview);
            }
            Err(fault) => self.not_opened(&fault),
        }
    }

    pub(super) fn not_opened(&self, fault: &Fault) {
        match fault {
            Fault::Cancelled => {}
            Fault::Kept(_) | Fault::Restored => self.show(Action::Kept(fault.to_string().into())),
            fault => {
                self.show(Action::Closed);
                self.show(Action::Problem(Some(fault.to_string().into())));
            }
        }
    }

    pub(super) fn opened(&self, overview: Overview) {
        let asks = overview.sources.iter().any(|source| !source.questions.is_empty());
        let fails = overview.sources.iter().any(|source| source.problem.is_some());
        let screen = match (asks, fails, overview.tables.is_empty()) {
            (true, _, _) => Screen::Map,
            (false, false, false) => Screen::Check,
            // What was read and what was not stands on the first screen.
            _ => Screen::Load,
        };
        let judged = overview.judged;
        self.show(Action::Opened(Box::new(overview)));
        self.show(Action::Show(screen));
        if judged {
            self.judged();
        }
    }

    /// Judging ended: counts are final, and the first finding is shown where none is yet.
    fn judged(&self) {
        self.run(|me| async move {
            let Response::Overview(overview) = me.engine.ask(Request::Overview).await? else { return Ok(()) };
            if !overview.judged {
                return Ok(());
            }
            me.recorder.count_now(&me.engine, &overview);
            let summary = text::judged(me.lang(), &overview);
            me.show(Action::Judged(overview, clock::time(), clock::now()));
            me.show(Action::Say(summary.into()));
            me.note_batch();
            let state = me.state();
            if state.screen == Screen::Check {
                if state.detail.is_none() {
                    me.first().await?;
                } else {
                    me.refresh_detail().await?;
                }
            }
            Ok(())
        });
    }
}
