//! A013: the subject is registered by another department than the market regulator.

use precheck_schema::uscc;

use super::code;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A013",
    slug: "subject-not-market-entity",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("主体不是市场主体", "Subject is no market entity"),
    what: Text::new(
        "代码不以 91、92、93 开头，主体由市场监管以外的部门登记。",
        "The code starts with none of 91, 92, 93: another department than the market regulator registered the body.",
    ),
    why: Text::new(
        "归集的是涉企信息，公示系统可能没有这个主体。",
        "What is gathered is about enterprises; the publicity system may not hold this body.",
    ),
    how: Text::new(
        "核对主体；确为机关、事业单位或社会组织的，先问平台能否归集。",
        "Check the subject; for a public body or association, ask first whether the platform takes it.",
    ),
    basis: &["plan-3"],
    fix: FixKind::None,
    unless: &[
        "code-stored-as-number",
        "uscc-dummy",
        "uscc-length",
        "uscc-character",
        "uscc-department",
        "uscc-check-character",
        "subject-is-authority",
    ],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::EnterpriseName, "奈曼旗第一中学"), (FieldKey::Uscc, "12150525MB0123457K")]],
            Text::new("事业单位", "A public institution"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗阳光幼儿园"), (FieldKey::Uscc, "52150525MJ0123464M")]],
            Text::new("民办非企业单位", "A private non-enterprise unit"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("91 企业", "91 is an enterprise")),
        Example::silent(
            Kind::Penalty,
            &[&[
                (FieldKey::EnterpriseName, "奈曼旗兴盛种植农民专业合作社"),
                (FieldKey::Uscc, "93150525NA0000127M"),
            ]],
            Text::new("93 农民专业合作社", "93 is a farmers' cooperative"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let code = code::well_formed(cell)?;
    Wrong::when(!matches!(&code[..2], "91" | "92" | "93"))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let code = hit.value();
    let pair = code.get(..2).unwrap_or(code);
    let names = uscc::department(code)
        .map_or(String::new(), |(department, kind)| format!("（{department}：{kind}）"));
    in_lang(
        lang,
        || format!("以 {pair} 开头{names}，不是市场监管部门登记的主体，公示系统可能没有"),
        || {
            format!(
                "starts with {pair}: not registered by the market regulator, and perhaps unknown to the system"
            )
        },
    )
}
