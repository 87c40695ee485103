//! Small helpers for the sentences of rules.

use precheck_schema::Lang;

use crate::privacy::mask;

/// The sentence of the language that is asked for, only that one made.
pub(crate) fn say(lang: Lang, zh: impl FnOnce() -> String, en: impl FnOnce() -> String) -> String {
    match lang {
        Lang::Zh => zh(),
        Lang::En => en(),
    }
}

/// A value for a sentence: personal numbers are masked, long ones are cut in the middle, line breaks become spaces.
pub(crate) fn quote(value: &str) -> String {
    let value = mask(value).replace(['\n', '\r'], " ");
    let count = value.chars().count();
    if count <= 40 {
        return value;
    }
    let head: String = value.chars().take(24).collect();
    let tail: String = value.chars().skip(count - 12).collect();
    format!("{head}…{tail}")
}
