//! 文号: numbers of decisions, as the fire service and its forms write them.
//!
//! The shape is agency prefix, kind word, 字, year in brackets, 第, serial number, 号:
//! 奈(消)行罚决字〔2023〕第0007号. GB/T 9704 writes 〔〕 and neither 第 nor leading zeros; law documents have both,
//! and the paper document decides.

use crate::fold::{half_width, is_invisible};
use crate::kind::Kind;

/// Words of documents that are no penalty decision.
const NOT_A_PENALTY: [&str; 9] = ["责改", "责令", "立", "检查", "询", "安检", "许", "封", "不予"];

/// Words of documents that are no licence.
const NOT_A_LICENSE: [&str; 3] = ["罚", "责改", "立"];

/// A document number taken apart. Offsets are bytes of the text that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentNo<'a> {
    text: &'a str,
    bracket_at: usize,
    year_at: usize,
    close_at: usize,
    after_close: usize,
    /// Year in the brackets.
    pub year: i32,
    /// Serial number without its leading zeros; none where no run of 1 to 12 digits follows the year.
    pub serial: Option<u64>,
    /// Whether the number ends in 号.
    pub ends_in_hao: bool,
}

// Matches, not lists: every character of every number is asked.

const fn is_opening(c: char) -> bool {
    matches!(
        c,
        '〔' | '['
            | '［'
            | '【'
            | '('
            | '（'
            | '〖'
            | '{'
            | '｛'
            | '<'
            | '＜'
            | '《'
            | '〈'
            | '〘'
            | '❲'
            | '﹝'
            | '︹'
            | '⟦'
    )
}

const fn is_closing(c: char) -> bool {
    matches!(
        c,
        '〕' | ']'
            | '］'
            | '】'
            | ')'
            | '）'
            | '〗'
            | '}'
            | '｝'
            | '>'
            | '＞'
            | '》'
            | '〉'
            | '〙'
            | '❳'
            | '﹞'
            | '︺'
            | '⟧'
    )
}

/// The brackets around the year of a number as typed, each with its byte offset. Unlike [`read`] this looks
/// through white space, full-width digits and invisible characters.
pub fn year_brackets(text: &str) -> Option<[(usize, char); 2]> {
    for (at, open) in text.char_indices().filter(|(_, c)| is_opening(*c)) {
        let mut digits = 0;
        let rest = text[at..].char_indices().skip(1);
        // Selectors of Mongolian letters shape nothing beside a digit: normalising drops them.
        let is_hidden =
            |c: char| c.is_whitespace() || is_invisible(c) || matches!(c, '\u{180B}'..='\u{180F}');
        for (offset, c) in rest.filter(|&(_, c)| !is_hidden(c)) {
            if half_width(c).is_ascii_digit() {
                digits += 1;
            } else if digits == 4 && is_closing(c) {
                return Some([(at, open), (at + offset, c)]);
            } else {
                break;
            }
        }
    }
    None
}

/// What stands between the agency prefix with 消 or (消) and 字 (or the year, where 字 is missing), such as
/// 行罚决 or 责改; none without 消. Give it a normalised number.
pub fn kind_word(text: &str) -> Option<&str> {
    if let Some(number) = read(text) {
        return number.kind_word();
    }
    let after = &text[text.find('消')? + '消'.len_utf8()..];
    let after = after.strip_prefix([')', '）']).unwrap_or(after);
    after.find('字').map(|end| &after[..end])
}

/// The word of a number that belongs to another kind of document than the decisions of this kind of records.
pub fn foreign_word(kind: Kind, value: &str) -> Option<&'static str> {
    let (foreign, starts): (&[&str], &[char]) = if kind == Kind::LicenseGrant {
        (&NOT_A_LICENSE, &['罚', '责', '立'])
    } else {
        (&NOT_A_PENALTY, &['责', '立', '检', '询', '安', '许', '封', '不'])
    };
    // Nearly every kind word can be told by its single characters.
    let word = kind_word(value).filter(|word| word.contains(starts))?;
    foreign.iter().find(|foreign| word.contains(*foreign)).copied()
}

/// Takes a number apart; none where no year of four digits stands in brackets. Give it the text with width
/// folded and white space dropped, as [`crate::normalize`] makes it.
pub fn read(text: &str) -> Option<DocumentNo<'_>> {
    let bytes = text.as_bytes();
    // Digits are looked for and not brackets: they are told by one byte.
    for year_at in 1..bytes.len().saturating_sub(4) {
        let digits = &bytes[year_at..year_at + 4];
        if bytes[year_at - 1].is_ascii_digit() || !digits.iter().all(u8::is_ascii_digit) {
            continue;
        }
        let Some(open) = text[..year_at].chars().next_back().filter(|c| is_opening(*c)) else { continue };
        let bracket_at = year_at - open.len_utf8();
        let close_at = year_at + 4;
        let Some(close) = text[close_at..].chars().next().filter(|c| is_closing(*c)) else { continue };
        let after_close = close_at + close.len_utf8();
        let rest = &text[after_close..];
        let ends_in_hao = rest.ends_with('号');
        let body = rest.strip_suffix('号').unwrap_or(rest);
        let body = body.strip_prefix('第').unwrap_or(body);
        let is_serial = (1..=12).contains(&body.len()) && body.bytes().all(|b| b.is_ascii_digit());
        return Some(DocumentNo {
            text,
            bracket_at,
            year_at,
            close_at,
            after_close,
            year: text[year_at..close_at].parse().ok()?,
            serial: if is_serial { body.parse().ok() } else { None },
            ends_in_hao,
        });
    }
    None
}

impl<'a> DocumentNo<'a> {
    /// What stands before the year, such as 奈(消)行罚决字.
    pub fn prefix(&self) -> &'a str {
        &self.text[..self.bracket_at]
    }

    /// What stands behind the year, such as 第0007号.
    pub fn suffix(&self) -> &'a str {
        &self.text[self.after_close..]
    }

    /// The brackets around the year as they stand, such as `[]`.
    pub fn brackets(&self) -> (&'a str, &'a str) {
        (&self.text[self.bracket_at..self.year_at], &self.text[self.close_at..self.after_close])
    }

    /// Whether the year stands in 〔〕.
    pub fn has_standard_brackets(&self) -> bool {
        self.brackets() == ("〔", "〕")
    }

    /// The same number with its year in 〔〕.
    pub fn with_standard_brackets(&self) -> String {
        format!("{}〔{}〕{}", self.prefix(), &self.text[self.year_at..self.close_at], self.suffix())
    }

    /// What stands between the agency prefix with 消 or (消) and 字: 行罚决, 安检, 责改 …; none without 消.
    pub fn kind_word(&self) -> Option<&'a str> {
        let prefix = self.prefix();
        let after = &prefix[prefix.find('消')? + '消'.len_utf8()..];
        let after = after.strip_prefix([')', '）']).unwrap_or(after);
        Some(after.strip_suffix('字').unwrap_or(after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_foreign_word_is_found() {
        for (kind, words) in [(Kind::Penalty, &NOT_A_PENALTY[..]), (Kind::LicenseGrant, &NOT_A_LICENSE[..])] {
            for word in words {
                let number = format!("奈消{word}字〔2023〕第0001号");
                assert_eq!(foreign_word(kind, &number), Some(*word));
            }
        }
    }

    #[test]
    fn numbers_as_they_occur() {
        for (text, kind, year, serial) in [
            ("兴消行罚决字〔2023〕第100066号", Some("行罚决"), 2023, Some(100_066)),
            ("顺(一)消行罚决字〔2023〕第100127号", Some("行罚决"), 2023, Some(100_127)),
            ("上(消)行罚决字[2020]11000020号", Some("行罚决"), 2020, Some(11_000_020)),
            ("秦山公(消)行罚决字(2018)0015号", Some("行罚决"), 2018, Some(15)),
            ("公(治)行罚决字〔2024〕001号", None, 2024, Some(1)),
            ("环处字[2016]0413号", None, 2016, Some(413)),
            ("奈消安检字〔2023〕第号", Some("安检"), 2023, None),
            ("奈消安检字〔2023〕第+7号", Some("安检"), 2023, None),
            ("奈消安检字〔2023〕123456789012号", Some("安检"), 2023, Some(123_456_789_012)),
            ("奈消安检字〔2023〕1234567890123号", Some("安检"), 2023, None),
        ] {
            let number = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((number.kind_word(), number.year, number.serial), (kind, year, serial), "{text}");
        }
    }

    #[test]
    fn brackets() {
        let number = read("奈(消)行罚决字【2023]第0007号").unwrap();
        assert_eq!(number.brackets(), ("【", "]"));
        assert_eq!(number.with_standard_brackets(), "奈(消)行罚决字〔2023〕第0007号");
        assert!(read("奈消行罚决字〔23〕第7号").is_none());
        assert!(read("奈消行罚决字2023第7号").is_none());
        for pair in ["[]", "［］", "【】", "()", "（）", "〖〗", "{}", "❲❳", "﹝﹞", "︹︺", "〈〉", "【]"]
        {
            let mut pair = pair.chars();
            let (open, close) = (pair.next().unwrap(), pair.next().unwrap());
            let typed = format!("顺(一)消行罚决字{open} ２０２3\u{200B}{close}第7号");
            let [found_open, found_close] = year_brackets(&typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!((found_open.1, found_close.1), (open, close));
            assert!(typed[found_open.0..].starts_with(open) && typed[found_close.0..].starts_with(close));
        }
        assert!(year_brackets("奈消行罚决字〔23〕第7号").is_none());
        assert!(year_brackets("奈消行罚决字〔20233〕第7号").is_none());
    }

    #[test]
    fn kind_words_without_a_year() {
        assert_eq!(kind_word("奈消责改字第12号"), Some("责改"));
        assert_eq!(kind_word("奈(消)行罚决字〔2023〕第0007号"), Some("行罚决"));
        assert_eq!(kind_word("奈消第12号"), None);
        assert_eq!(kind_word("环处字第12号"), None);
    }
}
