//! Changes to the records: edits, pasted blocks, rows in and out, confirmations, undo and redo.

use std::collections::BTreeMap;

use precheck_rules::{FixKind, Judgement, RowRef, Severity, catalogue};
use precheck_schema::{FieldKey, RowId};

use crate::api;
use crate::clipboard;
use crate::history::{Change, Deed, Step};
use crate::job::{Confirmation, Job};
use crate::listing::Listed;
use crate::say::{Said, field_label, masked};
use crate::view::WINDOW;

/// From so many changed rows on, judging everything anew is faster than row by row.
const BULK: usize = 400;

/// How often bulk fixes look for proposals that earlier fixes of the same run uncovered.
const FIX_ROUNDS: usize = 3;

impl Job {
    /// Carries steps out, judges what they touch, and gives the steps that take them back.
    fn carry_out(&mut self, steps: Vec<Step>) -> Vec<Step> {
        let mut back = Vec::with_capacity(steps.len());
        let mut cells: BTreeMap<RowRef, Vec<FieldKey>> = BTreeMap::new();
        let mut moved: Vec<(RowRef, bool)> = Vec::new();
        let mut recount: Vec<RowRef> = Vec::new();
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
                    moved.push((RowRef { table, row }, true));
                    Step::Remove(table, row)
                }
                Step::Remove(table, row) => {
                    let position = self.tables[table as usize].remove_row(row).unwrap_or(0);
                    moved.push((RowRef { table, row }, false));
                    Step::Insert(table, row, position)
                }
                Step::Confirm(key, confirmation) => {
                    recount.push(RowRef { table: key.0, row: key.1 });
                    let before = match confirmation {
                        Some(confirmation) => self.confirmed.insert(key, confirmation),
                        None => self.confirmed.remove(&key),
                    };
                    Step::Confirm(key, before)
                }
            });
        }
        let cx = self.settings.context();
        if cells.len() + moved.len() > BULK {
            self.judgement = Judgement::full(&self.tables, &cx);
            for (table, rows) in self.tables.iter().enumerate() {
                recount.extend(rows.rows().iter().map(|&row| RowRef { table: table as u16, row }));
            }
            recount.extend(moved.iter().map(|(record, _)| *record));
        } else {
            for &(record, present) in &moved {
                if present {
                    self.judgement.row_added(&self.tables, &cx, record);
                } else {
                    self.judgement.row_removed(&self.tables, &cx, record);
                }
            }
            for (record, fields) in &cells {
                if self.tables[record.table as usize].position(record.row).is_some() {
                    self.judgement.rejudge(&self.tables, &cx, *record, fields);
                }
            }
            recount.extend(self.judgement.take_touched());
        }
        for record in recount {
            self.count(record);
        }
        self.touch();
        back.reverse();
        back
    }

    fn change(&mut self, deed: Deed, count: usize, steps: Vec<Step>) -> api::Response {
        let at = first_place(&steps);
        let steps = self.carry_out(steps);
        self.history.push(Change { deed, count, steps });
        self.changed(deed, count, at)
    }

    fn changed(&self, deed: Deed, count: usize, at: Option<(usize, u32, String)>) -> api::Response {
        api::Response::Changed(Box::new(api::ChangedView {
            done: deed.say(count, self.settings.lang),
            touched: count,
            at,
            overview: self.overview(),
        }))
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> api::Response {
        let Some(change) = self.history.done.pop() else { return api::Response::Nothing };
        let at = first_place(&change.steps);
        let steps = self.carry_out(change.steps);
        self.history.undone.push(Change { steps, ..change });
        self.changed(change.deed, change.count, at)
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> api::Response {
        let Some(change) = self.history.undone.pop() else { return api::Response::Nothing };
        let at = first_place(&change.steps);
        let steps = self.carry_out(change.steps);
        self.history.done.push(Change { steps, ..change });
        self.changed(change.deed, change.count, at)
    }

    /// Writes cells.
    pub(crate) fn edit(&mut self, table: usize, edits: &[(RowId, FieldKey, String)], deed: Deed) -> api::Response {
        let steps: Vec<Step> = edits
            .iter()
            .filter(|(row, field, text)| self.tables[table].cell(*row, *field).text != text)
            .map(|(row, field, text)| {
                let cell = self.tables[table].store_text(text);
                Step::Cell(table as u16, *row, *field, cell)
            })
            .collect();
        if steps.is_empty() {
            return api::Response::Nothing;
        }
        self.change(deed, steps.len(), steps)
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
        let mut count = 0;
        for (offset, values) in block.iter().enumerate() {
            let target = match shown.get(start + offset) {
                Some(&row) => row,
                None => {
                    let position = self.tables[table].len() + steps.iter().filter(|s| is_insert(s)).count();
                    let row = self.tables[table].new_row();
                    steps.push(Step::Insert(table as u16, row, position));
                    row
                }
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
        self.change(Deed::Paste, count, steps)
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
        self.change(Deed::Insert, count, steps)
    }

    /// Takes rows out.
    pub(crate) fn delete_rows(&mut self, table: usize, rows: &[RowId]) -> api::Response {
        let mut rows: Vec<RowId> =
            rows.iter().copied().filter(|&row| self.tables[table].position(row).is_some()).collect();
        rows.sort_unstable();
        rows.dedup();
        if rows.is_empty() {
            return api::Response::Nothing;
        }
        let steps = rows.iter().map(|&row| Step::Remove(table as u16, row)).collect();
        self.change(Deed::Delete, rows.len(), steps)
    }

    /// Applies the proposal of one finding.
    pub(crate) fn fix(&mut self, listed: &Listed) -> api::Response {
        let Some(row) = listed.finding.row else { return api::Response::Nothing };
        let cx = self.settings.context();
        let said = Said::new(&cx, &self.tables, listed.table, &listed.finding, self.settings.lang);
        let Some(fix) = said.fix() else { return api::Response::Nothing };
        let edits: Vec<_> = fix.changes.into_iter().map(|(field, text)| (row, field, text)).collect();
        self.edit(listed.table, &edits, Deed::Fix)
    }

    /// Findings that have a proposal, of a filter that names a rule.
    pub(crate) fn proposals(&self, filter: &api::FindingFilter) -> impl Iterator<Item = Listed> + use<> {
        let list = self.scan(filter);
        let cx = self.settings.context();
        let with_fix: Vec<Listed> = list
            .into_iter()
            .filter(|l| Said::new(&cx, &self.tables, l.table, &l.finding, self.settings.lang).fix().is_some())
            .collect();
        with_fix.into_iter()
    }

    fn fix_findings(&self, filter: &api::FixFilter) -> Vec<Listed> {
        if filter.rule.is_empty() {
            let all = api::FindingFilter { table: filter.table, ..api::FindingFilter::default() };
            let list = self.scan(&all);
            return list.into_iter().filter(|l| catalogue().rule(l.finding.rule).fix == FixKind::Safe).collect();
        }
        let of_rule = api::FindingFilter {
            table: filter.table,
            rule: filter.rule.clone(),
            ..api::FindingFilter::default()
        };
        self.proposals(&of_rule).collect()
    }

    /// Lists proposals before they are applied in bulk.
    pub(crate) fn fixes_view(&self, filter: &api::FixFilter, from: usize, count: usize) -> api::FixesView {
        let list = self.fix_findings(filter);
        let end = (from + count.min(WINDOW)).min(list.len());
        let cx = self.settings.context();
        let lang = self.settings.lang;
        let fixes = list.get(from..end).unwrap_or(&[]).iter().filter_map(|listed| {
            let said = Said::new(&cx, &self.tables, listed.table, &listed.finding, lang);
            let (field, text) = said.fix()?.changes.into_iter().next()?;
            let table = &self.tables[listed.table];
            let row = listed.finding.row?;
            Some(api::FixView {
                address: crate::listing::address(listed),
                code: said.rule.code.to_owned(),
                title: said.rule.title.get(lang).to_owned(),
                kind_label: table.kind.label().get(lang).to_owned(),
                number: table.source_row(row),
                field_label: field_label(table, field, lang).to_owned(),
                from: masked(table, row, field),
                to: text,
            })
        });
        api::FixesView { total: list.len(), from, fixes: fixes.collect() }
    }

    /// Applies proposals in bulk, as one change.
    pub fn apply_fixes(&mut self, filter: &api::FixFilter, except: &[api::Address]) -> api::Response {
        let mut all_back: Vec<Step> = Vec::new();
        let mut count = 0;
        let mut at = None;
        for _ in 0..FIX_ROUNDS {
            let list = self.fix_findings(filter);
            let mut steps: BTreeMap<(u16, RowId, FieldKey), precheck_schema::table::StoredCell> = BTreeMap::new();
            let mut originals: BTreeMap<(u16, RowId, FieldKey), precheck_schema::table::StoredCell> =
                BTreeMap::new();
            for listed in &list {
                if except.contains(&crate::listing::address(listed)) {
                    continue;
                }
                let Some(row) = listed.finding.row else { continue };
                // Several fixes of one cell build on each other: each sees what the one before wrote.
                let fix = {
                    let cx = self.settings.context();
                    Said::new(&cx, &self.tables, listed.table, &listed.finding, self.settings.lang).fix()
                };
                let Some(fix) = fix else { continue };
                for (field, text) in fix.changes {
                    let key = (listed.table as u16, row, field);
                    let before = self.tables[listed.table].set_text(row, field, &text);
                    originals.entry(key).or_insert(before);
                    steps.insert(key, self.tables[listed.table].stored(row, field));
                    count += 1;
                }
            }
            if steps.is_empty() {
                break;
            }
            // Back to where the round began, so that the change is carried out and recorded in one way only.
            for (&(table, row, field), &cell) in &originals {
                self.tables[table as usize].restore(row, field, cell);
            }
            let steps: Vec<Step> =
                steps.into_iter().map(|((t, r, f), cell)| Step::Cell(t, r, f, cell)).collect();
            at = at.or_else(|| first_place(&steps));
            let mut back = self.carry_out(steps);
            back.append(&mut all_back);
            all_back = back;
        }
        if all_back.is_empty() {
            return api::Response::Nothing;
        }
        self.history.push(Change { deed: Deed::Fix, count, steps: all_back });
        self.changed(Deed::Fix, count, at)
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
            Some(Step::Confirm((l.table as u16, row, field, l.finding.rule), Some(confirmation)))
        });
        let steps: Vec<Step> = steps.collect();
        if steps.is_empty() {
            return api::Response::Nothing;
        }
        self.change(Deed::Confirm, steps.len(), steps)
    }

    /// Takes confirmations back.
    pub(crate) fn unconfirm(&mut self, addresses: &[api::Address]) -> api::Response {
        let steps = addresses.iter().filter_map(|a| {
            let rule = catalogue().find(&a.rule)?;
            let key = (a.table as u16, RowId(a.row?), FieldKey::from_key(&a.field)?, rule);
            self.confirmed.contains_key(&key).then_some(Step::Confirm(key, None))
        });
        let steps: Vec<Step> = steps.collect();
        if steps.is_empty() {
            return api::Response::Nothing;
        }
        self.change(Deed::Unconfirm, steps.len(), steps)
    }

    /// Findings that pass a filter, without keeping the list.
    fn scan(&self, filter: &api::FindingFilter) -> Vec<Listed> {
        self.list_findings(filter).to_vec()
    }
}

fn is_insert(step: &Step) -> bool {
    matches!(step, Step::Insert(..))
}

/// Where a change shows first: table, row, field.
fn first_place(steps: &[Step]) -> Option<(usize, u32, String)> {
    steps.first().map(|step| match step {
        Step::Cell(table, row, field, _) | Step::Confirm((table, row, field, _), _) => {
            (*table as usize, row.0, field.key().to_owned())
        }
        Step::Insert(table, row, _) | Step::Remove(table, row) => (*table as usize, row.0, String::new()),
    })
}
