//! A023: half-width brackets in a name.

use precheck_schema::fold::half_width;

use crate::classes::Classes;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A023",
    slug: "name-half-width-bracket",
    dimension: Dimension::Accuracy,
    severity: Severity::Info,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::EnterpriseName)],
    title: Text::new("名称用半角括号", "Half-width brackets in the name"),
    what: Text::new(
        "企业名称用了半角括号，或全角半角混用；登记的名称两种都有。",
        "The name has half-width brackets, or both widths; the register holds both forms.",
    ),
    why: Text::new(
        "平台按登记的名称逐字查找企业，括号的宽度也要一致。",
        "The platform looks the enterprise up by its registered name, width of brackets included.",
    ),
    how: Text::new(
        "与公示系统里登记的名称核对，不一致时改用另一种括号。",
        "Compare with the registered name; where it differs, use the other width.",
    ),
    basis: &["mc-12-14"],
    fix: FixKind::Suggested,
    unless: &["name-bracket-unpaired"],
    check: Check::Field(check),
    say,
    suggest: Some(|hit| Some(fix(hit))),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗蒙源商贸(通辽)有限公司")]],
            Text::new("半角括号", "Half-width brackets"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::EnterpriseName, "内蒙古（奈曼)酒店管理有限公司")]],
            Text::new("全角半角混用", "Both widths"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗蒙源商贸（通辽）有限公司")]],
            Text::new("全角括号", "Full-width brackets"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::EnterpriseName, "奈曼旗瑞丰商贸(通辽有限公司")]],
            Text::new("不成对的由 A024 提示", "Unpaired ones are A024's business"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(cell.classes.any(Classes::SYMBOL) && cell.value.contains(['(', ')']))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    match (lang, hit.value().contains(['（', '）'])) {
        (Lang::Zh, true) => "括号全角半角混用，与登记的名称核对".to_owned(),
        (Lang::Zh, false) => "用了半角括号，与登记的名称核对".to_owned(),
        (Lang::En, true) => "brackets of both widths; compare with the registered name".to_owned(),
        (Lang::En, false) => "half-width brackets; compare with the registered name".to_owned(),
    }
}

fn fix(hit: &Hit<'_, '_>) -> Fix {
    let wide = |c| match half_width(c) {
        '(' => '（',
        ')' => '）',
        _ => c,
    };
    Fix::one(hit.field(), hit.raw().text.chars().map(wide).collect::<String>())
}
