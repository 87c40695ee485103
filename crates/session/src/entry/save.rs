//! A typed record comes into the table.

use precheck_rules::catalogue;
use precheck_schema::{FieldKey, RowId, Table};

use crate::api::{ConfirmedFinding, ProblemView, Response, SourceView};
use crate::history::{Deed, Step, TypedTable};
use crate::job::{Confirmation, Job, TableOrigin};
use crate::records::Record;
use crate::stats::TableStats;

/// Key of the format of a source that was typed in.
const TYPED: &str = "typed";

impl Job {
    /// Puts a typed record into a table, in one step of undo.
    pub(crate) fn save_record(
        &mut self,
        kind: &str,
        record: &Record,
        table: Option<usize>,
        row: Option<u32>,
        confirmed: &[ConfirmedFinding],
    ) -> Result<Response, ProblemView> {
        let kind = self.kind(kind)?;
        for key in record.keys() {
            self.place_of(kind, key)?;
        }
        let found = self.table_for(kind, table);
        if let Some(row) = row {
            let there = found.is_some_and(|table| self.tables[table].position(RowId(row)).is_some());
            if !there {
                return Err(self.no_row());
            }
        }
        let mut steps = Vec::new();
        // The steps that write a record ask its table: a new one stands there while they are made.
        let opened = found.is_none().then(|| {
            let number = self.tables.len();
            let name = self.typed_name();
            let origin =
                TableOrigin { source: self.sources.len(), name: name.clone(), ..TableOrigin::default() };
            let format = TYPED.to_owned();
            let source = SourceView { name, format, tables: vec![number], ..SourceView::default() };
            self.tables.push(Table::empty(kind));
            (origin, source)
        });
        let table = found.unwrap_or(self.tables.len() - 1);
        let new = row.is_none();
        let row = row.map_or_else(|| self.tables[table].new_row(), RowId);
        if new {
            steps.push(Step::Insert(table as u16, row, self.tables[table].len()));
        }
        steps.extend(self.cell_steps(kind, record, table, row));
        if let Some((origin, source)) = opened
            && let Some(table) = self.tables.pop()
        {
            steps.insert(0, Step::Open(Box::new(TypedTable { table, origin, source })));
        }
        for finding in confirmed.iter().filter(|finding| !finding.reason.trim().is_empty()) {
            let (Some(field), Some(rule)) =
                (FieldKey::from_key(&finding.field), catalogue().find(&finding.rule))
            else {
                continue;
            };
            let value = record.get(&finding.field).cloned().unwrap_or_default();
            let confirmation = Confirmation { reason: finding.reason.trim().to_owned(), value };
            let key = (table as u16, row, field, rule);
            steps.push(Step::Confirm(Box::new((key, Some(confirmation)))));
        }
        if steps.is_empty() {
            return Ok(Response::Nothing);
        }
        let (deed, count) = if new { (Deed::Record, 1) } else { (Deed::Edit, steps.len()) };
        Ok(self.change(deed, count, steps, None))
    }

    fn typed_name(&self) -> String {
        match self.settings.lang {
            precheck_schema::Lang::Zh => "在线录入".to_owned(),
            precheck_schema::Lang::En => "Typed in".to_owned(),
        }
    }

    /// Adds a table behind all others.
    pub(crate) fn open_typed(&mut self, typed: TypedTable) {
        self.tables.push(typed.table);
        self.origins.push(typed.origin);
        self.sources.push(typed.source);
        self.stats.push(TableStats::default());
    }

    /// Takes the last table out again.
    pub(crate) fn close_typed(&mut self) -> Option<TypedTable> {
        self.stats.pop();
        let last = self.tables.len().checked_sub(1)?;
        self.before.retain(|(table, ..), _| usize::from(*table) != last);
        Some(TypedTable {
            table: self.tables.pop()?,
            origin: self.origins.pop()?,
            source: self.sources.pop()?,
        })
    }
}
