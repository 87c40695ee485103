//! What a worker is made of: the text and the compiled program that the page fetched when it started. Fresh
//! workers start from these without asking the network.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Url, Worker};

/// The name under which the start of a page leaves the promise of text and program.
const HELD: &str = "precheckEngine";

/// Where the page's start leaves whether a service worker keeps the page and looks for new versions.
const VERSIONS: &str = "precheckLooksForVersions";

thread_local! {
    /// The promise of text and program that an element gave.
    static GIVEN: RefCell<Option<Promise>> = const { RefCell::new(None) };
    /// What every worker of this document is made of.
    static MADE: RefCell<Option<Runtime>> = const { RefCell::new(None) };
}

/// Whether the document is the page's own: its start left what the worker is made of.
pub fn is_page() -> bool {
    Reflect::has(&js_sys::global(), &JsValue::from_str(HELD)).unwrap_or(false)
}

/// Whether the page's host is asked for new versions.
pub fn looks_for_versions() -> bool {
    Reflect::get(&js_sys::global(), &JsValue::from_str(VERSIONS)).is_ok_and(|value| value.is_truthy())
}

/// Takes the promise of text and program from an element. A later one is for workers that start later.
pub fn hold(promise: Promise) {
    GIVEN.with_borrow_mut(|given| *given = Some(promise));
}

/// Starts the program in a worker: the first message is the compiled program, all later ones are ours.
const STARTER: &str = include_str!("engine_start.js");

/// Address and compiled program of the worker.
#[derive(Debug, Clone)]
pub struct Runtime {
    /// Address of the text: in memory, or of a file where the document around an element allows no other.
    address: JsValue,
    module: JsValue,
}

impl Runtime {
    /// Waits until both are there.
    pub async fn load() -> Result<Self, JsValue> {
        if let Some(made) = MADE.with_borrow(Clone::clone) {
            return Ok(made);
        }
        let promise = match GIVEN.with_borrow(Clone::clone) {
            Some(promise) => promise,
            None => Reflect::get(&js_sys::global(), &JsValue::from_str(HELD))?.dyn_into()?,
        };
        let held = JsFuture::from(promise).await?;
        if let Some(made) = MADE.with_borrow(Clone::clone) {
            return Ok(made);
        }
        let part = |name: &str| Reflect::get(&held, &JsValue::from_str(name));
        let address = match part("worker")?.as_string() {
            Some(address) => address,
            None => in_memory(&part("script")?.as_string().unwrap_or_default())?,
        };
        // Engines with Trusted Types take no text for the address of a script.
        let address = match part("trust")?.dyn_ref::<Function>() {
            Some(trust) => trust.call1(&JsValue::UNDEFINED, &address.into())?,
            None => address.into(),
        };
        let made = Self { address, module: part("module")? };
        MADE.with_borrow_mut(|kept| *kept = Some(made.clone()));
        Ok(made)
    }

    /// A fresh worker, which says `ready` once it listens.
    pub fn start(&self) -> Result<Worker, JsValue> {
        // By hand: the typed constructor takes texts only.
        let make: Function = Reflect::get(&js_sys::global(), &JsValue::from_str("Worker"))?.dyn_into()?;
        let worker: Worker = Reflect::construct(&make, &Array::of1(&self.address))?.unchecked_into();
        worker.post_message(&self.module)?;
        Ok(worker)
    }
}

/// An address under which the browser keeps a script in memory.
fn in_memory(script: &str) -> Result<String, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let parts = Array::of2(&JsValue::from_str(script), &JsValue::from_str(STARTER));
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &kind)?)
}
