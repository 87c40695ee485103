//! Personal numbers (P001 to P003) in what leaves the engine as text: cells, sentences, proposals.

use std::borrow::Cow;

use precheck_rules::privacy::{is_resident_id, mask};
use precheck_schema::{FieldKey, FieldType, RowId, Table};

/// A cell as typed, personal numbers masked where the field may hold such.
pub(crate) fn masked(table: &Table, row: RowId, field: FieldKey) -> String {
    mask_field(field, table.cell(row, field).text)
}

/// A text of a field, personal numbers masked; identifiers and document numbers are no personal numbers.
pub(crate) fn mask_field(field: FieldKey, text: &str) -> String {
    if may_hold(field, text) { mask(text).into_owned() } else { text.to_owned() }
}

/// A sentence about a field whose cell holds `value`.
pub(crate) fn mask_sentence(field: Option<FieldKey>, value: &str, sentence: String) -> String {
    if !field.is_none_or(|field| may_hold(field, value)) {
        return sentence;
    }
    match mask(&sentence) {
        Cow::Borrowed(_) => sentence,
        Cow::Owned(masked) => masked,
    }
}

/// Whether a text of a field may hold a personal number. The digits of identifiers, document numbers, amounts
/// and dates are none, but a resident id in the column of a 统一社会信用代码 (S003) is one.
fn may_hold(field: FieldKey, text: &str) -> bool {
    match field.ty() {
        FieldType::Uscc | FieldType::RegistrationNo => is_resident_id(text),
        FieldType::DocumentNo | FieldType::Amount | FieldType::Date | FieldType::DateOrLongTerm => false,
        FieldType::Text
        | FieldType::LongText
        | FieldType::Authority
        | FieldType::PublicityPeriod
        | FieldType::Code(_)
        | FieldType::Codes(_) => true,
    }
}
