//! What a worker is made of: the text and the compiled program that the page fetched when it started. Fresh
//! workers start from these without asking the network.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Url, Worker};

/// The name under which `boot.js` leaves the promise of text and program.
const HELD: &str = "precheckEngine";

/// Where the page's start leaves whether a service worker keeps the page and looks for new versions.
const VERSIONS: &str = "precheckLooksForVersions";

/// Whether the page's host is asked for new versions.
pub fn looks_for_versions() -> bool {
    Reflect::get(&js_sys::global(), &JsValue::from_str(VERSIONS)).is_ok_and(|value| value.is_truthy())
}

/// Starts the program in a worker: the first message is the compiled program, all later ones are ours.
const STARTER: &str = "\n;onmessage = function (event) {\
    onmessage = null;\
    wasm_bindgen({ module_or_path: event.data }).catch(function (error) {\
        postMessage({ type: 'trap', text: String(error) });\
    });\
};";

/// Text and compiled program of the worker.
#[derive(Debug, Clone)]
pub struct Runtime {
    /// Address of the text, as the browser keeps it in memory.
    address: String,
    module: JsValue,
}

impl Runtime {
    /// Waits until both are there.
    pub async fn load() -> Result<Self, JsValue> {
        let promise: Promise = Reflect::get(&js_sys::global(), &JsValue::from_str(HELD))?.dyn_into()?;
        let held = JsFuture::from(promise).await?;
        let script = Reflect::get(&held, &JsValue::from_str("script"))?.as_string().unwrap_or_default();
        let module = Reflect::get(&held, &JsValue::from_str("module"))?;
        let kind = BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let parts = Array::of2(&JsValue::from_str(&script), &JsValue::from_str(STARTER));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
        Ok(Self { address: Url::create_object_url_with_blob(&blob)?, module })
    }

    /// A fresh worker, which says `ready` once it listens.
    pub fn start(&self) -> Result<Worker, JsValue> {
        let worker = Worker::new(&self.address)?;
        worker.post_message(&self.module)?;
        Ok(worker)
    }
}
