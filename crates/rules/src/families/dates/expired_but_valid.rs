//! A037: a licence that ran out and is still called valid.

use precheck_schema::codes::CodeListId;
use precheck_schema::date::iso;

use super::range::sound;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A037",
    slug: "expired-but-valid",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::LicenseGrant]),
    fields: &[Selector::Field(FieldKey::Status)],
    title: Text::new("已到期仍为有效", "Ran out but called valid"),
    what: Text::new(
        "有效期止早于今天，文书状态却是“有效”。",
        "The validity ended before today, and the status is valid.",
    ),
    why: Text::new(
        "到期的许可公示为有效，会误导查询的人。",
        "Publishing it as valid misleads those who look it up.",
    ),
    how: Text::new(
        "已到期的改为“无效”；已延续的，更正有效期止。",
        "Set it to 无效; after a renewal mend the end of validity.",
    ),
    basis: &["plan-3-1-1-1"],
    fix: FixKind::Suggested,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseGrant,
            &[&[
                (FieldKey::ValidFrom, "2020-06-16"),
                (FieldKey::ValidTo, "2023-06-15"),
                (FieldKey::DecisionDate, "2020-06-16"),
            ]],
            Text::new("半个月前到期", "Ran out two weeks ago"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "2023-06-29"), (FieldKey::Status, "正常")]],
            Text::new("状态写“正常”，等于有效", "正常 means valid"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "2023-06-30")]],
            Text::new("今天是最后一天", "Today is the last day"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "2023-06-20"), (FieldKey::Status, "无效")]],
            Text::new("已标为无效", "Called invalid already"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if sound(cell.row, FieldKey::ValidTo)? >= cell.row.cx.today {
        return None;
    }
    let status = CodeListId::LicenseStatus.list().find(cell.value)?;
    Wrong::when(status.code == "1")
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (to, today) = (hit.row.normalised(FieldKey::ValidTo), iso(hit.row.cx.today));
    let status = hit.value();
    in_lang(
        lang,
        || format!("状态为“{status}”，但「有效期止」{to} 早于今天 {today}"),
        || format!("called {status}, but the validity ended on {to}, before today, {today}"),
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    let invalid = CodeListId::LicenseStatus.list().find("0")?;
    Some(Fix::one(hit.field(), invalid.label))
}
