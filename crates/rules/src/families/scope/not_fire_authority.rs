//! S006: a violation that the housing authority decides since 2019.

use precheck_schema::date::Date;
use precheck_schema::violations::{self, Competent};

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::reading::article;
use crate::rule::RowHits;
use crate::sentence::quote;

pub(super) static RULE: Rule = Rule {
    code: "S006",
    slug: "not-fire-authority",
    dimension: Dimension::Scope,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::Violation)],
    title: Text::new("违法行为已由住建部门管辖", "The violation is the housing authority's matter"),
    what: Text::new(
        "建设工程消防设计审查、验收、备案及降低技术标准的违法行为，自 2019-04-23 起由住房和城乡建设主管部门处罚。",
        "Violations of design review, acceptance, filing and building standards are the housing authority's since 2019-04-23.",
    ),
    why: Text::new(
        "不是本机关职权范围内的处罚，归集到本机关名下会引起质疑。",
        "A penalty outside the authority's competence is questioned when published under its name.",
    ),
    how: Text::new(
        "核对案由和处罚机关；案由填错的更正，确由住建部门作出的不导出。",
        "Check violation and authority; correct a wrong one, leave out what the housing authority decided.",
    ),
    basis: &["xf-58-1", "xf-58-3", "xf-59", "xf-2019"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::Violation, "未经消防设计审核擅自施工"),
                (FieldKey::PenaltyContent, "责令停止施工，并处罚款人民币30000元"),
                (FieldKey::FineAmount, "3"),
            ]],
            Text::new("案由 320101", "Violation 320101"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::Violation, "320113"),
                (FieldKey::PenaltyContent, "罚款人民币壹万元整"),
                (FieldKey::FineAmount, "1"),
            ]],
            Text::new("案由代码", "By its code"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Violation, "违反消防法第五十九条第三项，降低消防施工质量")]],
            Text::new("写出条款", "By the article"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Violation, "违反消防法第五十八条第一款第四项，擅自投入使用")]],
            Text::new("第四项属消防救援机构", "Item 4 is the fire service's"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("消防救援机构管辖", "The fire service's matter")),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::Violation, "未经消防设计审核擅自施工"),
                (FieldKey::DecisionDate, "2019-04-22"),
                (FieldKey::DocumentNo, "奈(消)行罚决字〔2019〕第0046号"),
                (FieldKey::PenaltyContent, "责令停止施工，并处罚款人民币30000元"),
                (FieldKey::FineAmount, "3"),
            ]],
            Text::new("2019-04-23 前的决定", "Decided before 2019-04-23"),
        ),
    ]),
};

/// First day on which the housing authority decides, 消防法 2019 amendment.
fn since() -> Date {
    Date::from_ymd_opt(2019, 4, 23).expect("a real date")
}

/// The article of 消防法 that makes a violation the housing authority's: of the list of violations, or named by
/// the text itself.
fn article(violation: &str) -> Option<String> {
    if let Some(known) = violations::find(violation) {
        return (known.competent == Competent::Housing).then(|| known.article.to_owned());
    }
    let (_, after) = violation.split_once("消防法")?;
    article::find(after).into_iter().find_map(|a| match (a.article, a.paragraph, a.item) {
        (58, Some(1), Some(item @ 1..=3)) => Some(format!("58-1-{item}")),
        (58, Some(3), _) => Some("58-3".to_owned()),
        (59, _, _) => Some("59".to_owned()),
        _ => None,
    })
}

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    if article(row.value(FieldKey::Violation)).is_some()
        && row.date(FieldKey::DecisionDate).is_some_and(|day| day >= since())
    {
        hits.at(FieldKey::Violation);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    let article = article(hit.value()).unwrap_or_default();
    in_lang(
        lang,
        || format!("“{value}”（消防法 {article}）自 2019-04-23 起由住建部门处罚"),
        || format!("“{value}” (fire law {article}) is the housing authority's since 2019-04-23"),
    )
}
