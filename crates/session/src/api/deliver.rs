//! Exports as the page makes them: several kinds at once, with a manifest, as single files or as one zip.

use serde::{Deserialize, Serialize};

use super::{FileView, Manifest, ProblemView, SheetQuestion};

/// How a batch is to leave.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct DeliverOptions {
    /// Name of the template; kinds with one of their own (`kind_templates` of the settings) keep it.
    pub template: String,
    /// Form of tables: `xlsx`, `csv` (UTF-8) or `csv-gb18030`; empty: that of the template.
    pub form: String,
    /// Number of the batch; empty: the first of the day.
    pub batch: String,
    /// Who exports (承办人).
    pub handler: String,
    /// The time of day with date, as the caller's clock has it: the engine has none.
    pub made_at: String,
    /// Whether everything goes into one zip.
    pub zip: bool,
    /// Whether the problem workbook goes along where records stay behind.
    pub problems: bool,
    /// Whether the key facts of the exported records are wanted, for a ledger.
    pub facts: bool,
    /// Whether records stay that left before as they are: only new and changed ones leave.
    pub only_news: bool,
}

/// What an export made.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct DeliveredView {
    /// Files whose bytes travel beside the answer: one zip, or every file with the manifest last.
    pub files: Vec<FileView>,
    /// Kinds whose file could not be made, while the others were.
    pub failed: Vec<FailedFile>,
    /// The manifest.
    pub manifest: Manifest,
    /// Name of the manifest's file.
    pub manifest_name: String,
    /// SM3 digest of the manifest's file.
    pub manifest_sm3: String,
    /// The exported records, where `facts` asked for them.
    pub records: Vec<ExportedRecord>,
}

/// A kind whose file could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FailedFile {
    /// Key of the kind.
    pub kind: String,
    /// What it is called.
    pub label: String,
    /// Why.
    pub problem: ProblemView,
}

/// A record that left.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ExportedRecord {
    /// Index of its file among the manifest's.
    pub file: usize,
    /// What the ledger keeps of it.
    pub facts: super::Facts,
}

/// The numbers of the batch before it leaves: what the manifest will say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ReceiptView {
    /// Number of the batch.
    pub batch: String,
    /// Records of the batch.
    pub records: usize,
    /// Cells that fixes changed.
    pub fixes: usize,
    /// Cells that were changed by hand.
    pub edits: usize,
    /// Findings that were confirmed or set aside.
    pub confirmations: usize,
    /// The day of the run.
    pub today: String,
    /// Whether working days are counted.
    pub working_days: bool,
    /// Version of the rules.
    pub rules_version: String,
    /// Rules in force.
    pub rules: usize,
    /// Rules that the profile changed.
    pub changed_rules: usize,
    /// Pattern of the file names; empty: that of each template.
    pub file_name: String,
    /// Name of the zip.
    pub zip_name: String,
    /// Name of the manifest.
    pub manifest_name: String,
}

/// What stays behind of one handler (承办人).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct HandlerView {
    /// The name as the records have it; empty: none.
    pub name: String,
    /// Records that stay.
    pub records: usize,
    /// Of these, by kind: what it is called, and how many.
    pub kinds: Vec<(String, usize)>,
}

/// What a blank platform file gives.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct OwnTemplateView {
    /// Its sheets with a header, and the first one without where no sheet has any, as the mapping dialog shows them.
    pub sheets: Vec<SheetQuestion>,
    /// The template as a file; empty while no sheet has a header and a kind.
    pub template: String,
    /// Its name.
    pub name: String,
    /// What it is called.
    pub title: String,
}

/// What the user settled about a blank platform file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct OwnTemplateOptions {
    /// Name of the file.
    pub file: String,
    /// What the template shall be called; empty: as the file.
    pub title: String,
    /// Key of the kind of every sheet; empty: recognised.
    pub kind: String,
    /// What the user said about single sheets.
    pub mappings: Vec<super::SheetMapping>,
    /// What columns hold that take no field: sheet, column from 0, text.
    pub constants: Vec<(usize, usize, String)>,
    /// Date form in chrono's notation; empty: `%Y-%m-%d`.
    pub date: String,
}
