//! C005: a field without which a record cannot be linked to the one that it changes.

use precheck_schema::Requirement;

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "C005",
    slug: "recommended-field-missing",
    dimension: Dimension::Completeness,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::LicenseChange, Kind::LicenseTermination, Kind::PenaltyChange]),
    fields: &[Selector::Recommended],
    title: Text::new("没有原文书的编号", "No number of the original document"),
    what: Text::new(
        "变更或终止的记录没有写明原许可、原处罚的文号。",
        "A change or termination does not name the number of the licence or penalty that it is about.",
    ),
    why: Text::new(
        "没有文号，这条记录无法与原来的许可或处罚对上。",
        "Without it the record cannot be linked to the one that it changes.",
    ),
    how: Text::new("填写原文书的编号。", "Enter the number of the original document."),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseChange,
            &[&[(FieldKey::DocumentNo, "")]],
            Text::new("变更的是哪份许可没有写明", "Which licence was changed is not said"),
        ),
        Example::fires(
            Kind::PenaltyChange,
            &[&[(FieldKey::DocumentNo, "不详")]],
            Text::new("填“不详”等于空白", "A filler counts as blank"),
        ),
        Example::silent(Kind::LicenseTermination, &[&[]], Text::new("写有文号", "The number is there")),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::TaskNo, "")]],
            Text::new("抽查结果不要求文号", "Inspections need none"),
        ),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    let recommended = |field: &&precheck_schema::KindField| field.requirement == Requirement::Recommended;
    for field in row.kind().fields().iter().filter(recommended) {
        if row.is_blank(field.key) {
            hits.at(field.key);
        }
    }
}

fn say(_: &Hit<'_, '_>, lang: Lang) -> String {
    in_lang(
        lang,
        || "为空，无法与原来的记录对上".to_owned(),
        || "blank: the record cannot be linked to the one that it changes".to_owned(),
    )
}
