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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_cut_in_the_middle() {
        let forty: String = ('\u{4E00}'..).take(40).collect();
        assert_eq!(quote(&forty), forty);
        let longer: Vec<char> = ('\u{4E00}'..).take(41).collect();
        let (head, tail): (String, String) = (longer[..24].iter().collect(), longer[29..].iter().collect());
        assert_eq!(quote(&longer.iter().collect::<String>()), format!("{head}…{tail}"));
        assert_eq!(quote("甲\r\n乙"), "甲  乙");
    }
}
