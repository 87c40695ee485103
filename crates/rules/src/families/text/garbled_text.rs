//! A025: characters that a wrong decoding left.

use crate::classes::Classes;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A025",
    slug: "garbled-text",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Any],
    title: Text::new("乱码", "Garbled text"),
    what: Text::new(
        "含无法显示的字符，或编码转换出错留下的乱码。",
        "The text holds characters without meaning or what a wrong decoding left.",
    ),
    why: Text::new(
        "乱码会原样公示，名称有乱码的记录也关联不到企业。",
        "It would be published as it stands; a garbled name finds no enterprise.",
    ),
    how: Text::new(
        "整表乱码的，换一种编码重新载入；个别字的，按原件改写。",
        "Where the whole file is garbled, load it with another encoding; else type the characters anew.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &["spreadsheet-error-value"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::EnterpriseName, "奈曼旗锟斤拷酒店管理有限公司")]],
            Text::new("多次转码留下的“锟斤拷”", "The usual mark of repeated decoding"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Violation, "消防设\u{FFFD}未保持完好有效")]],
            Text::new("含替换字符 U+FFFD", "Holds the replacement character"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "å¥ˆæ›¼æ——æ²™æµ·")]],
            Text::new("UTF-8 被当作西文读入", "UTF-8 read as a western encoding"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "ÄÎÂüÆìÉ³º£")]],
            Text::new("GB 编码被当作西文读入", "GB text read as a western encoding"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Remark, "濂堟浖鏃楁矙娴锋槑鐝犲ぇ閰掑簵")]],
            Text::new("UTF-8 被当作 GBK 读入", "UTF-8 read as GBK"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::Content, "建筑面积 2600 m²，宽 3×4 米，室温 20 °C，准予投入使用、营业")]],
            Text::new("单位和乘号", "Units and a multiplication sign"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::EnterpriseName, "内蒙古Café Société餐饮管理有限公司")]],
            Text::new("带重音的外文名称", "A foreign name with accents"),
        ),
        Example::silent(
            Kind::Other,
            &[&[(FieldKey::Content, "“MENÜ”餐厅列为 2023 年度消防安全重点单位")]],
            Text::new("外文字母后面的引号", "A quotation mark behind a foreign letter"),
        ),
    ]),
};

/// The usual marks of a wrong decoding. The last four are 有限, 消防, 奈曼 and 罚款 in UTF-8 read as GBK, which
/// leaves characters that no text puts side by side.
const KNOWN: [&str; 8] = ["锟斤拷", "烫烫", "Ã", "â€", "鏈夐檺", "娑堥槻", "濂堟浖", "缃氭"];

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if !cell.classes.any(Classes::STRANGE) {
        return None;
    }
    Wrong::when(mark(cell.value).is_some())
}

/// The first mark of a wrong decoding.
fn mark(text: &str) -> Option<String> {
    let lost = |c: char| matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}');
    if let Some(c) = text.chars().find(|&c| lost(c)) {
        return Some(format!("U+{:04X}", u32::from(c)));
    }
    if let Some(known) = KNOWN.into_iter().find(|known| text.contains(known)) {
        return Some(known.to_owned());
    }
    let characters: Vec<char> = text.chars().collect();
    western_run(&characters).or_else(|| western_utf8(&characters)).map(|c| c.iter().collect())
}

/// GB text read as Latin-1: four or more characters U+00A1–U+00FF in a row, which no language writes.
fn western_run(characters: &[char]) -> Option<&[char]> {
    let runs = characters.split(|c| !matches!(c, '\u{A1}'..='\u{FF}'));
    runs.max_by_key(|run| run.len()).filter(|run| run.len() >= 4)
}

/// UTF-8 read as Windows-1252: three characters whose bytes are one character of the CJK, punctuation or
/// full-width blocks.
fn western_utf8(characters: &[char]) -> Option<&[char]> {
    characters.windows(3).find(|three| {
        let bytes: Option<Vec<u8>> = three.iter().map(|&c| western_byte(c)).collect();
        let Some(bytes) = bytes else { return false };
        let decoded = std::str::from_utf8(&bytes).ok().and_then(|s| s.chars().next());
        bytes[0] >= 0xE2
            && decoded.is_some_and(|c| matches!(c, '\u{2000}'..='\u{9FFF}' | '\u{F900}'..='\u{FFEF}'))
    })
}

/// The byte that Windows-1252 (or Latin-1) reads as a character beyond ASCII.
fn western_byte(c: char) -> Option<u8> {
    /// Windows-1252 from 0x80; `\0` where it has none.
    const SPECIAL: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’',
        '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    if ('\u{80}'..='\u{FF}').contains(&c) {
        return u8::try_from(u32::from(c)).ok();
    }
    SPECIAL.iter().position(|&s| s == c && c != '\0').map(|at| 0x80 + at as u8)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let found = mark(hit.value()).unwrap_or_default();
    in_lang(lang, || format!("含乱码“{found}”"), || format!("holds the garbled “{found}”"))
}
