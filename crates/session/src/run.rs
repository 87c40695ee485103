//! Whole runs in one call: check, mend, export. What the command line and the JavaScript module offer.

use precheck_rules::Judgement;
use precheck_schema::grid::Grid;
use precheck_schema::{FieldKey, RowId};
use precheck_tabular::write::{OutCell, OutSheet, csv, xlsx};
use precheck_tabular::{Encoding, ReadOptions, read};

use crate::api;
use crate::job::Job;
use crate::masking::mask_field;
use crate::say::{Said, field_label, letters};
use crate::settings::Settings;

/// A file with its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// Path or name as the report shall have it.
    pub path: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// How a run reads its files.
#[derive(Debug, Clone, Default)]
pub struct RunOptions {
    /// Whether all files of the call are one batch (rules over several records look across them); otherwise
    /// each file is its own.
    pub together: bool,
    /// How each file is read; its `kind` decides the kind of every sheet.
    pub source: api::SourceOptions,
}

/// Checks files: what `precheck check` prints.
pub fn report(files: &[Input<'_>], settings: Settings, options: &RunOptions) -> api::Report {
    let names = files.iter().map(|file| file.path.to_owned()).collect();
    let mut steps = Steps::new(names, settings, options.clone());
    let mut bytes = files.iter().map(|file| file.bytes);
    while steps.step(usize::MAX, || bytes.next().unwrap_or_default()).is_some() {}
    steps.report()
}

/// A check of files in steps. Each file is read once and its bytes are given up again.
pub struct Steps {
    job: Job,
    names: Vec<String>,
    options: RunOptions,
    /// Files that were read.
    read: usize,
    /// Whether the job holds a batch that is not reported yet.
    is_open: bool,
    reports: Vec<api::FileReport>,
}

impl Steps {
    /// A check of files with these paths or names.
    pub fn new(names: Vec<String>, settings: Settings, options: RunOptions) -> Self {
        Self { job: Job::new(settings), names, options, read: 0, is_open: false, reports: Vec::new() }
    }

    /// Reads one more file, whose bytes `next` gives, or judges up to `rows` more records; none when all is done.
    pub fn step<B: AsRef<[u8]>>(&mut self, rows: usize, next: impl FnOnce() -> B) -> Option<api::Progress> {
        if self.is_open && !self.job.has_pending() {
            if let Some(progress) = self.job.judge_step(rows) {
                return Some(progress);
            }
            self.reports.extend((0..self.job.sources.len()).map(|source| self.job.file_report(source)));
            self.is_open = false;
        }
        let name = self.names.get(self.read)?.clone();
        if !self.is_open {
            let end = if self.options.together { self.names.len() } else { self.read + 1 };
            let source = |name: &String| api::Source {
                name: name.clone(),
                origin: api::Origin::File,
                options: self.options.source.clone(),
            };
            self.job.open_begin(self.names[self.read..end].iter().map(source).collect());
            self.is_open = true;
        }
        self.job.open_source(next().as_ref());
        self.read += 1;
        let (done, total) = (self.read as u64, self.names.len() as u64);
        Some(api::Progress { stage: "reading".to_owned(), name, done, total })
    }

    /// The report of what was done so far.
    pub fn report(&self) -> api::Report {
        api::Report {
            version: crate::VERSION.to_owned(),
            rules_version: crate::RULES_VERSION.to_owned(),
            today: precheck_schema::date::iso(self.job.settings.today),
            files: self.reports.clone(),
            changed_rules: changed_rules(&self.job),
        }
    }
}

fn changed_rules(job: &Job) -> Vec<api::ChangedRule> {
    crate::changes::changed_rules(&job.settings.profile, job.settings.lang)
}

/// The form in which a mended file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MendedForm {
    /// A workbook with every sheet of the file.
    #[default]
    Xlsx,
    /// Comma separated text, UTF-8 with byte order mark, for files of one sheet.
    Csv,
}

/// A file that was mended.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The file; all cells are text.
    pub bytes: Vec<u8>,
    /// How many cells were changed.
    pub changed: usize,
    /// What is left.
    pub report: api::FileReport,
}

/// Applies the safe fixes to a file and writes it back: every sheet, every row and column where it stood, only
/// mended cells differ.
pub fn fix(
    file: Input<'_>,
    settings: Settings,
    options: &RunOptions,
    form: MendedForm,
) -> Result<Mended, api::ProblemView> {
    let mut job = Job::new(settings);
    job.open_all(&[file], &options.source);
    if let Some(problem) = &job.sources[0].problem {
        return Err(problem.clone());
    }
    job.apply_fixes(&api::FixFilter::default(), &[]);
    let bytes = job.written_back(file, &options.source, form)?;
    Ok(Mended { bytes, changed: job.changed_cells().len(), report: job.file_report(0) })
}

/// What an export made.
#[derive(Debug, Clone)]
pub struct Exported {
    /// What left and what stayed, kind by kind.
    pub plan: api::PlanView,
    /// The platform's files with their bytes, one for each kind with records to leave; may be none.
    pub files: Vec<(api::FileView, Vec<u8>)>,
    /// The problem workbook, where something stayed behind.
    pub problems: Option<(api::FileView, Vec<u8>)>,
    /// The report of the check, before warnings were accepted.
    pub report: api::Report,
}

/// Checks files as one batch and makes the platform's files with a template: records without errors; those with
/// warnings only where `accept_warnings` gives the reason for which all warnings are confirmed.
pub fn export(
    files: &[Input<'_>],
    settings: Settings,
    options: &RunOptions,
    template: &str,
    accept_warnings: Option<&str>,
) -> Result<Exported, api::ProblemView> {
    let (job, plan, report) = checked(files, settings, options, template, accept_warnings)?;
    let kinds = leaving(&plan);
    let files = if kinds.is_empty() { Vec::new() } else { job.export(template, &kinds)? };
    let problems = if stays(&plan) { job.problem_workbook().ok() } else { None };
    Ok(Exported { plan, files, problems, report })
}

/// What a batch made.
#[derive(Debug, Clone)]
pub struct Delivered {
    /// What left and what stayed, kind by kind.
    pub plan: api::PlanView,
    /// The files with their manifest, and what could not be made; empty where nothing leaves.
    pub view: api::DeliveredView,
    /// Bytes of the files of `view`.
    pub files: Vec<Vec<u8>>,
    /// The problem workbook, where something stayed behind.
    pub problems: Option<(api::FileView, Vec<u8>)>,
    /// The report of the check, before warnings were accepted.
    pub report: api::Report,
}

/// Like [`export`], with a manifest beside the files, or all in one zip.
pub fn deliver(
    files: &[Input<'_>],
    settings: Settings,
    options: &RunOptions,
    deliver: &api::DeliverOptions,
    accept_warnings: Option<&str>,
) -> Result<Delivered, api::ProblemView> {
    let (job, plan, report) = checked(files, settings, options, &deliver.template, accept_warnings)?;
    let kinds = leaving(&plan);
    let (view, files) = if kinds.is_empty() { Default::default() } else { job.deliver(deliver, &kinds)? };
    let problems = if stays(&plan) { job.problem_workbook().ok() } else { None };
    Ok(Delivered { plan, view, files, problems, report })
}

/// The template that a blank platform file gives.
pub fn own_template(
    bytes: &[u8],
    settings: Settings,
    options: &api::OwnTemplateOptions,
) -> Result<api::OwnTemplateView, api::ProblemView> {
    Job::new(settings).own_template(bytes, options)
}

fn leaving(plan: &api::PlanView) -> Vec<String> {
    plan.kinds.iter().filter(|kind| kind.leaving > 0).map(|kind| kind.kind.clone()).collect()
}

fn stays(plan: &api::PlanView) -> bool {
    plan.kinds.iter().any(|k| k.supported && k.leaving < k.records || !k.supported && k.records > 0)
}

/// Opens and judges files as one batch, and confirms its warnings where there is a reason.
fn checked(
    files: &[Input<'_>],
    mut settings: Settings,
    options: &RunOptions,
    template: &str,
    accept_warnings: Option<&str>,
) -> Result<(Job, api::PlanView, api::Report), api::ProblemView> {
    let lang = settings.lang;
    settings.choose_template(template).map_err(|error| error.view(lang))?;
    let mut job = Job::new(settings);
    job.open_all(files, &options.source);
    let report = api::Report {
        version: crate::VERSION.to_owned(),
        rules_version: crate::RULES_VERSION.to_owned(),
        today: precheck_schema::date::iso(job.settings.today),
        files: (0..files.len()).map(|source| job.file_report(source)).collect(),
        changed_rules: changed_rules(&job),
    };
    if let Some(reason) = accept_warnings.map(str::trim).filter(|reason| !reason.is_empty()) {
        job.confirm_warnings(reason);
    }
    let plan = job.plan(template, "")?;
    Ok((job, plan, report))
}

impl Job {
    /// Opens sources and judges them in one go.
    pub(crate) fn open_all(&mut self, files: &[Input<'_>], options: &api::SourceOptions) {
        let source = |file: &Input<'_>| api::Source {
            name: file.path.to_owned(),
            origin: api::Origin::File,
            options: options.clone(),
        };
        self.open_begin(files.iter().map(source).collect());
        for file in files {
            self.open_source(file.bytes);
        }
        self.judge_all();
    }

    /// What was found in a source.
    pub fn file_report(&self, source: usize) -> api::FileReport {
        let view = &self.sources[source];
        api::FileReport {
            path: view.name.clone(),
            tables: view.tables.iter().map(|&table| self.table_report(table)).collect(),
            problem: view.problem.clone().or_else(|| self.unknown_header(view)),
            left_out_sheets: view.left_out_sheets.iter().cloned().chain(self.unread_sheets(view)).collect(),
        }
    }

    /// Sheets whose header was not recognised, beside others that gave tables.
    fn unread_sheets(&self, view: &api::SourceView) -> Vec<(String, String)> {
        let reason = match self.settings.lang {
            precheck_schema::Lang::Zh => "没有找到可识别的表头",
            precheck_schema::Lang::En => "no header row was recognised",
        };
        let unread = view.questions.iter().filter(|q| q.table.is_none());
        unread.map(|q| (q.name.clone(), reason.to_owned())).collect()
    }

    /// A file of which no sheet has a header that is recognised.
    fn unknown_header(&self, view: &api::SourceView) -> Option<api::ProblemView> {
        if !view.tables.is_empty() || view.questions.is_empty() {
            return None;
        }
        Some(self.problem(
            "no-header",
            "没有找到可识别的表头。请核对表头各列的名称，或用 --kind 指定信息种类，也可在页面中手工对应各列",
            "no header row was recognised; check the names of the columns, name the kind with --kind, or map the columns in the page",
        ))
    }

    fn table_report(&self, number: usize) -> api::TableReport {
        let table = &self.tables[number];
        let mut findings: Vec<api::FindingReport> = Vec::new();
        let mut all = self.judgement.all(&self.tables, number);
        // Rows were neither moved nor added: the order of the table is that of the spreadsheet.
        all.sort_by_key(|f| (f.row.and_then(|row| table.source_row(row)), Judgement::sort_key(table, f)));
        let cx = self.settings.context();
        for finding in &all {
            let said = Said::new(&cx, &self.tables, number, finding, self.settings.lang);
            let fix = said.fix().and_then(|fix| {
                let (field, text) = fix
                    .changes
                    .iter()
                    .find(|(field, _)| Some(*field) == finding.field)
                    .or_else(|| fix.changes.first())?;
                let kind = said.rule.fix.key()?;
                Some(api::FixReport { kind: kind.to_owned(), value: mask_field(*field, text) })
            });
            findings.push(api::FindingReport {
                row: finding.row.and_then(|row| table.source_row(row)),
                column: finding.row.and(finding.field).and_then(|field| letters(table, field)),
                fix,
                ..said.report()
            });
        }
        let origin = &self.origins[number];
        api::TableReport {
            sheet: table.name.clone(),
            kind: table.kind.key().to_owned(),
            header_row: table.header_row,
            rows: table.len(),
            left_out: table
                .left_out
                .iter()
                .map(|l| api::LeftOutReport {
                    row: l.row,
                    reason: l.reason.key().to_owned(),
                    text: precheck_rules::privacy::mask(&l.text).into_owned(),
                })
                .collect(),
            unmapped: origin
                .unmapped
                .iter()
                .map(|(column, header, reason)| api::UnmappedReport {
                    column: column.clone(),
                    header: header.clone(),
                    reason: reason.clone(),
                })
                .collect(),
            findings,
        }
    }

    /// Cells that differ from what was opened, in order.
    fn changed_cells(&self) -> Vec<(usize, RowId, FieldKey)> {
        let mut changed: Vec<(usize, RowId, FieldKey)> = self
            .before
            .iter()
            .filter(|&(&(table, row, field), &before)| {
                self.tables[table as usize].stored(row, field) != before
            })
            .map(|(&(table, row, field), _)| (table as usize, row, field))
            .collect();
        changed.sort_unstable();
        changed
    }

    /// The file with the changed cells in their places.
    fn written_back(
        &self,
        file: Input<'_>,
        source: &api::SourceOptions,
        form: MendedForm,
    ) -> Result<Vec<u8>, api::ProblemView> {
        let options = ReadOptions {
            encoding: Encoding::from_key(&source.encoding),
            separator: source.separator,
            leave_out_hidden: source.leave_out_hidden,
        };
        let workbook =
            read(file.bytes, &options).map_err(|error| crate::open::problem(&error, self.settings.lang))?;
        let mut sheets: Vec<OutSheet> = workbook.grids.iter().map(out_sheet).collect();
        for (number, row, field) in self.changed_cells() {
            let (table, origin) = (&self.tables[number], &self.origins[number]);
            let Some(sheet) = sheets.get_mut(origin.sheet) else { continue };
            let text = table.cell(row, field).text;
            let column = table.column_of(field).and_then(|c| table.columns()[c].meaning.source);
            let column = column.map_or_else(
                || {
                    // No column of the file holds the field: it gets one behind the last.
                    let header = table.header_row.map_or(0, |row| row as usize - 1);
                    added_column(sheet, header, field_label(table, field, self.settings.lang))
                },
                usize::from,
            );
            put(sheet, row.0 as usize, column, text);
        }
        if form == MendedForm::Csv {
            let [sheet] = &sheets[..] else {
                return Err(self.problem(
                    "several-sheets",
                    "文件有多张工作表，一个 csv 文件放不下，请另存为 .xlsx",
                    "the file has several sheets, which one csv file cannot hold; write it as .xlsx",
                ));
            };
            let rows = sheet.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()));
            return Ok(csv(rows, true, Encoding::Utf8));
        }
        xlsx(&sheets).map_err(|error| self.problem("write", &error.to_string(), &error.to_string()))
    }
}

fn out_sheet(grid: &Grid) -> OutSheet {
    let width = grid.columns.len();
    let row = |row: u32| (0..width).map(|column| OutCell::plain(grid.text(row, column))).collect();
    OutSheet {
        name: if grid.name.is_empty() { "Sheet1".to_owned() } else { grid.name.clone() },
        rows: (0..grid.rows).map(row).collect(),
        ..OutSheet::default()
    }
}

fn put(sheet: &mut OutSheet, row: usize, column: usize, text: &str) {
    if sheet.rows.len() <= row {
        sheet.rows.resize(row + 1, Vec::new());
    }
    let cells = &mut sheet.rows[row];
    if cells.len() <= column {
        cells.resize(column + 1, OutCell::default());
    }
    text.clone_into(&mut cells[column].text);
}

/// The column of a header that the mended file adds, made where it is not there yet.
fn added_column(sheet: &mut OutSheet, header: usize, label: &str) -> usize {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let found = sheet.rows.get(header).and_then(|cells| cells.iter().rposition(|c| c.text == label));
    found.unwrap_or_else(|| {
        put(sheet, header, width, label);
        width
    })
}
