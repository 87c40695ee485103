//! V005: the record left this device before.

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "V005",
    slug: "already-exported",
    dimension: Dimension::Authenticity,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::DocumentNo)],
    title: Text::new("以前导出过", "Exported before"),
    what: Text::new(
        "本机台账里已有同一条记录的导出记载。",
        "The ledger on this device says that the same record was exported.",
    ),
    why: Text::new(
        "重复报送会被平台跳过，或者公示两次。",
        "The platform skips what comes twice, or publishes it twice.",
    ),
    how: Text::new(
        "已经报送成功的删除；上次没有导入的可以再导出。",
        "Delete what has been imported; what was not may leave again.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(Kind::Penalty, &[&[]], Text::new("台账里有这条记录", "The ledger holds the record"))
            .settings(&[Setting::Exported]),
        Example::fires(
            Kind::Inspection,
            &[&[]],
            Text::new("没有文号的信息标在名称上", "Kinds without a number are marked at the name"),
        )
        .settings(&[Setting::Exported]),
        Example::silent(Kind::Penalty, &[&[]], Text::new("没有台账", "There is no ledger")),
        Example::silent(Kind::LicenseGrant, &[&[]], Text::new("第一次导出", "Exported for the first time")),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    if row.cx.ledger.is_some_and(|ledger| ledger.was_exported(row)) {
        let numbered = row.kind().field(FieldKey::DocumentNo).is_some();
        hits.at(if numbered { FieldKey::DocumentNo } else { FieldKey::EnterpriseName });
    }
}

fn say(_: &Hit<'_, '_>, lang: Lang) -> String {
    in_lang(
        lang,
        || "对应的记录以前在本机导出过".to_owned(),
        || "this record was exported on this device before".to_owned(),
    )
}
