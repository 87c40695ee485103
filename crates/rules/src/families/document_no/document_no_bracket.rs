//! A040: the year of a document number in other brackets than 〔 〕.

use precheck_schema::document_no::year_brackets;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A040",
    slug: "document-no-bracket",
    dimension: Dimension::Accuracy,
    severity: Severity::Info,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::DocumentNo)],
    title: Text::new("文号年份括号", "Brackets around the year"),
    what: Text::new(
        "文号的年份没有用六角括号〔〕；有的文书原件就印作 [ ]。",
        "The year of the number does not stand in 〔 〕; some documents do print [ ].",
    ),
    why: Text::new(
        "文号要与文书原件一致，公文格式规定年份用六角括号。",
        "The number must be as on the paper; the standard for official documents asks for 〔 〕.",
    ),
    how: Text::new(
        "看一眼文书原件：原件用〔〕的改为〔〕，原件就是别的括号的不改。",
        "Look at the document: write 〔 〕 where it has them, and leave the others where it has those.",
    ),
    basis: &["gb9704"],
    fix: FixKind::Suggested,
    unless: &["code-stored-as-number"],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈消行罚决字[2023]第0028号")]],
            Text::new("方括号", "Square brackets"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "奈消安检许字（2023）第0012号")]],
            Text::new("圆括号", "Round brackets"),
        ),
        Example::fires(
            Kind::PenaltyChange,
            &[&[(FieldKey::DocumentNo, "奈(消)行罚决字【2023〕第0007号")]],
            Text::new("左右不一", "A mixed pair"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "顺(一)消行罚决字〔2023〕第100127号")]],
            Text::new("六角括号；下属单位的圆括号不算", "〔 〕; brackets of a sub-unit do not count"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈消行罚决字[23]第0007号")]],
            Text::new("年份不是四位的由 A041 提示", "A year of two digits is A041's business"),
        ),
    ]),
};

fn odd_brackets(text: &str) -> Option<[(usize, char); 2]> {
    year_brackets(text).filter(|[open, close]| (open.1, close.1) != ('〔', '〕'))
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if cell.raw.text == cell.value {
        // Normalising puts 〔 〕; what it left alone has them or has no year.
        return None;
    }
    Wrong::when(odd_brackets(cell.raw.text).is_some())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let [open, close] = odd_brackets(hit.raw().text).map_or(['[', ']'], |pair| pair.map(|(_, c)| c));
    in_lang(
        lang,
        || format!("年份用了 {open}{close}，公文格式为〔〕；以文书原件为准"),
        || format!("the year stands in {open}{close}, the standard has 〔〕; the paper document decides"),
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    let text = hit.raw().text;
    let [(open_at, open), (close_at, close)] = odd_brackets(text)?;
    let (before, year) = (&text[..open_at], &text[open_at + open.len_utf8()..close_at]);
    let after = &text[close_at + close.len_utf8()..];
    Some(Fix::one(hit.field(), format!("{before}〔{year}〕{after}")))
}
