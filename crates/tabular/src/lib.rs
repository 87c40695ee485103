//! Bytes to tables and back.
//!
//! [`read`] tells the type of a file by its content and reads every sheet into a [`Grid`]; [`recognise`] finds
//! the header row, the kind of record and what each column means; [`build_table`] makes the table that is
//! judged. [`write`] makes workbooks and csv files. Nothing here knows files, the browser or the clock.

mod build;
mod detect;
mod encoding;
mod error;
mod header;
pub mod limits;
mod markup;
mod text;
mod value;
pub mod write;
mod zipped;

use precheck_schema::grid::Grid;

pub use detect::Format;
pub use encoding::Encoding;
pub use error::{ReadError, WriteError};
pub use header::{
    HeaderCandidate, OpenQuestion, QuestionReason, Recognised, Recognition, UnmappedColumn, UnmappedReason,
    build_table, map_columns, recognise,
};
pub use text::SEPARATORS;

use build::Budget;
use detect::Shape;
use limits::{Limit, Limits};

/// What the user says about a file. Left at its default, everything is found out.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// Encoding of a text file; ignored for workbooks.
    pub encoding: Option<Encoding>,
    /// Separator of a text file; ignored for workbooks.
    pub separator: Option<char>,
    /// Whether hidden rows are no records.
    pub leave_out_hidden: bool,
}

/// A file as read.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// What it was.
    pub format: Format,
    /// Encoding that was used, for text formats.
    pub encoding: Option<Encoding>,
    /// Separator that was used, for separated text.
    pub separator: Option<char>,
    /// Its sheets in order, hidden ones included.
    pub grids: Vec<Grid>,
}

/// Reads a file of any format, by its content, within the default [`Limits`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Workbook, ReadError> {
    read_within(bytes, options, Limits::default())
}

/// Reads a file within given bounds.
pub fn read_within(bytes: &[u8], options: &ReadOptions, limits: Limits) -> Result<Workbook, ReadError> {
    let mut budget = Budget::new(limits);
    if bytes.len() as u64 > limits.file_bytes {
        return Err(budget.over(Limit::FileBytes));
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut workbook = match detect::shape(bytes) {
        Shape::Zip => zipped::read(bytes, &mut budget)?,
        Shape::Compound => return Err(ReadError::UnknownType(Some("OLE document"))),
        Shape::Other(looks) => return Err(ReadError::UnknownType(Some(looks))),
        Shape::Text => read_bytes_as_text(bytes, options, &mut budget)?,
    };
    finish(&mut workbook, options);
    Ok(workbook)
}

/// Reads pasted text: tab separated as spreadsheets copy it, or anything that a text file may hold.
pub fn read_text(text: &str, options: &ReadOptions) -> Result<Workbook, ReadError> {
    let limits = Limits::default();
    let mut budget = Budget::new(limits);
    if text.len() as u64 > limits.file_bytes {
        return Err(budget.over(Limit::FileBytes));
    }
    let mut workbook = decoded(text, options, &mut budget)?;
    finish(&mut workbook, options);
    Ok(workbook)
}

fn finish(workbook: &mut Workbook, options: &ReadOptions) {
    for grid in &mut workbook.grids {
        grid.leave_out_hidden = options.leave_out_hidden;
    }
}

fn read_bytes_as_text(
    bytes: &[u8],
    options: &ReadOptions,
    budget: &mut Budget,
) -> Result<Workbook, ReadError> {
    let encoding = options.encoding.unwrap_or_else(|| encoding::detect(bytes));
    let text = encoding.decode(bytes);
    if options.encoding.is_none() && detect::is_binary(&text) {
        return Err(ReadError::UnknownType(None));
    }
    let mut workbook = decoded(&text, options, budget)?;
    workbook.encoding = Some(encoding);
    Ok(workbook)
}

fn decoded(text: &str, options: &ReadOptions, budget: &mut Budget) -> Result<Workbook, ReadError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let separator = options.separator.unwrap_or_else(|| text::detect_separator(text));
    let grid = text::read(text, separator, budget)?;
    Ok(Workbook { format: Format::Text, encoding: None, separator: Some(separator), grids: vec![grid] })
}
