//! A038: a decision dated on a day off.

use precheck_schema::date::{Datelike, Weekday};

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A038",
    slug: "decision-on-rest-day",
    dimension: Dimension::Accuracy,
    severity: Severity::Info,
    kinds: Kinds::Only(&[Kind::LicenseGrant, Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::DecisionDate)],
    title: Text::new("休息日作出决定", "Decided on a day off"),
    what: Text::new(
        "决定日期是周六、周日或法定节假日（调休上班的除外）。",
        "The decision is dated on a Saturday, Sunday or public holiday that is no make-up working day.",
    ),
    why: Text::new(
        "休息日作出的决定少见，可能是日期写错。",
        "Decisions on days off are rare: the date may be wrong.",
    ),
    how: Text::new(
        "与文书原件核对；日期无误的不用修改。",
        "Compare with the document; leave it where it is right.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &["date-invalid", "date-out-of-range", "date-in-future"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-17")]],
            Text::new("周六", "A Saturday"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DecisionDate, "2023-06-22"), (FieldKey::ValidFrom, "2023-06-22")]],
            Text::new("端午节，周四", "A public holiday, a Thursday"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-25")]],
            Text::new("周日调休上班", "A Sunday on which people worked"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-16")]],
            Text::new("周五", "A Friday"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(!cell.row.cx.calendar.is_working_day(crate::iso_date(cell.value)?))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let date = hit.value();
    let (zh, en) = match crate::iso_date(date).map(|d| d.weekday()) {
        Some(Weekday::Sat) => ("周六", "a Saturday"),
        Some(Weekday::Sun) => ("周日", "a Sunday"),
        _ => ("法定节假日", "a public holiday"),
    };
    in_lang(lang, || format!("{date} 是{zh}"), || format!("{date} is {en}"))
}
