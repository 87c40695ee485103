//! A042: the year of the number is not the year of the decision.

use precheck_schema::date::Datelike;
use precheck_schema::document_no::read;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A042",
    slug: "document-no-year",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::LicenseGrant, Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::DocumentNo)],
    title: Text::new("文号年份与决定日期不符", "Year differs from the decision"),
    what: Text::new(
        "文号里的年份与决定日期的年份不同。",
        "The year in the number is not the year of the decision.",
    ),
    why: Text::new(
        "文号按年编序，年份不同通常是文号或日期写错。",
        "Numbers run by year: one of the two is mostly wrong.",
    ),
    how: Text::new(
        "与文书原件核对；年初沿用上年文号的，确认后可以导出。",
        "Compare with the document; a number of last year used in January may be confirmed.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &["document-no-shape"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈消行罚决字〔2022〕第0030号")]],
            Text::new("上一年的文号", "A number of the year before"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "奈消安检许字[2032]第0012号")]],
            Text::new("年份数字颠倒", "Digits of the year changed places"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈消行罚决字[2023]第0030号"), (FieldKey::DecisionDate, "2023/6/16")]],
            Text::new("年份相同，写法不同也能比较", "The same year, in other forms"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "奈消安检许字〔2022〕第0012号"), (FieldKey::DecisionDate, "")]],
            Text::new("没有决定日期可比", "No decision to compare with"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let decision = cell.row.date(FieldKey::DecisionDate)?;
    Wrong::when(read(cell.value)?.year != decision.year())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let year = read(hit.value()).map_or(0, |number| number.year);
    let date = hit.row.normalised(FieldKey::DecisionDate);
    let label = hit.row.kind().field_label(FieldKey::DecisionDate);
    in_lang(
        lang,
        || format!("年份 {year} 与「{label}」{date} 的年份不同"),
        || format!("the year {year} is not that of the decision, {date}"),
    )
}
