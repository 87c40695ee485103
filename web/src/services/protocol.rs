//! What page and worker send each other: JavaScript objects, so that file bytes travel without being copied.

use js_sys::{Array, ArrayBuffer, JSON, Object, Reflect};
use precheck_session::api::{Progress, Request, Response};
use serde::de::DeserializeOwned;
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

/// A property; undefined where there is none.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A plain object.
pub(super) fn object(entries: &[(&str, JsValue)]) -> JsValue {
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

/// Reads what the page reads from texts as well (the facts of the ledger), by the program for texts: one reader of
/// them less in the program that the first screen waits for.
fn read_as_text<T: DeserializeOwned>(value: &JsValue) -> Result<T, serde_wasm_bindgen::Error> {
    let text =
        JSON::stringify(value).map_err(|_| serde_wasm_bindgen::Error::new("an answer without a text"))?;
    serde_json::from_str(&String::from(text))
        .map_err(|error| serde_wasm_bindgen::Error::new(error.to_string()))
}

/// Reads an answer by its tag. What serde derives for the enum would first copy every answer, to find the tag in it, and
/// costs the page twice the code.
fn answer(value: JsValue) -> Result<Response, serde_wasm_bindgen::Error> {
    use serde_wasm_bindgen::from_value as read;
    let kind = get(&value, "type").as_string().unwrap_or_default();
    Ok(match kind.as_str() {
        "overview" => Response::Overview(read(value)?),
        "rows" => Response::Rows(read(value)?),
        "position" => Response::Position { position: read(get(&value, "position"))? },
        "groups" => Response::Groups(read(value)?),
        "items" => Response::Items(read(value)?),
        "detail" => Response::Detail(read(value)?),
        "text" => Response::Text { text: read(get(&value, "text"))? },
        "changed" => Response::Changed(read(value)?),
        "paste_plan" => Response::PastePlan(read(value)?),
        "found" => Response::Found(read(value)?),
        "change_log" => Response::ChangeLog(read(value)?),
        "fixes" => Response::Fixes(read(value)?),
        "plan" => Response::Plan(read(value)?),
        "files" => Response::Files { files: read(get(&value, "files"))? },
        "facts" => Response::Facts { records: read_as_text(&get(&value, "records"))? },
        "platform" => Response::Platform(read(value)?),
        "delivered" => Response::Delivered(read(value)?),
        "verified" => Response::Verified(read(value)?),
        "tables" => Response::Tables { sheets: read(get(&value, "sheets"))? },
        "own_template" => Response::OwnTemplate(read(value)?),
        "settings" => Response::Settings(read(value)?),
        "rules" => Response::Rules(read(value)?),
        "form" => Response::Form(read(value)?),
        "entry" => Response::Entry(read(value)?),
        "month" => Response::Month(read(value)?),
        "nothing" => Response::Nothing,
        "problem" => Response::Problem(read(value)?),
        other => return Err(serde_wasm_bindgen::Error::new(format!("no answer is called {other:?}"))),
    })
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
                response: Box::new(answer(get(message, "response"))?),
                bytes: buffers(&get(message, "bytes")),
            },
            "reading" => Self::Reading(number("index") as usize),
            "progress" => Self::Progress(serde_wasm_bindgen::from_value(get(message, "progress"))?),
            "judged" => Self::Judged,
            _ => Self::Trap(get(message, "text").as_string().unwrap_or_default()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use precheck_session::api::{
        Address, ChangeLogView, ChangedView, DetailView, Facts, FileView, FixesView, FoundView, GroupsView,
        ItemsView, MonthView, Overview, PlainSheet, PlatformView, ProblemView, RowsView,
    };
    use wasm_bindgen_test::wasm_bindgen_test;

    fn detail() -> DetailView {
        let text = |text: &str| text.to_owned();
        DetailView {
            address: Address { table: 0, row: Some(3), field: text("name"), rule: text("name-blank") },
            code: text("N01"),
            severity: text("error"),
            severity_label: text("错误"),
            dimension: text("completeness"),
            dimension_label: text("完整性"),
            title: text("名称为空"),
            field_label: text("名称"),
            sheet: text("表一"),
            number: Some(5),
            message: text("「名称」为空"),
            why: String::new(),
            how: text("填写名称"),
            basis: vec![(text("办法"), text("应有名称"))],
            value: String::new(),
            fix: text("suggested"),
            changes: vec![(text("name"), text("名称"), String::new(), text("甲"))],
            same_rule_fixes: 1,
            confirmed: None,
            can_confirm: false,
            place: 1,
            total: 4,
        }
    }

    #[wasm_bindgen_test]
    fn every_answer_is_read_as_it_was_written() {
        let answers = [
            Response::Overview(Box::default()),
            Response::Rows(RowsView::default()),
            Response::Position { position: None },
            Response::Position { position: Some(7) },
            Response::Groups(GroupsView::default()),
            Response::Items(ItemsView::default()),
            Response::Detail(Box::new(detail())),
            Response::Text { text: "甲".to_owned() },
            Response::Changed(Box::new(ChangedView {
                done: "修复".to_owned(),
                touched: 2,
                at: Some((0, 3, "name".to_owned())),
                overview: Overview::default(),
            })),
            Response::PastePlan(Box::default()),
            Response::Found(FoundView::default()),
            Response::ChangeLog(ChangeLogView::default()),
            Response::Fixes(FixesView::default()),
            Response::Plan(Box::default()),
            Response::Files { files: vec![FileView::default()] },
            Response::Facts { records: vec![Facts::default()] },
            Response::Platform(PlatformView::default()),
            Response::Delivered(Box::default()),
            Response::Verified(Box::default()),
            Response::Tables { sheets: vec![PlainSheet::default()] },
            Response::OwnTemplate(Box::default()),
            Response::Settings(Box::default()),
            Response::Rules(Box::default()),
            Response::Form(Box::default()),
            Response::Entry(Box::default()),
            Response::Month(MonthView::default()),
            Response::Nothing,
            Response::Problem(ProblemView {
                key: "no-row".to_owned(), message: "没有这一行".to_owned()
            }),
        ];
        for response in answers {
            // A new answer stops the compiler here: it belongs into the list above.
            match &response {
                Response::Overview(_)
                | Response::Rows(_)
                | Response::Position { .. }
                | Response::Groups(_)
                | Response::Items(_)
                | Response::Detail(_)
                | Response::Text { .. }
                | Response::Changed(_)
                | Response::PastePlan(_)
                | Response::Found(_)
                | Response::ChangeLog(_)
                | Response::Fixes(_)
                | Response::Plan(_)
                | Response::Files { .. }
                | Response::Facts { .. }
                | Response::Platform(_)
                | Response::Delivered(_)
                | Response::Verified(_)
                | Response::Tables { .. }
                | Response::OwnTemplate(_)
                | Response::Settings(_)
                | Response::Rules(_)
                | Response::Form(_)
                | Response::Entry(_)
                | Response::Month(_)
                | Response::Nothing
                | Response::Problem(_) => {}
            }
            let told = FromWorker::Answer { id: 3, response: Box::new(response.clone()), bytes: Vec::new() };
            let (message, _) = told.to_js().unwrap();
            let Ok(FromWorker::Answer { id: 3, response: read, .. }) = FromWorker::from_js(&message) else {
                panic!("{response:?} is not read");
            };
            assert_eq!(*read, response);
        }
    }

    #[wasm_bindgen_test]
    fn an_unknown_answer_is_refused() {
        assert!(answer(object(&[("type", "no such".into())])).is_err());
        assert!(answer(JsValue::UNDEFINED).is_err());
    }
}
