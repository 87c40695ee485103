//! A007: no such province.

use precheck_schema::uscc;

use super::code;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A007",
    slug: "uscc-region-unknown",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("信用代码的省级区划不存在", "No such province in the credit code"),
    what: Text::new(
        "第 3、4 位不是任何省级行政区划的代码（全国登记的为 100000）。",
        "Characters 3 and 4 are the code of no province (100000 is the national register).",
    ),
    why: Text::new(
        "登记机关总在某个省份，多半是抄错。",
        "A register lies in some province; most likely this is a slip.",
    ),
    how: Text::new("与营业执照核对第 3 至 8 位。", "Compare characters 3 to 8 with the business licence."),
    basis: &["gb2260"],
    fix: FixKind::None,
    unless: &[
        "code-stored-as-number",
        "uscc-dummy",
        "uscc-length",
        "uscc-character",
        "uscc-department",
        "uscc-check-character",
        "subject-is-authority",
    ],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91990101MA0N5GLJ8U")]],
            Text::new("没有 99 开头的区划", "No division starts with 99"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Uscc, "91380525MA0N8B4T41")]],
            Text::new("没有 38 开头的区划", "No division starts with 38"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91100000100003962T")]],
            Text::new("国家市场监督管理总局登记", "Registered by the national authority"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91350100M000100Y43")]],
            Text::new("外省企业", "An enterprise of another province"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(!uscc::province_holds(code::well_formed(cell)?))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let region = hit.value().get(2..8).unwrap_or("");
    let province = region.get(..2).unwrap_or("");
    in_lang(
        lang,
        || format!("第 3 至 8 位 {region} 的前两位 {province} 不是省级区划代码"),
        || format!("characters 3 to 8 are {region}, and {province} is no province"),
    )
}
