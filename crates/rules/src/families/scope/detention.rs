//! S004: administrative detention, which the police decide.

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "S004",
    slug: "detention",
    dimension: Dimension::Scope,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::PenaltyContent)],
    title: Text::new("行政拘留由公安机关决定", "Detention is decided by the police"),
    what: Text::new(
        "处罚内容含行政拘留，只能由公安机关决定，对象也是自然人。",
        "The content has administrative detention, which only the police impose, and on persons.",
    ),
    why: Text::new(
        "不是本机关作出、也不是对企业作出的处罚，不由本机关归集。",
        "A penalty of another authority and on a person is not gathered here.",
    ),
    how: Text::new(
        "删去拘留的内容，或不导出本条；确属本机关决定书原文的核对后确认。",
        "Take the detention out or leave the record out; confirm if the decision really says so.",
    ),
    basis: &["xzcf-18-3", "xf-70-1"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "行政拘留五日，并处罚款人民币伍佰元整"),
                (FieldKey::FineAmount, "0.05"),
            ]],
            Text::new("行政拘留", "Detention"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "对直接责任人处五日拘留"), (FieldKey::FineAmount, "")]],
            Text::new("对责任人拘留", "Detention of a person"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("罚款", "A fine")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整，不予拘留")]],
            Text::new("写明不予拘留", "No detention, says the text"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整；直接责任人另案刑事拘留")]],
            Text::new("刑事拘留不是行政处罚", "Criminal detention is no administrative penalty"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let mut rest = cell.value;
    while let Some(at) = rest.find("拘留") {
        let before = rest[..at].trim_end_matches("行政").trim_end_matches("处以");
        // None is imposed, or it is another than the administrative one.
        let denied = ["不予", "免予", "不", "未", "免除", "可以", "可", "刑事", "司法"]
            .iter()
            .any(|word| before.ends_with(word));
        if !denied {
            return Wrong::PLAIN;
        }
        rest = &rest[at + "拘留".len()..];
    }
    None
}

fn say(_: &Hit<'_, '_>, lang: Lang) -> String {
    in_lang(
        lang,
        || "含行政拘留，应由公安机关决定".to_owned(),
        || "has administrative detention, which the police decide".to_owned(),
    )
}
