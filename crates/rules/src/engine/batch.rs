//! Index of the records by the key of one batch rule, kept while records change.

use std::hash::BuildHasher;

use precheck_schema::{Kind, Table};
use rustc_hash::FxBuildHasher;

use super::places::Places;
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
    pub(super) fn new(rule: RuleId, kind: Kind, tables: &[Table]) -> Self {
        let bound = |table: &Table| if table.kind == kind { table.row_bound() } else { 0 };
        let hashes = tables.iter().map(|table| vec![NONE; bound(table)]).collect();
        Self { rule, kind, entries: Vec::new(), hashes }
    }

    /// Takes a record up; [`BatchIndex::seal`] ends it.
    pub(super) fn add(&mut self, check: BatchCheck, row: &RowCx<'_>, record: RowRef, key: &mut String) {
        let hash = key_hash(check, row, key);
        self.hashes[record.table as usize][record.row.0 as usize] = hash;
        if hash != NONE {
            self.entries.push((hash, record));
        }
    }

    /// Puts the records that were taken up in order.
    pub(super) fn seal(&mut self) {
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
        let places = Places::of(tables, members.iter().map(|entry| entry.1));
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

fn key_hash(check: BatchCheck, row: &RowCx<'_>, key: &mut String) -> u64 {
    key.clear();
    if (check.key)(row, key) { FxBuildHasher.hash_one(key.as_str()).max(1) } else { NONE }
}
