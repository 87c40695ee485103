//! The last day for gathering, 实施方案 三(二)2: so many days from the day after the event.

use precheck_schema::Lang;
use precheck_schema::date::{Date, Datelike, Days, iso};
use precheck_schema::profile::DayCount;

use crate::context::{Context, Hit, iso_date};
use crate::sentence;

/// The last day on which a record of this event date is gathered in time; none past the end of the calendar.
pub fn due(cx: &Context<'_>, event: Date) -> Option<Date> {
    let deadline = &cx.profile.deadline;
    match deadline.count {
        DayCount::Natural => event.checked_add_days(Days::new(u64::from(deadline.days))),
        DayCount::Working => Some(cx.calendar.add_working_days(event, deadline.days)),
    }
}

/// A sentence about the event date of a finding and its last day; the year of the latter is left out where the
/// former has the same.
pub(crate) fn sentence(
    hit: &Hit<'_, '_>,
    lang: Lang,
    zh: impl FnOnce(&str, &str) -> String,
    en: impl FnOnce(&str, &str) -> String,
) -> String {
    let event = hit.value();
    let due = iso_date(event).and_then(|date| Some((date, due(hit.row.cx, date)?)));
    let due = due.map_or(String::new(), |(event, due)| {
        let text = iso(due);
        if event.year() == due.year() { text[5..].to_owned() } else { text }
    });
    sentence::say(lang, || zh(event, &due), || en(event, &due))
}
