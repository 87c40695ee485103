//! C003: a filler stands where a value should.

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "C003",
    slug: "placeholder-value",
    dimension: Dimension::Completeness,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Required],
    title: Text::new("必填项填的是占位词", "Filler in a required field"),
    what: Text::new(
        "必填项整格是“无”“待补”“同上”“—”“N/A”一类的词。",
        "The whole cell of a required field is a word such as 无, 待补, 同上, — or N/A.",
    ),
    why: Text::new("占位词会原样公示，等于没有填。", "A filler is published as it stands and says nothing."),
    how: Text::new("按文书原件填写实际内容。", "Enter what the document says."),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Violation, "无")]],
            Text::new("违法行为类型填“无”", "无 for the violation"),
        ),
        Example::fires(
            Kind::LicenseTermination,
            &[&[(FieldKey::Reason, "ＸＸ")]],
            Text::new("全角的 XX", "XX in full width"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::LegalBasis, " 同上 ")]],
            Text::new("“同上”指不到上一行", "同上 means nothing once rows are apart"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "无"), (FieldKey::RegistrationNo, "—")]],
            Text::new("选填项里等于空白", "In optional fields it counts as blank"),
        ),
        Example::silent(
            Kind::LicenseChange,
            &[&[(FieldKey::Before, "无烟火锅店")]],
            Text::new("只看整格，不看其中一部分", "Whole cells only, never parts"),
        ),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    for field in row.kind().fields().iter().filter(|field| field.is_required()) {
        if row.holds_filler(field.key) {
            hits.at(field.key);
        }
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    in_lang(lang, || format!("填的是“{value}”，等于没有填"), || format!("“{value}” is a filler, no value"))
}
