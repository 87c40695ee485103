//! Texts that are replaced in many cells at once, and cells that are filled from the one above.

use std::collections::HashSet;

use precheck_schema::{FieldKey, RowId};

use crate::api;
use crate::history::{Deed, Step};
use crate::job::Job;
use crate::masking::{mask_field, masked};
use crate::say::field_label;
use crate::view::WINDOW;

/// A cell: table, row, field.
type Place = (usize, RowId, FieldKey);

impl Job {
    /// Cells that hold a text, in the order of tables, rows and columns.
    fn matches(&self, filter: &api::ReplaceFilter) -> Vec<Place> {
        if filter.find.is_empty() {
            return Vec::new();
        }
        let wanted = FieldKey::from_key(&filter.field);
        let mut places = Vec::new();
        for (number, table) in self.tables.iter().enumerate() {
            if filter.table.is_some_and(|only| only != number) {
                continue;
            }
            // Every distinct text is searched once, however many cells hold it.
            let holds: Vec<bool> = table.pool().iter().map(|text| text.contains(&filter.find)).collect();
            let fields = table.kind.fields().iter().map(|field| field.key);
            let fields: Vec<FieldKey> =
                fields.filter(|field| filter.field.is_empty() || wanted == Some(*field)).collect();
            for &row in table.rows() {
                let found = fields.iter().filter(|&&field| holds[table.text_id(row, field).index()]);
                places.extend(found.map(|&field| (number, row, field)));
            }
        }
        places
    }

    pub(crate) fn matches_view(
        &self,
        filter: &api::ReplaceFilter,
        from: usize,
        count: usize,
    ) -> api::FixesView {
        let lang = self.settings.lang;
        let places = self.matches(filter);
        let shown = places.iter().skip(from).take(count.min(WINDOW)).map(|&(number, row, field)| {
            let table = &self.tables[number];
            let to = table.cell(row, field).text.replace(&filter.find, &filter.with);
            api::FixView {
                address: api::Address {
                    table: number,
                    row: Some(row.0),
                    field: field.key().to_owned(),
                    rule: String::new(),
                },
                kind_label: table.kind.label().get(lang).to_owned(),
                number: table.source_row(row),
                field_label: field_label(table, field, lang).to_owned(),
                from: masked(table, row, field),
                to: mask_field(field, &to),
                code: String::new(),
                title: String::new(),
            }
        });
        api::FixesView { total: places.len(), from, fixes: shown.collect() }
    }

    /// Replaces a text in every cell that holds it but for some, as one change.
    pub(crate) fn replace(&mut self, filter: &api::ReplaceFilter, except: &[api::Address]) -> api::Response {
        let except: HashSet<(usize, Option<u32>, &str)> =
            except.iter().map(|a| (a.table, a.row, a.field.as_str())).collect();
        let mut places = self.matches(filter);
        places.retain(|(table, row, field)| !except.contains(&(*table, Some(row.0), field.key())));
        let mut steps = Vec::with_capacity(places.len());
        for (table, row, field) in places {
            let before = self.tables[table].cell(row, field).text;
            let text = before.replace(&filter.find, &filter.with);
            if text != before {
                let cell = self.tables[table].store_text(&text);
                steps.push(Step::Cell(table as u16, row, field, cell));
            }
        }
        if steps.is_empty() {
            return api::Response::Nothing;
        }
        self.change(Deed::Replace, steps.len(), steps, None)
    }

    /// Writes the cells of the first row into the rows below it.
    pub(crate) fn fill_down(&mut self, table: usize, rows: &[u32], fields: &[FieldKey]) -> api::Response {
        let Some((&first, below)) = rows.split_first() else { return api::Response::Nothing };
        let rows: Vec<RowId> = below.iter().map(|&row| RowId(row)).collect();
        let mut edits = Vec::with_capacity(rows.len() * fields.len());
        for &field in fields {
            let text = self.tables[table].cell(RowId(first), field).text.to_owned();
            edits.extend(rows.iter().map(|&row| (row, field, text.clone())));
        }
        self.edit(table, &edits, Deed::Fill, None)
    }
}
