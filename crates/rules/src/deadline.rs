//! The last day for gathering, 实施方案 三(二)2: so many days from the day after the event.

use precheck_schema::date::{Date, Days};
use precheck_schema::profile::DayCount;

use crate::context::Context;

/// The last day on which a record of this event date is gathered in time; none past the end of the calendar.
pub fn due(cx: &Context<'_>, event: Date) -> Option<Date> {
    let deadline = &cx.profile.deadline;
    match deadline.count {
        DayCount::Natural => event.checked_add_days(Days::new(u64::from(deadline.days))),
        DayCount::Working => Some(cx.calendar.add_working_days(event, deadline.days)),
    }
}
