//! The JavaScript face of the session: plain objects in, plain objects out, files as `Uint8Array`.
//!
//! Errors are thrown as `PrecheckError` objects with `key` and `message`, never as strings. What is wrong with a
//! record or a file is no error: it stands in the report.

pub mod checker;
#[cfg(feature = "full")]
pub mod files;
#[cfg(feature = "full")]
pub use files::*;

use js_sys::Reflect;
use precheck_session::{Settings, api};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const SHARED: &str = include_str!("shared.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const FACE: &str = include_str!("face.d.ts");

/// What a call gives, or the object that is thrown.
type Thrown<T> = Result<T, JsValue>;

/// Version of the program.
#[wasm_bindgen]
pub fn version() -> String {
    precheck_session::VERSION.to_owned()
}

/// Version of the rules.
#[wasm_bindgen(js_name = rulesVersion)]
pub fn rules_version() -> String {
    precheck_session::RULES_VERSION.to_owned()
}

fn read_settings(settings: JsValue) -> Thrown<Settings> {
    let settings = optional::<api::Settings>(settings)?;
    Settings::read(&settings).map_err(|error| thrown(&error.view(settings.lang)))
}

fn optional<T: DeserializeOwned + Default>(value: JsValue) -> Thrown<T> {
    if value.is_undefined() || value.is_null() { Ok(T::default()) } else { read(value) }
}

fn read<T: DeserializeOwned>(value: JsValue) -> Thrown<T> {
    serde_wasm_bindgen::from_value(value).map_err(|error| misuse(&error.to_string()))
}

fn plain(value: &impl Serialize) -> Thrown<JsValue> {
    // As JSON has it: null where there is nothing, objects instead of maps.
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| misuse(&error.to_string()))
}

fn misuse(message: &str) -> JsValue {
    thrown(&api::ProblemView { key: "misuse".to_owned(), message: message.to_owned() })
}

/// A problem as an `Error` with a `key`.
fn thrown(problem: &api::ProblemView) -> JsValue {
    let error = js_sys::Error::new(&problem.message);
    error.set_name("PrecheckError");
    // A plain object takes any property.
    let _ = Reflect::set(&error, &"key".into(), &problem.key.as_str().into());
    error.into()
}
