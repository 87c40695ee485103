//! What the page and the vault's worker send each other.

use js_sys::{Array, Uint8Array};
use precheck_seal::{Lock, SealError};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use crate::services::protocol::{get, object};

/// What is asked.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Ask {
    Make { passphrase: String },
    Unlock { passphrase: String, lock: Lock },
    Seal { places: Vec<String> },
    Open { places: Vec<String> },
}

/// What is answered.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    Made(Lock),
    Unlocked,
    Values,
    Refused(SealError),
}

/// A question with its key and values beside it: texts or bytes.
#[derive(Debug)]
pub(super) struct ToVault {
    pub(super) id: u32,
    pub(super) ask: Ask,
    pub(super) key: Option<Uint8Array>,
    pub(super) values: Array,
}

/// What the worker tells.
#[derive(Debug)]
pub(super) enum FromVault {
    Ready,
    Trap(String),
    Answer { id: u32, answer: Answer, key: Option<Uint8Array>, values: Array },
}

fn text<T: Serialize>(value: &T) -> JsValue {
    serde_json::to_string(value).unwrap_or_default().into()
}

fn read<T: for<'a> Deserialize<'a>>(value: &JsValue) -> Option<T> {
    serde_json::from_str(&value.as_string()?).ok()
}

fn message(id: u32, what: (&str, JsValue), key: Option<&Uint8Array>, values: &Array) -> JsValue {
    let key = key.map_or(JsValue::UNDEFINED, |key| key.clone().into());
    object(&[("vault", id.into()), what, ("key", key), ("values", values.clone().into())])
}

fn key_and_values(message: &JsValue) -> (Option<Uint8Array>, Array) {
    (get(message, "key").dyn_into().ok(), get(message, "values").dyn_into().unwrap_or_default())
}

impl ToVault {
    pub(super) fn to_js(&self) -> JsValue {
        message(self.id, ("ask", text(&self.ask)), self.key.as_ref(), &self.values)
    }

    /// None: the message is not for the vault.
    pub(super) fn from_js(message: &JsValue) -> Option<Self> {
        let id = get(message, "vault").as_f64()? as u32;
        let (key, values) = key_and_values(message);
        Some(Self { id, ask: read(&get(message, "ask"))?, key, values })
    }
}

impl FromVault {
    pub(super) fn to_js(&self) -> JsValue {
        match self {
            Self::Answer { id, answer, key, values } => {
                message(*id, ("answer", text(answer)), key.as_ref(), values)
            }
            // The worker says these two as the engine does.
            Self::Ready | Self::Trap(_) => JsValue::UNDEFINED,
        }
    }

    pub(super) fn from_js(message: &JsValue) -> Self {
        let (key, values) = key_and_values(message);
        match (get(message, "vault").as_f64(), read(&get(message, "answer"))) {
            (Some(id), Some(answer)) => Self::Answer { id: id as u32, answer, key, values },
            _ if get(message, "type").as_string().as_deref() == Some("ready") => Self::Ready,
            _ => Self::Trap(get(message, "text").as_string().unwrap_or_default()),
        }
    }
}
