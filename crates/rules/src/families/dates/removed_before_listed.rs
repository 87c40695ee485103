//! A039: taken off a list before it was put on it.

use super::range::sound;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A039",
    slug: "removed-before-listed",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::Blacklist]),
    fields: &[Selector::Field(FieldKey::RemovedDate)],
    title: Text::new("移出早于列入", "Removed before it was listed"),
    what: Text::new("移出日期早于列入日期。", "The date of removal is before the date of listing."),
    why: Text::new(
        "先移出后列入不可能发生，至少一个日期写错。",
        "That cannot be: at least one of the dates is wrong.",
    ),
    how: Text::new("与列入、移出决定书核对后更正。", "Compare with both decisions and mend."),
    basis: &["plan-3-1-4"],
    fix: FixKind::None,
    unless: &["date-invalid", "date-out-of-range"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::ListedDate, "2023-06-20"), (FieldKey::RemovedDate, "2023-06-01")]],
            Text::new("早 19 天", "19 days before"),
        ),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::ListedDate, "2023-06-16"), (FieldKey::RemovedDate, "2022.6.30")]],
            Text::new("年份写错，写法不同也能比较", "A wrong year, in another form"),
        ),
        Example::silent(
            Kind::Blacklist,
            &[&[(FieldKey::ListedDate, "2023-06-16"), (FieldKey::RemovedDate, "2023-06-16")]],
            Text::new("同一天", "The same day"),
        ),
        Example::silent(
            Kind::Blacklist,
            &[&[(FieldKey::RemovedDate, "")]],
            Text::new("尚未移出", "Not removed yet"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let (listed, removed) = (sound(cell.row, FieldKey::ListedDate)?, crate::iso_date(cell.value)?);
    Wrong::when(removed < listed)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (listed, removed) = (hit.row.normalised(FieldKey::ListedDate), hit.value());
    in_lang(
        lang,
        || format!("{removed} 早于「列入日期」{listed}"),
        || format!("{removed} is before the listing of {listed}"),
    )
}
