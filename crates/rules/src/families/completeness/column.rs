//! Which columns a table lacks: what C006 reports once, C001 and C002 do not repeat on every record.

use precheck_schema::{FieldKey, Table};

/// Whether no column of the table's file holds the field. A table that was typed in has no file, and lacks none.
pub(super) fn is_missing(table: &Table, field: FieldKey) -> bool {
    !table.has_field(field) && table.columns().iter().any(|column| column.meaning.source.is_some())
}

/// Whether the table's file has neither of the two identifiers.
pub(super) fn are_identifiers_missing(table: &Table) -> bool {
    is_missing(table, FieldKey::Uscc) && is_missing(table, FieldKey::RegistrationNo)
}
