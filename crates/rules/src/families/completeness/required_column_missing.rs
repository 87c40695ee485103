//! C006: the file has no column for a required field.

use precheck_schema::Table;

use super::column;
use crate::context::Context;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "C006",
    slug: "required-column-missing",
    dimension: Dimension::Completeness,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::File],
    title: Text::new("缺少必填的列", "Required column is missing"),
    what: Text::new(
        "表中没有一列对应这个必填字段；统一社会信用代码和注册号有一列即可。",
        "No column of the table holds this required field; of the two identifiers one column is enough.",
    ),
    why: Text::new(
        "整列缺少时每条记录都不完整，全部不能导出。",
        "Without the column every record is incomplete, and none can leave.",
    ),
    how: Text::new(
        "补上这一列；表中有而名称不同的，在“列对应”里指定。",
        "Add the column; where it is there under another name, map it.",
    ),
    basis: &["plan-3-1"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Table(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[], &[(FieldKey::DocumentNo, "奈(消)行罚决字〔2023〕第0008号")]],
            Text::new("没有“公示期限”列", "There is no column for the term of publicity"),
        )
        .without(&[FieldKey::PublicityPeriod]),
        Example::fires(
            Kind::Inspection,
            &[&[]],
            Text::new("两个代码列都没有，算一处", "Both identifier columns are missing: one finding"),
        )
        .without(&[FieldKey::Uscc, FieldKey::RegistrationNo]),
        Example::silent(Kind::Penalty, &[&[]], Text::new("没有选填的列", "Optional columns may be missing"))
            .without(&[
                FieldKey::RegistrationNo,
                FieldKey::ConfiscatedAmount,
                FieldKey::Handler,
                FieldKey::Remark,
            ]),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::RegistrationNo, "150525000001234")]],
            Text::new("只有注册号一列", "The registration number alone"),
        )
        .without(&[FieldKey::Uscc]),
    ]),
};

fn check(table: &Table, _: &Context<'_>, hits: &mut RowHits) {
    for field in table.kind.fields() {
        let missing = match field.key {
            FieldKey::Uscc => column::are_identifiers_missing(table),
            key => field.is_required() && column::is_missing(table, key),
        };
        if missing {
            hits.at(field.key);
        }
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    if hit.field() == FieldKey::Uscc {
        return in_lang(
            lang,
            || "和「注册号」两列都没有，至少要有一列".to_owned(),
            || "neither this column nor one for the registration number; one of them is needed".to_owned(),
        );
    }
    in_lang(lang, || "没有对应的列".to_owned(), || "no column holds this field".to_owned())
}
