//! Changes to the records: edits, pasted blocks, rows in and out, confirmations, undo and redo.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use precheck_rules::{Judgement, RowRef, RuleId, Severity, catalogue};
use precheck_schema::{FieldKey, RowId};

use crate::api;
use crate::clipboard;
use crate::history::{Change, Deed, Step, Way};
use crate::job::{Confirmation, Job};
use crate::listing::Listed;

/// From so many changed rows on, they are judged in steps behind the answer.
const BULK: usize = 400;

impl Job {
    /// Carries steps out, judges what they touch, and gives the steps that take them back.
    pub(crate) fn carry_out(&mut self, steps: Vec<Step>) -> Vec<Step> {
        let mut back = Vec::with_capacity(steps.len());
        let mut cells: BTreeMap<RowRef, Vec<FieldKey>> = BTreeMap::new();
        let mut moved: BTreeMap<RowRef, bool> = BTreeMap::new();
        let mut recount: Vec<RowRef> = Vec::new();
        let mut tables_changed = false;
        let steps = match self.carry_rows(steps, &mut moved) {
            Ok(rows) => {
                back = rows;
                Vec::new()
            }
            Err(steps) => steps,
        };
        for step in steps {
            back.push(match step {
                Step::Cell(table, row, field, cell) => {
                    let before = self.tables[table as usize].restore(row, field, cell);
                    self.before.entry((table, row, field)).or_insert(before);
                    cells.entry(RowRef { table, row }).or_default().push(field);
                    Step::Cell(table, row, field, before)
                }
                Step::Insert(table, row, position) => {
                    self.tables[table as usize].restore_row(row, position);
                    moved.insert(RowRef { table, row }, true);
                    Step::Remove(table, row)
                }
                Step::Remove(table, row) => {
                    let position = self.tables[table as usize].remove_row(row).unwrap_or(0);
                    moved.insert(RowRef { table, row }, false);
                    Step::Insert(table, row, position)
                }
                Step::Confirm(confirm) => {
                    let (key, confirmation) = *confirm;
                    recount.push(RowRef { table: key.0, row: key.1 });
                    let before = match confirmation {
                        Some(confirmation) => self.confirmed.insert(key, confirmation),
                        None => self.confirmed.remove(&key),
                    };
                    Step::Confirm(Box::new((key, before)))
                }
                Step::Open(typed) => {
                    tables_changed = true;
                    self.open_typed(*typed);
                    Step::Close
                }
                Step::Close => {
                    let Some(typed) = self.close_typed() else { continue };
                    tables_changed = true;
                    Step::Open(Box::new(typed))
                }
            });
        }
        let cx = self.settings.context();
        if !tables_changed && (self.ungathered || cells.len() + moved.len() > BULK) {
            let gone = moved.iter().filter(|(_, present)| !**present).map(|(record, _)| *record);
            recount.extend(gone);
            let changed: BTreeSet<RowRef> = cells.keys().chain(moved.keys()).copied().collect();
            let changed: Vec<RowRef> = changed.into_iter().collect();
            self.judge_again(&changed);
        } else if tables_changed {
            self.judgement = Judgement::full(&self.tables, &cx);
            self.proposals.borrow_mut().clear();
            for (table, rows) in self.tables.iter().enumerate() {
                recount.extend(rows.rows().iter().map(|&row| RowRef { table: table as u16, row }));
            }
            recount.extend(moved.keys());
        } else {
            for (&record, &present) in &moved {
                if present {
                    self.judgement.row_added(&self.tables, &cx, record);
                } else {
                    self.judgement.row_removed(&self.tables, &cx, record);
                }
            }
            for (record, fields) in &cells {
                if moved.get(record).copied().unwrap_or_else(|| self.is_counted(*record)) {
                    self.judgement.rejudge(&self.tables, &cx, *record, fields);
                }
            }
            recount.extend(self.judgement.take_touched());
        }
        // A table may have gone with its records.
        let tables = self.tables.len();
        for record in recount.into_iter().filter(|record| (record.table as usize) < tables) {
            // A record that did not move is there if it was counted before; looking for it would cost more.
            let present = moved.get(&record).copied().unwrap_or_else(|| self.is_counted(record));
            self.count(record, present);
            self.recount_proposals(record, present);
        }
        self.touch();
        back.reverse();
        back
    }

    /// Steps that only take rows out of one table, or only put rows in: done in one pass over its order, however
    /// many they are. Other steps are given back.
    fn carry_rows(
        &mut self,
        steps: Vec<Step>,
        moved: &mut BTreeMap<RowRef, bool>,
    ) -> Result<Vec<Step>, Vec<Step>> {
        let Some(Step::Insert(table, ..) | Step::Remove(table, _)) = steps.first() else { return Err(steps) };
        let table = *table;
        let out: Vec<RowId> = steps
            .iter()
            .map_while(|step| match step {
                Step::Remove(of, row) if *of == table => Some(*row),
                _ => None,
            })
            .collect();
        let mut into: Vec<(RowId, usize)> = Vec::new();
        for step in &steps {
            match step {
                // Each stands where it is put only if none that follows is put before it.
                Step::Insert(of, row, position)
                    if *of == table && into.last().is_none_or(|(_, last)| last < position) =>
                {
                    into.push((*row, *position));
                }
                _ => break,
            }
        }
        if out.len() == steps.len() {
            moved.extend(out.iter().map(|&row| (RowRef { table, row }, false)));
            let taken = self.tables[table as usize].remove_rows(&out);
            return Ok(taken.into_iter().rev().map(|(row, at)| Step::Insert(table, row, at)).collect());
        }
        if into.len() == steps.len() {
            moved.extend(into.iter().map(|&(row, _)| (RowRef { table, row }, true)));
            self.tables[table as usize].restore_rows(&into);
            return Ok(into.into_iter().map(|(row, _)| Step::Remove(table, row)).collect());
        }
        Err(steps)
    }

    /// Makes a change, which a rule proposed or a person made.
    pub(crate) fn change(
        &mut self,
        deed: Deed,
        count: usize,
        steps: Vec<Step>,
        by: Option<RuleId>,
    ) -> api::Response {
        let at = first_place(&steps);
        self.record(deed, Way::Done, &steps, by);
        let rules = by.map(|rule| (rule, count as u32)).into_iter().collect();
        let steps = self.carry_out(steps).into();
        self.history.push(Change { deed, count, steps, rules });
        self.changed(deed, count, at)
    }

    pub(crate) fn changed(
        &self,
        deed: Deed,
        count: usize,
        at: Option<(usize, u32, String)>,
    ) -> api::Response {
        api::Response::Changed(Box::new(api::ChangedView {
            done: deed.say(count, self.settings.lang),
            touched: count,
            at,
            overview: self.overview(),
        }))
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> api::Response {
        let Some(change) = self.history.pop_done() else { return api::Response::Nothing };
        let (deed, count, at) = (change.deed, change.count, first_place(&change.steps));
        let change = self.turned(change, Way::Undone);
        self.history.push_undone(change);
        self.changed(deed, count, at)
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> api::Response {
        let Some(change) = self.history.pop_undone() else { return api::Response::Nothing };
        let (deed, count, at) = (change.deed, change.count, first_place(&change.steps));
        let change = self.turned(change, Way::Redone);
        self.history.push_done(change);
        self.changed(deed, count, at)
    }

    /// Carries a change out, and gives the one that takes it back.
    fn turned(&mut self, change: Change, way: Way) -> Change {
        let steps = change.steps.into_vec();
        self.record(change.deed, way, &steps, None);
        Change { steps: self.carry_out(steps).into(), ..change }
    }

    /// Writes cells, as a person wants or a rule proposes.
    pub(crate) fn edit(
        &mut self,
        table: usize,
        edits: &[(RowId, FieldKey, String)],
        deed: Deed,
        by: Option<RuleId>,
    ) -> api::Response {
        let mut steps: Vec<Step> = Vec::new();
        for (row, field, text) in edits {
            if self.tables[table].cell(*row, *field).text != text {
                let cell = self.tables[table].store_text(text);
                steps.push(Step::Cell(table as u16, *row, *field, cell));
            }
        }
        if steps.is_empty() {
            return api::Response::Nothing;
        }
        self.change(deed, steps.len(), steps, by)
    }

    /// Writes a block of tab-separated text over the rows that the grid shows, adding rows as needed.
    pub(crate) fn paste(
        &mut self,
        table: usize,
        row: RowId,
        fields: &[FieldKey],
        filter: &api::RowFilter,
        text: &str,
    ) -> api::Response {
        let block = clipboard::parse(text);
        let shown = self.list_rows(table, filter);
        let start = shown.iter().position(|&r| r == row).unwrap_or(0);
        let mut steps = Vec::new();
        let (mut count, mut end) = (0, self.tables[table].len());
        for (offset, values) in block.iter().enumerate() {
            let target = if let Some(&row) = shown.get(start + offset) {
                row
            } else {
                let row = self.tables[table].new_row();
                steps.push(Step::Insert(table as u16, row, end));
                end += 1;
                row
            };
            for (field, value) in fields.iter().zip(values) {
                if self.tables[table].cell(target, *field).text != value {
                    let cell = self.tables[table].store_text(value);
                    steps.push(Step::Cell(table as u16, target, *field, cell));
                    count += 1;
                }
            }
        }
        if steps.is_empty() {
            return api::Response::Nothing;
        }
        self.change(Deed::Paste, count, steps, None)
    }

    /// Adds blank rows before a position.
    pub(crate) fn insert_rows(&mut self, table: usize, position: usize, count: usize) -> api::Response {
        let count = count.clamp(1, 10_000);
        let position = position.min(self.tables[table].len());
        let steps = (0..count).map(|offset| {
            let row = self.tables[table].new_row();
            Step::Insert(table as u16, row, position + offset)
        });
        let steps = steps.collect();
        self.change(Deed::Insert, count, steps, None)
    }

    /// Takes rows out.
    pub(crate) fn delete_rows(&mut self, table: usize, rows: &[RowId]) -> api::Response {
        let there: HashSet<RowId> = self.tables[table].rows().iter().copied().collect();
        let mut rows: Vec<RowId> = rows.iter().copied().filter(|row| there.contains(row)).collect();
        rows.sort_unstable();
        rows.dedup();
        if rows.is_empty() {
            return api::Response::Nothing;
        }
        let steps = rows.iter().map(|&row| Step::Remove(table as u16, row)).collect();
        self.change(Deed::Delete, rows.len(), steps, None)
    }

    /// Confirms findings with a reason.
    pub(crate) fn confirm(&mut self, addresses: &[api::Address], rule: &str, reason: &str) -> api::Response {
        let mut listed: Vec<Listed> = addresses
            .iter()
            .filter_map(|a| self.find(a).map(|finding| Listed { table: a.table, finding }))
            .collect();
        if !rule.is_empty() {
            let filter = api::FindingFilter {
                rule: rule.to_owned(),
                severities: vec![Severity::Warning.key().to_owned()],
                ..api::FindingFilter::default()
            };
            listed.extend(self.list_findings(&filter).iter().copied());
        }
        let steps = listed.iter().filter_map(|l| {
            let (row, field) = (l.finding.row?, l.finding.field?);
            let value = self.tables[l.table].cell(row, field).text.to_owned();
            let confirmation = Confirmation { reason: reason.to_owned(), value };
            let key = (l.table as u16, row, field, l.finding.rule);
            Some(Step::Confirm(Box::new((key, Some(confirmation)))))
        });
        let steps: Vec<Step> = steps.collect();
        if steps.is_empty() {
            return api::Response::Nothing;
        }
        self.change(Deed::Confirm, steps.len(), steps, None)
    }

    /// Confirms every open warning.
    pub(crate) fn confirm_warnings(&mut self, reason: &str) {
        let warnings = api::FindingFilter {
            severities: vec![Severity::Warning.key().to_owned()],
            ..api::FindingFilter::default()
        };
        let addresses: Vec<api::Address> =
            self.list_findings(&warnings).iter().map(crate::listing::address).collect();
        self.confirm(&addresses, "", reason);
    }

    /// Takes confirmations back.
    pub(crate) fn unconfirm(&mut self, addresses: &[api::Address]) -> api::Response {
        let steps = addresses.iter().filter_map(|a| {
            let rule = catalogue().find(&a.rule)?;
            let key = (a.table as u16, RowId(a.row?), FieldKey::from_key(&a.field)?, rule);
            self.confirmed.contains_key(&key).then(|| Step::Confirm(Box::new((key, None))))
        });
        let steps: Vec<Step> = steps.collect();
        if steps.is_empty() {
            return api::Response::Nothing;
        }
        self.change(Deed::Unconfirm, steps.len(), steps, None)
    }
}

/// Where a change shows first: table, row, field.
pub(crate) fn first_place(steps: &[Step]) -> Option<(usize, u32, String)> {
    steps.iter().find_map(|step| match step {
        Step::Cell(table, row, field, _) => Some((*table as usize, row.0, field.key().to_owned())),
        Step::Confirm(confirm) => {
            let (table, row, field, _) = confirm.0;
            Some((table as usize, row.0, field.key().to_owned()))
        }
        Step::Insert(table, row, _) | Step::Remove(table, row) => {
            Some((*table as usize, row.0, String::new()))
        }
        Step::Open(_) | Step::Close => None,
    })
}
