//! What leaves and what stays behind, and why.

use precheck_export::{Record, lacking};
use precheck_rules::{Finding, Judgement, RowRef, Severity};
use precheck_schema::template::Template;
use precheck_schema::{Kind, RowId};

use crate::api;
use crate::job::Job;

/// Why a record stays behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stay {
    /// It has an error, or its table has one that holds for every record.
    Errors,
    /// It has a warning that nobody confirmed.
    Warnings,
    /// The template requires columns that it does not fill: their headers.
    Lacking(Vec<String>),
}

impl Job {
    /// Tables of a kind, by index.
    pub(crate) fn tables_of(&self, kind: Kind) -> impl Iterator<Item = usize> + '_ {
        (0..self.tables.len()).filter(move |&t| self.tables[t].kind == kind)
    }

    /// Whether an error about the table as a whole (C006: a required column is missing) keeps all its records.
    pub(crate) fn is_blocked(&self, table: usize) -> bool {
        self.judgement.of_table(table).iter().any(|f| f.severity == Severity::Error)
    }

    /// Why a record stays behind; none where it leaves. Without a template only findings count.
    pub(crate) fn stay(&self, table: usize, row: RowId, template: Option<&Template>) -> Option<Stay> {
        let worst = self.stats[table].get(row.0 as usize).map_or(0, |stat| stat.worst);
        if worst == 3 || self.is_blocked(table) {
            return Some(Stay::Errors);
        }
        if worst == 2 {
            return Some(Stay::Warnings);
        }
        let record = Record { table: &self.tables[table], row };
        let headers = template.map_or(Vec::new(), |t| lacking(t, record, &self.settings.profile));
        (!headers.is_empty()).then_some(Stay::Lacking(headers))
    }

    /// Whether a finding keeps its record behind: errors always, warnings until they are confirmed.
    pub(crate) fn holds_back(&self, table: usize, finding: &Finding) -> bool {
        match finding.severity {
            Severity::Error => true,
            Severity::Warning => finding
                .row
                .is_some_and(|row| self.confirmation(RowRef { table: table as u16, row }, finding).is_none()),
            Severity::Info => false,
        }
    }

    /// The findings that keep a record behind, those about its table among them, in the order of its columns.
    pub(crate) fn holding_back(&self, table: usize, row: RowId) -> Vec<Finding> {
        let of_table = self.judgement.of_table(table).iter();
        let of_row = self.judgement.of_row(table, row).iter();
        let mut findings: Vec<Finding> =
            of_table.chain(of_row).filter(|f| self.holds_back(table, f)).copied().collect();
        findings.sort_by_key(|f| Judgement::sort_key(&self.tables[table], f));
        findings
    }

    /// Records of a kind that leave with a template, in the order of the tables.
    pub(crate) fn leaving(
        &self,
        kind: Kind,
        template: &Template,
        options: &api::DeliverOptions,
    ) -> Vec<Record<'_>> {
        let tables = self.tables_of(kind);
        let records = tables.flat_map(|t| self.tables[t].rows().iter().map(move |&row| (t, row)));
        records
            .filter(|&(t, row)| self.stay(t, row, Some(template)).is_none())
            .filter(|&(t, row)| !self.is_left_out(t, row, options))
            .map(|(t, row)| Record { table: &self.tables[t], row })
            .collect()
    }
}
