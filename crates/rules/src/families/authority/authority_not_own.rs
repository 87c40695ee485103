//! A070: another authority than the organisation that reports.

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A070",
    slug: "authority-not-own",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Authority)],
    title: Text::new("机关不是本机构", "Authority is not the organisation"),
    what: Text::new(
        "作出决定的机关既不是本机构的名称，也不是机构设置里的别称。",
        "The deciding authority is neither the organisation's name nor one of the aliases of its profile.",
    ),
    why: Text::new(
        "谁产生、谁提供：别的机关的信息由它自己归集；简称和错字公示后无法改动。",
        "Who produces information supplies it: what others decided is theirs to report; short names are published as they stand.",
    ),
    how: Text::new(
        "写机构全称；确为其他机关作出的，转给该机关。",
        "Write the full official name; pass on what another authority decided.",
    ),
    basis: &["plan-3-2-1", "zz-2024", "profile"],
    fix: FixKind::Suggested,
    unless: &["spreadsheet-error-value", "garbled-text", "authority-abolished"],
    check: Check::Field(check),
    say,
    suggest: Some(|hit| Some(official_name(hit))),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Authority, "奈曼消防")]],
            Text::new("简称", "A short name"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Authority, "开鲁县消防救援大队")]],
            Text::new("邻县的大队", "The brigade of a neighbour county"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("机构全称", "The full name")),
        Example::silent(
            Kind::Other,
            &[&[(FieldKey::Authority, "奈曼旗消防救援局")]],
            Text::new("加挂的牌子，导出时写全称", "An accepted alias, exported as the full name"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    // A name that is broken over lines leaves with something in place of the break.
    Wrong::when(cell.value.contains(['\n', '\r']) || !cell.row.cx.profile.is_own_name(cell.value))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    let own = &hit.row.cx.profile.organisation.name;
    in_lang(
        lang,
        || format!("“{value}”不是{own}，也不是它的别称"),
        || format!("“{value}” is neither {own} nor one of its aliases"),
    )
}

fn official_name(hit: &Hit<'_, '_>) -> Fix {
    Fix::one(FieldKey::Authority, hit.row.cx.profile.organisation.name.clone())
}
