//! From a recognised sheet to a table, and the user's own mapping.

use precheck_schema::field::FieldKey;
use precheck_schema::fold::fold_all;
use precheck_schema::grid::Grid;
use precheck_schema::kind::Kind;
use precheck_schema::registration_no::looks_like_registration_no;
use precheck_schema::table::{ColumnMeaning, Table};

use super::dictionary::{Meaning, meaning};
use super::fold::{fits, fold};
use super::recognise::complete;
use super::rows::left_out;
use super::{Recognised, UnmappedColumn, UnmappedReason};

/// Makes the table of a recognised sheet. Values of a column that holds both identifiers are split by shape.
#[must_use]
pub fn build_table(grid: Grid, recognised: &Recognised) -> Table {
    let mut meanings = recognised.columns.clone();
    meanings.extend(recognised.unmapped.iter().map(|unmapped| ColumnMeaning {
        header: unmapped.header.clone(),
        source: Some(unmapped.column as u16),
        ..ColumnMeaning::default()
    }));
    let source = |field| recognised.columns.iter().find(|c| c.field == Some(field)).and_then(|c| c.source);
    let both = source(FieldKey::Uscc);
    let shared = both.is_some() && both == source(FieldKey::RegistrationNo);
    let header_row = (recognised.header_row > 0).then_some(recognised.header_row);
    let mut table =
        Table::from_grid(recognised.kind, grid, header_row, meanings, recognised.left_out.clone());
    if shared {
        table.split_identifiers(|text| {
            let folded = fold_all(text).to_ascii_uppercase();
            looks_like_registration_no(&folded)
        });
    }
    table
}

/// The user's own mapping: the kind, the header row (from 1, 0 for none) and the field of each column, by
/// column from 0. Columns that it does not name stay unmapped; of two columns for one field the first wins. A
/// column may be named twice, for both identifiers. Units are still read from the headers, and the rows that
/// are no records are found anew.
#[must_use]
pub fn map_columns(
    grid: &Grid,
    kind: Kind,
    header_row: u32,
    columns: &[(usize, Option<FieldKey>)],
) -> Recognised {
    let header = |column| match header_row {
        0 => "",
        row => grid.text(row - 1, column).trim(),
    };
    let mut meanings: Vec<ColumnMeaning> = Vec::new();
    let mut unmapped: Vec<UnmappedColumn> = Vec::new();
    for &(column, field) in columns {
        if column >= grid.columns.len() {
            continue;
        }
        let taken = |field| meanings.iter().find(|m| m.field == Some(field)).and_then(|m| m.source);
        let reason = match field {
            Some(field) => match taken(field) {
                None => {
                    let unit = Some(fold(header(column)).unit).filter(|&unit| fits(unit, field.ty()));
                    meanings.push(ColumnMeaning {
                        header: header(column).to_owned(),
                        source: Some(column as u16),
                        field: Some(field),
                        unit: unit.unwrap_or_default(),
                    });
                    continue;
                }
                Some(taken) => UnmappedReason::Duplicate { taken: taken as usize },
            },
            None if meaning(kind, &fold(header(column))) == Meaning::Serial => UnmappedReason::Serial,
            None => UnmappedReason::Unknown,
        };
        unmapped.push(UnmappedColumn { column, header: header(column).to_owned(), reason });
    }
    unmapped.retain(|u| meanings.iter().all(|m| m.source != Some(u.column as u16)));
    meanings.sort_by_key(|m| m.source);
    if header_row == 0 {
        let left_out = left_out(grid, None, &meanings, &[]);
        return Recognised { kind, header_row, columns: meanings, unmapped, open: Vec::new(), left_out };
    }
    complete(grid, kind, header_row - 1, 1, meanings, unmapped)
}
