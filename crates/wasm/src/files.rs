//! Files in and out, the open job, the rule book: what the module loads when it is first asked for.

use js_sys::{Array, Object, Reflect, Uint8Array};
use precheck_session::run::{self, Input, MendedForm, RunOptions};
use precheck_session::{Job, api, rulebook};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use crate::checker::{Checker, read_records};
use crate::{Thrown, misuse, optional, plain, read, read_settings, thrown};

#[wasm_bindgen]
extern "C" {
    /// `RunSettings` of the TypeScript declarations.
    #[wasm_bindgen(typescript_type = "RunSettings")]
    pub type RunSettings;
}

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

/// A check of files in steps, for callers that show how far it is. `free()` gives its memory back.
#[wasm_bindgen(skip_typescript)]
pub struct FileCheck {
    run: run::Steps,
    files: std::vec::IntoIter<File>,
}

#[wasm_bindgen]
impl FileCheck {
    /// Takes files; see `check`.
    #[wasm_bindgen(constructor)]
    pub fn new(files: Array, settings: JsValue, options: JsValue) -> Thrown<Self> {
        let files = File::all(&files)?;
        let options = optional::<Options>(options)?.run();
        let names = files.iter().map(|file| file.path.clone()).collect();
        Ok(Self { run: run::Steps::new(names, read_settings(settings)?, options), files: files.into_iter() })
    }

    /// Reads one more file, or judges so many more records: how far that is, or null when all is done.
    pub fn step(&mut self, rows: u32) -> Thrown<JsValue> {
        let files = &mut self.files;
        plain(&self.run.step(rows as usize, || files.next().map(|file| file.bytes).unwrap_or_default()))
    }

    /// The report, once `step` gave null.
    pub fn report(&self) -> Thrown<JsValue> {
        plain(&self.run.report())
    }
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

#[wasm_bindgen]
impl Checker {
    /// The platform's file of records.
    #[wasm_bindgen(js_name = exportFile)]
    pub fn export_file(
        &mut self,
        template: &str,
        kind: &str,
        records: JsValue,
        accept_warnings: Option<String>,
    ) -> Thrown<JsValue> {
        let records = read_records(&records)?;
        let made = self.0.export_records(template, kind, &records, accept_warnings.as_deref());
        let made = made.map_err(|problem| thrown(&problem))?;
        let out = Object::new();
        let set = |name: &str, value: &JsValue| Reflect::set(&out, &name.into(), value);
        set("name", &made.file.name.into())?;
        set("mediaType", &made.file.media_type.into())?;
        set("kind", &made.file.kind.into())?;
        set("records", &(made.file.records as u32).into())?;
        set("bytes", &Uint8Array::from(&made.bytes[..]))?;
        set("stayed", &plain(&made.stayed)?)?;
        Ok(out.into())
    }
}

/// The rule book.
#[wasm_bindgen(js_name = ruleBook, skip_typescript)]
pub fn rule_book() -> Thrown<JsValue> {
    plain(&rulebook::rule_book())
}
