//! A061: more decimals than the platform takes.

use precheck_schema::amount::read_decimal;

use crate::context::RowCx;
use crate::families::prelude::*;

/// Decimals of 万元 that say 0.01 yuan.
const DECIMALS: u8 = 6;

pub(super) static RULE: Rule = Rule {
    code: "A061",
    slug: "amount-decimals",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::FineAmount), Selector::Field(FieldKey::ConfiscatedAmount)],
    title: Text::new("金额小数位过多", "Too many decimals"),
    what: Text::new(
        "以万元计的金额最多 6 位小数（精确到分）；所选模板只收 4 位的，最多 4 位。",
        "An amount in 10,000 yuan has at most 6 decimals (0.01 yuan), 4 where the chosen template takes 4.",
    ),
    why: Text::new(
        "多出的小数位会被平台退回或截去，多半是换算时除错了。",
        "More are refused or cut off; mostly the conversion went wrong.",
    ),
    how: Text::new(
        "核对决定书上的金额，重新换算为万元。",
        "Check the amount of the decision and convert it again.",
    ),
    basis: &["template", "sgs-424-fj"],
    fix: FixKind::None,
    unless: &["amount-invalid"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "0.5000001")]],
            Text::new("7 位小数", "7 decimals"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "0.50005"), (FieldKey::PenaltyContent, "罚款人民币5000.50元")]],
            Text::new("所选模板只收 4 位小数", "The chosen template takes 4 decimals"),
        )
        .settings(&[crate::Setting::Template(TEMPLATE)]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "3.472365"), (FieldKey::PenaltyContent, "罚款34723.65元")]],
            Text::new("6 位小数，精确到分", "6 decimals, 0.01 yuan"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "0.50000000")]],
            Text::new("末尾的零不算", "Trailing zeros do not count"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "1.2345"), (FieldKey::PenaltyContent, "罚款12345元")]],
            Text::new("4 位小数的模板，4 位小数", "4 decimals for a template of 4"),
        )
        .settings(&[crate::Setting::Template(TEMPLATE)]),
    ]),
};

/// A template whose fine takes four decimals.
const TEMPLATE: &str = r#"{"name":"four","title":"四位小数","file":"xlsx","layouts":[{"kinds":["penalty"],
    "columns":[{"header":"罚款金额（万元）","field":"fine_amount","decimals":4}]}]}"#;

fn most(row: &RowCx<'_>, field: FieldKey) -> u8 {
    let template = row.cx.template.and_then(|t| t.column(row.kind(), field)).and_then(|c| c.decimals);
    template.map_or(DECIMALS, |most| most.min(DECIMALS))
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let decimals = read_decimal(cell.value)?.decimals;
    if decimals > most(cell.row, cell.key) { Wrong::with(u32::from(decimals)) } else { None }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (value, decimals, most) = (hit.value(), hit.arg(), most(hit.row, hit.field()));
    in_lang(
        lang,
        || format!("“{value}”有 {decimals} 位小数，最多 {most} 位"),
        || format!("“{value}” has {decimals} decimals, at most {most} are taken"),
    )
}
