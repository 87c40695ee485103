//! Judging a record while it is typed: alone, as any program may ask, and among the records of its table.

use std::collections::BTreeSet;

use precheck_rules::{RowCx, deadline};
use precheck_schema::amount::Amount;
use precheck_schema::date::{Date, iso};
use precheck_schema::family::Family;
use precheck_schema::{FieldKey, Kind, RowId, violations};

use super::reading::{for_table, reading};
use crate::api::{EntryView, FindingReport, FixReport, ProblemView};
use crate::history::Step;
use crate::job::Job;
use crate::records::Record;
use crate::say::Said;
use crate::settings::Settings;

impl Job {
    /// Judges a record as it is typed.
    pub(crate) fn check_entry(
        &mut self,
        kind: &str,
        record: &Record,
        table: Option<usize>,
        row: Option<u32>,
    ) -> Result<EntryView, ProblemView> {
        let kind = self.kind(kind)?;
        for key in record.keys() {
            self.place_of(kind, key)?;
        }
        let mut view = self.alone(|scratch| scratch.judged_alone(kind, record))?;
        let table = self.table_for(kind, table);
        if let Some(table) = table.filter(|_| self.is_judged()) {
            let known: BTreeSet<(Option<String>, String)> =
                view.findings.iter().map(|finding| (finding.field.clone(), finding.rule.clone())).collect();
            let among = self.among_others(kind, record, table, row.map(RowId));
            let new =
                |finding: &FindingReport| !known.contains(&(finding.field.clone(), finding.rule.clone()));
            view.findings.extend(among.into_iter().filter(new));
        }
        let order = order(kind);
        let place = |finding: &FindingReport| {
            let field = finding.field.as_deref();
            (
                order.iter().position(|&of| Some(of.key()) == field).unwrap_or(usize::MAX),
                ["error", "warning", "info"].iter().position(|s| *s == finding.severity),
            )
        };
        view.findings.sort_by_key(place);
        view.proposed = self.proposed(kind, record);
        for field in kind.fields() {
            if let Some(read) = reading(record, field) {
                view.readings.insert(field.key.key().to_owned(), read);
            }
        }
        view.fine_band = fine_band(record);
        Ok(view)
    }

    /// The table into which a record of a kind comes: the one that is named, else the first of the kind.
    pub(super) fn table_for(&self, kind: Kind, table: Option<usize>) -> Option<usize> {
        let named = table.filter(|&table| self.tables.get(table).is_some_and(|table| table.kind == kind));
        named.or_else(|| self.tables.iter().position(|table| table.kind == kind))
    }

    /// Works with a job of its own under the same settings.
    fn alone<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let settings = std::mem::replace(&mut self.settings, Settings::on(Date::MIN));
        let mut scratch = Self::new(settings);
        let done = work(&mut scratch);
        self.settings = scratch.settings;
        done
    }

    fn judged_alone(&mut self, kind: Kind, record: &Record) -> Result<EntryView, ProblemView> {
        let mut view = EntryView {
            findings: self.check_records(kind.key(), std::slice::from_ref(record))?,
            ..EntryView::default()
        };
        // What is adopted into the form must not be masked.
        for proposal in self.record_proposals() {
            let of_field = |finding: &&mut FindingReport| {
                finding.rule == proposal.rule && finding.field == proposal.field
            };
            let change =
                proposal.changes.iter().find(|change| Some(&change.field) == proposal.field.as_ref());
            if let Some(finding) = view.findings.iter_mut().find(of_field) {
                finding.fix =
                    change.map(|change| FixReport { kind: proposal.kind.clone(), value: change.to.clone() });
            }
        }
        let cx = self.settings.context();
        let row = RowCx::new(&cx, &self.tables[0], RowId(0));
        if let Some((_, event)) = row.event_date() {
            view.due = deadline::due(&cx, event)
                .and_then(|due| Some((iso(due), i32::try_from((due - cx.today).num_days()).ok()?)));
            view.publicity_end = row.publicity_last_day().map(iso);
        }
        Ok(view)
    }

    /// What is found in a record once it stands in a table. The table is as before afterwards.
    fn among_others(
        &mut self,
        kind: Kind,
        record: &Record,
        table: usize,
        row: Option<RowId>,
    ) -> Vec<FindingReport> {
        let at = table as u16;
        let mut steps = Vec::new();
        let existing = row.filter(|&row| self.tables[table].position(row).is_some());
        let row = existing.unwrap_or_else(|| {
            let row = self.tables[table].new_row();
            steps.push(Step::Insert(at, row, self.tables[table].len()));
            row
        });
        steps.extend(self.cell_steps(kind, record, table, row));
        let unchanged: Vec<FieldKey> = kind
            .fields()
            .iter()
            .map(|field| field.key)
            .filter(|&field| !self.before.contains_key(&(at, row, field)))
            .collect();
        let revision = self.revision;
        let back = self.carry_out(steps);
        let found = self.reports_of(table, row);
        self.carry_out(back);
        for field in unchanged {
            self.before.remove(&(at, row, field));
        }
        if existing.is_none() {
            self.tables[table].forget_row(row);
        }
        self.revision = revision;
        found
    }

    /// Steps that write a typed record into a row.
    pub(super) fn cell_steps(&mut self, kind: Kind, record: &Record, table: usize, row: RowId) -> Vec<Step> {
        let mut steps = Vec::new();
        for field in kind.fields() {
            let text = record.get(field.key.key()).map_or("", String::as_str);
            let text = for_table(&self.tables[table], field.key, text);
            if self.tables[table].cell(row, field.key).text != text {
                let cell = self.tables[table].store_text(&text);
                steps.push(Step::Cell(table as u16, row, field.key, cell));
            }
        }
        steps
    }

    fn reports_of(&self, table: usize, row: RowId) -> Vec<FindingReport> {
        let cx = self.settings.context();
        let report = |finding: &precheck_rules::Finding| {
            let said = Said::new(&cx, &self.tables, table, finding, self.settings.lang);
            // What is adopted into the form must not be masked.
            let fix = said.fix().and_then(|fix| {
                let change = fix.changes.into_iter().find(|(field, _)| Some(*field) == finding.field);
                Some(FixReport { kind: said.rule.fix.key()?.to_owned(), value: change?.1 })
            });
            FindingReport { fix, ..said.report() }
        };
        self.judgement.of_row(table, row).iter().map(report).collect()
    }
}

/// The fields of a kind as its form shows them.
fn order(kind: Kind) -> Vec<FieldKey> {
    let mut fields: Vec<FieldKey> = kind.fields().iter().map(|field| field.key).collect();
    fields.sort_by_key(|&field| Family::of(field));
    fields
}

/// Band of the fine for the violation in 万元, and the article that sets it.
fn fine_band(record: &Record) -> Option<(String, String, String)> {
    let violation = violations::find(record.get(FieldKey::Violation.key())?)?;
    let (least, highest) = violation.band?;
    let wan = |yuan: u32| Amount::from_yuan(i64::from(yuan)).map(Amount::to_wan);
    Some((wan(least)?, wan(highest)?, format!("{} {}", violation.law.name(), article(violation.article))))
}

/// `60-1-1` as laws are cited.
fn article(numbers: &str) -> String {
    let parts = numbers.split('-').zip(["条", "款", "项"]);
    parts.map(|(number, part)| format!("第 {number} {part}")).collect::<Vec<_>>().concat()
}
