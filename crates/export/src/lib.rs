//! The thin step from clean records to a platform's import file, laid out by templates that are data.
//!
//! What leaves is the normalised value of each cell in the template's form ([`rows`], [`write()`]); the record
//! itself stays as typed. Which records leave is decided by the caller, with the findings and with
//! [`lacking`]. What stays behind can go into a [`problems`] workbook. Nothing here knows findings, files, the
//! browser or the clock.

pub mod archive;
mod derive;
mod error;
mod form;
mod layout;
mod name;
pub mod own;
pub mod problems;
mod schemas;
mod structured;
mod templates;
mod write;

use precheck_schema::{RowId, Table};

pub use error::ExportError;
pub use layout::{lacking, rows};
pub use name::{Naming, distinct, file_name, media_type, safe_stem};
pub use schemas::{Schema, schemas};
pub use templates::Templates;
pub use write::write;

#[cfg(test)]
mod own_tests;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

/// A record that leaves. The records of one call may come from several tables of a kind.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Its table.
    pub table: &'a Table,
    /// Its row.
    pub row: RowId,
}
