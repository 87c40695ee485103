//! The JavaScript face of the session: plain objects in, plain objects out, files as `Uint8Array`.
//!
//! Errors are thrown as `PrecheckError` objects with `key` and `message`, never as strings. What is wrong with a
//! record or a file is no error: it stands in the report.

pub mod checker;

pub use checker::rule_book;

use js_sys::{Array, Object, Reflect, Uint8Array};
use precheck_session::run::{self, Input, MendedForm, RunOptions};
use precheck_session::{Job, Settings, api};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const SHARED: &str = include_str!("shared.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const FACE: &str = include_str!("face.d.ts");

#[wasm_bindgen]
extern "C" {
    /// `RunSettings` of the TypeScript declarations.
    #[wasm_bindgen(typescript_type = "RunSettings")]
    pub type RunSettings;
}

/// What a call gives, or the object that is thrown.
type Thrown<T> = Result<T, JsValue>;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Options {
    together: bool,
    source: api::SourceOptions,
}

impl Options {
    fn run(self) -> RunOptions {
        RunOptions { together: self.together, source: self.source }
    }
}

/// A file as the caller hands it over: its bytes stay in JavaScript until they are read.
struct File {
    path: String,
    bytes: Vec<u8>,
}

impl File {
    fn all(files: &Array) -> Thrown<Vec<Self>> {
        files.iter().map(|file| Self::read(&file)).collect()
    }

    fn read(file: &JsValue) -> Thrown<Self> {
        if !file.is_object() {
            return Err(misuse("a file is an object with `path` and `bytes`"));
        }
        let field = |name: &str| Reflect::get(file, &name.into());
        let path = field("path")?.as_string().ok_or_else(|| misuse("a file has no `path`"))?;
        let bytes =
            field("bytes")?.dyn_into::<Uint8Array>().map_err(|_| misuse("`bytes` is no Uint8Array"))?;
        Ok(Self { path, bytes: bytes.to_vec() })
    }

    fn input(&self) -> Input<'_> {
        Input { path: &self.path, bytes: &self.bytes }
    }
}

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

/// Checks files; see `check` in the TypeScript declarations.
#[wasm_bindgen(skip_typescript)]
pub fn check(files: Array, settings: JsValue, options: JsValue) -> Thrown<JsValue> {
    let files = File::all(&files)?;
    let inputs: Vec<Input<'_>> = files.iter().map(File::input).collect();
    let options = optional::<Options>(options)?.run();
    plain(&run::report(&inputs, read_settings(settings)?, &options))
}

/// Applies the safe fixes to a file; see `fix` in the TypeScript declarations.
#[wasm_bindgen(skip_typescript)]
pub fn fix(file: JsValue, settings: JsValue, options: JsValue) -> Thrown<JsValue> {
    let file = File::read(&file)?;
    let options = optional::<Options>(options)?.run();
    let settings = read_settings(settings)?;
    let mended =
        run::fix(file.input(), settings, &options, MendedForm::Xlsx).map_err(|problem| thrown(&problem))?;
    let out = Object::new();
    Reflect::set(&out, &"bytes".into(), &Uint8Array::from(&mended.bytes[..]))?;
    Reflect::set(&out, &"changed".into(), &(mended.changed as u32).into())?;
    Reflect::set(&out, &"report".into(), &plain(&mended.report)?)?;
    Ok(out.into())
}

/// Makes the platform's files; see `exportFiles` in the TypeScript declarations.
#[wasm_bindgen(js_name = exportFiles, skip_typescript)]
pub fn export_files(
    files: Array,
    template: &str,
    settings: JsValue,
    options: JsValue,
    accept_warnings: Option<String>,
) -> Thrown<JsValue> {
    let files = File::all(&files)?;
    let inputs: Vec<Input<'_>> = files.iter().map(File::input).collect();
    let options = optional::<Options>(options)?.run();
    let settings = read_settings(settings)?;
    let exported = run::export(&inputs, settings, &options, template, accept_warnings.as_deref())
        .map_err(|problem| thrown(&problem))?;
    let out = Object::new();
    let made = Array::new();
    for (view, bytes) in &exported.files {
        made.push(&with_bytes(view, bytes)?);
    }
    Reflect::set(&out, &"files".into(), &made)?;
    let problems = match &exported.problems {
        Some((view, bytes)) => with_bytes(view, bytes)?,
        None => JsValue::NULL,
    };
    Reflect::set(&out, &"problems".into(), &problems)?;
    Reflect::set(&out, &"plan".into(), &plain(&exported.plan)?)?;
    Reflect::set(&out, &"report".into(), &plain(&exported.report)?)?;
    Ok(out.into())
}

/// One open job, for callers that show and mend records.
#[wasm_bindgen]
pub struct Session(Job);

#[wasm_bindgen]
impl Session {
    /// A job without sources.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: RunSettings) -> Thrown<Self> {
        Ok(Self(Job::new(read_settings(settings.into())?)))
    }

    /// Replaces the job by these files and judges them.
    #[wasm_bindgen(skip_typescript)]
    pub fn open(&mut self, files: Array, options: JsValue) -> Thrown<JsValue> {
        let files = File::all(&files)?;
        let options = optional::<api::SourceOptions>(options)?;
        let source = |file: &File| api::Source {
            name: file.path.clone(),
            origin: api::Origin::File,
            options: options.clone(),
        };
        self.0.open_begin(files.iter().map(source).collect());
        for file in &files {
            self.0.open_source(&file.bytes);
        }
        self.0.judge_all();
        plain(&self.0.overview())
    }

    /// Answers a request; files that it makes stand beside the response.
    #[wasm_bindgen(skip_typescript)]
    pub fn handle(&mut self, request: JsValue) -> Thrown<JsValue> {
        let (response, files) = self.0.handle(read(request)?);
        self.0.judge_all();
        let out = Object::new();
        Reflect::set(&out, &"response".into(), &plain(&response)?)?;
        let files: Array = files.iter().map(|bytes| Uint8Array::from(&bytes[..])).collect();
        Reflect::set(&out, &"files".into(), &files)?;
        Ok(out.into())
    }
}

fn with_bytes(view: &api::FileView, bytes: &[u8]) -> Thrown<JsValue> {
    let file = plain(view)?;
    Reflect::set(&file, &"bytes".into(), &Uint8Array::from(bytes))?;
    Ok(file)
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
