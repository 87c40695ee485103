//! 金额: amounts of money, alone and against the text.

mod amount_contradicts_content;
mod amount_decimals;
mod amount_invalid;
mod amount_unit_suspect;
mod amount_words_contradict_digits;
mod fine_outside_band;

use precheck_schema::FieldKey;
use precheck_schema::amount::{Amount, read_decimal};
use precheck_schema::normalize::Unit;

use crate::context::RowCx;
use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "amounts",
    rules: &[
        &amount_invalid::RULE,
        &amount_decimals::RULE,
        &amount_unit_suspect::RULE,
        &amount_contradicts_content::RULE,
        &amount_words_contradict_digits::RULE,
        &fine_outside_band::RULE,
    ],
};

/// The amount of a field, where its value is a plain number of 万元.
fn amount(row: &RowCx<'_>, field: FieldKey) -> Option<Amount> {
    read_decimal(row.value(field))?.as_wan()
}

/// An amount as a cell of the field takes it: in yuan where its header says so, else in 万元.
fn cell_text(row: &RowCx<'_>, field: FieldKey, amount: Amount) -> String {
    match row.table.unit(field) {
        Unit::Yuan => amount.to_yuan(),
        Unit::None | Unit::TenThousandYuan | Unit::Years => amount.to_wan(),
    }
}
