//! Filling a [`Grid`] within bounds.

use precheck_schema::grid::{CellKind, CellTag, Column, Grid, Merge};
use precheck_schema::pool::StrId;

use crate::error::ReadError;
use crate::limits::{Limit, Limits};

/// Hears how far reading is: what is done and how much there is, in any unit.
pub(crate) type Progress<'p> = &'p dyn Fn(u64, u64);

/// What a whole workbook has used up.
pub(crate) struct Budget<'p> {
    pub(crate) limits: Limits,
    pub(crate) progress: Progress<'p>,
    cells: u64,
    text_bytes: u64,
    merges: usize,
}

impl<'p> Budget<'p> {
    #[cfg(test)]
    pub(crate) fn new(limits: Limits) -> Self {
        Self::reporting(limits, &|_, _| ())
    }

    pub(crate) fn reporting(limits: Limits, progress: Progress<'p>) -> Self {
        Self { limits, progress, cells: 0, text_bytes: 0, merges: 0 }
    }

    pub(crate) fn over(&self, limit: Limit) -> ReadError {
        ReadError::OverLimit { limit, allowed: limit.of(&self.limits) }
    }

    pub(crate) fn sheets(&self, sheets: usize) -> Result<(), ReadError> {
        if sheets > self.limits.sheets { Err(self.over(Limit::Sheets)) } else { Ok(()) }
    }
}

/// A sheet being filled.
pub(crate) struct Builder<'b, 'p> {
    pub(crate) grid: Grid,
    budget: &'b mut Budget<'p>,
}

impl<'b, 'p> Builder<'b, 'p> {
    pub(crate) fn new(name: &str, budget: &'b mut Budget<'p>) -> Self {
        Self { grid: Grid { name: name.to_owned(), ..Grid::default() }, budget }
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.budget.limits
    }

    pub(crate) fn over(&self, limit: Limit) -> ReadError {
        self.budget.over(limit)
    }

    pub(crate) fn progress(&self) -> Progress<'p> {
        self.budget.progress
    }

    /// Stores a cell; an empty text stores nothing. Rows and columns count from 0.
    pub(crate) fn put(&mut self, row: u32, column: usize, text: &str, tag: CellTag) -> Result<(), ReadError> {
        if text.is_empty() {
            return Ok(());
        }
        let id = self.intern(text)?;
        self.put_id(row, column, id, tag)
    }

    /// The number of a text in the pool of the sheet. A few bytes of a format can stand for many of text, so
    /// the text of all sheets together is bounded as what a zip inflates to.
    pub(crate) fn intern(&mut self, text: &str) -> Result<StrId, ReadError> {
        let before = self.grid.pool.text_bytes();
        let id = self.grid.pool.intern(text);
        self.budget.text_bytes += (self.grid.pool.text_bytes() - before) as u64;
        if self.budget.text_bytes > self.budget.limits.inflated_bytes {
            return Err(self.budget.over(Limit::InflatedBytes));
        }
        Ok(id)
    }

    /// Stores a cell whose text is in the pool already.
    pub(crate) fn put_id(
        &mut self,
        row: u32,
        column: usize,
        id: StrId,
        tag: CellTag,
    ) -> Result<(), ReadError> {
        if id == StrId::EMPTY {
            return Ok(());
        }
        let grid = &mut self.grid;
        if column >= grid.columns.len() {
            if column >= self.budget.limits.columns {
                return Err(self.budget.over(Limit::Columns));
            }
            grid.columns.resize_with(column + 1, Column::default);
        }
        if row >= self.budget.limits.rows {
            return Err(self.budget.over(Limit::Rows));
        }
        // A lone cell far below makes its column long: what counts is what memory is taken for.
        let length = grid.columns[column].len();
        if row >= length {
            self.budget.cells += u64::from(row - length) + 1;
            if self.budget.cells > self.budget.limits.cells {
                return Err(self.budget.over(Limit::Cells));
            }
        }
        grid.columns[column].set(row, id, tag);
        grid.rows = grid.rows.max(row + 1);
        Ok(())
    }

    /// Stores a text.
    pub(crate) fn text(&mut self, row: u32, column: usize, text: &str) -> Result<(), ReadError> {
        self.put(row, column, text, CellTag::new(CellKind::Text))
    }

    /// Notes a merged region. Regions of one cell are none.
    pub(crate) fn merge(&mut self, merge: Merge) -> Result<(), ReadError> {
        if merge.first_row >= merge.last_row && merge.first_column >= merge.last_column {
            return Ok(());
        }
        self.budget.merges += 1;
        if self.budget.merges > self.budget.limits.merges {
            return Err(self.budget.over(Limit::Merges));
        }
        self.grid.merges.push(merge);
        Ok(())
    }

    /// The sheet as filled.
    pub(crate) fn finish(mut self) -> Grid {
        self.grid.hidden_rows.sort_unstable();
        self.grid.hidden_rows.dedup();
        let rows = self.grid.rows;
        self.grid.hidden_rows.retain(|&row| row < rows);
        self.grid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_far_cell_costs_its_column_only() {
        let mut budget = Budget::new(Limits::default());
        let mut builder = Builder::new("", &mut budget);
        builder.text(1_048_575, 16_383, "x").unwrap();
        let grid = builder.finish();
        assert_eq!((grid.rows, grid.columns.len()), (1_048_576, 16_384));
        assert_eq!(budget.cells, 1_048_576);
    }

    #[test]
    fn bounds_hold() {
        let limits = Limits { cells: 10, columns: 4, rows: 100, merges: 1, ..Limits::default() };
        let refused = |row, column| {
            let mut budget = Budget::new(limits);
            let error = Builder::new("", &mut budget).text(row, column, "x").unwrap_err();
            let ReadError::OverLimit { limit, allowed } = error else { panic!("{error}") };
            (limit, allowed)
        };
        assert_eq!(refused(10, 0), (Limit::Cells, 10));
        assert_eq!(refused(0, 4), (Limit::Columns, 4));
        assert_eq!(refused(100, 0), (Limit::Rows, 100));
        let mut budget = Budget::new(limits);
        let mut builder = Builder::new("", &mut budget);
        let merge = |last_row| Merge { first_row: 0, first_column: 0, last_row, last_column: 0 };
        builder.merge(merge(0)).unwrap();
        builder.merge(merge(1)).unwrap();
        assert_eq!(builder.merge(merge(2)).unwrap_err().key(), "over-limit");
    }
}
