//! A060: no plain number stands in an amount field.

use precheck_schema::amount::{Amount, read_decimal};
use precheck_schema::normalize::Unit;

use super::cell_text;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::reading::money;
use crate::sentence::quote;

pub(super) static RULE: Rule = Rule {
    code: "A060",
    slug: "amount-invalid",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::FineAmount), Selector::Field(FieldKey::ConfiscatedAmount)],
    title: Text::new("金额不是数字", "The amount is no number"),
    what: Text::new(
        "金额栏只能填不带单位和千分位的非负数字，如 0.5。",
        "An amount is a plain non-negative number without unit or separators, such as 0.5.",
    ),
    why: Text::new(
        "平台按万元读取数字，带单位、逗号或文字的金额无法导入。",
        "The platform reads a number of 10,000 yuan; units, commas and words cannot be imported.",
    ),
    how: Text::new(
        "换算为万元后只填数字：5000 元填 0.5。",
        "Convert to 10,000 yuan and enter the number only: 5,000 yuan is 0.5.",
    ),
    basis: &["template", "sgs-424-fj"],
    fix: FixKind::Suggested,
    unless: &["spreadsheet-error-value", "garbled-text"],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "5000元")]],
            Text::new("带有单位", "With a unit"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "0.5万元")]],
            Text::new("带有单位“万元”", "With the unit 万元"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "5,000")]],
            Text::new(
                "带有千分位，与处罚内容对照可知为 5000 元",
                "With a separator; the content says 5,000 yuan",
            ),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "约五千")]],
            Text::new("文字，且不确切", "Words, and vague ones"),
        ),
        Example::fires(Kind::Penalty, &[&[(FieldKey::FineAmount, "-0.5")]], Text::new("负数", "Negative")),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::ConfiscatedAmount, "叁仟元整")]],
            Text::new("没收金额写成大写", "Confiscated amount in capitals"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("0.5 万元", "0.5")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "#VALUE!")]],
            Text::new("电子表格错误值由 A028 报告", "A spreadsheet error is A028's business"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "０．５０")]],
            Text::new("全角数字另由 A021 提示", "Full-width digits are A021's business"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, ""), (FieldKey::ConfiscatedAmount, "0")]],
            Text::new("空白与零", "Blank, and zero"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(read_decimal(cell.value).is_none())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    in_lang(lang, || format!("“{value}”不是非负数字"), || format!("“{value}” is no non-negative number"))
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    let amount = readable(hit.row, hit.field(), hit.value())?;
    let text = cell_text(hit.row, hit.field(), amount);
    read_decimal(&text)?;
    Some(Fix::one(hit.field(), text))
}

/// What an amount field is meant to hold. A number without unit counts yuan where the header says so; under 万元
/// a number with separators is what the content says, or is not told.
fn readable(row: &RowCx<'_>, field: FieldKey, value: &str) -> Option<Amount> {
    if let Some(amount) = money::read_whole(value) {
        return Some(amount);
    }
    let as_yuan = money::read_whole(&format!("{value}元"))?;
    if row.table.unit(field) == Unit::Yuan {
        return Some(as_yuan);
    }
    let as_wan = money::read_whole(&format!("{value}万元"))?;
    let money = row.penalty_money();
    let content = if field == FieldKey::FineAmount { money.fines } else { money.confiscated };
    content.known().filter(|total| *total == as_yuan || *total == as_wan)
}
