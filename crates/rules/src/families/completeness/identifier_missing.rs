//! C002: neither identifier.

use super::column;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "C002",
    slug: "identifier-missing",
    dimension: Dimension::Completeness,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("没有主体代码", "No identifier of the subject"),
    what: Text::new(
        "统一社会信用代码和注册号都没有填。",
        "Both the credit code and the registration number are blank.",
    ),
    why: Text::new(
        "平台以代码把信息归到企业名下，没有代码就无法关联。",
        "The platform puts information under an enterprise by its code; without one nothing links.",
    ),
    how: Text::new(
        "填营业执照上的统一社会信用代码，没有的填注册号。",
        "Enter the credit code of the business licence, or the registration number where there is none.",
    ),
    basis: &["plan-3-2-1"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "")]],
            Text::new("两个代码都没有", "Neither is there"),
        ),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::Uscc, "暂无"), (FieldKey::RegistrationNo, "/")]],
            Text::new("填“暂无”和“/”等于空白", "Fillers count as blank"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("有统一社会信用代码", "The credit code is there")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "无"), (FieldKey::RegistrationNo, "150525000001234")]],
            Text::new("有注册号", "The registration number is there"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[]],
            Text::new("两列都没有的由 C006 报告", "Missing columns are C006's business"),
        )
        .without(&[FieldKey::Uscc, FieldKey::RegistrationNo]),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    let blank = row.is_blank(FieldKey::Uscc) && row.is_blank(FieldKey::RegistrationNo);
    if blank && !column::are_identifiers_missing(row.table) {
        hits.at(FieldKey::Uscc);
    }
}

fn say(_: &Hit<'_, '_>, lang: Lang) -> String {
    in_lang(
        lang,
        || "和「注册号」都为空，无法关联到企业".to_owned(),
        || {
            "blank, and so is the registration number: the record cannot be linked to an enterprise"
                .to_owned()
        },
    )
}
