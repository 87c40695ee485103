//! I002: a template that has a column for the registration number, and a record without one.

use crate::context::RowCx;
use crate::families::prelude::*;
use crate::rule::RowHits;

/// A template with columns for both identifiers.
const BOTH: Setting = Setting::Template(
    r#"{"name":"both","title":"监管端","file":"xlsx","layouts":[{"kinds":["penalty","license-grant"],"columns":[
        {"header":"注册号","field":"registration_no"},{"header":"企业名称","field":"enterprise_name"},
        {"header":"统一社会信用代码","field":"uscc"}]}]}"#,
);

/// A template that takes the registration number only.
const ONE: Setting = Setting::Template(
    r#"{"name":"one","title":"监管端","file":"xlsx","layouts":[{"kinds":["penalty"],"columns":[
        {"header":"注册号","field":"registration_no"},{"header":"企业名称","field":"enterprise_name"}]}]}"#,
);

pub(super) static RULE: Rule = Rule {
    code: "I002",
    slug: "both-identifiers-wanted",
    dimension: Dimension::Import,
    severity: Severity::Info,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::RegistrationNo)],
    title: Text::new("模板另有注册号一列", "The template has a column for the 注册号"),
    what: Text::new(
        "所选模板同时有统一社会信用代码和注册号两列，本条的注册号为空。",
        "The chosen template has columns for both identifiers, and the registration number of this record is blank.",
    ),
    why: Text::new(
        "有的平台按名称找到企业后会比较两个号码，注册号为空时可能报错。",
        "Some platforms compare both identifiers after finding the enterprise by name and may stumble over a blank one.",
    ),
    how: Text::new(
        "知道注册号的补上；没有的可以留空。",
        "Fill it in where it is known; it may stay blank where there is none.",
    ),
    basis: &["template"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Row(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[]],
            Text::new("模板有两列，只填了代码", "Both columns, one filled"),
        )
        .settings(&[BOTH]),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::RegistrationNo, "无")]],
            Text::new("注册号填“无”等于空", "A filler counts as blank"),
        )
        .settings(&[BOTH]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::RegistrationNo, "110108000000016")]],
            Text::new("两个号码都有", "Both are there"),
        )
        .settings(&[BOTH]),
        Example::silent(Kind::Penalty, &[&[]], Text::new("模板只有一列", "The template has one of them"))
            .settings(&[ONE]),
        Example::silent(Kind::Penalty, &[&[]], Text::new("没有选模板", "No template chosen")),
    ]),
};

fn check(row: &RowCx<'_>, hits: &mut RowHits) {
    let Some(template) = row.cx.template else { return };
    let writes = |field| template.writes(row.kind(), field);
    // Where both are blank, C002 says so.
    if row.is_blank(FieldKey::RegistrationNo)
        && !row.is_blank(FieldKey::Uscc)
        && writes(FieldKey::RegistrationNo)
        && writes(FieldKey::Uscc)
    {
        hits.at(FieldKey::RegistrationNo);
    }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let title = hit.row.cx.template.map_or("", |template| template.title.as_str());
    in_lang(
        lang,
        || format!("为空，所选模板“{title}”另有这一列"),
        || format!("blank, while the chosen template “{title}” has a column for it"),
    )
}
