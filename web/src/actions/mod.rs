//! What the page does when something is pressed: asks the worker, and shows what comes of it.

pub mod batch;
mod change;
mod drafts;
mod entry;
mod grid;
mod layouts;
mod ledger;
mod local;
mod navigate;
mod open;
mod release;
mod rules;
mod stamp;
mod tables;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::rc::Rc;

use precheck_session::api::{Lang, Request, Response};
use wasm_bindgen_futures::spawn_local;
use yew::UseReducerHandle;

use crate::host::Host;
use crate::services::drafts::Recorder;
use crate::services::engine::Engine;
use crate::services::fault::Fault;
use crate::state::{Action, AppState};

/// The doer. Clones are the same doer; it never changes, so that what holds it is not drawn anew.
#[derive(Clone)]
pub struct Actions {
    engine: Engine,
    state: UseReducerHandle<AppState>,
    /// Keeps the open batch on this computer.
    recorder: Recorder,
    /// Steps through the findings that wait for the one before: keys come faster than answers.
    steps: Rc<RefCell<VecDeque<bool>>>,
    stepping: Rc<Cell<bool>>,
    /// How often the clerk went to a cell or a finding of their own; what was on its way by then stays behind.
    moves: Rc<Cell<u32>>,
    /// Whether a typed record is being saved: a second key press saves it no second time.
    saving: Rc<Cell<bool>>,
    /// Who works here, as it was said last; empty: nobody was named.
    person: Rc<RefCell<String>>,
    /// The page around this one.
    host: Option<Rc<Host>>,
}

impl PartialEq for Actions {
    fn eq(&self, other: &Self) -> bool {
        self.engine == other.engine
    }
}

impl Actions {
    /// A doer over an engine and the state that it changes.
    pub fn new(engine: Engine, state: UseReducerHandle<AppState>, host: Option<Rc<Host>>) -> Self {
        let (recorder, steps, stepping) = (Recorder::default(), Rc::default(), Rc::default());
        let (moves, saving, person) = (Rc::default(), Rc::default(), Rc::default());
        Self { engine, state, recorder, steps, stepping, moves, saving, person, host }
    }

    /// The page around this one, where there is one.
    pub fn host(&self) -> Option<Rc<Host>> {
        self.host.clone()
    }

    /// Ends the worker: the page is taken away.
    pub fn leave(&self) {
        self.engine.end();
    }

    /// Changes what is shown, without asking the worker.
    pub fn show(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// Asks the worker for a window; none where there is nothing to show. What is wrong is not said: windows are
    /// asked for again with the next change.
    pub async fn window(&self, request: Request) -> Option<Response> {
        self.engine.ask(request).await.ok()
    }

    /// The language of what is said.
    pub fn lang(&self) -> Lang {
        self.state().settings.lang
    }

    /// The state as it is now.
    pub fn state(&self) -> AppState {
        // A handle keeps every state that it was asked for: a fresh one keeps only this one.
        (*self.state.clone()).clone()
    }

    fn run<F, Fut>(&self, work: F)
    where
        F: FnOnce(Self) -> Fut,
        Fut: Future<Output = Result<(), Fault>> + 'static,
    {
        let me = self.clone();
        let work = work(self.clone());
        spawn_local(async move {
            match work.await {
                Ok(()) | Err(Fault::Cancelled) => {}
                Err(fault) => me.say_fault(&fault),
            }
        });
    }

    fn say_fault(&self, fault: &Fault) {
        let text = fault.to_string();
        self.show(Action::Say(text.clone().into()));
        self.show(Action::Toast(text, false));
    }
}
