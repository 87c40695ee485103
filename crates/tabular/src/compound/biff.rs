//! Records of the workbook stream (MS-XLS 2.3), BIFF8 and BIFF5: values, formats, hidden rows, merged cells.

use std::collections::HashMap;

use precheck_schema::grid::{CellKind, CellTag, Grid, Merge};
use precheck_schema::pool::StrId;

use super::container::{u16_at, u32_at};
use super::strings::{self, Pieces};
use crate::build::{Budget, Builder};
use crate::error::ReadError;
use crate::value::{NumberFormat, formatted};

/// Names of records.
mod name {
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const EOF: u16 = 0x0A;
    pub(super) const DATE_1904: u16 = 0x22;
    pub(super) const FILE_PASS: u16 = 0x2F;
    pub(super) const CONTINUE: u16 = 0x3C;
    pub(super) const CODE_PAGE: u16 = 0x42;
    pub(super) const COL_INFO: u16 = 0x7D;
    pub(super) const BOUND_SHEET: u16 = 0x85;
    pub(super) const MUL_RK: u16 = 0xBD;
    pub(super) const R_STRING: u16 = 0xD6;
    pub(super) const XF: u16 = 0xE0;
    pub(super) const MERGE_CELLS: u16 = 0xE5;
    pub(super) const SST: u16 = 0xFC;
    pub(super) const LABEL_SST: u16 = 0xFD;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const LABEL: u16 = 0x204;
    pub(super) const BOOL_ERR: u16 = 0x205;
    pub(super) const STRING: u16 = 0x207;
    pub(super) const ROW: u16 = 0x208;
    pub(super) const RK: u16 = 0x27E;
    pub(super) const FORMAT: u16 = 0x41E;
    pub(super) const BOF: u16 = 0x809;
}

/// Records from a position on: name and content. A record that the stream cuts ends them.
struct Records<'s> {
    stream: &'s [u8],
    at: usize,
}

impl<'s> Iterator for Records<'s> {
    type Item = (u16, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, length) = (u16_at(self.stream, self.at)?, u16_at(self.stream, self.at + 2)?);
        let start = self.at + 4;
        let content = self.stream.get(start..start + usize::from(length))?;
        self.at = start + content.len();
        Some((name, content))
    }
}

impl<'s> Records<'s> {
    /// The content of a record with those that continue it.
    fn with_rest(&mut self, first: &'s [u8]) -> Vec<&'s [u8]> {
        let mut pieces = vec![first];
        loop {
            let at = self.at;
            if let Some((name::CONTINUE, content)) = self.next() {
                pieces.push(content);
            } else {
                self.at = at;
                return pieces;
            }
        }
    }
}

/// What stands before the sheets.
struct Globals {
    biff8: bool,
    page: u16,
    date_1904: bool,
    formats: HashMap<u16, NumberFormat>,
    /// Number of the format of each cell style.
    styles: Vec<u16>,
    strings: Strings,
    sheets: Vec<SheetEntry>,
}

/// Shared strings in one buffer.
#[derive(Default)]
struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    fn get(&self, at: usize) -> Option<&str> {
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.text.get(start..*self.ends.get(at)?)
    }
}

struct SheetEntry {
    at: usize,
    name: String,
    hidden: bool,
    cells: bool,
}

/// Reads every worksheet of a workbook stream.
pub(super) fn read(stream: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    let globals = globals(stream)?;
    budget.sheets(globals.sheets.len())?;
    let mut grids = Vec::new();
    for entry in globals.sheets.iter().filter(|entry| entry.cells) {
        let mut builder = Builder::new(&entry.name, budget);
        builder.grid.hidden = entry.hidden;
        builder.grid.date_1904 = globals.date_1904;
        let mut sheet = Sheet {
            globals: &globals,
            builder,
            shared: vec![None; globals.strings.ends.len()],
            pending: None,
            text: String::new(),
        };
        sheet.run(stream, entry.at)?;
        grids.push(sheet.builder.finish());
    }
    if grids.is_empty() { Err(ReadError::NoSheet) } else { Ok(grids) }
}

fn broken(detail: &str) -> ReadError {
    ReadError::broken("Workbook", detail)
}

fn globals(stream: &[u8]) -> Result<Globals, ReadError> {
    let mut records = Records { stream, at: 0 };
    let version = match records.next() {
        Some((name::BOF, content)) => u16_at(content, 0),
        Some((0x09 | 0x209 | 0x409, _)) => return Err(ReadError::UnknownType(Some("Excel 4 workbook"))),
        _ => return Err(broken("BOF")),
    };
    let biff8 = match version {
        Some(0x600) => true,
        Some(0x500) => false,
        _ => return Err(ReadError::UnknownType(Some("Excel 4 workbook"))),
    };
    let mut globals = Globals {
        biff8,
        page: 936,
        date_1904: false,
        formats: HashMap::new(),
        styles: Vec::new(),
        strings: Strings::default(),
        sheets: Vec::new(),
    };
    while let Some((name, content)) = records.next() {
        match name {
            name::EOF => return Ok(globals),
            name::FILE_PASS => return Err(ReadError::PasswordProtected),
            name::CODE_PAGE if !biff8 && u16_at(content, 0).is_some_and(|page| !strings::knows(page)) => {
                return Err(ReadError::UnknownType(Some("Excel 95 workbook in another script")));
            }
            name::SST => globals.strings = shared_strings(&mut records, content),
            _ => _ = globals.record(name, content),
        }
    }
    Err(broken("ends early"))
}

impl Globals {
    /// None where the record is too short; then it says nothing.
    fn record(&mut self, name: u16, content: &[u8]) -> Option<()> {
        match name {
            name::CODE_PAGE => self.page = u16_at(content, 0)?,
            name::DATE_1904 => self.date_1904 = u16_at(content, 0)? != 0,
            name::FORMAT => {
                let code = if self.biff8 {
                    strings::long(content, 2)?
                } else {
                    strings::bytes(content, 3, usize::from(*content.get(2)?), self.page)?
                };
                self.formats.insert(u16_at(content, 0)?, NumberFormat::of_code(&code));
            }
            // The position of a style counts, so a short one is kept too.
            name::XF => self.styles.push(u16_at(content, 2).unwrap_or(0)),
            name::BOUND_SHEET => {
                let name = if self.biff8 {
                    strings::short(content, 6)?
                } else {
                    strings::bytes(content, 7, usize::from(*content.get(6)?), self.page)?
                };
                self.sheets.push(SheetEntry {
                    at: u32_at(content, 0)? as usize,
                    name,
                    hidden: *content.get(4)? & 3 != 0,
                    cells: *content.get(5)? == 0,
                });
            }
            _ => {}
        }
        Some(())
    }

    fn format(&self, style: u16) -> NumberFormat {
        let Some(&id) = self.styles.get(usize::from(style)) else { return NumberFormat::Plain };
        self.formats.get(&id).copied().unwrap_or_else(|| NumberFormat::built_in(u32::from(id)))
    }
}

/// The table of shared strings. How many it says to hold is not believed.
fn shared_strings<'s>(records: &mut Records<'s>, content: &'s [u8]) -> Strings {
    let mut strings = Strings::default();
    let mut pieces = Pieces::new(records.with_rest(content));
    let Some(distinct) = pieces.u32().and_then(|_| pieces.u32()) else { return strings };
    for _ in 0..distinct {
        if pieces.text(&mut strings.text).is_none() {
            break;
        }
        strings.ends.push(strings.text.len());
    }
    strings
}

struct Sheet<'g, 'b, 'p> {
    globals: &'g Globals,
    builder: Builder<'b, 'p>,
    /// Number in the sheet's pool of each shared string that was met.
    shared: Vec<Option<StrId>>,
    /// Row and column of a formula whose text follows.
    pending: Option<(u32, usize)>,
    text: String,
}

impl Sheet<'_, '_, '_> {
    fn run(&mut self, stream: &[u8], at: usize) -> Result<(), ReadError> {
        let mut records = Records { stream, at };
        if !matches!(records.next(), Some((name::BOF, _))) {
            return Err(broken("a sheet that is not where the workbook says"));
        }
        // Charts among the cells have a beginning and an end of their own.
        let mut depth = 1u32;
        while let Some((name, content)) = records.next() {
            match name {
                name::BOF => depth += 1,
                name::EOF if depth == 1 => return Ok(()),
                name::EOF => depth -= 1,
                _ if depth > 1 => {}
                name::STRING if self.pending.is_some() => self.formula_text(&mut records, content)?,
                name::LABEL | name::R_STRING => self.label(&mut records, name, content)?,
                _ => self.record(name, content).unwrap_or(Ok(()))?,
            }
        }
        // Rows that are missing must not go unnoticed.
        Err(broken("ends early"))
    }

    /// None where the record is too short; then it says nothing.
    fn record(&mut self, name: u16, content: &[u8]) -> Option<Result<(), ReadError>> {
        let word = |at| u16_at(content, at);
        let place = || Some((u32::from(word(0)?), usize::from(word(2)?)));
        match name {
            name::LABEL_SST => {
                let (row, column) = place()?;
                let at = u32_at(content, 6)? as usize;
                let text = self.globals.strings.get(at)?;
                let id = match self.shared[at].map_or_else(|| self.builder.intern(text), Ok) {
                    Ok(id) => id,
                    Err(error) => return Some(Err(error)),
                };
                self.shared[at] = Some(id);
                return Some(self.builder.put_id(row, column, id, CellTag::new(CellKind::Text)));
            }
            name::NUMBER => {
                let (row, column) = place()?;
                return Some(self.number(row, column, word(4)?, f64_at(content, 6)?, false));
            }
            name::RK => {
                let (row, column) = place()?;
                return Some(self.number(row, column, word(4)?, rk(u32_at(content, 6)?), false));
            }
            name::MUL_RK => {
                let (row, first) = place()?;
                let cells = content.get(4..content.len().checked_sub(2)?)?.as_chunks::<6>().0;
                for (at, cell) in cells.iter().enumerate() {
                    let (style, value) = (u16_at(cell, 0)?, rk(u32_at(cell, 2)?));
                    if let Err(error) = self.number(row, first + at, style, value, false) {
                        return Some(Err(error));
                    }
                }
            }
            name::BOOL_ERR => {
                let (row, column) = place()?;
                let (text, kind) = bool_or_error(*content.get(6)?, *content.get(7)? != 0);
                return Some(self.builder.put(row, column, text, CellTag::new(kind)));
            }
            name::FORMULA | 0x206 | 0x406 => return self.formula(content),
            name::ROW if word(12)? & 0x20 != 0 => {
                self.builder.grid.hidden_rows.push(u32::from(word(0)?));
            }
            name::COL_INFO => {
                let hidden = &mut self.builder.grid.hidden_columns;
                if word(8)? & 1 != 0 && hidden.len() < 1 << 14 {
                    hidden.extend(u32::from(word(0)?)..=u32::from(word(2)?).min(255));
                }
            }
            name::MERGE_CELLS => {
                for region in content.get(2..)?.as_chunks::<8>().0.iter().take(usize::from(word(0)?)) {
                    let corner = |at| u16_at(region, at).map(u32::from);
                    let merge = Merge {
                        first_row: corner(0)?,
                        last_row: corner(2)?,
                        first_column: corner(4)?,
                        last_column: corner(6)?,
                    };
                    if let Err(error) = self.builder.merge(merge) {
                        return Some(Err(error));
                    }
                }
            }
            _ => {}
        }
        Some(Ok(()))
    }

    fn number(
        &mut self,
        row: u32,
        column: usize,
        style: u16,
        value: f64,
        formula: bool,
    ) -> Result<(), ReadError> {
        self.text.clear();
        let kind = formatted(value, self.globals.format(style), self.globals.date_1904, &mut self.text);
        let tag = if formula { CellTag::formula(kind) } else { CellTag::new(kind) };
        self.builder.put(row, column, &self.text, tag)
    }

    /// The result of a formula (MS-XLS 2.5.133).
    fn formula(&mut self, content: &[u8]) -> Option<Result<(), ReadError>> {
        let (row, column) = (u32::from(u16_at(content, 0)?), usize::from(u16_at(content, 2)?));
        let value = content.get(6..14)?;
        self.pending = None;
        if value[6..] != [0xFF, 0xFF] {
            return Some(self.number(row, column, u16_at(content, 4)?, f64_at(content, 6)?, true));
        }
        match value[0] {
            0 => self.pending = Some((row, column)),
            kind @ (1 | 2) => {
                let (text, kind) = bool_or_error(value[2], kind == 2);
                return Some(self.builder.put(row, column, text, CellTag::formula(kind)));
            }
            _ => {}
        }
        Some(Ok(()))
    }

    /// The text that a formula gave.
    fn formula_text<'s>(&mut self, records: &mut Records<'s>, content: &'s [u8]) -> Result<(), ReadError> {
        let Some((row, column)) = self.pending.take() else { return Ok(()) };
        self.text.clear();
        if self.globals.biff8 {
            _ = Pieces::new(records.with_rest(content)).text(&mut self.text);
        } else if let Some(length) = u16_at(content, 0)
            && let Some(text) = strings::bytes(content, 2, usize::from(length), self.globals.page)
        {
            self.text = text;
        }
        tidy(&mut self.text);
        self.builder.put(row, column, &self.text, CellTag::formula(CellKind::Text))
    }

    /// A text that stands in its cell.
    fn label<'s>(
        &mut self,
        records: &mut Records<'s>,
        name: u16,
        content: &'s [u8],
    ) -> Result<(), ReadError> {
        let (Some(row), Some(column), Some(length)) =
            (u16_at(content, 0), u16_at(content, 2), u16_at(content, 6))
        else {
            return Ok(());
        };
        self.text.clear();
        if self.globals.biff8 && name == name::LABEL {
            let mut pieces = records.with_rest(content);
            pieces[0] = &content[6..];
            _ = Pieces::new(pieces).text(&mut self.text);
        } else if self.globals.biff8 {
            self.text = strings::long(content, 6).unwrap_or_default();
        } else if let Some(text) = strings::bytes(content, 8, usize::from(length), self.globals.page) {
            self.text = text;
        }
        tidy(&mut self.text);
        self.builder.put(u32::from(row), usize::from(column), &self.text, CellTag::new(CellKind::Text))
    }
}

fn tidy(text: &mut String) {
    if text.contains('\r') {
        *text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
}

fn f64_at(content: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(content.get(at..at + 8)?.try_into().ok()?))
}

/// A number in four bytes (MS-XLS 2.5.217).
fn rk(packed: u32) -> f64 {
    let value = if packed & 2 != 0 {
        f64::from(packed.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 != 0 { value / 100.0 } else { value }
}

/// A logical value or an error (MS-XLS 2.5.10).
fn bool_or_error(value: u8, error: bool) -> (&'static str, CellKind) {
    if !error {
        return (if value == 0 { "FALSE" } else { "TRUE" }, CellKind::Bool);
    }
    let text = match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    (text, CellKind::Error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers() {
        for (packed, value) in [
            (1u32 << 2 | 2, 1.0),
            ((-5i32).cast_unsigned() << 2 | 2, -5.0),
            (12_345 << 2 | 3, 123.45),
            ((1.5f64.to_bits() >> 32) as u32 & !3, 1.5),
        ] {
            assert!((rk(packed) - value).abs() < 1e-9, "{value}");
        }
    }
}
