//! Files in and out of the browser.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use precheck_session::api::{Lang, Origin, Source, SourceOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::log::Loaded;
use crate::text;

/// How long the browser may take to start a download before its address is withdrawn, in ms.
const KEEP: u32 = 60_000;

/// Files as they are now: a later change on disk does not matter to a job that must be told again.
pub async fn load(lang: Lang, files: Vec<File>) -> Result<Vec<Loaded>, String> {
    let mut loaded = Vec::with_capacity(files.len());
    for file in files {
        let name = file.name();
        let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| text::not_read(lang, &name))?;
        let blob = Blob::new_with_u8_array_sequence(&Array::of1(&bytes))
            .map_err(|_| text::too_large(lang, &name))?;
        loaded.push(Loaded { source: source(name, Origin::File), blob: Some(blob) });
    }
    Ok(loaded)
}

/// A pasted text.
pub fn pasted(text: &str, name: &str) -> Option<Loaded> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text))).ok()?;
    Some(Loaded { source: source(name.to_owned(), Origin::Paste), blob: Some(blob) })
}

/// The built-in sample.
pub fn sample(name: &str) -> Loaded {
    Loaded { source: source(name.to_owned(), Origin::Sample), blob: None }
}

fn source(name: String, origin: Origin) -> Source {
    Source { name, origin, options: SourceOptions::default() }
}

/// Saves bytes as a file of this name.
pub fn save(name: &str, media_type: &str, bytes: &ArrayBuffer) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::new(bytes)), &kind)?;
    save_blob(name, &blob)
}

/// Saves what the browser holds already as a file of this name.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = gloo::utils::document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    gloo::timers::callback::Timeout::new(KEEP, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// Puts a text on the clipboard.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let clipboard = gloo::utils::window().navigator().clipboard();
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ())
}
