//! A012: a registration number from before 2007.

use precheck_schema::registration_no::{self, RegistrationForm};

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A012",
    slug: "registration-no-old-form",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::RegistrationNo)],
    title: Text::new("旧式注册号", "Registration number of an old form"),
    what: Text::new(
        "2007 年以前的 13 位数字，或者“…字第…号”形式的注册号，没有校验位。",
        "13 digits, or a number in words, from before 2007: without a check digit.",
    ),
    why: Text::new(
        "旧号换照后已改为 15 位，现在多数企业有统一社会信用代码，旧号可能查不到。",
        "Old numbers became 15 digits with a new licence, and most enterprises have a credit code now.",
    ),
    how: Text::new("尽量改填现在的统一社会信用代码。", "Use the present credit code where there is one."),
    basis: &["gs15"],
    fix: FixKind::None,
    unless: &["code-stored-as-number"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "3301062015292")]],
            Text::new("13 位旧号", "13 digits"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::RegistrationNo, "企独浙绍总字第002662号")]],
            Text::new("文字形式的旧号", "A number in words"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "150525000001234")]],
            Text::new("15 位注册号", "15 digits"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "15052500012")]],
            Text::new("位数不对由 A010 报告", "Wrong length is A010's business"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let form = registration_no::form(cell.value);
    Wrong::when(matches!(form, Some(RegistrationForm::Digits13 | RegistrationForm::Words)))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    in_lang(
        lang,
        || format!("{value} 是 2007 年以前的旧式注册号，请核对企业现在的代码"),
        || format!("{value} is a number from before 2007; look for the enterprise's present code"),
    )
}
