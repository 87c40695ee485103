//! A request as the worker gets it.
//!
//! The page writes requests and hands them on, from the log, a draft or a file, but never looks into one: what reads
//! them is a good part of the program, and only the worker needs it.

use precheck_session::api::{Request, Settings};
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

/// A request as JSON, the form in which it is posted to the worker, kept on shelves and written to files.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Change(Box<RawValue>);

impl PartialEq for Change {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

impl Change {
    /// A request.
    pub fn of(request: &Request) -> Result<Self, serde_json::Error> {
        to_raw_value(request).map(Self)
    }

    /// Its text.
    pub fn json(&self) -> &str {
        self.0.get()
    }

    /// The settings that it sets, if it is of this kind.
    pub fn settings(&self) -> Option<Settings> {
        /// As much of a request as is looked at.
        #[derive(Deserialize)]
        struct Configure<'j> {
            #[serde(rename = "type")]
            name: &'j str,
            #[serde(borrow)]
            settings: Option<&'j RawValue>,
        }
        let read: Configure<'_> = serde_json::from_str(self.json()).ok()?;
        if read.name != "configure" {
            return None;
        }
        serde_json::from_str(read.settings?.get()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Change;
    use precheck_session::api::{CellEdit, Request, Settings};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn settings_are_found_in_the_request_that_sets_them() {
        let settings = Settings { today: "2023-06-30".to_owned(), ..Settings::default() };
        let change = Change::of(&Request::Configure { settings: settings.clone() }).unwrap();
        assert_eq!(change.settings(), Some(settings));
        assert_eq!(Change::of(&Request::Undo).unwrap().settings(), None);
    }

    #[wasm_bindgen_test]
    fn a_kept_change_stays_as_it_is() {
        let edits = vec![CellEdit { row: 1, field: "name".to_owned(), text: "甲\"公司\n".to_owned() }];
        let request = Request::Edit { table: 0, edits };
        let change = Change::of(&request).unwrap();
        let kept = serde_json::to_string(&change).unwrap();
        assert_eq!(kept, serde_json::to_string(&request).unwrap());
        assert_eq!(serde_json::from_str::<Change>(&kept).unwrap(), change);
        assert_eq!(serde_json::from_str::<Request>(change.json()).unwrap(), request);
    }
}
