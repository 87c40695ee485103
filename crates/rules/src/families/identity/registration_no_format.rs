//! A010: no form of a registration number.

use precheck_schema::registration_no;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A010",
    slug: "registration-no-format",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::RegistrationNo)],
    title: Text::new("注册号的形式不对", "Registration number of unknown form"),
    what: Text::new(
        "注册号应为 15 位数字（农民专业合作社第 7、8 位可为 NA），旧号为 13 位数字或“…字第…号”。",
        "A registration number has 15 digits (NA at 7 and 8 for cooperatives); old ones have 13, or are in words.",
    ),
    why: Text::new(
        "形式不对的注册号在平台上找不到企业。",
        "With a number of another form the platform finds no enterprise.",
    ),
    how: Text::new(
        "与营业执照核对后补全；18 位的是统一社会信用代码，移到那一列。",
        "Complete it from the business licence; 18 characters are a credit code and belong to that column.",
    ),
    basis: &["gs15"],
    fix: FixKind::None,
    unless: &["code-stored-as-number", "spreadsheet-error-value", "garbled-text"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "15052500012")]],
            Text::new("只有 11 位", "11 digits only"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::RegistrationNo, "91150525MA0N8B4T47")]],
            Text::new("填成了统一社会信用代码", "A credit code was entered"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "150525000001234")]],
            Text::new("15 位注册号", "15 digits"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "150525NA0000127")]],
            Text::new("农民专业合作社的注册号", "A cooperative's number"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "/")]],
            Text::new("填“/”等于空白", "A filler"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if registration_no::form(cell.value).is_some() {
        return None;
    }
    Wrong::with(cell.value.chars().count() as u32)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let count = hit.arg();
    let value = hit.value();
    if count == 18 && value.is_ascii() {
        return in_lang(
            lang,
            || "为 18 位，像是统一社会信用代码".to_owned(),
            || "18 characters: it looks like a credit code".to_owned(),
        );
    }
    if value.bytes().all(|b| b.is_ascii_digit()) {
        return in_lang(
            lang,
            || format!("为 {count} 位数字，应为 15 位"),
            || format!("{count} digits instead of 15"),
        );
    }
    in_lang(
        lang,
        || format!("“{}”不是注册号的形式，应为 15 位数字", quote(value)),
        || format!("“{}” has no form of a registration number, which has 15 digits", quote(value)),
    )
}
