//! C001: a field that every record has is blank.

use super::column;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "C001",
    slug: "required-field-missing",
    dimension: Dimension::Completeness,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Required],
    title: Text::new("必填项为空", "Required field is blank"),
    what: Text::new(
        "实施方案列为归集内容的字段没有填。",
        "A field that the implementation plan lists for this kind of record is blank.",
    ),
    why: Text::new(
        "缺项的记录不完整，平台会退回整份文件或漏掉这一条。",
        "An incomplete record makes the platform reject the file or drop the record.",
    ),
    how: Text::new(
        "按文书原件补填；只有空格的也算空白。",
        "Fill it from the document; white space alone counts as blank.",
    ),
    basis: &["plan-3-1"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "")]],
            Text::new("行政处罚内容没有填", "The content of the penalty is blank"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Content, " \u{3000}\u{200B}")]],
            Text::new("只有空格和看不见的字符", "White space and invisible characters only"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("必填项都有", "Every required field is there")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Violation, "无")]],
            Text::new("填“无”的由 C003 报告", "A filler is C003's business"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::TaskNo, "")]],
            Text::new("抽查任务编号可以不填", "The task number may be blank"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[]],
            Text::new("整列都没有的由 C006 报告", "A missing column is C006's business"),
        )
        .without(&[FieldKey::PublicityPeriod]),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    for field in row.kind().fields().iter().filter(|field| field.is_required()) {
        if row.normalised(field.key).is_empty() && !column::is_missing(row.table, field.key) {
            hits.at(field.key);
        }
    }
}

fn say(_: &Hit<'_, '_>, lang: Lang) -> String {
    in_lang(lang, || "为空，应当填写".to_owned(), || "blank, but every record has it".to_owned())
}
