//! Months for a date picker.

use precheck_schema::calendar::Calendar;
use precheck_schema::date::{Date, Datelike, Days, Months, Weekday, iso, read_date};

use crate::api::{DayView, MonthView};

/// Six weeks: every month fits.
const DAYS: u64 = 42;

/// The month around the day that a text names, or around the day of the run.
pub fn month_of(calendar: &Calendar, today: Date, text: &str) -> MonthView {
    let day = read_date(text.trim(), false).map_or(today, |read| read.date);
    let first = day.with_day(1).unwrap_or(day);
    let start =
        first.checked_sub_days(Days::new(u64::from(first.weekday().num_days_from_monday()))).unwrap_or(first);
    let days = (0..DAYS).filter_map(|offset| start.checked_add_days(Days::new(offset)));
    MonthView {
        year: first.year(),
        month: first.month(),
        selected: iso(day),
        today: iso(today),
        known: calendar.covers(first),
        days: days
            .map(|date| DayView {
                date: iso(date),
                day: date.day(),
                inside: date.month() == first.month(),
                mark: mark(calendar, date).to_owned(),
            })
            .collect(),
    }
}

fn mark(calendar: &Calendar, date: Date) -> &'static str {
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    match (calendar.is_working_day(date), weekend) {
        (true, false) => "",
        (true, true) => "work",
        (false, true) => "weekend",
        (false, false) => "holiday",
    }
}

/// A day so many days and months away from another, both `yyyy-MM-dd`; none where there is no such day.
pub fn shifted(day: &str, days: i64, months: i32) -> Option<String> {
    let date = read_date(day, false)?.date;
    let by = Months::new(months.unsigned_abs());
    let date = if months < 0 { date.checked_sub_months(by)? } else { date.checked_add_months(by)? };
    let by = Days::new(days.unsigned_abs());
    let date = if days < 0 { date.checked_sub_days(by)? } else { date.checked_add_days(by)? };
    (1..=9999).contains(&date.year()).then(|| iso(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_knows_holidays_and_make_up_days() {
        let today = Date::from_ymd_opt(2023, 6, 16).unwrap();
        let month = month_of(&Calendar::built_in(), today, "2023年6月25日");
        assert_eq!((month.year, month.month, month.selected.as_str()), (2023, 6, "2023-06-25"));
        assert_eq!((month.days.len(), month.days[0].date.as_str()), (42, "2023-05-29"));
        assert!(!month.days[0].inside && month.known);
        let mark = |date: &str| month.days.iter().find(|d| d.date == date).unwrap().mark.clone();
        assert_eq!(mark("2023-06-21"), "");
        assert_eq!(mark("2023-06-22"), "holiday");
        assert_eq!(mark("2023-06-24"), "weekend");
        assert_eq!(mark("2023-06-25"), "work");
        assert_eq!(month_of(&Calendar::built_in(), today, "no date").selected, "2023-06-16");
        assert!(!month_of(&Calendar::built_in(), today, "2099-01-01").known);
    }

    #[test]
    fn days_and_months_away() {
        assert_eq!(shifted("2024-01-31", 0, 1).as_deref(), Some("2024-02-29"));
        assert_eq!(shifted("2024-03-01", -1, 0).as_deref(), Some("2024-02-29"));
        assert_eq!(shifted("2024-02-29", 0, -12).as_deref(), Some("2023-02-28"));
        assert_eq!(shifted("9999-12-31", 1, 0), None);
        assert_eq!(shifted("x", 1, 0), None);
    }
}
