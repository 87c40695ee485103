//! The report of the command line and of the JavaScript module.

use serde::{Deserialize, Serialize};

use super::{ChangedRule, ProblemView};

/// What `precheck check` found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Report {
    /// Version of the program.
    pub version: String,
    /// Version of the rules.
    pub rules_version: String,
    /// The day of the run.
    pub today: String,
    /// File by file, in the order of the call.
    pub files: Vec<FileReport>,
    /// Rules that the profile has switched off or weighs otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub changed_rules: Vec<ChangedRule>,
}

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FileReport {
    /// Path as it was given.
    pub path: String,
    /// Its tables.
    pub tables: Vec<TableReport>,
    /// Why it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemView>,
    /// Sheets without a table: name and reason.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub left_out_sheets: Vec<(String, String)>,
}

/// What was found in a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TableReport {
    /// Name of the sheet; empty for text files.
    pub sheet: String,
    /// Key of the kind.
    pub kind: String,
    /// Header row, from 1.
    pub header_row: Option<u32>,
    /// Records judged.
    pub rows: usize,
    /// Rows that are no records.
    pub left_out: Vec<LeftOutReport>,
    /// Columns that hold no field.
    pub unmapped: Vec<UnmappedReport>,
    /// What was found.
    pub findings: Vec<FindingReport>,
}

/// A row that is no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LeftOutReport {
    /// Row as the spreadsheet numbers it.
    pub row: u32,
    /// `blank`, `title`, `tail` or `hidden`.
    pub reason: String,
    /// Its texts.
    pub text: String,
}

/// A column that holds no field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UnmappedReport {
    /// Letters of the column.
    pub column: String,
    /// Its header.
    pub header: String,
    /// Why.
    pub reason: String,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FindingReport {
    /// Row as the spreadsheet numbers it; none for a finding about the table.
    pub row: Option<u32>,
    /// Letters of the column; none where no column holds the field.
    pub column: Option<String>,
    /// Key of the field; none for a finding about the table without one.
    pub field: Option<String>,
    /// Code of the rule.
    pub rule: String,
    /// Slug of the rule.
    pub name: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// The cell as typed, personal numbers masked.
    pub value: String,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub suggestion: String,
    /// The proposal, if there is one.
    pub fix: Option<FixReport>,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FixReport {
    /// `safe` or `suggested`.
    pub kind: String,
    /// New text of the cell.
    pub value: String,
}
