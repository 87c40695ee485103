//! The next cell that holds a text, and what a pasted block would change: looked at before anything is done.

use precheck_schema::fold::fold_all;
use precheck_schema::{FieldKey, RowId};

use crate::api;
use crate::clipboard;
use crate::job::Job;
use crate::masking::{mask_field, masked};
use crate::say::field_label;
use crate::view::WINDOW;

impl Job {
    /// The next or previous cell, from a cell on and around the end, that holds what the filter searches; among
    /// all of them its number, from 1.
    pub(crate) fn find_cell(
        &self,
        table: usize,
        filter: &api::RowFilter,
        fields: &[FieldKey],
        from: Option<(RowId, FieldKey)>,
        forward: bool,
    ) -> api::FoundView {
        let needle = fold_all(&filter.search);
        if needle.is_empty() || fields.is_empty() {
            return api::FoundView::default();
        }
        let of = &self.tables[table];
        let holds: Vec<bool> = of.pool().iter().map(|text| fold_all(text).contains(&*needle)).collect();
        let rows = self.list_rows(table, filter);
        let here = from.and_then(|(row, field)| {
            let position = rows.iter().position(|&other| other == row)?;
            let column = fields.iter().position(|&other| other == field)?;
            Some(position * fields.len() + column)
        });
        let hits = rows.iter().enumerate().flat_map(|(position, &row)| {
            let at = move |column: usize| position * fields.len() + column;
            let held = fields.iter().enumerate().filter(|(_, field)| holds[of.text_id(row, **field).index()]);
            held.map(|(column, _)| at(column)).collect::<Vec<_>>()
        });
        let hits: Vec<usize> = hits.collect();
        let Some(last) = hits.len().checked_sub(1) else { return api::FoundView::default() };
        let at = match (here, forward) {
            (Some(here), true) => hits.iter().position(|&hit| hit > here).unwrap_or(0),
            (Some(here), false) => hits.iter().rposition(|&hit| hit < here).unwrap_or(last),
            (None, true) => 0,
            (None, false) => last,
        };
        let (position, column) = (hits[at] / fields.len(), hits[at] % fields.len());
        api::FoundView {
            total: hits.len(),
            number: at + 1,
            position,
            row: Some(rows[position].0),
            field: fields[column].key().to_owned(),
        }
    }

    /// What a block would change if it were pasted: how many cells, which of them hold something, how many rows
    /// it adds, and how many of its values stand beyond the last column.
    pub(crate) fn paste_plan(
        &self,
        table: usize,
        row: RowId,
        fields: &[FieldKey],
        filter: &api::RowFilter,
        text: &str,
    ) -> api::PastePlan {
        let block = clipboard::parse(text);
        let shown = self.list_rows(table, filter);
        let start = shown.iter().position(|&r| r == row).unwrap_or(0);
        let (of, lang) = (&self.tables[table], self.settings.lang);
        let mut plan = api::PastePlan::default();
        for (offset, values) in block.iter().enumerate() {
            plan.beyond += values.len().saturating_sub(fields.len());
            let Some(&target) = shown.get(start + offset) else {
                plan.rows_added += 1;
                plan.cells += fields.iter().zip(values).filter(|(_, value)| !value.is_empty()).count();
                continue;
            };
            for (&field, value) in fields.iter().zip(values) {
                let before = of.cell(target, field).text;
                if before == value {
                    continue;
                }
                plan.cells += 1;
                if before.is_empty() {
                    continue;
                }
                plan.overwritten.total += 1;
                if plan.overwritten.fixes.len() < WINDOW {
                    plan.overwritten.fixes.push(api::FixView {
                        address: api::Address {
                            table,
                            row: Some(target.0),
                            field: field.key().to_owned(),
                            rule: String::new(),
                        },
                        kind_label: of.kind.label().get(lang).to_owned(),
                        number: of.source_row(target),
                        field_label: field_label(of, field, lang).to_owned(),
                        from: masked(of, target, field),
                        to: mask_field(field, value),
                        code: String::new(),
                        title: String::new(),
                    });
                }
            }
        }
        plan
    }
}
