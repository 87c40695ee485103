//! Working days: holidays and make-up days as the State Council announces them, year by year.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::date::{Date, Datelike, Days, Weekday, from_iso};

/// Holidays and make-up working days of one announcement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidayYear {
    /// The year that the announcement is for. Single days may lie in the years beside it.
    pub year: i32,
    /// Number of the announcement.
    #[serde(default)]
    pub notice: String,
    /// Days off, `yyyy-MM-dd`; Saturdays and Sundays need not be named.
    pub off: Vec<String>,
    /// Saturdays and Sundays on which people work.
    pub work: Vec<String>,
}

/// The announced years as a file holds them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidayFile {
    /// One entry per announcement.
    pub years: Vec<HolidayYear>,
}

/// A day that an organisation counts otherwise than the announcements that it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayChange {
    /// The day, `yyyy-MM-dd`.
    pub day: String,
    /// `off` or `work`.
    pub kind: String,
    /// Ground of it.
    #[serde(default)]
    pub basis: String,
}

impl DayChange {
    /// The day and whether it is worked; none where it cannot be read.
    pub fn read(&self) -> Option<(Date, bool)> {
        let works = match self.kind.as_str() {
            "work" => true,
            "off" => false,
            _ => return None,
        };
        Some((from_iso(&self.day)?, works))
    }
}

/// The days of a year that are no plain week: off, and worked at weekends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearDays {
    /// The year.
    pub year: i32,
    /// Days off.
    pub off: Vec<Date>,
    /// Days worked.
    pub work: Vec<Date>,
}

/// What is wrong with a holiday file.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// No JSON of the expected form.
    #[error("节假日数据的格式不对：{0}")]
    Format(#[from] serde_json::Error),
    /// A day that is no date.
    #[error("节假日数据 {year} 年里的“{day}”不是 yyyy-MM-dd 形式的日期")]
    Day {
        /// Year of the entry.
        year: i32,
        /// The text.
        day: String,
    },
}

/// Days on which public bodies work.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Exceptions to Monday to Friday: whether the day is worked.
    exceptions: FxHashMap<Date, bool>,
    last_year: Option<i32>,
}

impl Calendar {
    /// The announcements that the program carries.
    pub fn built_in() -> Self {
        let text = include_str!("../../../profiles/holidays.json");
        let mut calendar = Self::default();
        calendar.load(text).expect("the built-in holidays are checked by a test");
        calendar
    }

    /// Adds announcements from a JSON file `{"years":[{"year","notice","off":[…],"work":[…]}]}`; a day that
    /// was known takes its new meaning.
    pub fn load(&mut self, json: &str) -> Result<(), CalendarError> {
        let file: HolidayFile = serde_json::from_str(json)?;
        for entry in &file.years {
            for (days, worked) in [(&entry.off, false), (&entry.work, true)] {
                for day in days {
                    let date = from_iso(day)
                        .ok_or_else(|| CalendarError::Day { year: entry.year, day: day.clone() })?;
                    self.exceptions.insert(date, worked);
                }
            }
            self.last_year = self.last_year.max(Some(entry.year));
        }
        Ok(())
    }

    /// Takes over single days. A year past the announced ones counts as announced once both New Year's Day and the
    /// first of October are named as days off: single days tell nothing about the rest of a year.
    pub fn change(&mut self, days: &[DayChange]) {
        for (day, works) in days.iter().filter_map(DayChange::read) {
            self.exceptions.insert(day, works);
        }
        let off = |year: i32, month: u32| {
            let day = Date::from_ymd_opt(year, month, 1);
            day.is_some_and(|day| self.exceptions.get(&day) == Some(&false))
        };
        while let Some(next) = self.last_year.map(|last| last + 1)
            && off(next, 1)
            && off(next, 10)
        {
            self.last_year = Some(next);
        }
    }

    /// Year by year what is no plain week, the last year first.
    pub fn years(&self) -> Vec<YearDays> {
        let mut days: Vec<(Date, bool)> = self.exceptions.iter().map(|(day, works)| (*day, *works)).collect();
        days.sort_unstable();
        let mut years: Vec<YearDays> = Vec::new();
        for (day, works) in days {
            if years.last().is_none_or(|last| last.year != day.year()) {
                years.push(YearDays { year: day.year(), ..YearDays::default() });
            }
            if let Some(year) = years.last_mut() {
                (if works { &mut year.work } else { &mut year.off }).push(day);
            }
        }
        years.reverse();
        years
    }

    /// Whether public bodies work on a day. Beyond [`Calendar::last_year`] this knows weekends only.
    pub fn is_working_day(&self, day: Date) -> bool {
        self.exceptions.get(&day).copied().unwrap_or(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
    }

    /// The last year that an announcement covers.
    pub fn last_year(&self) -> Option<i32> {
        self.last_year
    }

    /// Whether the day lies in an announced year or before one.
    pub fn covers(&self, day: Date) -> bool {
        self.last_year.is_some_and(|last| day.year() <= last)
    }

    /// The day on which the `count`th working day after `start` falls; the day after `start` is the first
    /// that may count. Days past the end of the calendar's range give the last date it can name.
    pub fn add_working_days(&self, start: Date, count: u32) -> Date {
        let mut day = start;
        let mut left = count;
        while left > 0 {
            let Some(next) = day.checked_add_days(Days::new(1)) else { return day };
            day = next;
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        day
    }

    /// Working days after `start` up to and including `end`; 0 where `end` is not later.
    pub fn working_days_between(&self, start: Date, end: Date) -> u32 {
        let mut day = start;
        let mut count = 0;
        while day < end {
            let Some(next) = day.checked_add_days(Days::new(1)) else { return count };
            day = next;
            count += u32::from(self.is_working_day(day));
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    #[test]
    fn published_vectors() {
        let calendar = Calendar::built_in();
        assert_eq!(calendar.last_year(), Some(2026));
        for (start, seven, twenty, twenty_days) in [
            ("2023-01-13", "2023-01-29", "2023-02-15", "2023-02-02"),
            ("2023-03-24", "2023-04-04", "2023-04-23", "2023-04-13"),
            ("2023-09-20", "2023-10-07", "2023-10-24", "2023-10-10"),
            ("2023-12-29", "2024-01-10", "2024-01-29", "2024-01-18"),
            ("2024-02-02", "2024-02-18", "2024-03-06", "2024-02-22"),
            ("2024-09-27", "2024-10-12", "2024-10-30", "2024-10-17"),
            ("2025-01-20", "2025-02-05", "2025-02-21", "2025-02-09"),
            ("2025-09-19", "2025-09-29", "2025-10-23", "2025-10-09"),
            ("2026-02-06", "2026-02-24", "2026-03-12", "2026-02-26"),
            ("2026-09-18", "2026-09-29", "2026-10-22", "2026-10-08"),
        ] {
            assert_eq!(calendar.add_working_days(day(start), 7), day(seven), "{start}");
            assert_eq!(calendar.add_working_days(day(start), 20), day(twenty), "{start}");
            assert_eq!(calendar.working_days_between(day(start), day(twenty)), 20, "{start}");
            assert_eq!(day(start).checked_add_days(Days::new(20)), Some(day(twenty_days)), "{start}");
        }
    }

    #[test]
    fn single_days_are_changed_and_a_year_is_known_by_its_first_and_last_holiday() {
        let mut calendar = Calendar::built_in();
        let change = |day: &str, kind: &str| DayChange {
            day: day.to_owned(),
            kind: kind.to_owned(),
            basis: String::new(),
        };
        assert!(!calendar.is_working_day(day("2026-05-04")));
        calendar.change(&[
            change("2026-05-04", "work"),
            change("2026-05-09", "off"),
            change("2027-01-01", "off"),
        ]);
        assert!(calendar.is_working_day(day("2026-05-04")) && !calendar.is_working_day(day("2026-05-09")));
        assert!(!calendar.covers(day("2027-03-01")), "one day is no announcement");
        calendar.change(&[
            change("2027-10-01", "off"),
            change("2027-1-3", "off"),
            change("2027-01-04", "halb"),
        ]);
        assert_eq!(calendar.last_year(), Some(2027));
        let years = calendar.years();
        assert_eq!((years[0].year, years[0].off.len(), years[0].work.len()), (2027, 2, 0));
        assert!(years[1].work.contains(&day("2026-05-04")) && years[1].off.contains(&day("2026-05-09")));
    }

    #[test]
    fn a_new_year_can_be_loaded() {
        let mut calendar = Calendar::built_in();
        assert!(!calendar.covers(day("2027-03-01")));
        calendar.load(r#"{"years":[{"year":2027,"off":["2027-01-01"],"work":["2027-01-03"]}]}"#).unwrap();
        assert!(calendar.covers(day("2027-03-01")));
        assert!(!calendar.is_working_day(day("2027-01-01")));
        assert!(calendar.is_working_day(day("2027-01-03")));
        assert!(calendar.load(r#"{"years":[{"year":2028,"off":["1月1日"],"work":[]}]}"#).is_err());
        assert!(calendar.load("[]").is_err());
    }
}
