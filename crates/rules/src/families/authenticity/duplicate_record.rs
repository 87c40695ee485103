//! V001: the same record twice in a batch.

use precheck_schema::fold::fold_all;
use rustc_hash::FxHashMap;

use super::subject::Subject;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::group::{Group, GroupHits};
use crate::rule::BatchCheck;

pub(super) static RULE: Rule = Rule {
    code: "V001",
    slug: "duplicate-record",
    dimension: Dimension::Authenticity,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::DocumentNo), Selector::Field(FieldKey::EnterpriseName)],
    title: Text::new("重复记录", "Record twice"),
    what: Text::new(
        "本批中前面已有同一主体的同一条信息。",
        "An earlier record of the batch says the same of the same subject.",
    ),
    why: Text::new(
        "重复的记录会被平台跳过，或者公示两次。",
        "The platform skips such records, or publishes them twice.",
    ),
    how: Text::new(
        "删除多余的一条；确为两次决定的，核对文号和日期。",
        "Delete one of them; where there were two decisions, check number and date.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Batch(BatchCheck { reads: READS, key, judge }),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[], &[]],
            Text::new("同一企业、同一文号", "One enterprise, one number"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[], &[(FieldKey::Uscc, ""), (FieldKey::EnterpriseName, "奈曼旗 沙海明珠大酒店有限公司")]],
            Text::new("后一条缺代码，名称相同", "The later one lacks the code, the name is the same"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[], &[(FieldKey::Result, "发现问题已责令改正")]],
            Text::new("同一任务、事项、日期", "One task, one matter, one day"),
        ),
        Example::fires(
            Kind::LicenseChange,
            &[&[(FieldKey::DocumentNo, "")], &[(FieldKey::DocumentNo, "")]],
            Text::new("没有文号而变更事项、日期、内容都相同", "Without numbers, but the same change"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[], &[(FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0008号")]],
            Text::new("同一企业的两次处罚", "Two penalties of one enterprise"),
        ),
        Example::silent(
            Kind::LicenseChange,
            &[&[], &[(FieldKey::ChangeItem, "场所地址"), (FieldKey::After, "大沁他拉镇东街 2 号")]],
            Text::new("同一份许可的两项变更", "Two changes of one licence"),
        ),
        Example::silent(
            Kind::Inspection,
            &[
                &[],
                &[
                    (FieldKey::EnterpriseName, "奈曼旗聚福隆商贸有限公司"),
                    (FieldKey::Uscc, "91150525MA00001700"),
                ],
            ],
            Text::new("同一任务的另一家企业", "Another enterprise of the same task"),
        ),
    ]),
};

/// Everything that some kind's key or the subject reads.
const READS: &[FieldKey] = &[
    FieldKey::EnterpriseName,
    FieldKey::Uscc,
    FieldKey::RegistrationNo,
    FieldKey::DocumentNo,
    FieldKey::ChangeItem,
    FieldKey::ChangeDate,
    FieldKey::After,
    FieldKey::TerminationType,
    FieldKey::TerminationDate,
    FieldKey::ChangeContent,
    FieldKey::TaskNo,
    FieldKey::InspectionItem,
    FieldKey::CompletedDate,
    FieldKey::ListName,
    FieldKey::ListedDate,
    FieldKey::Category,
    FieldKey::ProducedDate,
    FieldKey::Content,
];

/// What makes two records of one subject the same.
const fn key_fields(kind: Kind) -> &'static [FieldKey] {
    match kind {
        Kind::LicenseGrant | Kind::Penalty => &[FieldKey::DocumentNo],
        Kind::LicenseChange => {
            &[FieldKey::DocumentNo, FieldKey::ChangeItem, FieldKey::ChangeDate, FieldKey::After]
        }
        Kind::LicenseTermination => {
            &[FieldKey::DocumentNo, FieldKey::TerminationType, FieldKey::TerminationDate]
        }
        Kind::PenaltyChange => &[FieldKey::DocumentNo, FieldKey::ChangeDate, FieldKey::ChangeContent],
        Kind::Inspection => &[FieldKey::TaskNo, FieldKey::InspectionItem, FieldKey::CompletedDate],
        Kind::Blacklist => &[FieldKey::ListName, FieldKey::ListedDate],
        Kind::Other => &[FieldKey::Category, FieldKey::ProducedDate, FieldKey::Content],
    }
}

fn key(row: &RowCx<'_>, key: &mut String) -> bool {
    let mut some = false;
    for &field in key_fields(row.kind()) {
        let value = fold_all(row.value(field));
        some |= !value.is_empty();
        key.push_str(&value);
        key.push('\u{1F}');
    }
    // Records with nothing in common but blanks are incomplete, not the same.
    some
}

/// The first records with some value, by which other value they lack.
type First = FxHashMap<String, usize>;

/// Where earlier records of the group are found: a credit code decides between two records that have one, else a
/// registration number between two that have one, else the name.
#[derive(Default)]
struct Earlier {
    codes: First,
    numbers: First,
    numbers_without_code: First,
    names: First,
    names_without_code: First,
    names_without_number: First,
    names_without_both: First,
}

impl Earlier {
    fn find(&self, subject: &Subject) -> Option<usize> {
        let get = |map: &First, value: &str| if value.is_empty() { None } else { map.get(value).copied() };
        let (has_code, has_number) = (!subject.uscc.is_empty(), !subject.registration_no.is_empty());
        let code = get(&self.codes, &subject.uscc);
        let numbers = if has_code { &self.numbers_without_code } else { &self.numbers };
        let number = get(numbers, &subject.registration_no);
        let names = match (has_code, has_number) {
            (false, false) => &self.names,
            (true, false) => &self.names_without_code,
            (false, true) => &self.names_without_number,
            (true, true) => &self.names_without_both,
        };
        let name = get(names, &subject.name);
        [code, number, name].into_iter().flatten().min()
    }

    fn add(&mut self, subject: Subject, position: usize) {
        let Subject { uscc, registration_no, name } = subject;
        let (has_code, has_number) = (!uscc.is_empty(), !registration_no.is_empty());
        let put = |map: &mut First, value: String| {
            map.entry(value).or_insert(position);
        };
        if !has_code {
            put(&mut self.numbers_without_code, registration_no.clone());
            put(&mut self.names_without_code, name.clone());
        }
        if !has_number {
            put(&mut self.names_without_number, name.clone());
        }
        if !has_code && !has_number {
            put(&mut self.names_without_both, name.clone());
        }
        put(&mut self.codes, uscc);
        put(&mut self.numbers, registration_no);
        put(&mut self.names, name);
    }
}

fn judge(group: &Group<'_>, hits: &mut GroupHits) {
    let mut earlier = Earlier::default();
    for position in 0..group.len() {
        let row = group.row(position);
        let subject = Subject::of(&row);
        if let Some(other) = earlier.find(&subject) {
            hits.naming(position, field(row.kind()), other);
        }
        earlier.add(subject, position);
    }
}

/// Where the finding stands: at the number of the document, in kinds without one at the name.
fn field(kind: Kind) -> FieldKey {
    if kind.field(FieldKey::DocumentNo).is_some() { FieldKey::DocumentNo } else { FieldKey::EnterpriseName }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let place = hit.other_place(lang);
    in_lang(lang, || format!("与{place}是同一条信息"), || format!("the same record as {place}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn subject() -> impl Strategy<Value = Subject> {
        let value = |prefix: &'static str| {
            prop_oneof![Just(String::new()), (0..3u8).prop_map(move |n| format!("{prefix}{n}"))]
        };
        (value("c"), value("r"), value("n")).prop_map(|(uscc, registration_no, name)| Subject {
            uscc,
            registration_no,
            name,
        })
    }

    proptest! {
        /// The maps find what comparing with every earlier record finds.
        #[test]
        fn the_first_earlier_record_is_found(subjects in prop::collection::vec(subject(), 0..24)) {
            let mut earlier = Earlier::default();
            for (position, subject) in subjects.iter().enumerate() {
                let expected = subjects[..position].iter().position(|other| subject.is_same(other));
                prop_assert_eq!(earlier.find(subject), expected);
                earlier.add(subject.clone(), position);
            }
        }
    }
}
