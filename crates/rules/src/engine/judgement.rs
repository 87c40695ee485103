//! The findings of a job, kept true while its tables change.

use std::collections::HashSet;

use precheck_schema::{FieldKey, Kind, RowId, Table};

use super::batch::BatchIndex;
use super::memo::Memo;
use super::row;
use super::sequence::{SequenceHit, SequenceIndex};
use crate::catalogue::catalogue;
use crate::context::{Context, RowCx};
use crate::finding::{Finding, RowRef, RuleId, Severity};
use crate::rule::{BatchCheck, Check, RowHits, SequenceCheck};

/// The findings of one table.
#[derive(Debug, Clone, Default)]
struct TableFindings {
    of_table: Vec<Finding>,
    /// By [`RowId`].
    of_rows: Vec<Vec<Finding>>,
    /// Which fields some column holds, one bit each: rules about missing columns depend on it.
    fields: u64,
}

/// The findings of a job: all tables, every rule.
///
/// [`Judgement::full`] judges everything at once; [`Judgement::begin`], [`Judgement::judge_rows`] and
/// [`Judgement::finish`] do the same in steps, for a caller that shows progress. After that
/// [`Judgement::rejudge`] and its like keep the findings equal to what a full run would give.
#[derive(Debug, Clone)]
pub struct Judgement {
    severities: Vec<Option<Severity>>,
    tables: Vec<TableFindings>,
    indices: Vec<BatchIndex>,
    sequences: Vec<SequenceIndex>,
    /// Records whose findings were looked at since the last [`Judgement::take_touched`]; not kept by full runs.
    touched: Vec<RowRef>,
}

impl Judgement {
    /// A judgement with no finding yet.
    pub fn begin(tables: &[Table], cx: &Context<'_>) -> Self {
        let findings = tables.iter().map(|table| TableFindings {
            of_table: Vec::new(),
            of_rows: vec![Vec::new(); table.row_bound()],
            fields: field_set(table),
        });
        let mut judgement = Self {
            severities: catalogue().severities(cx.profile),
            tables: findings.collect(),
            indices: Vec::new(),
            sequences: Vec::new(),
            touched: Vec::new(),
        };
        judgement.empty_indices(tables);
        judgement
    }

    /// Indices in which no record stands yet.
    fn empty_indices(&mut self, tables: &[Table]) {
        self.indices.clear();
        self.sequences.clear();
        for kind in Kind::ALL.into_iter().filter(|&kind| tables.iter().any(|t| t.kind == kind)) {
            for &(id, _) in catalogue().of_kind(kind) {
                if self.severities[id.0 as usize].is_none() {
                    continue;
                }
                match catalogue().rule(id).check {
                    Check::Batch(_) => self.indices.push(BatchIndex::new(id, kind, tables)),
                    Check::Sequence(_) => self.sequences.push(SequenceIndex::new(id, kind, tables)),
                    _ => {}
                }
            }
        }
    }

    /// Judges records of a table by their positions with all rules but those over several records, which take
    /// them up for [`Judgement::finish`].
    pub fn judge_rows(
        &mut self,
        tables: &[Table],
        cx: &Context<'_>,
        table: usize,
        positions: std::ops::Range<usize>,
    ) {
        let catalogue = catalogue();
        let mut hits = RowHits::default();
        let mut found = Vec::new();
        let mut key = String::new();
        let kind = tables[table].kind;
        let mut memo = Memo::new(kind);
        let end = positions.end.min(tables[table].len());
        for position in positions.start..end {
            let id = tables[table].rows()[position];
            let record = RowCx::new(cx, &tables[table], id);
            row::judge(catalogue, &self.severities, &record, Some(&mut memo), &mut hits, &mut found);
            if !found.is_empty() {
                self.tables[table].of_rows[id.0 as usize].extend_from_slice(&found);
                found.clear();
            }
            self.take_up(kind, &record, RowRef { table: table as u16, row: id }, &mut key);
        }
    }

    /// Rules over several records take one up.
    fn take_up(&mut self, kind: Kind, row: &RowCx<'_>, record: RowRef, key: &mut String) {
        for index in self.indices.iter_mut().filter(|index| index.kind == kind) {
            index.add(batch_check(index.rule), row, record, key);
        }
        for index in self.sequences.iter_mut().filter(|index| index.kind == kind) {
            index.add(sequence_check(index.rule), row, record, key);
        }
    }

    /// After many records changed, came or went at once: forgets what was found in them, and in any records among
    /// each other. Gives the records to be judged anew, those that went not among them. They are judged in steps:
    /// [`Judgement::judge_again`] for each of these, [`Judgement::gather`] for all records,
    /// [`Judgement::finish`].
    pub fn begin_again(&mut self, tables: &[Table], changed: &[RowRef]) -> Vec<RowRef> {
        let mut again: Vec<RowRef> = Vec::with_capacity(changed.len());
        for (number, table) in tables.iter().enumerate() {
            let findings = &mut self.tables[number];
            findings.of_rows.resize(table.row_bound().max(findings.of_rows.len()), Vec::new());
            findings.of_rows.iter_mut().for_each(|row| row.retain(|finding| !finding.is_among_records()));
            let of_table = changed.iter().filter(|record| usize::from(record.table) == number);
            of_table.clone().for_each(|record| findings.of_rows[record.row.0 as usize].clear());
            let now = field_set(table);
            // Rules about missing columns say something of every record.
            if std::mem::replace(&mut findings.fields, now) == now {
                let there: HashSet<RowId> = table.rows().iter().copied().collect();
                again.extend(of_table.filter(|record| there.contains(&record.row)));
            } else {
                again.extend(table.rows().iter().map(|&row| RowRef { table: number as u16, row }));
            }
        }
        self.empty_indices(tables);
        self.touched.clear();
        again
    }

    /// Judges records anew with all rules but those over several records; those of one table stand together.
    pub fn judge_again(&mut self, tables: &[Table], cx: &Context<'_>, records: &[RowRef]) {
        let mut hits = RowHits::default();
        let mut found = Vec::new();
        for records in records.chunk_by(|a, b| a.table == b.table) {
            let number = usize::from(records[0].table);
            let mut memo = Memo::new(tables[number].kind);
            for record in records {
                let row = RowCx::new(cx, &tables[number], record.row);
                row::judge(catalogue(), &self.severities, &row, Some(&mut memo), &mut hits, &mut found);
                let findings = &mut self.tables[number].of_rows[record.row.0 as usize];
                findings.clear();
                findings.append(&mut found);
            }
        }
    }

    /// Rules over several records take up the records of a table at these positions.
    pub fn gather(
        &mut self,
        tables: &[Table],
        cx: &Context<'_>,
        table: usize,
        positions: std::ops::Range<usize>,
    ) {
        let mut key = String::new();
        for &row in &tables[table].rows()[positions] {
            let cells = RowCx::new(cx, &tables[table], row);
            self.take_up(tables[table].kind, &cells, RowRef { table: table as u16, row }, &mut key);
        }
    }

    /// Judges tables as wholes and records among each other; call it once, after all rows.
    pub fn finish(&mut self, tables: &[Table], cx: &Context<'_>) {
        for number in 0..tables.len() {
            self.judge_table(tables, cx, number);
        }
        let mut indices = std::mem::take(&mut self.indices);
        for index in &mut indices {
            index.seal();
            let check = batch_check(index.rule);
            for hash in index.groups() {
                self.judge_group(index, check, tables, cx, hash);
            }
        }
        self.indices = indices;
        let mut sequences = std::mem::take(&mut self.sequences);
        for index in &mut sequences {
            index.seal();
            for hit in index.judge_all(sequence_check(index.rule), tables) {
                self.report_sequence(index.rule, hit);
            }
        }
        self.sequences = sequences;
        self.touched.clear();
    }

    /// Judges everything.
    pub fn full(tables: &[Table], cx: &Context<'_>) -> Self {
        let mut judgement = Self::begin(tables, cx);
        for (number, table) in tables.iter().enumerate() {
            judgement.judge_rows(tables, cx, number, 0..table.len());
        }
        judgement.finish(tables, cx);
        judgement
    }

    /// Judges a record anew after some of its cells changed, and the records that it touches.
    pub fn rejudge(&mut self, tables: &[Table], cx: &Context<'_>, record: RowRef, changed: &[FieldKey]) {
        self.refresh(tables, cx, record, Some(changed), true);
    }

    /// Judges a record that was added or put back, and the records that it touches.
    pub fn row_added(&mut self, tables: &[Table], cx: &Context<'_>, record: RowRef) {
        self.refresh(tables, cx, record, None, true);
    }

    /// Forgets a record that was taken out, and judges the records that it touched.
    pub fn row_removed(&mut self, tables: &[Table], cx: &Context<'_>, record: RowRef) {
        self.refresh(tables, cx, record, None, false);
    }

    fn refresh(
        &mut self,
        tables: &[Table],
        cx: &Context<'_>,
        record: RowRef,
        changed: Option<&[FieldKey]>,
        present: bool,
    ) {
        let number = record.table as usize;
        let table = &tables[number];
        let findings = &mut self.tables[number];
        if findings.of_rows.len() < table.row_bound() {
            findings.of_rows.resize(table.row_bound(), Vec::new());
        }
        if findings.fields == field_set(table) {
            self.judge_row(tables, cx, record, present);
        } else {
            findings.fields = field_set(table);
            self.judge_row(tables, cx, record, present);
            for &row in table.rows() {
                self.judge_row(tables, cx, RowRef { row, ..record }, true);
            }
        }
        self.judge_table(tables, cx, number);
        let is_read =
            |reads: &[FieldKey]| changed.is_none_or(|fields| fields.iter().any(|f| reads.contains(f)));
        let mut indices = std::mem::take(&mut self.indices);
        for index in indices.iter_mut().filter(|index| index.kind == table.kind) {
            let check = batch_check(index.rule);
            if !is_read(check.reads) {
                continue;
            }
            let touched = index.refresh(check, tables, cx, record, present);
            self.findings_mut(record).retain(|f| f.rule != index.rule);
            for hash in touched {
                for &(_, member) in index.members(hash) {
                    self.findings_mut(member).retain(|f| f.rule != index.rule);
                }
                self.judge_group(index, check, tables, cx, hash);
            }
        }
        self.indices = indices;
        let mut sequences = std::mem::take(&mut self.sequences);
        for index in sequences.iter_mut().filter(|index| index.kind == table.kind) {
            let check = sequence_check(index.rule);
            if !is_read(check.reads) {
                continue;
            }
            let touched = index.refresh(check, tables, cx, record, present);
            self.findings_mut(record).retain(|f| f.rule != index.rule);
            for number in touched {
                for &(_, member) in index.members(number) {
                    self.findings_mut(member).retain(|f| f.rule != index.rule);
                }
                if let Some(hit) = index.judge(check, tables, number) {
                    self.report_sequence(index.rule, hit);
                }
            }
        }
        self.sequences = sequences;
    }

    /// Replaces the findings of a record's own rules.
    fn judge_row(&mut self, tables: &[Table], cx: &Context<'_>, record: RowRef, present: bool) {
        let catalogue = catalogue();
        let mut found = Vec::new();
        if present {
            let row = RowCx::new(cx, &tables[record.table as usize], record.row);
            row::judge(catalogue, &self.severities, &row, None, &mut RowHits::default(), &mut found);
        }
        let findings = self.findings_mut(record);
        findings.retain(Finding::is_among_records);
        findings.extend(found);
    }

    fn judge_table(&mut self, tables: &[Table], cx: &Context<'_>, number: usize) {
        let catalogue = catalogue();
        let mut hits = RowHits::default();
        let mut found = Vec::new();
        for (id, _) in catalogue.of_kind(tables[number].kind) {
            let rule = catalogue.rule(*id);
            let Some(severity) = self.severities[id.0 as usize] else { continue };
            if let Check::Table(check) = rule.check {
                check(&tables[number], cx, &mut hits);
                found.extend(hits.hits.drain(..).map(|(field, wrong)| Finding {
                    rule: *id,
                    severity: row::weigh(severity, rule.severity, wrong.severity),
                    row: None,
                    field,
                    arg: wrong.arg,
                    other: None,
                }));
            }
        }
        self.tables[number].of_table = found;
    }

    fn judge_group(
        &mut self,
        index: &BatchIndex,
        check: BatchCheck,
        tables: &[Table],
        cx: &Context<'_>,
        hash: u64,
    ) {
        let rule = index.rule;
        let severity = self.severity(rule);
        index.judge(check, tables, cx, hash, |record, field, other, arg| {
            let row = Some(record.row);
            let finding = Finding { rule, severity, row, field: Some(field), arg, other };
            self.tables[record.table as usize].of_rows[record.row.0 as usize].push(finding);
        });
    }

    fn report_sequence(&mut self, rule: RuleId, (record, other, arg): SequenceHit) {
        let (row, field) = (Some(record.row), Some(sequence_check(rule).field));
        let finding = Finding { rule, severity: self.severity(rule), row, field, arg, other: Some(other) };
        self.findings_mut(record).push(finding);
    }

    fn severity(&self, rule: RuleId) -> Severity {
        self.severities[rule.0 as usize].unwrap_or(catalogue().rule(rule).severity)
    }

    /// The records whose findings may have changed since the last call, each once.
    pub fn take_touched(&mut self) -> Vec<RowRef> {
        let mut touched = std::mem::take(&mut self.touched);
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    fn findings_mut(&mut self, record: RowRef) -> &mut Vec<Finding> {
        self.touched.push(record);
        &mut self.tables[record.table as usize].of_rows[record.row.0 as usize]
    }

    /// Findings about a table as a whole.
    pub fn of_table(&self, table: usize) -> &[Finding] {
        &self.tables[table].of_table
    }

    /// Findings of a record, in no order that means anything; see [`sort_key`](Self::sort_key).
    pub fn of_row(&self, table: usize, row: RowId) -> &[Finding] {
        self.tables[table].of_rows.get(row.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// Order of the findings of one table within a row: by column as the file has it, then by code.
    pub fn sort_key(table: &Table, finding: &Finding) -> (usize, &'static str, u32) {
        let column = finding.field.map_or(0, |field| column_rank(table, field));
        (column, catalogue().rule(finding.rule).code, finding.arg)
    }

    /// All findings of a table: those about the table first, then row by row in order.
    pub fn all(&self, tables: &[Table], table: usize) -> Vec<Finding> {
        let mut out = self.of_table(table).to_vec();
        out.sort_by_key(|f| Self::sort_key(&tables[table], f));
        for &row in tables[table].rows() {
            let start = out.len();
            out.extend_from_slice(self.of_row(table, row));
            out[start..].sort_by_key(|f| Self::sort_key(&tables[table], f));
        }
        out
    }

    /// How many findings of each severity a table has: errors, warnings, infos.
    pub fn counts(&self, tables: &[Table], table: usize) -> [usize; 3] {
        let mut counts = [0; 3];
        let rows = tables[table].rows().iter().flat_map(|&row| self.of_row(table, row));
        for finding in self.of_table(table).iter().chain(rows) {
            counts[Severity::Error as usize - finding.severity as usize] += 1;
        }
        counts
    }
}

fn batch_check(rule: RuleId) -> BatchCheck {
    match catalogue().rule(rule).check {
        Check::Batch(check) => check,
        _ => unreachable!("batch indices are made for batch rules"),
    }
}

fn sequence_check(rule: RuleId) -> SequenceCheck {
    match catalogue().rule(rule).check {
        Check::Sequence(check) => check,
        _ => unreachable!("sequence indices are made for sequence rules"),
    }
}

/// Rank of a field's column: columns of the file first, in their order; then fields that no column holds.
fn column_rank(table: &Table, field: FieldKey) -> usize {
    let source = table.column_of(field).and_then(|c| table.columns()[c].meaning.source);
    source.map_or(usize::from(u16::MAX) + 1 + field as usize, usize::from)
}

fn field_set(table: &Table) -> u64 {
    FieldKey::all().iter().filter(|&&f| table.has_field(f)).fold(0, |set, &f| set | 1 << f as u64)
}
