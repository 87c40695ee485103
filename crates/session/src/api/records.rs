//! Records that a program hands over itself, without a file.

use serde::{Deserialize, Serialize};

use super::FindingReport;

/// A new text for a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldText {
    /// Key of the field.
    pub field: String,
    /// What the kind calls the field.
    pub label: String,
    /// Text now. As in the record: not masked.
    pub from: String,
    /// Text then. Not masked.
    pub to: String,
}

/// A proposal for a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Proposal {
    /// Code of the rule.
    pub rule: String,
    /// Slug of the rule.
    pub name: String,
    /// Key of the field that the finding is about.
    pub field: Option<String>,
    /// `safe` or `suggested`.
    pub kind: String,
    /// The fault in a few words.
    pub title: String,
    /// What is wrong.
    pub message: String,
    /// What it would write.
    pub changes: Vec<FieldText>,
}

/// A record whose safe fixes were applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MendedRecord {
    /// The record, by keys of the fields.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, string>"))]
    pub record: std::collections::BTreeMap<String, String>,
    /// What was changed.
    pub changed: Vec<FieldText>,
    /// What is left to propose, for a person to decide.
    pub suggestions: Vec<Proposal>,
    /// What is left.
    pub findings: Vec<FindingReport>,
}

/// A field of a kind, for those who build a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldSchema {
    /// Key.
    pub field: String,
    /// What the kind calls it.
    pub label: String,
    /// One line of help.
    pub help: String,
    /// Whether every record has it.
    pub required: bool,
    /// `required`, `one-of-id` (one of the two identifiers), `recommended` or `optional`.
    pub requirement: String,
    /// `text`, `long_text`, `code`, `date`, `identifier` or `amount`.
    pub form: String,
    /// Most characters that the platform takes.
    pub max_length: u16,
    /// Words of its code list, where it has one.
    pub words: Vec<String>,
}

/// A kind with its fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KindSchema {
    /// Key.
    pub kind: String,
    /// What it is called.
    pub label: String,
    /// Its fields, in order.
    pub fields: Vec<FieldSchema>,
}

/// What became of records that were to leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StayedRecord {
    /// Index of the record.
    pub row: usize,
    /// `error`, `warning` (to be confirmed) or `lacking` (columns that the template requires).
    pub reason: String,
    /// Headers of the columns that it does not fill.
    pub lacking: Vec<String>,
}
