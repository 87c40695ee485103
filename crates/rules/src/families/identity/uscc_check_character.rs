//! A004: the 18th character does not follow from the first 17.

use precheck_schema::uscc;

use super::{code, mending};
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A004",
    slug: "uscc-check-character",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("信用代码校验位不符", "Check character of the credit code does not match"),
    what: Text::new(
        "第 18 位校验位与由前 17 位算得的不一致，至少有一位写错。",
        "The 18th character is not the one that the first 17 ask for: at least one character is wrong.",
    ),
    why: Text::new(
        "平台以统一社会信用代码关联企业，代码有误的记录会被退回或记到别的企业名下。",
        "The platform links records to enterprises by this code; a wrong one is rejected or put under another enterprise.",
    ),
    how: Text::new(
        "与营业执照逐位核对后更正；只改校验位通常不对。",
        "Compare with the business licence character by character; changing only the last one is usually wrong.",
    ),
    basis: &["gb32100", "gb32100-xg1"],
    fix: FixKind::Suggested,
    unless: &[
        "code-stored-as-number",
        "uscc-dummy",
        "uscc-length",
        "uscc-character",
        "uscc-department",
        "uscc-early-pilot",
    ],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91150525MA0N8B4T48")]],
            Text::new("末位应为 7", "The last character should be 7"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Uscc, "91150525MAN08B4T47")]],
            Text::new("第 11、12 位颠倒", "Characters 11 and 12 changed places"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, "91150525MA0N884T47")]],
            Text::new("第 14 位 B 写成 8", "8 for B at 14"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("校验位相符", "The check character holds")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91350211M00013FA1N")]],
            Text::new("福建早期代码由 A006 提示", "Early Fujian codes are A006's business"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let code = code::well_formed(cell)?;
    Wrong::when(!uscc::check_holds(code) && !uscc::is_early_pilot(code))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let code = hit.value();
    let expected = uscc::check_character(code.as_bytes()).map_or('?', char::from);
    let found = code.chars().last().unwrap_or('?');
    let differences =
        mending::corrected(code).map(|other| mending::differences(code, &other)).unwrap_or_default();
    in_lang(
        lang,
        || {
            let hint = match differences[..] {
                [(at, from, to)] => format!("，第 {at} 位“{from}”疑为“{to}”"),
                [(first, ..), (second, ..)] => format!("，第 {first}、{second} 位疑为颠倒"),
                _ => String::new(),
            };
            format!("由前 17 位算得校验位为 {expected}，与第 18 位 {found} 不符{hint}，请与营业执照核对")
        },
        || {
            let hint = match differences[..] {
                [(at, from, to)] => format!("; character {at}, {from}, may be {to}"),
                [(first, ..), (second, ..)] => format!("; {first} and {second} may have changed places"),
                _ => String::new(),
            };
            format!(
                "the first 17 characters ask for {expected}, the 18th is {found}{hint}; compare with the licence"
            )
        },
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    Some(Fix::one(FieldKey::Uscc, mending::corrected(hit.value())?))
}
