//! T002: the last day for gathering is near.

use crate::context::RowCx;
use crate::deadline;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "T002",
    slug: "due-soon",
    dimension: Dimension::Timeliness,
    severity: Severity::Info,
    kinds: Kinds::All,
    fields: &[Selector::EventDate],
    title: Text::new("归集时限将到", "Day for gathering is near"),
    what: Text::new(
        "归集时限在今天至机构设置的提醒天数（5 天）之内到期。",
        "The last day for gathering is today or within the days of the settings (5).",
    ),
    why: Text::new("过了这一天就是超期。", "After that day the record is late."),
    how: Text::new("优先核对并导出。", "Check and export these first."),
    basis: &["plan-3-2-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-10")]],
            Text::new("今天到期", "Due today"),
        ),
        Example::fires(
            Kind::LicenseTermination,
            &[&[(FieldKey::TerminationDate, "2023-06-15")]],
            Text::new("5 天后到期", "Due in 5 days"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-09")]],
            Text::new("已超期的由 T001 报告", "What is late is T001's business"),
        ),
        Example::silent(Kind::LicenseTermination, &[&[]], Text::new("6 天后到期", "Due in 6 days")),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    let Some((field, event)) = row.event_date() else { return };
    let Some(due) = deadline::due(row.cx, event) else { return };
    let left = (due - row.cx.today).num_days();
    if (0..=i64::from(row.cx.profile.deadline.remind_days)).contains(&left) {
        hits.with(field, left as u32);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let left = hit.arg();
    deadline::sentence(
        hit,
        lang,
        |event, due| {
            if left == 0 {
                format!("{event}，今天（{due}）到期")
            } else {
                format!("{event}，应于 {due} 前归集，余 {left} 天")
            }
        },
        |event, due| format!("{event}: to be gathered by {due}, {left} days left"),
    )
}
