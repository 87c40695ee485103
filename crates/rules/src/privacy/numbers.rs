//! Resident ids, mobile numbers and bank cards: how they look, and what only looks like them.

use precheck_schema::date::Date;
use precheck_schema::uscc;

use super::scan::{Run, is_dash, is_gap, runs};
use crate::visible::{Visible, visible};

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberKind {
    /// Resident id of 18 characters (GB 11643-1999), also the permanent residence permit of foreigners, or of
    /// 15 digits.
    ResidentId,
    /// Mobile number of mainland China.
    Mobile,
    /// Bank card or account number with a Luhn check digit.
    BankCard,
}

impl NumberKind {
    /// The number with its middle hidden, such as `150525********1234`.
    pub fn masked(self, digits: String) -> String {
        let (head, tail) = match (self, digits.len()) {
            (Self::ResidentId, 15) => (6, 3),
            (Self::ResidentId, _) => (6, 4),
            (Self::Mobile, _) => (3, 4),
            (Self::BankCard, _) => (4, 4),
        };
        let hidden = digits.len().saturating_sub(head + tail);
        format!("{}{}{}", &digits[..head], "*".repeat(hidden), &digits[head + hidden..])
    }
}

/// A number that was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// What it is.
    pub kind: NumberKind,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Its digits alone, at half width.
    digits: String,
}

impl Number {
    /// The number with its middle hidden, such as `138****1234`.
    pub fn masked(&self) -> String {
        self.kind.masked(self.digits.clone())
    }
}

/// The resident ids, mobile numbers and bank cards of a text, in order, none inside another.
///
/// Width, white space, dashes, line breaks and invisible characters inside a number are looked through. A number
/// starts and ends where its digits are set apart: the eleven digits inside a longer number are none. Numbers of
/// documents (〔2020〕…号), valid 统一社会信用代码 and 注册号 are none.
pub fn find(text: &str) -> Vec<Number> {
    if !super::scan::has_many_digits(text) {
        return Vec::new();
    }
    let text = visible(text);
    let mut found = Vec::new();
    for run in runs(&text) {
        let mut piece = 0;
        while piece < run.starts.len() {
            match longest(&text, &run, piece) {
                Some((number, next)) => {
                    found.push(number);
                    piece = next;
                }
                None => piece += 1,
            }
        }
    }
    found
}

/// A stretch of whole pieces of a run.
struct Candidate<'t> {
    text: &'t [Visible],
    /// Its digits, an X behind them included.
    digits: String,
    /// Lengths of its pieces.
    pieces: Vec<usize>,
    /// Positions of its first and last character among the visible ones.
    first: usize,
    last: usize,
    /// Whether a dash stands between two of its digits.
    dashed: bool,
    /// Whether a semicolon does: two numbers side by side, or a line break that was replaced.
    listed: bool,
}

/// The best number that starts with a piece of a run, and the piece after it.
fn longest(text: &[Visible], run: &Run, piece: usize) -> Option<(Number, usize)> {
    let mut best = None;
    let mut pieces = Vec::new();
    for end in piece + 1..=run.starts.len() {
        let from = run.starts[piece];
        let to = run.starts.get(end).copied().unwrap_or(run.at.len());
        pieces.push(to - run.starts[end - 1]);
        if to - from > 19 {
            break;
        }
        let (first, mut last) = (run.at[from], run.at[to - 1]);
        let mut digits: String = run.at[from..to].iter().map(|&at| text[at].folded).collect();
        if digits.len() == 17
            && end == run.starts.len()
            && let Some(x) = check_x(text, last)
        {
            digits.push('X');
            last = x;
        }
        let dashed = text[first..last].iter().any(|c| is_dash(c.folded));
        let listed = text[first..last].iter().any(|c| c.folded == ';');
        let candidate = Candidate { text, digits, pieces: pieces.clone(), first, last, dashed, listed };
        if let Some(kind) = candidate.kind() {
            let Candidate { digits, .. } = candidate;
            let rank = (kind == NumberKind::ResidentId, to - from);
            if best.as_ref().is_none_or(|(other, _, _)| rank > *other) {
                let number = Number { kind, start: text[first].start, end: text[last].end, digits };
                best = Some((rank, number, end));
            }
        }
    }
    best.map(|(_, number, next)| (number, next))
}

/// The position of an X that ends an id of 17 digits.
fn check_x(text: &[Visible], last: usize) -> Option<usize> {
    let x = (last + 1..text.len()).find(|&at| !is_gap(text[at].folded))?;
    let ends = text.get(x + 1).is_none_or(|c| !c.folded.is_ascii_alphanumeric());
    (matches!(text[x].folded, 'X' | 'x') && ends).then_some(x)
}

/// Letters that may touch a number, as in Tel13847512345.
const LABELS: [&str; 15] = [
    "tel", "t", "m", "mob", "mobile", "phone", "id", "no", "card", "sfz", "sfzh", "wx", "vx", "qq", "wechat",
];

/// How many visible characters before a number its label may stand.
const LABEL_REACH: usize = 20;

const ID_WORDS: [&str; 5] = ["身份证", "身份号码", "身分证", "证件号", "居留证"];
const CARD_WORDS: [&str; 7] = ["账号", "帐号", "卡号", "账户", "帐户", "银行卡", "储蓄卡"];
/// Labels of other numbers: the nearest label decides.
const OTHER_WORDS: [&str; 9] =
    ["注册号", "执照号", "信用代码", "文书号", "文号", "编号", "电话", "手机", "传真"];

/// Labels right before a number that make it the number of a paper or a thing.
const SERIAL_WORDS: [&str; 12] = [
    "编号",
    "文号",
    "单号",
    "任务号",
    "案号",
    "档案号",
    "序列号",
    "流水号",
    "备案号",
    "缴款码",
    "票据号",
    "识别码",
];

impl Candidate<'_> {
    fn kind(&self) -> Option<NumberKind> {
        if self.touches_letters() || self.is_serial() {
            return None;
        }
        match self.digits.len() {
            18 if self.is_id_18() => Some(NumberKind::ResidentId),
            15 if self.is_id_15() => Some(NumberKind::ResidentId),
            16..=19 if self.is_card() => Some(NumberKind::BankCard),
            11 if self.is_mobile() => Some(NumberKind::Mobile),
            _ => None,
        }
    }

    /// A label decides also where the check character fails, or where the digits happen to be a valid code.
    fn is_id_18(&self) -> bool {
        let id = &self.digits;
        let plain = || id_check_holds(id) && has_id_province(id) && !is_valid_uscc(id);
        has_id_shape(id) && (plain() || self.is_labelled(&ID_WORDS))
    }

    fn is_id_15(&self) -> bool {
        let id = &self.digits;
        let date = id.get(6..12).and_then(|d| d.parse::<u32>().ok());
        let real = date.is_some_and(|d| {
            Date::from_ymd_opt(1900 + (d / 10_000) as i32, d / 100 % 100, d % 100).is_some()
        });
        real && !id.starts_with('0') && self.is_labelled(&ID_WORDS)
    }

    fn is_card(&self) -> bool {
        !self.digits.ends_with('X')
            && luhn_holds(&self.digits)
            && !is_valid_uscc(&self.digits)
            && !self.is_decimal()
            && !self.is_document_number()
            && (self.digits.starts_with("62") || self.is_labelled(&CARD_WORDS))
    }

    fn is_mobile(&self) -> bool {
        let digits = self.digits.as_bytes();
        digits[0] == b'1'
            && digits[1] >= b'3'
            && self.is_written_as_mobile()
            && !self.is_decimal()
            && !self.is_document_number()
    }

    /// Whether the pieces are those of a telephone number rather than of several numbers side by side: 15000-150000
    /// is a range, 1300 1500 200 are three areas. A label decides.
    fn is_written_as_mobile(&self) -> bool {
        let natural = match self.pieces[..] {
            _ if self.listed && self.has_round_piece() => false,
            [_] | [3 | 7, _] | [3, 4, 4] | [4, 3, 4] | [3, 3, 5] => true,
            [_, _] => !self.dashed,
            [a, b, c] if self.dashed => a.min(b).min(c) >= 3,
            _ => self.pieces.iter().all(|&p| p <= 2),
        };
        natural || self.is_labelled(&["电话", "手机", "联系", "号码"])
    }

    /// Whether one of the pieces ends in 00, as sums and areas do.
    fn has_round_piece(&self) -> bool {
        let mut end = 0;
        self.pieces.iter().any(|length| {
            end += length;
            self.digits.get(..end).is_some_and(|digits| digits.ends_with("00"))
        })
    }

    /// Whether the label right before the number calls it the number of a paper or a thing.
    fn is_serial(&self) -> bool {
        let before = self.before();
        let label = before.trim_end_matches([':', '为', '是', '码']);
        SERIAL_WORDS.iter().any(|word| label.ends_with(word) || before.ends_with(word))
    }

    /// The visible characters before the number, the nearest last, without white space, back to a full stop.
    fn before(&self) -> String {
        let text = &self.text[self.first.saturating_sub(LABEL_REACH * 2)..self.first];
        let text = text.iter().rev().map(|c| c.folded).take_while(|c| *c != '。').filter(|c| !is_gap(*c));
        let mut characters: Vec<char> = text.take(LABEL_REACH).collect();
        characters.reverse();
        characters.into_iter().collect()
    }

    /// Whether the nearest label before the number, or a bracket right behind it, holds one of the words.
    fn is_labelled(&self, words: &[&str]) -> bool {
        let before = self.before();
        let nearest = |words: &[&str]| words.iter().filter_map(|w| before.rfind(w)).max();
        let all = [&ID_WORDS[..], &CARD_WORDS, &OTHER_WORDS];
        let other = all.iter().flat_map(|list| list.iter()).filter(|w| !words.contains(w));
        let other: Vec<&str> = other.copied().collect();
        match (nearest(words), nearest(&other)) {
            (Some(own), Some(other)) => own >= other,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => {
                let after: String = self
                    .text
                    .iter()
                    .skip(self.last + 1)
                    .map(|c| c.folded)
                    .filter(|c| !is_gap(*c))
                    .take(6)
                    .collect();
                after.strip_prefix('(').is_some_and(|after| words.iter().any(|w| after.contains(w)))
            }
        }
    }

    /// Whether letters touch the number that are no label.
    fn touches_letters(&self) -> bool {
        let letter = |c: &&Visible| c.folded.is_ascii_alphabetic();
        let before: Vec<char> =
            self.text[..self.first].iter().rev().take_while(letter).map(|c| c.folded).collect();
        let after: String = self.text[self.last + 1..].iter().take_while(letter).map(|c| c.folded).collect();
        let further = self.first.checked_sub(before.len() + 1).map(|at| self.text[at].folded);
        let before: String = before.into_iter().rev().collect();
        let label = |letters: &str| letters.is_empty() || LABELS.contains(&&*letters.to_ascii_lowercase());
        !label(&before) || !label(&after) || !before.is_empty() && further.is_some_and(|c| c.is_ascii_digit())
    }

    /// Whether the digits are the whole part of a sum such as 13800138000.50.
    fn is_decimal(&self) -> bool {
        let mut after = self.text[self.last + 1..].iter().map(|c| c.folded);
        after.next() == Some('.') && (1..=2).contains(&after.take_while(char::is_ascii_digit).count())
    }

    /// Whether the digits are the serial of a document: 〔2020〕第…号 or 字第…号.
    fn is_document_number(&self) -> bool {
        let after = self.text[self.last + 1..].iter().map(|c| c.folded).find(|c| !is_gap(*c));
        if after != Some('号') {
            return false;
        }
        let before = self.before();
        before.ends_with('第')
            || before
                .strip_suffix(['〕', ']', '】', ')', '〗', '}'])
                .is_some_and(|year| year.chars().rev().take(4).filter(char::is_ascii_digit).count() == 4)
    }
}

/// Whether a text has the form of an 18-character resident id with a real date of birth.
pub(super) fn has_id_shape(id: &str) -> bool {
    let bytes = id.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) || bytes[0] == b'0' {
        return false;
    }
    if !bytes[17].is_ascii_digit() && bytes[17] != b'X' {
        return false;
    }
    let date = id[6..14].parse::<u32>().ok();
    date.is_some_and(|d| {
        let year = d / 10_000;
        (1800..2100).contains(&year) && Date::from_ymd_opt(year as i32, d / 100 % 100, d % 100).is_some()
    })
}

/// Whether an id starts with a province that ids have, now or formerly; 83 are residents of 台湾, 9 foreigners.
pub(super) fn has_id_province(id: &str) -> bool {
    id.starts_with('9') || id.starts_with("83") || uscc::PROVINCES.contains(&&id[..2])
}

/// Whether the last character of an 18-character id is the one that GB 11643 asks for (MOD 11-2).
pub(super) fn id_check_holds(id: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = id.bytes().zip(WEIGHTS).map(|(c, w)| u32::from(c - b'0') * w).sum();
    id.as_bytes()[17] == b"10X98765432"[(sum % 11) as usize]
}

/// Whether 18 characters are a 统一社会信用代码 by department, check character and organisation code.
pub(super) fn is_valid_uscc(code: &str) -> bool {
    uscc::department(code).is_some() && uscc::check_holds(code) && uscc::organisation_holds(code)
}

/// Whether digits end in their Luhn check digit.
fn luhn_holds(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(position, digit)| {
            let digit = u32::from(digit - b'0') * if position % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    !digits.is_empty() && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests;
