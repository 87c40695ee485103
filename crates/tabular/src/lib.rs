//! Bytes to tables and back.
//!
//! [`read`] tells the type of a file by its content and reads every sheet into a [`Grid`]; [`recognise`] finds
//! the header row, the kind of record and what each column means; [`build_table`] makes the table that is
//! judged. [`write`] makes workbooks and csv files. Nothing here knows files, the browser or the clock.

mod build;
mod compound;
mod detect;
mod encoding;
mod error;
mod gb18030;
mod header;
pub mod limits;
mod marked;
mod markup;
mod text;
mod value;
pub mod write;
mod zipped;

use std::panic::{AssertUnwindSafe, catch_unwind};

use precheck_schema::grid::Grid;

pub use detect::Format;
pub use encoding::Encoding;
pub use error::{ReadError, WriteError};
pub use header::{
    EXAMPLE_MARK, HeaderCandidate, OpenQuestion, QuestionReason, Recognised, Recognition, UnmappedColumn,
    UnmappedReason, build_table, map_columns, recognise,
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
    read_within(bytes, options, Limits::default(), &|_, _| ())
}

/// Reads a file within given bounds. `progress` hears every now and then what is done and how much there is
/// (bytes, in the unit of the format).
///
/// A panic of a reader is an error, where panics unwind. In WebAssembly they do not: the worker traps, and the
/// page goes on with a fresh one.
pub fn read_within(
    bytes: &[u8],
    options: &ReadOptions,
    limits: Limits,
    progress: &dyn Fn(u64, u64),
) -> Result<Workbook, ReadError> {
    guarded(|| {
        let mut budget = Budget::reporting(limits, progress);
        if bytes.len() as u64 > limits.file_bytes {
            return Err(budget.over(Limit::FileBytes));
        }
        if bytes.is_empty() {
            return Err(ReadError::Empty);
        }
        let mut workbook = match detect::shape(bytes) {
            Shape::Zip => zipped::read(bytes, &mut budget)?,
            Shape::Compound => compound::read(bytes, &mut budget)?,
            Shape::Other(looks) => return Err(ReadError::UnknownType(Some(looks))),
            Shape::Text => read_bytes_as_text(bytes, options, &mut budget)?,
        };
        finish(&mut workbook, options);
        Ok(workbook)
    })
}

/// Reads pasted text: tab separated as spreadsheets copy it, or anything that a text file may hold.
pub fn read_text(text: &str, options: &ReadOptions) -> Result<Workbook, ReadError> {
    guarded(|| {
        let limits = Limits::default();
        let mut budget = Budget::reporting(limits, &|_, _| ());
        if text.len() as u64 > limits.file_bytes {
            return Err(budget.over(Limit::FileBytes));
        }
        let mut workbook = decoded(text, options, &mut budget)?;
        finish(&mut workbook, options);
        Ok(workbook)
    })
}

/// Runs a reader; its panic becomes an error. Nothing that the reader touched is used afterwards.
fn guarded<T>(read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied());
        Err(ReadError::ReaderPanicked(said.unwrap_or("panic").to_owned()))
    })
}

fn finish(workbook: &mut Workbook, options: &ReadOptions) {
    for grid in &mut workbook.grids {
        grid.leave_out_hidden = options.leave_out_hidden;
    }
}

fn read_bytes_as_text(
    bytes: &[u8],
    options: &ReadOptions,
    budget: &mut Budget<'_>,
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

fn decoded(text: &str, options: &ReadOptions, budget: &mut Budget<'_>) -> Result<Workbook, ReadError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let (format, grids) = match detect::text_format(text) {
        Format::SpreadsheetMl => (Format::SpreadsheetMl, marked::spreadsheetml::read(text, budget)?),
        Format::Html => (Format::Html, marked::html::read(text, budget)?),
        _ => {
            let separator = options.separator.unwrap_or_else(|| text::detect_separator(text));
            let grids = vec![text::read(text, separator, budget)?];
            return Ok(Workbook { format: Format::Text, encoding: None, separator: Some(separator), grids });
        }
    };
    Ok(Workbook { format, encoding: None, separator: None, grids })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_panics_is_an_error() {
        let said = |panic: fn()| {
            guarded(|| {
                panic();
                Ok(())
            })
        };
        assert_eq!(said(|| panic!("at {}", 7)), Err(ReadError::ReaderPanicked("at 7".to_owned())));
        assert_eq!(said(|| panic!("text")), Err(ReadError::ReaderPanicked("text".to_owned())));
        assert_eq!(said(|| std::panic::panic_any(7)), Err(ReadError::ReaderPanicked("panic".to_owned())));
        assert_eq!(said(|| ()), Ok(()));
    }

    #[test]
    fn the_type_is_told_by_the_content() {
        let format = |bytes: &[u8]| read(bytes, &ReadOptions::default()).unwrap().format;
        assert_eq!(format("名称;代码\n甲;1".as_bytes()), Format::Text);
        assert_eq!(format(b"\xEF\xBB\xBF<table><tr><td>1</td></tr></table>"), Format::Html);
        let xml = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">\
                   <Worksheet><Table/></Worksheet></Workbook>";
        assert_eq!(format(xml.as_bytes()), Format::SpreadsheetMl);
        let wide: Vec<u8> = xml.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(format(&[b"\xFF\xFE", &wide[..]].concat()), Format::SpreadsheetMl);
    }

    #[test]
    fn a_wrong_guess_can_be_changed() {
        let bytes = "名称,代码".as_bytes();
        let options =
            ReadOptions { encoding: Some(Encoding::Gb18030), separator: Some(';'), ..ReadOptions::default() };
        let book = read(bytes, &options).unwrap();
        assert_eq!((book.encoding, book.separator), (Some(Encoding::Gb18030), Some(';')));
        assert_eq!(book.grids[0].columns.len(), 1);
        assert_ne!(book.grids[0].text(0, 0), "名称,代码");
    }

    #[test]
    fn pasted_cells_with_quoted_line_breaks() {
        let book = read_text("企业名称\t内容\n甲\t\"两\n行 \"\"引\"\"\"\n乙\t无\n", &ReadOptions::default())
            .unwrap();
        let grid = &book.grids[0];
        assert_eq!((book.separator, grid.rows), (Some('\t'), 3));
        assert_eq!((grid.text(1, 1), grid.text(2, 1)), ("两\n行 \"引\"", "无"));
    }
}
