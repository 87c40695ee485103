//! Excel 2003 XML ("XML Spreadsheet"), as Java systems and WPS save it under .xls and .xlsx names.

use std::collections::HashMap;

use precheck_schema::grid::{CellKind, CellTag, Grid, Merge};

use super::{count, failure};
use crate::build::{Budget, Builder};
use crate::error::ReadError;
use crate::markup::{Markup, MarkupError, Tag, Token, decode_into, push_lossy};
use crate::value::{NumberFormat, formatted, iso_date};

const PART: &str = "Excel 2003 XML";

/// Reads every worksheet.
pub(crate) fn read(text: &str, budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    let limits = budget.limits;
    let mut markup = Markup::new(text.as_bytes(), limits.token_bytes);
    let mut globals = Globals::default();
    let mut grids: Vec<Grid> = Vec::new();
    loop {
        let tag = match next(&mut markup, &limits)? {
            Token::Start(tag) => tag,
            Token::Eof => break,
            _ => continue,
        };
        if tag.name != b"Worksheet" {
            globals.token(&tag);
            continue;
        }
        budget.sheets(grids.len() + 1)?;
        let name = tag.attribute("Name").unwrap_or_default().into_owned();
        let empty = tag.empty;
        let mut builder = Builder::new(&name, budget);
        builder.grid.date_1904 = globals.date_1904;
        let mut sheet = Sheet { globals: &globals, builder, row: 0, column: 0, cell: Cell::default() };
        if !empty {
            sheet.run(&mut markup)?;
        }
        grids.push(sheet.builder.finish());
    }
    if grids.is_empty() { Err(ReadError::NoSheet) } else { Ok(grids) }
}

fn next<'m>(markup: &'m mut Markup<&[u8]>, limits: &crate::limits::Limits) -> Result<Token<'m>, ReadError> {
    markup.next().map_err(|error: MarkupError| failure(PART, &error, limits))
}

/// What stands before the sheets.
#[derive(Default)]
struct Globals {
    styles: HashMap<String, NumberFormat>,
    style: String,
    date_1904: bool,
}

impl Globals {
    fn token(&mut self, tag: &Tag<'_>) {
        match tag.name {
            b"Style" => {
                self.style = tag.attribute("ID").unwrap_or_default().into_owned();
                // A style takes the format of its parent, unless it has one of its own.
                let parent = tag.attribute("Parent").unwrap_or_default();
                if let Some(&format) = self.styles.get(&*parent) {
                    self.styles.insert(self.style.clone(), format);
                }
            }
            b"NumberFormat" => {
                let format = match tag.attribute("Format").unwrap_or_default().as_ref() {
                    "General" | "" => NumberFormat::Plain,
                    named if named.ends_with(" Date") || named.ends_with(" Time") => NumberFormat::Date,
                    code => NumberFormat::of_code(code),
                };
                self.styles.insert(std::mem::take(&mut self.style), format);
            }
            b"Date1904" => self.date_1904 = true,
            _ => {}
        }
    }
}

/// Type of a cell's `<Data>`.
#[derive(Clone, Copy, Default, PartialEq)]
enum DataType {
    #[default]
    Text,
    Number,
    Date,
    Bool,
    Error,
}

#[derive(Default)]
struct Cell {
    open: bool,
    formula: bool,
    format: NumberFormat,
    across: u32,
    ty: DataType,
    text: String,
    in_data: bool,
    in_comment: bool,
}

struct Sheet<'s, 'b, 'p> {
    globals: &'s Globals,
    builder: Builder<'b, 'p>,
    row: u32,
    column: u32,
    cell: Cell,
}

impl Sheet<'_, '_, '_> {
    fn run(&mut self, markup: &mut Markup<&[u8]>) -> Result<(), ReadError> {
        let limits = *self.builder.limits();
        let mut in_visible = false;
        loop {
            match next(markup, &limits)? {
                Token::End(b"Worksheet") => return Ok(()),
                // Rows that are missing must not go unnoticed.
                Token::Eof => return Err(ReadError::broken(PART, "ends early")),
                Token::Start(tag) => {
                    in_visible = tag.name == b"Visible" && !tag.empty;
                    self.start(&tag)?;
                }
                Token::End(name) => {
                    in_visible = false;
                    self.end(name)?;
                }
                Token::Text(text) if in_visible => {
                    self.builder.grid.hidden = text.trim_ascii() != b"SheetVisible";
                }
                Token::Text(text) if self.cell.in_data => decode_into(text, &mut self.cell.text),
                Token::Raw(text) if self.cell.in_data => push_lossy(text, &mut self.cell.text),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        let Builder { grid, .. } = &mut self.builder;
        match tag.name {
            b"Column" => {
                let first = count(tag.attribute("Index"), 1 << 20).map_or(self.column, |n| n.max(1) - 1);
                let last = first.saturating_add(count(tag.attribute("Span"), 1 << 14).unwrap_or(0));
                if tag.attribute("Hidden").is_some_and(|v| v == "1") && grid.hidden_columns.len() < 1 << 14 {
                    grid.hidden_columns.extend(first..=last);
                }
                self.column = last + 1;
            }
            b"Row" => {
                if let Some(number) = count(tag.attribute("Index"), u32::MAX >> 1) {
                    self.row = number.max(1) - 1;
                }
                self.column = 0;
                let last = self.row.saturating_add(count(tag.attribute("Span"), 1 << 20).unwrap_or(0));
                if tag.attribute("Hidden").is_some_and(|v| v == "1") {
                    grid.hidden_rows.push(self.row);
                }
                if tag.empty {
                    self.row = last + 1;
                }
            }
            b"Cell" => {
                if let Some(number) = count(tag.attribute("Index"), 1 << 20) {
                    self.column = number.max(1) - 1;
                }
                let style = tag.attribute("StyleID").unwrap_or_default();
                self.cell = Cell {
                    open: !tag.empty,
                    formula: tag.attribute("Formula").is_some(),
                    format: self.globals.styles.get(&*style).copied().unwrap_or_default(),
                    across: count(tag.attribute("MergeAcross"), 1 << 20).unwrap_or(0),
                    ..Cell::default()
                };
                let down = count(tag.attribute("MergeDown"), 1 << 24).unwrap_or(0);
                self.builder.merge(Merge {
                    first_row: self.row,
                    first_column: self.column,
                    last_row: self.row.saturating_add(down),
                    last_column: self.column.saturating_add(self.cell.across),
                })?;
                if tag.empty {
                    self.column += self.cell.across + 1;
                }
            }
            b"Comment" => self.cell.in_comment = !tag.empty,
            b"Data" if self.cell.open && !self.cell.in_comment => {
                self.cell.in_data = !tag.empty;
                self.cell.ty = match tag.attribute("Type").unwrap_or_default().as_ref() {
                    "Number" => DataType::Number,
                    "DateTime" => DataType::Date,
                    "Boolean" => DataType::Bool,
                    "Error" => DataType::Error,
                    _ => DataType::Text,
                };
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), ReadError> {
        match name {
            b"Row" => {
                self.row = self.row.saturating_add(1);
                self.column = 0;
            }
            b"Cell" if self.cell.open => {
                self.store()?;
                self.cell.open = false;
                self.column += self.cell.across + 1;
            }
            b"Comment" => self.cell.in_comment = false,
            b"Data" => self.cell.in_data = false,
            _ => {}
        }
        Ok(())
    }

    fn store(&mut self) -> Result<(), ReadError> {
        let text = std::mem::take(&mut self.cell.text);
        let value = text.trim();
        let (text, kind) = match self.cell.ty {
            DataType::Text => (text.replace("\r\n", "\n").replace('\r', "\n"), CellKind::Text),
            DataType::Error => (value.to_owned(), CellKind::Error),
            DataType::Bool if value.is_empty() => return Ok(()),
            DataType::Bool => (if value == "1" { "TRUE" } else { "FALSE" }.to_owned(), CellKind::Bool),
            DataType::Number => match value.parse::<f64>() {
                Ok(number) => {
                    let mut out = String::new();
                    let kind = formatted(number, self.cell.format, self.globals.date_1904, &mut out);
                    (out, kind)
                }
                Err(_) => (text, CellKind::Text),
            },
            DataType::Date => match iso_date(value) {
                // The day before the first one: a time of day.
                Some(date) if date.starts_with("1899-12-3") => {
                    (date.get(11..).unwrap_or(&date).to_owned(), CellKind::Text)
                }
                Some(date) => (date, CellKind::Date),
                None => (text, CellKind::Text),
            },
        };
        let tag = if self.cell.formula { CellTag::formula(kind) } else { CellTag::new(kind) };
        self.builder.put(self.row, self.column as usize, &text, tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    const BOOK: &str = r#"<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
 <Styles>
  <Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></Style>
  <Style ss:ID="e" ss:Parent="d"/><Style ss:ID="s"><NumberFormat ss:Format="Short Date"/></Style>
 </Styles>
 <Worksheet ss:Name="处罚"><Table>
  <Column ss:Hidden="1"/><Column ss:Index="3"/>
  <Row><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">表 题</Data></Cell>
   <Cell><Data ss:Type="String">D1</Data></Cell></Row>
  <Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="String">甲&#10;乙 &amp;</Data>
   <Comment><ss:Data>批注</ss:Data></Comment></Cell>
   <Cell><Data ss:Type="Number">5000</Data></Cell>
   <Cell><Data ss:Type="Number">91150525123456789</Data></Cell></Row>
  <Row ss:Span="2"/>
  <Row><Cell><Data ss:Type="DateTime">2023-06-29T00:00:00.000</Data></Cell>
   <Cell ss:StyleID="e"><Data ss:Type="Number">45106</Data></Cell>
   <Cell ss:StyleID="s" ss:Formula="=TODAY()"><Data ss:Type="Number">45106</Data></Cell>
   <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell>
   <Cell><ss:Data ss:Type="String"><B>粗</B>体</ss:Data></Cell>
   <Cell><Data ss:Type="DateTime">1899-12-31T08:30:00.000</Data></Cell></Row>
 </Table></Worksheet>
 <Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
  <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>"#;

    #[test]
    fn cells_keep_what_they_are() {
        let grids = read(BOOK, &mut Budget::new(Limits::default())).unwrap();
        assert_eq!(grids.len(), 2);
        let grid = &grids[0];
        assert_eq!((grid.name.as_str(), grid.hidden, grids[1].hidden), ("处罚", false, true));
        assert_eq!((grid.text(0, 0), grid.text(0, 3)), ("表 题", "D1"));
        let merge = Merge { first_row: 0, first_column: 0, last_row: 1, last_column: 2 };
        assert_eq!(grid.merges, [merge]);
        assert_eq!((grid.hidden_rows.as_slice(), grid.hidden_columns.as_slice()), (&[3][..], &[0][..]));
        let cell = |row, column| (grid.text(row, column), grid.tag(row, column).kind());
        for (row, column, text, kind) in [
            (3, 1, "甲\n乙 &", CellKind::Text),
            (3, 2, "5000", CellKind::Number),
            (3, 3, "91150525123456800", CellKind::LossyNumber),
            (7, 0, "2023-06-29", CellKind::Date),
            (7, 1, "2023-06-29", CellKind::Date),
            (7, 2, "2023-06-29", CellKind::Date),
            (7, 3, "TRUE", CellKind::Bool),
            (7, 4, "#N/A", CellKind::Error),
            (7, 5, "粗体", CellKind::Text),
            (7, 6, "08:30:00", CellKind::Text),
        ] {
            assert_eq!(cell(row, column), (text, kind), "{row} {column}");
        }
        assert!(grid.tag(7, 2).is_formula() && !grid.tag(7, 1).is_formula());
    }

    #[test]
    fn no_sheet_and_too_many() {
        let budget = || Budget::new(Limits { sheets: 1, ..Limits::default() });
        assert_eq!(read("<Workbook/>", &mut budget()).unwrap_err(), ReadError::NoSheet);
        assert_eq!(read(BOOK, &mut budget()).unwrap_err().key(), "over-limit");
        let cut = &BOOK[..BOOK.find("DateTime").unwrap()];
        assert_eq!(read(cut, &mut budget()).unwrap_err().key(), "broken");
    }
}
