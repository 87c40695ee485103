//! Deadlines: natural or working days, as the profile says.

use precheck_schema::calendar::Calendar;
use precheck_schema::date::{Date, Datelike, Days, LONG_TERM};
use precheck_schema::profile::{DayCount, Deadline};

/// Days ahead that count as soon.
pub const SOON: i64 = 5;

/// Days before and after the end of publicity in which it is reminded of.
pub(crate) const REMIND: i64 = 30;

/// By what days are counted.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// The deadline of the profile.
    pub deadline: &'a Deadline,
    /// Holidays and make-up days.
    pub calendar: &'a Calendar,
    /// The day of the run.
    pub today: Date,
}

/// The weekday of a day, 0 being Monday.
pub fn weekday(day: Date) -> u32 {
    day.weekday().num_days_from_monday()
}

/// A day as the ledger keeps it.
pub use precheck_schema::date::from_iso as read_day;

impl Terms<'_> {
    /// The last day on which a record of this day is gathered in time.
    pub fn due(&self, event: &str) -> Option<Date> {
        let event = read_day(event)?;
        match self.deadline.count {
            DayCount::Natural => event.checked_add_days(Days::new(u64::from(self.deadline.days))),
            DayCount::Working => Some(self.calendar.add_working_days(event, self.deadline.days)),
        }
    }

    /// Days from today to a day; negative when it is past.
    pub fn left(&self, day: Date) -> i64 {
        (day - self.today).num_days()
    }

    /// The day on which one should act for something due on a day: the last working day up to it.
    pub fn act_by(&self, due: Date) -> Date {
        let mut day = due;
        // No holiday is longer.
        for _ in 0..15 {
            if self.calendar.is_working_day(day) {
                return day;
            }
            let Some(before) = day.checked_sub_days(Days::new(1)) else { break };
            day = before;
        }
        due
    }

    /// Days until the end of publicity; none where it has no end or is not known.
    pub(crate) fn publicity_left(&self, end: &str) -> Option<i64> {
        if end == LONG_TERM {
            return None;
        }
        Some(self.left(read_day(end)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        read_day(text).unwrap()
    }

    #[test]
    fn natural_and_working_days() {
        let calendar = Calendar::built_in();
        let today = day("2023-06-16");
        let natural = Deadline::default();
        let working = Deadline { count: DayCount::Working, ..Deadline::default() };
        let terms = |deadline| Terms { deadline, calendar: &calendar, today };
        assert_eq!(terms(&natural).due("2023-05-24"), Some(day("2023-06-13")));
        assert_eq!(terms(&natural).left(day("2023-06-13")), -3);
        // The vectors of the calendar: over the National Day of 2023 with its make-up days.
        assert_eq!(terms(&working).due("2023-09-20"), Some(day("2023-10-24")));
        assert_eq!(terms(&natural).due("2023-5-24"), None);
        assert_eq!(terms(&natural).due(""), None);
    }

    #[test]
    fn one_acts_before_the_holiday() {
        let (calendar, deadline) = (Calendar::built_in(), Deadline::default());
        let terms = Terms { deadline: &deadline, calendar: &calendar, today: day("2023-06-16") };
        // 端午 2023-06-22 to 24; Sunday 06-25 is worked.
        assert_eq!(terms.act_by(day("2023-06-24")), day("2023-06-21"));
        assert_eq!(terms.act_by(day("2023-06-25")), day("2023-06-25"));
        assert_eq!(terms.act_by(day("2023-06-18")), day("2023-06-16"));
    }
}
