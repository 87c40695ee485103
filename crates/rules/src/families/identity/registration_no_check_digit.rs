//! A011: the 15th digit of a registration number does not follow from the first 14.

use precheck_schema::registration_no::{self, RegistrationForm};

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A011",
    slug: "registration-no-check-digit",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::RegistrationNo)],
    title: Text::new("注册号校验位不符", "Check digit of the registration number does not match"),
    what: Text::new(
        "第 15 位校验位与由前 14 位算得的不一致。",
        "The 15th digit is not the one that the first 14 ask for.",
    ),
    why: Text::new(
        "多为抄错；也有极少数真实注册号如此，所以只提示核对。",
        "Mostly a slip; a very few real numbers are so, hence the question.",
    ),
    how: Text::new(
        "与营业执照核对，确认无误的可以导出。",
        "Compare with the licence; where it agrees the record may leave.",
    ),
    basis: &["gs15"],
    fix: FixKind::None,
    unless: &["code-stored-as-number"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "150525000001235")]],
            Text::new("末位应为 4", "The last digit should be 4"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::RegistrationNo, "150525000010234")]],
            Text::new("相邻两位颠倒", "Two neighbours changed places"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "150525600012340")]],
            Text::new("个体工商户，校验位相符", "A sole trader's number that holds"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "3301062015292")]],
            Text::new("13 位旧号没有校验位", "Old numbers of 13 digits have no check digit"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let judged = registration_no::form(cell.value) == Some(RegistrationForm::Digits15);
    Wrong::when(judged && !registration_no::check_holds(cell.value))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let number = hit.value();
    let expected = registration_no::check_digit(number.as_bytes()).map_or('?', char::from);
    let found = number.chars().last().unwrap_or('?');
    in_lang(
        lang,
        || format!("由前 14 位算得校验位为 {expected}，与第 15 位 {found} 不符，请与营业执照核对"),
        || format!("the first 14 digits ask for {expected}, the 15th is {found}; compare with the licence"),
    )
}
