//! Records that a program hands over itself: judged, mended and exported without a file.
//!
//! The records of a call are one table in which every field of the kind has a column, in the order of the kind;
//! record `n` of the call is row `n`, counted from 0, in everything that is given back here. Sentences number
//! the records from 1, as they number the rows of a spreadsheet.

use std::collections::BTreeMap;

use precheck_rules::FixKind;
use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::table::ColumnMeaning;
use precheck_schema::{FieldKey, Kind, KindField, Lang, Requirement, RowId, Table};

use crate::api;
use crate::job::{Job, TableOrigin};
use crate::release::Stay;
use crate::say::{Said, field_label};
use crate::view::columns;

/// The table of the records, which is the only one.
const TABLE: usize = 0;

/// Texts by key of the field. Fields that are not named are blank.
pub type Record = BTreeMap<String, String>;

/// A file that was made of records.
#[derive(Debug, Clone)]
pub struct RecordFile {
    /// Its name and form.
    pub file: api::FileView,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The records that are not in it, and why.
    pub stayed: Vec<api::StayedRecord>,
}

impl Job {
    /// Replaces what is open by records of a kind. Drive [`Job::judge_step`] afterwards until it gives none.
    pub fn open_records(&mut self, kind: &str, records: &[Record]) -> Result<(), api::ProblemView> {
        let kind = self.kind(kind)?;
        let mut grid = Grid::default();
        let mut rows: Vec<Vec<(usize, &str)>> = Vec::with_capacity(records.len());
        for record in records {
            let mut cells = Vec::with_capacity(record.len());
            for (key, text) in record {
                cells.push((self.place_of(kind, key)?, text.as_str()));
            }
            rows.push(cells);
        }
        let tag = CellTag::new(CellKind::Text);
        for (row, cells) in rows.into_iter().enumerate() {
            for (column, text) in cells.into_iter().filter(|(_, text)| !text.is_empty()) {
                grid.put(row as u32, column, text, tag);
            }
        }
        grid.rows = records.len() as u32;
        grid.columns.resize_with(kind.fields().len(), Default::default);
        let meaning = |(column, field): (usize, &KindField)| ColumnMeaning {
            header: field.label.to_owned(),
            source: Some(column as u16),
            field: Some(field.key),
            ..ColumnMeaning::default()
        };
        let meanings = kind.fields().iter().enumerate().map(meaning).collect();
        self.open_begin(Vec::new());
        self.tables.push(Table::from_grid(kind, grid, None, meanings, Vec::new()));
        let name = kind.label().get(self.settings.lang).to_owned();
        self.origins.push(TableOrigin { name: name.clone(), ..TableOrigin::default() });
        self.sources.push(api::SourceView { name, tables: vec![TABLE], ..api::SourceView::default() });
        self.digests.push((0, String::new()));
        self.judge_begin();
        Ok(())
    }

    /// What was found in the records that are open.
    pub fn record_findings(&self) -> Vec<api::FindingReport> {
        if self.sources.is_empty() {
            return Vec::new();
        }
        let report = self.file_report(TABLE);
        let mut findings: Vec<_> = report.tables.into_iter().flat_map(|table| table.findings).collect();
        for finding in &mut findings {
            // Positions in the call instead of those in a spreadsheet.
            finding.row = finding.row.map(|row| row - 1);
            finding.column = None;
        }
        findings
    }

    /// Judges records of a kind.
    pub fn check_records(
        &mut self,
        kind: &str,
        records: &[Record],
    ) -> Result<Vec<api::FindingReport>, api::ProblemView> {
        self.open_records(kind, records)?;
        self.judge_all();
        Ok(self.record_findings())
    }

    /// Judges one field of a record: what holds for the field if its text is this one.
    pub fn check_field_of(
        &mut self,
        kind: &str,
        field: &str,
        text: &str,
        mut record: Record,
    ) -> Result<Vec<api::FindingReport>, api::ProblemView> {
        record.insert(field.to_owned(), text.to_owned());
        let mut findings = self.check_records(kind, std::slice::from_ref(&record))?;
        findings.retain(|finding| finding.field.as_deref() == Some(field));
        Ok(findings)
    }

    /// What could be proposed for a record, safe or not, in the order of its findings.
    pub fn proposals_for(
        &mut self,
        kind: &str,
        record: Record,
    ) -> Result<Vec<api::Proposal>, api::ProblemView> {
        self.check_records(kind, &[record])?;
        Ok(self.record_proposals())
    }

    /// Applies the safe fixes to a record, and lists what is left to propose.
    pub fn fix_record(&mut self, kind: &str, record: Record) -> Result<api::MendedRecord, api::ProblemView> {
        self.check_records(kind, std::slice::from_ref(&record))?;
        self.apply_fixes(&api::FixFilter::default(), &[]);
        let mut mended = record.clone();
        let mut changed = Vec::new();
        let table = &self.tables[TABLE];
        for field in table.kind.fields() {
            let key = field.key.key();
            let (now, then) =
                (record.get(key).map_or("", String::as_str), table.cell(RowId(0), field.key).text);
            if now != then {
                changed.push(self.field_text(field.key, now, then));
                mended.insert(key.to_owned(), then.to_owned());
            }
        }
        let (suggestions, findings) = (self.record_proposals(), self.record_findings());
        Ok(api::MendedRecord { record: mended, changed, suggestions, findings })
    }

    /// Makes the platform's file of the records without errors; those with warnings leave only with a reason.
    pub fn export_records(
        &mut self,
        template: &str,
        kind: &str,
        records: &[Record],
        accept_warnings: Option<&str>,
    ) -> Result<RecordFile, api::ProblemView> {
        let lang = self.settings.lang;
        let before = self.settings.template.take();
        let made = match self.settings.choose_template(template) {
            Ok(()) => self.export_chosen(template, kind, records, accept_warnings),
            Err(error) => Err(error.view(lang)),
        };
        self.settings.template = before;
        made
    }

    fn export_chosen(
        &mut self,
        template: &str,
        kind: &str,
        records: &[Record],
        accept_warnings: Option<&str>,
    ) -> Result<RecordFile, api::ProblemView> {
        self.open_records(kind, records)?;
        self.judge_all();
        if let Some(reason) = accept_warnings.map(str::trim).filter(|reason| !reason.is_empty()) {
            self.confirm_warnings(reason);
        }
        let mut stayed = Vec::new();
        for (row, &id) in self.tables[TABLE].rows().iter().enumerate() {
            let (reason, lacking) = match self.stay(TABLE, id, self.settings.template.as_ref()) {
                None => continue,
                Some(Stay::Errors) => ("error", Vec::new()),
                Some(Stay::Warnings) => ("warning", Vec::new()),
                Some(Stay::Lacking(headers)) => ("lacking", headers),
            };
            stayed.push(api::StayedRecord { row, reason: reason.to_owned(), lacking });
        }
        let mut files = self.export(template, &[kind.to_owned()])?;
        // One kind gives one file, or the problem that nothing leaves.
        let (file, bytes) = files.remove(0);
        Ok(RecordFile { file, bytes, stayed })
    }

    /// The fields of a kind, for those who build a form.
    pub fn kind_schema(&self, kind: &str) -> Result<api::KindSchema, api::ProblemView> {
        let kind = self.kind(kind)?;
        let lang = self.settings.lang;
        let field = |(view, field): (api::ColumnView, &KindField)| api::FieldSchema {
            field: view.field,
            label: view.label,
            help: view.help,
            required: view.required,
            requirement: match field.requirement {
                Requirement::Required => "required",
                Requirement::OneOfId => "one-of-id",
                Requirement::Recommended => "recommended",
                Requirement::Optional => "optional",
            }
            .to_owned(),
            form: view.form,
            max_length: field.max_len,
            words: view.words,
        };
        Ok(api::KindSchema {
            kind: kind.key().to_owned(),
            label: kind.label().get(lang).to_owned(),
            fields: columns(kind, lang).into_iter().zip(kind.fields()).map(field).collect(),
        })
    }

    pub(crate) fn record_proposals(&self) -> Vec<api::Proposal> {
        let cx = self.settings.context();
        let lang = self.settings.lang;
        let table = &self.tables[TABLE];
        let proposal = |finding: &precheck_rules::Finding| {
            let row = finding.row?;
            let said = Said::new(&cx, &self.tables, TABLE, finding, lang);
            let fix = said.fix()?;
            let changes = fix.changes.iter();
            let changes = changes.map(|(field, text)| (field, table.cell(row, *field).text, text.as_str()));
            Some(api::Proposal {
                rule: said.rule.code.to_owned(),
                name: said.rule.slug.to_owned(),
                field: finding.field.map(|field| field.key().to_owned()),
                kind: if said.rule.fix == FixKind::Safe { "safe" } else { "suggested" }.to_owned(),
                title: said.rule.title.get(lang).to_owned(),
                message: said.message(),
                changes: changes.map(|(field, now, then)| self.field_text(*field, now, then)).collect(),
            })
        };
        self.judgement.all(&self.tables, TABLE).iter().filter_map(proposal).collect()
    }

    fn field_text(&self, field: FieldKey, now: &str, then: &str) -> api::FieldText {
        api::FieldText {
            field: field.key().to_owned(),
            label: field_label(&self.tables[TABLE], field, self.settings.lang).to_owned(),
            from: now.to_owned(),
            to: then.to_owned(),
        }
    }

    /// The kind of this key.
    pub(crate) fn kind(&self, key: &str) -> Result<Kind, api::ProblemView> {
        Kind::from_key(key).ok_or_else(|| {
            self.problem(
                "no-kind",
                &format!("没有信息种类“{key}”，请从列表中选择"),
                &format!("there is no kind “{key}”; choose one of the list"),
            )
        })
    }

    /// Column of a field among those of its kind.
    pub(crate) fn place_of(&self, kind: Kind, key: &str) -> Result<usize, api::ProblemView> {
        kind.fields().iter().position(|field| field.key.key() == key).ok_or_else(|| {
            let labels = match self.settings.lang {
                Lang::Zh => kind.label().zh,
                Lang::En => kind.label().en,
            };
            self.problem(
                "no-field",
                &format!("{labels}没有字段“{key}”，请核对字段名"),
                &format!("{labels} has no field “{key}”; check its name"),
            )
        })
    }
}
