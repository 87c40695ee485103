//! Sealing and opening what is kept, in a worker of its own: the page carries no cryptography, and a table that is
//! being read keeps nobody from saving. The worker runs the engine's program and remembers nothing; the key stays
//! with the page until it is closed.

mod protocol;
pub mod worker;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::FutureExt;
use futures::channel::oneshot;
use futures::future::{LocalBoxFuture, Shared};
use js_sys::{Array, Uint8Array};
use precheck_seal::Lock;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

use super::runtime::Runtime;
use protocol::{Answer, Ask, FromVault, ToVault};

/// A key with the lock that it belongs to.
#[derive(Debug, Clone)]
pub struct Held {
    /// The lock.
    pub lock: Lock,
    key: Uint8Array,
}

/// Why the worker did not do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// In the words of the cryptography.
    #[error("{0}")]
    Seal(#[from] precheck_seal::SealError),
    /// The worker does not work.
    #[error("加密组件没有运行，请刷新本页 (the vault broke off: {0})")]
    Broken(String),
}

type Result<T> = std::result::Result<T, VaultError>;

struct Running {
    worker: Worker,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _broke: Closure<dyn Fn(web_sys::Event)>,
}

type Opening = Shared<LocalBoxFuture<'static, Result<Rc<Running>>>>;

thread_local! {
    static OPENING: RefCell<Option<Opening>> = const { RefCell::new(None) };
    static READY: RefCell<Option<oneshot::Sender<()>>> = const { RefCell::new(None) };
    static WAITING: RefCell<Vec<(u32, oneshot::Sender<Result<FromVault>>)>> = const { RefCell::new(Vec::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

fn said(error: &JsValue) -> VaultError {
    VaultError::Broken(format!("{error:?}"))
}

/// It broke off: whoever waits is told, and the next one gets a fresh worker.
fn broke(why: &str) {
    OPENING.set(None);
    READY.set(None);
    for (_, waiting) in WAITING.take() {
        let _ = waiting.send(Err(VaultError::Broken(why.to_owned())));
    }
}

async fn start() -> Result<Rc<Running>> {
    let runtime = Runtime::load().await.map_err(|error| said(&error))?;
    let (sender, ready) = oneshot::channel();
    READY.set(Some(sender));
    let worker = runtime.start().map_err(|error| said(&error))?;
    let heard =
        Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| match FromVault::from_js(&event.data()) {
            FromVault::Ready => {
                if let Some(ready) = READY.take() {
                    let _ = ready.send(());
                }
            }
            FromVault::Trap(why) => broke(&why),
            answer @ FromVault::Answer { id, .. } => {
                let waiting = WAITING.with_borrow_mut(|all| {
                    all.iter().position(|(other, _)| *other == id).map(|at| all.swap_remove(at).1)
                });
                if let Some(waiting) = waiting {
                    let _ = waiting.send(Ok(answer));
                }
            }
        });
    let broken = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        event.prevent_default();
        broke("the worker broke off");
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    let running = Rc::new(Running { worker, _heard: heard, _broke: broken });
    ready.await.map_err(|_| VaultError::Broken("the worker does not start".to_owned()))?;
    Ok(running)
}

async fn ask(ask: Ask, key: Option<&Uint8Array>, values: Array) -> Result<FromVault> {
    let opening = OPENING
        .with_borrow_mut(|opening| opening.get_or_insert_with(|| start().boxed_local().shared()).clone());
    let running = opening.await.inspect_err(|_| OPENING.set(None))?;
    let id = LAST.get() + 1;
    LAST.set(id);
    let (sender, receiver) = oneshot::channel();
    WAITING.with_borrow_mut(|all| all.push((id, sender)));
    let message = ToVault { id, ask, key: key.cloned(), values }.to_js();
    running.worker.post_message(&message).map_err(|error| said(&error))?;
    receiver.await.unwrap_or_else(|_| Err(VaultError::Broken("no answer".to_owned())))
}

fn refused<T>(answer: FromVault) -> Result<T> {
    Err(match answer {
        FromVault::Answer { answer: Answer::Refused(error), .. } => error.into(),
        _ => VaultError::Broken("another answer".to_owned()),
    })
}

/// A new lock with its key.
pub async fn make(passphrase: &str) -> Result<Held> {
    match ask(Ask::Make { passphrase: passphrase.to_owned() }, None, Array::new()).await? {
        FromVault::Answer { answer: Answer::Made(lock), key: Some(key), .. } => Ok(Held { lock, key }),
        other => refused(other),
    }
}

/// The key of a lock.
pub async fn unlock(passphrase: &str, lock: &Lock) -> Result<Held> {
    let asked = Ask::Unlock { passphrase: passphrase.to_owned(), lock: lock.clone() };
    match ask(asked, None, Array::new()).await? {
        FromVault::Answer { answer: Answer::Unlocked, key: Some(key), .. } => {
            Ok(Held { lock: lock.clone(), key })
        }
        other => refused(other),
    }
}

async fn turned(asked: Ask, held: &Held, values: Array) -> Result<Array> {
    let count = values.length();
    match ask(asked, Some(&held.key), values).await? {
        FromVault::Answer { answer: Answer::Values, values, .. } if values.length() == count => Ok(values),
        other => refused(other),
    }
}

/// Seals values for their places.
pub async fn seal(held: &Held, places: Vec<String>, values: Array) -> Result<Array> {
    turned(Ask::Seal { places }, held, values).await
}

/// Opens the values of their places; undefined: this one is damaged.
pub async fn open(held: &Held, places: Vec<String>, values: Array) -> Result<Array> {
    turned(Ask::Open { places }, held, values).await
}
