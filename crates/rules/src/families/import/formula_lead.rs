//! I001: a text that a spreadsheet may run as a formula.

use precheck_schema::fold::{half_width, is_cjk, is_space};
use precheck_schema::normalize::is_dropped;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "I001",
    slug: "formula-lead",
    dimension: Dimension::Import,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Text],
    title: Text::new("开头像公式", "Starts like a formula"),
    what: Text::new(
        "内容以 =、+、-、@ 或制表符开头，电子表格可能把它当公式运行。",
        "The text starts with =, +, -, @ or a tab, and a spreadsheet may run it as a formula.",
    ),
    why: Text::new(
        "打开文件的人会看到运算结果而不是原文，恶意公式还会向外发送数据。",
        "Who opens the file sees a result instead of the text, and a malicious formula sends data out.",
    ),
    how: Text::new(
        "删去开头的符号，或确认原文如此；导出的 xlsx 一律写成文本单元格。",
        "Remove the sign, or confirm that it belongs there; exported workbooks hold text cells only.",
    ),
    basis: &["owasp-csv"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "=HYPERLINK(\"http://x\",\"1\")")]],
            Text::new("备注里的公式", "A formula in the remark"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Handler, "＠张某某")]],
            Text::new("全角的 @", "A full-width @"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Content, "-2023 年度消防安全重点单位")]],
            Text::new("以减号开头的正文", "Text that starts with a minus"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "罚款=5000元")]],
            Text::new("等号在中间", "The sign stands inside"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "——见附件")]],
            Text::new("破折号不是减号", "A dash is no minus"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::FineAmount, "-0.5")]],
            Text::new("金额里的负数由 A060 提示", "A negative amount is A060's business"),
        ),
    ]),
};

/// The sign at the start, a tab included. White space and invisible characters before it are looked through:
/// they go when other slips are mended.
fn lead(typed: &str) -> Option<char> {
    let first = typed.chars().map(half_width).next()?;
    if is_cjk(first) || first.is_ascii_alphanumeric() {
        return None;
    }
    let characters: Vec<char> = typed.chars().take(64).collect();
    for (at, &c) in characters.iter().enumerate() {
        match half_width(c) {
            '\t' => return Some('\t'),
            sign @ ('=' | '+' | '-' | '@') => return Some(sign),
            blank if is_space(blank) || blank == '\u{A0}' || is_dropped(&characters, at) => {}
            _ => return None,
        }
    }
    None
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(lead(cell.raw.text).is_some())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (zh, en) = match lead(hit.raw().text) {
        Some('\t') | None => ("制表符".to_owned(), "a tab".to_owned()),
        Some(sign) => (format!("“{sign}”"), format!("“{sign}”")),
    };
    in_lang(
        lang,
        || format!("以{zh}开头，电子表格可能当作公式运行"),
        || format!("starts with {en}: a spreadsheet may run it as a formula"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_fixes_drop_is_looked_through() {
        for text in ["\u{180E}=1", " \u{200B}＝1", "\u{A0}-1", "\t1", "\u{FEFF}\t甲", "@甲"] {
            assert!(lead(text).is_some(), "{text:?}");
        }
        for text in ["甲=1", "1-2", "——甲", "ᠨ=1", "\"=1\"", ""] {
            assert!(lead(text).is_none(), "{text:?}");
        }
    }
}
