//! The strip of days: what is due when.

use std::collections::BTreeMap;

use precheck_schema::date::{Date, Datelike, Days, Weekday};

use crate::book::Book;
use crate::list::Row;
use crate::terms::{SOON, Terms};

/// Days of the strip.
pub const DAYS: usize = 28;

/// Days of the strip before today.
const BEFORE: u64 = 4;

/// A day of the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueDay {
    /// The day.
    pub date: Date,
    /// Open records that are due on it.
    pub count: usize,
    /// Whether it is today.
    pub today: bool,
    /// Whether public bodies rest.
    pub rest: bool,
    /// Whether it is a working day that is off, or a weekend day that is worked.
    pub moved: bool,
    /// Whether what is due on it is overdue.
    pub overdue: bool,
    /// Whether it has to be acted on at once: due within [`SOON`] days, or on a day of rest.
    pub hot: bool,
    /// For days of rest: the last working day before.
    pub act_by: Date,
}

/// What is due when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strip {
    /// Open records past their deadline, on the strip or before it.
    pub overdue: usize,
    /// How many days the oldest one is overdue.
    pub most_overdue: i64,
    /// Open records that are due within [`SOON`] days.
    pub soon: usize,
    /// The first day on which one of them is due.
    pub next: Option<Date>,
    /// Open records due after the strip.
    pub later: usize,
    /// Open records whose day cannot be read.
    pub unknown: usize,
    /// The days.
    pub days: Vec<DueDay>,
}

impl Book {
    /// What is due when, over the days around today.
    pub fn strip(&self, terms: &Terms<'_>) -> Strip {
        let mut strip = Strip::default();
        let mut by_day: BTreeMap<Date, usize> = BTreeMap::new();
        for entry in self.live().filter(|entry| entry.status().is_open()) {
            let row = Row::new(entry, terms);
            let (Some(due), Some(left)) = (row.due, row.left) else {
                strip.unknown += 1;
                continue;
            };
            *by_day.entry(due).or_default() += 1;
            if left < 0 {
                strip.overdue += 1;
                strip.most_overdue = strip.most_overdue.max(-left);
            } else if left <= SOON {
                strip.soon += 1;
                strip.next = Some(strip.next.map_or(due, |next| next.min(due)));
            }
        }
        let first = terms.today.checked_sub_days(Days::new(BEFORE)).unwrap_or(terms.today);
        let dates = (0..DAYS as u64).filter_map(|n| first.checked_add_days(Days::new(n)));
        strip.days = dates
            .map(|date| {
                let rest = !terms.calendar.is_working_day(date);
                let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
                let (count, left) = (by_day.get(&date).copied().unwrap_or(0), terms.left(date));
                DueDay {
                    date,
                    count,
                    today: left == 0,
                    rest,
                    moved: rest != weekend,
                    overdue: left < 0,
                    hot: left >= 0 && (left <= SOON || rest),
                    act_by: terms.act_by(date),
                }
            })
            .collect();
        let last = strip.days.last().map_or(terms.today, |day| day.date);
        strip.later =
            by_day.range((std::ops::Bound::Excluded(last), std::ops::Bound::Unbounded)).map(|(_, n)| n).sum();
        strip
    }
}
