//! A030: no real date.

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A030",
    slug: "date-invalid",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Date],
    title: Text::new("不是有效日期", "No real date"),
    what: Text::new(
        "写法认不出日期，或日历上没有这一天。",
        "The text cannot be read as a date, or the calendar has no such day.",
    ),
    why: Text::new(
        "平台只认 yyyy-MM-dd；别的写法会变成另一天或变为空。",
        "The platform reads yyyy-MM-dd only; other texts become another day or nothing.",
    ),
    how: Text::new(
        "按文书原件填写四位年份的完整日期，如 2023-06-16。",
        "Type the whole date with a year of four digits, such as 2023-06-16.",
    ),
    basis: &["gb7408", "gb7408-2005", "template"],
    fix: FixKind::None,
    unless: &["spreadsheet-error-value", "garbled-text"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-02-30")]],
            Text::new("2 月没有 30 日", "February has no 30th"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::CompletedDate, "23-1-5")]],
            Text::new("年份只有两位", "A year of two digits"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "自决定之日起")]],
            Text::new("填了文字", "Words instead of a date"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023年6月16日")]],
            Text::new("能认出的写法由 A031 提示", "Readable forms are A031's business"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "长期")]],
            Text::new("长期由 A036 提示", "Words for no end are A036's business"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2020-02-29"), (FieldKey::ValidTo, "9999-09-09")]],
            Text::new("闰日和长期值", "A leap day and the long-term value"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(crate::iso_date(cell.value).is_none())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let text = quote(hit.raw().text.trim());
    in_lang(lang, || format!("“{text}”不是有效日期"), || format!("“{text}” is no real date"))
}
