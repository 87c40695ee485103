//! A033: something that happened, dated after today.

use precheck_schema::date::iso;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A033",
    slug: "date-in-future",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[
        Selector::Field(FieldKey::DecisionDate),
        Selector::Field(FieldKey::ChangeDate),
        Selector::Field(FieldKey::TerminationDate),
        Selector::Field(FieldKey::CompletedDate),
        Selector::Field(FieldKey::ListedDate),
        Selector::Field(FieldKey::RemovedDate),
        Selector::Field(FieldKey::ProducedDate),
    ],
    title: Text::new("日期晚于今天", "Date in the future"),
    what: Text::new(
        "已经发生的事项，日期却在今天之后。",
        "Something that has happened is dated after today.",
    ),
    why: Text::new(
        "信息应在产生之后归集，未来的日期说明录入有误。",
        "Information is gathered after it arises; a date to come is a typing error.",
    ),
    how: Text::new(
        "按文书原件更正；尚未作出的决定不归集。",
        "Mend it from the document; decisions that are not made yet are not gathered.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &["date-invalid", "date-out-of-range"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-07-03")]],
            Text::new("决定日期在 3 天之后", "The decision is 3 days ahead"),
        ),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::ListedDate, "2023-07-10")]],
            Text::new("列入日期在 10 天之后", "The listing is 10 days ahead"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-30")]],
            Text::new("就是今天", "Today itself"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidFrom, "2023-07-01"), (FieldKey::ValidTo, "2026-06-30")]],
            Text::new("有效期可以在今天之后", "A period of validity may lie ahead"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(crate::iso_date(cell.value)? > cell.row.cx.today)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (date, today) = (hit.value(), iso(hit.row.cx.today));
    in_lang(lang, || format!("{date} 晚于今天 {today}"), || format!("{date} is after today, {today}"))
}
