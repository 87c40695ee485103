//! A031: a real date in another form than yyyy-MM-dd.

use precheck_schema::date::{DateForm, LONG_TERM_WORDS, read_date, without_stray_space};
use precheck_schema::fold::{fold_all, fold_width};
use precheck_schema::grid::CellKind;
use precheck_schema::normalize::clean;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A031",
    slug: "date-form",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Date],
    title: Text::new("日期写法不一", "Date in another form"),
    what: Text::new(
        "日期没有写成 yyyy-MM-dd，或是电子表格的日期序列号。",
        "The date is not written as yyyy-MM-dd, or it is a spreadsheet serial.",
    ),
    why: Text::new(
        "平台只认 yyyy-MM-dd；别的写法导入后变成另一天或变为空。",
        "The platform reads yyyy-MM-dd only; other forms become another day or nothing.",
    ),
    how: Text::new("改写为 yyyy-MM-dd；日期不变。", "Write yyyy-MM-dd; the day stays the same."),
    basis: &["gb7408", "gb7408-2005", "template"],
    fix: FixKind::Safe,
    unless: &["date-invalid"],
    check: Check::Field(check),
    say,
    suggest: Some(|hit| Some(fix(hit))),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023年6月16日")]],
            Text::new("中文写法", "Chinese form"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::CompletedDate, "2023/6/16")]],
            Text::new("斜线分隔", "Slashes"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DecisionDate, "45093"), (FieldKey::ValidFrom, "20230616")]],
            Text::new("序列号和八位数字", "A serial and eight digits"),
        )
        .cells(&[(FieldKey::DecisionDate, CellKind::Number)]),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::ListedDate, "2023-06-16 00:00:00")]],
            Text::new("后面带时间的文本", "A text with a time of day"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-16 08:30:00")]],
            Text::new("真正的日期单元格", "A true date cell"),
        )
        .cells(&[(FieldKey::DecisionDate, CellKind::Date)]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "２０２３－０６－１６ ")]],
            Text::new("只有全角和空格时由 A021、A022 提示", "Width and space are A021's and A022's business"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if cell.raw.text == cell.value || cell.raw.tag.kind() == CellKind::Date {
        return None;
    }
    // The text with the slips of A020 to A022 mended: what still differs is the form.
    let visible = clean(cell.raw.text);
    let width = fold_width(&visible);
    let text = without_stray_space(&width);
    if LONG_TERM_WORDS.contains(&&*fold_all(&text)) {
        return None;
    }
    let read = read_date(&text, false)?;
    Wrong::when(read.form != DateForm::Iso)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (text, date) = (quote(hit.raw().text.trim()), hit.value());
    if text.trim().bytes().all(|b| b.is_ascii_digit()) && text.len() == 5 {
        return in_lang(
            lang,
            || format!("“{text}”是电子表格的日期序列号，即 {date}"),
            || format!("“{text}” is a spreadsheet serial, which is {date}"),
        );
    }
    in_lang(lang, || format!("“{text}”应写作 {date}"), || format!("“{text}” should be written {date}"))
}

fn fix(hit: &Hit<'_, '_>) -> Fix {
    Fix::one(hit.field(), hit.value())
}
