//! 比对台账: which records of the batch left before, and which of them say something else since.

use std::collections::HashMap;

use precheck_ledger::content_id;
use precheck_rules::RowCx;
use precheck_schema::{FieldKey, Kind, RowId};

use crate::api;
use crate::job::Job;
use crate::ledger::id;

/// Records that left: id, hash of what the record said then; empty: not known.
pub(crate) type Left = HashMap<String, String>;

/// A record beside what left before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compared {
    /// It did not leave, or was sent back.
    Fresh,
    /// It left and says something else now, or nobody knows what it said.
    Changed,
    /// It left as it is.
    Same,
}

/// How many records of a kind are what.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counts {
    pub(crate) fresh: usize,
    pub(crate) changed: usize,
    pub(crate) same: usize,
}

/// Ids with contents as the ledger tells them: `id`, or `id:content`.
pub(crate) fn read(told: &[String]) -> Left {
    let pair = |text: &String| {
        let (id, content) = text.split_once(':').unwrap_or((text, ""));
        (id.to_owned(), content.to_owned())
    };
    told.iter().map(pair).collect()
}

/// The hash of what a record says. Who supplies it within the organisation is no part of it.
pub(crate) fn content(row: &RowCx<'_>) -> String {
    let fields = row.kind().fields().iter().filter(|field| field.key != FieldKey::Handler);
    content_id(fields.map(|field| (field.key.key(), row.value(field.key))))
}

impl Job {
    /// A record beside what left before.
    pub(crate) fn compared(&self, table: usize, row: RowId) -> Compared {
        if self.left.is_empty() {
            return Compared::Fresh;
        }
        let cx = self.settings.context();
        let record = RowCx::new(&cx, &self.tables[table], row);
        match self.left.get(&id(&record)) {
            None => Compared::Fresh,
            Some(then) if !then.is_empty() && *then == content(&record) => Compared::Same,
            Some(_) => Compared::Changed,
        }
    }

    /// Whether a record is left out because it left before as it is.
    pub(crate) fn is_left_out(&self, table: usize, row: RowId, options: &api::DeliverOptions) -> bool {
        options.only_news && self.compared(table, row) == Compared::Same
    }

    /// The records of a kind beside what left before.
    pub(crate) fn compare(&self, kind: Kind) -> Counts {
        let mut counts = Counts::default();
        for table in self.tables_of(kind) {
            for &row in self.tables[table].rows() {
                match self.compared(table, row) {
                    Compared::Fresh => counts.fresh += 1,
                    Compared::Changed => counts.changed += 1,
                    Compared::Same => counts.same += 1,
                }
            }
        }
        counts
    }

    /// A batch left: its records are compared with what they said now, from now on.
    pub(crate) fn note_left(&mut self, records: &[api::ExportedRecord]) {
        self.left.extend(records.iter().map(|one| (one.facts.id.clone(), one.facts.content.clone())));
    }

    /// The line of the preflight list.
    pub(crate) fn compared_line(&self, counts: Counts) -> Option<api::PreflightView> {
        if self.left.is_empty() {
            return None;
        }
        let Counts { fresh, changed, same } = counts;
        let text = if changed + same == 0 {
            self.text(
                "与台账已导出的记录不重复".to_owned(),
                "No record is among those that left before".to_owned(),
            )
        } else {
            self.text(
                format!("台账比对：新增 {fresh} 条，导出后有变更 {changed} 条，与上次导出相同 {same} 条"),
                format!("Beside the ledger: {fresh} new, {changed} changed since they left, {same} the same"),
            )
        };
        let known = self.left.len();
        Some(api::PreflightView {
            state: if same == 0 { "ok" } else { "warning" }.to_owned(),
            text,
            note: self.text(format!("比对 {known} 条"), format!("{known} compared")),
            severity: String::new(),
            rule: String::new(),
        })
    }
}
