//! A003: the first two characters name no registering department.

use precheck_schema::uscc;

use super::code;
use crate::families::prelude::*;
use crate::privacy::is_resident_id;

pub(super) static RULE: Rule = Rule {
    code: "A003",
    slug: "uscc-department",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("信用代码前两位不存在", "First two characters of the credit code do not exist"),
    what: Text::new(
        "第 1 位是登记管理部门，第 2 位是机构类别，这两位的组合不在代码表内。",
        "The first character names the registering department, the second the type of body; the table has no such pair.",
    ),
    why: Text::new(
        "企业为 91，个体工商户为 92，农民专业合作社为 93；其他组合多为抄错，或填成了公民身份号码。",
        "Enterprises start with 91, sole traders with 92, farmers' cooperatives with 93; other pairs are slips, or a resident id.",
    ),
    how: Text::new(
        "与营业执照核对后更正；自然人的信息不归集。",
        "Compare with the business licence and correct; records about persons are not gathered.",
    ),
    basis: &["gb32100", "gb32100-xg1"],
    fix: FixKind::None,
    unless: &["code-stored-as-number", "uscc-dummy", "uscc-length", "uscc-character"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "95150525MA0R2JTC7E")]],
            Text::new("市场监管登记的机构没有 95", "There is no 95"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Uscc, "362322198709086409")]],
            Text::new("填成了公民身份号码", "A resident id was entered"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "92150525MA0N8B4T44")]],
            Text::new("92 为个体工商户", "92 is a sole trader"),
        ),
        Example::silent(
            Kind::Other,
            &[&[(FieldKey::Uscc, "N2150525MF0123451K")]],
            Text::new("N2 为村级集体经济组织", "N2 is a village collective"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(uscc::department(code::well_formed(cell)?).is_none())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let code = hit.value();
    if is_resident_id(code) && !code.starts_with('9') {
        return in_lang(
            lang,
            || "形似公民身份号码，不是统一社会信用代码".to_owned(),
            || "this has the form of a resident id, not of a credit code".to_owned(),
        );
    }
    let pair = code.get(..2).unwrap_or(code);
    in_lang(
        lang,
        || format!("前两位 {pair} 不是现有的登记管理部门和机构类别"),
        || format!("{pair} is no pair of department and type of body"),
    )
}
