//! Records as plain objects in, findings as plain objects out: what `createChecker` of the module wraps.

use js_sys::{Array, Object, Reflect};
use precheck_session::{Job, Record, api};
use wasm_bindgen::prelude::*;

use crate::{Thrown, misuse, plain, read_settings, thrown};

/// Most records of one call: more than any office sends at once, and far less than memory holds.
const MOST_RECORDS: u32 = 200_000;

/// Judges records under one set of settings. `free()` gives its memory back.
#[wasm_bindgen(skip_typescript)]
pub struct Checker(pub(crate) Job);

#[wasm_bindgen]
impl Checker {
    /// A checker under settings.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: JsValue) -> Thrown<Self> {
        Ok(Self(Job::new(read_settings(settings)?)))
    }

    /// What was found in records of a kind.
    pub fn check(&mut self, kind: &str, records: JsValue) -> Thrown<JsValue> {
        let records = read_records(&records)?;
        answer(self.0.check_records(kind, &records))
    }

    /// Takes records of a kind, to be judged with `step`.
    pub fn begin(&mut self, kind: &str, records: JsValue) -> Thrown<()> {
        let records = read_records(&records)?;
        self.0.open_records(kind, &records).map_err(|problem| thrown(&problem))
    }

    /// Judges so many more records: how far that is, or null when all are judged.
    pub fn step(&mut self, rows: u32) -> Thrown<JsValue> {
        plain(&self.0.judge_step(rows as usize))
    }

    /// What was found in the records of `begin`, once `step` gave null.
    pub fn findings(&self) -> Thrown<JsValue> {
        plain(&self.0.record_findings())
    }

    /// What was found in one field, the others being those of the record.
    #[wasm_bindgen(js_name = checkField)]
    pub fn check_field(
        &mut self,
        kind: &str,
        field: &str,
        value: JsValue,
        record: JsValue,
    ) -> Thrown<JsValue> {
        let text = text(&value).ok_or_else(|| misuse(&format!("“{field}” is no text and no number")))?;
        let record = if record.is_undefined() { Record::new() } else { read_record(&record)? };
        answer(self.0.check_field_of(kind, field, &text, record))
    }

    /// What could be proposed for a record.
    pub fn proposals(&mut self, kind: &str, record: JsValue) -> Thrown<JsValue> {
        let record = read_record(&record)?;
        answer(self.0.proposals_for(kind, record))
    }

    /// A record with its safe fixes applied.
    pub fn fix(&mut self, kind: &str, record: JsValue) -> Thrown<JsValue> {
        let record = read_record(&record)?;
        answer(self.0.fix_record(kind, record))
    }

    /// A kind with its fields.
    pub fn schema(&self, kind: &str) -> Thrown<JsValue> {
        answer(self.0.kind_schema(kind))
    }

    /// Templates and kinds to choose from, and the profile in use.
    pub fn settings(&self) -> Thrown<JsValue> {
        plain(&self.0.settings_view())
    }
}

fn answer(result: Result<impl serde::Serialize, api::ProblemView>) -> Thrown<JsValue> {
    match result {
        Ok(value) => plain(&value),
        Err(problem) => Err(thrown(&problem)),
    }
}

pub(crate) fn read_records(records: &JsValue) -> Thrown<Vec<Record>> {
    let records: &Array = records.dyn_ref().ok_or_else(|| misuse("the records are no array"))?;
    if records.length() > MOST_RECORDS {
        let message = format!("{} records; hand over at most {MOST_RECORDS} at once", records.length());
        return Err(thrown(&api::ProblemView { key: "too-many-records".to_owned(), message }));
    }
    records.iter().map(|record| read_record(&record)).collect()
}

/// Own properties with texts, numbers, truth values (是, 否) or nothing; anything else is refused rather than
/// guessed at.
fn read_record(record: &JsValue) -> Thrown<Record> {
    if !record.is_object() || Array::is_array(record) {
        return Err(misuse("a record is no object"));
    }
    let object: &Object = record.unchecked_ref();
    let mut read = Record::new();
    for key in Object::keys(object).iter() {
        let value = Reflect::get(object, &key)?;
        let key = key.as_string().unwrap_or_default();
        let text = text(&value).ok_or_else(|| misuse(&format!("“{key}” is no text and no number")))?;
        read.insert(key, text);
    }
    Ok(read)
}

fn text(value: &JsValue) -> Option<String> {
    if value.is_null() || value.is_undefined() {
        return Some(String::new());
    }
    if let Some(truth) = value.as_bool() {
        return Some(if truth { "是" } else { "否" }.to_owned());
    }
    // As JavaScript writes numbers, so that 0.1 stays 0.1.
    if value.as_f64().is_some_and(f64::is_finite) {
        return js_sys::Number::from(value.clone()).to_string_with_radix(10).ok().map(String::from);
    }
    value.as_string()
}
