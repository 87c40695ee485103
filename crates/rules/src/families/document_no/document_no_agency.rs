//! A044: a number that starts with another agency's characters.

use precheck_schema::fold::fold_all;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A044",
    slug: "document-no-agency",
    dimension: Dimension::Accuracy,
    severity: Severity::Info,
    kinds: Kinds::Only(&[Kind::LicenseGrant, Kind::Penalty, Kind::PenaltyChange]),
    fields: &[Selector::Field(FieldKey::DocumentNo)],
    title: Text::new("文号代字不是本机关的", "Another agency's number"),
    what: Text::new(
        "文号开头不是机构设置里的机关代字。",
        "The number does not start with an agency prefix of the profile.",
    ),
    why: Text::new(
        "由作出决定的机关归集自己的信息，代字不同可能填了别的机关的文书。",
        "Each agency gathers its own decisions; another prefix may mean another agency's document.",
    ),
    how: Text::new(
        "与文书原件核对；本机关另有代字的，在机构设置里补上。",
        "Compare with the document; where the agency has another prefix, add it to the profile.",
    ),
    basis: &["profile"],
    fix: FixKind::None,
    unless: &["code-stored-as-number", "spreadsheet-error-value", "garbled-text", "document-no-shape"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "兴消行罚决字〔2023〕第100066号")]],
            Text::new("别的机关的代字", "Another agency's characters"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "消安检字[2023]第0089号")]],
            Text::new("缺少地区代字", "The place is missing"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈（消）行罚决字〔2023〕第0007号")]],
            Text::new("全角括号的本机关代字", "The agency's own, with full-width brackets"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "奈消安检许字〔2023〕第0012号")]],
            Text::new("本机关代字", "The agency's own"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let prefixes = &cell.row.cx.profile.document_prefixes;
    let own = |prefix: &String| cell.value.starts_with(prefix.as_str());
    if prefixes.is_empty() || prefixes.iter().any(own) {
        return None;
    }
    let value = fold_all(cell.value);
    Wrong::when(!prefixes.iter().any(|prefix| value.starts_with(&*fold_all(prefix))))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let prefixes = &hit.row.cx.profile.document_prefixes;
    let value = quote(hit.value());
    in_lang(
        lang,
        || format!("“{value}”不以本机关代字（{}）开头", prefixes.join("、")),
        || format!("“{value}” does not start with {}", prefixes.join(" or ")),
    )
}
