//! S003: the subject seems to be a person.

use precheck_schema::uscc;

use super::organisation::looks_like_person;
use crate::context::RowCx;
use crate::families::prelude::*;
use crate::privacy::{NumberKind, is_resident_id};
use crate::rule::RowHits;

pub(super) static RULE: Rule = Rule {
    code: "S003",
    slug: "natural-person",
    dimension: Dimension::Scope,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::EnterpriseName)],
    title: Text::new("相对人疑为自然人", "The subject seems to be a person"),
    what: Text::new(
        "企业名称像自然人姓名且没有市场主体代码，或信用代码栏填了居民身份证号。",
        "The name looks like a person's and there is no code of an enterprise, or the code column holds a resident id.",
    ),
    why: Text::new(
        "只归集企业和个体工商户的信息，公示自然人的信息侵害其个人信息权益。",
        "Only enterprises and sole proprietors are gathered; publishing a person's record violates their rights.",
    ),
    how: Text::new(
        "处罚对象是自然人的不导出；是个体工商户的补填名称和统一社会信用代码。",
        "Leave persons out; for a sole proprietor enter the registered name and code.",
    ),
    basis: &["plan-3", "pi-25"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "王建国"), (FieldKey::Uscc, "")]],
            Text::new("姓名，没有代码", "A person's name, no code"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "王建国"), (FieldKey::Uscc, "152326196504245143")]],
            Text::new("代码栏为居民身份证号", "A resident id in the code column"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::EnterpriseName, "奈曼旗建国烧烤店"), (FieldKey::Uscc, "11010519491231002X")]],
            Text::new("个体工商户填了经营者的身份证号", "A proprietor's id in place of the code"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "王建国"), (FieldKey::Uscc, "92150525MA0N8B4T34")]],
            Text::new("以经营者姓名登记的个体工商户", "A sole proprietor registered under the person's name"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "利民超市"), (FieldKey::Uscc, "")]],
            Text::new("有“超市”字样，代码另由 C002 提示", "超市 is an organisation; C002 asks for the code"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::EnterpriseName, "王建国"),
                (FieldKey::Uscc, ""),
                (FieldKey::RegistrationNo, "150525600001230"),
            ]],
            Text::new("有注册号", "There is a registration number"),
        ),
    ]),
};

/// Why a record seems to be about a person.
enum Ground {
    Name,
    Id,
}

fn ground(row: &RowCx<'_>) -> Option<Ground> {
    let code = row.value(FieldKey::Uscc);
    if code.len() == 18 && is_resident_id(code) {
        return Some(Ground::Id);
    }
    let name = row.value(FieldKey::EnterpriseName);
    // Names of persons have at most four characters and a point.
    if name.len() > 15 || !row.is_blank(FieldKey::RegistrationNo) {
        return None;
    }
    let of_market_entity = ["91", "92", "93"].iter().any(|pair| code.starts_with(pair));
    let of_body = of_market_entity || uscc::department(code).is_some() && uscc::check_holds(code);
    (!of_body && looks_like_person(name, &row.cx.profile.organisation_words)).then_some(Ground::Name)
}

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    if !row.is_blank(FieldKey::EnterpriseName) && ground(row).is_some() {
        hits.at(FieldKey::EnterpriseName);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    match ground(hit.row) {
        Some(Ground::Id) => {
            let id = NumberKind::ResidentId.masked(hit.row.value(FieldKey::Uscc).to_owned());
            in_lang(
                lang,
                || format!("信用代码栏为居民身份证号（{id}）"),
                || format!("the code column holds a resident id ({id})"),
            )
        }
        _ => in_lang(
            lang,
            || "像自然人姓名，又没有市场主体的代码或注册号".to_owned(),
            || "looks like a person's name, and there is no code or registration number".to_owned(),
        ),
    }
}
