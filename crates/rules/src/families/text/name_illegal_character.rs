//! A026: what no registered name holds.

use precheck_schema::normalize::clean;

use crate::classes::Classes;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A026",
    slug: "name-illegal-character",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::EnterpriseName)],
    title: Text::new("名称含不应有的字符", "The name holds what no name holds"),
    what: Text::new(
        "企业名称里有登记名称不会有的符号、换行，或者一格写了两个名称。",
        "The name holds a sign or a line break that no registered name has, or the cell holds two names.",
    ),
    why: Text::new(
        "企业名称用规范汉字，平台按名称查找企业，多余的符号使记录被退回。",
        "Names are written in standard characters; the platform looks enterprises up by name.",
    ),
    how: Text::new(
        "按营业执照填写一个完整的名称；问号常是生僻字丢失，按原件补上。",
        "Write the one full name of the licence; a question mark often stands for a rare character that got lost.",
    ),
    basis: &["mc-5"],
    fix: FixKind::None,
    unless: &["spreadsheet-error-value", "garbled-text"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗??商贸有限公司")]],
            Text::new("生僻字变成了问号", "Rare characters became question marks"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::EnterpriseName, "奈曼旗瑞丰商贸有限公司\n（大沁他拉店）")]],
            Text::new("名称里有换行", "A line break in the name"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗人民医院（第二名称：奈曼旗中心医院）")]],
            Text::new("一格两个名称", "Two names in one cell"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗“H&M”服饰·第2分店、奈曼KTV（普通合伙）")]],
            Text::new(
                "字母、数字、引号、间隔号、& 都可以有",
                "Letters, digits, quotes, points and & may stand",
            ),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::EnterpriseName, "ᠨᠠᠢᠮᠠᠨ ᠬᠣᠰᠢᠭᠤ奈曼旗蒙古餐厅")]],
            Text::new("蒙古文名称", "A name in Mongolian script"),
        ),
    ]),
};

/// A sign that no registered name holds.
fn sign(name: &str) -> Option<char> {
    name.chars().find(|&c| {
        matches!(
            c,
            '?' | '？' | '*' | '#' | '@' | '$' | '%' | '^' | '=' | '+' | '<' | '>' | '|' | '\\' | '~' | '`'
        )
    })
}

fn has_line_break(typed: &str) -> bool {
    clean(typed).contains(['\n', '\r'])
}

fn has_two_names(name: &str) -> bool {
    name.contains([':', '：']) && (name.contains("第二名称：") || name.contains("第二名称:"))
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let has_symbol = cell.classes.any(Classes::SYMBOL);
    Wrong::when(
        has_symbol && (sign(cell.value).is_some() || has_two_names(cell.value))
            || cell.classes.any(Classes::LINE_BREAK) && has_line_break(cell.raw.text),
    )
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    if let Some(sign) = sign(hit.value()) {
        return in_lang(
            lang,
            || format!("含登记名称不会有的符号“{sign}”"),
            || format!("holds “{sign}”, which no registered name has"),
        );
    }
    let (zh, en) = if has_two_names(hit.value()) {
        ("一格写了两个名称", "two names in one cell")
    } else {
        ("名称中间有换行", "a line break inside the name")
    };
    in_lang(lang, || zh.to_owned(), || en.to_owned())
}
