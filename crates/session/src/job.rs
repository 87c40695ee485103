//! One open job.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, VecDeque};

use precheck_rules::{Finding, FixKind, Judgement, RowCx, RowRef, RuleId, catalogue};
use precheck_schema::table::StoredCell;
use precheck_schema::{FieldKey, RowId, Table};

use crate::again::Again;
use crate::api;
use crate::deadline::days_left;
use crate::history::History;
use crate::listing::Listings;
use crate::log::ChangeLog;
use crate::say::Said;
use crate::settings::Settings;
use crate::stats::{RowStat, TableStats};

/// Where a table came from.
#[derive(Debug, Clone, Default)]
pub(crate) struct TableOrigin {
    pub(crate) source: usize,
    /// Index of the sheet in its file.
    pub(crate) sheet: usize,
    pub(crate) name: String,
    pub(crate) unmapped: Vec<(String, String, String)>,
}

/// A confirmation: why, and for which value of the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Confirmation {
    pub(crate) reason: String,
    pub(crate) value: String,
}

/// A finding by what does not move: table, row, field, rule.
pub(crate) type FindingKey = (u16, RowId, FieldKey, precheck_rules::RuleId);

/// One open job: sources, tables, findings, edits.
///
/// Open it with [`Job::open_begin`], [`Job::open_source`] for each source and [`Job::judge_step`] until it
/// gives none; then [`Job::handle`] answers everything else. The same calls in the same order give the same
/// answers and the same row ids, so that a page can replay them in a fresh engine.
pub struct Job {
    pub(crate) settings: Settings,
    pub(crate) pending: VecDeque<api::Source>,
    pub(crate) sources: Vec<api::SourceView>,
    /// Size and SM3 digest of each source; no digest where records were handed over without a file.
    pub(crate) digests: Vec<(u64, String)>,
    pub(crate) tables: Vec<Table>,
    pub(crate) origins: Vec<TableOrigin>,
    pub(crate) judgement: Judgement,
    pub(crate) stats: Vec<TableStats>,
    /// Table and row position up to which rows are judged; none when all is.
    pub(crate) cursor: Option<(usize, usize)>,
    /// What is judged again after a change of many records; none when nothing is.
    pub(crate) again: Option<Again>,
    /// Whether rules over several records have taken up no record yet: changes are judged again in steps.
    pub(crate) ungathered: bool,
    /// Open findings when judging ended, with those that were handled before the settings changed.
    pub(crate) initial_open: usize,
    /// Findings that were handled before the settings changed last.
    pub(crate) handled_before: usize,
    pub(crate) confirmed: HashMap<FindingKey, Confirmation>,
    /// What another profile would change, while it is looked at.
    pub(crate) effect: Option<crate::effect::Effect>,
    /// What left before, for the comparison before an export.
    pub(crate) left: crate::compare::Left,
    /// Cells as they stood when the job was opened, where they were changed since.
    pub(crate) before: HashMap<(u16, RowId, FieldKey), StoredCell>,
    pub(crate) history: History,
    pub(crate) log: ChangeLog,
    pub(crate) revision: u64,
    pub(crate) listings: RefCell<Listings>,
    /// By rule, where it was asked: how many findings of each record have a proposal.
    pub(crate) proposals: RefCell<BTreeMap<RuleId, BTreeMap<RowRef, usize>>>,
}

impl Job {
    /// A job without sources.
    pub fn new(settings: Settings) -> Self {
        let judgement = Judgement::begin(&[], &settings.context());
        Self {
            settings,
            pending: VecDeque::new(),
            sources: Vec::new(),
            digests: Vec::new(),
            tables: Vec::new(),
            origins: Vec::new(),
            judgement,
            stats: Vec::new(),
            cursor: None,
            again: None,
            ungathered: false,
            initial_open: 0,
            handled_before: 0,
            confirmed: HashMap::new(),
            effect: None,
            left: HashMap::new(),
            before: HashMap::new(),
            history: History::default(),
            log: ChangeLog::default(),
            revision: 0,
            listings: RefCell::default(),
            proposals: RefCell::default(),
        }
    }

    /// The settings in use.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The tables.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// The findings.
    pub fn judgement(&self) -> &Judgement {
        &self.judgement
    }

    /// Starts judging everything anew.
    pub(crate) fn judge_begin(&mut self) {
        self.end_again();
        self.judgement = Judgement::begin(&self.tables, &self.settings.context());
        self.proposals.borrow_mut().clear();
        self.stats = self.tables.iter().map(|_| TableStats::default()).collect();
        self.cursor = Some((0, 0));
        self.touch();
    }

    /// Judges up to `rows` more records; none when everything is judged.
    pub fn judge_step(&mut self, rows: usize) -> Option<api::Progress> {
        if self.again.is_some() {
            return self.again_step(rows);
        }
        let (mut table, mut position) = self.cursor?;
        let mut left = rows.max(1);
        let cx = self.settings.context();
        let mut judged: Vec<RowRef> = Vec::new();
        while left > 0 && table < self.tables.len() {
            let end = position.saturating_add(left).min(self.tables[table].len());
            self.judgement.judge_rows(&self.tables, &cx, table, position..end);
            let rows = &self.tables[table].rows()[position..end];
            judged.extend(rows.iter().map(|&row| RowRef { table: table as u16, row }));
            left -= end - position;
            position = end;
            if position == self.tables[table].len() {
                (table, position) = (table + 1, 0);
            }
        }
        for record in judged {
            self.count(record, true);
        }
        if table < self.tables.len() {
            self.cursor = Some((table, position));
            self.touch();
            let before: usize = self.tables[..table].iter().map(Table::len).sum();
            return Some(api::Progress {
                stage: "judging".to_owned(),
                name: String::new(),
                done: (before + position) as u64,
                total: self.tables.iter().map(Table::len).sum::<usize>() as u64,
            });
        }
        self.judgement.finish(&self.tables, &self.settings.context());
        self.cursor = None;
        for table in 0..self.tables.len() {
            for position in 0..self.tables[table].len() {
                let row = self.tables[table].rows()[position];
                // Counted while its own rules judged it; rules over several records may have added findings.
                let counted = self.stats[table].get(row.0 as usize).map(RowStat::findings);
                if counted != Some(self.judgement.of_row(table, row).len()) {
                    self.count(RowRef { table: table as u16, row }, true);
                }
            }
        }
        self.initial_open = self.handled_before + self.open_count();
        self.touch();
        None
    }

    /// Judges everything.
    pub fn judge_all(&mut self) {
        if self.is_judged() {
            self.judge_begin();
        }
        while self.judge_step(usize::MAX).is_some() {}
    }

    /// Whether everything is judged.
    pub fn is_judged(&self) -> bool {
        self.cursor.is_none() && self.again.is_none()
    }

    /// Whether a record is counted: whether it is among the rows of its table.
    pub(crate) fn is_counted(&self, record: RowRef) -> bool {
        self.stats[record.table as usize].get(record.row.0 as usize).is_some()
    }

    /// Counts a record anew; one that is no longer among the rows of its table counts for nothing.
    pub(crate) fn count(&mut self, record: RowRef, present: bool) {
        let number = record.table as usize;
        let stat = present.then(|| {
            let cx = self.settings.context();
            let row = RowCx::new(&cx, &self.tables[number], record.row);
            let findings = self.judgement.of_row(number, record.row);
            let mut stat = RowStat::new(days_left(&row));
            for finding in findings {
                let mendable = catalogue().rule(finding.rule).fix == FixKind::Safe
                    && Said::new(&cx, &self.tables, number, finding, self.settings.lang).fix().is_some();
                stat.add(finding, self.confirmation(record, finding).is_some(), mendable);
            }
            stat
        });
        self.stats[record.table as usize].set(record.row.0 as usize, stat);
    }

    /// Why a finding of a record is confirmed; none where it is open.
    pub(crate) fn confirmation(&self, record: RowRef, finding: &Finding) -> Option<&Confirmation> {
        if self.confirmed.is_empty() {
            return None;
        }
        let field = finding.field?;
        let confirmation = self.confirmed.get(&(record.table, record.row, field, finding.rule))?;
        let table = &self.tables[record.table as usize];
        (table.cell(record.row, field).text == confirmation.value).then_some(confirmation)
    }

    /// Findings that are neither mended nor confirmed.
    pub(crate) fn open_count(&self) -> usize {
        let tables = (0..self.tables.len()).map(|t| self.judgement.of_table(t).len());
        self.stats.iter().map(|s| s.open).sum::<usize>() + tables.sum::<usize>()
    }

    /// Findings that were mended or confirmed since the job was opened.
    pub(crate) fn handled(&self) -> usize {
        self.initial_open.saturating_sub(self.open_count())
    }

    /// Notes that something changed: lists made before are out of date.
    pub(crate) fn touch(&mut self) {
        self.revision += 1;
        self.listings.borrow_mut().clear();
    }
}
