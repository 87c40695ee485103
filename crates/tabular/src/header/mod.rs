//! What a sheet says: which row is the header, which kind of record follows, what each column means, and which
//! rows are no records. Whole texts are compared, never parts of them; what is open is asked, not guessed.

mod dictionary;
mod fold;
mod layout;
mod recognise;
mod rows;
mod score;
mod table;
#[cfg(test)]
mod tests;

use precheck_schema::field::FieldKey;
use precheck_schema::kind::Kind;
use precheck_schema::table::{ColumnMeaning, LeftOut};

pub use recognise::recognise;
pub use rows::EXAMPLE_MARK;
pub use table::{build_table, map_columns};

/// What a sheet turned out to be.
#[derive(Debug, Clone)]
pub enum Recognition {
    /// A table of records.
    Table(Recognised),
    /// A sheet without any value.
    Empty,
    /// No row that is a header of one kind: rows that come nearest, the best first, for the page to ask about.
    NoHeader(Vec<HeaderCandidate>),
}

/// A row that may be the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderCandidate {
    /// Row as the spreadsheet numbers it, from 1.
    pub row: u32,
    /// Its texts by column, blank ones included.
    pub texts: Vec<String>,
    /// Kinds of which it names fields, the likeliest first.
    pub kinds: Vec<Kind>,
    /// How many fields of the likeliest kind it names.
    pub matched: usize,
}

/// A table of records as recognised.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// Kind of record.
    pub kind: Kind,
    /// Row of the header as the spreadsheet numbers it, from 1; the last row of a header of two lines; 0 where
    /// the table has none.
    pub header_row: u32,
    /// Columns that hold a field, in the order of the sheet. A column that holds both identifiers is named twice.
    pub columns: Vec<ColumnMeaning>,
    /// Columns with a header or with values that hold no field.
    pub unmapped: Vec<UnmappedColumn>,
    /// What the user should decide.
    pub open: Vec<OpenQuestion>,
    /// Rows that are no records, ascending.
    pub left_out: Vec<LeftOut>,
}

/// A column that holds no field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmappedColumn {
    /// Column, from 0.
    pub column: usize,
    /// Its header as it stands; empty where it has none.
    pub header: String,
    /// Why.
    pub reason: UnmappedReason,
}

/// Why a column holds no field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnmappedReason {
    /// No field of the kind is called so.
    Unknown,
    /// Another column holds the field.
    Duplicate {
        /// That column, from 0.
        taken: usize,
    },
    /// The header names two fields at once.
    TwoFields(Vec<FieldKey>),
    /// The header is equally near to several fields.
    Ambiguous(Vec<FieldKey>),
    /// Running numbers.
    Serial,
}

impl UnmappedReason {
    /// Stable name, as in JSON.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Duplicate { .. } => "duplicate",
            Self::TwoFields(_) => "two-fields",
            Self::Ambiguous(_) => "ambiguous",
            Self::Serial => "serial",
        }
    }
}

/// A column about which the user should decide; it stays unmapped until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuestion {
    /// Column, from 0.
    pub column: usize,
    /// Its header.
    pub header: String,
    /// What is open.
    pub reason: QuestionReason,
    /// Fields that it may hold.
    pub fields: Vec<FieldKey>,
}

/// What is open about a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionReason {
    /// Its header names two fields at once.
    TwoFields,
    /// Its header is equally near to several fields.
    Ambiguous,
}
