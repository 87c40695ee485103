//! Where records stand in the batch.

use precheck_schema::{RowId, Table};

use crate::finding::RowRef;

/// Positions of rows in their tables, looked up one by one for few rows, in a list made once for many.
pub(super) struct Places {
    lists: Vec<Option<Vec<u32>>>,
}

/// Up to so many rows are looked up one by one.
const FEW: usize = 64;

impl Places {
    pub(super) fn of(tables: &[Table], records: impl ExactSizeIterator<Item = RowRef>) -> Self {
        let mut lists = vec![None; tables.len()];
        if records.len() > FEW {
            for record in records {
                let list = &mut lists[record.table as usize];
                if list.is_none() {
                    let table = &tables[record.table as usize];
                    let mut positions = vec![u32::MAX; table.row_bound()];
                    for (position, row) in table.rows().iter().enumerate() {
                        positions[row.0 as usize] = position as u32;
                    }
                    *list = Some(positions);
                }
            }
        }
        Self { lists }
    }

    /// Position of a record in its table; past all others for one that was taken out.
    pub(super) fn position(&self, tables: &[Table], RowRef { table, row: RowId(row) }: RowRef) -> usize {
        match &self.lists[table as usize] {
            Some(list) => list[row as usize] as usize,
            None => tables[table as usize].position(RowId(row)).unwrap_or(usize::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use precheck_schema::{Kind, Table};

    use super::{FEW, Places};
    use crate::finding::RowRef;

    #[test]
    fn few_and_many_are_found_where_they_stand() {
        let mut table = Table::empty(Kind::Penalty);
        // Each row goes before the others: the later its number, the further in front it stands.
        let rows: Vec<_> = (0..=FEW).map(|_| table.insert_row(0)).collect();
        let tables = [table];
        let refs: Vec<_> = rows.iter().map(|&row| RowRef { table: 0, row }).collect();
        for some in [&refs[..FEW], &refs[..]] {
            let places = Places::of(&tables, some.iter().copied());
            for (made, &record) in some.iter().enumerate() {
                assert_eq!(places.position(&tables, record), FEW - made);
            }
        }
    }
}
