//! What a fresh worker must be told so that it stands where the old one stood.

use precheck_session::api::{ProblemView, Request, Response, Settings, Source, SourceView};
use web_sys::Blob;

use super::change::Change;
use crate::text;

/// A source and its bytes, kept by the browser outside our memory.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Name, origin, options.
    pub source: Source,
    /// Its bytes; none for the built-in sample.
    pub blob: Option<Blob>,
}

/// The job as a list of what was asked: the engine is deterministic, the same list gives the same job.
#[derive(Debug, Clone, Default)]
pub struct Log {
    /// Settings at the start.
    pub settings: Settings,
    /// What was opened.
    pub sources: Vec<Loaded>,
    /// Sources that broke the worker, with what the page says of them.
    pub unreadable: Vec<SourceView>,
    /// Changes since, in order.
    pub changes: Vec<Change>,
}

impl Log {
    /// Whether a job stands: something was opened, or records were typed in.
    pub fn is_open(&self) -> bool {
        !self.sources.is_empty() || !self.changes.is_empty()
    }

    /// Keeps a request, given as it was posted too, if its answer says that it changed something; whether it is one of
    /// the changes now.
    pub fn note(&mut self, request: &Request, change: &Change, response: &Response) -> bool {
        match (request, response) {
            (Request::Configure { settings }, Response::Overview(_)) if self.sources.is_empty() => {
                self.settings = settings.clone();
                false
            }
            (Request::Configure { .. }, Response::Overview(_)) | (_, Response::Changed(_)) => {
                self.changes.push(change.clone());
                true
            }
            _ => false,
        }
    }

    /// The settings after all changes.
    pub fn current_settings(&self) -> Settings {
        self.changes.iter().rev().find_map(Change::settings).unwrap_or_else(|| self.settings.clone())
    }

    /// Takes a source out that broke the worker.
    pub fn set_aside(&mut self, index: usize) {
        if index >= self.sources.len() {
            return;
        }
        let loaded = self.sources.remove(index);
        self.unreadable.push(SourceView {
            name: loaded.source.name,
            problem: Some(ProblemView {
                key: "reader-broke-off".to_owned(),
                message: text::BROKE_OFF.get(self.settings.lang).to_owned(),
            }),
            ..SourceView::default()
        });
    }

    /// Adds what the engine does not know to its answer.
    pub fn complete(&self, response: &mut Response) {
        match response {
            Response::Overview(overview) => overview.sources.extend(self.unreadable.iter().cloned()),
            Response::Changed(changed) => changed.overview.sources.extend(self.unreadable.iter().cloned()),
            _ => {}
        }
    }
}
