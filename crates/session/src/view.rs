//! What the page shows of a job.

use precheck_rules::privacy::mask;
use precheck_rules::{Dimension, FixKind, RowRef, Severity, catalogue};
use precheck_schema::calendar::YearDays;
use precheck_schema::date::{Date, iso};
use precheck_schema::profile::DayCount;
use precheck_schema::{FieldKey, FieldType, Kind, Lang, RowId};

use crate::api;
use crate::job::Job;
use crate::listing::{Listed, address};
use crate::masking::{mask_field, masked};
use crate::say::{Said, field_label, letters};
use crate::stats;

/// Most rows or findings of one window.
pub(crate) const WINDOW: usize = 200;

/// A year's days off and make-up days as the settings list them.
fn year(days: YearDays) -> (String, String, Vec<String>) {
    let list = |days: &[Date]| {
        let days = days.iter().map(|day| iso(*day)[5..].to_owned());
        days.collect::<Vec<_>>().join("、")
    };
    (days.year.to_string(), String::new(), vec![list(&days.off), list(&days.work)])
}

impl Job {
    /// The state of the job.
    pub fn overview(&self) -> api::Overview {
        let profile = &self.settings.profile;
        let open = self.open_count();
        let count = match profile.deadline.count {
            DayCount::Natural => "natural",
            DayCount::Working => "working",
        };
        api::Overview {
            revision: self.revision,
            today: precheck_schema::date::iso(self.settings.today),
            organisation: profile.organisation.name.clone(),
            rules_version: crate::RULES_VERSION.to_owned(),
            rules: catalogue().severities(profile).iter().flatten().count(),
            changed_rules: crate::changes::changed_rules(profile, self.settings.lang),
            judged: self.is_judged(),
            sources: self.sources.clone(),
            tables: (0..self.tables.len()).map(|table| self.table_view(table)).collect(),
            totals: stats::totals((0..self.tables.len()).map(|table| self.table_totals(table))),
            dimensions: stats::dimensions(&self.stats, self.settings.lang),
            deadline: stats::deadline(&self.stats, profile.deadline.days, count),
            safe_fixes: self.stats.iter().map(|s| s.safe).sum(),
            open,
            handled: self.handled(),
            undo: self.history.undo_label(self.settings.lang),
            redo: self.history.redo_label(self.settings.lang),
        }
    }

    /// Counts of a table, findings about the table itself included.
    fn table_totals(&self, table: usize) -> api::Totals {
        let mut totals = self.stats[table].totals;
        if !self.is_judged() {
            totals.records = self.tables[table].len();
        }
        for finding in self.judgement.of_table(table) {
            match finding.severity {
                Severity::Error => totals.errors += 1,
                Severity::Warning => totals.warnings += 1,
                Severity::Info => totals.infos += 1,
            }
        }
        if self.is_blocked(table) {
            totals.with_errors = totals.records;
            (totals.passed, totals.with_warnings) = (0, 0);
        }
        totals
    }

    fn table_view(&self, number: usize) -> api::TableView {
        let (table, origin) = (&self.tables[number], &self.origins[number]);
        let mut columns = columns(table.kind, self.settings.lang);
        for (column, field) in columns.iter_mut().zip(table.kind.fields()) {
            if let Some(at) = table.column_of(field.key) {
                column.header.clone_from(&table.columns()[at].meaning.header);
            }
            column.letters = letters(table, field.key).unwrap_or_default();
        }
        let left_out = table.left_out.iter().take(WINDOW);
        let left_out = left_out.map(|l| (l.row, l.reason.key().to_owned(), mask(&l.text).into_owned()));
        api::TableView {
            table: number,
            source: origin.source,
            name: origin.name.clone(),
            kind: table.kind.key().to_owned(),
            kind_label: table.kind.label().get(self.settings.lang).to_owned(),
            header_row: table.header_row,
            columns,
            unmapped: origin.unmapped.clone(),
            left_out: left_out.collect(),
            left_out_total: table.left_out.len(),
            totals: self.table_totals(number),
            table_findings: self.judgement.of_table(number).len(),
        }
    }

    pub(crate) fn rows_view(
        &self,
        table: usize,
        filter: &api::RowFilter,
        from: usize,
        count: usize,
    ) -> api::RowsView {
        let list = self.list_rows(table, filter);
        let end = (from + count.min(WINDOW)).min(list.len());
        // Both lists have the same order: one walk finds all positions.
        let mut all = self.tables[table].rows().iter().enumerate();
        let rows = list.get(from..end).unwrap_or(&[]).iter().map(|&row| {
            let position = all.find(|(_, r)| **r == row).map_or(0, |(position, _)| position);
            self.row_view(table, row, position)
        });
        api::RowsView { table, total: list.len(), from, rows: rows.collect() }
    }

    fn row_view(&self, number: usize, row: RowId, position: usize) -> api::RowView {
        let table = &self.tables[number];
        let stat = self.stats[number].get(row.0 as usize);
        let findings = self.judgement.of_row(number, row);
        let record = RowRef { table: number as u16, row };
        let cx = self.settings.context();
        let cells = table.kind.fields().iter().map(|field| {
            let gravest = findings
                .iter()
                .filter(|f| f.field == Some(field.key))
                .filter(|f| f.severity == Severity::Error || self.confirmation(record, f).is_none())
                .max_by_key(|f| (f.severity, std::cmp::Reverse(catalogue().rule(f.rule).code)));
            let from_file = table.source_row(row).is_some();
            let before = self.before.get(&(record.table, row, field.key)).filter(|_| from_file);
            api::CellView {
                text: masked(table, row, field.key),
                severity: gravest.map_or(String::new(), |f| f.severity.key().to_owned()),
                message: gravest.map_or(String::new(), |f| {
                    Said::new(&cx, &self.tables, number, f, self.settings.lang).message()
                }),
                before: before
                    .map(|&cell| table.stored_text(cell))
                    .filter(|text| *text != table.cell(row, field.key).text)
                    .map(|text| mask_field(field.key, text)),
            }
        });
        api::RowView {
            id: row.0,
            position,
            number: table.source_row(row),
            severity: stat.map_or(String::new(), |s| s.severity().to_owned()),
            out_of_scope: stat.is_some_and(|s| s.out_of_scope),
            days_left: stat.and_then(|s| s.days_left),
            cells: cells.collect(),
        }
    }

    pub(crate) fn items_view(
        &self,
        filter: &api::FindingFilter,
        from: usize,
        count: usize,
    ) -> api::ItemsView {
        let list = self.list_findings(filter);
        let end = (from + count.min(WINDOW)).min(list.len());
        let items = list.get(from..end).unwrap_or(&[]).iter().map(|listed| {
            let table = &self.tables[listed.table];
            let row = listed.finding.row;
            let record = row.map(|row| RowRef { table: listed.table as u16, row });
            let confirmation = record.and_then(|record| self.confirmation(record, &listed.finding));
            api::ItemView {
                address: address(listed),
                number: row.and_then(|row| table.source_row(row)),
                severity: listed.finding.severity.key().to_owned(),
                kind_label: table.kind.label().get(self.settings.lang).to_owned(),
                name: row.map_or(String::new(), |row| masked(table, row, FieldKey::EnterpriseName)),
                confirmed: confirmation.is_some(),
                reason: confirmation.map_or_else(String::new, |known| {
                    precheck_rules::privacy::mask(&known.reason).into_owned()
                }),
            }
        });
        api::ItemsView { total: list.len(), from, items: items.collect() }
    }

    /// Choices for settings.
    pub fn settings_view(&self) -> api::SettingsView {
        let lang = self.settings.lang;
        let kinds_of = |template: &precheck_schema::template::Template| {
            Kind::ALL.iter().filter(|&&k| template.layout(k).is_some()).map(|k| k.key().to_owned()).collect()
        };
        let templates = self.settings.templates.iter();
        api::SettingsView {
            version: crate::VERSION.to_owned(),
            rules_version: crate::RULES_VERSION.to_owned(),
            profile: self.settings.profile.to_json(),
            templates: templates.map(|t| (t.name.clone(), self.template_title(t), kinds_of(t))).collect(),
            kinds: Kind::ALL
                .iter()
                .map(|&kind| api::KindView {
                    key: kind.key().to_owned(),
                    label: kind.label().get(lang).to_owned(),
                    columns: columns(kind, lang),
                })
                .collect(),
            years: self.settings.calendar.years().into_iter().map(year).collect(),
        }
    }

    pub(crate) fn detail_view(&self, listed: &Listed, filter: &api::FindingFilter) -> api::DetailView {
        let lang = self.settings.lang;
        let table = &self.tables[listed.table];
        let cx = self.settings.context();
        let said = Said::new(&cx, &self.tables, listed.table, &listed.finding, lang);
        let rule = said.rule;
        let list = self.list_findings(filter);
        let place = list.iter().position(|l| l == listed).map_or(0, |p| p + 1);
        let record = listed.finding.row.map(|row| RowRef { table: listed.table as u16, row });
        let fix = said.fix();
        let changes = fix.iter().flat_map(|fix| &fix.changes).map(|(field, text)| {
            let row = listed.finding.row.unwrap_or(RowId(u32::MAX));
            let now = masked(table, row, *field);
            (
                field.key().to_owned(),
                field_label(table, *field, lang).to_owned(),
                now,
                mask_field(*field, text),
            )
        });
        let same_rule = if rule.fix == FixKind::None { 0 } else { self.proposals_of(listed.finding.rule) };
        api::DetailView {
            address: address(listed),
            code: rule.code.to_owned(),
            severity: listed.finding.severity.key().to_owned(),
            severity_label: listed.finding.severity.label().get(lang).to_owned(),
            dimension: rule.dimension.key().to_owned(),
            dimension_label: rule.dimension.label().get(lang).to_owned(),
            title: rule.title.get(lang).to_owned(),
            field_label: said.field_label().to_owned(),
            sheet: self.origins[listed.table].name.clone(),
            number: listed.finding.row.and_then(|row| table.source_row(row)),
            message: said.message(),
            why: rule.why.get(lang).to_owned(),
            how: rule.how.get(lang).to_owned(),
            basis: said.basis(),
            value: said.value(),
            fix: if fix.is_some() { rule.fix.key().unwrap_or("").to_owned() } else { String::new() },
            changes: changes.collect(),
            same_rule_fixes: same_rule,
            confirmed: record.and_then(|r| self.confirmation(r, &listed.finding)).map(|c| c.reason.clone()),
            can_confirm: listed.finding.severity == Severity::Warning && record.is_some(),
            place,
            total: list.len(),
        }
    }

    /// The next or previous finding.
    pub(crate) fn step(
        &self,
        filter: &api::FindingFilter,
        from: Option<&api::Address>,
        forward: bool,
    ) -> Option<Listed> {
        let list = self.list_findings(filter);
        if list.is_empty() {
            return None;
        }
        let Some(from) = from.filter(|from| from.table < self.tables.len()) else {
            return if forward { list.first().copied() } else { list.last().copied() };
        };
        let listed = self.find(from).map(|finding| Listed { table: from.table, finding });
        if let Some(at) = listed.and_then(|listed| list.iter().position(|l| *l == listed)) {
            let next = if forward { at + 1 } else { at.checked_sub(1)? };
            return list.get(next).copied();
        }
        // The finding is gone, or it is a cell without one: go on from its row.
        let position = |table: usize, row: Option<u32>| {
            let place = row.and_then(|row| self.tables[table].position(RowId(row)));
            (table, place.map_or(0, |p| p + 1))
        };
        let here = position(from.table, from.row);
        let place = |l: &Listed| position(l.table, l.finding.row.map(|r| r.0));
        if forward {
            list.iter().find(|l| place(l) >= here).copied()
        } else {
            list.iter().rev().find(|l| place(l) <= here).copied()
        }
    }

    /// The gravest finding of a cell.
    pub(crate) fn at(&self, table: usize, row: RowId, field: FieldKey) -> Option<Listed> {
        let findings = self.judgement.of_row(table, row).iter().filter(|f| f.field == Some(field));
        let gravest = findings
            .max_by_key(|f| (f.severity, std::cmp::Reverse(catalogue().rule(f.rule).code)))
            .copied()?;
        Some(Listed { table, finding: gravest })
    }
}

/// The columns of a kind as the grid shows them.
pub(crate) fn columns(kind: Kind, lang: Lang) -> Vec<api::ColumnView> {
    let columns = kind.fields().iter().map(|field| {
        let entry = field.key.field();
        let label = match lang {
            Lang::Zh => field.label,
            Lang::En => entry.label.en,
        };
        let form = match field.ty() {
            FieldType::LongText => "long_text",
            FieldType::Code(_) | FieldType::Codes(_) => "code",
            FieldType::Date | FieldType::DateOrLongTerm => "date",
            FieldType::Uscc | FieldType::RegistrationNo => "identifier",
            FieldType::Amount => "amount",
            FieldType::Text | FieldType::Authority | FieldType::DocumentNo | FieldType::PublicityPeriod => {
                "text"
            }
        };
        let words = field
            .ty()
            .code_list()
            .map_or(Vec::new(), |list| list.list().codes.iter().map(|code| code.label.to_owned()).collect());
        api::ColumnView {
            field: field.key.key().to_owned(),
            label: label.to_owned(),
            help: entry.help.get(lang).to_owned(),
            required: field.is_required(),
            width: entry.width,
            form: form.to_owned(),
            words,
            header: String::new(),
            letters: String::new(),
        }
    });
    columns.collect()
}

/// Dimensions have at most eight bits in the counts.
const _: () = assert!(Dimension::ALL.len() <= 8);
