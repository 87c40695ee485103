//! A020: characters that no one sees.

use std::collections::BTreeSet;

use precheck_schema::typed::{Mark, marks, without};

use crate::classes::Classes;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A020",
    slug: "invisible-character",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Any],
    title: Text::new("看不见的字符", "Invisible character"),
    what: Text::new(
        "含零宽字符、不间断空格、方向符或控制字符，多由网页或聊天软件复制带入。",
        "The text holds zero-width, no-break, bidirectional or control characters, mostly copied from a web page or a chat.",
    ),
    why: Text::new(
        "看起来相同的名称、代码逐字比较就不同，平台会找不到企业。",
        "Names and codes that look alike differ when compared, and the platform finds no enterprise.",
    ),
    how: Text::new(
        "删除这些字符；文字之间的不间断空格改为普通空格。",
        "Remove them; a no-break space between words becomes a space.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::Safe,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: Some(|hit| Some(fix(hit))),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗沙海\u{200B}明珠大酒店有限公司")]],
            Text::new("名称里有零宽空格", "A zero-width space in the name"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Violation, "消防设施\u{200D}未保持\u{AD}完好\u{202E}有效\u{7}\u{180E}\u{2061}")]],
            Text::new(
                "从网页、聊天软件复制来的各种控制字符",
                "What copying from pages and chats brings along",
            ),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Content, "\u{FEFF}大沁他拉镇王府街\u{A0}1\u{A0}号，准予投入使用、营业")]],
            Text::new("字节顺序标记和不间断空格", "A byte order mark and no-break spaces"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::EnterpriseName, "奈曼旗 沙海明珠大酒店有限公司")]],
            Text::new("普通空格由 A022 提示", "Plain spaces are A022's business"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::Remark, "ᠨᠠᠢᠮᠠᠨ\u{180E}ᠠ\u{202F}ᠶᠢᠨ")]],
            Text::new("蒙古文字母之间的控制符", "Selectors between Mongolian letters"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::Remark, "复查\n已完成")]],
            Text::new("换行不是看不见的字符", "A line break is none"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if !cell.classes.any(Classes::INVISIBLE) {
        return None;
    }
    let marks = marks(cell.key, cell.raw.text);
    Wrong::when(marks.iter().any(|(_, mark)| is_invisible(*mark)))
}

fn is_invisible(mark: Mark) -> bool {
    matches!(mark, Mark::Hidden | Mark::NoBreak)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let marks = marks(hit.field(), hit.raw().text);
    let found = marks.iter().filter(|(_, mark)| is_invisible(*mark));
    let count = found.clone().count();
    let kinds: BTreeSet<char> = found.map(|(c, _)| *c).collect();
    let names = |name: fn(Text) -> &'static str, separator: &str| {
        let names = kinds.iter().map(|&c| format!("{} U+{:04X}", name(character_name(c)), u32::from(c)));
        names.collect::<Vec<_>>().join(separator)
    };
    in_lang(
        lang,
        || format!("含 {count} 个看不见的字符：{}", names(|text| text.zh, "、")),
        || format!("invisible characters: {count} ({})", names(|text| text.en, ", ")),
    )
}

fn character_name(c: char) -> Text {
    match c {
        '\u{A0}' => Text::new("不间断空格", "no-break space"),
        '\u{200B}' => Text::new("零宽空格", "zero-width space"),
        '\u{FEFF}' => Text::new("字节顺序标记", "byte order mark"),
        '\u{AD}' => Text::new("软连字符", "soft hyphen"),
        '\u{200C}' | '\u{200D}' | '\u{2060}' => Text::new("零宽连接符", "zero-width joiner"),
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{61C}' => {
            Text::new("方向符", "direction mark")
        }
        '\u{180B}'..='\u{180F}' | '\u{202F}' => Text::new("蒙古文控制符", "Mongolian selector"),
        c if c.is_control() => Text::new("控制字符", "control character"),
        _ => Text::new("格式字符", "format character"),
    }
}

fn fix(hit: &Hit<'_, '_>) -> Fix {
    Fix::one(hit.field(), without(&marks(hit.field(), hit.raw().text), Mark::Hidden))
}
