//! V006: data made up for a trial.

use precheck_schema::fold::fold_all;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "V006",
    slug: "test-data",
    dimension: Dimension::Authenticity,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::EnterpriseName), Selector::Field(FieldKey::DocumentNo)],
    title: Text::new("测试数据", "Test data"),
    what: Text::new(
        "名称或文号以“测试”“test”“demo”“XX”“某某”开头，或者就是“样例”“示例”。",
        "Name or number starts with 测试, test, demo, XX or 某某, or is 样例 or 示例.",
    ),
    why: Text::new("试填的数据会当作真实信息公示。", "Data made up for a trial would be published as true."),
    how: Text::new(
        "删除这一条，或改为真实的名称和文号。",
        "Delete the record, or enter the true name and number.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "测试企业有限公司")]],
            Text::new("以“测试”开头", "Starts with 测试"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::EnterpriseName, "ＸＸ酒店")]],
            Text::new("用 XX 代替字号，全角也算", "XX for a name, in full width as well"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "XX消安检许字〔2023〕第0001号")]],
            Text::new("文号代字用 XX", "XX for the agency of the number"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::EnterpriseName, "示例公司")]],
            Text::new("去掉“公司”后就是“示例”", "示例 once 公司 is taken off"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗测试仪器有限公司")]],
            Text::new("名称中间有“测试”", "测试 within a name"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "Testo（通辽）仪器有限公司")]],
            Text::new("只是词头相同的字号", "A name that merely starts alike"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("真实的名称和文号", "A true name and number")),
    ]),
};

/// Words with which a value made up for a trial starts; no letter of the Latin alphabet follows the Latin ones.
const LEADS: [&str; 5] = ["测试", "某某", "test", "demo", "xx"];

/// What such a value is as a whole, less its form of enterprise.
const WHOLE: [&str; 2] = ["样例", "示例"];

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let value = fold_all(cell.value);
    let leads = LEADS.iter().any(|lead| {
        value.strip_prefix(lead).is_some_and(|rest| {
            // XXX is as much a filler as XX.
            let rest = if *lead == "xx" { rest.trim_start_matches('x') } else { rest };
            !lead.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_lowercase())
        })
    });
    Wrong::when(leads || WHOLE.contains(&bare(&value)))
}

/// A name without its form of enterprise and without digits behind it.
fn bare(name: &str) -> &str {
    let forms = ["有限公司", "公司", "店"];
    let name = forms.iter().find_map(|form| name.strip_suffix(form)).unwrap_or(name);
    name.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    in_lang(lang, || format!("“{value}”像是测试数据"), || format!("“{value}” looks like test data"))
}
