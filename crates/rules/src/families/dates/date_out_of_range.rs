//! A032: a date that no record of this kind can have.

use super::range::in_range;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A032",
    slug: "date-out-of-range",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Date],
    title: Text::new("日期超出范围", "Date out of range"),
    what: Text::new(
        "日期早于 1949-10-01，或晚于 2100-12-31 又不是长期值。",
        "The date is before 1949-10-01, or after 2100-12-31 and not the long-term value.",
    ),
    why: Text::new(
        "这样的日期多为录入错误，或别的系统里表示“无”的 1900-01-01。",
        "Such dates are typing errors, or the 1900-01-01 by which other systems mean none.",
    ),
    how: Text::new(
        "按文书原件更正；没有日期的留空，长期有效的写 9999-09-09。",
        "Mend it from the document; leave it blank where there is none; 9999-09-09 for no end.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &["date-invalid"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2203-06-16")]],
            Text::new("年份数字颠倒", "Digits of the year changed places"),
        ),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::RemovedDate, "1900-01-01")]],
            Text::new("表示“无”的 1900-01-01", "1900-01-01, which means none"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "9999-09-09")]],
            Text::new("有效期止的长期值", "The long-term value"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "2099-12-31")]],
            Text::new("另一种长期值", "The other long-term value"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let date = crate::iso_date(cell.value)?;
    Wrong::when(!in_range(cell.key, date))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let date = hit.value();
    let early = date < "1949-10-01";
    in_lang(
        lang,
        || format!("{date} {}", if early { "早于 1949-10-01" } else { "晚于 2100-12-31" }),
        || format!("{date} is {}", if early { "before 1949-10-01" } else { "after 2100-12-31" }),
    )
}
