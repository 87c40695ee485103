//! T004: working days are counted beyond the last holiday announcement.

use crate::context::RowCx;
use crate::deadline;
use crate::families::prelude::*;
use crate::rule::RowHits;
use precheck_schema::profile::DayCount;

use super::seven_working_days;

pub(super) static RULE: Rule = Rule {
    code: "T004",
    slug: "calendar-unknown",
    dimension: Dimension::Timeliness,
    severity: Severity::Info,
    kinds: Kinds::All,
    fields: &[Selector::EventDate],
    title: Text::new("节假日安排未公布", "Holidays not announced yet"),
    what: Text::new(
        "工作日算到了还没有放假安排的年份。",
        "The count of working days reaches a year whose holidays are not known.",
    ),
    why: Text::new(
        "放假安排每年年底公布，之前只能按周一至周五估算。",
        "Holidays are announced late in the year before; until then Monday to Friday is all that can be counted.",
    ),
    how: Text::new(
        "新的安排公布后，在设置里载入节假日数据。",
        "Load the holiday data in the settings once they are announced.",
    ),
    basis: &["jjr-2026", "jjr-2027"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::DecisionDate, "2026-12-28"),
                (FieldKey::DocumentNo, "奈(消)行罚决字〔2026〕第0007号"),
            ]],
            Text::new("7 个工作日跨过年底", "Seven working days run past the end of the year"),
        )
        .today("2026-12-30"),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::CompletedDate, "2026-12-10")]],
            Text::new("20 个工作日跨过年底", "20 working days run past the end of the year"),
        )
        .today("2026-12-30")
        .settings(&[Setting::WorkingDays]),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::CompletedDate, "2026-12-10")]],
            Text::new("按自然日算不看节假日", "Natural days need no holidays"),
        )
        .today("2026-12-30"),
        Example::silent(
            Kind::Penalty,
            &[&[]],
            Text::new("2023 年的安排已公布", "The holidays of 2023 are known"),
        ),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    let Some((field, event)) = row.event_date() else { return };
    let (cx, info) = (row.cx, row.kind().info());
    let seven = seven_working_days::RULE.kinds.contains(row.kind())
        && cx.profile.seven_working_days
        && field == info.event_date
        && !cx.calendar.covers(cx.calendar.add_working_days(event, seven_working_days::DAYS));
    let deadline = cx.profile.deadline.count == DayCount::Working
        && deadline::due(cx, event).is_some_and(|due| !cx.calendar.covers(due));
    if seven || deadline {
        hits.at(field);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let date = hit.value();
    let last = hit.row.cx.calendar.last_year().unwrap_or(0);
    in_lang(
        lang,
        || format!("{date} 起的工作日算到了 {last} 年以后，节假日安排还没有载入"),
        || format!("working days from {date} run past {last}, the last year whose holidays are loaded"),
    )
}
