//! A002: a character that no credit code has.

use super::{code, mending};
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A002",
    slug: "uscc-character",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("信用代码含不会出现的字符", "Credit code with a character that none has"),
    what: Text::new(
        "统一社会信用代码只用数字和除 I、O、S、V、Z 以外的大写字母，第 3 至 8 位只用数字；带 * 的是遮蔽过的代码。",
        "Codes use digits and capital letters other than I, O, S, V, Z, and digits only at 3 to 8; an asterisk means that it was masked.",
    ),
    why: Text::new(
        "这样的代码不存在，多为 O 与 0、I 与 1 混淆，或从遮蔽过的页面抄来。",
        "No such code exists: mostly O was typed for 0 or I for 1, or a masked page was copied.",
    ),
    how: Text::new(
        "与营业执照逐位核对后更正；遮蔽过的要填完整代码。",
        "Compare with the business licence character by character; a masked code is needed in full.",
    ),
    basis: &["gb32100", "gb32100-xg1"],
    fix: FixKind::Suggested,
    unless: &[
        "code-stored-as-number",
        "spreadsheet-error-value",
        "garbled-text",
        "uscc-dummy",
        "uscc-length",
    ],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "9115O525MA0N8B4T47")]],
            Text::new("数字 0 写成字母 O", "The letter O for the digit 0"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, "911505******8B4T47")]],
            Text::new("遮蔽过的代码", "A masked code"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Uscc, "91150A25MA0N8B4T47")]],
            Text::new("区划码里有字母", "A letter in the county code"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91150525ma0n8b4t47")]],
            Text::new("小写字母会转为大写", "Small letters are raised"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "９１１５０５２５ＭＡ０Ｎ８Ｂ４Ｔ４７")]],
            Text::new("全角字符会转为半角", "Full-width characters are folded"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if cell.value.chars().count() != 18 {
        return None;
    }
    let at = cell
        .value
        .chars()
        .enumerate()
        .position(|(at, c)| !u8::try_from(c).is_ok_and(|c| code::fits(at, c)))?;
    Wrong::with(at as u32 + 1)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let at = hit.arg();
    let value = hit.value();
    if value.contains('*') {
        return in_lang(
            lang,
            || "含 *，是遮蔽过的代码，需要完整代码".to_owned(),
            || "some characters are masked by *; the full code is needed".to_owned(),
        );
    }
    let found = value.chars().nth(at as usize - 1).unwrap_or('?');
    if (3..=8).contains(&at) {
        in_lang(
            lang,
            || format!("第 {at} 位为 {found}，第 3 至 8 位是区划码，只能是数字"),
            || format!("character {at} is {found}; 3 to 8 are the county code and digits only"),
        )
    } else {
        in_lang(
            lang,
            || format!("第 {at} 位为 {found}，代码中不使用这个字符"),
            || format!("character {at} is {found}, which no code has"),
        )
    }
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    Some(Fix::one(FieldKey::Uscc, mending::readable(hit.value())?))
}
