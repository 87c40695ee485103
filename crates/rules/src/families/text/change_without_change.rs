//! A066: a change after which all is as before.

use precheck_schema::fold::{fold_width, without_space};

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A066",
    slug: "change-without-change",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::LicenseChange]),
    fields: &[Selector::Field(FieldKey::After)],
    title: Text::new("变更前后相同", "Nothing changed"),
    what: Text::new(
        "变更前内容与变更后内容相同。",
        "What stood before the change and after it are the same.",
    ),
    why: Text::new(
        "没有变化的记录说明填错了列，或漏填了变更后的内容。",
        "A record without a change was put into the wrong column, or the new content is missing.",
    ),
    how: Text::new("按变更决定核对，分别填写变更前和变更后的内容。", "Fill in both from the decision."),
    basis: &["plan-3-1-1-2"],
    fix: FixKind::None,
    unless: &["spreadsheet-error-value"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseChange,
            &[&[(FieldKey::Before, "大沁他拉镇1号"), (FieldKey::After, "大沁他拉镇1号")]],
            Text::new("前后一字不差", "The same to the letter"),
        ),
        Example::fires(
            Kind::LicenseChange,
            &[&[(FieldKey::Before, "大沁他拉镇 1 号（东侧）"), (FieldKey::After, "大沁他拉镇１号(东侧)")]],
            Text::new("只差空格和全角半角", "Only spaces and width differ"),
        ),
        Example::silent(
            Kind::LicenseChange,
            &[&[(FieldKey::Before, "大沁他拉镇1号"), (FieldKey::After, "大沁他拉镇11号")]],
            Text::new("门牌变了", "Another house number"),
        ),
        Example::silent(
            Kind::LicenseChange,
            &[&[(FieldKey::Before, "无"), (FieldKey::After, "奈曼旗沙海明珠大酒店")]],
            Text::new("变更前填“无”由 C003 提示", "A filler is C003's business"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let before = cell.row.value(FieldKey::Before);
    let folded = |text: &str| without_space(&fold_width(text)).into_owned();
    Wrong::when(!before.is_empty() && (before == cell.value || folded(before) == folded(cell.value)))
}

fn say(_hit: &Hit<'_, '_>, lang: Lang) -> String {
    in_lang(lang, || "与变更前内容相同".to_owned(), || "the same as before the change".to_owned())
}
