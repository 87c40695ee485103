//! T001: not gathered in time.

use crate::context::RowCx;
use crate::deadline;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "T001",
    slug: "overdue",
    dimension: Dimension::Timeliness,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::EventDate],
    title: Text::new("超过归集时限", "Past the day for gathering"),
    what: Text::new(
        "自信息产生之日起已超过归集时限（默认 20 天，机构设置可改为工作日）。",
        "More days have passed since the event than gathering may take (20 by default; the profile may count working days).",
    ),
    why: Text::new(
        "时限是对提供机关的要求，超期会计入考核。",
        "The limit binds the authority that supplies the information, and lateness is counted against it.",
    ),
    how: Text::new(
        "仍应尽快归集，并说明原因；日期填错的请更正。",
        "Gather it all the same, and say why it is late; correct a wrong date.",
    ),
    basis: &["plan-3-2-2", "zf-20-26", "bf-118"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-09")]],
            Text::new("06-29 到期，06-30 检查时超 1 天", "Due on 06-29, one day late on 06-30"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DecisionDate, ""), (FieldKey::ValidFrom, "2023-05-24")]],
            Text::new("没有决定日期，从有效期起算", "Counted from the first day of validity"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::CompletedDate, "2023-05-31")]],
            Text::new("20 个工作日，端午放假调休", "20 working days across a holiday"),
        )
        .settings(&[Setting::WorkingDays]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-10")]],
            Text::new("今天到期", "Due today"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::CompletedDate, "2023-06-01")]],
            Text::new("按工作日算今天到期", "Due today by working days"),
        )
        .settings(&[Setting::WorkingDays]),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2023-05-24")]],
            Text::new(
                "有决定日期的不看有效期",
                "The first day of validity does not count beside a decision date",
            ),
        ),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    let Some((field, event)) = row.event_date() else { return };
    let Some(due) = deadline::due(row.cx, event).filter(|due| row.cx.today > *due) else { return };
    hits.with(field, (row.cx.today - due).num_days() as u32);
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let late = hit.arg();
    deadline::sentence(
        hit,
        lang,
        |event, due| format!("{event}，应于 {due} 前归集，已超期 {late} 天"),
        |event, due| format!("{event}: to be gathered by {due}, {late} days late"),
    )
}
