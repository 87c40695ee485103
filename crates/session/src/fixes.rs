//! Proposals of rules: one by one, listed, and in bulk.

use std::collections::{BTreeMap, BTreeSet};

use precheck_rules::{FixKind, RowRef, RuleId, catalogue};
use precheck_schema::table::StoredCell;
use precheck_schema::{FieldKey, RowId};

use crate::again::{Again, FixesGoOn};
use crate::api;
use crate::edit::first_place;
use crate::history::{Change, Deed, Step};
use crate::job::Job;
use crate::listing::{Listed, address};
use crate::log::Written;
use crate::masking::{mask_field, masked};
use crate::say::{Said, field_label};
use crate::view::WINDOW;

/// How often bulk fixes look for proposals that earlier fixes of the same run uncovered.
const FIX_ROUNDS: usize = 3;

/// A cell: table, row, field.
type Place = (u16, RowId, FieldKey);

/// A finding by place and rule: what else it says may change from round to round.
fn place(l: &Listed) -> (usize, Option<RowId>, Option<FieldKey>, RuleId) {
    (l.table, l.finding.row, l.finding.field, l.finding.rule)
}

/// What bulk fixes did so far.
#[derive(Debug, Default)]
struct Fixed {
    /// What takes it back.
    back: Vec<Step>,
    /// Cells that were written.
    places: BTreeSet<Place>,
    /// The rules that wrote them.
    rules: BTreeSet<(RuleId, Place)>,
    /// Cells by rule of rounds before.
    before: BTreeMap<RuleId, u32>,
    /// Where it shows first.
    at: Option<(usize, u32, String)>,
}

impl Fixed {
    /// What a change did so far.
    fn of(change: Change) -> Self {
        let back = change.steps.into_vec();
        let places = back.iter().filter_map(|step| match step {
            Step::Cell(table, row, field, _) => Some((*table, *row, *field)),
            _ => None,
        });
        let places = places.collect();
        Self { back, places, before: change.rules.into_iter().collect(), ..Self::default() }
    }

    fn change(self) -> Change {
        let mut rules = self.before;
        self.rules.iter().for_each(|(rule, _)| *rules.entry(*rule).or_default() += 1);
        Change {
            deed: Deed::Fix,
            count: self.places.len(),
            steps: self.back.into(),
            rules: rules.into_iter().collect(),
        }
    }
}

impl Job {
    /// Applies the proposal of one finding.
    pub(crate) fn fix(&mut self, listed: &Listed) -> api::Response {
        let Some(row) = listed.finding.row else { return api::Response::Nothing };
        let cx = self.settings.context();
        let said = Said::new(&cx, &self.tables, listed.table, &listed.finding, self.settings.lang);
        let Some(fix) = said.fix() else { return api::Response::Nothing };
        let edits: Vec<_> = fix.changes.into_iter().map(|(field, text)| (row, field, text)).collect();
        self.edit(listed.table, &edits, Deed::Fix, Some(listed.finding.rule))
    }

    fn has_proposal(&self, listed: &Listed) -> bool {
        let cx = self.settings.context();
        Said::new(&cx, &self.tables, listed.table, &listed.finding, self.settings.lang).fix().is_some()
    }

    /// How many findings of a rule have a proposal.
    pub(crate) fn proposals_of(&self, rule: RuleId) -> usize {
        if let Some(rows) = self.proposals.borrow().get(&rule) {
            return rows.values().sum();
        }
        let mut rows: BTreeMap<RowRef, usize> = BTreeMap::new();
        for (table, of) in self.tables.iter().enumerate() {
            for &row in of.rows() {
                let record = RowRef { table: table as u16, row };
                let count = self.proposals_in(record, rule);
                if count > 0 {
                    rows.insert(record, count);
                }
            }
        }
        let count = rows.values().sum();
        self.proposals.borrow_mut().insert(rule, rows);
        count
    }

    fn proposals_in(&self, record: RowRef, rule: RuleId) -> usize {
        let table = record.table as usize;
        let findings = self.judgement.of_row(table, record.row).iter().filter(|f| f.rule == rule);
        findings.filter(|&&finding| self.has_proposal(&Listed { table, finding })).count()
    }

    /// Counts the proposals of a record anew for the rules of which they were asked before.
    pub(crate) fn recount_proposals(&self, record: RowRef, present: bool) {
        for (&rule, rows) in self.proposals.borrow_mut().iter_mut() {
            match if present { self.proposals_in(record, rule) } else { 0 } {
                0 => rows.remove(&record),
                count => rows.insert(record, count),
            };
        }
    }

    /// Findings whose proposals are meant.
    fn fix_findings(&self, filter: &api::FixFilter) -> Vec<Listed> {
        let mut list = self.findings_meant(filter);
        list.retain(|listed| self.has_proposal(listed));
        list
    }

    /// Findings whose proposals would be meant: all of one rule, or the safe ones of every rule.
    fn findings_meant(&self, filter: &api::FixFilter) -> Vec<Listed> {
        let meant = api::FindingFilter {
            table: filter.table,
            rule: filter.rule.clone(),
            ..api::FindingFilter::default()
        };
        let wanted =
            |l: &Listed| !filter.rule.is_empty() || catalogue().rule(l.finding.rule).fix == FixKind::Safe;
        let list = self.list_findings(&meant);
        list.iter().filter(|l| wanted(l)).copied().collect()
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
                address: address(listed),
                code: said.rule.code.to_owned(),
                title: said.rule.title.get(lang).to_owned(),
                kind_label: table.kind.label().get(lang).to_owned(),
                number: table.source_row(row),
                field_label: field_label(table, field, lang).to_owned(),
                from: masked(table, row, field),
                to: mask_field(field, &text),
            })
        });
        api::FixesView { total: list.len(), from, fixes: fixes.collect() }
    }

    /// Applies proposals in bulk, as one change, and judges what it touches.
    pub fn apply_fixes(&mut self, filter: &api::FixFilter, except: &[api::Address]) -> api::Response {
        let response = self.begin_fixes(filter, except);
        self.end_again();
        response
    }

    /// Applies proposals in bulk, as one change. Where there are many, what it touches is judged in steps.
    pub(crate) fn begin_fixes(&mut self, filter: &api::FixFilter, except: &[api::Address]) -> api::Response {
        let except = except
            .iter()
            .filter_map(|a| self.find(a).map(|finding| place(&Listed { table: a.table, finding })))
            .collect();
        // Proposals that a person checks are applied as they were shown: what they uncover is shown first.
        let named = catalogue().find(&filter.rule).map(|rule| catalogue().rule(rule));
        let rounds = if named.is_some_and(|rule| rule.fix != FixKind::Safe) { 1 } else { FIX_ROUNDS };
        let mut fixes = FixesGoOn { filter: filter.clone(), except, rounds };
        let mut made = Fixed::default();
        while fixes.rounds > 0 && self.again.is_none() && self.fix_round(&mut fixes, &mut made) {}
        if made.back.is_empty() {
            return api::Response::Nothing;
        }
        let (count, at) = (made.places.len(), made.at.clone());
        self.history.push(made.change());
        if let Some(again) = self.again.as_mut().filter(|_| fixes.rounds > 0) {
            again.fixes = Some(fixes);
        }
        self.changed(Deed::Fix, count, at)
    }

    /// Bulk fixes go on with what they uncovered; gives what is to be judged again for it, if anything.
    pub(crate) fn fix_more(&mut self, mut fixes: FixesGoOn) -> Option<Again> {
        let change = self.history.pop_done()?;
        let mut made = Fixed::of(change);
        self.touch();
        self.ungathered = true;
        let found = self.fix_round(&mut fixes, &mut made);
        self.ungathered = false;
        self.history.push_done(made.change());
        // Judging was begun anew for what this round changed, however little it is.
        let mut again = self.again.take().filter(|_| found)?;
        again.fixes = Some(fixes).filter(|fixes| fixes.rounds > 0);
        Some(again)
    }

    /// One round of bulk fixes; false: there was nothing to mend.
    fn fix_round(&mut self, fixes: &mut FixesGoOn, made: &mut Fixed) -> bool {
        fixes.rounds -= 1;
        let list = self.findings_meant(&fixes.filter);
        let (steps, written) = self.fix_steps(list.iter().filter(|&l| !fixes.except.contains(&place(l))));
        if steps.is_empty() {
            fixes.rounds = 0;
            return false;
        }
        self.record_fixes(&written);
        made.places.extend(steps.keys());
        made.rules.extend(written.iter().map(|one| (one.rule, one.place)));
        let steps: Vec<Step> = steps.into_iter().map(|((t, r, f), cell)| Step::Cell(t, r, f, cell)).collect();
        made.at = made.at.take().or_else(|| first_place(&steps));
        let mut back = self.carry_out(steps);
        back.append(&mut made.back);
        made.back = back;
        true
    }

    /// What the proposals of some findings write where. Several proposals for one cell build on each other:
    /// each sees what the one before wrote. The tables are as before afterwards.
    fn fix_steps<'a>(
        &mut self,
        list: impl Iterator<Item = &'a Listed>,
    ) -> (BTreeMap<Place, StoredCell>, Vec<Written>) {
        let mut steps = BTreeMap::new();
        let mut written = Vec::new();
        let mut originals: BTreeMap<Place, StoredCell> = BTreeMap::new();
        for listed in list {
            let Some(row) = listed.finding.row else { continue };
            let cx = self.settings.context();
            let said = Said::new(&cx, &self.tables, listed.table, &listed.finding, self.settings.lang);
            let Some(fix) = said.fix() else { continue };
            for (field, text) in fix.changes {
                let key = (listed.table as u16, row, field);
                let before = self.tables[listed.table].set_text(row, field, &text);
                originals.entry(key).or_insert(before);
                let from = self.tables[listed.table].stored_text(before).to_owned();
                if from != text {
                    written.push(Written { place: key, rule: listed.finding.rule, from, to: text });
                }
                steps.insert(key, self.tables[listed.table].stored(row, field));
            }
        }
        for (&(table, row, field), &cell) in &originals {
            self.tables[table as usize].restore(row, field, cell);
        }
        steps.retain(|key, cell| originals[key] != *cell);
        written.retain(|one| steps.contains_key(&one.place));
        (steps, written)
    }
}
