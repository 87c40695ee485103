//! S006: a violation that the housing authority decides since 2019.

use precheck_schema::date::Date;
use precheck_schema::violations::{self, Competent};

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

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
    examples: &[
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
    ],
};

/// First day on which the housing authority decides, 消防法 2019 amendment.
fn since() -> Date {
    Date::from_ymd_opt(2019, 4, 23).expect("a real date")
}

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    let known = violations::find(row.value(FieldKey::Violation));
    if known.is_some_and(|violation| violation.competent == Competent::Housing)
        && row.date(FieldKey::DecisionDate).is_some_and(|day| day >= since())
    {
        hits.at(FieldKey::Violation);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = hit.value();
    let article = violations::find(value).map_or("", |violation| violation.article);
    in_lang(
        lang,
        || format!("“{value}”（消防法 {article}）自 2019-04-23 起由住建部门处罚"),
        || format!("“{value}” (fire law {article}) is the housing authority's since 2019-04-23"),
    )
}
