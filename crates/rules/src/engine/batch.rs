//! Index of the records by the key of one batch rule, kept while records change.

use std::hash::BuildHasher;

use precheck_schema::{Kind, RowId, Table};
use rustc_hash::FxBuildHasher;

use crate::context::{Context, RowCx};
use crate::finding::{RowRef, RuleId};
use crate::group::{Group, GroupHits};
use crate::rule::BatchCheck;

/// No group.
const NONE: u64 = 0;

/// The records of one kind by the key that one rule gives them.
#[derive(Debug, Clone)]
pub(super) struct BatchIndex {
    pub(super) rule: RuleId,
    pub(super) kind: Kind,
    /// Sorted. Keys are hashes: groups are parted by their true keys when they are judged.
    entries: Vec<(u64, RowRef)>,
    /// Hash of each row of each table, to find its entry again.
    hashes: Vec<Vec<u64>>,
}

impl BatchIndex {
    pub(super) fn new(rule: RuleId, kind: Kind) -> Self {
        Self { rule, kind, entries: Vec::new(), hashes: Vec::new() }
    }

    /// Reads every record anew.
    pub(super) fn fill(&mut self, check: BatchCheck, tables: &[Table], cx: &Context<'_>) {
        self.entries.clear();
        self.hashes = vec![Vec::new(); tables.len()];
        let mut key = String::new();
        for (number, table) in tables.iter().enumerate().filter(|(_, t)| t.kind == self.kind) {
            let hashes = &mut self.hashes[number];
            hashes.resize(table.row_bound(), NONE);
            for &row in table.rows() {
                let hash = key_hash(check, &RowCx::new(cx, table, row), &mut key);
                hashes[row.0 as usize] = hash;
                if hash != NONE {
                    self.entries.push((hash, RowRef { table: number as u16, row }));
                }
            }
        }
        self.entries.sort_unstable();
    }

    /// Hashes of all groups of two records or more.
    pub(super) fn groups(&self) -> Vec<u64> {
        let runs = self.entries.chunk_by(|a, b| a.0 == b.0);
        runs.filter(|run| run.len() > 1).map(|run| run[0].0).collect()
    }

    /// Reads a record anew (or forgets it, where `present` is false) and names the groups that may judge
    /// otherwise now.
    pub(super) fn refresh(
        &mut self,
        check: BatchCheck,
        tables: &[Table],
        cx: &Context<'_>,
        record: RowRef,
        present: bool,
    ) -> Vec<u64> {
        let table = &tables[record.table as usize];
        if self.hashes.len() < tables.len() {
            self.hashes.resize(tables.len(), Vec::new());
        }
        let hashes = &mut self.hashes[record.table as usize];
        if hashes.len() < table.row_bound() {
            hashes.resize(table.row_bound(), NONE);
        }
        let row = record.row.0 as usize;
        let before = hashes[row];
        let after = if present {
            key_hash(check, &RowCx::new(cx, table, record.row), &mut String::new())
        } else {
            NONE
        };
        if before != after {
            if before != NONE
                && let Ok(at) = self.entries.binary_search(&(before, record))
            {
                self.entries.remove(at);
            }
            if after != NONE
                && let Err(at) = self.entries.binary_search(&(after, record))
            {
                self.entries.insert(at, (after, record));
            }
            hashes[row] = after;
        }
        let mut touched = vec![before, after];
        touched.retain(|&hash| hash != NONE);
        touched.dedup();
        touched
    }

    /// The records of a group, by hash, in no order that means anything.
    pub(super) fn members(&self, hash: u64) -> &[(u64, RowRef)] {
        let start = self.entries.partition_point(|entry| entry.0 < hash);
        let end = self.entries.partition_point(|entry| entry.0 <= hash);
        &self.entries[start..end]
    }

    /// Judges a group and gives its hits as record, field, other record, number.
    pub(super) fn judge(
        &self,
        check: BatchCheck,
        tables: &[Table],
        cx: &Context<'_>,
        hash: u64,
        mut report: impl FnMut(RowRef, precheck_schema::FieldKey, Option<RowRef>, u32),
    ) {
        let members = self.members(hash);
        if members.len() < 2 {
            return;
        }
        let mut keyed: Vec<(String, (u16, usize), RowRef)> = Vec::with_capacity(members.len());
        let places = Places::of(tables, members);
        for &(_, record) in members {
            let mut key = String::new();
            (check.key)(&RowCx::new(cx, &tables[record.table as usize], record.row), &mut key);
            keyed.push((key, (record.table, places.position(tables, record)), record));
        }
        keyed.sort_unstable();
        for group in keyed.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
            let rows: Vec<RowRef> = group.iter().map(|(_, _, record)| *record).collect();
            let mut hits = GroupHits::default();
            (check.judge)(&Group { cx, tables, rows: &rows }, &mut hits);
            for (position, field, other, arg) in hits.hits {
                report(rows[position], field, other.map(|o| rows[o]), arg);
            }
        }
    }
}

/// Positions of rows in their tables, looked up one by one for few rows, in a list made once for many.
struct Places {
    lists: Vec<Option<Vec<u32>>>,
}

impl Places {
    fn of(tables: &[Table], members: &[(u64, RowRef)]) -> Self {
        let mut lists = vec![None; tables.len()];
        if members.len() > 64 {
            for &(_, record) in members {
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

    fn position(&self, tables: &[Table], RowRef { table, row: RowId(row) }: RowRef) -> usize {
        match &self.lists[table as usize] {
            Some(list) => list[row as usize] as usize,
            None => tables[table as usize].position(RowId(row)).unwrap_or(usize::MAX),
        }
    }
}

fn key_hash(check: BatchCheck, row: &RowCx<'_>, key: &mut String) -> u64 {
    key.clear();
    if (check.key)(row, key) { FxBuildHasher.hash_one(key.as_str()).max(1) } else { NONE }
}
