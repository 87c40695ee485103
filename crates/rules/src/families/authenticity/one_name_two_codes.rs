//! V004: one name under two credit codes.

use super::subject;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::group::{Group, GroupHits};
use crate::rule::BatchCheck;

pub(super) static RULE: Rule = Rule {
    code: "V004",
    slug: "one-name-two-codes",
    dimension: Dimension::Authenticity,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("同一名称对应两个代码", "One name with two codes"),
    what: Text::new(
        "本批中前面已有同名企业，统一社会信用代码却不同。",
        "An earlier record of the batch has the same name with another credit code.",
    ),
    why: Text::new(
        "同名的多为同一企业，代码不一致时至少一条写错。",
        "The same name mostly means the same enterprise; where codes differ, at least one is wrong.",
    ),
    how: Text::new(
        "与营业执照核对两条记录的代码；确为重名的两家企业可以导出。",
        "Compare both codes with the licences; two enterprises that really share a name may leave.",
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
                    (FieldKey::Uscc, "91150525MA00001700"),
                    (FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0008号"),
                ],
            ],
            Text::new("两条记录名称相同而代码不同", "Two records, one name, two codes"),
        ),
        Example::fires(
            Kind::Inspection,
            &[
                &[(FieldKey::EnterpriseName, "内蒙古（奈曼）商贸有限公司")],
                &[
                    (FieldKey::EnterpriseName, "内蒙古(奈曼)商贸有限公司"),
                    (FieldKey::Uscc, "91150525MA00001700"),
                ],
            ],
            Text::new("括号宽度不同仍是同名", "Brackets of another width do not make another name"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[], &[(FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0008号")]],
            Text::new("同一企业的两条记录", "Two records of one enterprise"),
        ),
        Example::silent(
            Kind::Penalty,
            &[
                &[],
                &[
                    (FieldKey::Uscc, ""),
                    (FieldKey::RegistrationNo, "150525000001234"),
                    (FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0008号"),
                ],
            ],
            Text::new("后一条没有代码", "The later one has no code"),
        ),
    ]),
};

fn key(row: &RowCx<'_>, key: &mut String) -> bool {
    if subject::uscc(row).is_empty() {
        return false;
    }
    subject::write_folded_name(row, key);
    !key.is_empty()
}

fn judge(group: &Group<'_>, hits: &mut GroupHits) {
    let codes = (0..group.len()).map(|position| subject::uscc(&group.row(position)).to_owned());
    subject::name_earlier_other(codes, |position, other| hits.naming(position, FieldKey::Uscc, other));
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let place = hit.other_place(lang);
    let other = hit.other_row();
    let code = other.as_ref().map_or("", |row| row.normalised(FieldKey::Uscc));
    in_lang(
        lang,
        || format!("与{place}的企业同名，该行代码为 {}", quote(code)),
        || format!("{place} has the same name with the code {}", quote(code)),
    )
}
