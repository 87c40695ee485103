//! Slips of typing in a cell as it stands: invisible characters (rule A020) and stray white space (A022), told
//! apart character by character, so that each can be mended for itself and in any order.

use crate::codes::CodeList;
use crate::date::{LONGEST_DATE, read_date};
use crate::field::{FieldKey, FieldType};
use crate::fold::{is_name_character, is_space};
use crate::normalize::is_dropped;

/// What a character of a typed text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Part of the value.
    Plain,
    /// Invisible, or a no-break space where no space may stand: dropped.
    Hidden,
    /// A no-break space that stands for a space.
    NoBreak,
    /// White space where none may stand: dropped.
    Stray,
}

/// Every character of a text with what it is in a cell of `field`.
pub fn marks(field: FieldKey, text: &str) -> Vec<(char, Mark)> {
    let characters: Vec<char> = text.chars().collect();
    let mut marks: Vec<(char, Mark)> = characters
        .iter()
        .enumerate()
        .map(|(at, &c)| {
            let mark = match c {
                '\u{A0}' => Mark::NoBreak,
                _ if is_dropped(&characters, at) => Mark::Hidden,
                _ => Mark::Plain,
            };
            (c, mark)
        })
        .collect();
    let seen: Vec<usize> = (0..marks.len()).filter(|&at| marks[at].1 != Mark::Hidden).collect();
    let is_gap = |at: &usize| is_space(characters[*at]) || characters[*at] == '\u{A0}';
    let leading = seen.iter().take_while(|at| is_gap(at)).count();
    let trailing = seen[leading..].iter().rev().take_while(|at| is_gap(at)).count();
    let end = seen.len() - trailing;
    let drop = |marks: &mut Vec<(char, Mark)>, at: usize| {
        marks[at].1 = if marks[at].0 == '\u{A0}' { Mark::Hidden } else { Mark::Stray };
    };
    for &at in seen[..leading].iter().chain(&seen[end..]) {
        drop(&mut marks, at);
    }
    let inner = &seen[leading..end];
    let visible: Vec<char> = inner.iter().map(|&at| if is_gap(&at) { ' ' } else { characters[at] }).collect();
    for (from, to) in stray_runs(field, &visible) {
        for &at in &inner[from..to] {
            // A line break inside a value is another slip (A026, I003).
            if !matches!(characters[at], '\n' | '\r') {
                drop(&mut marks, at);
            }
        }
    }
    marks
}

/// A text without the characters of one mark; no-break spaces become spaces where hidden ones are dropped.
pub fn without(marks: &[(char, Mark)], dropped: Mark) -> String {
    let kept = marks.iter().filter(|(_, mark)| *mark != dropped);
    kept.map(|&(c, mark)| if dropped == Mark::Hidden && mark == Mark::NoBreak { ' ' } else { c }).collect()
}

/// Runs of spaces inside a value (its ends are no spaces) that may not stand there, as ranges of positions.
fn stray_runs(field: FieldKey, visible: &[char]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in visible.iter().enumerate().filter(|(_, c)| **c == ' ') {
        match runs.last_mut() {
            Some(run) if run.1 == at => run.1 = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    if runs.is_empty() {
        return runs;
    }
    match field.ty() {
        FieldType::Text if field == FieldKey::EnterpriseName => {
            runs.retain(|&(from, to)| is_name_character(visible[from - 1]) && is_name_character(visible[to]));
        }
        FieldType::Date | FieldType::DateOrLongTerm => {
            // What follows a whole date is a time of day; without the space it would be another date.
            let (mut before, mut at) = (String::new(), 0);
            let date = runs.iter().position(|&(from, to)| {
                before.extend(&visible[at..from]);
                at = to;
                before.len() <= LONGEST_DATE && read_date(&before, false).is_some()
            });
            runs.truncate(date.unwrap_or(runs.len()));
        }
        FieldType::Codes(list) => {
            let parting = parting_runs(list.list(), visible);
            runs.retain(|run| parting.binary_search(run).is_err());
        }
        ty if ty.is_compact() => {}
        _ => runs.clear(),
    }
    runs
}

/// The runs of spaces that alone part two values of a list, in order.
fn parting_runs(list: &CodeList, visible: &[char]) -> Vec<(usize, usize)> {
    let text: String = visible.iter().collect();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let position = |byte: usize| starts.binary_search(&byte).unwrap_or_else(|at| at);
    let offset = |value: &str| value.as_ptr() as usize - text.as_ptr() as usize;
    let values = list.split(&text);
    let gaps = values.windows(2).map(|pair| (offset(pair[0]) + pair[0].len(), offset(pair[1])));
    gaps.filter(|&(from, to)| text[from..to].bytes().all(|b| b == b' '))
        .map(|(from, to)| (position(from), position(to)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(field: FieldKey, text: &str) -> (String, String) {
        let marks = marks(field, text);
        (without(&marks, Mark::Hidden), without(&marks, Mark::Stray))
    }

    #[test]
    fn each_slip_is_mended_for_itself() {
        for (field, text, visible, tight) in [
            (FieldKey::EnterpriseName, " 奈曼旗 \u{200B}酒店", " 奈曼旗 酒店", "奈曼旗\u{200B}酒店"),
            (FieldKey::EnterpriseName, "奈曼旗   酒店", "奈曼旗   酒店", "奈曼旗酒店"),
            (FieldKey::Handler, "张 三", "张 三", "张 三"),
            (FieldKey::EnterpriseName, "ABC 酒店", "ABC 酒店", "ABC 酒店"),
            (FieldKey::EnterpriseName, "奈曼\u{A0}酒店\u{A0}", "奈曼酒店", "奈曼\u{A0}酒店\u{A0}"),
            (
                FieldKey::PenaltyContent,
                "罚款\u{A0}5000 元\u{FEFF}　",
                "罚款 5000 元　",
                "罚款\u{A0}5000 元\u{FEFF}",
            ),
            (FieldKey::PenaltyContent, "甲\n乙\n", "甲\n乙\n", "甲\n乙"),
            (FieldKey::Uscc, "9115\u{A0}0525 MA", "91150525 MA", "9115\u{A0}0525MA"),
            (FieldKey::DecisionDate, "2023-6-5 8:30 ", "2023-6-5 8:30 ", "2023-6-5 8:30"),
            (FieldKey::DecisionDate, "2023 - 06-05", "2023 - 06-05", "2023-06-05"),
            (FieldKey::PenaltyType, "警告 罚 款", "警告 罚 款", "警告 罚款"),
            (FieldKey::PenaltyType, "警告 、\u{A0}罚款", "警告 、罚款", "警告、\u{A0}罚款"),
            (FieldKey::PenaltyType, "警告\u{A0}罚款", "警告 罚款", "警告\u{A0}罚款"),
        ] {
            assert_eq!(mended(field, text), (visible.to_owned(), tight.to_owned()), "{text}");
        }
    }
}
