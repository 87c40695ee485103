//! The organisation's settings from one visit to the next: those of this computer over those that the unit's
//! administrator put beside the page, over the built-in ones.

use js_sys::{Promise, Reflect};
use precheck_session::api::{Settings, SettingsView};
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::store::{self, Shelf, StoreError};

/// Key of the profile of this computer.
const OWN: &str = "profile";
/// Key of the last profile that lay beside the page, for times without a network.
const SITE: &str = "site-profile";
/// Name under which the page's start leaves the promise of what lies beside the page.
const HELD: &str = "precheckProfile";
/// Days for which drafts are kept where no profile says otherwise.
const DRAFT_DAYS: u32 = 30;

/// What lies beside the page; empty: nothing.
async fn beside() -> String {
    let Ok(promise) = Reflect::get(&js_sys::global(), &JsValue::from_str(HELD)) else { return String::new() };
    let Ok(promise) = promise.dyn_into::<Promise>() else { return String::new() };
    let text = JsFuture::from(promise).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
    let text = text.trim_start_matches('\u{FEFF}').trim();
    // The file as it is handed out says nothing.
    let says = serde_json::from_str::<Map<String, Value>>(text).is_ok_and(|fields| !fields.is_empty());
    if says { text.to_owned() } else { String::new() }
}

/// The profile of this visit as JSON; empty: the built-in one.
pub async fn kept() -> String {
    if let Ok(Some(own)) = store::get::<String>(Shelf::Profile, OWN).await {
        return own;
    }
    site().await
}

/// The profile beside the page, or what it was when it could be had last; empty: there is none.
pub async fn site() -> String {
    let now = beside().await;
    let before = store::get::<String>(Shelf::Meta, SITE).await.ok().flatten().unwrap_or_default();
    if now.is_empty() {
        return before;
    }
    if now != before {
        // Without it times without a network have the built-in one.
        let _ = store::put(Shelf::Meta, SITE, &now).await;
    }
    now
}

/// Keeps a profile for the next visit.
pub async fn keep(profile: &str) -> Result<(), StoreError> {
    store::put(Shelf::Profile, OWN, profile).await
}

/// Keeps none: the one beside the page holds again, or the built-in one.
pub async fn forget() -> Result<(), StoreError> {
    store::delete(Shelf::Profile, OWN).await
}

/// These settings with another profile.
pub fn with(settings: &Settings, profile: String) -> Settings {
    Settings { profile, ..settings.clone() }
}

/// The fields of the profile in use, which the worker has read and taken; `choices` holds it where the settings
/// name none.
pub fn in_use(settings: &Settings, choices: &SettingsView) -> Value {
    let own = settings.profile.trim();
    serde_json::from_str(if own.is_empty() { &choices.profile } else { own }).unwrap_or_default()
}

/// For how many days drafts are kept.
pub fn draft_days(profile: &str) -> u32 {
    let fields = serde_json::from_str::<Value>(profile).unwrap_or_default();
    fields["draft_days"].as_u64().map_or(DRAFT_DAYS, |days| days as u32)
}
