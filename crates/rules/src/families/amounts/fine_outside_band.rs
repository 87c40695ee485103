//! A065: the fine is outside the band of the violation.

use precheck_schema::amount::Amount;
use precheck_schema::duty::DutyItem;
use precheck_schema::violations::{self, Violation};

use super::amount;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;
use crate::visible::fold_words;

pub(super) static RULE: Rule = Rule {
    code: "A065",
    slug: "fine-outside-band",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::FineAmount)],
    title: Text::new("罚款超出法定幅度", "The fine is outside the legal band"),
    what: Text::new(
        "罚款金额不在该违法行为的法定罚款幅度之内。",
        "The fine is not within the band that the law sets for this violation.",
    ),
    why: Text::new(
        "超出幅度的多半是金额或案由填错；低于下限的应有减轻处罚的情形。",
        "Mostly the amount or the violation is wrong; a fine below the band needs a ground for a reduced penalty.",
    ),
    how: Text::new(
        "核对金额、单位和违法行为；依法减轻的，在违法事实或处罚内容中写明情形后确认。",
        "Check amount, unit and violation; if the penalty was reduced, state the ground and confirm.",
    ),
    basis: &[
        "xf-58-1", "xf-58-3", "xf-59", "xf-60-1", "xf-61", "xf-63", "xf-64", "xf-65-2", "xf-66", "xf-69",
        "gc-47", "xzcf-32",
    ],
    fix: FixKind::None,
    unless: &["amount-invalid", "amount-unit-suspect", "amount-contradicts-content"],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "10"), (FieldKey::PenaltyContent, "罚款人民币100000元")]],
            Text::new("未保持完好有效最多 5 万元", "At most 5 for equipment out of order"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::Violation, "公众聚集场所未经消防救援机构许可，擅自投入使用、营业"),
                (FieldKey::FineAmount, "0.9"),
                (FieldKey::PenaltyContent, "责令停产停业，并处罚款9000元"),
            ]],
            Text::new("下限为 3 万元，9000 元须有减轻情形", "From 3 on: 9,000 yuan need a ground"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::Violation, "320140"),
                (FieldKey::FineAmount, "0.6"),
                (FieldKey::PenaltyContent, "责令停止使用，并处罚款6000元"),
            ]],
            Text::new("案由代码 320140 最多 0.5 万元", "Code 320140: at most 0.5"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("5000 元正是下限", "5,000 yuan is the least")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "5"), (FieldKey::PenaltyContent, "罚款人民币伍万元整")]],
            Text::new("5 万元正是上限", "5 × 10,000 is the most"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::Violation, "未落实消防安全责任制等其他行为"),
                (FieldKey::FineAmount, "0.1"),
                (FieldKey::PenaltyContent, "罚款1000元"),
            ]],
            Text::new("不在案由表内的行为不判断", "A violation that the list does not have is not judged"),
        ),
    ]),
};

/// The band and where it comes from: the organisation's 权力清单 where that has one for the violation, else the law.
fn band(row: &RowCx<'_>) -> Option<(String, Amount, Amount)> {
    let value = row.value(FieldKey::Violation);
    let violation = violations::find(value);
    let own = own_band(row, value, violation);
    let (ground, (least, highest)) = match (own, violation) {
        (Some((item, band)), _) if item.basis.is_empty() => (format!("权力清单 {}", item.name), band),
        (Some((item, band)), _) => (format!("权力清单 {}", item.basis), band),
        (None, Some(violation)) => {
            (format!("{} {}", violation.law.name(), violation.article), violation.band?)
        }
        (None, None) => return None,
    };
    Some((ground, Amount::from_yuan(i64::from(least))?, Amount::from_yuan(i64::from(highest))?))
}

/// The matter of the organisation's list that is this very violation, with its band.
fn own_band<'a>(
    row: &RowCx<'a>,
    value: &str,
    violation: Option<&Violation>,
) -> Option<(&'a DutyItem, (u32, u32))> {
    if value.is_empty() {
        return None;
    }
    row.cx.profile.duty_list.iter().find_map(|item| {
        let band = item.band()?;
        let same = violation.is_some_and(|violation| {
            violations::find(&item.name).is_some_and(|other| other.name == violation.name)
        });
        let named =
            fold_words(&item.name) == fold_words(value) || !item.code.is_empty() && item.code == value;
        (same || named).then_some((item, band))
    })
}

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    let Some(fine) = amount(row, FieldKey::FineAmount) else { return };
    let Some((_, least, highest)) = band(row) else { return };
    // A fine of zero is an empty cell filled in.
    if fine.0 != 0 && !(least..=highest).contains(&fine) {
        hits.at(FieldKey::FineAmount);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = hit.value();
    let Some((ground, least, highest)) = band(hit.row) else { return value.to_owned() };
    let (least, highest) = (least.to_wan(), highest.to_wan());
    in_lang(
        lang,
        || format!("{value} 万元，该违法行为（{ground}）的罚款幅度为 {least} 至 {highest} 万元"),
        || format!("{value} × 10,000 yuan; the band of this violation ({ground}) is {least} to {highest}"),
    )
}
