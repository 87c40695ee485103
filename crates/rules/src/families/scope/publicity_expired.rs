//! S005: the publicity period is over.

use precheck_schema::date::iso;

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "S005",
    slug: "publicity-expired",
    dimension: Dimension::Scope,
    severity: Severity::Error,
    kinds: Kinds::AllBut(&[Kind::Inspection]),
    fields: &[Selector::Field(FieldKey::PublicityPeriod)],
    title: Text::new("公示期已满", "The publicity period is over"),
    what: Text::new(
        "公示期限自决定（产生）之日起算，已在今天之前届满。",
        "Counted from the decision (the event), the publicity period ended before today.",
    ),
    why: Text::new(
        "期满的信息应停止公示，再推送会继续影响企业信用。",
        "What is over is no longer published; sending it would go on harming the enterprise.",
    ),
    how: Text::new(
        "不导出，无需修改；日期或期限填错的更正。",
        "Leave it out; if a date or the period is wrong, correct it.",
    ),
    basis: &["plan-3-2-2", "xy-527", "xy-58", "xy-36"],
    fix: FixKind::None,
    unless: &["publicity-unreadable"],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::DecisionDate, "2021-06-21"),
                (FieldKey::DocumentNo, "奈(消)行罚决字〔2021〕第0046号"),
            ]],
            Text::new("2021-06-21 决定，公示 1 年", "Decided on 2021-06-21, published for 1 year"),
        ),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::ListedDate, "2020-01-10"), (FieldKey::PublicityPeriod, "2020-01-10至2023-01-09")]],
            Text::new("截止日期已过", "The end date has passed"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("尚在公示期内", "Still published")),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::DecisionDate, "2022-06-30"),
                (FieldKey::DocumentNo, "奈(消)行罚决字〔2022〕第0046号"),
            ]],
            Text::new("今天满一年，尚未过期", "The year ends today"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::DecisionDate, "2015-06-16"), (FieldKey::ValidFrom, "2015-06-16")]],
            Text::new("长期公示", "No end"),
        ),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    if row.publicity_last_day().is_some_and(|last| last < row.cx.today) {
        hits.at(FieldKey::PublicityPeriod);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let last = hit.row.publicity_last_day().map(iso).unwrap_or_default();
    in_lang(lang, || format!("公示期已于 {last} 届满"), || format!("the publicity period ended on {last}"))
}
