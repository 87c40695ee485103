//! Cells of one worksheet.

use precheck_schema::grid::{CellKind, CellTag, Merge};
use precheck_schema::pool::StrId;

use super::strings::{RichText, Strings, tidy};
use crate::build::Builder;
use crate::error::ReadError;
use crate::markup::{Markup, MarkupError, Tag, Token, decode_into, push_lossy};
use crate::value::{NumberFormat, formatted, iso_date};
use crate::zipped::package::Package;

/// What cells refer to.
pub(super) struct Context<'c> {
    pub(super) strings: &'c Strings,
    pub(super) styles: &'c [NumberFormat],
    pub(super) date_1904: bool,
}

/// Reads the cells, hidden rows and merged regions of a worksheet.
pub(super) fn read(
    package: &mut Package<'_>,
    part: &str,
    context: &Context<'_>,
    builder: &mut Builder<'_, '_>,
) -> Result<(), ReadError> {
    let outcome = {
        let Some(mut markup) = package.markup(part)? else { return Err(ReadError::broken(part, "missing")) };
        let mut reader = SheetReader {
            context,
            builder,
            shared: vec![None; context.strings.len()],
            row: 0,
            column: 0,
            cell: Cell::default(),
            capture: Capture::None,
            text: String::new(),
            rich: RichText::default(),
            scratch: String::new(),
        };
        reader.run(&mut markup)
    };
    match outcome {
        Ok(()) => Ok(()),
        Err(Failure::Read(error)) => Err(error),
        Err(Failure::Markup(error)) => Err(package.error(part, &error)),
    }
}

enum Failure {
    Markup(MarkupError),
    Read(ReadError),
}

impl From<MarkupError> for Failure {
    fn from(error: MarkupError) -> Self {
        Self::Markup(error)
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

/// Type of a cell's value, ECMA-376 part 1, 18.18.11.
#[derive(Clone, Copy, Default, PartialEq)]
enum ValueType {
    #[default]
    Number,
    Shared,
    Inline,
    Formula,
    Bool,
    Error,
    Date,
}

/// The cell being read.
#[derive(Default)]
struct Cell {
    row: u32,
    column: u32,
    ty: ValueType,
    style: usize,
    formula: bool,
}

/// What text belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Capture {
    None,
    Value,
    Inline,
}

struct SheetReader<'r, 'b, 'p> {
    context: &'r Context<'r>,
    builder: &'r mut Builder<'b, 'p>,
    /// Number in the sheet's pool of each shared string that was met.
    shared: Vec<Option<StrId>>,
    row: u32,
    column: u32,
    cell: Cell,
    capture: Capture,
    text: String,
    rich: RichText,
    scratch: String,
}

impl SheetReader<'_, '_, '_> {
    fn run<R: std::io::Read>(&mut self, markup: &mut Markup<R>) -> Result<(), Failure> {
        let mut in_data = false;
        loop {
            let token = markup.next()?;
            match &token {
                // Rows that are missing must not go unnoticed.
                Token::Eof if in_data => {
                    return Err(ReadError::broken("sheetData", "ends early").into());
                }
                Token::Eof => return Ok(()),
                Token::Start(tag) if in_data => self.start(tag),
                Token::End(b"sheetData") => in_data = false,
                Token::End(name) if in_data => self.end(name, &token)?,
                Token::Text(text) if self.capture == Capture::Value => decode_into(text, &mut self.text),
                Token::Raw(text) if self.capture == Capture::Value => push_lossy(text, &mut self.text),
                Token::Text(_) | Token::Raw(_) if self.capture == Capture::Inline => self.rich.token(&token),
                Token::Start(tag) => match tag.name {
                    b"sheetData" => in_data = !tag.empty,
                    b"mergeCell" => self.merge(tag)?,
                    b"col" => self.hidden_columns(tag),
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name {
            b"c" => {
                self.open(tag);
                if tag.empty {
                    self.column += 1;
                }
            }
            b"v" if !tag.empty && self.cell.ty != ValueType::Inline => self.capture = Capture::Value,
            b"f" => self.cell.formula = true,
            b"row" => self.open_row(tag),
            b"is" if !tag.empty => {
                self.capture = Capture::Inline;
                self.rich.clear();
            }
            _ if self.capture == Capture::Inline => self.rich.token(&Token::Start(*tag)),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8], token: &Token<'_>) -> Result<(), Failure> {
        match name {
            b"c" => {
                self.store()?;
                self.column += 1;
                self.capture = Capture::None;
            }
            b"v" | b"is" => self.capture = Capture::None,
            b"row" => {
                self.row += 1;
                self.column = 0;
            }
            _ if self.capture == Capture::Inline => self.rich.token(token),
            _ => {}
        }
        Ok(())
    }

    fn open_row(&mut self, tag: &Tag<'_>) {
        let mut hidden = false;
        for (name, value) in tag.attributes() {
            match name {
                b"r" => {
                    if let Some(number) = digits(value).filter(|&n| n > 0) {
                        self.row = number - 1;
                    }
                }
                b"hidden" => hidden = matches!(value, b"1" | b"true"),
                _ => {}
            }
        }
        self.column = 0;
        if hidden && self.builder.grid.hidden_rows.len() < self.builder.limits().rows as usize {
            self.builder.grid.hidden_rows.push(self.row);
        }
        if tag.empty {
            self.row += 1;
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        self.cell = Cell { row: self.row, column: self.column, ..Cell::default() };
        self.text.clear();
        for (name, value) in tag.attributes() {
            match name {
                b"r" => {
                    if let Some((row, column)) = reference(value) {
                        (self.cell.row, self.cell.column) = (row, column);
                        self.column = column;
                    }
                }
                b"s" => self.cell.style = digits(value).unwrap_or(0) as usize,
                b"t" => {
                    self.cell.ty = match value {
                        b"s" => ValueType::Shared,
                        b"inlineStr" | b"is" => ValueType::Inline,
                        b"str" => ValueType::Formula,
                        b"b" => ValueType::Bool,
                        b"e" => ValueType::Error,
                        b"d" => ValueType::Date,
                        _ => ValueType::Number,
                    }
                }
                _ => {}
            }
        }
    }

    fn store(&mut self) -> Result<(), ReadError> {
        let Cell { row, column, ty, style, formula } = self.cell;
        let column = column as usize;
        let tag = |kind| if formula { CellTag::formula(kind) } else { CellTag::new(kind) };
        let value = self.text.trim_ascii();
        let (text, kind) = match ty {
            ValueType::Shared => {
                // An index outside the table shows as an empty cell in spreadsheets too.
                let Some(at) = digits(value.as_bytes()) else { return Ok(()) };
                let Some(text) = self.context.strings.get(at as usize) else { return Ok(()) };
                let id = match self.shared[at as usize] {
                    Some(id) => id,
                    None => self.builder.intern(text)?,
                };
                self.shared[at as usize] = Some(id);
                return self.builder.put_id(row, column, id, tag(CellKind::Text));
            }
            ValueType::Inline => {
                let text = self.rich.finish();
                let outcome = self.builder.put(row, column, text, tag(CellKind::Text));
                self.rich.clear();
                return outcome;
            }
            ValueType::Formula => {
                tidy(&mut self.text);
                (self.text.as_str(), CellKind::Text)
            }
            ValueType::Bool => match value {
                "1" | "true" | "TRUE" => ("TRUE", CellKind::Bool),
                "" => return Ok(()),
                _ => ("FALSE", CellKind::Bool),
            },
            ValueType::Error => (value, CellKind::Error),
            ValueType::Date => match iso_date(value) {
                Some(date) => {
                    self.scratch = date;
                    (self.scratch.as_str(), CellKind::Date)
                }
                None => (value, CellKind::Text),
            },
            ValueType::Number => match value.parse::<f64>() {
                Ok(number) => {
                    let format = self.context.styles.get(style).copied().unwrap_or_default();
                    self.scratch.clear();
                    let kind = formatted(number, format, self.context.date_1904, &mut self.scratch);
                    (self.scratch.as_str(), kind)
                }
                // Some libraries forget to say that a value is text.
                Err(_) => (value, CellKind::Text),
            },
        };
        self.builder.put(row, column, text, tag(kind))
    }

    fn merge(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        let Some(range) = tag.attribute("ref") else { return Ok(()) };
        let (first, last) = range.split_once(':').unwrap_or((&range, &range));
        let corners = (reference(first.as_bytes()), reference(last.as_bytes()));
        let (Some(first), Some(last)) = corners else { return Ok(()) };
        self.builder.merge(Merge {
            first_row: first.0.min(last.0),
            first_column: first.1.min(last.1),
            last_row: first.0.max(last.0),
            last_column: first.1.max(last.1),
        })
    }

    fn hidden_columns(&mut self, tag: &Tag<'_>) {
        if !matches!(tag.attribute("hidden").as_deref(), Some("1" | "true")) {
            return;
        }
        let bound = |name: &str| tag.attribute(name).and_then(|v| digits(v.as_bytes()));
        let (Some(first), Some(last)) = (bound("min"), bound("max")) else { return };
        let most = self.builder.limits().columns as u32;
        let hidden = &mut self.builder.grid.hidden_columns;
        if hidden.len() < most as usize {
            hidden.extend(first.max(1) - 1..last.min(most));
        }
    }
}

/// A whole number below 2^31.
fn digits(text: &[u8]) -> Option<u32> {
    if text.is_empty() || text.len() > 10 {
        return None;
    }
    let mut value = 0u64;
    for &b in text {
        if !b.is_ascii_digit() {
            return None;
        }
        value = value * 10 + u64::from(b - b'0');
    }
    u32::try_from(value).ok().filter(|&v| v < 1 << 31)
}

/// Row and column from 0 of a reference such as `AB12`, with `$` or without.
fn reference(text: &[u8]) -> Option<(u32, u32)> {
    let mut column = 0u32;
    let mut row = 0u64;
    let mut letters = 0;
    for &b in text {
        match b {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 && letters < 4 => {
                column = column * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1;
                letters += 1;
            }
            b'0'..=b'9' if letters > 0 && row < 1 << 31 => row = row * 10 + u64::from(b - b'0'),
            b'$' => {}
            _ => return None,
        }
    }
    let row = u32::try_from(row).ok().filter(|&r| r > 0 && r < 1 << 31)?;
    (letters > 0).then(|| (row - 1, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        for (text, expected) in [
            ("A1", Some((0, 0))),
            ("AB12", Some((11, 27))),
            ("xfd1048576", Some((1_048_575, 16_383))),
            ("$C$3", Some((2, 2))),
            ("A0", None),
            ("A", None),
            ("12", None),
            ("A1B", None),
            ("ABCDE1", None),
            ("A99999999999999999999", None),
        ] {
            assert_eq!(reference(text.as_bytes()), expected, "{text}");
        }
        assert_eq!(digits(b"4294967296"), None);
    }
}
