//! C007: a fine without its amount.

use precheck_schema::amount::read_decimal;
use precheck_schema::codes::CodeListId;

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::reading::money;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "C007",
    slug: "fine-amount-missing",
    dimension: Dimension::Completeness,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::FineAmount)],
    title: Text::new("罚款没有金额", "Fine without an amount"),
    what: Text::new(
        "处罚种类或内容写有罚款，但“罚款金额”和处罚内容里都读不出数额。",
        "Kind or content of the penalty says fine, but neither the amount nor the content names a sum.",
    ),
    why: Text::new(
        "罚款金额是公示的数据项，没有数额公众看不出处罚轻重。",
        "The amount is an item of what is published; without it no one sees how grave the penalty is.",
    ),
    how: Text::new(
        "按决定书填写罚款金额，单位为万元。",
        "Enter the amount of the decision, in units of 10,000 yuan.",
    ),
    basis: &["sgs-424-fj", "xzcf-59"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款"), (FieldKey::FineAmount, "")]],
            Text::new("只写了“罚款”", "The content says no more than fine"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "责令停产停业，并处罚款"),
                (FieldKey::PenaltyType, "责令停产停业"),
                (FieldKey::FineAmount, "无"),
            ]],
            Text::new("金额填“无”等于空白", "A filler counts as blank"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "没收违法所得3000元，并处罚款"),
                (FieldKey::PenaltyType, "没收违法所得和非法财物,罚款"),
                (FieldKey::FineAmount, ""),
            ]],
            Text::new("只写了没收的数额", "Only what was confiscated has a sum"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "责令停产停业，并处经济处罚"),
                (FieldKey::PenaltyType, "4,2"),
                (FieldKey::FineAmount, ""),
            ]],
            Text::new("处罚种类填的是代码", "The kinds are given by code"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("金额列有数额", "The amount is there")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "")]],
            Text::new("处罚内容写有伍仟元", "The content names the sum in words"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "警告"),
                (FieldKey::PenaltyType, "警告"),
                (FieldKey::FineAmount, ""),
            ]],
            Text::new("没有罚款", "No fine at all"),
        ),
    ]),
};

/// Whether kinds of penalty name a fine, by word or by code.
fn is_fine(types: &str) -> bool {
    let list = CodeListId::PenaltyType.list();
    types.contains("罚款")
        || types.contains(|c: char| c.is_ascii_digit())
            && list.split(types).iter().any(|kind| list.find(kind).is_some_and(|code| code.label == "罚款"))
}

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    if !is_fine(row.value(FieldKey::PenaltyType)) && !row.value(FieldKey::PenaltyContent).contains("罚款") {
        return;
    }
    let amount = row.value(FieldKey::FineAmount);
    let is_there = read_decimal(amount).is_some() || money::read_whole(amount).is_some();
    if !is_there && !row.penalty_money().states_a_fine() {
        hits.at(FieldKey::FineAmount);
    }
}

fn say(_: &Hit<'_, '_>, lang: Lang) -> String {
    in_lang(
        lang,
        || "为空，处罚内容里也读不出罚款数额".to_owned(),
        || "no amount here, and none in the content of the penalty".to_owned(),
    )
}
