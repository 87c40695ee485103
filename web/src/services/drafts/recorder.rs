//! Keeps the open batch as it grows: its sources once, then each change as it is made. What comes while something
//! is being kept goes together into the next step.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use precheck_session::api::{Origin, Overview};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Draft, change_key, removal, source_key};
use crate::services::change::Change;
use crate::services::clock;
use crate::services::engine::Engine;
use crate::services::log::Log;
use crate::services::store::{self, Changes, Shelf, StoreError, StoreState};

/// Whether the open batch is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// Nothing is open, or nothing was changed that is not kept.
    #[default]
    Kept,
    /// Changes are being kept.
    Keeping,
    /// Changes are not kept, and why.
    Lost(StoreError),
}

#[derive(Default)]
struct Inner {
    draft: Option<Draft>,
    /// How many changes the open batch has.
    made: usize,
    /// Changes that wait, from the one with this number on.
    waiting: Vec<(usize, Change)>,
    /// Whether the sources are kept already.
    begun: bool,
    /// Whether the whole of it must be kept anew: something was not kept.
    anew: bool,
    working: bool,
    state: State,
    /// Whether everything up to now left as a file.
    saved: bool,
}

/// Keeps the open batch. Clones are the same.
#[derive(Clone, Default)]
pub struct Recorder(Rc<RefCell<Inner>>);

/// Where the recorder gets the whole job from, when it has to begin anew.
pub trait Whole: Clone + 'static {
    /// The job.
    fn log(&self) -> Log;
}

impl Whole for Engine {
    fn log(&self) -> Log {
        Engine::log(self)
    }
}

impl Recorder {
    /// A batch was opened: a new draft, or the one with this id goes on.
    pub fn begin(&self, whole: &impl Whole, overview: &Overview, id: Option<String>) {
        let log = whole.log();
        let id = id.unwrap_or_else(|| {
            let random = (js_sys::Math::random() * 1e9) as u32;
            format!("{:013}{random:09}", clock::now() as u64)
        });
        {
            let mut inner = self.0.borrow_mut();
            *inner = Inner { working: inner.working, ..Inner::default() };
            inner.made = log.changes.len();
            inner.draft = Some(Draft {
                id,
                rules_version: overview.rules_version.clone(),
                saved: clock::now(),
                records: overview.totals.records,
                left: overview.open,
                changes: 0,
                settings: log.settings.clone(),
                sources: log.sources.iter().map(|loaded| loaded.source.clone()).collect(),
            });
            inner.anew = true;
            // Anybody can have the sample anew: it is kept once there is work in it.
            if log.sources.iter().all(|loaded| loaded.source.origin == Origin::Sample) && inner.made == 0 {
                return;
            }
        }
        self.work(whole);
    }

    /// A batch was brought back from its draft: it goes on where it stood.
    pub fn go_on(&self, draft: Draft, made: usize) {
        let mut inner = self.0.borrow_mut();
        *inner = Inner { working: inner.working, ..Inner::default() };
        inner.made = made;
        inner.begun = true;
        inner.draft = Some(draft);
    }

    /// A change was made.
    pub fn note(&self, whole: &impl Whole, change: Change) {
        {
            let mut inner = self.0.borrow_mut();
            if inner.draft.is_none() {
                return;
            }
            let number = inner.made;
            inner.made += 1;
            inner.saved = false;
            if !inner.anew {
                inner.waiting.push((number, change));
            }
        }
        self.work(whole);
    }

    /// How the batch stands now, for the list of drafts; kept with the next change.
    pub fn count(&self, overview: &Overview) {
        if let Some(draft) = self.0.borrow_mut().draft.as_mut() {
            draft.records = overview.totals.records;
            draft.left = overview.open;
        }
    }

    /// As [`count`](Self::count), and kept now.
    pub fn count_now(&self, whole: &impl Whole, overview: &Overview) {
        self.count(overview);
        if self.0.borrow().begun {
            self.work(whole);
        }
    }

    /// Everything up to now left as a file.
    pub fn left(&self) {
        self.0.borrow_mut().saved = true;
    }

    /// Nothing is open any more; the draft stays.
    pub fn release(&self) {
        let mut inner = self.0.borrow_mut();
        *inner = Inner { working: inner.working, ..Inner::default() };
    }

    /// Nothing is open any more; the draft goes too.
    pub fn drop_it(&self) {
        let draft = {
            let mut inner = self.0.borrow_mut();
            let draft = inner.draft.take();
            *inner = Inner { working: inner.working, ..Inner::default() };
            draft
        };
        if let Some(draft) = draft {
            spawn_local(async move {
                // What cannot be taken away now goes with the days for which drafts are kept.
                let _ = removal(&draft.id).keep().await;
            });
        }
    }

    /// The draft of what is open.
    pub fn draft(&self) -> Option<Draft> {
        self.0.borrow().draft.clone()
    }

    /// Whether it is kept.
    pub fn state(&self) -> State {
        self.0.borrow().state.clone()
    }

    /// Whether closing the page now would lose something that was typed.
    pub fn would_lose(&self) -> bool {
        let inner = self.0.borrow();
        let changed = inner.made > 0 && inner.draft.is_some();
        changed && !inner.saved && (inner.state != State::Kept || store::state() == StoreState::Denied)
    }

    /// Tries anew what was not kept: there is room again, or this tab writes now.
    pub fn again(&self, whole: &impl Whole) {
        let lost = matches!(self.0.borrow().state, State::Lost(_));
        if lost {
            self.work(whole);
        }
    }

    fn work(&self, whole: &impl Whole) {
        if std::mem::replace(&mut self.0.borrow_mut().working, true) {
            return;
        }
        self.0.borrow_mut().state = State::Keeping;
        let (me, whole) = (self.clone(), whole.clone());
        spawn_local(async move {
            loop {
                let step = me.step(&whole).await;
                let mut inner = me.0.borrow_mut();
                match step {
                    Ok(true) => {}
                    Ok(false) => {
                        inner.state = State::Kept;
                        inner.working = false;
                        return;
                    }
                    Err(error) => {
                        inner.state = State::Lost(error);
                        inner.anew = true;
                        inner.waiting.clear();
                        inner.working = false;
                        return;
                    }
                }
            }
        });
    }

    /// Keeps what waits; whether there may be more.
    async fn step(&self, whole: &impl Whole) -> Result<bool, StoreError> {
        let (draft, anew, waiting) = {
            let mut inner = self.0.borrow_mut();
            let Some(mut draft) = inner.draft.clone() else { return Ok(false) };
            draft.changes = inner.made;
            draft.saved = clock::now();
            inner.draft = Some(draft.clone());
            let anew = std::mem::take(&mut inner.anew);
            inner.begun = true;
            (draft, anew, std::mem::take(&mut inner.waiting))
        };
        if store::state() == StoreState::Denied {
            return Err(StoreError::Denied);
        }
        let id = draft.id.clone();
        let mut changes = if anew { removal(&id) } else { Changes::new() };
        if anew {
            let log = whole.log();
            for (index, loaded) in log.sources.iter().enumerate() {
                if let Some(blob) = &loaded.blob {
                    let bytes = JsFuture::from(blob.array_buffer())
                        .await
                        .map_err(|error| StoreError::Broken(format!("{error:?}")))?;
                    changes = changes.put_bytes(
                        Shelf::DraftSources,
                        &source_key(&id, index),
                        &Uint8Array::new(bytes.unchecked_ref()),
                    );
                }
            }
            // As many as the draft says: what was made meanwhile waits for the next step.
            for (index, change) in log.changes.iter().take(draft.changes).enumerate() {
                changes = changes.put(Shelf::DraftChanges, &change_key(&id, index), change)?;
            }
        } else {
            for (index, change) in &waiting {
                changes = changes.put(Shelf::DraftChanges, &change_key(&id, *index), change)?;
            }
        }
        changes.put(Shelf::Drafts, &id, &draft)?.keep().await?;
        let inner = self.0.borrow();
        // Another batch may have been opened meanwhile: what was kept of this one stays a draft.
        Ok(inner.anew || !inner.waiting.is_empty())
    }
}
