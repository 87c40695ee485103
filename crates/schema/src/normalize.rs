//! The normalised value of a cell: what rules judge and exports write. The record itself stays as typed.
//!
//! Invisible characters are dropped and the ends trimmed everywhere; identifiers, numbers, codes, dates and
//! amounts are folded to half width without inner white space; identifiers are upper-cased; document numbers
//! get 〔〕 around their year; dates become `yyyy-MM-dd`; amounts in 元 become 万元. Other text keeps its width.
//! A text that cannot be read as its type keeps its folded form, so that rules can say what is wrong with it.

use std::borrow::Cow;

use crate::amount::read_decimal;
use crate::codes::CodeList;
use crate::date::{DateForm, LONG_TERM, LONG_TERM_WORDS, iso, read_date, without_stray_space};
use crate::document_no;
use crate::field::{FieldKey, FieldType};
use crate::fold::{
    fold_all, fold_width, is_invisible, is_mongolian, is_name_character, is_space, without_space,
};
use crate::grid::CellKind;

/// The unit that a header names behind its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// None.
    #[default]
    None,
    /// (元): amounts count yuan, not 万元.
    Yuan,
    /// (万元).
    TenThousandYuan,
    /// (年): a bare number in 公示期限 counts years.
    Years,
}

/// The normalised value of a cell of `field`.
pub fn normalize(field: FieldKey, text: &str, kind: CellKind, unit: Unit, date_1904: bool) -> Cow<'_, str> {
    let clean = clean(text);
    if clean.is_empty() {
        return Cow::Borrowed("");
    }
    match field.ty() {
        FieldType::Text if field == FieldKey::EnterpriseName => then(clean, without_space_between_cjk),
        FieldType::Text | FieldType::LongText | FieldType::Authority => clean,
        FieldType::Uscc | FieldType::RegistrationNo => then(clean, identifier),
        FieldType::DocumentNo => then(clean, document_number),
        FieldType::Code(_) => then(clean, compact),
        FieldType::Codes(list) => then(clean, |s| codes(s, list.list())),
        FieldType::Date => then(clean, |s| date(s, kind, date_1904)),
        FieldType::DateOrLongTerm => then(clean, |s| {
            if LONG_TERM_WORDS.contains(&&*fold_all(s)) {
                Cow::Borrowed(LONG_TERM)
            } else {
                date(s, kind, date_1904)
            }
        }),
        FieldType::PublicityPeriod => then(clean, |s| {
            let folded = fold_width(s);
            let bare = folded.len() <= 3 && folded.bytes().all(|b| b.is_ascii_digit());
            if unit == Unit::Years && bare { Cow::Owned(format!("{folded}年")) } else { Cow::Borrowed(s) }
        }),
        FieldType::Amount => then(clean, |s| amount(s, unit)),
    }
}

/// Drops the characters of rule A020 and trims the ends.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        if text.bytes().all(|b| (0x20..0x7F).contains(&b)) {
            return Cow::Borrowed(text.trim_matches(' '));
        }
    } else if !text.bytes().fold(false, |found, byte| found | starts_hidden(byte)) {
        return Cow::Borrowed(text.trim_matches(is_space));
    }
    if !text.chars().any(|c| is_invisible(c) || is_contextual(c)) {
        return Cow::Borrowed(text.trim_matches(is_space));
    }
    let visible = without_invisible(text);
    Cow::Owned(visible.trim_matches(is_space).to_owned())
}

/// Whether a byte of UTF-8 starts some character that is invisible or a no-break space (and others): most Chinese
/// text has none of them.
const fn starts_hidden(byte: u8) -> bool {
    matches!(byte, 0..0x20 | 0x7F | 0xC2 | 0xD8 | 0xE1 | 0xE2 | 0xEF)
}

/// NBSP becomes a space; U+180B–180F and U+202F stay beside Mongolian letters only.
const fn is_contextual(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{180B}'..='\u{180F}' | '\u{202F}')
}

/// A text without the characters that rule A020 drops; a no-break space becomes a space.
pub fn without_invisible(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, &c) in characters.iter().enumerate() {
        match c {
            '\u{A0}' => out.push(' '),
            c if !is_dropped(&characters, at) => out.push(c),
            _ => {}
        }
    }
    out
}

/// How many selectors and spaces may stand between a selector and its letter; without a bound a text of nothing but
/// selectors would take the square of its length.
const NEAR: usize = 64;

/// Whether rule A020 drops a character of a text: it is invisible, and no selector that shapes the Mongolian
/// letter beside it. Other selectors may stand between, and white space, which rule A022 might drop first. The
/// no-break space is another matter.
pub fn is_dropped(characters: &[char], at: usize) -> bool {
    let is_selector = |c: char| matches!(c, '\u{180B}'..='\u{180F}' | '\u{202F}');
    if !is_selector(characters[at]) {
        return is_invisible(characters[at]);
    }
    let is_between = |c: &&char| is_selector(**c) || is_space(**c);
    let before = characters[..at].iter().rev().take(NEAR).find(|c| !is_between(c));
    let after = characters[at + 1..].iter().take(NEAR).find(|c| !is_between(c));
    !before.into_iter().chain(after).any(|&c| is_mongolian(c))
}

/// Applies a step that borrows from its input to a value that may be owned.
fn then<'a>(value: Cow<'a, str>, step: impl for<'s> Fn(&'s str) -> Cow<'s, str>) -> Cow<'a, str> {
    match value {
        Cow::Borrowed(text) => step(text),
        Cow::Owned(text) => Cow::Owned(step(&text).into_owned()),
    }
}

fn compact(text: &str) -> Cow<'_, str> {
    match fold_width(text) {
        Cow::Borrowed(text) => without_space(text),
        Cow::Owned(text) => Cow::Owned(without_space(&text).into_owned()),
    }
}

/// Values of a list that only white space parts get a comma between them.
fn codes<'a>(text: &'a str, list: &CodeList) -> Cow<'a, str> {
    if !text.contains(char::is_whitespace) {
        return fold_width(text);
    }
    let text = fold_width(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for value in list.split(&text) {
        let start = value.as_ptr() as usize - text.as_ptr() as usize;
        let between = without_space(&text[at..start]);
        out.push_str(if between.is_empty() && at > 0 { "," } else { &between });
        out.push_str(&without_space(value));
        at = start + value.len();
    }
    out.push_str(&without_space(&text[at..]));
    Cow::Owned(out)
}

fn identifier(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    let mut text = compact(text).into_owned();
    text.make_ascii_uppercase();
    Cow::Owned(text)
}

fn document_number(text: &str) -> Cow<'_, str> {
    let text = compact(text);
    match document_no::read(&text) {
        Some(number) if !number.has_standard_brackets() => Cow::Owned(number.with_standard_brackets()),
        _ => text,
    }
}

fn date(text: &str, kind: CellKind, date_1904: bool) -> Cow<'_, str> {
    // A true date cell says its date whatever its epoch, and so does a text that merely looks like a serial.
    let date_1904 = date_1904 && matches!(kind, CellKind::Number);
    if let Some(read) = read_date(text, date_1904) {
        return if read.form == DateForm::Iso { Cow::Borrowed(text) } else { Cow::Owned(iso(read.date)) };
    }
    let tidy = without_stray_space(text);
    match read_date(&tidy, date_1904) {
        Some(read) => Cow::Owned(iso(read.date)),
        None => Cow::Owned(fold_width(&tidy).into_owned()),
    }
}

fn amount(text: &str, unit: Unit) -> Cow<'_, str> {
    let text = compact(text);
    if unit != Unit::Yuan {
        return text;
    }
    match read_decimal(&text).and_then(crate::amount::DecimalRead::as_yuan) {
        Some(amount) => Cow::Owned(amount.to_wan()),
        None => text,
    }
}

/// Drops white space between two CJK characters (brackets and points of names count as such).
fn without_space_between_cjk(text: &str) -> Cow<'_, str> {
    if !text.contains(is_space) {
        return Cow::Borrowed(text);
    }
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < characters.len() {
        if !is_space(characters[at]) {
            out.push(characters[at]);
            at += 1;
            continue;
        }
        let end = (at..characters.len()).find(|&i| !is_space(characters[i])).unwrap_or(characters.len());
        let before =
            at.checked_sub(1).and_then(|i| characters.get(i)).copied().is_some_and(is_name_character);
        let after = characters.get(end).copied().is_some_and(is_name_character);
        if !(before && after) {
            out.extend(&characters[at..end]);
        }
        at = end;
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(field: FieldKey, text: &str) -> String {
        normalize(field, text, CellKind::Text, Unit::None, false).into_owned()
    }

    #[test]
    fn by_type() {
        for (field, text, expected) in [
            (FieldKey::EnterpriseName, "　奈曼旗 沙海\u{200B}酒店 ", "奈曼旗沙海酒店"),
            (FieldKey::EnterpriseName, "ABC （中国） 公司", "ABC （中国）公司"),
            (FieldKey::Uscc, "９１３５０１００m000100y43", "91350100M000100Y43"),
            (FieldKey::DocumentNo, "奈（消）行罚决字［2023］ 第 0007 号", "奈(消)行罚决字〔2023〕第0007号"),
            (FieldKey::DecisionDate, "2023年6月5日", "2023-06-05"),
            (FieldKey::DecisionDate, "2023-02-30", "2023-02-30"),
            (FieldKey::DecisionDate, "长期", "长期"),
            (FieldKey::ValidTo, "长 期", LONG_TERM),
            (FieldKey::FineAmount, " ０．５ ", "0.5"),
            (FieldKey::PenaltyContent, "罚款　（5000元）", "罚款　（5000元）"),
            (FieldKey::PenaltyContent, "罚款\u{A0}5000元\u{A0}", "罚款 5000元"),
            (FieldKey::PenaltyType, "警告， 罚款", "警告,罚款"),
            (FieldKey::PenaltyType, "警告 罚 款；", "警告,罚款;"),
            (FieldKey::DecisionDate, "2023-06-0 5", "2023-06-05"),
            (FieldKey::DecisionDate, "2023-06-1 5", "2023-06-1 5"),
            (FieldKey::Handler, "甲 乙", "甲 乙"),
            (FieldKey::Remark, " \u{200B}\u{A0} ", ""),
        ] {
            assert_eq!(value(field, text), expected, "{field}: {text}");
        }
    }

    #[test]
    fn units_of_headers() {
        let yuan = normalize(FieldKey::FineAmount, "5000", CellKind::Number, Unit::Yuan, false);
        assert_eq!(yuan, "0.5");
        let years = normalize(FieldKey::PublicityPeriod, "3", CellKind::Number, Unit::Years, false);
        assert_eq!(years, "3年");
        for typed in ["2023", "三", "1年"] {
            let kept = normalize(FieldKey::PublicityPeriod, typed, CellKind::Text, Unit::Years, false);
            assert_eq!(kept, typed, "no bare number of years");
        }
        assert_eq!(value(FieldKey::PublicityPeriod, "3"), "3");
    }

    #[test]
    fn every_hidden_character_starts_with_a_byte_that_is_looked_for() {
        for c in ('\0'..=char::MAX).filter(|&c| is_invisible(c) || is_contextual(c)) {
            let mut bytes = [0; 4];
            assert!(starts_hidden(c.encode_utf8(&mut bytes).as_bytes()[0]), "{c:?}");
        }
    }

    #[test]
    fn mongolian_selectors_stay() {
        let name = "ᠨᠠᠢᠮᠠᠨ\u{180E}ᠠ ᠬᠣᠰᠢᠭᠤ";
        assert_eq!(value(FieldKey::EnterpriseName, name), name);
        assert_eq!(value(FieldKey::EnterpriseName, "甲\u{202F}乙"), "甲乙");
        assert_eq!(value(FieldKey::EnterpriseName, "\u{180B}甲"), "甲");
        assert_eq!(value(FieldKey::EnterpriseName, "ᠨ\u{180B}\u{180E}ᠠ"), "ᠨ\u{180B}\u{180E}ᠠ");
        assert_eq!(value(FieldKey::EnterpriseName, "甲\u{180E}\u{180E}乙"), "甲乙");
    }

    #[test]
    fn serials_count_from_the_epoch_of_the_workbook() {
        let from_1904 = normalize(FieldKey::DecisionDate, "43469", CellKind::Number, Unit::None, true);
        assert_eq!(from_1904, "2023-01-05");
        let as_text = normalize(FieldKey::DecisionDate, "44931", CellKind::Text, Unit::None, true);
        assert_eq!(as_text, "2023-01-05", "a text has no epoch");
        assert_eq!(value(FieldKey::DecisionDate, "44931"), "2023-01-05");
    }
}
