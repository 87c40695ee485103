//! A009: a code made up to fill the cell.

use super::code::{PLACEHOLDER, is_accepted_placeholder};
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A009",
    slug: "uscc-dummy",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("信用代码是凑数的", "Made-up credit code"),
    what: Text::new(
        "填的是占位或测试用的代码：全 0 加 X、同一字符重复、123456789012345678，或模板自带的示例。",
        "A placeholder or test value: zeros and X, one character repeated, 123456789012345678, or the sample of a template.",
    ),
    why: Text::new(
        "这样的代码不对应任何企业，记录无处归集。",
        "Such a code belongs to no enterprise, so the record cannot be put under one.",
    ),
    how: Text::new(
        "填营业执照上的代码；没有代码的个体户填注册号，代码留空。",
        "Enter the code of the business licence; for a trader without one give the registration number and leave this blank.",
    ),
    basis: &["gb32100"],
    fix: FixKind::None,
    unless: &["code-stored-as-number"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "00000000000000000X"), (FieldKey::RegistrationNo, "150525000001234")]],
            Text::new("双公示用的占位代码", "The placeholder of another platform"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, "123456789012345678")]],
            Text::new("测试代码，第 18 位恰好相符", "A test value whose check character happens to hold"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Uscc, "ARBG48543289076GFE")]],
            Text::new("模板示例没有删掉", "The sample row of a template was left in"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "00000000000000000X"), (FieldKey::RegistrationNo, "150525000001234")]],
            Text::new(
                "按双公示模板导出，旁边有注册号",
                "That template asks for it beside a registration number",
            ),
        )
        .settings(&[Setting::Template(CREDIT_CHINA)]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91100000100003962T")]],
            Text::new("0 多的真实代码", "A real code with many zeros"),
        ),
    ]),
};

/// What the examples need of the template that takes the placeholder.
const CREDIT_CHINA: &str = r#"{"name":"credit-china","title":"双公示","file":"xlsx",
    "layouts":[{"kinds":["penalty"],"columns":"kind"}]}"#;

/// The sample row of a platform's template, and a value for tests.
const KNOWN: [&str; 2] = ["ARBG48543289076GFE", "123456789012345678"];

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let value = cell.value;
    let zeros = value == PLACEHOLDER && !is_accepted_placeholder(cell.row);
    Wrong::when(zeros || KNOWN.contains(&value) || is_repeated(value))
}

/// One letter or digit over and over.
fn is_repeated(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.len() > 1 && bytes[0].is_ascii_alphanumeric() && bytes.iter().all(|b| *b == bytes[0])
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    if hit.value() == KNOWN[0] {
        in_lang(
            lang,
            || format!("{value} 是平台模板自带的示例"),
            || format!("{value} is the sample of a platform's template"),
        )
    } else {
        in_lang(
            lang,
            || format!("{value} 是占位或测试用的代码"),
            || format!("{value} is a placeholder or test value"),
        )
    }
}
