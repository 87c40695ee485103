//! Numbers and dates of spreadsheet cells as text.

use std::fmt::Write;

use precheck_schema::grid::CellKind;

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum NumberFormat {
    /// A plain number.
    #[default]
    Plain,
    /// A date, a time of day or both.
    Date,
    /// Hours, minutes or seconds that may pass a day.
    Duration,
}

impl NumberFormat {
    /// The built-in format of this number, ECMA-376 part 1, 18.8.30, with the dates of Chinese workbooks
    /// (27–36, 50–58), which say 年月日.
    pub(crate) const fn built_in(id: u32) -> Self {
        match id {
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Date,
            46 => Self::Duration,
            _ => Self::Plain,
        }
    }

    /// The format that a format code describes: a date if its first section holds a letter of a date outside
    /// quotes, escapes and brackets. `[h]` and the like make a duration.
    pub(crate) fn of_code(code: &str) -> Self {
        let mut characters = code.chars();
        while let Some(c) = characters.next() {
            match c {
                ';' => break,
                '\\' | '_' | '*' => _ = characters.next(),
                '"' => _ = characters.by_ref().find(|&c| c == '"'),
                '[' => {
                    let inside: String = characters.by_ref().take_while(|&c| c != ']').take(32).collect();
                    let mut letters = inside.chars().map(|c| c.to_ascii_lowercase());
                    let first = letters.next();
                    if matches!(first, Some('h' | 'm' | 's')) && letters.all(|c| Some(c) == first) {
                        return Self::Duration;
                    }
                }
                'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S' => return Self::Date,
                _ => {}
            }
        }
        Self::Plain
    }
}

/// Writes a number as a spreadsheet holds it: at most 15 significant digits, without exponent.
pub(crate) fn number(value: f64, out: &mut String) -> CellKind {
    let integer = value.fract() == 0.0;
    if integer && value.abs() < 1e15 {
        _ = write!(out, "{}", value as i64);
        return CellKind::Number;
    }
    if !value.is_finite() {
        out.push_str("#NUM!");
        return CellKind::Error;
    }
    let start = out.len();
    if !integer {
        _ = write!(out, "{value}");
        let digits = out[start..].trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit);
        if digits.count() <= 15 {
            return CellKind::Number;
        }
        out.truncate(start);
    }
    fifteen_digits(value, out);
    if value.abs() >= 1e15 { CellKind::LossyNumber } else { CellKind::Number }
}

fn fifteen_digits(value: f64, out: &mut String) {
    let scientific = format!("{value:.14e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if mantissa.starts_with('-') {
        out.push('-');
    }
    let mut digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    if exponent < 0 {
        out.push_str("0.");
        out.extend(std::iter::repeat_n('0', (-exponent - 1) as usize));
        out.push_str(digits.trim_end_matches('0'));
        return;
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        digits.extend(std::iter::repeat_n('0', whole - digits.len()));
        out.push_str(&digits);
        return;
    }
    let fraction = digits[whole..].trim_end_matches('0');
    out.push_str(&digits[..whole]);
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
}

/// Writes a number in a date or duration format. What is no date of the calendar stays a number.
pub(crate) fn formatted(value: f64, format: NumberFormat, date_1904: bool, out: &mut String) -> CellKind {
    match format {
        NumberFormat::Plain => number(value, out),
        NumberFormat::Date => date(value, date_1904, out).unwrap_or_else(|| number(value, out)),
        NumberFormat::Duration => {
            if !(0.0..1e6).contains(&value) {
                return number(value, out);
            }
            let seconds = (value * 86_400.0).round() as u64;
            clock(seconds, out);
            CellKind::Text
        }
    }
}

fn clock(seconds: u64, out: &mut String) {
    _ = write!(out, "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// Last serial of the year 9999, counted from 1900.
const LAST_SERIAL: f64 = 2_958_465.0;

fn date(value: f64, date_1904: bool, out: &mut String) -> Option<CellKind> {
    // A tenth of a millisecond is what 15 digits leave of a time of day.
    let mut days = (value + 1e-9).floor();
    let mut seconds = ((value - days) * 86_400.0).round().max(0.0) as u64;
    if seconds >= 86_400 {
        seconds -= 86_400;
        days += 1.0;
    }
    if !(0.0..=LAST_SERIAL).contains(&days) {
        return None;
    }
    let days = days as i64;
    if days == 0 && !date_1904 {
        // No day: a time of day, or a blank that was formatted as a date.
        if seconds == 0 {
            return None;
        }
        clock(seconds, out);
        return Some(CellKind::Text);
    }
    // Days from 1970-01-01. From 1900 on there is a 29 February 1900 that never was: serial 60.
    let from_1970 = match (date_1904, days) {
        (true, days) => days - 24_107,
        (false, 60) => {
            out.push_str("1900-02-29");
            return Some(CellKind::Date);
        }
        (false, days @ ..60) => days - 25_568,
        (false, days) => days - 25_569,
    };
    let (year, month, day) = civil(from_1970);
    _ = write!(out, "{year:04}-{month:02}-{day:02}");
    if seconds > 0 {
        out.push(' ');
        clock(seconds, out);
    }
    Some(CellKind::Date)
}

/// Year, month and day of a number of days since 1970-01-01 in the Gregorian calendar
/// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// Writes an ISO 8601 date or date-time as cells hold it; none where it is neither.
pub(crate) fn iso_date(text: &str) -> Option<String> {
    let text = text.trim();
    let day = text.get(..10)?;
    let shape = day.bytes().enumerate().all(|(at, b)| match at {
        4 | 7 => b == b'-',
        _ => b.is_ascii_digit(),
    });
    if !shape {
        return None;
    }
    let rest = &text[10..];
    if rest.is_empty() {
        return Some(day.to_owned());
    }
    let time = rest.strip_prefix(['T', ' '])?;
    let time = time.split(['.', ',', 'Z', '+']).next().unwrap_or("");
    if time.is_empty() || time.bytes().all(|b| matches!(b, b'0' | b':')) {
        return Some(day.to_owned());
    }
    Some(format!("{day} {}{}", time, if time.len() == 5 { ":00" } else { "" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain() {
        for (value, text, kind) in [
            (0.0, "0", CellKind::Number),
            (-5.0, "-5", CellKind::Number),
            (0.5, "0.5", CellKind::Number),
            (0.1 + 0.2, "0.3", CellKind::Number),
            (1.5e-7, "0.00000015", CellKind::Number),
            (123_456_789.125, "123456789.125", CellKind::Number),
            (999_999_999_999_999.0, "999999999999999", CellKind::Number),
            (150_525_199_001_011_234.0, "150525199001011000", CellKind::LossyNumber),
            (1e15, "1000000000000000", CellKind::LossyNumber),
            (1e20, "100000000000000000000", CellKind::LossyNumber),
            (2.0 / 3.0, "0.666666666666667", CellKind::Number),
            (f64::INFINITY, "#NUM!", CellKind::Error),
        ] {
            let mut out = String::new();
            assert_eq!((number(value, &mut out), out.as_str()), (kind, text), "{value}");
        }
    }

    #[test]
    fn dates_of_both_epochs() {
        let read = |value, date_1904| {
            let mut out = String::new();
            let kind = formatted(value, NumberFormat::Date, date_1904, &mut out);
            (kind, out)
        };
        for (value, date_1904, text) in [
            (1.0, false, "1900-01-01"),
            (59.0, false, "1900-02-28"),
            (60.0, false, "1900-02-29"),
            (61.0, false, "1900-03-01"),
            (45_106.0, false, "2023-06-29"),
            (45_106.5, false, "2023-06-29 12:00:00"),
            (45_105.999_999_999, false, "2023-06-29"),
            (2_958_465.0, false, "9999-12-31"),
            (43_644.0, true, "2023-06-29"),
            (0.0, true, "1904-01-01"),
        ] {
            assert_eq!(read(value, date_1904), (CellKind::Date, text.to_owned()), "{value}");
        }
        assert_eq!(read(0.75, false), (CellKind::Text, "18:00:00".to_owned()));
        assert_eq!(read(-1.0, false), (CellKind::Number, "-1".to_owned()));
        assert_eq!(read(0.0, false), (CellKind::Number, "0".to_owned()));
        assert_eq!(read(2_958_466.0, false), (CellKind::Number, "2958466".to_owned()));
        let mut out = String::new();
        formatted(1.25, NumberFormat::Duration, false, &mut out);
        assert_eq!(out, "30:00:00");
    }

    #[test]
    fn format_codes() {
        for (code, format) in [
            ("yyyy\"年\"m\"月\"d\"日\";@", NumberFormat::Date),
            ("yyyy年m月d日", NumberFormat::Date),
            ("[$-804]yyyy/m/d", NumberFormat::Date),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"", NumberFormat::Date),
            ("[h]:mm:ss", NumberFormat::Duration),
            ("[mm]:ss", NumberFormat::Duration),
            ("General", NumberFormat::Plain),
            ("G/通用格式", NumberFormat::Plain),
            ("0.00_ ;[Red]-0.00", NumberFormat::Plain),
            ("#,##0.00\"days\"", NumberFormat::Plain),
            ("0\\d", NumberFormat::Plain),
            ("@", NumberFormat::Plain),
            ("0.00;yyyy", NumberFormat::Plain),
        ] {
            assert_eq!(NumberFormat::of_code(code), format, "{code}");
        }
    }

    #[test]
    fn iso_dates() {
        assert_eq!(iso_date("2023-06-29T00:00:00.000").as_deref(), Some("2023-06-29"));
        assert_eq!(iso_date("2023-06-29T08:30:00Z").as_deref(), Some("2023-06-29 08:30:00"));
        assert_eq!(iso_date("2023-06-29").as_deref(), Some("2023-06-29"));
        assert_eq!(iso_date("29.6.2023"), None);
        assert_eq!(iso_date("二〇二三-06-29"), None);
    }
}
