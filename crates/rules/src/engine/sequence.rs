//! Index of the records by the numbers that one rule gives them, kept while records change.

use precheck_schema::{Kind, Table};
use rustc_hash::FxHashMap;

use super::places::Places;
use crate::context::{Context, RowCx};
use crate::finding::{RowRef, RuleId};
use crate::rule::SequenceCheck;

/// A number of a sequence. Sequences are counted in the order in which their keys were met.
pub(super) type Number = (u32, u64);

/// What a rule says of a number: the record, the one before it, the number of the finding.
pub(super) type SequenceHit = (RowRef, RowRef, u32);

/// The records of one kind by the sequence and the number that one rule gives them.
#[derive(Debug, Clone)]
pub(super) struct SequenceIndex {
    pub(super) rule: RuleId,
    pub(super) kind: Kind,
    keys: FxHashMap<String, u32>,
    /// Sorted.
    entries: Vec<(Number, RowRef)>,
    /// Number of each row of each table, to find its entry again.
    numbers: Vec<Vec<Option<Number>>>,
}

impl SequenceIndex {
    pub(super) fn new(rule: RuleId, kind: Kind, tables: &[Table]) -> Self {
        let bound = |table: &Table| if table.kind == kind { table.row_bound() } else { 0 };
        let numbers = tables.iter().map(|table| vec![None; bound(table)]).collect();
        Self { rule, kind, keys: FxHashMap::default(), entries: Vec::new(), numbers }
    }

    /// Takes a record up; [`SequenceIndex::seal`] ends it.
    pub(super) fn add(&mut self, check: SequenceCheck, row: &RowCx<'_>, record: RowRef, key: &mut String) {
        let number = self.number(check, row, key);
        self.numbers[record.table as usize][record.row.0 as usize] = number;
        self.entries.extend(number.map(|number| (number, record)));
    }

    /// Puts the records that were taken up in order.
    pub(super) fn seal(&mut self) {
        self.entries.sort_unstable();
    }

    fn number(&mut self, check: SequenceCheck, row: &RowCx<'_>, key: &mut String) -> Option<Number> {
        key.clear();
        let number = (check.key)(row, key)?;
        if let Some(&sequence) = self.keys.get(key.as_str()) {
            return Some((sequence, number));
        }
        let sequence = self.keys.len() as u32;
        self.keys.insert(key.clone(), sequence);
        Some((sequence, number))
    }

    /// What the rule says of all numbers.
    pub(super) fn judge_all(&self, check: SequenceCheck, tables: &[Table]) -> Vec<SequenceHit> {
        let mut hits = Vec::new();
        let mut before: Option<&[(Number, RowRef)]> = None;
        for run in self.entries.chunk_by(|a, b| a.0 == b.0) {
            if let Some(before) = before.filter(|before| before[0].0.0 == run[0].0.0) {
                hits.extend(judge(check, tables, before, run));
            }
            before = Some(run);
        }
        hits
    }

    /// Reads a record anew (or forgets it, where `present` is false) and names the numbers of which the rule may
    /// say something else now: its former and its present one, and those that follow them.
    pub(super) fn refresh(
        &mut self,
        check: SequenceCheck,
        tables: &[Table],
        cx: &Context<'_>,
        record: RowRef,
        present: bool,
    ) -> Vec<Number> {
        let table = &tables[record.table as usize];
        if self.numbers.len() < tables.len() {
            self.numbers.resize(tables.len(), Vec::new());
        }
        let bound = table.row_bound();
        if self.numbers[record.table as usize].len() < bound {
            self.numbers[record.table as usize].resize(bound, None);
        }
        let after = if present {
            self.number(check, &RowCx::new(cx, table, record.row), &mut String::new())
        } else {
            None
        };
        let slot = &mut self.numbers[record.table as usize][record.row.0 as usize];
        let before = std::mem::replace(slot, after);
        if before != after {
            if let Some(Ok(at)) = before.map(|number| self.entries.binary_search(&(number, record))) {
                self.entries.remove(at);
            }
            if let Some((number, Err(at))) = after.map(|n| (n, self.entries.binary_search(&(n, record)))) {
                self.entries.insert(at, (number, record));
            }
        }
        let mut touched = Vec::new();
        for number in [before, after].into_iter().flatten() {
            let end = self.entries.partition_point(|entry| entry.0 <= number);
            touched.push(number);
            touched.extend(self.entries.get(end).map(|entry| entry.0).filter(|next| next.0 == number.0));
        }
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    /// The records with a number.
    pub(super) fn members(&self, number: Number) -> &[(Number, RowRef)] {
        let start = self.entries.partition_point(|entry| entry.0 < number);
        let end = self.entries.partition_point(|entry| entry.0 <= number);
        &self.entries[start..end]
    }

    /// What the rule says of one number.
    pub(super) fn judge(
        &self,
        check: SequenceCheck,
        tables: &[Table],
        number: Number,
    ) -> Option<SequenceHit> {
        let start = self.entries.partition_point(|entry| entry.0 < number);
        let before = self.entries[..start].last().map(|entry| entry.0).filter(|b| b.0 == number.0)?;
        let run = self.members(number);
        if run.is_empty() { None } else { judge(check, tables, self.members(before), run) }
    }
}

/// Judges a run of records with one number, after the run of the next smaller one.
fn judge(
    check: SequenceCheck,
    tables: &[Table],
    before: &[(Number, RowRef)],
    run: &[(Number, RowRef)],
) -> Option<SequenceHit> {
    let arg = (check.judge)(before[0].0.1, run[0].0.1)?;
    Some((first(tables, run)?, first(tables, before)?, arg))
}

/// The record that stands first in the batch.
fn first(tables: &[Table], run: &[(Number, RowRef)]) -> Option<RowRef> {
    let places = Places::of(tables, run.iter().map(|entry| entry.1));
    run.iter().map(|entry| entry.1).min_by_key(|record| (record.table, places.position(tables, *record)))
}
