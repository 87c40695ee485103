//! A064: a sum is written twice, in capitals and in digits, and the two differ.

use crate::families::prelude::*;
use crate::reading::amounts::Item;

pub(super) static RULE: Rule = Rule {
    code: "A064",
    slug: "amount-words-contradict-digits",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::PenaltyContent)],
    title: Text::new("金额大小写不一致", "Sum in words and in digits differ"),
    what: Text::new(
        "同一笔金额写了大写和小写两种，数额却不同。",
        "One sum stands in words and in digits, and the two differ.",
    ),
    why: Text::new(
        "公示的金额自相矛盾，无从判断哪个为准。",
        "What is published contradicts itself; no one can tell which is right.",
    ),
    how: Text::new("以处罚决定书为准更正。", "Correct it by the decision."),
    basis: &["plan-5-2", "gb15835"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整（6000元）")]],
            Text::new("伍仟元与 6000 元", "伍仟元 and 6000元"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款50000元（大写：伍仟元整）"), (FieldKey::FineAmount, "")]],
            Text::new("50000 元与伍仟元", "50000元 and 伍仟元"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整（¥5,000.00）")]],
            Text::new("两种写法相符", "The two agree"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::PenaltyContent, "没收违法所得叁仟元整，罚款5000元"),
                (FieldKey::ConfiscatedAmount, "0.3"),
            ]],
            Text::new("是两笔金额", "Two different sums"),
        ),
    ]),
};

fn first<'r>(hit: &'r Hit<'_, '_>) -> Option<&'r Item> {
    hit.row.penalty_money().items.iter().find(|item| item.contradicts_itself())
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(cell.row.penalty_money().items.iter().any(Item::contradicts_itself))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let text = hit.value();
    let (one, other) = first(hit).map_or(("", ""), |item| {
        let again = item.again.map_or("", |m| &text[m.start..m.end]);
        (&text[item.money.start..item.money.end], again)
    });
    in_lang(
        lang,
        || format!("同一笔金额写作“{one}”和“{other}”，两者不符"),
        || format!("one sum is written “{one}” and “{other}”, which differ"),
    )
}
