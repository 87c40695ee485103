//! HTML tables in the wild: what web systems offer as "Excel" under .xls names, and what Excel saves as a page.
//!
//! Rows are numbered as a spreadsheet shows them that opens the file: tables one below the other, and each
//! paragraph outside them in a row of its own.

use precheck_schema::grid::{CellKind, CellTag, Grid, Merge};

use super::{count, failure};
use crate::build::{Budget, Builder};
use crate::error::ReadError;
use crate::markup::{Markup, Tag, Token, decode_into};
use crate::value::number;

/// Most columns and rows that a cell may span, as in the HTML standard (4.9.11).
const MOST_COLUMNS: u32 = 1000;
const MOST_ROWS: u32 = 65_534;

/// Reads every table of a page into one sheet. A page without tables is no spreadsheet.
pub(crate) fn read(text: &str, budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    let limits = budget.limits;
    let mut markup = Markup::new(text.as_bytes(), limits.token_bytes);
    let mut page = Page {
        builder: Builder::new("", budget),
        row: 0,
        row_used: false,
        row_filled: false,
        column: 0,
        spans: Vec::new(),
        outer: Vec::new(),
        cell: None,
        text: String::new(),
        skipped: None,
        tables: 0,
    };
    loop {
        match markup.next().map_err(|error| failure("HTML", &error, &limits))? {
            Token::Eof => break,
            Token::Start(tag) => page.start(&tag)?,
            Token::End(name) => page.end(name)?,
            Token::Text(text) if page.skipped.is_none() => page.text(text),
            _ => {}
        }
    }
    page.close_cell()?;
    page.paragraph()?;
    if page.tables == 0 {
        return Err(ReadError::NoSheet);
    }
    Ok(vec![page.builder.finish()])
}

/// A `<td>` or `<th>` being read.
struct Cell {
    column: u32,
    /// The number behind what the page shows.
    number: Option<String>,
    formula: bool,
}

struct Page<'b, 'p> {
    builder: Builder<'b, 'p>,
    row: u32,
    /// Whether the row was begun.
    row_used: bool,
    /// Whether it holds a value.
    row_filled: bool,
    column: u32,
    /// Rows that each column is still covered from above, this one included.
    spans: Vec<u32>,
    /// Columns at which the tables around start.
    outer: Vec<Vec<u32>>,
    cell: Option<Cell>,
    text: String,
    /// Element whose content is no text.
    skipped: Option<&'static [u8]>,
    tables: u32,
}

const NO_TEXT: [&[u8]; 5] = [b"style", b"script", b"title", b"xml", b"head"];

impl Page<'_, '_> {
    fn start(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        let name = tag.name.to_ascii_lowercase();
        if self.skipped == Some(b"head") && matches!(&*name, b"body" | b"table") {
            // A head that nobody closed.
            self.skipped = None;
        }
        if self.skipped.is_some() {
            return Ok(());
        }
        if let Some(&element) = NO_TEXT.iter().find(|&&n| n == name) {
            if !tag.empty {
                self.skipped = Some(element);
            }
            return Ok(());
        }
        match &*name {
            b"table" => self.open_table()?,
            b"tr" => self.open_row(tag)?,
            b"td" | b"th" => self.open_cell(tag)?,
            b"br" if self.cell.is_some() => self.line_break(),
            b"p" | b"div" | b"li" if self.cell.is_some() && !self.text.trim_ascii().is_empty() => {
                self.line_break();
            }
            b"br" | b"p" | b"div" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"caption" | b"body" | b"hr" => {
                self.paragraph()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), ReadError> {
        let name = name.to_ascii_lowercase();
        if let Some(element) = self.skipped {
            if name == element {
                self.skipped = None;
            }
            return Ok(());
        }
        match &*name {
            b"td" | b"th" => self.close_cell()?,
            b"tr" => self.close_row()?,
            b"table" => {
                self.close_row()?;
                self.spans = self.outer.pop().unwrap_or_default();
            }
            b"p" | b"div" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"caption" | b"body" | b"html"
                if self.cell.is_none() =>
            {
                self.paragraph()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &[u8]) {
        // Line ends and runs of blanks in the source are one blank on the page.
        let mut decoded = String::new();
        decode_into(text, &mut decoded);
        for c in decoded.chars() {
            if c.is_ascii_whitespace() {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
            } else {
                self.text.push(c);
            }
        }
    }

    fn line_break(&mut self) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        self.text.push('\n');
    }

    /// Text outside cells stands in a row of its own.
    fn paragraph(&mut self) -> Result<(), ReadError> {
        if self.cell.is_some() {
            return Ok(());
        }
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        if !text.is_empty() {
            self.end_used_row();
            self.builder.text(self.row, 0, text)?;
            self.row = self.row.saturating_add(1);
        }
        Ok(())
    }

    fn open_table(&mut self) -> Result<(), ReadError> {
        self.close_cell()?;
        self.paragraph()?;
        // A table in a layout table starts in the row that its cell stands in.
        self.row_used &= self.row_filled;
        self.end_used_row();
        self.tables += 1;
        self.outer.push(std::mem::take(&mut self.spans));
        if self.outer.len() > 64 {
            // Nobody nests so deep; what is forgotten are row spans of the outermost tables.
            self.outer.remove(0);
        }
        Ok(())
    }

    fn open_row(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        self.close_cell()?;
        self.paragraph()?;
        self.end_used_row();
        self.column = 0;
        self.row_used = true;
        if hides(tag) {
            self.builder.grid.hidden_rows.push(self.row);
        }
        Ok(())
    }

    fn close_row(&mut self) -> Result<(), ReadError> {
        self.close_cell()?;
        self.end_used_row();
        Ok(())
    }

    fn end_used_row(&mut self) {
        if std::mem::take(&mut self.row_used) {
            self.row = self.row.saturating_add(1);
            self.spans.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
            self.column = 0;
        }
        self.row_filled = false;
    }

    fn open_cell(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        self.close_cell()?;
        self.text.clear();
        self.row_used = true;
        while self.spans.get(self.column as usize).is_some_and(|&rows| rows > 0) {
            self.column += 1;
        }
        let span = |name, most| count(tag.attribute(name), most).unwrap_or(1).max(1);
        let (across, down) = (span("colspan", MOST_COLUMNS), span("rowspan", MOST_ROWS));
        let column = self.column;
        if across > 1 || down > 1 {
            self.builder.merge(Merge {
                first_row: self.row,
                first_column: column,
                last_row: self.row.saturating_add(down - 1),
                last_column: column + across - 1,
            })?;
        }
        let last = (column + across) as usize;
        if last > self.builder.limits().columns {
            return Err(self.builder.over(crate::limits::Limit::Columns));
        }
        if down > 1 {
            if self.spans.len() < last {
                self.spans.resize(last, 0);
            }
            self.spans[column as usize..last].fill(down);
        }
        self.column += across;
        // `x:num` of Excel, `sdval` of LibreOffice.
        let number =
            tag.attribute("num").or_else(|| tag.attribute("sdval")).map(std::borrow::Cow::into_owned);
        self.cell = Some(Cell { column, number, formula: tag.attribute("fmla").is_some() });
        if tag.empty {
            self.close_cell()?;
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), ReadError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let text = std::mem::take(&mut self.text);
        let shown = text.trim_matches([' ', '\n']);
        let mut written = String::new();
        let kind = if let Some(value) = cell.number.as_deref().and_then(|n| behind(n, shown)) {
            number(value, &mut written)
        } else {
            written.push_str(shown);
            CellKind::Text
        };
        self.row_filled |= !written.trim().is_empty();
        let tag = if cell.formula { CellTag::formula(kind) } else { CellTag::new(kind) };
        self.builder.put(self.row, cell.column as usize, &written, tag)
    }
}

/// The number behind a cell that shows one. A cell that shows a date keeps what it shows.
fn behind(attribute: &str, shown: &str) -> Option<f64> {
    let shows: f64 = shown.replace(',', "").parse().ok()?;
    if attribute.trim().is_empty() { Some(shows) } else { attribute.trim().parse().ok() }
}

fn hides(tag: &Tag<'_>) -> bool {
    let style = tag.attribute("style").unwrap_or_default().to_ascii_lowercase();
    style.replace(' ', "").contains("display:none")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn grid(text: &str) -> Grid {
        read(text, &mut Budget::new(Limits::default())).unwrap().remove(0)
    }

    fn rows(text: &str) -> Vec<String> {
        let grid = grid(text);
        let row = |row| (0..grid.columns.len()).map(|c| grid.text(row, c)).collect::<Vec<_>>().join("|");
        (0..grid.rows).map(row).collect()
    }

    #[test]
    fn a_page_as_a_spreadsheet_shows_it() {
        let page = "<html><head><title>x</title><style>td{}</style></head><body><h2>行政处罚 信息表</h2>\n\
                    <table border=1><caption>填报日期</caption><tr><th>企业名称<th>统一社会<br>信用代码</tr>\n\
                    <tr><td> 甲\n  乙 </td><td>&nbsp;1&amp;2</td></tr><tr></tr><tr><td>丙</table>\n\
                    <p>说明：无</p><table><tr><td>填表人</td></tr></table>";
        assert_eq!(
            rows(page),
            [
                "行政处罚 信息表|",
                "填报日期|",
                "企业名称|统一社会\n信用代码",
                "甲 乙|\u{A0}1&2",
                "|",
                "丙|",
                "说明：无|",
                "填表人|"
            ]
        );
    }

    #[test]
    fn spans_move_cells_and_are_merged_regions() {
        let text = "<table><tr><td colspan=2 rowspan=2>A<td>B<tr><td>C<tr><td>D<td>E<td>F</table>";
        assert_eq!(rows(text), ["A||B", "||C", "D|E|F"]);
        let merge = Merge { first_row: 0, first_column: 0, last_row: 1, last_column: 1 };
        assert_eq!(grid(text).merges, [merge]);
    }

    #[test]
    fn a_table_in_a_layout_table() {
        assert_eq!(
            rows(
                "<table><tr><td><table><tr><td>名称</td><td>代码</td></tr><tr><td>甲</td><td>1</td></tr></table></td></tr></table>"
            ),
            ["名称|代码", "甲|1"]
        );
    }

    #[test]
    fn numbers_behind_and_hidden_rows() {
        let grid = grid(
            "<table><tr style='display: none'><td x:num=\"45106\">2023/6/29</td>\
             <td x:num=\"150525199001011234\">1.50525E+17</td><td x:num>5,000</td><td x:num x:fmla=\"=1\">2</td></tr></table>",
        );
        let cell = |column| (grid.text(0, column), grid.tag(0, column).kind());
        assert_eq!(cell(0), ("2023/6/29", CellKind::Text));
        assert_eq!(cell(1), ("150525199001011000", CellKind::LossyNumber));
        assert_eq!(cell(2), ("5000", CellKind::Number));
        assert!(grid.tag(0, 3).is_formula());
        assert_eq!(grid.hidden_rows, [0]);
    }

    #[test]
    fn no_table_and_too_many_columns() {
        let limits = Limits { columns: 100, ..Limits::default() };
        let refused = |text| read(text, &mut Budget::new(limits)).unwrap_err().key();
        assert_eq!(refused("<html><body>登录已过期</body></html>"), "no-sheet");
        assert_eq!(refused("<table><tr><td colspan=101>x"), "over-limit");
        let nested = "<table><tr><td>".repeat(10_000);
        assert!(read(&nested, &mut Budget::new(limits)).is_ok());
    }
}
