//! A workbook, sheet by sheet straight into the zip.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use precheck_schema::grid::column_letters;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::parts::{self, DECLARATION, MAIN, Note, SheetEntry, escape};
use super::styles;
use super::{OutSheet, OutStyle};
use crate::error::WriteError;

/// Characters that a cell holds (UTF-16 units, as spreadsheets count).
const LONGEST_CELL: usize = 32_767;
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;
/// Rows below the header that offer a list.
const LIST_ROWS: usize = 10_000;
/// Bytes of XML that are gathered before they are packed.
const CHUNK: usize = 256 << 10;

/// Writes a workbook.
pub fn xlsx(sheets: &[OutSheet]) -> Result<Vec<u8>, WriteError> {
    let mut out = Out { zip: ZipWriter::new(Cursor::new(Vec::new())), text: String::new() };
    let mut strings = Strings::default();
    let names = names(sheets);
    let mut lists = Lists::default();
    let mut entries = Vec::new();
    for (sheet, name) in sheets.iter().zip(names) {
        let notes = write_sheet(sheet, entries.len() + 1, &mut strings, &mut lists, &mut out)?;
        entries.push(SheetEntry { name, hidden: false, notes });
    }
    if !lists.columns.is_empty() {
        let sheet = lists.sheet();
        // Its name stands in formulas of the other sheets.
        write_sheet(&sheet, entries.len() + 1, &mut strings, &mut Lists::default(), &mut out)?;
        entries.push(SheetEntry { name: LISTS.to_owned(), hidden: true, notes: false });
    }
    out.part("xl/sharedStrings.xml", &strings.part())?;
    out.part("xl/styles.xml", &styles::part())?;
    out.part("xl/workbook.xml", &parts::workbook(&entries))?;
    out.part("xl/_rels/workbook.xml.rels", &parts::workbook_relations(entries.len()))?;
    out.part("docProps/core.xml", &parts::core_properties())?;
    out.part("_rels/.rels", &parts::root_relations())?;
    out.part("[Content_Types].xml", &parts::content_types(&entries))?;
    Ok(out.zip.finish().map_err(workbook)?.into_inner())
}

fn workbook(error: impl std::fmt::Display) -> WriteError {
    WriteError::Workbook(error.to_string())
}

/// The zip being written.
struct Out {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    text: String,
}

impl Out {
    fn start(&mut self, name: &str) -> Result<(), WriteError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(6))
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options).map_err(workbook)
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        self.zip.write_all(self.text.as_bytes()).map_err(workbook)?;
        self.text.clear();
        Ok(())
    }

    fn part(&mut self, name: &str, text: &str) -> Result<(), WriteError> {
        self.start(name)?;
        self.zip.write_all(text.as_bytes()).map_err(workbook)
    }
}

/// Shared strings in order of first use.
#[derive(Default)]
struct Strings {
    numbers: HashMap<String, usize>,
    items: String,
    uses: usize,
}

impl Strings {
    fn number(&mut self, text: &str) -> usize {
        self.uses += 1;
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let space = |c: Option<char>| c.is_some_and(char::is_whitespace);
        let keep = space(text.chars().next()) || space(text.chars().next_back()) || text.contains('\n');
        self.items.push_str(if keep { "<si><t xml:space=\"preserve\">" } else { "<si><t>" });
        escape(text, &mut self.items);
        self.items.push_str("</t></si>");
        let number = self.numbers.len();
        self.numbers.insert(text.to_owned(), number);
        number
    }

    fn part(&self) -> String {
        let (uses, distinct) = (self.uses, self.numbers.len());
        format!(
            "{DECLARATION}<sst xmlns=\"{MAIN}\" count=\"{uses}\" uniqueCount=\"{distinct}\">{}</sst>",
            self.items
        )
    }
}

/// Lists that do not fit into a validation; they go to a hidden sheet.
#[derive(Default)]
struct Lists {
    columns: Vec<Vec<String>>,
}

const LISTS: &str = "选项";

impl Lists {
    /// The formula that names a list.
    fn formula(&mut self, list: &[String]) -> String {
        let joined = list.join(",");
        let plain = list.iter().all(|item| !item.contains([',', '"']) && item.trim() == item);
        if plain && joined.encode_utf16().count() <= 255 {
            return format!("\"{joined}\"");
        }
        let at = self.columns.iter().position(|known| known == list).unwrap_or_else(|| {
            self.columns.push(list.to_vec());
            self.columns.len() - 1
        });
        let column = column_letters(at);
        format!("{LISTS}!${column}$1:${column}${}", list.len())
    }

    fn sheet(&self) -> OutSheet {
        let longest = self.columns.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |column: &Vec<String>, row: usize| {
            super::OutCell::plain(column.get(row).cloned().unwrap_or_default())
        };
        let rows = (0..longest).map(|row| self.columns.iter().map(|c| cell(c, row)).collect()).collect();
        OutSheet { rows, ..OutSheet::default() }
    }
}

/// Names without what names may not have, cut and told apart as spreadsheets demand.
fn names(sheets: &[OutSheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let clean: String = sheet
            .name
            .chars()
            .map(|c| {
                if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() { '_' } else { c }
            })
            .collect();
        let clean = clean.trim_matches('\'').trim();
        let base = if clean.is_empty() { format!("Sheet{}", at + 1) } else { clean.to_owned() };
        let mut name: String = base.chars().take(31).collect();
        let mut number = 2;
        while name.to_lowercase() == LISTS || names.iter().any(|n| n.to_lowercase() == name.to_lowercase()) {
            name = format!("{} ({number})", base.chars().take(25).collect::<String>());
            number += 1;
        }
        names.push(name);
    }
    names
}

/// Writes the parts of one sheet and says whether it has notes.
fn write_sheet(
    sheet: &OutSheet,
    number: usize,
    strings: &mut Strings,
    lists: &mut Lists,
    out: &mut Out,
) -> Result<bool, WriteError> {
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0).max(sheet.column_widths.len());
    if sheet.rows.len() > MOST_ROWS || columns > MOST_COLUMNS {
        return Err(WriteError::TooLarge(sheet.name.clone()));
    }
    out.start(&format!("xl/worksheets/sheet{number}.xml"))?;
    head(sheet, number == 1, columns, &mut out.text);
    let letters: Vec<String> = (0..columns).map(column_letters).collect();
    let mut notes: Vec<Note<'_>> = Vec::new();
    for (at, row) in sheet.rows.iter().enumerate() {
        if row.iter().all(|c| c.text.is_empty() && c.style == OutStyle::Plain && c.comment.is_none()) {
            continue;
        }
        _ = write!(out.text, "<row r=\"{}\">", at + 1);
        for (column, cell) in row.iter().enumerate() {
            if cell.text.len() > LONGEST_CELL && cell.text.encode_utf16().count() > LONGEST_CELL {
                return Err(WriteError::CellTooLong {
                    sheet: sheet.name.clone(),
                    row: at as u32 + 1,
                    column: column as u32 + 1,
                });
            }
            if let Some(comment) = cell.comment.as_deref().filter(|c| !c.is_empty()) {
                notes.push((at, column, comment));
            }
            let (letters, row, style) = (&letters[column], at + 1, styles::index(cell.style));
            if !cell.text.is_empty() {
                let text = strings.number(&cell.text);
                _ = write!(out.text, "<c r=\"{letters}{row}\" s=\"{style}\" t=\"s\"><v>{text}</v></c>");
            } else if cell.style != OutStyle::Plain {
                _ = write!(out.text, "<c r=\"{letters}{row}\" s=\"{style}\"/>");
            }
        }
        out.text.push_str("</row>");
        if out.text.len() > CHUNK {
            out.flush()?;
        }
    }
    out.text.push_str("</sheetData>");
    validations(sheet, lists, &mut out.text);
    if !notes.is_empty() {
        _ = write!(
            out.text,
            "<legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             r:id=\"rId1\"/>"
        );
    }
    out.text.push_str("</worksheet>");
    out.flush()?;
    if !notes.is_empty() {
        out.part(&format!("xl/worksheets/_rels/sheet{number}.xml.rels"), &parts::sheet_relations(number))?;
        out.part(&format!("xl/comments{number}.xml"), &parts::comments(&notes))?;
        out.part(&format!("xl/drawings/vmlDrawing{number}.vml"), &parts::note_boxes(number, &notes))?;
    }
    Ok(!notes.is_empty())
}

fn head(sheet: &OutSheet, selected: bool, columns: usize, out: &mut String) {
    _ = write!(out, "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView");
    if selected {
        out.push_str(" tabSelected=\"1\"");
    }
    out.push_str(" workbookViewId=\"0\">");
    if sheet.freeze_rows > 0 {
        let rows = sheet.freeze_rows;
        _ = write!(
            out,
            "<pane ySplit=\"{rows}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/>\
             <selection pane=\"bottomLeft\"/>",
            rows + 1
        );
    }
    out.push_str("</sheetView></sheetViews>");
    if columns > 0 {
        out.push_str("<cols>");
        for column in 0..columns {
            let width = sheet.column_widths.get(column).copied().filter(|&w| w > 0).unwrap_or(12).min(255);
            let style = styles::index(OutStyle::Plain);
            _ = write!(
                out,
                "<col min=\"{0}\" max=\"{0}\" width=\"{width}\" style=\"{style}\" customWidth=\"1\"/>",
                column + 1
            );
        }
        out.push_str("</cols>");
    }
    out.push_str("<sheetData>");
}

fn validations(sheet: &OutSheet, lists: &mut Lists, out: &mut String) {
    let given: Vec<_> = sheet.validations.iter().filter(|(_, list)| !list.is_empty()).collect();
    if given.is_empty() {
        return;
    }
    _ = write!(out, "<dataValidations count=\"{}\">", given.len());
    let first = sheet.freeze_rows as usize + 1;
    let last = sheet.rows.len().max(first + LIST_ROWS - 1).min(MOST_ROWS);
    for (column, list) in given {
        let letters = column_letters(*column);
        _ = write!(
            out,
            "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"0\" \
             sqref=\"{letters}{first}:{letters}{last}\"><formula1>"
        );
        escape(&lists.formula(list), out);
        out.push_str("</formula1></dataValidation>");
    }
    out.push_str("</dataValidations>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheet_names_are_legal_and_differ() {
        let sheet = |name: &str| OutSheet { name: name.to_owned(), ..OutSheet::default() };
        let long = "行".repeat(40);
        let names = names(&[sheet("a/b"), sheet("A_B"), sheet(""), sheet(&long), sheet("选项")]);
        assert_eq!(names[..3], ["a_b", "A_B (2)", "Sheet3"]);
        assert_eq!(names[3].chars().count(), 31);
        assert_eq!(names[4], "选项 (2)");
    }

    #[test]
    fn a_text_that_no_cell_holds_is_refused() {
        let cell = |length: usize| super::super::OutCell::plain("长".repeat(length));
        let sheet = |cell| OutSheet { rows: vec![vec![], vec![cell]], ..OutSheet::default() };
        assert!(xlsx(&[sheet(cell(32_767))]).is_ok());
        let error = xlsx(&[sheet(cell(32_768))]).unwrap_err();
        assert!(matches!(error, WriteError::CellTooLong { row: 2, column: 1, .. }), "{error}");
    }
}
