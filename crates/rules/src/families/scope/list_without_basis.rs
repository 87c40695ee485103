//! S008: a list that the organisation does not keep.

use precheck_schema::dishonest_lists::{self, State};

use crate::families::prelude::*;
use crate::sentence::quote;
use crate::visible::fold_words;

pub(super) static RULE: Rule = Rule {
    code: "S008",
    slug: "list-without-basis",
    dimension: Dimension::Scope,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::Blacklist]),
    fields: &[Selector::Field(FieldKey::ListName)],
    title: Text::new("名单不在本机构名单之列", "Not one of the organisation's lists"),
    what: Text::new(
        "名单名称不是机构设置中本机构认定的名单。",
        "The list is none of those that the profile says the organisation keeps.",
    ),
    why: Text::new(
        "黑名单须有法律法规或政策依据并由有权机关认定，不得自行增设。",
        "Such lists need a legal basis and a competent body; none may be set up at will.",
    ),
    how: Text::new(
        "核对名单名称和列入依据；确由本机构认定的，在机构设置中加入该名单。",
        "Check name and basis; if the organisation keeps the list, add it to the profile.",
    ),
    basis: &["plan-3-1-4", "bf-49", "profile"],
    fix: FixKind::None,
    unless: &["spreadsheet-error-value", "garbled-text"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::ListName, "失信被执行人名单")]],
            Text::new("法院的名单", "A list of the courts"),
        ),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::ListName, "消防黑名单")]],
            Text::new("没有依据的名称", "A name without basis"),
        ),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::ListName, "海关失信企业")]],
            Text::new("海关的名单，已更名", "A list of the customs, renamed since"),
        ),
        Example::silent(Kind::Blacklist, &[&[]], Text::new("本机构的名单", "The organisation's list")),
        Example::silent(
            Kind::Blacklist,
            &[&[(FieldKey::ListName, "消防安全领域 严重失信主体名单")]],
            Text::new("空格不影响", "Spaces do not matter"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let name = fold_words(cell.value);
    let kept = &cell.row.cx.profile.blacklists;
    Wrong::when(!kept.iter().any(|list| fold_words(list) == name))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    // One of the lists that the plan names: other bodies keep them, some under another name today.
    let known = dishonest_lists::find(hit.value());
    let present = known.filter(|list| list.present != hit.value()).map(|list| list.present);
    let unsure = known.is_some_and(|list| list.state == State::Unverified);
    in_lang(
        lang,
        || {
            let present = present.map_or(String::new(), |name| format!("，现为“{name}”"));
            let unsure = if unsure { "（是否沿用待核）" } else { "" };
            format!("“{value}”{present}{unsure}，不在本机构认定的名单之列")
        },
        || {
            let present = present.map_or(String::new(), |name| format!(", “{name}” today,"));
            format!("“{value}”{present} is none of the organisation's lists")
        },
    )
}
