//! V002: one document number for two subjects.

use precheck_schema::fold::fold_all;
use rustc_hash::FxHashMap;

use super::subject::Subject;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::group::{Group, GroupHits};
use crate::rule::BatchCheck;

pub(super) static RULE: Rule = Rule {
    code: "V002",
    slug: "document-no-reused",
    dimension: Dimension::Authenticity,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::LicenseGrant, Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::DocumentNo)],
    title: Text::new("文号用于不同企业", "One number for two enterprises"),
    what: Text::new(
        "本批中前面已有另一家企业使用同一文号。",
        "An earlier record of the batch has the same number for another enterprise.",
    ),
    why: Text::new(
        "一份决定书只有一个文号，文号重复时至少一条写错。",
        "A decision has a number of its own; where two share one, at least one is wrong.",
    ),
    how: Text::new("与两份决定书核对文号和当事人。", "Compare number and party with both documents."),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Batch(BatchCheck {
        reads: &[FieldKey::DocumentNo, FieldKey::EnterpriseName, FieldKey::Uscc, FieldKey::RegistrationNo],
        key,
        judge,
    }),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[
                &[],
                &[
                    (FieldKey::EnterpriseName, "奈曼旗聚福隆商贸有限公司"),
                    (FieldKey::Uscc, "91150525MA00001700"),
                ],
            ],
            Text::new("两家企业同一文号", "Two enterprises, one number"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[
                &[(FieldKey::DocumentNo, "奈消安检许字[2023]第0012号")],
                &[
                    (FieldKey::EnterpriseName, "奈曼旗聚福隆商贸有限公司"),
                    (FieldKey::Uscc, ""),
                    (FieldKey::RegistrationNo, "150525000001234"),
                ],
            ],
            Text::new("括号写法不同的同一文号", "The same number with other brackets"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[], &[(FieldKey::EnterpriseName, "奈曼旗沙海明珠酒店")]],
            Text::new("代码相同，只是名称写法不同", "The same code under another name"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[], &[(FieldKey::Uscc, "91150525MA00001700")]],
            Text::new(
                "名称相同，代码不同的由 V004 报告",
                "The same name with another code is V004's business",
            ),
        ),
        Example::silent(
            Kind::Penalty,
            &[
                &[(FieldKey::DocumentNo, "")],
                &[
                    (FieldKey::DocumentNo, ""),
                    (FieldKey::EnterpriseName, "奈曼旗聚福隆商贸有限公司"),
                    (FieldKey::Uscc, "91150525MA00001700"),
                ],
            ],
            Text::new("空白文号不比较", "Blank numbers are not compared"),
        ),
    ]),
};

fn key(row: &RowCx<'_>, key: &mut String) -> bool {
    key.push_str(&fold_all(row.value(FieldKey::DocumentNo)));
    !key.is_empty()
}

/// Records to compare with. More than two of one code or one name tell nothing new: of two with the same code and
/// different names, one differs from any third in name. So one look takes few comparisons however large the group.
#[derive(Default)]
struct Earlier {
    kept: Vec<(Subject, usize)>,
    of_code: FxHashMap<String, u8>,
    of_name: FxHashMap<String, u8>,
}

/// At most so many records are compared with one.
const MOST_COMPARED: usize = 64;

impl Earlier {
    fn find(&self, subject: &Subject) -> Option<usize> {
        let mut kept = self.kept.iter().take(MOST_COMPARED);
        kept.find(|(other, _)| subject.is_another(other)).map(|(_, position)| *position)
    }

    fn add(&mut self, subject: Subject, position: usize) {
        let code = self.of_code.entry(subject.uscc.clone()).or_default();
        let name = self.of_name.entry(subject.name.clone()).or_default();
        let known = self.kept.iter().take(MOST_COMPARED).any(|(other, _)| *other == subject);
        if *code < 2 && *name < 2 && !known {
            // A record without a name cannot stand in for two names of one code, nor one without a code.
            *code += u8::from(!subject.name.is_empty());
            *name += u8::from(!subject.uscc.is_empty());
            self.kept.push((subject, position));
        }
    }
}

fn judge(group: &Group<'_>, hits: &mut GroupHits) {
    let mut earlier = Earlier::default();
    for position in 0..group.len() {
        let subject = Subject::of(&group.row(position));
        if let Some(other) = earlier.find(&subject) {
            hits.naming(position, FieldKey::DocumentNo, other);
        }
        earlier.add(subject, position);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let place = hit.other_place(lang);
    let other = hit.other_row();
    let name = other.as_ref().map_or("", |row| row.normalised(FieldKey::EnterpriseName));
    in_lang(
        lang,
        || format!("{place}的“{}”也是这个文号", quote(name)),
        || format!("“{}” in {place} has the same number", quote(name)),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn subject(uscc: &str, name: &str) -> Subject {
        Subject { uscc: uscc.to_owned(), registration_no: String::new(), name: name.to_owned() }
    }

    proptest! {
        #[test]
        fn the_kept_records_tell_what_all_would(
            records in prop::collection::vec(("[XYZ]?", "[甲乙丙]?"), 1..9),
        ) {
            let mut earlier = Earlier::default();
            for (position, (uscc, name)) in records.iter().enumerate() {
                let this = subject(uscc, name);
                let is_reused =
                    records[..position].iter().any(|(uscc, name)| this.is_another(&subject(uscc, name)));
                let found = earlier.find(&this);
                prop_assert_eq!(found.is_some(), is_reused, "{} of {:?}", position, records);
                if let Some(other) = found {
                    prop_assert!(this.is_another(&subject(&records[other].0, &records[other].1)));
                }
                earlier.add(this, position);
            }
        }
    }

    #[test]
    fn few_records_of_a_large_group_are_kept() {
        let (mut of_code, mut of_name) = (Earlier::default(), Earlier::default());
        for position in 0..100 {
            of_code.add(subject("X", &position.to_string()), position);
            of_name.add(subject(&position.to_string(), "甲"), position);
        }
        assert_eq!((of_code.kept.len(), of_name.kept.len()), (2, 2));
    }
}
