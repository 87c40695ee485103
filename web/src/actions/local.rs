//! The organisation's settings and everything that is kept on this computer.

use std::collections::BTreeMap;

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::AttrValue;

use super::Actions;
use crate::services::store::{self, Changes, Shelf, StoreError};
use crate::services::{files, profile};
use crate::state::Action;
use crate::text_settings as words;

/// What a copy holds: everything but unfinished batches, whose files are of their own.
const COPIED: [Shelf; 7] = [
    Shelf::Profile,
    Shelf::Mappings,
    Shelf::Templates,
    Shelf::Ledger,
    Shelf::Lists,
    Shelf::Pushes,
    Shelf::Meta,
];

/// A copy of what is kept.
#[derive(Serialize, Deserialize)]
struct Copy {
    /// Names the format, with its version.
    precheck_backup: u32,
    /// Values by shelf and key.
    shelves: BTreeMap<String, BTreeMap<String, Value>>,
}

async fn copy() -> Result<Copy, StoreError> {
    let mut shelves = BTreeMap::new();
    for shelf in COPIED {
        let values = store::all::<Value>(shelf).await?.into_iter().collect();
        shelves.insert(shelf.name().to_owned(), values);
    }
    Ok(Copy { precheck_backup: 1, shelves })
}

impl Actions {
    /// Takes settings and judges anew; what is wrong with them.
    pub async fn save_settings(&self, text: String) -> Result<(), AttrValue> {
        let said = words::SAVED.get(self.lang()).to_owned();
        self.take_profile(text, said).await.map_err(|fault| fault.to_string().into())
    }

    /// Judges with another profile; what is wrong with it.
    async fn judge_with(&self, profile: String) -> Result<(), AttrValue> {
        let settings = profile::with(&self.state().settings, profile);
        self.configure_now(settings).await.map_err(|fault| fault.to_string().into())
    }

    /// Takes the settings beside the page, or the built-in ones, and judges anew.
    pub async fn restore_settings(&self) -> Result<(), AttrValue> {
        let words_of = |error: StoreError| AttrValue::from(error.text(self.lang()));
        let site = profile::site().await;
        self.judge_with(site).await?;
        profile::forget().await.map_err(words_of)?;
        self.show(Action::Toast(words::RESTORED.get(self.lang()).to_owned(), false));
        Ok(())
    }

    /// Saves a copy of what is kept.
    pub fn backup(&self) {
        let me = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let saved = match copy().await {
                Ok(copy) => {
                    let text = serde_json::to_vec_pretty(&copy).unwrap_or_default();
                    let name = format!("{}_{}.json", words::BACKUP.get(me.lang()), me.state().settings.today);
                    let bytes = Uint8Array::from(text.as_slice()).buffer();
                    files::save(&name, "application/json", &bytes)
                        .map_err(|_| crate::text_drafts::NOT_SAVED.get(me.lang()).to_owned())
                }
                Err(error) => Err(error.text(me.lang())),
            };
            if let Err(why) = saved {
                me.show(Action::Toast(why, false));
            }
        });
    }

    /// Takes a copy back; what lies under other keys stays.
    pub async fn restore_backup(&self, file: File) -> Result<(), AttrValue> {
        let none = || AttrValue::from(words::NO_BACKUP.get(self.lang()));
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        let text = text.ok_or_else(none)?;
        let copy: Copy = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).map_err(|_| none())?;
        let mut changes = Changes::new();
        for shelf in COPIED {
            for (key, value) in copy.shelves.get(shelf.name()).into_iter().flatten() {
                changes = changes.put(shelf, key, value).map_err(|_| none())?;
            }
        }
        changes.keep().await.map_err(|error| AttrValue::from(error.text(self.lang())))?;
        crate::services::ledger::read().await;
        let kept = profile::kept().await;
        self.judge_with(kept).await?;
        self.show(Action::Toast(words::BACKUP_RESTORED.get(self.lang()).to_owned(), false));
        Ok(())
    }

    /// Clears everything that is kept on this computer; what is open stays open.
    pub async fn clear_all(&self) -> Result<(), AttrValue> {
        store::clear_all().await.map_err(|error| AttrValue::from(error.text(self.lang())))?;
        crate::services::ledger::forget();
        crate::services::lists::type_in("");
        self.recorder.release();
        crate::services::theme::Theme::forget();
        crate::services::columns::forget();
        let site = profile::site().await;
        self.judge_with(site).await?;
        self.show(Action::Toast(words::CLEARED.get(self.lang()).to_owned(), false));
        Ok(())
    }
}
