//! A063: the amount is not what the penalty text says.

use precheck_schema::amount::Amount;

use super::{amount, cell_text};
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::reading::amounts::Sum;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "A063",
    slug: "amount-contradicts-content",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::FineAmount)],
    title: Text::new("金额与处罚内容不一致", "The amount contradicts the content"),
    what: Text::new(
        "罚款金额或没收金额与行政处罚内容所写的金额不一致；多项罚款相加，写明合并罚款的以合并数为准。",
        "The fine or the confiscated amount differs from what the content says; several fines add up, a stated total wins.",
    ),
    why: Text::new(
        "两处都会公示，金额矛盾的信息不准确，多半是万元与元没有换算。",
        "Both are published; a contradiction is inaccurate, and mostly yuan were not converted.",
    ),
    how: Text::new(
        "以处罚决定书为准更正，金额栏以万元计。",
        "Correct it by the decision; the amount counts 10,000 yuan.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::Suggested,
    unless: &["amount-invalid"],
    check: Check::Row(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "5000"), (FieldKey::PenaltyContent, "罚款人民币5000元")]],
            Text::new("以元填写", "Entered in yuan"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "0.6")]],
            Text::new("处罚内容为伍仟元整", "The content says 伍仟元整"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::FineAmount, "0.5"),
                (FieldKey::PenaltyContent, "对消防设施未保持完好有效罚款5000元，对占用疏散通道罚款8000元"),
            ]],
            Text::new("两项罚款相加为 1.3 万元", "Two fines come to 1.3"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::ConfiscatedAmount, "3"),
                (FieldKey::PenaltyContent, "没收违法所得3000元，并处罚款5000元"),
            ]],
            Text::new("没收金额应为 0.3 万元", "The confiscated amount should be 0.3"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("0.5 万元与伍仟元整", "0.5 and 伍仟元整")),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::FineAmount, "2"),
                (FieldKey::PenaltyContent, "罚款10000元；罚款10000元；合并罚款20000元"),
            ]],
            Text::new("以合并罚款为准", "The total wins"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(
                FieldKey::PenaltyContent,
                "依据消防法第六十条第一款，处五千元以上五万元以下罚款。决定罚款人民币伍仟元整，逾期每日按罚款数额的百分之三加处罚款",
            )]],
            Text::new("法定幅度与加处罚款不计", "The band of the law and 加处 do not count"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整（6000元）")]],
            Text::new("处罚内容自相矛盾，由 A064 提示", "The content contradicts itself: A064"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "处以罚款")]],
            Text::new("处罚内容没有金额", "The content names no sum"),
        ),
    ]),
};

fn stated(row: &RowCx<'_>, field: FieldKey) -> Sum {
    let money = row.penalty_money();
    if field == FieldKey::FineAmount { money.fines } else { money.confiscated }
}

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    for field in [FieldKey::FineAmount, FieldKey::ConfiscatedAmount] {
        if let Some(amount) = amount(row, field)
            && !stated(row, field).agrees_with(amount)
        {
            hits.at(field);
        }
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = hit.value();
    let total = stated(hit.row, hit.field()).known().map(Amount::to_wan).unwrap_or_default();
    in_lang(
        lang,
        || format!("{value} 万元，行政处罚内容为 {total} 万元"),
        || format!("{value} × 10,000 yuan, the content says {total}"),
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    let field = hit.field();
    match stated(hit.row, field) {
        Sum::Known { total, enterprise } if total == enterprise => {
            Some(Fix::one(field, cell_text(hit.row, field, total)))
        }
        _ => None,
    }
}
