//! Proposals of rules: one by one, listed, and in bulk.

use std::collections::BTreeMap;

use precheck_rules::{FixKind, catalogue};
use precheck_schema::table::StoredCell;
use precheck_schema::{FieldKey, RowId};

use crate::api;
use crate::edit::first_place;
use crate::history::{Change, Deed, Step};
use crate::job::Job;
use crate::listing::{Listed, address};
use crate::masking::{mask_field, masked};
use crate::say::{Said, field_label};
use crate::view::WINDOW;

/// How often bulk fixes look for proposals that earlier fixes of the same run uncovered.
const FIX_ROUNDS: usize = 3;

impl Job {
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
            return list
                .into_iter()
                .filter(|l| catalogue().rule(l.finding.rule).fix == FixKind::Safe)
                .collect();
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

    /// Applies proposals in bulk, as one change.
    pub fn apply_fixes(&mut self, filter: &api::FixFilter, except: &[api::Address]) -> api::Response {
        let mut all_back: Vec<Step> = Vec::new();
        let mut count = 0;
        let mut at = None;
        for _ in 0..FIX_ROUNDS {
            let list = self.fix_findings(filter);
            let mut steps: BTreeMap<(u16, RowId, FieldKey), StoredCell> = BTreeMap::new();
            let mut originals: BTreeMap<(u16, RowId, FieldKey), StoredCell> = BTreeMap::new();
            for listed in &list {
                if except.contains(&address(listed)) {
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

    /// Findings that pass a filter, without keeping the list.
    fn scan(&self, filter: &api::FindingFilter) -> Vec<Listed> {
        self.list_findings(filter).to_vec()
    }
}
