//! A021: full-width letters and digits, and small letters in the credit code.

use precheck_schema::fold::half_width;

use crate::classes::Classes;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A021",
    slug: "full-width-alphanumeric",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[
        Selector::Code,
        Selector::Amount,
        Selector::Date,
        Selector::Field(FieldKey::Uscc),
        Selector::Field(FieldKey::RegistrationNo),
        Selector::Field(FieldKey::DocumentNo),
    ],
    title: Text::new("全角字母数字或小写字母", "Full-width or small letters"),
    what: Text::new(
        "代码、日期、金额、文号里有全角的字母、数字或符号；信用代码里有小写字母。",
        "A code, date, amount or document number has full-width letters, digits or signs, or the credit code small letters.",
    ),
    why: Text::new(
        "平台逐字比较代码和文号，全角与半角、大写与小写不是同一个字符。",
        "The platform compares character by character; full-width and half-width, capital and small differ.",
    ),
    how: Text::new(
        "改为半角，信用代码用大写字母。",
        "Use half-width characters, capitals in the credit code.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::Safe,
    unless: &["code-stored-as-number", "spreadsheet-error-value"],
    check: Check::Field(check),
    say,
    suggest: Some(|hit| Some(fix(hit))),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "９１１５０５２５ＭＡ０Ｎ８Ｂ４Ｔ４７")]],
            Text::new("全角的信用代码", "A full-width credit code"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Uscc, "91150525ma0n8b4t47")]],
            Text::new("小写的信用代码", "A credit code in small letters"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[
                (FieldKey::DecisionDate, "２０２３－０６－１６"),
                (FieldKey::DocumentNo, "奈(消)行罚决字〔２０２３〕第０００７号"),
                (FieldKey::FineAmount, "０．５"),
            ]],
            Text::new("日期、文号、金额里的全角数字", "Full-width digits in date, number and amount"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈（消）行罚决字〔2023〕第0007号")]],
            Text::new("文号里的全角括号不在此列", "Full-width brackets are another matter"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::Content, "王府街１号地上一至三层，准予投入使用、营业")]],
            Text::new("正文保留全角", "Text keeps its width"),
        ),
    ]),
};

fn is_slip(field: FieldKey, c: char) -> bool {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－' | '／' | '．' | '：' => true,
        'a'..='z' => field == FieldKey::Uscc,
        _ => false,
    }
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let small = cell.key == FieldKey::Uscc && cell.classes.any(Classes::LETTER);
    if !small && !cell.classes.any(Classes::FULL_WIDTH) {
        return None;
    }
    Wrong::when(cell.raw.text.chars().any(|c| is_slip(cell.key, c)))
}

fn mended(field: FieldKey, c: char) -> char {
    let half = if is_slip(field, c) { half_width(c) } else { return c };
    if field == FieldKey::Uscc { half.to_ascii_uppercase() } else { half }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let slips: Vec<char> = hit.raw().text.chars().filter(|&c| is_slip(hit.field(), c)).collect();
    let small = slips.iter().all(char::is_ascii_lowercase);
    let count = slips.len();
    match (lang, small) {
        (Lang::Zh, true) => format!("含 {count} 个小写字母"),
        (Lang::Zh, false) => format!("含 {count} 个全角或小写的字母、数字、符号"),
        (Lang::En, true) => format!("small letters: {count}"),
        (Lang::En, false) => format!("full-width or small letters, digits or signs: {count}"),
    }
}

fn fix(hit: &Hit<'_, '_>) -> Fix {
    let field = hit.field();
    Fix::one(field, hit.raw().text.chars().map(|c| mended(field, c)).collect::<String>())
}
