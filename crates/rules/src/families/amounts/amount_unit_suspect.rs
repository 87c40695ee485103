//! A062: an amount so large that it was probably entered in yuan.

use precheck_schema::amount::Amount;
use precheck_schema::normalize::Unit;

use super::{amount, cell_text};
use crate::families::prelude::*;

/// 1000 万元: fines of the fire law end at 30 万元.
const SUSPECT: Amount = Amount(1000 * 1_000_000);

pub(super) static RULE: Rule = Rule {
    code: "A062",
    slug: "amount-unit-suspect",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::FineAmount)],
    title: Text::new("罚款疑以元计", "The fine seems to be in yuan"),
    what: Text::new(
        "罚款金额达 1000 万元以上，处罚内容中又没有可对照的金额，疑把元填作万元。",
        "The fine is 1000 × 10,000 yuan or more and the content names no sum to compare with: probably yuan.",
    ),
    why: Text::new(
        "平台按万元公示，误填元会把金额放大一万倍。",
        "The platform publishes in 10,000 yuan: yuan entered there make the fine ten thousand times as large.",
    ),
    how: Text::new(
        "以元计的，除以 10000 后填写；确为该数的，在处罚内容中写明金额。",
        "If it is in yuan, divide by 10,000; if it is right, name the sum in the content.",
    ),
    basis: &["template", "sgs-424-fj"],
    fix: FixKind::Suggested,
    unless: &["amount-invalid"],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "5000"), (FieldKey::PenaltyContent, "处以罚款")]],
            Text::new("5000 元填作 5000 万元", "5,000 yuan entered as 5,000 × 10,000"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "30000"), (FieldKey::PenaltyContent, "责令停产停业，并处罚款")]],
            Text::new("30000 元填作 30000 万元", "30,000 yuan entered as 30,000 × 10,000"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "5000"), (FieldKey::PenaltyContent, "罚款人民币5000元")]],
            Text::new("处罚内容有金额，由 A063 对照", "The content names a sum: A063 compares"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "30"), (FieldKey::PenaltyContent, "处以罚款")]],
            Text::new("30 万元是消防法罚款的上限", "30 × 10,000 is the most of the fire law"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let row = cell.row;
    let large = amount(row, cell.key)? >= SUSPECT;
    let in_yuan = || row.table.unit(cell.key) == Unit::Yuan;
    Wrong::when(large && !in_yuan() && row.penalty_money().fines.known().is_none())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = hit.value();
    in_lang(
        lang,
        || format!("{value} 万元，疑以元计"),
        || format!("{value} × 10,000 yuan: it seems to be in yuan"),
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    let field = hit.field();
    let Amount(cents) = amount(hit.row, field)?;
    // Yuan finer than 0.01 are no yuan.
    let yuan = (cents % 10_000 == 0).then_some(Amount(cents / 10_000)).filter(|a| *a < SUSPECT)?;
    Some(Fix::one(field, cell_text(hit.row, field, yuan)))
}
