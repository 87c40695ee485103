//! Dates as clerks write them. The form that leaves is `yyyy-MM-dd` (GB/T 7408.1-2023).

use std::borrow::Cow;

use crate::fold::{half_width, is_space};
pub use chrono::{Datelike, Days, Months, NaiveDate as Date, Weekday};

/// The long-term value of a record: no end. Templates write their own.
pub const LONG_TERM: &str = "9999-09-09";

/// The other long-term value that is read as [`LONG_TERM`].
pub const LONG_TERM_ALTERNATIVE: &str = "2099-12-31";

/// Words that mean no end, after folding of width and white space.
pub const LONG_TERM_WORDS: [&str; 4] = ["长期", "永久", "无固定期限", "长期有效"];

/// How a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateForm {
    /// `yyyy-MM-dd`.
    Iso,
    /// Another accepted form.
    Other,
    /// Days since the epoch of the workbook.
    Serial,
}

/// A date and the form in which it stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRead {
    /// The calendar date.
    pub date: Date,
    /// How it was written.
    pub form: DateForm,
}

/// Spreadsheet serials that are read as dates: 1949-10-02 to 2100-12-31 counted from 1900.
pub const SERIALS: std::ops::RangeInclusive<i64> = 18173..=73415;

/// Reads a date in any accepted form: `2023-06-05`, `2023-6-5`, `2023/1/5`, `2023.1.5`, `2023年1月5日`,
/// `20230105`, each with a time of day behind it or not, or a spreadsheet serial. Full-width forms and white
/// space around the parts are accepted. Years have four digits.
///
/// `date_1904` says that serials count from 1904.
pub fn read_date(text: &str, date_1904: bool) -> Option<DateRead> {
    let iso = text.as_bytes();
    if iso.len() == 10 && iso[4] == b'-' && iso[7] == b'-' && text.is_ascii() {
        let number = |range: std::ops::Range<usize>| {
            let part = &text[range];
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten()
        };
        if let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) {
            let date = Date::from_ymd_opt(year as i32, month, day)?;
            return Some(DateRead { date, form: DateForm::Iso });
        }
    }
    let folded: Vec<char> = text.chars().map(half_width).collect();
    let mut reader = Reader { chars: &folded, at: 0 };
    reader.space();
    let first = reader.digits()?;
    let (year, month, day) = match first.1 {
        4 => {
            reader.space();
            let separator = reader.one_of(&['-', '/', '.', '年', '—', '–'])?;
            reader.space();
            let month = reader.digits().filter(|m| m.1 <= 2)?;
            reader.space();
            let second = reader.next()?;
            if separator == '年' && second != '月' || separator != '年' && second != separator {
                return None;
            }
            reader.space();
            let day = reader.digits().filter(|d| d.1 <= 2)?;
            if separator == '年' {
                reader.space();
                reader.one_of(&['日', '号'])?;
            }
            (first.0, month.0, day.0)
        }
        8 => (first.0 / 10000, first.0 / 100 % 100, first.0 % 100),
        5 => {
            let serial = i64::from(first.0);
            reader.fraction();
            reader.space();
            if !reader.done() || !SERIALS.contains(&serial) {
                return None;
            }
            let epoch = Date::from_ymd_opt(1899, 12, 30)?;
            let days = serial + if date_1904 { 1462 } else { 0 };
            let date = epoch.checked_add_days(Days::new(days as u64))?;
            return Some(DateRead { date, form: DateForm::Serial });
        }
        _ => return None,
    };
    reader.time()?;
    let date = Date::from_ymd_opt(year as i32, month, day)?;
    Some(DateRead { date, form: DateForm::Other })
}

/// Bytes that a date with its time of day has at most, every character full-width.
pub(crate) const LONGEST_DATE: usize = 128;

/// A date text without its inner white space, but for the one that parts a date from what follows it (a time
/// of day): dropping that could make another date of it.
pub fn without_stray_space(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_whitespace) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut characters = text.trim().chars().peekable();
    let mut after_date = false;
    while let Some(c) = characters.next() {
        if !c.is_whitespace() {
            out.push(c);
            continue;
        }
        while characters.next_if(|c| c.is_whitespace()).is_some() {}
        // No date is longer, and reading all that stands before each space would take forever in a long text.
        after_date = after_date || out.len() <= LONGEST_DATE && read_date(&out, false).is_some();
        if after_date {
            out.push(' ');
        }
    }
    Cow::Owned(out)
}

/// A date as records hold it.
pub fn iso(date: Date) -> String {
    // What chrono's %Y-%m-%d gives, without reading the format each time.
    if (0..=9999).contains(&date.year()) {
        format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    } else {
        date.to_string()
    }
}

/// The day that [`iso`] wrote, to the letter. chrono's reader takes a format, and with it all that formats can
/// say: too much program for ten characters.
pub fn from_iso(text: &str) -> Option<Date> {
    let digits = |from: usize, to: usize| {
        let part = text.get(from..to)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten()
    };
    let parted = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let year = digits(0, 4).filter(|_| parted)?;
    Date::from_ymd_opt(year.cast_signed(), digits(5, 7)?, digits(8, 10)?)
}

struct Reader<'a> {
    chars: &'a [char],
    at: usize,
}

impl Reader<'_> {
    fn space(&mut self) -> bool {
        let start = self.at;
        while self.chars.get(self.at).copied().is_some_and(is_space) {
            self.at += 1;
        }
        self.at > start
    }

    fn done(&self) -> bool {
        self.at == self.chars.len()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.chars.get(self.at).copied()?;
        self.at += 1;
        Some(c)
    }

    fn one_of(&mut self, set: &[char]) -> Option<char> {
        self.next().filter(|c| set.contains(c))
    }

    /// A run of at most nine digits: its value and its length.
    fn digits(&mut self) -> Option<(u32, usize)> {
        let start = self.at;
        let mut value = 0u32;
        while let Some(digit) = self.chars.get(self.at).and_then(|c| c.to_digit(10)) {
            if self.at - start == 9 {
                return None;
            }
            value = value * 10 + digit;
            self.at += 1;
        }
        (self.at > start).then_some((value, self.at - start))
    }

    fn fraction(&mut self) {
        if self.chars.get(self.at) == Some(&'.') {
            self.at += 1;
            while self.chars.get(self.at).is_some_and(char::is_ascii_digit) {
                self.at += 1;
            }
        }
    }

    /// Nothing, or a time of day such as `T08:30:00.000Z`, `0:00`, `00:00;00`.
    fn time(&mut self) -> Option<()> {
        let spaced = self.space();
        if self.done() {
            return Some(());
        }
        if self.chars[self.at] == 'T' {
            self.at += 1;
        } else if !spaced {
            return None;
        }
        for part in 0..3 {
            let limit = if part == 0 { 24 } else { 60 };
            self.digits().filter(|d| d.1 <= 2 && d.0 < limit)?;
            if part < 2 {
                match self.chars.get(self.at) {
                    Some(':' | ';') => self.at += 1,
                    _ if part == 1 => break,
                    _ => return None,
                }
            }
        }
        self.fraction();
        if self.chars.get(self.at) == Some(&'Z') {
            self.at += 1;
        }
        self.space();
        self.done().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        read_date(text, false).map(|r| iso(r.date))
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for text in ["2024-02-29", "0001-01-01", "9999-09-09"] {
            assert_eq!(from_iso(text).map(iso).as_deref(), Some(text));
        }
        for text in [
            "2023-02-29",
            "2023-6-16",
            "2023/06/16",
            "2023-06-16 ",
            "+023-06-16",
            "２023-06-1",
            "",
            "年月日-",
        ] {
            assert_eq!(from_iso(text), None, "{text}");
        }
        assert_eq!(iso(Date::from_ymd_opt(12_345, 6, 7).unwrap()), "+12345-06-07");
    }

    #[test]
    fn accepted_forms() {
        for text in [
            "2023-01-05",
            "2023-1-5",
            "2023/1/5",
            "2023.1.5",
            "2023年1月5日",
            "２０２３年１月５日",
            "2023 年 1 月 5 日",
            "20230105",
            "2023-01-05 00:00:00",
            "2023-1-5 8:30",
            "2023-01-05T00:00:00.000Z",
            "2023-01-05 00:00;00",
            "44931",
            " 2023-01-05 ",
        ] {
            assert_eq!(read(text).as_deref(), Some("2023-01-05"), "{text}");
        }
        assert_eq!(read_date("43469", true).map(|r| iso(r.date)).as_deref(), Some("2023-01-05"));
        assert_eq!(read_date("2023-01-05", false).unwrap().form, DateForm::Iso);
    }

    #[test]
    fn stray_space_is_not_the_one_before_a_time() {
        for (text, expected) in [
            ("2023-06-0 5", "2023-06-05"),
            ("20 230605", "20230605"),
            ("2023 年 6 月 5 日", "2023年6月5日"),
            ("2023-6-5  8:30", "2023-6-5 8:30"),
            ("2023-1-2 8", "2023-1-2 8"),
            ("长 期", "长期"),
            ("2023-6-5 8:30 记", "2023-6-5 8:30 记"),
        ] {
            assert_eq!(without_stray_space(text), expected);
        }
    }

    #[test]
    fn refused() {
        for text in [
            "2023-02-30",
            "23-1-5",
            "2023-13-01",
            "2023-01",
            "text",
            "",
            "2023-1/5",
            "2023年1月",
            "12345",
            "99999",
            "2023-01-051",
            "2023-01-05 25:00",
            "2023-01-05 24:00",
            "2023-01-05 08:60",
            "2023-1-99999999999999",
            "2023-01-05号",
            "2023-1-5 8",
            "2023-1-5 :30",
            "2023-1-5 8:",
            "2023年1月5日8:30",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
