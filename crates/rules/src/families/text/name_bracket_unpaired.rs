//! A024: brackets of a name that do not pair.

use precheck_schema::fold::half_width;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A024",
    slug: "name-bracket-unpaired",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::EnterpriseName)],
    title: Text::new("名称括号不成对", "Brackets of the name do not pair"),
    what: Text::new(
        "企业名称里的括号缺少另一半。",
        "A bracket in the name of the enterprise lacks its other half.",
    ),
    why: Text::new(
        "登记的名称括号都成对，缺一半说明名称不全或写错，平台找不到企业。",
        "Registered names have both; a missing half means that the name is cut or wrong.",
    ),
    how: Text::new("按营业执照补全名称。", "Complete the name as on the business licence."),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗瑞丰商贸（通辽有限公司")]],
            Text::new("缺少右括号", "The closing bracket is missing"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::EnterpriseName, "内蒙古通辽）酒店管理有限公司")]],
            Text::new("缺少左括号", "The opening bracket is missing"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "中石油（内蒙古）奈曼旗加油站（有限合伙）")]],
            Text::new("两对括号", "Two pairs"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "内蒙古(奈曼）酒店管理有限公司")]],
            Text::new("全角半角混用由 A023 提示", "Mixed widths are A023's business"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(unpaired(cell.value).is_some())
}

/// What closes a bracket; widths may mix (that is A023's business).
const fn closing(open: char) -> Option<char> {
    Some(match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '【' => '】',
        '〔' => '〕',
        '《' => '》',
        _ => return None,
    })
}

const fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '】' | '〕' | '》')
}

/// The first bracket without its other half.
fn unpaired(name: &str) -> Option<char> {
    let mut open: Vec<(char, char)> = Vec::new();
    for c in name.chars() {
        let half = half_width(c);
        if let Some(close) = closing(half) {
            open.push((c, close));
        } else if is_closing(half) && open.pop().is_none_or(|(_, close)| close != half) {
            return Some(c);
        }
    }
    open.last().map(|(c, _)| *c)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let bracket = unpaired(hit.value()).unwrap_or('(');
    in_lang(
        lang,
        || format!("括号“{bracket}”缺少另一半"),
        || format!("the bracket “{bracket}” lacks its other half"),
    )
}

#[cfg(test)]
mod tests {
    use super::unpaired;

    #[test]
    fn every_bracket_wants_its_other_half() {
        for [open, close] in ["()", "[]", "{}", "【】", "〔〕", "《》"].map(|pair| {
            let mut both = pair.chars();
            [both.next().unwrap(), both.next().unwrap()]
        }) {
            assert!(unpaired(&format!("甲{open}乙{close}公司")).is_none(), "{open}{close}");
            assert!(unpaired(&format!("甲{open}乙公司")).is_some(), "{open}");
            assert!(unpaired(&format!("甲{close}乙公司")).is_some(), "{close}");
        }
    }
}
