//! I003: a line break in a value that the template writes on one line.

use precheck_schema::lines;

use crate::classes::Classes;
use crate::families::prelude::*;

/// A template that writes every value on one line.
const ONE_LINE: Setting = Setting::Template(
    r#"{"name":"one-line","title":"内容清单","file":"xlsx","layouts":[
        {"kinds":["penalty","license-grant","inspection","other"],"columns":"kind"}]}"#,
);

/// A template that keeps line breaks.
const MANY_LINES: Setting = Setting::Template(
    r#"{"name":"lines","title":"数据接口","file":"json","values":{"line_break":"\n"},"layouts":[
        {"kinds":["penalty"],"columns":"kind"}]}"#,
);

pub(super) static RULE: Rule = Rule {
    code: "I003",
    slug: "merged-or-multiline",
    dimension: Dimension::Import,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Any],
    title: Text::new("一格多行", "Several lines in one cell"),
    what: Text::new(
        "内容里有换行，而所选模板每格只写一行。",
        "The value has line breaks, and the chosen template writes it on one line.",
    ),
    why: Text::new(
        "平台按行读取，换行会丢失或把一条记录截成两条。",
        "The platform reads by line: a break is lost or cuts the record in two.",
    ),
    how: Text::new(
        "把换行改为“；”，机关名称等单独一项的改为空格。",
        "Replace line breaks by ；, by a space inside a single name.",
    ),
    basis: &["template"],
    fix: FixKind::Safe,
    unless: &["name-illegal-character"],
    check: Check::Field(check),
    say,
    suggest: Some(|hit| Some(fix(hit))),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整\n责令限期改正")]],
            Text::new("处罚内容分两行", "Penalty content on two lines"),
        )
        .settings(&[ONE_LINE]),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Content, "大沁他拉镇王府街1号；\r\n\r\n地上一至三层，准予投入使用、营业\n")]],
            Text::new("分号后又换行，末尾还有换行", "A break behind a semicolon, another at the end"),
        )
        .settings(&[ONE_LINE]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整\n责令限期改正")]],
            Text::new("没有选模板", "No template chosen"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整\n责令限期改正")]],
            Text::new("模板保留换行", "The template keeps line breaks"),
        )
        .settings(&[MANY_LINES]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整\n")]],
            Text::new("末尾的换行由 A022 提示", "A break at the end is A022's business"),
        )
        .settings(&[ONE_LINE]),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if !cell.classes.any(Classes::LINE_BREAK) || !cell.value.contains(['\n', '\r']) {
        return None;
    }
    let template = cell.row.cx.template?;
    Wrong::when(!template.values.line_break.contains('\n') && template.writes(cell.row.kind(), cell.key))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let lines = hit.value().split(['\n', '\r']).filter(|line| !line.trim().is_empty()).count();
    in_lang(lang, || format!("一格写了 {lines} 行"), || format!("{lines} lines in one cell"))
}

fn fix(hit: &Hit<'_, '_>) -> Fix {
    Fix::one(hit.field(), lines::join(hit.raw().text, lines::mark(hit.field(), "；")).into_owned())
}
