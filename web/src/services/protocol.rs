//! What page and worker send each other: JavaScript objects, so that file bytes travel without being copied.

use js_sys::{Array, ArrayBuffer, Object, Reflect};
use precheck_session::api::{Progress, Request, Response};
use wasm_bindgen::{JsCast, JsValue};

use super::change::Change;

/// What the page asks. The bytes of sources go beside it, in the order of the request.
#[derive(Debug)]
pub struct ToWorker {
    /// Names the answer.
    pub id: u32,
    /// What is asked.
    pub request: Change,
    /// Bytes of the sources that an `open` names; a source without bytes has an empty buffer.
    pub bytes: Vec<ArrayBuffer>,
}

/// What the page asked, as the worker reads it.
#[derive(Debug)]
pub struct Asked {
    /// Names the answer.
    pub id: u32,
    /// What is asked.
    pub request: Request,
    /// Bytes of the sources that an `open` names.
    pub bytes: Vec<ArrayBuffer>,
}

/// What the worker tells.
#[derive(Debug)]
pub enum FromWorker {
    /// It takes requests from now on.
    Ready,
    /// An answer.
    Answer {
        /// Of the request with this number.
        id: u32,
        /// The answer.
        response: Box<Response>,
        /// Bytes of the files that the answer names.
        bytes: Vec<ArrayBuffer>,
    },
    /// The source with this index is read next. If the worker ends now, this one did it.
    Reading(usize),
    /// How far it is.
    Progress(Progress),
    /// Judging is done.
    Judged,
    /// It panicked; nothing more comes from it.
    Trap(String),
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh plain object cannot be refused.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

fn buffers(value: &JsValue) -> Vec<ArrayBuffer> {
    if !value.is_object() {
        return Vec::new();
    }
    Array::from(value).iter().filter_map(|buffer| buffer.dyn_into().ok()).collect()
}

impl ToWorker {
    /// The message, and what of it is handed over instead of copied.
    pub fn to_js(&self) -> (JsValue, Array) {
        let bytes: Array = self.bytes.iter().collect();
        let message = object(&[
            ("id", self.id.into()),
            ("request", self.request.json().into()),
            ("bytes", bytes.clone().into()),
        ]);
        (message, bytes)
    }
}

impl Asked {
    /// Reads what [`ToWorker::to_js`] wrote.
    pub fn from_js(message: &JsValue) -> Result<Self, serde_json::Error> {
        Ok(Self {
            id: get(message, "id").as_f64().unwrap_or_default() as u32,
            request: serde_json::from_str(&get(message, "request").as_string().unwrap_or_default())?,
            bytes: buffers(&get(message, "bytes")),
        })
    }
}

impl FromWorker {
    /// The message, and what of it is handed over instead of copied.
    pub fn to_js(&self) -> Result<(JsValue, Array), serde_wasm_bindgen::Error> {
        let mut transfer = Array::new();
        let message = match self {
            Self::Ready => object(&[("type", "ready".into())]),
            Self::Answer { id, response, bytes } => {
                transfer = bytes.iter().collect();
                object(&[
                    ("type", "answer".into()),
                    ("id", (*id).into()),
                    ("response", serde_wasm_bindgen::to_value(response)?),
                    ("bytes", transfer.clone().into()),
                ])
            }
            Self::Reading(index) => object(&[("type", "reading".into()), ("index", (*index as u32).into())]),
            Self::Progress(progress) => {
                object(&[("type", "progress".into()), ("progress", serde_wasm_bindgen::to_value(progress)?)])
            }
            Self::Judged => object(&[("type", "judged".into())]),
            Self::Trap(text) => object(&[("type", "trap".into()), ("text", text.into())]),
        };
        Ok((message, transfer))
    }

    /// Reads what [`to_js`](Self::to_js) wrote.
    pub fn from_js(message: &JsValue) -> Result<Self, serde_wasm_bindgen::Error> {
        let number = |name: &str| get(message, name).as_f64().unwrap_or_default() as u32;
        Ok(match get(message, "type").as_string().unwrap_or_default().as_str() {
            "ready" => Self::Ready,
            "answer" => Self::Answer {
                id: number("id"),
                response: serde_wasm_bindgen::from_value(get(message, "response"))?,
                bytes: buffers(&get(message, "bytes")),
            },
            "reading" => Self::Reading(number("index") as usize),
            "progress" => Self::Progress(serde_wasm_bindgen::from_value(get(message, "progress"))?),
            "judged" => Self::Judged,
            _ => Self::Trap(get(message, "text").as_string().unwrap_or_default()),
        })
    }
}
