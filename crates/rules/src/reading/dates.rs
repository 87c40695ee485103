//! Dates inside a text, with the form in which they stand, so that another date can be written in the same form.

use precheck_schema::date::{Date, Datelike};

use crate::visible::{Visible, inked};

/// How a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// 2023-06-16, 2023/6/16, 2023.6.16: the separator.
    Separated(char),
    /// 2023年6月16日.
    Words,
    /// 20230616.
    Compact,
}

/// A date that stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateFound {
    /// The date.
    pub date: Date,
    /// How it was written.
    pub style: DateStyle,
    /// Whether month and day have two digits each.
    pub padded: bool,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

impl DateFound {
    /// Another date in the form of this one.
    pub fn write(&self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match (self.style, self.padded) {
            (DateStyle::Separated(c), true) => format!("{year:04}{c}{month:02}{c}{day:02}"),
            (DateStyle::Separated(c), false) => format!("{year:04}{c}{month}{c}{day}"),
            (DateStyle::Words, true) => format!("{year:04}年{month:02}月{day:02}日"),
            (DateStyle::Words, false) => format!("{year:04}年{month}月{day}日"),
            (DateStyle::Compact, _) => format!("{year:04}{month:02}{day:02}"),
        }
    }
}

/// Every date in a text.
pub fn find(text: &str) -> Vec<DateFound> {
    let text = inked(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let starts = text[at].folded.is_ascii_digit()
            && (at == 0 || text[at].set_apart || !text[at - 1].folded.is_ascii_digit());
        match read_at(&text, at).filter(|_| starts) {
            Some((date, next)) => {
                found.push(date);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// Reads the date that starts at a position, with the position behind it; a time of day behind it is passed over.
pub(super) fn read_at(text: &[Visible], at: usize) -> Option<(DateFound, usize)> {
    let (year, mut end) = digits(text, at)?;
    let char_at = |at: usize| text.get(at).map(|c| c.folded);
    let (ymd, style, padded) = match end - at {
        8 => ((year / 10_000, year / 100 % 100, year % 100), DateStyle::Compact, true),
        4 => {
            let separator = char_at(end)?;
            let style = match separator {
                '-' | '/' | '.' | '—' | '–' => DateStyle::Separated(separator),
                '年' => DateStyle::Words,
                _ => return None,
            };
            let (month, month_end) = digits(text, end + 1).filter(|d| d.1 - end <= 3)?;
            let second = char_at(month_end)?;
            if second != if separator == '年' { '月' } else { separator } {
                return None;
            }
            let (day, day_end) = digits(text, month_end + 1).filter(|d| d.1 - month_end <= 3)?;
            let padded = month_end - end == 3 && day_end - month_end == 3;
            end = day_end;
            if style == DateStyle::Words {
                if !matches!(char_at(end)?, '日' | '号') {
                    return None;
                }
                end += 1;
            }
            ((year, month, day), style, padded)
        }
        _ => return None,
    };
    let date = Date::from_ymd_opt(ymd.0 as i32, ymd.1, ymd.2)?;
    let found = DateFound { date, style, padded, start: text[at].start, end: text[end - 1].end };
    Some((found, skip_time(text, end, style == DateStyle::Words)))
}

/// A run of digits that no white space parts, and the position behind it.
fn digits(text: &[Visible], at: usize) -> Option<(u32, usize)> {
    let mut value = 0u32;
    let mut end = at;
    while let Some(digit) = text.get(end).and_then(|c| c.folded.to_digit(10)) {
        if end > at && text[end].set_apart {
            break;
        }
        value = value.checked_mul(10)?.checked_add(digit)?;
        end += 1;
    }
    (end > at).then_some((value, end))
}

/// The position behind a time of day such as 00:00:00, which white space or a T sets apart unless the date ends in
/// 日.
fn skip_time(text: &[Visible], at: usize, touching: bool) -> usize {
    let starts = touching || text.get(at).is_some_and(|c| c.set_apart || c.folded == 'T');
    let first = if text.get(at).is_some_and(|c| c.folded == 'T') { at + 1 } else { at };
    let Some((_, mut end)) = digits(text, first).filter(|_| starts) else { return at };
    let colon = |at: usize| text.get(at).is_some_and(|c| matches!(c.folded, ':' | ';'));
    if !colon(end) {
        return at;
    }
    while colon(end) {
        let Some((_, next)) = digits(text, end + 1) else { break };
        end = next;
    }
    end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_in_text() {
        let iso = |text: &str| find(text).iter().map(|d| d.date.to_string()).collect::<Vec<_>>();
        assert_eq!(iso("2023-06-20至2024-06-19"), ["2023-06-20", "2024-06-19"]);
        assert_eq!(iso("2023-6-2-2024-6-1"), ["2023-06-02", "2024-06-01"]);
        assert_eq!(iso("20230620-20240619"), ["2023-06-20", "2024-06-19"]);
        assert_eq!(iso("自２０２３年６月２０日起"), ["2023-06-20"]);
        assert_eq!(iso("2024-06-19 00:00:00"), ["2024-06-19"]);
        assert_eq!(iso("2024年6月19日00:00"), ["2024-06-19"]);
        for text in
            ["2023-02-30", "2023年6月", "202306201", "120230620", "2023-06/20", "2023-006-20", "2023-06-020"]
        {
            assert_eq!(iso(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_time_of_day_is_passed_over() {
        for (text, behind) in [
            ("2024-06-19 08:30止", "止"),
            ("2024-06-19 00:00;00止", "止"),
            ("2024-06-19T08:30:00止", "止"),
            ("2024年6月19日08:30止", "止"),
            ("20240619 8:00止", "止"),
            ("2024-06-19至", "至"),
            ("2024-06-19 8止", "8止"),
            ("2024年6月19日8止", "8止"),
            ("2024-06-19 :30", ":30"),
            ("2024-06-19T止", "T止"),
        ] {
            let text = inked(text);
            let (_, next) = read_at(&text, 0).unwrap();
            assert_eq!(crate::visible::string(&text[next..]), behind);
        }
    }

    #[test]
    fn the_form_is_kept() {
        let day = Date::from_ymd_opt(2024, 6, 5).unwrap();
        for (form, expected) in [
            ("2023-12-31", "2024-06-05"),
            ("2023/1/5", "2024/6/5"),
            ("2023.01.05", "2024.06.05"),
            ("2023年1月5日", "2024年6月5日"),
            ("20230105", "20240605"),
        ] {
            assert_eq!(find(form)[0].write(day), expected, "{form}");
        }
        // Found by fuzzing: a year below 1000 keeps its four digits, or what was written is no date.
        let early = find("2024-06\u{c}25-06-19")[0];
        assert_eq!(early.write(early.date), "0625-06-19");
    }

    proptest! {
        #[test]
        fn any_text(text in any::<String>()) {
            find(&text);
        }

        #[test]
        fn places(text in "[0-9年月日/. 至-]{0,30}") {
            for date in find(&text) {
                prop_assert!(text.get(date.start..date.end).is_some());
            }
        }
    }
}
