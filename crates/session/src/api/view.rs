//! What the page shows.

use serde::{Deserialize, Serialize};

/// A problem in the clerk's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProblemView {
    /// Stable name of the problem.
    pub key: String,
    /// What, where and how to mend it, in the language of the settings.
    pub message: String,
}

/// How far the engine is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Progress {
    /// `reading` or `judging`.
    pub stage: String,
    /// Name of the file that is read, empty while judging.
    pub name: String,
    /// Files, bytes or rows done.
    pub done: u64,
    /// Files, bytes or rows in all.
    pub total: u64,
}

/// The state of the job: everything but rows and findings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Overview {
    /// Grows with every change.
    pub revision: u64,
    /// The day of the run.
    pub today: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Version of the rules.
    pub rules_version: String,
    /// How many rules judge.
    pub rules: usize,
    /// Rules that the profile has switched off or weighs otherwise.
    pub changed_rules: Vec<super::ChangedRule>,
    /// Whether judging is done.
    pub judged: bool,
    /// The sources with what became of them.
    pub sources: Vec<SourceView>,
    /// The tables.
    pub tables: Vec<TableView>,
    /// Counts over all tables.
    pub totals: Totals,
    /// Records by dimension.
    pub dimensions: Vec<DimensionView>,
    /// Days left for gathering.
    pub deadline: DeadlineView,
    /// How many safe fixes there are.
    pub safe_fixes: usize,
    /// Findings that are left: neither mended nor confirmed.
    pub open: usize,
    /// Findings that were mended or confirmed since the job was opened.
    pub handled: usize,
    /// What undo would take back, none: nothing.
    pub undo: Option<String>,
    /// What redo would do again, none: nothing.
    pub redo: Option<String>,
}

/// Counts of records and findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Totals {
    /// Records.
    pub records: usize,
    /// Records without open errors and without warnings to confirm.
    pub passed: usize,
    /// Records without errors that have warnings to confirm.
    pub with_warnings: usize,
    /// Records with errors.
    pub with_errors: usize,
    /// Findings of level error.
    pub errors: usize,
    /// Findings of level warning.
    pub warnings: usize,
    /// Findings of level info.
    pub infos: usize,
}

/// A source and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct SourceView {
    /// Its name.
    pub name: String,
    /// Key of the format that its bytes are.
    pub format: String,
    /// Encoding of a text file, empty else.
    pub encoding: String,
    /// Separator of a text file.
    pub separator: Option<char>,
    /// Why it could not be read.
    pub problem: Option<ProblemView>,
    /// Sheets that gave a table.
    pub tables: Vec<usize>,
    /// Sheets that need the user.
    pub questions: Vec<SheetQuestion>,
    /// Sheets whose columns were settled by a person, now or before.
    pub settled: Vec<super::SettledSheet>,
    /// Sheets that were left out, with the reason.
    pub left_out_sheets: Vec<(String, String)>,
}

/// A sheet whose header or columns the user has to settle.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct SheetQuestion {
    /// Index of the sheet in its file.
    pub sheet: usize,
    /// Its name.
    pub name: String,
    /// Table that it gave already with the columns that are certain; none where the header is unknown.
    pub table: Option<usize>,
    /// Key of the likeliest kind, empty where unknown.
    pub kind: String,
    /// Header row, from 1; 0 where unknown.
    pub header_row: u32,
    /// Its columns.
    pub columns: Vec<ColumnQuestion>,
    /// Its first rows as they stand.
    pub preview: Vec<Vec<String>>,
}

/// A column of a sheet in the mapping dialog.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ColumnQuestion {
    /// Counted from 0.
    pub column: usize,
    /// As the spreadsheet calls it.
    pub letters: String,
    /// Header text.
    pub header: String,
    /// Key of the field that it holds; empty: not taken.
    pub field: String,
    /// Keys of the fields that it may hold, where that is open.
    pub candidates: Vec<String>,
    /// Why it is not taken or open, in words; empty where it is certain.
    pub reason: String,
    /// Some of its values, masked.
    pub samples: Vec<String>,
}

/// A table of the job.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct TableView {
    /// Index in the job.
    pub table: usize,
    /// Index of its source.
    pub source: usize,
    /// Name of the sheet; the source's name for text files.
    pub name: String,
    /// Key of its kind.
    pub kind: String,
    /// What the kind is called.
    pub kind_label: String,
    /// Header row, from 1.
    pub header_row: Option<u32>,
    /// Columns of the grid: the fields of the kind, in its order.
    pub columns: Vec<ColumnView>,
    /// Columns of the file that hold no field: letters, header, reason.
    pub unmapped: Vec<(String, String, String)>,
    /// Rows of the file that are no records: row, reason, text.
    /// At most the first 200.
    pub left_out: Vec<(u32, String, String)>,
    /// How many rows of the file are no records.
    pub left_out_total: usize,
    /// Counts.
    pub totals: Totals,
    /// Findings about the table as a whole.
    pub table_findings: usize,
}

/// A column of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ColumnView {
    /// Key of the field.
    pub field: String,
    /// What the kind calls it.
    pub label: String,
    /// One line of help.
    pub help: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// Width in CSS pixels.
    pub width: u16,
    /// `text`, `long_text`, `code`, `date`, `identifier` or `amount`: how it is shown and edited.
    pub form: String,
    /// Words of its code list, where it has one.
    pub words: Vec<String>,
    /// Header of the column in the file; empty where no column holds the field.
    pub header: String,
    /// Letters of the column in the file; empty where no column holds the field.
    pub letters: String,
}

/// Records with findings of one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct DimensionView {
    /// Key.
    pub key: String,
    /// Label.
    pub label: String,
    /// Records with an error of the dimension.
    pub with_errors: usize,
    /// Records with a warning of the dimension and no error.
    pub with_warnings: usize,
}

/// Days left for gathering over all records.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct DeadlineView {
    /// Days of the deadline.
    pub days: u32,
    /// `natural` or `working`.
    pub count: String,
    /// Records that are overdue.
    pub overdue: usize,
    /// Greatest number of days overdue.
    pub most_overdue: i32,
    /// Records due within 5 days.
    pub soon: usize,
    /// Records due later.
    pub later: usize,
    /// Records whose date cannot be read.
    pub unknown: usize,
    /// Records by days left, ascending: days, records. Days below −5 stand at −5, above 20 at 20.
    pub histogram: Vec<(i32, usize)>,
}

/// Rows of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct RowsView {
    /// Index of the table.
    pub table: usize,
    /// How many rows pass the filter.
    pub total: usize,
    /// First row of the window.
    pub from: usize,
    /// The window.
    pub rows: Vec<RowView>,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct RowView {
    /// Row id.
    pub id: u32,
    /// Position among all rows of the table, from 0.
    pub position: usize,
    /// Row as the spreadsheet numbers it; none for a row that was added.
    pub number: Option<u32>,
    /// Gravest severity of its open findings; empty: none.
    pub severity: String,
    /// Whether the record is not to be gathered at all.
    pub out_of_scope: bool,
    /// Days left for gathering; none where the date cannot be read.
    pub days_left: Option<i32>,
    /// Its cells, in the order of the table's columns.
    pub cells: Vec<CellView>,
}

/// A cell of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct CellView {
    /// Text as typed, personal numbers masked.
    pub text: String,
    /// Gravest severity of its findings; empty: none.
    pub severity: String,
    /// The sentence of its gravest finding; empty: none.
    pub message: String,
    /// The text that stood there when the file was opened, masked, where it was changed since.
    pub before: Option<String>,
}

/// Findings grouped by severity and rule.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct GroupsView {
    /// Open findings of each severity under the filter's table, dimension and rule: errors, warnings, infos.
    pub counts: [usize; 3],
    /// The groups, gravest first, in the order of codes.
    pub groups: Vec<GroupView>,
}

/// The findings of one rule and severity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct GroupView {
    /// Slug.
    pub rule: String,
    /// Code.
    pub code: String,
    /// The fault in a few words.
    pub title: String,
    /// Severity.
    pub severity: String,
    /// Key of the dimension.
    pub dimension: String,
    /// Label of the dimension.
    pub dimension_label: String,
    /// How many.
    pub count: usize,
    /// How many of them are confirmed.
    pub confirmed: usize,
}

/// Single findings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ItemsView {
    /// How many there are.
    pub total: usize,
    /// First of the window.
    pub from: usize,
    /// The window.
    pub items: Vec<ItemView>,
}

/// A finding in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ItemView {
    /// Where.
    pub address: Address,
    /// Row as the spreadsheet numbers it; none for the table or an added row.
    pub number: Option<u32>,
    /// Severity.
    pub severity: String,
    /// What the kind is called.
    pub kind_label: String,
    /// Name of the enterprise.
    pub name: String,
    /// Whether it is confirmed.
    pub confirmed: bool,
    /// Why it is confirmed, personal numbers masked.
    pub reason: String,
}

use super::Address;

/// One finding in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DetailView {
    /// Where.
    pub address: Address,
    /// Code of the rule.
    pub code: String,
    /// Severity.
    pub severity: String,
    /// Label of the severity.
    pub severity_label: String,
    /// Key of the dimension.
    pub dimension: String,
    /// Label of the dimension.
    pub dimension_label: String,
    /// The fault in a few words.
    pub title: String,
    /// What the kind calls the field; empty for the table.
    pub field_label: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Row as the spreadsheet numbers it.
    pub number: Option<u32>,
    /// The sentence: 「字段」 and what is wrong.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// How to mend it.
    pub how: String,
    /// The citations of its basis, each with a short paraphrase.
    pub basis: Vec<(String, String)>,
    /// The cell as typed, masked.
    pub value: String,
    /// `safe`, `suggested`, or empty: what kind of proposal there is.
    pub fix: String,
    /// The proposal: field, its label, text now (masked), text then.
    pub changes: Vec<(String, String, String, String)>,
    /// How many findings of the rule have a proposal, this one included.
    pub same_rule_fixes: usize,
    /// Reason with which it was confirmed; none: open.
    pub confirmed: Option<String>,
    /// Whether it can be confirmed so that the record leaves: warnings.
    pub can_confirm: bool,
    /// Its place among the findings of the filter, from 1; 0 where it is not among them.
    pub place: usize,
    /// How many findings pass the filter.
    pub total: usize,
}

/// What a change did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChangedView {
    /// What was done, in a few words.
    pub done: String,
    /// How many cells or rows it touched.
    pub touched: usize,
    /// Table and row of the first change, to show it.
    pub at: Option<(usize, u32, String)>,
    /// The state after it.
    pub overview: Overview,
}

/// Proposals before they are applied in bulk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct FixesView {
    /// How many there are.
    pub total: usize,
    /// First of the window.
    pub from: usize,
    /// The window.
    pub fixes: Vec<FixView>,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FixView {
    /// The finding.
    pub address: Address,
    /// Code of the rule.
    pub code: String,
    /// The fault in a few words.
    pub title: String,
    /// What the kind is called.
    pub kind_label: String,
    /// Row as the spreadsheet numbers it.
    pub number: Option<u32>,
    /// What the kind calls the field.
    pub field_label: String,
    /// Text now, masked.
    pub from: String,
    /// Text then.
    pub to: String,
}

/// Choices for settings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct SettingsView {
    /// Version of the program.
    pub version: String,
    /// Version of the rules.
    pub rules_version: String,
    /// The profile in use, as JSON.
    pub profile: String,
    /// Templates: name, title, keys of their kinds.
    pub templates: Vec<(String, String, Vec<String>)>,
    /// Kinds: key, label, and their fields: key, label, help, whether required.
    pub kinds: Vec<KindView>,
    /// Days off and make-up days in use: year, nothing, days off and days worked as `MM-dd`, the last year first.
    pub years: Vec<(String, String, Vec<String>)>,
}

/// A kind with its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct KindView {
    /// Key.
    pub key: String,
    /// Label.
    pub label: String,
    /// Its fields.
    pub columns: Vec<ColumnView>,
}
