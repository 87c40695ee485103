//! A005: the organisation code inside a credit code fails its own check.

use precheck_schema::uscc;

use super::code;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A005",
    slug: "uscc-organisation-code",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("信用代码中的组织机构代码存疑", "Organisation code inside the credit code is doubtful"),
    what: Text::new(
        "第 9 至 17 位组织机构代码的校验位不符，而第 18 位校验位相符。",
        "Characters 9 to 17 fail the check of the organisation code, while the 18th holds.",
    ),
    why: Text::new(
        "个别真实代码如此，所以只提示核对；改动过一位又重算末位的代码也会这样。",
        "A few real codes are so, hence the question; a code with a slip and a new last character is so, too.",
    ),
    how: Text::new(
        "与营业执照逐位核对，确认无误的可以导出。",
        "Compare with the licence; where it agrees the record may leave.",
    ),
    basis: &["gb11714"],
    fix: FixKind::None,
    unless: &[
        "code-stored-as-number",
        "uscc-dummy",
        "uscc-length",
        "uscc-character",
        "uscc-department",
        "uscc-early-pilot",
        "uscc-check-character",
    ],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91150525MA0N8B4T5A")]],
            Text::new("第 17 位应为 4，末位按改后重算", "Character 17 should be 4; the last was made to fit"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, "91150525MA0N8B5T4W")]],
            Text::new("第 15 位写错，末位按改后重算", "Character 15 is wrong; the last was made to fit"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("两处校验都相符", "Both checks hold")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91150525MA0N8B4T48")]],
            Text::new("第 18 位不符由 A004 报告", "A wrong 18th character is A004's business"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let code = code::well_formed(cell)?;
    Wrong::when(uscc::check_holds(code) && !uscc::organisation_holds(code))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let code = hit.value().as_bytes();
    let expected = code.get(8..16).and_then(uscc::organisation_check).map_or('?', char::from);
    let found = code.get(16).copied().map_or('?', char::from);
    in_lang(
        lang,
        || format!("由第 9 至 16 位算得第 17 位为 {expected}，现为 {found}，请与营业执照核对"),
        || format!("characters 9 to 16 ask for {expected} at 17, there is {found}; compare with the licence"),
    )
}
