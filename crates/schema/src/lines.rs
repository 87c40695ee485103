//! A value of several lines on one line: what stands where a line ends.
//!
//! One rule for all who need it, so that they see the same text: the readers of amounts and periods, the fix of rule
//! I003, and the exports of templates that write each value on one line.

use std::borrow::Cow;
use std::ops::Range;

use crate::field::{FieldKey, FieldType};
use crate::fold::{half_width, is_invisible, is_space};

/// Words that say what a penalty is; a line break inside one of them ends no phrase.
const WORDS: [&str; 20] = [
    "罚款",
    "没收",
    "人民币",
    "警告",
    "通报批评",
    "拘留",
    "责令",
    "改正",
    "停产停业",
    "停止使用",
    "暂扣",
    "吊销",
    "违法所得",
    "非法财物",
    "合并",
    "合计",
    "加处",
    "逾期",
    "减轻",
    "不予",
];

/// Characters of the longest of [`WORDS`].
const LONGEST_WORD: usize = 4;

/// What stands for a line break in a value of the field: `between` where a line is a phrase. A name or a period is one
/// value: a semicolon would cut it in two, so a space stands there.
pub fn mark(field: FieldKey, between: &str) -> &str {
    let is_one = matches!(field.ty(), FieldType::PublicityPeriod | FieldType::Authority)
        || matches!(field, FieldKey::ListName | FieldKey::DocumentName);
    if is_one { " " } else { between }
}

/// The text with each run of line breaks, and the white space around it, as `mark`: a space where it cuts a number or
/// a word, nothing where a semicolon stands before it. White space and invisible characters at the ends stay.
pub fn join<'t>(text: &'t str, mark: &str) -> Cow<'t, str> {
    if !text.contains(is_break) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + mark.len());
    let mut at = 0;
    for gap in Gaps::new(text) {
        let before = &text[at..gap.start];
        out.push_str(before);
        if !out.ends_with(['；', ';']) {
            out.push_str(if cuts(text, &gap) { " " } else { mark });
        }
        at = gap.end;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// The text as [`join`] with `；` or a space would write it, each character in its place: a line break becomes `;` or
/// a space.
pub fn level(text: &str, mark: char) -> Cow<'_, str> {
    if !text.contains(is_break) {
        return Cow::Borrowed(text);
    }
    let mut out = text.replace(is_break, " ");
    if mark == ' ' {
        return Cow::Owned(out);
    }
    for gap in Gaps::new(text) {
        let at = text[gap.clone()].find(is_break).map_or(gap.start, |at| gap.start + at);
        if !out[..gap.start].ends_with(['；', ';']) && !cuts(text, &gap) {
            out.replace_range(at..=at, ";");
        }
    }
    Cow::Owned(out)
}

const fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

/// The runs of white space inside a text that hold a line break.
struct Gaps<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Gaps<'t> {
    fn new(text: &'t str) -> Self {
        let hidden = |c: char| is_space(c) || c == '\u{A0}' || is_invisible(c);
        let at = text.len() - text.trim_start_matches(hidden).len();
        Self { text, at, end: text.trim_end_matches(hidden).len().max(at) }
    }
}

impl Iterator for Gaps<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let found = self.at + self.text[self.at..self.end].find(is_break)?;
        let start = self.text[self.at..found].trim_end_matches(is_space).len() + self.at;
        let rest = &self.text[found..self.end];
        let end = found + rest.len() - rest.trim_start_matches(is_space).len();
        self.at = end;
        Some(start..end)
    }
}

/// Whether two lines meet inside a number or a word, which a semicolon would hide from whoever reads them: the
/// platform, and the rules about amounts and personal numbers.
fn cuts(text: &str, gap: &Range<usize>) -> bool {
    let (before, after) = (&text[..gap.start], &text[gap.end..]);
    // A selector shapes the Mongolian letter on the other side of white space.
    let is_selector = |c: char| matches!(c, '\u{180B}'..='\u{180F}' | '\u{202F}');
    if before.ends_with(is_selector) || after.starts_with(is_selector) {
        return true;
    }
    let is_seen = |c: &char| !is_space(*c) && *c != '\u{A0}' && !is_invisible(*c);
    let mut last: Vec<char> = before.chars().rev().filter(is_seen).take(LONGEST_WORD).collect();
    last.reverse();
    let next: Vec<char> = after.chars().filter(is_seen).take(LONGEST_WORD).collect();
    let (Some(&end), Some(&start)) = (last.last(), next.first()) else { return false };
    let is_unit = |c: char| "元圆整正年月日".contains(c);
    if in_number(end) && in_number(start) && (!is_unit(end) || is_unit(start)) {
        return true;
    }
    let (last, next): (String, String) = (last.into_iter().collect(), next.into_iter().collect());
    WORDS.iter().any(|word| {
        let mut cuts = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
        cuts.any(|(head, tail)| last.ends_with(head) && next.starts_with(tail))
    })
}

/// A character that amounts, dates, identifiers and addresses of mail are written with.
fn in_number(c: char) -> bool {
    let c = half_width(c);
    c.is_ascii_alphanumeric()
        || matches!(c, '.' | ',' | '@' | '-' | '+' | '%' | '¥' | '￥')
        || "零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟元圆角分整正年月日".contains(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_break_inside_a_number_or_a_word_becomes_a_space() {
        for (typed, expected) in [
            ("罚款伍仟元整\n责令改正", "罚款伍仟元整；责令改正"),
            ("罚款5000元\n2023年已缴", "罚款5000元；2023年已缴"),
            ("罚款5000\n元", "罚款5000 元"),
            ("罚款50\n00元", "罚款50 00元"),
            ("罚款伍\r\n仟元", "罚款伍 仟元"),
            ("罚\n款5000元；\n\n没收", "罚 款5000元；没收"),
            ("责令停产\n停业", "责令停产 停业"),
            ("没\n收违法\n所得", "没 收违法 所得"),
            ("罚\u{A0}\n款5000\n责令改正", "罚\u{A0} 款5000；责令改正"),
            ("某甲\n5日前改正\n乙", "某甲；5日前改正；乙"),
            ("曾受处罚\n责令改正", "曾受处罚；责令改正"),
            ("\n甲 \n 乙\n", "\n甲；乙\n"),
            ("甲\u{200B}\n乙", "甲\u{200B}；乙"),
            ("罚\u{200B}\n\u{200B}款", "罚\u{200B} \u{200B}款"),
            ("ᠮ\n\u{180B}ᠨ", "ᠮ \u{180B}ᠨ"),
            ("\n \n", "\n \n"),
            ("一行", "一行"),
        ] {
            assert_eq!(join(typed, "；"), expected);
            assert_eq!(level(typed, ';').len(), typed.len());
        }
        assert_eq!(join("奈曼旗\n消防救援大队", mark(FieldKey::Authority, "；")), "奈曼旗 消防救援大队");
        assert_eq!(join("甲\n乙", mark(FieldKey::PenaltyContent, "|")), "甲|乙");
    }

    #[test]
    fn places_stay() {
        assert_eq!(level("罚\n款5000元 \r\n 没收；\n乙", ';'), "罚 款5000元 ;  没收； 乙");
        assert_eq!(level("2023\r\n年\n", ' '), "2023  年 ");
    }

    proptest! {
        #[test]
        fn level_says_what_join_writes(text in "([罚款元整；;5甲年 \u{200B}\u{180B}\u{A0}ᠨ]|\n|\r\n){0,12}") {
            let seen = |text: &str| -> String {
                text.chars().map(half_width).filter(|c| !is_space(*c)).collect()
            };
            let (joined, levelled) = (join(&text, "；"), level(&text, ';'));
            prop_assert_eq!(seen(&joined), seen(&levelled));
            prop_assert_eq!(levelled.len(), text.len());
            prop_assert!(!levelled.contains(is_break));
        }

        #[test]
        fn what_is_joined_stays(text in "([罚款元整；5甲年 ]|\n){0,12}") {
            let inner = text.trim().to_owned();
            let joined = join(&inner, "；");
            prop_assert!(!joined.contains(is_break));
            prop_assert_eq!(join(&joined, "；"), &*joined);
        }
    }
}
