//! Which dates a record can have.

use precheck_schema::FieldKey;
use precheck_schema::date::{Date, Datelike, LONG_TERM};
use precheck_schema::field::FieldType;

use crate::context::RowCx;

/// Whether a date lies between 1949-10-01 and 2100-12-31, or is the long-term value where the field takes it.
pub(super) fn in_range(field: FieldKey, date: Date) -> bool {
    let ymd = (date.year(), date.month(), date.day());
    ((1949, 10, 1)..=(2100, 12, 31)).contains(&ymd)
        || field.ty() == FieldType::DateOrLongTerm && date.to_string() == LONG_TERM
}

/// The date of a field, where it is a possible one: comparing with another is A032's business.
pub(super) fn sound(row: &RowCx<'_>, field: FieldKey) -> Option<Date> {
    row.date(field).filter(|&date| in_range(field, date))
}
