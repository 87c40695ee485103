//! A035: a licence that is valid before it was granted.

use super::range::sound;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A035",
    slug: "valid-before-decision",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::LicenseGrant]),
    fields: &[Selector::Field(FieldKey::ValidFrom)],
    title: Text::new("有效期起早于决定日期", "Valid before the decision"),
    what: Text::new("有效期起早于许可决定日期。", "The validity starts before the decision was made."),
    why: Text::new(
        "许可自作出决定起才有效，更早的起始日期通常是录入错误。",
        "A licence is valid from its decision on; an earlier start is mostly a typing error.",
    ),
    how: Text::new(
        "核对许可文书；延续许可确实接续原有效期的，确认后可以导出。",
        "Compare with the document; a renewal that continues the former period may be confirmed.",
    ),
    basis: &["plan-3-1-1-1"],
    fix: FixKind::None,
    unless: &["date-invalid", "date-out-of-range"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2023-06-01"), (FieldKey::DecisionDate, "2023-06-16")]],
            Text::new("早 15 天", "15 days before"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2022/6/16"), (FieldKey::DecisionDate, "2023-06-16")]],
            Text::new("早 1 年", "A year before"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2023-06-16"), (FieldKey::DecisionDate, "2023-06-16")]],
            Text::new("同一天", "The same day"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2023-06-16"), (FieldKey::DecisionDate, "")]],
            Text::new("没有决定日期", "No date of decision"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let (from, decision) = (crate::iso_date(cell.value)?, sound(cell.row, FieldKey::DecisionDate)?);
    Wrong::when(from < decision)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (from, decision) = (hit.value(), hit.row.normalised(FieldKey::DecisionDate));
    in_lang(
        lang,
        || format!("{from} 早于「许可决定日期」{decision}"),
        || format!("{from} is before the decision of {decision}"),
    )
}
