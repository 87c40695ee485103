//! A006: one of the early Fujian codes, real though its check character fails.

use precheck_schema::uscc;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A006",
    slug: "uscc-early-pilot",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("福建早期试点代码", "Early Fujian code"),
    what: Text::new(
        "形如 9?35……M000 的早期福建代码，组织机构代码相符而第 18 位不符。",
        "A code such as 9?35…M000 of the Fujian trial: the organisation code holds, the 18th character does not.",
    ),
    why: Text::new(
        "这些代码真实存在，但平台可能按现行规则退回。",
        "Such codes are real, but the platform may refuse them under the present rule.",
    ),
    how: Text::new(
        "与营业执照核对；企业已换发新代码的填新代码。",
        "Compare with the licence; where the enterprise has a new code, use it.",
    ),
    basis: &["gb32100", "gb32100-xg1"],
    fix: FixKind::None,
    unless: &["code-stored-as-number", "uscc-dummy", "uscc-length", "uscc-character", "uscc-department"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91350211M00013FA1N")]],
            Text::new("厦门早期代码", "An early code of Xiamen"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, "91350128M00000019A")]],
            Text::new("平潭早期代码", "An early code of Pingtan"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91350100M000100Y43")]],
            Text::new("福建代码，校验位相符", "A Fujian code whose check character holds"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91350211M00013FB1N")]],
            Text::new(
                "组织机构代码也不符的是写错，由 A004 报告",
                "Where both checks fail it is a slip, A004's business",
            ),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(uscc::is_early_pilot(cell.value))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let code = hit.value();
    in_lang(
        lang,
        || format!("{code} 是福建早期代码，第 18 位不合现行校验规则，请与营业执照核对"),
        || {
            format!(
                "{code} is an early Fujian code, its 18th character fails the present rule; compare with the licence"
            )
        },
    )
}
