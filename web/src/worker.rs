//! The worker's side: holds the open job, answers requests, reads and judges in steps so that requests are
//! answered in between.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{ArrayBuffer, Uint8Array};
use precheck_session::api::{ProblemView, Progress, Request, Response};
use precheck_session::{Job, Settings};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::services::protocol::{Asked, FromWorker};
use crate::services::vault;

/// Records judged before waiting requests get their turn.
const STEP: usize = 4_000;

/// Sources that wait to be read.
struct Opening {
    id: u32,
    bytes: VecDeque<ArrayBuffer>,
    names: VecDeque<String>,
    read: usize,
    done: u64,
    total: u64,
}

struct Host {
    scope: DedicatedWorkerGlobalScope,
    /// None until the page has sent its settings.
    job: RefCell<Option<Job>>,
    opening: RefCell<Option<Opening>>,
    /// The next step, once it is due.
    step: RefCell<Option<Timeout>>,
}

/// Takes requests until the page ends the worker.
pub fn run() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let told = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        // Only an address of the program's own source and what it expected; no record stands in it by design,
        // and it goes no further than the page.
        post(&told, &FromWorker::Trap(info.to_string()));
    }));
    let host = Rc::new(Host {
        scope: scope.clone(),
        job: RefCell::new(None),
        opening: RefCell::new(None),
        step: RefCell::new(None),
    });
    let receive = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(answer) = vault::worker::answer(&event.data()) {
            // Refused only where the page has ended this worker.
            let _ = host.scope.post_message(&answer);
            return;
        }
        match Asked::from_js(&event.data()) {
            Ok(message) => host.clone().receive(message),
            Err(error) => post(&host.scope, &FromWorker::Trap(error.to_string())),
        }
    });
    scope.set_onmessage(Some(receive.as_ref().unchecked_ref()));
    // The worker lives as long as it listens.
    receive.forget();
    post(&scope, &FromWorker::Ready);
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    if let Ok((message, transfer)) = message.to_js() {
        // Refused only where the page has ended this worker.
        let _ = scope.post_message_with_transfer(&message, &transfer);
    }
}

impl Host {
    fn receive(self: Rc<Self>, message: Asked) {
        match message.request {
            Request::Open { sources } => {
                let names = sources.iter().map(|source| source.name.clone()).collect();
                if let Some(job) = self.job.borrow_mut().as_mut() {
                    job.open_begin(sources);
                }
                let total = message.bytes.iter().map(|bytes| u64::from(bytes.byte_length())).sum();
                let opening =
                    Opening { id: message.id, bytes: message.bytes.into(), names, read: 0, done: 0, total };
                *self.opening.borrow_mut() = Some(opening);
            }
            request => self.answer(message.id, request, &message.bytes),
        }
        self.schedule();
    }

    fn answer(&self, id: u32, request: Request, bytes: &[ArrayBuffer]) {
        let mut slot = self.job.borrow_mut();
        let mut ended = false;
        let (response, files) = match (slot.as_mut(), request) {
            (None, Request::Configure { settings }) => match Settings::read(&settings) {
                Ok(settings) => {
                    let job = slot.insert(Job::new(settings));
                    (Response::Overview(Box::new(job.overview())), Vec::new())
                }
                Err(error) => (problem(error.to_string()), Vec::new()),
            },
            (None, _) => (problem("尚未收到设置 (no settings yet)".to_owned()), Vec::new()),
            (Some(job), request) => {
                let judging = !job.is_judged();
                let bytes = bytes.iter().map(|bytes| Uint8Array::new(bytes).to_vec()).collect();
                let answer = job.handle_with(request, bytes);
                // Changes and files finish the judging themselves.
                ended = judging && job.is_judged();
                answer
            }
        };
        let bytes = files.iter().map(|file| Uint8Array::from(file.as_slice()).buffer()).collect();
        post(&self.scope, &FromWorker::Answer { id, response: Box::new(response), bytes });
        if ended {
            post(&self.scope, &FromWorker::Judged);
        }
    }

    /// Sees to it that the next step follows, after the requests that wait.
    fn schedule(self: Rc<Self>) {
        let judging = self.job.borrow().as_ref().is_some_and(|job| !job.is_judged());
        let open = self.opening.borrow().is_some();
        if !(judging || open) || self.step.borrow().is_some() {
            return;
        }
        let host = self.clone();
        *self.step.borrow_mut() = Some(Timeout::new(0, move || {
            // Taken out first: dropping it here would cancel nothing, keeping it would block the next one.
            if let Some(step) = host.step.borrow_mut().take() {
                step.forget();
            }
            host.step();
            host.schedule();
        }));
    }

    fn step(&self) {
        let mut slot = self.job.borrow_mut();
        let Some(job) = slot.as_mut() else { return };
        let mut opening = self.opening.borrow_mut();
        if let Some(state) = opening.as_mut() {
            if let Some(bytes) = state.bytes.pop_front() {
                let name = state.names.pop_front().unwrap_or_default();
                post(&self.scope, &FromWorker::Reading(state.read));
                let (done, total) = (state.done, state.total);
                post(
                    &self.scope,
                    &FromWorker::Progress(Progress { stage: "reading".to_owned(), name, done, total }),
                );
                state.read += 1;
                state.done += u64::from(bytes.byte_length());
                job.open_source(&Uint8Array::new(&bytes).to_vec());
            }
            if state.bytes.is_empty() {
                let response = Box::new(Response::Overview(Box::new(job.overview())));
                post(&self.scope, &FromWorker::Answer { id: state.id, response, bytes: Vec::new() });
                *opening = None;
            }
            return;
        }
        match job.judge_step(STEP) {
            Some(progress) => post(&self.scope, &FromWorker::Progress(progress)),
            None => post(&self.scope, &FromWorker::Judged),
        }
    }
}

fn problem(message: String) -> Response {
    Response::Problem(ProblemView { key: "settings".to_owned(), message })
}
