//! A051: several penalty types joined by another sign than an ASCII comma.

use std::borrow::Cow;

use precheck_schema::codes::{CodeList, CodeListId, is_separator};
use precheck_schema::typed::{Mark, marks, without};

use crate::classes::Classes;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A051",
    slug: "code-separator",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::PenaltyType)],
    title: Text::new("多项之间的分隔符", "Separator between several types"),
    what: Text::new(
        "多个处罚种类之间没有用英文逗号分隔。",
        "Several penalty types are joined by another sign than an ASCII comma.",
    ),
    why: Text::new(
        "平台只按英文逗号拆分，别的分隔符使整格变成一个认不出的词。",
        "The platform splits at ASCII commas only; with other signs the cell becomes one unknown word.",
    ),
    how: Text::new(
        "改用英文逗号；导出时按各模板写成它的分隔符。",
        "Use ASCII commas; each template writes its own separator.",
    ),
    basis: &["template"],
    fix: FixKind::Safe,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyType, "警告、罚款")]],
            Text::new("用顿号分隔", "Joined by 、"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyType, "罚款；没收违法所得、没收非法财物；")]],
            Text::new("用分号分隔，别名里的顿号不动", "Joined by ；, the 、 of an alias stays"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyType, "警告 罚款")]],
            Text::new("用空格分隔", "Joined by a space"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyType, "警告,罚款")]],
            Text::new("英文逗号", "An ASCII comma"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyType, "没收违法所得、没收非法财物")]],
            Text::new("一个本身含顿号的别名", "One alias that holds a 、"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyType, "法律、法规规定的其他行政处罚方式")]],
            Text::new("一个本身含顿号的种类", "One type that holds a 、"),
        ),
    ]),
};

fn list() -> &'static CodeList {
    CodeListId::PenaltyType.list()
}

/// What stands between the values of a cell; none where fewer than two are entries of the list.
fn gaps<'a>(text: &'a str, values: &[&'a str]) -> Vec<&'a str> {
    if values.iter().filter(|value| list().find(value).is_some()).count() < 2 {
        return Vec::new();
    }
    let start = |value: &str| value.as_ptr() as usize - text.as_ptr() as usize;
    values.windows(2).map(|pair| &text[start(pair[0]) + pair[0].len()..start(pair[1])]).collect()
}

/// Whether two values are joined otherwise than by a comma (spaces around it are A022's business).
fn is_odd(gap: &str) -> bool {
    gap.chars().filter(|c| !c.is_whitespace()).ne([','])
}

/// The cell without what A020 drops: between, around and inside values.
fn visible(field: FieldKey, typed: &str) -> Cow<'_, str> {
    if Classes::of(typed).any(Classes::INVISIBLE) {
        Cow::Owned(without(&marks(field, typed), Mark::Hidden))
    } else {
        Cow::Borrowed(typed)
    }
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if !cell.raw.text.contains(|c: char| is_separator(c) && c != ',') {
        return None;
    }
    let text = visible(cell.key, cell.raw.text);
    let values = list().split(&text);
    Wrong::when(gaps(&text, &values).into_iter().any(is_odd))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let text = visible(hit.field(), hit.raw().text);
    let values = list().split(&text);
    let gap = gaps(&text, &values).into_iter().find(|gap| is_odd(gap)).unwrap_or_default();
    let (zh, en) = match gap.trim() {
        "" => ("空格".to_owned(), "white space".to_owned()),
        sign => (format!("“{sign}”"), format!("“{sign}”")),
    };
    let count = values.len();
    in_lang(
        lang,
        || format!("{count} 项之间用了{zh}，应为英文逗号"),
        || format!("{count} values are joined by {en} instead of an ASCII comma"),
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    let text = visible(hit.field(), hit.raw().text);
    let values = list().split(&text);
    let (first, last) = (values.first()?, values.last()?);
    let start = |value: &str| value.as_ptr() as usize - text.as_ptr() as usize;
    let mut mended = text[..start(first)].to_owned();
    for (value, gap) in values.iter().zip(gaps(&text, &values)) {
        mended.push_str(value);
        mended.push_str(if is_odd(gap) { "," } else { gap });
    }
    mended.push_str(last);
    // A trailing separator is dropped with them.
    let tail = &text[start(last) + last.len()..];
    mended.extend(tail.chars().filter(|c| c.is_whitespace()));
    Some(Fix::one(hit.field(), mended))
}
