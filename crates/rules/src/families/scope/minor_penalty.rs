//! S007: 警告 or 通报批评 alone, which in principle is not published since 2026-04-01.

use precheck_schema::date::Date;

use super::measures::only_minor_penalty;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "S007",
    slug: "minor-penalty",
    dimension: Dimension::Scope,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::PenaltyContent)],
    title: Text::new("轻微处罚原则上不公示", "A minor penalty is in principle not published"),
    what: Text::new(
        "2026-04-01 起作出的处罚只有警告或通报批评，属轻微失信，原则上不公示。",
        "Decided since 2026-04-01 and nothing but a warning or a public criticism: minor, in principle not published.",
    ),
    why: Text::new(
        "信用修复管理办法按轻微、一般、严重分类，轻微的原则上不公示。",
        "The rules on credit repair set three classes; the minor one is in principle not published.",
    ),
    how: Text::new(
        "一般不导出；行业主管部门要求公示的，说明理由后确认。",
        "Mostly leave it out; where the sector asks for publication, confirm with the reason.",
    ),
    basis: &["xy-36", "xy-36-ex"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "警告"),
                (FieldKey::PenaltyType, "警告"),
                (FieldKey::FineAmount, ""),
                (FieldKey::DecisionDate, "2026-04-08"),
                (FieldKey::DocumentNo, "奈(消)行罚决字〔2026〕第0007号"),
            ]],
            Text::new("2026-04-08 警告", "A warning of 2026-04-08"),
        )
        .today("2026-04-10"),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "责令改正，给予通报批评"),
                (FieldKey::PenaltyType, "通报批评"),
                (FieldKey::FineAmount, ""),
                (FieldKey::DecisionDate, "2026-04-01"),
                (FieldKey::DocumentNo, "奈(消)行罚决字〔2026〕第0008号"),
            ]],
            Text::new("施行首日的通报批评", "A public criticism of the first day"),
        )
        .today("2026-04-10"),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "警告"),
                (FieldKey::PenaltyType, "警告"),
                (FieldKey::FineAmount, ""),
            ]],
            Text::new("2026-04-01 前的警告", "A warning before 2026-04-01"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "警告，并处罚款人民币伍仟元整"),
                (FieldKey::PenaltyType, "警告,罚款"),
                (FieldKey::DecisionDate, "2026-04-08"),
                (FieldKey::DocumentNo, "奈(消)行罚决字〔2026〕第0007号"),
            ]],
            Text::new("警告并处罚款", "A warning and a fine"),
        )
        .today("2026-04-10"),
    ]),
};

/// First day of 信用修复管理办法.
fn since() -> Date {
    Date::from_ymd_opt(2026, 4, 1).expect("a real date")
}

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    if row.date(FieldKey::DecisionDate).is_some_and(|day| day >= since())
        && only_minor_penalty(row.value(FieldKey::PenaltyContent)).is_some()
    {
        hits.at(FieldKey::PenaltyContent);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let measure = only_minor_penalty(hit.value()).unwrap_or_default();
    in_lang(
        lang,
        || format!("只有“{measure}”，2026-04-01 起原则上不公示"),
        || format!("nothing but {measure}, in principle not published since 2026-04-01"),
    )
}
