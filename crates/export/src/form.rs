//! A value in the form of a template.

use std::fmt::Write;

use precheck_schema::amount::{DecimalRead, read_decimal};
use precheck_schema::codes::{Code, CodeList};
use precheck_schema::date::{Date, LONG_TERM, LONG_TERM_ALTERNATIVE, iso, read_date};
use precheck_schema::filler::is_filler;
use precheck_schema::lines;
use precheck_schema::profile::Profile;
use precheck_schema::template::{AmountUnit, CodeForm, TemplateColumn, ValueForms};
use precheck_schema::{FieldKey, FieldType};

use crate::Record;

/// The normalised value of a field, empty where it is blank or a filler such as 无.
pub(crate) fn value(record: Record<'_>, field: FieldKey) -> std::borrow::Cow<'_, str> {
    let value = record.table.value(record.row, field);
    if is_filler(&value) { "".into() } else { value }
}

/// The value of a field as a column writes it; empty where the record holds nothing.
pub(crate) fn text(
    record: Record<'_>,
    field: FieldKey,
    column: &TemplateColumn,
    forms: &ValueForms,
    profile: &Profile,
) -> String {
    let value = value(record, field);
    if value.is_empty() {
        return String::new();
    }
    match field.ty() {
        FieldType::Authority if value == profile.organisation.name => value.into_owned(),
        FieldType::Authority if profile.is_own_name(&value) => profile.organisation.name.clone(),
        FieldType::Text | FieldType::LongText | FieldType::Authority => {
            without_line_breaks(field, &value, forms)
        }
        FieldType::Uscc | FieldType::RegistrationNo | FieldType::DocumentNo => value.into_owned(),
        FieldType::DateOrLongTerm if matches!(&*value, LONG_TERM | LONG_TERM_ALTERNATIVE) => {
            forms.long_term.clone()
        }
        FieldType::Date | FieldType::DateOrLongTerm => date_text(&value, forms),
        FieldType::PublicityPeriod => without_line_breaks(field, &date_text(&value, forms), forms),
        FieldType::Code(list) | FieldType::Codes(list) => {
            codes(&value, list.list(), column, &forms.separator)
        }
        FieldType::Amount => amount(&value, column.unit),
    }
}

/// A date in the template's form; another text as it is.
fn date_text(value: &str, forms: &ValueForms) -> String {
    read_date(value, false).map_or_else(|| value.to_owned(), |read| date(read.date, forms))
}

/// A date in the template's form.
pub(crate) fn date(date: Date, forms: &ValueForms) -> String {
    let mut out = String::new();
    // A form that asks for a time of day has nothing to write; the date still leaves.
    match write!(out, "{}", date.format(&forms.date)) {
        Ok(()) => out,
        Err(_) => iso(date),
    }
}

/// Joins the lines of a value, as rule I003 proposes it.
fn without_line_breaks(field: FieldKey, text: &str, forms: &ValueForms) -> String {
    let mark = &forms.line_break;
    if mark.contains('\n') {
        text.to_owned()
    } else {
        lines::join(text, lines::mark(field, mark)).into_owned()
    }
}

/// The entries of a coded value in the column's words, each once. What is no entry stays as it is.
fn codes(value: &str, list: &CodeList, column: &TemplateColumn, separator: &str) -> String {
    // Mostly there is one value, and it is written as its list has it: then nothing needs to be folded.
    if let Some(code) = list.codes.iter().find(|code| code.label == value) {
        return word(code, column).to_owned();
    }
    let mut words: Vec<&str> = Vec::new();
    for part in list.split(value) {
        let word = list.find(part).map_or(part, |code| word(code, column));
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(separator)
}

pub(crate) fn word<'a>(code: &'a Code, column: &'a TemplateColumn) -> &'a str {
    if let Some((_, word)) = column.words.iter().find(|(label, _)| label == code.label) {
        return word;
    }
    match column.code {
        CodeForm::Code if !code.code.is_empty() => code.code,
        _ => code.label,
    }
}

/// An amount without trailing zeros. Six decimals of 万元 are 0.01 yuan; what is finer stays as it is, since
/// cutting it would change it.
fn amount(value: &str, unit: AmountUnit) -> String {
    let amount = read_decimal(value).filter(|read| read.decimals <= 6).and_then(DecimalRead::as_wan);
    match (amount, unit) {
        (Some(amount), AmountUnit::Wan) => amount.to_wan(),
        (Some(amount), AmountUnit::Yuan) => amount.to_yuan(),
        (None, _) => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined() {
        for (text, expected) in [
            ("罚款 0.5 万元\n警告", "罚款 0.5 万元；警告"),
            ("甲；\r\n\r\n乙。\n丙", "甲；乙。；丙"),
            ("罚款5\n000元", "罚款5 000元"),
            ("一行", "一行"),
        ] {
            assert_eq!(without_line_breaks(FieldKey::PenaltyContent, text, &ValueForms::default()), expected);
        }
        let kept = ValueForms { line_break: "\n".to_owned(), ..ValueForms::default() };
        assert_eq!(without_line_breaks(FieldKey::PenaltyContent, "甲\n乙", &kept), "甲\n乙");
        let period = without_line_breaks(FieldKey::PublicityPeriod, "1\n年", &ValueForms::default());
        assert_eq!(period, "1 年");
    }

    #[test]
    fn amounts_lose_trailing_zeros_only() {
        for (text, expected) in
            [("0.50", "0.5"), ("3", "3"), ("1.2345678", "1.2345678"), ("5000元", "5000元"), ("007.0", "7")]
        {
            assert_eq!(amount(text, AmountUnit::Wan), expected);
        }
        assert_eq!(amount("0.50", AmountUnit::Yuan), "5000");
        assert_eq!(amount("1.234567", AmountUnit::Yuan), "12345.67");
    }

    #[test]
    fn a_date_form_that_cannot_be_written_still_gives_a_date() {
        let forms = ValueForms { date: "%H:%M".to_owned(), ..ValueForms::default() };
        assert_eq!(date(Date::from_ymd_opt(2023, 6, 1).unwrap(), &forms), "2023-06-01");
    }
}
