//! A group of records that a batch rule judges together.

use crate::context::{Context, RowCx};
use crate::finding::RowRef;
use precheck_schema::{FieldKey, Table};

/// Records with the same key, in the order of the batch: the tables of the job in turn, each from top to bottom.
pub struct Group<'a> {
    pub(crate) cx: &'a Context<'a>,
    pub(crate) tables: &'a [Table],
    pub(crate) rows: &'a [RowRef],
}

impl<'a> Group<'a> {
    /// How many records there are: two or more.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Never true.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A record by its position in the group.
    pub fn row(&self, position: usize) -> RowCx<'a> {
        let RowRef { table, row } = self.rows[position];
        RowCx::new(self.cx, &self.tables[table as usize], row)
    }
}

/// Where a batch check reports.
#[derive(Debug, Default)]
pub struct GroupHits {
    /// Position in the group, field, position of the record that the finding names, number.
    pub(crate) hits: Vec<(usize, FieldKey, Option<usize>, u32)>,
}

impl GroupHits {
    /// A finding at a field of the record at `position` that names the record at `other`.
    pub fn naming(&mut self, position: usize, field: FieldKey, other: usize) {
        self.hits.push((position, field, Some(other), 0));
    }
}
