//! The characters of a text as a reader sees them: width folded, invisible ones left out, each with its place.

use std::borrow::Cow;

use precheck_schema::fold::{fold_all, half_width, is_invisible, is_space};

/// A visible character with its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visible {
    /// The character at half width; digits of mathematical alphabets as ASCII digits.
    pub(crate) folded: char,
    /// Its first byte in the text.
    pub(crate) start: usize,
    /// The byte after it.
    pub(crate) end: usize,
    /// Whether white space that was left out stands before it.
    pub(crate) set_apart: bool,
}

/// The visible characters of a text, white space included.
pub(crate) fn visible(text: &str) -> Vec<Visible> {
    let characters = text.char_indices().filter(|(_, c)| !is_invisible(*c));
    characters
        .map(|(start, c)| Visible { folded: fold(c), start, end: start + c.len_utf8(), set_apart: false })
        .collect()
}

/// The visible characters of a text that are no white space.
pub(crate) fn inked(text: &str) -> Vec<Visible> {
    let mut set_apart = false;
    let mut characters = Vec::with_capacity(text.len() / 2);
    for character in visible(text) {
        if is_white(character.folded) {
            set_apart = true;
        } else {
            characters.push(Visible { set_apart, ..character });
            set_apart = false;
        }
    }
    characters
}

/// Width and case folded, white space and semicolons left out: words that a line break cuts, or the semicolon that
/// was written for one, are whole.
pub(crate) fn fold_words(text: &str) -> Cow<'_, str> {
    let folded = fold_all(text);
    if folded.contains(';') { Cow::Owned(folded.replace(';', "")) } else { folded }
}

/// The characters of a stretch as a string.
pub(crate) fn string(text: &[Visible]) -> String {
    text.iter().map(|c| c.folded).collect()
}

/// Half width, and the digits of mathematical alphabets as plain ones.
pub(crate) fn fold(c: char) -> char {
    match c {
        '\u{1D7CE}'..='\u{1D7FF}' => char::from(b'0' + ((c as u32 - 0x1D7CE) % 10) as u8),
        '￥' => '¥',
        _ => half_width(c),
    }
}

/// White space of any width, line breaks and no-break spaces included.
pub(crate) const fn is_white(c: char) -> bool {
    is_space(c) || matches!(c, '\u{A0}' | '\u{202F}' | '\u{205F}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn digits_of_every_mathematical_alphabet() {
        for (at, c) in ('\u{1D7CE}'..='\u{1D7FF}').enumerate() {
            assert_eq!(fold(c).to_digit(10), Some(at as u32 % 10), "{c}");
        }
        assert_eq!((fold('５'), fold('￥')), ('5', '¥'));
    }
}
