//! V003: one 统一社会信用代码 under two names.

use super::subject;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::group::{Group, GroupHits};
use crate::rule::BatchCheck;

pub(super) static RULE: Rule = Rule {
    code: "V003",
    slug: "one-code-two-names",
    dimension: Dimension::Authenticity,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::EnterpriseName)],
    title: Text::new("同一代码对应两个名称", "One code with two names"),
    what: Text::new(
        "本批中前面已有记录使用同一统一社会信用代码，企业名称却不同。",
        "An earlier record of the batch has the same credit code under another name.",
    ),
    why: Text::new(
        "一个代码只属于一个主体，名称不一致时至少一条记错了企业。",
        "A code belongs to one body; where names differ, at least one record is about the wrong one.",
    ),
    how: Text::new(
        "与营业执照核对两条记录的名称和代码；企业更名的，统一写现用名称。",
        "Compare name and code of both records with the licence; after a change of name use the present one.",
    ),
    basis: &["plan-3-2-1", "mc-4-23"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Batch(BatchCheck { reads: &[FieldKey::Uscc, FieldKey::EnterpriseName], key, judge }),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[
                &[],
                &[
                    (FieldKey::EnterpriseName, "奈曼旗聚福隆商贸有限公司"),
                    (FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0008号"),
                ],
            ],
            Text::new("两条记录代码相同而名称不同", "Two records, one code, two names"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[], &[], &[(FieldKey::EnterpriseName, "奈曼旗沙海明珠酒店")]],
            Text::new("第三条记录换了写法", "The third record has another name"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[], &[(FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0008号")]],
            Text::new("同一企业的两条记录", "Two records of one enterprise"),
        ),
        Example::silent(
            Kind::Penalty,
            &[
                &[(FieldKey::EnterpriseName, "内蒙古（奈曼）有限公司")],
                &[(FieldKey::EnterpriseName, "内蒙古(奈曼)有限公司")],
            ],
            Text::new("只是括号宽度不同", "Only the width of brackets differs"),
        ),
    ]),
};

fn key(row: &RowCx<'_>, key: &mut String) -> bool {
    key.push_str(subject::uscc(row));
    !key.is_empty() && !row.is_blank(FieldKey::EnterpriseName)
}

fn judge(group: &Group<'_>, hits: &mut GroupHits) {
    let names = (0..group.len()).map(|position| subject::folded_name(&group.row(position)));
    subject::name_earlier_other(names, |position, other| {
        hits.naming(position, FieldKey::EnterpriseName, other);
    });
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let place = hit.other_place(lang);
    let other = hit.other_row();
    let name = other.as_ref().map_or("", |row| row.normalised(FieldKey::EnterpriseName));
    in_lang(
        lang,
        || format!("与{place}的统一社会信用代码相同，该行名称为“{}”", quote(name)),
        || format!("same credit code as {place}, which is called “{}”", quote(name)),
    )
}
