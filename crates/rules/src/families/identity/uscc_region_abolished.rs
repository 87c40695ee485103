//! A008: a county code that is no longer, or never was, in the standard.

use precheck_schema::region::{self, Region};
use precheck_schema::uscc;

use super::code;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A008",
    slug: "uscc-region-abolished",
    dimension: Dimension::Accuracy,
    severity: Severity::Info,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new(
        "信用代码的区划码不在现行标准内",
        "County code of the credit code not in the present standard",
    ),
    what: Text::new(
        "第 3 至 8 位是已停用或未列入标准的县级区划代码。",
        "Characters 3 to 8 are a county code that was given up or is in no edition of the standard.",
    ),
    why: Text::new(
        "约一成真实代码用已停用的区划码，开发区另有自编码，所以只作提示。",
        "One real code in ten carries an abolished county code, and development zones have their own: hence a note only.",
    ),
    how: Text::new("与营业执照一致的不用改。", "Nothing to do where it agrees with the business licence."),
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
            &[&[(FieldKey::Uscc, "91330183MA0N8B4T4P")]],
            Text::new("富阳市，2014 年起为富阳区 330111", "Fuyang, since 2014 a district with another code"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, "91330215MA0N8B4T4D")]],
            Text::new("开发区自编的区划码", "A development zone's own code"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("150525 奈曼旗", "150525 Naiman")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91350211M00013FA1N")]],
            Text::new("350211 集美区", "350211 Jimei"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let code = code::well_formed(cell)?;
    let region = &code[2..8];
    let judged = region != "100000" && uscc::province_holds(code);
    Wrong::when(judged && region::find(region) != Region::Present)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let code = hit.value().get(2..8).unwrap_or("");
    let Region::Abolished(old) = region::find(code) else {
        return in_lang(
            lang,
            || format!("第 3 至 8 位 {code} 未列入县级区划代码，可能是开发区自编码"),
            || {
                format!(
                    "characters 3 to 8 are {code}, which is not listed; it may be a development zone's own"
                )
            },
        );
    };
    let successor = old.successor;
    in_lang(
        lang,
        || {
            let name = if old.name.is_empty() { String::new() } else { format!("（{}）", old.name) };
            let now = successor.map_or(String::new(), |now| format!("，现为 {now}"));
            format!("第 3 至 8 位 {code}{name}自 {} 年起停用{now}", old.year)
        },
        || {
            let now = successor.map_or(String::new(), |now| format!(", now {now}"));
            format!("characters 3 to 8 are {code}, given up in {}{now}", old.year)
        },
    )
}
