//! V007: serial numbers of one prefix and year skip some.

use std::fmt::Write;

use precheck_schema::document_no;
use precheck_schema::fold::fold_all;

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::SequenceCheck;

pub(super) static RULE: Rule = Rule {
    code: "V007",
    slug: "document-no-gap",
    dimension: Dimension::Authenticity,
    severity: Severity::Info,
    kinds: Kinds::Only(&[Kind::LicenseGrant, Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::DocumentNo)],
    title: Text::new("文号不连续", "Gap in document numbers"),
    what: Text::new(
        "同一代字、同一年份的顺序号中间缺号。",
        "Serial numbers of one prefix and one year skip some.",
    ),
    why: Text::new(
        "缺的号可能是漏报，也可能是不归集的决定，或者在别的批次。",
        "What is missing may have been forgotten, may not be gathered, or may be in another batch.",
    ),
    how: Text::new(
        "对照文书登记簿，看缺的号是否应当归集。",
        "See in the register of documents whether the missing ones belong here.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Sequence(SequenceCheck {
        reads: &[FieldKey::DocumentNo],
        key,
        judge,
        field: FieldKey::DocumentNo,
    }),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[], &[(FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0009号")]],
            Text::new("7 号之后是 9 号", "9 follows 7"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[
                &[(FieldKey::DocumentNo, "奈消安检许字〔2023〕第0020号")],
                &[],
                &[(FieldKey::DocumentNo, "奈消安检许字〔2023〕第0018号")],
            ],
            Text::new("次序打乱，12 号之后是 18 号", "Out of order; 18 follows 12"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[], &[(FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0008号")]],
            Text::new("连续的号", "No gap"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[], &[(FieldKey::DocumentNo, "奈(消)行罚决字〔2022〕第0031号")]],
            Text::new("另一年的号", "Another year"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0009号")], &[]],
            Text::new("缺口标在后一个号上", "The gap is marked at the number behind it"),
        ),
    ]),
};

fn key(row: &RowCx<'_>, key: &mut String) -> Option<u64> {
    let number = document_no::read(row.value(FieldKey::DocumentNo))?;
    let _ = write!(key, "{}{}", fold_all(number.prefix()), number.year);
    number.serial
}

/// How many numbers are missing between two.
fn judge(before: u64, after: u64) -> Option<u32> {
    let missing = after - before - 1;
    (missing > 0).then(|| u32::try_from(missing).unwrap_or(u32::MAX))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let missing = hit.arg();
    let place = hit.other_place(lang);
    let other = hit.other_row();
    let before = other.as_ref().map_or("", |row| row.normalised(FieldKey::DocumentNo));
    in_lang(
        lang,
        || format!("与前一个号“{}”（{place}）之间缺 {missing} 个号", quote(before)),
        || format!("{missing} numbers are missing after “{}” ({place})", quote(before)),
    )
}
