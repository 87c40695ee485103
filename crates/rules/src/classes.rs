//! Which classes of characters a text holds, found in one pass: most rules need not look at most texts.

use precheck_schema::fold::{half_width, is_invisible, is_space};

/// A set of character classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u16);

impl Classes {
    /// White space that is neither at the ends nor a line break, or anything at the ends.
    pub const SPACE: Self = Self(1);
    /// Invisible characters, no-break spaces and the selectors that shape Mongolian letters.
    pub const INVISIBLE: Self = Self(1 << 1);
    /// Full-width forms U+FF01–FF5E.
    pub const FULL_WIDTH: Self = Self(1 << 2);
    /// ASCII or full-width digits.
    pub const DIGIT: Self = Self(1 << 3);
    /// ASCII letters.
    pub const LETTER: Self = Self(1 << 4);
    /// ASCII characters that are neither letters, digits nor white space, and their full-width forms.
    pub const SYMBOL: Self = Self(1 << 5);
    /// Line breaks.
    pub const LINE_BREAK: Self = Self(1 << 6);
    /// U+FFFD, private use, Latin letters that stand for wrongly decoded bytes, and the first
    /// characters of the usual marks of a wrong decoding, such as 锟.
    pub const STRANGE: Self = Self(1 << 7);
    /// At least eleven digits, full-width ones included, wherever they stand.
    pub const MANY_DIGITS: Self = Self(1 << 8);
    /// Anything beyond ASCII.
    pub const WIDE: Self = Self(1 << 9);
    /// Digits of other scripts and numerals that NFKC folds to digits (① is none, 𝟏 is one).
    pub const OTHER_DIGIT: Self = Self(1 << 10);

    /// The classes of a text.
    pub fn of(text: &str) -> Self {
        let mut set = 0u16;
        let mut digits = 0u32;
        for c in text.chars() {
            if c.is_ascii() {
                set |= ASCII[c as usize];
                digits += u32::from(c.is_ascii_digit());
                continue;
            }
            if ('\u{4E00}'..='\u{9FFF}').contains(&c) {
                set |= Self::WIDE.0;
                if matches!(c, '锟' | '烫' | '鏈' | '娑' | '濂' | '缃') {
                    set |= Self::STRANGE.0;
                }
                continue;
            }
            set |= of_char(c);
            digits += u32::from(matches!(half_width(c), '0'..='9' | '\u{1D7CE}'..='\u{1D7FF}'));
        }
        if digits >= 11 {
            set |= Self::MANY_DIGITS.0;
        }
        Self(set)
    }

    /// Whether one of the classes of `other` is in the set.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The classes of each ASCII character.
const ASCII: [u16; 128] = {
    let mut classes = [0; 128];
    let mut c = 0;
    while c < classes.len() {
        classes[c] = of_char(c as u8 as char);
        c += 1;
    }
    classes
};

/// The classes of one character that is none of the usual ideographs.
const fn of_char(c: char) -> u16 {
    let half = half_width(c);
    let class = match half {
        '0'..='9' => Classes::DIGIT.0,
        'A'..='Z' | 'a'..='z' => Classes::LETTER.0,
        '\n' | '\r' => Classes::LINE_BREAK.0 | Classes::SPACE.0,
        '!'..='~' => Classes::SYMBOL.0,
        c if is_space(c) => Classes::SPACE.0,
        '\u{A0}' | '\u{180B}'..='\u{180F}' | '\u{202F}' => Classes::INVISIBLE.0,
        c if is_invisible(c) => Classes::INVISIBLE.0,
        '\u{FFFD}'
        | '\u{E000}'..='\u{F8FF}'
        | '\u{C0}'..='\u{FF}'
        | '\u{20AC}'
        | '\u{2122}'
        | '\u{F0000}'..='\u{10FFFF}' => Classes::STRANGE.0,
        '\u{1D7CE}'..='\u{1D7FF}' => Classes::OTHER_DIGIT.0,
        _ => 0,
    };
    let full_width = if half as u32 != c as u32 && c != '\u{3000}' { Classes::FULL_WIDTH.0 } else { 0 };
    let wide = if c.is_ascii() { 0 } else { Classes::WIDE.0 };
    class | full_width | wide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        assert_eq!(Classes::of("奈曼旗"), Classes::WIDE);
        assert!(Classes::of("罚款 5000 元").any(Classes::SPACE));
        assert!(!Classes::of("罚款5000元").any(Classes::SPACE.or(Classes::FULL_WIDTH)));
        assert!(Classes::of("１３８００００００００").any(Classes::MANY_DIGITS));
        assert!(Classes::of("a\u{200B}").any(Classes::INVISIBLE));
        for text in ["锟斤拷", "Ã", "\u{E000}"] {
            assert!(Classes::of(text).any(Classes::STRANGE), "{text}");
        }
        assert!(Classes::of("甲\n乙").any(Classes::LINE_BREAK));
    }
}
