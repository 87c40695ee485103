//! A sheet as it was read: columns of cells, before anyone knows what the columns mean.

use crate::pool::{Pool, StrId};

/// What the spreadsheet says a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum CellKind {
    /// Nothing.
    #[default]
    Blank = 0,
    /// Text. Every value of a csv file and every value that a clerk typed is text.
    Text = 1,
    /// A number of at most 15 significant digits; its text is plain, without exponent.
    Number = 2,
    /// A number of more than 15 digits: the last ones are lost (rule A029).
    LossyNumber = 3,
    /// A true date or date-time cell; its text is `yyyy-MM-dd`, or `yyyy-MM-dd HH:mm:ss` with a time of day.
    Date = 4,
    /// A logical value; its text is `TRUE` or `FALSE`.
    Bool = 5,
    /// An error value such as `#N/A`; its text is that.
    Error = 6,
}

/// Kind of a cell and whether a formula made it, in one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct CellTag(u8);

impl CellTag {
    const FORMULA: u8 = 0x80;

    /// A cell that holds a plain value.
    pub const fn new(kind: CellKind) -> Self {
        Self(kind as u8)
    }

    /// A cell that holds the result of a formula.
    pub const fn formula(kind: CellKind) -> Self {
        Self(kind as u8 | Self::FORMULA)
    }

    /// What the cell holds.
    pub const fn kind(self) -> CellKind {
        match self.0 & !Self::FORMULA {
            1 => CellKind::Text,
            2 => CellKind::Number,
            3 => CellKind::LossyNumber,
            4 => CellKind::Date,
            5 => CellKind::Bool,
            6 => CellKind::Error,
            _ => CellKind::Blank,
        }
    }

    /// Whether a formula made the value.
    pub const fn is_formula(self) -> bool {
        self.0 & Self::FORMULA != 0
    }
}

/// A column of cells. Rows past its end are blank.
#[derive(Debug, Clone, Default)]
pub struct Column {
    ids: Vec<StrId>,
    tags: Vec<CellTag>,
}

impl Column {
    /// The cell of a row, counted from 0.
    pub fn get(&self, row: u32) -> (StrId, CellTag) {
        let row = row as usize;
        match self.ids.get(row) {
            Some(&id) => (id, self.tags[row]),
            None => (StrId::EMPTY, CellTag::default()),
        }
    }

    /// Writes the cell of a row, counted from 0; rows between are blank.
    pub fn set(&mut self, row: u32, id: StrId, tag: CellTag) {
        let row = row as usize;
        if row >= self.ids.len() {
            if id == StrId::EMPTY && tag == CellTag::default() {
                return;
            }
            self.ids.resize(row + 1, StrId::EMPTY);
            self.tags.resize(row + 1, CellTag::default());
        }
        self.ids[row] = id;
        self.tags[row] = tag;
    }

    /// Rows up to the last that was written.
    pub fn len(&self) -> u32 {
        self.ids.len() as u32
    }

    /// Whether no row was written.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

/// A rectangle of merged cells, both ends included, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Merge {
    pub first_row: u32,
    pub first_column: u32,
    pub last_row: u32,
    pub last_column: u32,
}

/// A sheet as it was read. Row 0 is the row that the spreadsheet numbers 1.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Name of the sheet; empty for text files.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// Texts of its cells.
    pub pool: Pool,
    /// Columns from A.
    pub columns: Vec<Column>,
    /// Rows up to the last with a value.
    pub rows: u32,
    /// Rows that the workbook hides, ascending, counted from 0.
    pub hidden_rows: Vec<u32>,
    /// Columns that the workbook hides, counted from 0.
    pub hidden_columns: Vec<u32>,
    /// Whether the user asked to leave hidden rows out.
    pub leave_out_hidden: bool,
    /// Merged cells.
    pub merges: Vec<Merge>,
    /// Whether serial dates count from 1904 (they are 1462 days later than those from 1900).
    pub date_1904: bool,
}

impl Grid {
    /// Text of a cell, empty outside the sheet.
    pub fn text(&self, row: u32, column: usize) -> &str {
        self.columns.get(column).map_or("", |c| self.pool.get(c.get(row).0))
    }

    /// Kind of a cell, blank outside the sheet.
    pub fn tag(&self, row: u32, column: usize) -> CellTag {
        self.columns.get(column).map_or(CellTag::default(), |c| c.get(row).1)
    }

    /// Stores a cell, growing the sheet as needed.
    pub fn put(&mut self, row: u32, column: usize, text: &str, tag: CellTag) {
        if column >= self.columns.len() {
            self.columns.resize_with(column + 1, Column::default);
        }
        let id = self.pool.intern(text);
        self.columns[column].set(row, id, tag);
        self.rows = self.rows.max(row + 1);
    }

    /// Whether every cell of a row is blank once white space is gone.
    pub fn row_is_blank(&self, row: u32) -> bool {
        self.columns.iter().all(|c| self.pool.get(c.get(row).0).trim().is_empty())
    }
}

/// Name of a column as a spreadsheet shows it: 0 is `A`, 26 is `AA`.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    String::from_utf8(letters).expect("only A to Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), name);
        }
    }

    #[test]
    fn a_column_grows_by_what_it_holds() {
        let mut pool = Pool::default();
        let mut column = Column::default();
        column.set(3, StrId::EMPTY, CellTag::default());
        assert!(column.is_empty(), "a blank cell past the end is blank anyway");
        column.set(1, StrId::EMPTY, CellTag::new(CellKind::Text));
        assert_eq!((column.len(), column.get(1).1.kind()), (2, CellKind::Text));
        let text = pool.intern("无");
        column.set(5, text, CellTag::default());
        assert_eq!((column.len(), column.get(5).0), (6, text));
        column.set(5, StrId::EMPTY, CellTag::default());
        assert_eq!((column.len(), column.get(5).0), (6, StrId::EMPTY));
    }

    #[test]
    fn cells_outside_are_blank() {
        let mut grid = Grid::default();
        grid.put(2, 1, "无", CellTag::new(CellKind::Text));
        assert_eq!((grid.rows, grid.text(2, 1), grid.text(9, 9)), (3, "无", ""));
        assert!(grid.row_is_blank(0) && !grid.row_is_blank(2));
        assert_eq!(grid.tag(0, 1).kind(), CellKind::Blank);
    }
}
