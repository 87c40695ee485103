//! A034: a licence that ends before it starts.

use super::range::sound;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A034",
    slug: "valid-period-reversed",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::LicenseGrant]),
    fields: &[Selector::Field(FieldKey::ValidTo)],
    title: Text::new("有效期起止颠倒", "Validity ends before it starts"),
    what: Text::new("有效期止早于有效期起。", "The last day of validity is before the first."),
    why: Text::new(
        "起止颠倒的许可没有一天有效，公示会误导社会。",
        "Such a licence is valid on no day, and publishing it misleads.",
    ),
    how: Text::new("核对许可文书后更正。", "Compare with the licence document and mend."),
    basis: &["plan-3-1-1-1"],
    fix: FixKind::None,
    unless: &["date-invalid", "date-out-of-range"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2023-06-01"), (FieldKey::ValidTo, "2023-05-01")]],
            Text::new("止早于起 1 个月", "The end is a month before the start"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2023年6月16日"), (FieldKey::ValidTo, "2020年6月15日")]],
            Text::new("年份写错，写法不同也能比较", "A wrong year, in another form"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2023-06-16"), (FieldKey::ValidTo, "2023-06-16")]],
            Text::new("只有一天有效", "Valid for one day"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2203-06-16"), (FieldKey::ValidTo, "2026-06-15")]],
            Text::new("有效期起超出范围由 A032 提示", "A start out of range is A032's business"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let (from, to) = (sound(cell.row, FieldKey::ValidFrom)?, crate::iso_date(cell.value)?);
    Wrong::when(to < from)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (from, to) = (hit.row.normalised(FieldKey::ValidFrom), hit.value());
    in_lang(
        lang,
        || format!("{to} 早于「有效期起」{from}"),
        || format!("{to} is before the start of validity, {from}"),
    )
}
