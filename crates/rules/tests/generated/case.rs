//! A job to judge: records of one kind with everything that the judgement depends on.

use precheck_rules::{Context, Finding, Judgement, Ledger, RowCx, Severity, catalogue};
use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;
use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::normalize::Unit;
use precheck_schema::profile::Profile;
use precheck_schema::table::ColumnMeaning;
use precheck_schema::template::Template;
use precheck_schema::{FieldKey, Kind, Table};

/// The content list of the plan: every kind, each value on one line.
pub(crate) const PLAN: &str = include_str!("../../../../templates/plan.json");

/// A record: texts of its fields; a field that is missing is blank.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record(pub(crate) Vec<(FieldKey, String)>);

impl Record {
    pub(crate) fn get(&self, field: FieldKey) -> &str {
        self.0.iter().find(|(f, _)| *f == field).map_or("", |(_, text)| text)
    }

    pub(crate) fn set(&mut self, field: FieldKey, text: impl Into<String>) {
        self.0.retain(|(f, _)| *f != field);
        self.0.push((field, text.into()));
    }
}

struct Everything;

impl Ledger for Everything {
    fn was_exported(&self, _: &RowCx<'_>) -> bool {
        true
    }
}

/// A job. The last record is the one that a property is about.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) kind: Kind,
    pub(crate) records: Vec<Record>,
    pub(crate) today: Date,
    pub(crate) profile: Profile,
    pub(crate) template: Option<Template>,
    pub(crate) exported: bool,
    pub(crate) without: Vec<FieldKey>,
    pub(crate) amounts: Unit,
    pub(crate) periods: Unit,
}

impl Case {
    pub(crate) fn new(kind: Kind, record: Record, today: Date) -> Self {
        Self {
            kind,
            records: vec![record],
            today,
            profile: Profile::built_in(),
            template: None,
            exported: false,
            without: Vec::new(),
            amounts: Unit::None,
            periods: Unit::None,
        }
    }

    pub(crate) fn last(&mut self) -> &mut Record {
        self.records.last_mut().expect("a case has a record")
    }

    pub(crate) fn get(&self, field: FieldKey) -> &str {
        self.records.last().expect("a case has a record").get(field)
    }

    pub(crate) fn set(&mut self, field: FieldKey, text: impl Into<String>) {
        self.last().set(field, text);
    }

    pub(crate) fn table(&self) -> Table {
        let fields = self.kind.fields().iter().map(|f| f.key).filter(|f| !self.without.contains(f));
        let mut grid = Grid::default();
        let mut meanings = Vec::new();
        for (column, field) in fields.enumerate() {
            let header = self.kind.field_label(field).to_owned();
            grid.put(0, column, &header, CellTag::new(CellKind::Text));
            let unit = match field {
                FieldKey::FineAmount | FieldKey::ConfiscatedAmount => self.amounts,
                FieldKey::PublicityPeriod => self.periods,
                _ => Unit::None,
            };
            meanings.push(ColumnMeaning { header, source: Some(column as u16), field: Some(field), unit });
            for (row, record) in self.records.iter().enumerate() {
                let text = record.get(field);
                if !text.is_empty() {
                    grid.put(row as u32 + 1, column, text, CellTag::new(CellKind::Text));
                }
            }
        }
        grid.rows = self.records.len() as u32 + 1;
        Table::from_grid(self.kind, grid, Some(1), meanings, Vec::new())
    }

    /// Judges the job and hands its table and all findings on the last record and on the table to `look`.
    pub(crate) fn judged<T>(&self, look: impl FnOnce(&[Table; 1], &Context<'_>, &[Finding]) -> T) -> T {
        let calendar = Calendar::built_in();
        let cx = Context {
            profile: &self.profile,
            calendar: &calendar,
            today: self.today,
            template: self.template.as_ref(),
            ledger: if self.exported { Some(&Everything) } else { None },
        };
        let tables = [self.table()];
        let judgement = Judgement::full(&tables, &cx);
        let row = *tables[0].rows().last().expect("a case has a record");
        let mut findings = judgement.of_row(0, row).to_vec();
        findings.extend_from_slice(judgement.of_table(0));
        look(&tables, &cx, &findings)
    }

    /// Codes and fields of the findings of at least a severity on the last record, sorted.
    pub(crate) fn found(&self, least: Severity) -> Vec<(&'static str, Option<FieldKey>)> {
        self.judged(|_, _, findings| {
            let grave = findings.iter().filter(|f| f.severity >= least);
            let mut found: Vec<_> = grave.map(|f| (catalogue().rule(f.rule).code, f.field)).collect();
            found.sort_unstable();
            found
        })
    }
}
