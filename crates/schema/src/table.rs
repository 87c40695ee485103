//! A table of records of one kind: the columns of a [`Grid`] with their meaning, plus what the clerk changes.

use crate::field::FieldKey;
use crate::grid::{CellKind, CellTag, Column, Grid};
use crate::kind::Kind;
use crate::normalize::{Unit, normalize};
use crate::pool::{Pool, StrId};
use std::borrow::Cow;
use std::collections::HashSet;

/// A row that keeps its identity while rows are inserted, deleted and sorted around it. Rows of the source
/// file have the number of their sheet row, counted from 0; rows added later follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId(pub u32);

/// Why a row of the sheet is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOutReason {
    /// Every cell is blank.
    Blank,
    /// Stands above the header, or repeats it.
    Title,
    /// 合计, 填表人, 审核人, 备注 and the like below the records.
    Tail,
    /// The example of a blank table: its first cell says so.
    Example,
    /// The workbook hides it, and the user asked to leave hidden rows out.
    Hidden,
}

impl LeftOutReason {
    /// Stable name, as in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Title => "title",
            Self::Tail => "tail",
            Self::Example => "example",
            Self::Hidden => "hidden",
        }
    }
}

/// A row of the sheet that is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Row as the spreadsheet numbers it, from 1.
    pub row: u32,
    /// Why.
    pub reason: LeftOutReason,
    /// Its texts, joined by a space.
    pub text: String,
}

/// What a column of the source means.
#[derive(Debug, Clone, Default)]
pub struct ColumnMeaning {
    /// Header text as it stands in the file; empty for columns that the page added.
    pub header: String,
    /// Column of the sheet, counted from 0; none for columns that the page added.
    pub source: Option<u16>,
    /// The field it holds, if any.
    pub field: Option<FieldKey>,
    /// The unit that the header names.
    pub unit: Unit,
}

/// One column of a table.
#[derive(Debug, Clone, Default)]
pub struct TableColumn {
    /// What it means.
    pub meaning: ColumnMeaning,
    /// Its cells by [`RowId`].
    pub cells: Column,
    /// How many of its cells hold text, counted for columns that no source has.
    filled: u32,
}

/// A cell as it was read or typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its kind.
    pub tag: CellTag,
}

/// A stored cell, cheap to keep for undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct StoredCell {
    id: StrId,
    tag: CellTag,
}

/// Records of one kind from one sheet.
#[derive(Debug, Clone)]
pub struct Table {
    /// Which kind of record.
    pub kind: Kind,
    /// Name of the sheet; empty for text files.
    pub name: String,
    /// Row of the header as the spreadsheet numbers it, from 1; none where there is no header.
    pub header_row: Option<u32>,
    /// Rows of the sheet that are no records.
    pub left_out: Vec<LeftOut>,
    /// Whether serial dates count from 1904.
    pub date_1904: bool,
    pool: Pool,
    columns: Vec<TableColumn>,
    by_field: [Option<u16>; FieldKey::COUNT],
    order: Vec<RowId>,
    source_rows: u32,
    next_row: u32,
}

impl Table {
    /// An empty table with no source, for records that are typed in.
    pub fn empty(kind: Kind) -> Self {
        Self::from_grid(kind, Grid::default(), None, Vec::new(), Vec::new())
    }

    /// A table from a sheet: `meanings` says what each column is (columns of the sheet that it does not name
    /// stay unmapped), `left_out` which rows below the header are no records. `header_row` counts from 1;
    /// rows above it and the header itself are no records either and need not be listed.
    ///
    /// Two meanings may share a source column: the values of 统一社会信用代码/注册号 are split between them
    /// afterwards with [`Table::split_identifiers`].
    pub fn from_grid(
        kind: Kind,
        mut grid: Grid,
        header_row: Option<u32>,
        meanings: Vec<ColumnMeaning>,
        left_out: Vec<LeftOut>,
    ) -> Self {
        let mut columns: Vec<TableColumn> = Vec::with_capacity(grid.columns.len().max(meanings.len()));
        let mut taken = vec![false; grid.columns.len()];
        for meaning in meanings {
            let cells = match meaning.source {
                Some(source) if !std::mem::replace(&mut taken[source as usize], true) => {
                    std::mem::take(&mut grid.columns[source as usize])
                }
                _ => Column::default(),
            };
            columns.push(TableColumn { meaning, cells, filled: 0 });
        }
        for (source, cells) in grid.columns.into_iter().enumerate() {
            if !taken[source] {
                let header =
                    header_row.map_or(String::new(), |row| grid.pool.get(cells.get(row - 1).0).to_owned());
                let meaning =
                    ColumnMeaning { header, source: Some(source as u16), ..ColumnMeaning::default() };
                columns.push(TableColumn { meaning, cells, filled: 0 });
            }
        }
        let mut by_field = [None; FieldKey::COUNT];
        for (position, column) in columns.iter().enumerate() {
            if let Some(field) = column.meaning.field {
                by_field[field as usize].get_or_insert(position as u16);
            }
        }
        let first = header_row.unwrap_or(0);
        let mut skipped = left_out.iter().map(|l| l.row - 1).filter(|&r| r >= first).collect::<Vec<_>>();
        skipped.sort_unstable();
        let order = (first..grid.rows).filter(|row| skipped.binary_search(row).is_err()).map(RowId).collect();
        Self {
            kind,
            name: grid.name,
            header_row,
            left_out,
            date_1904: grid.date_1904,
            pool: grid.pool,
            columns,
            by_field,
            order,
            source_rows: grid.rows,
            next_row: grid.rows,
        }
    }

    /// Moves to the second identifier column what has no shape of a 统一社会信用代码: `is_registration_no`
    /// judges the text of each cell. Both fields must be mapped to the same source column.
    pub fn split_identifiers(&mut self, is_registration_no: impl Fn(&str) -> bool) {
        let (Some(from), Some(to)) =
            (self.by_field[FieldKey::Uscc as usize], self.by_field[FieldKey::RegistrationNo as usize])
        else {
            return;
        };
        for position in 0..self.order.len() {
            let row = self.order[position];
            let (id, tag) = self.columns[from as usize].cells.get(row.0);
            if is_registration_no(self.pool.get(id)) {
                self.columns[to as usize].cells.set(row.0, id, tag);
                self.columns[from as usize].cells.set(row.0, StrId::EMPTY, CellTag::default());
            }
        }
    }

    /// Records in order.
    pub fn rows(&self) -> &[RowId] {
        &self.order
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// One more than the greatest [`RowId`] that was ever given: the length of a side table by row.
    pub fn row_bound(&self) -> usize {
        self.next_row as usize
    }

    /// Row as the spreadsheet numbers it, from 1; none for a row that was added in the page.
    pub fn source_row(&self, row: RowId) -> Option<u32> {
        (row.0 < self.source_rows).then_some(row.0 + 1)
    }

    /// Number of a row among those that were added in the page, from 1; 0 for a row of the source.
    pub fn added_number(&self, row: RowId) -> u32 {
        (row.0 + 1).saturating_sub(self.source_rows)
    }

    /// The columns, first those that the source maps, then unmapped and added ones.
    pub fn columns(&self) -> &[TableColumn] {
        &self.columns
    }

    /// The texts of all cells.
    pub fn pool(&self) -> &Pool {
        &self.pool
    }

    /// Position of the column that holds a field.
    pub fn column_of(&self, field: FieldKey) -> Option<usize> {
        self.by_field[field as usize].map(usize::from)
    }

    /// Whether some column holds the field: one of the source, or one that the page added and that is not
    /// blank from top to bottom.
    pub fn has_field(&self, field: FieldKey) -> bool {
        self.column_of(field).is_some_and(|c| {
            let column = &self.columns[c];
            column.meaning.source.is_some() || column.filled > 0
        })
    }

    /// The cell of a field, blank where no column holds it.
    pub fn cell(&self, row: RowId, field: FieldKey) -> Cell<'_> {
        match self.by_field[field as usize] {
            Some(column) => self.cell_at(row, column as usize),
            None => Cell { text: "", tag: CellTag::default() },
        }
    }

    /// The cell of a column position.
    pub fn cell_at(&self, row: RowId, column: usize) -> Cell<'_> {
        let (id, tag) = self.columns[column].cells.get(row.0);
        Cell { text: self.pool.get(id), tag }
    }

    /// Number of a field's text in the pool, for rules that judge each distinct text once.
    pub fn text_id(&self, row: RowId, field: FieldKey) -> StrId {
        self.by_field[field as usize].map_or(StrId::EMPTY, |c| self.columns[c as usize].cells.get(row.0).0)
    }

    /// The unit that the header of a field's column names.
    pub fn unit(&self, field: FieldKey) -> Unit {
        self.by_field[field as usize].map_or(Unit::None, |c| self.columns[c as usize].meaning.unit)
    }

    /// The value that rules judge and exports write: the cell's text normalised for its field.
    pub fn value(&self, row: RowId, field: FieldKey) -> Cow<'_, str> {
        let cell = self.cell(row, field);
        normalize(field, cell.text, cell.tag.kind(), self.unit(field), self.date_1904)
    }

    /// Writes a text that the clerk typed or a fix made, and returns what stood there.
    pub fn set_text(&mut self, row: RowId, field: FieldKey, text: &str) -> StoredCell {
        let cell = self.store_text(text);
        self.restore(row, field, cell)
    }

    /// Writes back a stored cell and returns what stood there: undo and redo.
    pub fn restore(&mut self, row: RowId, field: FieldKey, cell: StoredCell) -> StoredCell {
        let column = self.ensure_column(field);
        let column = &mut self.columns[column];
        let (id, tag) = column.cells.get(row.0);
        column.cells.set(row.0, cell.id, cell.tag);
        let (new, old) = (u32::from(cell.id != StrId::EMPTY), u32::from(id != StrId::EMPTY));
        column.filled = (column.filled + new).saturating_sub(old);
        StoredCell { id, tag }
    }

    /// A text as a stored cell, to be written later with [`Table::restore`].
    pub fn store_text(&mut self, text: &str) -> StoredCell {
        let kind = if text.is_empty() { CellKind::Blank } else { CellKind::Text };
        StoredCell { id: self.pool.intern(text), tag: CellTag::new(kind) }
    }

    /// The cell of a field as it is stored.
    pub fn stored(&self, row: RowId, field: FieldKey) -> StoredCell {
        self.by_field[field as usize].map_or(StoredCell::default(), |c| {
            let (id, tag) = self.columns[c as usize].cells.get(row.0);
            StoredCell { id, tag }
        })
    }

    /// Text of a stored cell.
    pub fn stored_text(&self, cell: StoredCell) -> &str {
        self.pool.get(cell.id)
    }

    /// Adds a blank record at a position (the number of records appends) and returns it.
    pub fn insert_row(&mut self, position: usize) -> RowId {
        let row = self.new_row();
        self.restore_row(row, position);
        row
    }

    /// The id of a new blank record, which [`Table::restore_row`] puts into the order.
    pub fn new_row(&mut self) -> RowId {
        let row = RowId(self.next_row);
        self.next_row += 1;
        row
    }

    /// Forgets the record that [`Table::new_row`] gave last: its id is given again. Its cells must be blank and it
    /// must stand in no order.
    pub fn forget_row(&mut self, row: RowId) {
        debug_assert!(self.position(row).is_none(), "the row was taken out before");
        if row.0 + 1 == self.next_row && row.0 >= self.source_rows {
            self.next_row -= 1;
        }
    }

    /// Takes a record out of the order, its cells stay for undo; returns its position.
    pub fn remove_row(&mut self, row: RowId) -> Option<usize> {
        let position = self.position(row)?;
        self.order.remove(position);
        Some(position)
    }

    /// Puts a record back that was taken out.
    pub fn restore_row(&mut self, row: RowId, position: usize) {
        debug_assert!(self.position(row).is_none(), "the row was taken out before");
        self.order.insert(position.min(self.order.len()), row);
    }

    /// Takes many records out in one pass; returns them with the positions at which they stood, in order.
    pub fn remove_rows(&mut self, rows: &[RowId]) -> Vec<(RowId, usize)> {
        let rows: HashSet<RowId> = rows.iter().copied().collect();
        let mut taken = Vec::with_capacity(rows.len());
        let mut position = 0;
        self.order.retain(|&row| {
            let leaves = rows.contains(&row);
            if leaves {
                taken.push((row, position));
            }
            position += 1;
            !leaves
        });
        taken
    }

    /// Puts records back in one pass, each at the position that it has afterwards; positions ascend.
    pub fn restore_rows(&mut self, rows: &[(RowId, usize)]) {
        let mut order = Vec::with_capacity(self.order.len() + rows.len());
        let mut there = self.order.iter().copied();
        for &(row, position) in rows {
            while order.len() < position {
                let Some(next) = there.next() else { break };
                order.push(next);
            }
            order.push(row);
        }
        order.extend(there);
        self.order = order;
    }

    /// Position of a record in the order.
    pub fn position(&self, row: RowId) -> Option<usize> {
        // Without insertions and deletions the order is ascending, and this is the common case.
        match self.order.binary_search(&row) {
            Ok(position) => Some(position),
            Err(_) => self.order.iter().position(|&r| r == row),
        }
    }

    fn ensure_column(&mut self, field: FieldKey) -> usize {
        if let Some(column) = self.by_field[field as usize] {
            return column as usize;
        }
        let meaning = ColumnMeaning { field: Some(field), ..ColumnMeaning::default() };
        self.columns.push(TableColumn { meaning, cells: Column::default(), filled: 0 });
        let column = self.columns.len() - 1;
        self.by_field[field as usize] = Some(column as u16);
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Table {
        let mut grid = Grid::default();
        let text = CellTag::new(CellKind::Text);
        for (row, cells) in
            [["表", "", ""], ["名称", "代码", "别的"], ["甲", "1", "x"], ["", "", ""], ["乙", "2", "y"]]
                .iter()
                .enumerate()
        {
            for (column, value) in cells.iter().enumerate().filter(|(_, v)| !v.is_empty()) {
                grid.put(row as u32, column, value, text);
            }
        }
        let meaning = |source, field| ColumnMeaning {
            header: String::new(),
            source: Some(source),
            field: Some(field),
            unit: Unit::None,
        };
        Table::from_grid(
            Kind::Penalty,
            grid,
            Some(2),
            vec![meaning(0, FieldKey::EnterpriseName), meaning(1, FieldKey::Uscc)],
            vec![LeftOut { row: 4, reason: LeftOutReason::Blank, text: String::new() }],
        )
    }

    #[test]
    fn rows_keep_the_numbers_of_the_sheet() {
        let table = sample();
        assert_eq!(table.rows(), [RowId(2), RowId(4)]);
        assert_eq!(table.source_row(RowId(4)), Some(5));
        assert_eq!(table.cell(RowId(4), FieldKey::EnterpriseName).text, "乙");
        assert_eq!(table.columns()[2].meaning.header, "别的");
        assert!(!table.has_field(FieldKey::Remark));
    }

    #[test]
    fn edits_inserts_and_deletions_undo() {
        let mut table = sample();
        let before = table.set_text(RowId(2), FieldKey::Remark, "改");
        assert_eq!(table.cell(RowId(2), FieldKey::Remark).text, "改");
        table.restore(RowId(2), FieldKey::Remark, before);
        assert_eq!(table.cell(RowId(2), FieldKey::Remark).text, "");
        let added = table.insert_row(1);
        assert_eq!(table.rows(), [RowId(2), added, RowId(4)]);
        assert_eq!(table.source_row(added), None);
        let position = table.remove_row(RowId(4)).unwrap();
        assert_eq!(table.rows(), [RowId(2), added]);
        table.restore_row(RowId(4), position);
        assert_eq!(table.rows(), [RowId(2), added, RowId(4)]);
        assert_eq!(table.position(RowId(4)), Some(2));
    }
}
