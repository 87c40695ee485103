//! A080: the publicity period cannot be read.

use crate::families::prelude::*;
use crate::sentence::quote;

pub(super) static RULE: Rule = Rule {
    code: "A080",
    slug: "publicity-unreadable",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::AllBut(&[Kind::Inspection]),
    fields: &[Selector::Field(FieldKey::PublicityPeriod)],
    title: Text::new("公示期限无法识别", "The publicity period cannot be read"),
    what: Text::new(
        "公示期限读不出时长（1年、12个月、长期）、起止日期或截止日期。",
        "No duration (1年, 12个月, 长期), range or end date can be read.",
    ),
    why: Text::new(
        "平台按公示期限决定公示到哪一天，读不出的无法公示。",
        "The platform publishes until that day; what cannot be read cannot be published.",
    ),
    how: Text::new(
        "写成时长（1年）、起止日期（2023-06-20至2024-06-19）或截止日期（2024-06-19）。",
        "Write a duration (1年), a range (2023-06-20至2024-06-19) or an end date (2024-06-19).",
    ),
    basis: &["plan-3-2-2", "xy-58", "xy-36"],
    fix: FixKind::None,
    unless: &["spreadsheet-error-value", "garbled-text"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "按规定")]],
            Text::new("没有时长", "No duration"),
        ),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::PublicityPeriod, "3")]],
            Text::new("数字没有单位", "A number without unit"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::PublicityPeriod, "三个月至一年")]],
            Text::new("不是一个确定的期限", "Not one period"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "2024-02-30")]],
            Text::new("没有这一天", "There is no such day"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("1年", "1年")),
        Example::silent(
            Kind::Other,
            &[&[(FieldKey::PublicityPeriod, "自2023年6月16日起一年")]],
            Text::new("起始日与时长", "A first day and a duration"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::PublicityPeriod, "长期")]],
            Text::new("长期", "No end"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "2023.6.16-2024.6.15")]],
            Text::new("起止日期", "A range"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(cell.row.publicity().is_none())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    in_lang(
        lang,
        || format!("“{value}”读不出时长、起止日期或截止日期"),
        || format!("no duration, range or end date can be read from “{value}”"),
    )
}
