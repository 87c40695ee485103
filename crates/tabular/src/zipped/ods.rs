//! `OpenDocument` spreadsheets (ODF 1.3 part 3) as `LibreOffice` and WPS write them, in one pass over `content.xml`.

use std::collections::HashSet;

use precheck_schema::grid::{CellKind, CellTag, Grid, Merge};
use precheck_schema::pool::StrId;

use super::package::Package;
use super::walk;
use crate::build::{Budget, Builder};
use crate::error::ReadError;
use crate::markup::{Markup, MarkupError, Tag, Token, decode_into, push_lossy};
use crate::value::{iso_date, number};

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// Whether the package is an `OpenDocument` file, of whatever kind.
pub(crate) fn is_document(package: &Package<'_>) -> bool {
    package.has(CONTENT) || package.has(MANIFEST) && package.has("encrypted-package")
}

/// Reads every sheet; none where the document is no spreadsheet.
pub(crate) fn read(
    package: &mut Package<'_>,
    budget: &mut Budget<'_>,
) -> Result<Option<Vec<Grid>>, ReadError> {
    let mut encrypted = package.has("encrypted-package");
    walk(package, MANIFEST, false, |token| {
        encrypted |= matches!(token, Token::Start(tag) if tag.name == b"encryption-data");
    })?;
    if encrypted {
        return Err(ReadError::PasswordProtected);
    }
    let outcome = {
        let Some(mut markup) = package.markup(CONTENT)? else {
            return Err(ReadError::broken(CONTENT, "missing"));
        };
        document(&mut markup, budget)
    };
    match outcome {
        Ok(grids) => Ok(grids),
        Err(Failure::Read(error)) => Err(error),
        Err(Failure::Markup(error)) => Err(package.error(CONTENT, &error)),
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

fn ends_early() -> Failure {
    ReadError::broken(CONTENT, "ends early").into()
}

fn document<R: std::io::Read>(
    markup: &mut Markup<R>,
    budget: &mut Budget<'_>,
) -> Result<Option<Vec<Grid>>, Failure> {
    let mut grids: Option<Vec<Grid>> = None;
    let mut hidden_styles: HashSet<String> = HashSet::new();
    let mut style = String::new();
    loop {
        let tag = match markup.next()? {
            Token::Start(tag) => tag,
            Token::Eof => break,
            _ => continue,
        };
        match tag.name {
            b"style" => style = tag.attribute("name").unwrap_or_default().into_owned(),
            b"table-properties" if tag.attribute("display").is_some_and(|v| v == "false") => {
                hidden_styles.insert(std::mem::take(&mut style));
            }
            b"spreadsheet" => _ = grids.get_or_insert_default(),
            b"table" => {
                let Some(grids) = &mut grids else { continue };
                budget.sheets(grids.len() + 1)?;
                let name = tag.attribute("name").unwrap_or_default().into_owned();
                let hidden = hidden_styles.contains(&*tag.attribute("style-name").unwrap_or_default());
                let empty = tag.empty;
                let mut builder = Builder::new(&name, budget);
                builder.grid.hidden = hidden;
                let mut sheet = Sheet::new(builder);
                if !empty {
                    sheet.run(markup)?;
                }
                grids.push(sheet.builder.finish());
            }
            _ => {}
        }
    }
    match grids {
        Some(grids) if grids.is_empty() => Err(ReadError::NoSheet.into()),
        grids => Ok(grids),
    }
}

/// Type of a cell's value.
#[derive(Clone, Copy, Default, PartialEq)]
enum ValueType {
    #[default]
    Text,
    Number,
    Date,
    Bool,
    Error,
}

#[derive(Default)]
struct Cell {
    ty: ValueType,
    value: String,
    formula: bool,
    repeated: u32,
    covered: bool,
}

struct Sheet<'b, 'p> {
    builder: Builder<'b, 'p>,
    row: u32,
    repeated: u32,
    column: u32,
    table_column: u32,
    cell: Cell,
    /// Elements open inside the cell; its paragraphs are those at depth 1.
    depth: u32,
    in_cell: bool,
    in_paragraph: bool,
    paragraphs: u32,
    text: String,
    /// Cells of the row, to write again for rows that repeat it.
    stored: Vec<(u32, StrId, CellTag)>,
}

/// Characters of a cell in other programs.
const LONGEST: usize = 32_767;
/// White space that is no content.
const BREAKS: [char; 3] = ['\n', '\r', '\t'];

fn count(tag: &Tag<'_>, name: &str) -> u32 {
    let number: Option<u64> = tag.attribute(name).and_then(|v| v.trim().parse().ok());
    number.map_or(1, |n| n.clamp(1, 1 << 30) as u32)
}

impl<'b, 'p> Sheet<'b, 'p> {
    fn new(builder: Builder<'b, 'p>) -> Self {
        Self {
            builder,
            row: 0,
            repeated: 1,
            column: 0,
            table_column: 0,
            cell: Cell::default(),
            depth: 0,
            in_cell: false,
            in_paragraph: false,
            paragraphs: 0,
            text: String::new(),
            stored: Vec::new(),
        }
    }

    fn run<R: std::io::Read>(&mut self, markup: &mut Markup<R>) -> Result<(), Failure> {
        // Tables may stand in the drawings of a sheet: their cells are none of its cells.
        let mut drawings = 0u32;
        loop {
            match markup.next()? {
                // Rows that are missing must not go unnoticed.
                Token::Eof => return Err(ends_early()),
                Token::Start(tag) if tag.name == b"shapes" && !tag.empty => drawings += 1,
                Token::End(b"shapes") => drawings = drawings.saturating_sub(1),
                _ if drawings > 0 => {}
                Token::Start(tag) if self.in_cell => self.start_inside(&tag),
                Token::End(name) if self.in_cell => self.end_inside(name)?,
                Token::Text(text) if self.in_paragraph => self.characters(text, true),
                Token::Raw(text) if self.in_paragraph => self.characters(text, false),
                Token::Start(tag) => self.start(&tag)?,
                Token::End(b"table-row") => self.end_row()?,
                Token::End(b"table") => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        match tag.name {
            b"table-column" => {
                let repeated = count(tag, "number-columns-repeated").min(1 << 14);
                let hidden = &mut self.builder.grid.hidden_columns;
                if hides(tag) && hidden.len() < 1 << 14 {
                    hidden.extend(self.table_column..self.table_column + repeated);
                }
                self.table_column = (self.table_column + repeated).min(1 << 20);
            }
            b"table-row" => {
                self.repeated = count(tag, "number-rows-repeated");
                self.column = 0;
                self.stored.clear();
                if hides(tag) {
                    // Rows below the last value need no mark; a sheet may end in a million hidden ones.
                    let last = self.row.saturating_add(self.repeated).min(self.builder.limits().rows);
                    self.builder.grid.hidden_rows.extend(self.row..last);
                }
                if tag.empty {
                    self.end_row()?;
                }
            }
            b"table-cell" | b"covered-table-cell" => self.open_cell(tag)?,
            _ => {}
        }
        Ok(())
    }

    fn open_cell(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        let value = |name: &str| tag.attribute(name).unwrap_or_default().into_owned();
        let (ty, value) = match tag.attribute("value-type").unwrap_or_default().as_ref() {
            "float" | "percentage" | "currency" => (ValueType::Number, value("value")),
            "date" => (ValueType::Date, value("date-value")),
            "boolean" => (ValueType::Bool, value("boolean-value")),
            "error" => (ValueType::Error, String::new()),
            _ => (ValueType::Text, value("string-value")),
        };
        // LibreOffice says of errors that they are texts, and in its own name space what they are.
        let error = tag.attributes().any(|(name, v)| name == b"value-type" && v == b"error");
        self.cell = Cell {
            ty: if error { ValueType::Error } else { ty },
            value,
            formula: tag.attribute("formula").is_some(),
            repeated: count(tag, "number-columns-repeated"),
            covered: tag.name == b"covered-table-cell",
        };
        let (across, down) = (count(tag, "number-columns-spanned"), count(tag, "number-rows-spanned"));
        self.builder.merge(Merge {
            first_row: self.row,
            first_column: self.column,
            last_row: self.row.saturating_add(down - 1),
            last_column: self.column.saturating_add(across - 1),
        })?;
        self.text.clear();
        (self.depth, self.paragraphs, self.in_paragraph) = (0, 0, false);
        self.in_cell = !tag.empty;
        if tag.empty { self.store() } else { Ok(()) }
    }

    fn start_inside(&mut self, tag: &Tag<'_>) {
        match tag.name {
            b"p" | b"h" if self.depth == 0 => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
                self.in_paragraph = !tag.empty;
            }
            // What is longer than a cell can be is not believed.
            b"s" if self.in_paragraph && self.text.len() < LONGEST => {
                let blanks = count(tag, "c").min(LONGEST as u32);
                self.text.extend(std::iter::repeat_n(' ', blanks as usize));
            }
            b"tab" if self.in_paragraph => self.text.push('\t'),
            b"line-break" if self.in_paragraph => self.text.push('\n'),
            _ => {}
        }
        if !tag.empty {
            self.depth += 1;
        }
    }

    fn end_inside(&mut self, name: &[u8]) -> Result<(), ReadError> {
        if self.depth == 0 || matches!(name, b"table-cell" | b"covered-table-cell") {
            self.in_cell = false;
            self.in_paragraph = false;
            return self.store();
        }
        self.depth -= 1;
        if self.depth == 0 {
            self.in_paragraph = false;
        }
        Ok(())
    }

    /// A line break in the source is a blank, with the white space around it: true ones are elements (ODF 1.3
    /// part 3, 6.1.2). Several blanks are kept, because LibreOffice writes those of imported texts as they are.
    fn characters(&mut self, text: &[u8], entities: bool) {
        let start = self.text.len();
        if entities {
            decode_into(text, &mut self.text);
        } else {
            push_lossy(text, &mut self.text);
        }
        if self.text[start..].contains(BREAKS) {
            let lines = self.text[start..].split(BREAKS).map(|line| line.trim_matches(' '));
            let mut folded = String::new();
            for (at, line) in lines.enumerate() {
                if at > 0 && !folded.ends_with(' ') {
                    folded.push(' ');
                }
                folded.push_str(line);
            }
            self.text.replace_range(start.., &folded);
        }
    }

    fn store(&mut self) -> Result<(), ReadError> {
        let Cell { ty, ref value, formula, repeated, covered } = self.cell;
        let column = self.column;
        self.column = self.column.saturating_add(repeated);
        if covered {
            return Ok(());
        }
        let mut written = String::new();
        let kind = match ty {
            ValueType::Number => {
                if let Ok(value) = value.trim().parse::<f64>() {
                    number(value, &mut written)
                } else {
                    written.push_str(&self.text);
                    CellKind::Text
                }
            }
            ValueType::Date => {
                if let Some(date) = iso_date(value) {
                    written = date;
                    CellKind::Date
                } else {
                    written.push_str(&self.text);
                    CellKind::Text
                }
            }
            ValueType::Bool => {
                written.push_str(if value == "true" { "TRUE" } else { "FALSE" });
                CellKind::Bool
            }
            ValueType::Error => {
                written.push_str(self.text.trim());
                CellKind::Error
            }
            ValueType::Text => {
                written.push_str(if self.paragraphs > 0 { &self.text } else { value });
                CellKind::Text
            }
        };
        if written.is_empty() {
            return Ok(());
        }
        let tag = if formula { CellTag::formula(kind) } else { CellTag::new(kind) };
        let id = self.builder.intern(&written)?;
        for column in column..self.column {
            self.builder.put_id(self.row, column as usize, id, tag)?;
            if self.repeated > 1 {
                self.stored.push((column, id, tag));
            }
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        let next = self.row.saturating_add(self.repeated);
        if !self.stored.is_empty() {
            for row in self.row + 1..next {
                for &(column, id, tag) in &self.stored {
                    self.builder.put_id(row, column as usize, id, tag)?;
                }
            }
        }
        self.row = next;
        self.stored.clear();
        Ok(())
    }
}

/// `collapse` and `filter`: neither is shown.
fn hides(tag: &Tag<'_>) -> bool {
    matches!(tag.attribute("visibility").as_deref(), Some("collapse" | "filter"))
}
