//! Judging after a change of many records: in steps, so that the change is answered at once.
//!
//! What was found in the changed records is forgotten with the change; the records are judged again in steps, and
//! bulk fixes look for what they uncovered. Every request that changes something ends it first, so that the same
//! requests always give the same job, however fast they come.

use std::collections::BTreeSet;

use precheck_rules::{Finding, RowRef, RuleId};
use precheck_schema::{FieldKey, RowId};

use crate::api;
use crate::job::Job;
use crate::stats::RowStat;

/// Records that rules over several records take up in the time in which one is judged.
const GATHERED: usize = 8;

/// Bulk fixes that go on once the changed records are judged.
#[derive(Debug)]
pub(crate) struct FixesGoOn {
    pub(crate) filter: api::FixFilter,
    /// Findings to leave as they are.
    pub(crate) except: BTreeSet<(usize, Option<RowId>, Option<FieldKey>, RuleId)>,
    /// How often they look once more.
    pub(crate) rounds: usize,
}

/// What is still to be judged again.
#[derive(Debug)]
pub(crate) struct Again {
    rows: Vec<RowRef>,
    /// How many of them are judged.
    judged: usize,
    /// Table and position up to which records are taken up by rules over several records.
    taken: (usize, usize),
    pub(crate) fixes: Option<FixesGoOn>,
}

impl Job {
    /// Starts judging records again that were changed, or that came or went.
    pub(crate) fn judge_again(&mut self, changed: &[RowRef]) {
        let rows = self.judgement.begin_again(&self.tables, changed);
        self.proposals.borrow_mut().clear();
        self.again = Some(Again { rows, judged: 0, taken: (0, 0), fixes: None });
    }

    /// Ends what is judged again.
    pub(crate) fn end_again(&mut self) {
        while self.again.is_some() {
            self.again_step(usize::MAX);
        }
    }

    /// Judges up to so many more records again; none when all is judged.
    pub(crate) fn again_step(&mut self, most: usize) -> Option<api::Progress> {
        let mut again = self.again.take()?;
        let most = most.max(1);
        if again.judged < again.rows.len() {
            let end = again.judged.saturating_add(most).min(again.rows.len());
            let rows = &again.rows[again.judged..end];
            self.judgement.judge_again(&self.tables, &self.settings.context(), rows);
            for &record in rows {
                self.count(record, true);
            }
            again.judged = end;
            if end == again.rows.len()
                && let Some(fixes) = again.fixes.take()
                && let Some(more) = self.fix_more(fixes)
            {
                again = more;
            }
        } else if let Some(table) = self.tables.get(again.taken.0) {
            let (number, from) = again.taken;
            let end = from.saturating_add(most.saturating_mul(GATHERED)).min(table.len());
            self.judgement.gather(&self.tables, &self.settings.context(), number, from..end);
            again.taken = if end == table.len() { (number + 1, 0) } else { (number, end) };
        } else {
            self.judgement.finish(&self.tables, &self.settings.context());
            self.count_changed();
            self.touch();
            return None;
        }
        let records: usize = self.tables.iter().map(precheck_schema::Table::len).sum();
        let before: usize = self.tables[..again.taken.0].iter().map(precheck_schema::Table::len).sum();
        let progress = api::Progress {
            stage: "judging".to_owned(),
            name: String::new(),
            done: (again.judged + (before + again.taken.1) / GATHERED) as u64,
            total: (again.rows.len() + records / GATHERED) as u64,
        };
        self.again = Some(again);
        self.touch();
        Some(progress)
    }

    /// Counts the records anew of which rules over several records may say something else.
    fn count_changed(&mut self) {
        for table in 0..self.tables.len() {
            for position in 0..self.tables[table].len() {
                let row = self.tables[table].rows()[position];
                let findings = self.judgement.of_row(table, row);
                let counted = self.stats[table].get(row.0 as usize).map(RowStat::findings);
                if counted != Some(findings.len()) || findings.iter().any(Finding::is_among_records) {
                    self.count(RowRef { table: table as u16, row }, true);
                }
            }
        }
    }
}
