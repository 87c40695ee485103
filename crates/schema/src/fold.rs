//! Folding of width, white space and case, for values and for comparisons.

use std::borrow::Cow;

/// A full-width form U+FF01–FF5E as its half-width character, the ideographic space as a space.
pub const fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(half) => half,
            None => c,
        },
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// White space that rule A022 knows, line breaks included.
pub const fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' ' | '\u{2000}'..='\u{200A}' | '\u{3000}')
}

/// A character that rule A020 drops wherever it stands: zero-width, byte order mark, soft hyphen,
/// bidirectional and control characters other than tab and line break. The no-break space is not among them,
/// it becomes a space; neither are the selectors that shape Mongolian letters, which depend on context.
pub const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{061C}')
}

/// A Mongolian letter, U+1800–18AF.
pub const fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1800}'..='\u{18AF}')
}

/// A CJK ideograph, 〇 included.
pub const fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' | '〇')
}

/// A character between two of which no white space stands in the name of an enterprise.
pub const fn is_name_character(c: char) -> bool {
    is_cjk(c) || matches!(c, '(' | ')' | '（' | '）' | '·' | '、')
}

/// A printable ASCII character or one of the usual ideographs: what nearly every text consists of, and no folding
/// touches but that of case.
pub(crate) const fn is_usual(c: char) -> bool {
    matches!(c, '!'..='~' | '\u{4E00}'..='\u{9FFF}')
}

/// Whether a text has nothing but printable ASCII, the usual ideographs and the punctuation beside the ideographic
/// space (、。〔〕): one look at its bytes tells most texts that no folding touches but that of case.
pub(crate) fn is_usual_text(text: &str, with_capitals: bool) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b'A'..=b'Z' if !with_capitals => return false,
            b'!'..=b'~' => 1,
            // U+5000 to U+9FFF, and the end of the block before.
            0xE5..=0xE9 => 3,
            0xE4 if bytes[at + 1] >= 0xB8 => 3,
            // U+3001 to U+303F.
            0xE3 if bytes[at + 1] == 0x80 && bytes[at + 2] > 0x80 => 3,
            _ => return false,
        };
    }
    true
}

/// Folds full-width forms and the ideographic space, leaves the rest.
pub fn fold_width(text: &str) -> Cow<'_, str> {
    if is_usual_text(text, true) || text.chars().all(|c| is_usual(c) || half_width(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(half_width).collect())
}

/// Folds width and case and drops white space and invisible characters: for comparing words.
pub fn fold_all(text: &str) -> Cow<'_, str> {
    let plain = |c: char| match c {
        'A'..='Z' => false,
        c if is_usual(c) => true,
        c => half_width(c) == c && !c.is_whitespace() && !is_invisible(c),
    };
    if is_usual_text(text, false) || text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let folded = text.chars().map(half_width).filter(|c| !c.is_whitespace() && !is_invisible(*c));
    Cow::Owned(folded.map(|c| c.to_ascii_lowercase()).collect())
}

/// Drops every white space.
pub fn without_space(text: &str) -> Cow<'_, str> {
    if !is_usual_text(text, true) && text.contains(char::is_whitespace) {
        Cow::Owned(text.chars().filter(|c| !c.is_whitespace()).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_texts_are_those_that_folding_leaves() {
        // Every character of the basic plane, alone and between others.
        for c in (0..=0xFFFFu32).filter_map(char::from_u32) {
            let text = format!("奈{c}1");
            if is_usual_text(&text, true) {
                assert!(half_width(c) == c && !c.is_whitespace() && !is_invisible(c), "{:x}", c as u32);
            }
            if is_usual_text(&text, false) {
                assert!(!c.is_ascii_uppercase(), "{c}");
            }
            if is_usual(c) {
                assert!(is_usual_text(&text, true), "{c}");
            }
        }
        assert!(is_usual_text("奈(消)行罚决字〔2023〕第0007号", false) && is_usual_text("", false));
    }

    #[test]
    fn width_and_case() {
        assert_eq!(fold_width("（２０２３）　Ａ"), "(2023) A");
        assert!(matches!(fold_width("奈曼旗"), Cow::Borrowed(_)));
        assert_eq!(fold_all(" ＸＸ\u{200B}x "), "xxx");
        assert_eq!(without_space("1 2\t3"), "123");
    }
}
