//! The page's side of the worker: requests and their answers, progress, cancelling, and a fresh worker that
//! stands where the old one stood when one breaks off.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use gloo::timers::callback::Interval;
use js_sys::{ArrayBuffer, Date, Uint8Array};
use precheck_session::api::{Lang, Overview, Progress, Request, Response, Settings, SourceView};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

mod restore;

use super::change::Change;
use super::fault::Fault;
use super::log::{Loaded, Log};
use super::protocol::{FromWorker, ToWorker};
use super::runtime::Runtime;
use crate::text;

/// A worker that says nothing for so long while something is asked of it is given up, in ms.
const PATIENCE: f64 = 60_000.0;
/// More patience for each MiB that is being read, in ms.
const PATIENCE_PER_MIB: f64 = 1_000.0;
/// How often the silence is looked at, in ms.
const LOOK: u32 = 5_000;
/// Restoring is tried so often before it is given up.
const ATTEMPTS: usize = 3;

/// What the engine tells without being asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// How far reading or judging is.
    Progress(Progress),
    /// Judging is done.
    Judged,
    /// A fresh worker stands where the old one stood: what is shown must be asked for again.
    Restored(Box<Overview>),
    /// A change was made and stands in the log.
    Noted(Change),
    /// No worker can be had; nothing is open any more.
    Broken(String),
}

type Answer = Result<(Response, Vec<ArrayBuffer>), Fault>;

/// A worker with what listens to it.
struct Running {
    worker: Worker,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _broke: Closure<dyn Fn(web_sys::Event)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

struct Waiting {
    id: u32,
    /// The change that is asked for, if it is one.
    change: Option<Change>,
    answer: oneshot::Sender<Answer>,
}

#[derive(Default)]
struct State {
    runtime: Option<Runtime>,
    running: Option<Running>,
    ready: bool,
    /// Messages for a worker that does not listen yet.
    outbox: Vec<ToWorker>,
    waiting: Vec<Waiting>,
    last_id: u32,
    log: Log,
    /// Records that left before, as a fresh worker is told.
    known: Vec<String>,
    /// How many changes were told before they were answered.
    early: usize,
    /// Whether a fresh worker is being told the log.
    restoring: bool,
    /// Calls that wait until the job stands again.
    held: Vec<oneshot::Sender<()>>,
    /// Index of the source that is being read.
    reading: Option<usize>,
    heard: f64,
    patience: f64,
    watch: Option<Interval>,
    /// Whether the page was taken away.
    ended: bool,
}

/// The engine. Clones are the same engine.
#[derive(Clone)]
pub struct Engine {
    state: Rc<RefCell<State>>,
    listener: Callback<Event>,
}

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

fn said(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| error.as_string().unwrap_or_default(), |error| String::from(error.message()))
}

/// A request in its final form.
fn written(request: &Request) -> Result<Change, Fault> {
    Change::of(request).map_err(|error| Fault::Refused(error.to_string()))
}

/// Whether nothing came of an `open`, not even a question.
fn is_unreadable(overview: &Overview) -> bool {
    overview.tables.is_empty() && overview.sources.iter().all(|source| source.questions.is_empty())
}

/// Why nothing came of it, source by source.
fn problems(lang: Lang, overview: &Overview) -> String {
    let of = |source: &SourceView| match &source.problem {
        Some(problem) => text::of_file(lang, &source.name, problem.message.trim_end_matches('。')),
        None => text::of_file(lang, &source.name, text::NO_TABLE.get(lang)),
    };
    overview.sources.iter().map(of).collect::<Vec<_>>().join("；")
}

impl Engine {
    /// An engine with these settings. Its worker starts with the first request.
    pub fn new(settings: Settings, listener: Callback<Event>) -> Self {
        let state = State { log: Log { settings, ..Log::default() }, ..State::default() };
        Self { state: Rc::new(RefCell::new(state)), listener }
    }

    /// Asks, and waits for the answer.
    pub async fn ask(&self, request: Request) -> Result<Response, Fault> {
        self.ask_for_files(request).await.map(|(response, _)| response)
    }

    /// Asks, and waits for the answer and the bytes of the files that it names.
    pub async fn ask_for_files(&self, request: Request) -> Answer {
        self.ask_with(request, Vec::new()).await
    }

    /// Asks with bytes beside the request, which are handed over.
    pub async fn ask_with(&self, request: Request, bytes: Vec<ArrayBuffer>) -> Answer {
        self.stand().await?;
        let (is_change, with_bytes) = (matches!(request, Request::Stamped { .. }), !bytes.is_empty());
        let change = written(&request)?;
        let unlogged = || is_change.then(|| change.clone());
        let (mut response, bytes) = match self.post(change.clone(), bytes, unlogged()).await {
            // What was typed shall not go with the worker, nor what is to be seen of it: once the job stands again, it
            // is asked once more.
            Err(Fault::Restored) if !with_bytes => {
                self.stand().await?;
                self.post(change.clone(), Vec::new(), unlogged()).await?
            }
            answer => answer?,
        };
        let noted = {
            let mut state = self.state.borrow_mut();
            let noted = state.log.note(&request, &change, &response);
            state.log.complete(&mut response);
            let told = state.early > 0 && is_change;
            state.early -= usize::from(told);
            noted && !told
        };
        if noted {
            self.listener.emit(Event::Noted(change));
        }
        match response {
            Response::Problem(problem) => Err(Fault::Refused(problem.message)),
            response => Ok((response, bytes)),
        }
    }

    /// Opens sources in place of what is open. Where none of them can be read, what was open stays.
    pub async fn open(&self, sources: Vec<Loaded>) -> Result<Overview, Fault> {
        self.stand().await?;
        let before = {
            let mut state = self.state.borrow_mut();
            let settings = state.log.current_settings();
            std::mem::replace(&mut state.log, Log { settings, sources, ..Log::default() })
        };
        let attempts = self.state.borrow().log.sources.len() + 1;
        for _ in 0..attempts {
            match self.send_open().await {
                Err(Fault::Restored) => {
                    // The worker broke off: without the source that it was reading it may get through.
                    let reading = self.state.borrow_mut().reading.take();
                    let Some(index) = reading else { break };
                    self.state.borrow_mut().log.set_aside(index);
                    self.start().await?;
                }
                Ok(overview) if is_unreadable(&overview) && before.is_open() => {
                    let lang = before.current_settings().lang;
                    self.fall_back(before).await;
                    return Err(Fault::Kept(problems(lang, &overview)));
                }
                Err(Fault::Cancelled) if before.is_open() => {
                    self.fall_back(before).await;
                    return Err(Fault::Cancelled);
                }
                other => return other,
            }
        }
        self.fall_back(before).await;
        Err(Fault::Restored)
    }

    /// What is open and was changed since, step by step.
    pub fn log(&self) -> Log {
        self.state.borrow().log.clone()
    }

    /// Tells which records left before: this worker, and each one after it.
    pub async fn know(&self, ids: Vec<String>) {
        let running = {
            let mut state = self.state.borrow_mut();
            if state.known == ids {
                return;
            }
            state.known.clone_from(&ids);
            state.running.is_some()
        };
        if running {
            // A worker that breaks off meanwhile is followed by one that is told.
            let _ = self.send(&Request::Known { ids }, Vec::new()).await;
        }
    }

    /// Changes that were asked for and are not answered, which the page is left with: they are not told again.
    pub fn unanswered(&self) -> Vec<Change> {
        let mut state = self.state.borrow_mut();
        state.waiting.sort_by_key(|waiting| waiting.id);
        let changes = state.waiting.iter().filter_map(|waiting| waiting.change.clone());
        let asked: Vec<Change> = changes.skip(state.early).collect();
        state.early += asked.len();
        asked
    }

    /// What is open, with how it was read.
    pub fn sources(&self) -> Vec<Loaded> {
        self.state.borrow().log.sources.clone()
    }

    /// Ends whatever the worker does; nothing is open afterwards.
    pub fn cancel(&self) {
        let waiting = {
            let mut state = self.state.borrow_mut();
            let settings = state.log.current_settings();
            state.log = Log { settings, ..Log::default() };
            state.stop()
        };
        for waiting in waiting {
            let _ = waiting.answer.send(Err(Fault::Cancelled));
        }
        // A fresh worker stands ready for the next file.
        let engine = self.clone();
        spawn_local(async move {
            let _ = engine.start().await;
        });
    }

    /// Ends the worker for good and forgets what is open.
    pub fn end(&self) {
        let waiting = {
            let mut state = self.state.borrow_mut();
            state.ended = true;
            state.log = Log::default();
            state.stop()
        };
        for waiting in waiting {
            let _ = waiting.answer.send(Err(Fault::Cancelled));
        }
    }

    /// Waits until a worker listens and the job stands.
    async fn stand(&self) -> Result<(), Fault> {
        let held = {
            let mut state = self.state.borrow_mut();
            state.restoring.then(|| {
                let (sender, receiver) = oneshot::channel();
                state.held.push(sender);
                receiver
            })
        };
        if let Some(held) = held {
            let _ = held.await;
        }
        if self.state.borrow().running.is_none() { self.start().await } else { Ok(()) }
    }

    /// Starts a worker with the settings of the log.
    async fn start(&self) -> Result<(), Fault> {
        let runtime = self.state.borrow().runtime.clone();
        let runtime = match runtime {
            Some(runtime) => runtime,
            None => Runtime::load().await.map_err(|error| Fault::Broken(said(&error)))?,
        };
        if self.state.borrow().ended {
            return Err(Fault::Cancelled);
        }
        // Another call may have started one meanwhile.
        if self.state.borrow().running.is_some() {
            return Ok(());
        }
        let worker = runtime.start().map_err(|error| Fault::Broken(said(&error)))?;
        let engine = self.clone();
        let heard =
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                match FromWorker::from_js(&event.data()) {
                    Ok(message) => engine.hear(message),
                    Err(error) => engine.broke(&error.to_string()),
                }
            });
        let engine = self.clone();
        let broke = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
            engine.broke(&message.unwrap_or_else(|| "a message that cannot be read".to_owned()));
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(broke.as_ref().unchecked_ref()));
        let settings = {
            let mut state = self.state.borrow_mut();
            state.runtime = Some(runtime);
            state.running = Some(Running { worker, _heard: heard, _broke: broke });
            state.ready = false;
            state.reading = None;
            state.log.settings.clone()
        };
        if let Response::Problem(problem) = self.send(&Request::Configure { settings }, Vec::new()).await?.0 {
            return Err(Fault::Refused(problem.message));
        }
        let ids = self.state.borrow().known.clone();
        if !ids.is_empty() {
            self.send(&Request::Known { ids }, Vec::new()).await?;
        }
        Ok(())
    }

    /// Sends the sources of the log.
    async fn send_open(&self) -> Result<Overview, Fault> {
        let loaded = self.state.borrow().log.sources.clone();
        let mut bytes = Vec::with_capacity(loaded.len());
        for one in &loaded {
            bytes.push(match &one.blob {
                Some(blob) => JsFuture::from(blob.array_buffer()).await.and_then(JsCast::dyn_into).map_err(
                    |error: JsValue| Fault::Refused(format!("{}：{}", one.source.name, said(&error))),
                )?,
                None => Uint8Array::new_with_length(0).buffer(),
            });
        }
        let sources = loaded.into_iter().map(|one| one.source).collect();
        let (mut response, _) = self.send(&Request::Open { sources }, bytes).await?;
        self.state.borrow().log.complete(&mut response);
        match response {
            Response::Overview(overview) => Ok(*overview),
            Response::Problem(problem) => Err(Fault::Refused(problem.message)),
            _ => Err(Fault::Refused(String::new())),
        }
    }

    async fn send(&self, request: &Request, bytes: Vec<ArrayBuffer>) -> Answer {
        self.send_again(written(request)?, bytes).await
    }

    /// Sends a request that stands in its final form.
    async fn send_again(&self, request: Change, bytes: Vec<ArrayBuffer>) -> Answer {
        self.post(request, bytes, None).await
    }

    /// Sends a request, which is a `change` that is not in the log yet, and waits.
    async fn post(&self, request: Change, bytes: Vec<ArrayBuffer>, change: Option<Change>) -> Answer {
        let receiver = {
            let mut state = self.state.borrow_mut();
            let (sender, receiver) = oneshot::channel();
            state.last_id += 1;
            let id = state.last_id;
            state.heard = Date::now();
            let size: u32 = bytes.iter().map(ArrayBuffer::byte_length).sum();
            state.patience = PATIENCE + f64::from(size) / f64::from(1 << 20) * PATIENCE_PER_MIB;
            state.waiting.push(Waiting { id, change, answer: sender });
            state.post(ToWorker { id, request, bytes });
            if state.watch.is_none() {
                let engine = self.clone();
                state.watch = Some(Interval::new(LOOK, move || engine.look()));
            }
            receiver
        };
        receiver.await.unwrap_or(Err(Fault::Cancelled))
    }

    fn hear(&self, message: FromWorker) {
        let mut state = self.state.borrow_mut();
        state.heard = Date::now();
        match message {
            FromWorker::Ready => {
                state.ready = true;
                for message in std::mem::take(&mut state.outbox) {
                    state.post(message);
                }
            }
            FromWorker::Answer { id, response, bytes } => {
                if let Some(at) = state.waiting.iter().position(|waiting| waiting.id == id) {
                    let waiting = state.waiting.swap_remove(at);
                    if state.waiting.is_empty() {
                        state.watch = None;
                    }
                    drop(state);
                    let _ = waiting.answer.send(Ok((*response, bytes)));
                }
            }
            FromWorker::Reading(index) => state.reading = Some(index),
            FromWorker::Progress(progress) => {
                if progress.stage == "judging" {
                    state.reading = None;
                }
                let quiet = state.restoring;
                drop(state);
                if !quiet {
                    self.listener.emit(Event::Progress(progress));
                }
            }
            FromWorker::Judged => {
                state.reading = None;
                let quiet = state.restoring;
                drop(state);
                if !quiet {
                    self.listener.emit(Event::Judged);
                }
            }
            FromWorker::Trap(text) => {
                drop(state);
                self.broke(&text);
            }
        }
    }

    /// Gives a silent worker up.
    fn look(&self) {
        let silent = {
            let state = self.state.borrow();
            !state.waiting.is_empty() && Date::now() - state.heard > state.patience
        };
        if silent {
            self.broke("no answer");
        }
    }

    /// The worker broke off. What was asked fails; unless it was an `open`, a fresh worker is told the log.
    fn broke(&self, why: &str) {
        web_sys::console::warn_1(&JsValue::from_str(why));
        let (waiting, reading, restoring) = {
            let mut state = self.state.borrow_mut();
            let reading = state.reading;
            let waiting = state.stop();
            // A change that is tried once more is told once it is answered.
            state.early = 0;
            state.reading = reading;
            (waiting, reading, state.restoring)
        };
        let asked = !waiting.is_empty();
        // While a file is read, `open` itself goes on without it.
        if !(restoring || asked && reading.is_some()) {
            let engine = self.clone();
            // Before those who wait hear of it: what they try once more waits until the job stands.
            spawn_local(async move { engine.restore().await });
        }
        for waiting in waiting {
            let _ = waiting.answer.send(Err(Fault::Restored));
        }
    }
}

impl State {
    /// Ends the worker and gives the requests that nobody will answer.
    fn stop(&mut self) -> Vec<Waiting> {
        self.running = None;
        self.ready = false;
        self.reading = None;
        self.watch = None;
        self.outbox.clear();
        std::mem::take(&mut self.waiting)
    }

    fn post(&mut self, message: ToWorker) {
        if !self.ready {
            self.outbox.push(message);
            return;
        }
        let Some(running) = &self.running else { return };
        let (message, transfer) = message.to_js();
        // Refused only for buffers that were handed over before, which ours never are.
        let _ = running.worker.post_message_with_transfer(&message, &transfer);
    }
}
