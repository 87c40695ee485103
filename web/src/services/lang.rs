//! The language of the page, kept from one visit to the next where the browser lets us.

use precheck_session::api::Lang;
use yew::prelude::*;

use super::place::Place;
use super::theme::storage;

const KEY: &str = "precheck-lang";

/// What `lang` says at the root of the document.
#[must_use]
pub fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}

/// The other language.
#[must_use]
pub fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    }
}

/// The language of the last visit; Chinese before the first.
#[must_use]
pub fn kept() -> Lang {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    [Lang::Zh, Lang::En].into_iter().find(|lang| kept.as_deref() == Some(tag(*lang))).unwrap_or_default()
}

/// Says it where the page stands.
pub fn show(lang: Lang, place: &Place) {
    if let Some(root) = place.themed() {
        let _ = root.set_attribute("lang", tag(lang));
    }
}

/// Keeps it for the next visit. Where storage is refused it holds for this one.
pub fn keep(lang: Lang) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, tag(lang));
    }
}

/// The language of what is drawn: that of the nearest `ContextProvider<Lang>`, Chinese where there is none.
#[hook]
pub fn use_lang() -> Lang {
    use_context::<Lang>().unwrap_or_default()
}
