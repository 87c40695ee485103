//! T003: seven working days since the decision.

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "T003",
    slug: "seven-working-days",
    dimension: Dimension::Timeliness,
    severity: Severity::Info,
    kinds: Kinds::Only(&[Kind::LicenseGrant, Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::DecisionDate)],
    title: Text::new("超过 7 个工作日公开时限", "More than seven working days since the decision"),
    what: Text::new(
        "许可、处罚决定作出后已超过 7 个工作日。",
        "More than seven working days have passed since a licence or penalty was decided.",
    ),
    why: Text::new(
        "执法公示和双公示都要求许可、处罚在 7 个工作日内公开，与 20 天的归集时限各算各的。",
        "Two rules on publicity ask for seven working days, whatever the 20 days of gathering say.",
    ),
    how: Text::new(
        "确认是否已在执法公示平台公开；不由本机构公示的，可在机构设置里关闭。",
        "Make sure that it is published; the profile can switch this off where another body publishes.",
    ),
    basis: &["bf-118", "sgs-424"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-16")]],
            Text::new("06-28 是第 7 个工作日", "The seventh working day was 06-28"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DecisionDate, "2023-06-19")]],
            Text::new("端午放假、周日调休上班", "Across a holiday with a working Sunday"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-20")]],
            Text::new("今天是第 7 个工作日", "Today is the seventh working day"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::DecisionDate, "")]],
            Text::new("没有决定日期", "No decision date"),
        ),
    ]),
};

/// Working days within which licences and penalties are published.
pub(super) const DAYS: u32 = 7;

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let cx = cell.row.cx;
    if !cx.profile.seven_working_days {
        return None;
    }
    let last = cx.calendar.add_working_days(cell.row.date(cell.key)?, DAYS);
    Wrong::when(cx.today > last)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let decided = hit.value();
    let last = hit.row.date(hit.field()).map(|date| hit.row.cx.calendar.add_working_days(date, DAYS));
    let last = last.map_or(String::new(), precheck_schema::date::iso);
    in_lang(
        lang,
        || format!("{decided}，第 {DAYS} 个工作日为 {last}，已过"),
        || format!("{decided}: the seventh working day was {last}"),
    )
}
