//! A043: the number of another kind of document.

use precheck_schema::document_no::foreign_word;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A043",
    slug: "document-no-kind",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::LicenseGrant, Kind::Penalty, Kind::PenaltyChange]),
    fields: &[Selector::Field(FieldKey::DocumentNo)],
    title: Text::new("填了别种文书的文号", "Number of another document"),
    what: Text::new(
        "文号的文种字样不属于本类信息的决定文书，如责令改正、立案、检查文书。",
        "The kind word of the number belongs to another document, such as an order to correct or the opening of a case.",
    ),
    why: Text::new(
        "归集的是决定文书，别种文书的文号会使公示的内容对不上。",
        "What is gathered is the decision; another document's number does not match what is published.",
    ),
    how: Text::new(
        "改填决定书的文号；本条不是处罚或许可决定的，移到相应的信息种类或不归集。",
        "Write the number of the decision; a record of something else belongs to another kind or is not gathered.",
    ),
    basis: &["profile", "plan-3-1-2"],
    fix: FixKind::None,
    unless: &["code-stored-as-number", "spreadsheet-error-value", "garbled-text"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈消责改字〔2023〕第0031号")]],
            Text::new("责令改正通知书的文号", "The number of an order to correct"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0007号")]],
            Text::new("许可里填了处罚文号", "A penalty's number on a licence"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈（消）不予罚决字〔2023〕第0002号")]],
            Text::new("不予处罚决定书的文号", "The number of a decision not to punish"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "兴消行罚决字〔2023〕第100066号")]],
            Text::new("处罚决定书的文号", "The number of a penalty decision"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "京消安检字(2023)第00876号")]],
            Text::new("安全检查意见书的文号", "The number of a safety check"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "立山消行罚决字〔2023〕第0072号")]],
            Text::new("机关代字里的字不算", "The agency's own characters do not count"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(foreign_word(cell.row.kind(), cell.value).is_some())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let kind = hit.row.kind();
    let word = foreign_word(kind, hit.value()).unwrap_or_default();
    let (zh, en) = if kind == Kind::LicenseGrant {
        ("许可", "a licence")
    } else {
        ("处罚决定", "a penalty decision")
    };
    in_lang(
        lang,
        || format!("文号含“{word}”，不是{zh}文书的文号"),
        || format!("“{word}” in the number is not that of {en}"),
    )
}
