//! I003: a line break in a value that the template writes on one line.

use precheck_schema::field::FieldType;
use precheck_schema::fold::{half_width, is_invisible, is_space};

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
    Fix::one(hit.field(), on_one_line(hit.raw().text, separator(hit.field())))
}

/// What stands for a line break. A name or a period is one value: a semicolon would cut it in two.
fn separator(field: FieldKey) -> char {
    let is_one = matches!(field.ty(), FieldType::PublicityPeriod | FieldType::Authority)
        || matches!(field, FieldKey::ListName | FieldKey::DocumentName);
    if is_one { ' ' } else { '；' }
}

/// Words that say what a penalty is; a line break inside one of them ends no phrase.
const WORDS: [&str; 20] = [
    "罚款",
    "没收",
    "人民币",
    "警告",
    "通报批评",
    "拘留",
    "责令",
    "改正",
    "停产停业",
    "停止使用",
    "暂扣",
    "吊销",
    "违法所得",
    "非法财物",
    "合并",
    "合计",
    "加处",
    "逾期",
    "减轻",
    "不予",
];

/// Whether two lines meet inside a number or a word, which a semicolon would hide from whoever reads them: the
/// platform, and the rules about amounts and personal numbers.
fn cuts_a_word(before: &str, after: &str) -> bool {
    let in_number = |c: char| {
        let c = half_width(c);
        c.is_ascii_alphanumeric()
            || matches!(c, '.' | ',' | '@' | '-' | '+' | '%' | '¥' | '￥')
            || "零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟元圆角分整正年月日".contains(c)
    };
    let meet = before.chars().next_back().zip(after.chars().next());
    // A selector shapes the Mongolian letter on the other side of white space.
    let is_selector = |c: char| matches!(c, '\u{180B}'..='\u{180F}' | '\u{202F}');
    if meet.is_some_and(|(last, next)| is_selector(last) || is_selector(next)) {
        return true;
    }
    let is_unit = |c: char| "元圆整正年月日".contains(c);
    if meet
        .is_some_and(|(last, next)| in_number(last) && in_number(next) && (!is_unit(last) || is_unit(next)))
    {
        return true;
    }
    let is_seen = |c: &char| !c.is_whitespace() && !is_invisible(*c);
    let mut last: Vec<char> = before.chars().rev().filter(is_seen).take(4).collect();
    last.reverse();
    let before: String = last.into_iter().collect();
    let after: String = after.chars().filter(is_seen).take(4).collect();
    WORDS.iter().any(|word| {
        let cuts = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
        cuts.into_iter().any(|(head, tail)| before.ends_with(head) && after.starts_with(tail))
    })
}

/// Each run of line breaks inside the text, with the white space around it, becomes the separator, or nothing
/// where a semicolon stands before it. The ends stay as they are.
fn on_one_line(typed: &str, separator: char) -> String {
    let hidden = |c: char| is_space(c) || c == '\u{A0}' || is_invisible(c);
    let inner = typed.trim_matches(hidden);
    let at = inner.as_ptr() as usize - typed.as_ptr() as usize;
    let mut out = typed[..at].to_owned();
    let mut lines =
        inner.split(['\n', '\r']).map(|line| line.trim_matches(is_space)).filter(|l| !l.is_empty());
    out.push_str(lines.next().unwrap_or_default());
    for line in lines {
        if !out.ends_with(['；', ';']) {
            out.push(if cuts_a_word(&out, line) { ' ' } else { separator });
        }
        out.push_str(line);
    }
    out.push_str(&typed[at + inner.len()..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_inside_a_number_or_a_word_becomes_a_space() {
        for (typed, expected) in [
            ("罚款伍仟元整\n责令改正", "罚款伍仟元整；责令改正"),
            ("罚款5000元\n2023年已缴", "罚款5000元；2023年已缴"),
            ("罚款50\n00元", "罚款50 00元"),
            ("罚款伍\r\n仟元", "罚款伍 仟元"),
            ("罚\n款5000元；\n\n没收", "罚 款5000元；没收"),
            ("\n甲 \n 乙\n", "\n甲；乙\n"),
        ] {
            assert_eq!(on_one_line(typed, '；'), expected);
        }
        assert_eq!(on_one_line("奈曼旗\n消防救援大队", ' '), "奈曼旗 消防救援大队");
    }
}
