//! S002: the content names only measures that are no penalty.

use super::measures::only_other_measure;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "S002",
    slug: "not-a-penalty",
    dimension: Dimension::Scope,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::PenaltyContent)],
    title: Text::new("不属于行政处罚", "Not a penalty"),
    what: Text::new(
        "处罚内容只有责令改正、临时查封、强制执行等措施，没有行政处罚。",
        "The content names only orders to correct, sealing or enforcement, and no penalty.",
    ),
    why: Text::new(
        "这些措施不是行政处罚，作为处罚公示会错误影响企业信用。",
        "These are no penalties; publishing them as such harms the enterprise wrongly.",
    ),
    how: Text::new(
        "确无处罚的不导出；遗漏处罚种类的按决定书补全。",
        "Leave it out if there is no penalty; if the penalty was left out, complete it from the decision.",
    ),
    basis: &["xzcf-9", "xzcf-28-1", "xf-60-3"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "责令限期改正"),
                (FieldKey::PenaltyType, ""),
                (FieldKey::FineAmount, ""),
            ]],
            Text::new("只有责令限期改正", "Only an order to correct"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "责令改正，对危险部位临时查封"),
                (FieldKey::PenaltyType, ""),
                (FieldKey::FineAmount, ""),
            ]],
            Text::new("责令改正和临时查封", "An order and sealing"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "责令改正，并处罚款人民币伍仟元整")]],
            Text::new("并处罚款", "And a fine"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "责令停产停业"),
                (FieldKey::PenaltyType, "责令停产停业"),
                (FieldKey::FineAmount, ""),
            ]],
            Text::new("责令停产停业是行政处罚", "An order to stop business is a penalty"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(only_other_measure(cell.value).is_some())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let measure = only_other_measure(hit.value()).unwrap_or_default();
    in_lang(
        lang,
        || format!("只有“{measure}”一类措施，没有行政处罚"),
        || format!("only measures such as {measure}, no penalty"),
    )
}
