//! The change log (改动记录).

use serde::{Deserialize, Serialize};

use super::Address;

/// What happened to a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChangeLine {
    /// When, as the caller gave it; empty where it gave nothing.
    pub at: String,
    /// By whom.
    pub by: String,
    /// What was done.
    pub deed: String,
    /// What the kind is called.
    pub kind_label: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Row as the spreadsheet numbers it, or what an added one is called.
    pub row: String,
    /// What the field is called; empty for a row as a whole.
    pub field_label: String,
    /// What stood there; enterprise and document of a row that was taken out; the reason of a confirmation.
    pub from: String,
    /// What stands there since; personal numbers are masked in both.
    pub to: String,
    /// Code of the rule by which it was done; empty where a person did it.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// Where it is; the rule is empty.
    pub address: Address,
}

/// A part of the change log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChangeLogView {
    /// Lines of the whole log.
    pub total: usize,
    /// First line of the window.
    pub from: usize,
    /// The window, the last change first.
    pub lines: Vec<ChangeLine>,
}
