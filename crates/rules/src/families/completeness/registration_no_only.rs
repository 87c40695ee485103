//! C004: an old registration number, and no credit code.

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "C004",
    slug: "registration-no-only",
    dimension: Dimension::Completeness,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("只有注册号", "Registration number only"),
    what: Text::new(
        "填了注册号，没有填统一社会信用代码。",
        "The registration number is there, the credit code is blank.",
    ),
    why: Text::new(
        "统一社会信用代码是关联匹配的标识，注册号可能匹配不到企业。",
        "The credit code is what records are matched by; a registration number may match nothing.",
    ),
    how: Text::new(
        "企业已有统一社会信用代码的补填；确实没有的可以导出。",
        "Add the credit code where the enterprise has one; otherwise the record may leave.",
    ),
    basis: &["plan-3-2-1"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, ""), (FieldKey::RegistrationNo, "150525000001234")]],
            Text::new("代码为空", "The code is blank"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "无"), (FieldKey::RegistrationNo, "150525600012340")]],
            Text::new("代码填“无”等于空白", "A filler counts as blank"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "150525000001234")]],
            Text::new("两个代码都有", "Both are there"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "")]],
            Text::new("两个都没有的由 C002 报告", "Where both are blank C002 says so"),
        ),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    if row.is_blank(FieldKey::Uscc) && !row.is_blank(FieldKey::RegistrationNo) {
        hits.at(FieldKey::Uscc);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let number = quote(hit.row.value(FieldKey::RegistrationNo));
    in_lang(
        lang,
        || format!("为空，只有注册号 {number}，可能匹配不到企业"),
        || format!("blank; the registration number {number} alone may match no enterprise"),
    )
}
