//! P005: a mark of state secrecy in a text.

use crate::families::prelude::*;
use crate::visible::fold_words;

pub(super) static RULE: Rule = Rule {
    code: "P005",
    slug: "secret-marking",
    dimension: Dimension::Privacy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Text],
    title: Text::new("含国家秘密标志", "A mark of secrecy"),
    what: Text::new(
        "文字中有绝密★、机密★、秘密★，或密级标注。",
        "The text has 绝密★, 机密★ or 秘密★, or names a grade of secrecy.",
    ),
    why: Text::new(
        "标有密级的内容不得公开，拟公示的信息应先经保密审查。",
        "What is so marked is not published; what is to be published passes a secrecy review first.",
    ),
    how: Text::new(
        "停止导出，交保密审查；属误标的按规定更正后再录入。",
        "Stop, and have it reviewed; if the mark is a mistake, have it corrected first.",
    ),
    basis: &["bm-22", "bm-35", "bm-tl-21"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Content, "机密★5年 消防安全重点单位情况")]],
            Text::new("密级和期限", "A grade with its term"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "密级：秘密")]],
            Text::new("密级标注", "The grade in words"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Content, "秘密 * 长期")]],
            Text::new("星号作标志", "An asterisk as the star"),
        ),
        Example::silent(
            Kind::Other,
            &[&[(FieldKey::Content, "密级：公开。不涉及国家秘密")]],
            Text::new("公开", "Public"),
        ),
        Example::silent(
            Kind::Blacklist,
            &[&[(FieldKey::ListedReason, "泄露商业秘密，情节严重")]],
            Text::new("商业秘密不是标志", "A business secret is no mark"),
        ),
    ]),
};

const GRADES: [&str; 3] = ["绝密", "机密", "秘密"];

/// The mark that a text has, as it is shown.
fn found(text: &str) -> Option<&'static str> {
    if !text.contains('密') {
        return None;
    }
    let text = fold_words(text);
    for grade in GRADES {
        let mut from = 0;
        while let Some(at) = text[from..].find(grade).map(|at| from + at) {
            let (before, after) = (&text[..at], &text[at + grade.len()..]);
            if is_mark(after) && !before.ends_with("商业") || names_grade(before) {
                return Some(grade);
            }
            from = at + grade.len();
        }
    }
    None
}

/// Whether a star follows; an asterisk only where it is not the first of several that hide something.
fn is_mark(after: &str) -> bool {
    let mut characters = after.chars();
    match characters.next() {
        Some('★' | '☆') => true,
        Some('*') => characters.next() != Some('*'),
        _ => false,
    }
}

/// Whether 密级 stands right before.
fn names_grade(before: &str) -> bool {
    let label = before.trim_end_matches([':', '为', '是']);
    label.len() < before.len() && (label.ends_with("密级") || label.ends_with("密级等级"))
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(found(cell.value).is_some())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let grade = found(hit.value()).unwrap_or_default();
    in_lang(lang, || format!("含“{grade}”标志"), || format!("has the mark “{grade}”"))
}
