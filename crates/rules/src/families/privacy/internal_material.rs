//! P007: a text that says it is internal.

use crate::families::prelude::*;
use crate::visible::fold_words;

pub(super) static RULE: Rule = Rule {
    code: "P007",
    slug: "internal-material",
    dimension: Dimension::Privacy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Text],
    title: Text::new("含内部资料字样", "Internal material"),
    what: Text::new(
        "文字中有内部资料、内部文件、不得公开或不宜公开的字样。",
        "The text says that it is internal or not to be published.",
    ),
    why: Text::new(
        "工作秘密和内部事务信息一般不公开。",
        "Work secrets and internal affairs are not published.",
    ),
    how: Text::new(
        "核对来源，不宜公开的删去或不导出；可以公开的删去该字样。",
        "Check the source; leave out what is internal, or take the words out if it may be published.",
    ),
    basis: &["bm-64", "zf-16"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Content, "内部资料，列为消防安全重点单位")]],
            Text::new("内部资料", "Internal material"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "集体讨论记录不得 公开")]],
            Text::new("不得公开，夹有空格", "Not to be published, with a space"),
        ),
        Example::silent(
            Kind::Other,
            &[&[(FieldKey::Content, "建筑内部装修材料不符合消防技术标准")]],
            Text::new("建筑内部", "The inside of a building"),
        ),
        Example::silent(
            Kind::Blacklist,
            &[&[(FieldKey::ListedReason, "未公开消防安全承诺，内部管理混乱")]],
            Text::new("不是这些字样", "Other words"),
        ),
    ]),
};

const WORDS: [&str; 4] = ["内部资料", "内部文件", "不得公开", "不宜公开"];

fn found(text: &str) -> Option<&'static str> {
    // One look at the characters: 内部 with 资 or 件, 公 with 开.
    let seen = text.chars().fold(0u8, |seen, c| {
        seen | match c {
            '部' => 0b0001,
            '资' | '件' => 0b0010,
            '公' => 0b0100,
            '开' => 0b1000,
            _ => 0,
        }
    });
    if seen & 0b0011 != 0b0011 && seen & 0b1100 != 0b1100 {
        return None;
    }
    let text = fold_words(text);
    WORDS.into_iter().find(|word| text.contains(word))
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(found(cell.value).is_some())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let word = found(hit.value()).unwrap_or_default();
    in_lang(lang, || format!("含“{word}”字样"), || format!("says “{word}”"))
}
