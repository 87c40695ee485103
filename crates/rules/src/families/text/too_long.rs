//! A027: longer than the platform takes.

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A027",
    slug: "too-long",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[
        Selector::Text,
        Selector::Field(FieldKey::DocumentNo),
        Selector::Field(FieldKey::PublicityPeriod),
    ],
    title: Text::new("内容过长", "Too long"),
    what: Text::new("字数超过该字段可容纳的长度。", "The text has more characters than the field takes."),
    why: Text::new(
        "超长的内容导入时被截断或整行退回。",
        "What is too long is cut off or the record is rejected.",
    ),
    how: Text::new(
        "压缩文字，或核对是否把多项内容填进了一格。",
        "Shorten it, and check that the cell holds one thing only.",
    ),
    basis: &["template"],
    fix: FixKind::None,
    unless: &["code-stored-as-number"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Inspection,
            &[&[(
                FieldKey::Handler,
                "大沁他拉镇中队承办人张某某、李某某、王某某，复核人赵某某，审批人钱某某，联系人孙某某、周某某、吴某某、郑某某",
            )]],
            Text::new("承办人超过 50 个字", "A handler of more than 50 characters"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(
                FieldKey::DocumentName,
                "公众聚集场所投入使用、营业前消防安全检查意见书及其附件所列场所平面布置图、消防设施登记表、从业人员培训记录、应急预案演练记录汇总表",
            )]],
            Text::new("文书名称超过 64 个字", "A document name of more than 64 characters"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentName, "公众聚集场所投入使用、营业前消防安全检查意见书")]],
            Text::new("通常的文书名称", "The usual document name"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PublicityPeriod, "2023-06-16至2024-06-15")]],
            Text::new("起止日期写法的公示期限", "A publicity period as a range"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let most = usize::from(cell.declaration().max_len);
    // A character has one byte at least.
    if cell.value.len() <= most {
        return None;
    }
    let count = cell.value.chars().count();
    if count > most { Wrong::with(count as u32) } else { None }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let most = hit.row.kind().field(hit.field()).map_or(0, |field| field.max_len);
    let count = hit.arg();
    in_lang(
        lang,
        || format!("共 {count} 个字，最多 {most} 个字"),
        || format!("{count} characters, at most {most} are taken"),
    )
}
