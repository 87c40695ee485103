//! What leaves, and what stays behind.

use serde::{Deserialize, Serialize};

/// What would leave with a template.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct PlanView {
    /// Name of the template.
    pub template: String,
    /// What it is called.
    pub title: String,
    /// Kind by kind, in the order of the plan; kinds without records are not named.
    pub kinds: Vec<KindPlan>,
    /// The first rows of the previewed kind's file, header and lines above it included.
    pub preview: Vec<Vec<String>>,
    /// Which kind is previewed; empty: none.
    pub preview_kind: String,
    /// The numbers of the batch.
    pub receipt: Box<super::ReceiptView>,
    /// What stays behind, by handler; those without a name last.
    pub handlers: Vec<super::HandlerView>,
}

/// What would leave of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct KindPlan {
    /// Key of the kind.
    pub kind: String,
    /// What it is called.
    pub label: String,
    /// Name of the template that the kind leaves with.
    pub template: String,
    /// What that is called.
    pub title: String,
    /// Whether the template takes the kind.
    pub supported: bool,
    /// Records.
    pub records: usize,
    /// Records that leave.
    pub leaving: usize,
    /// Records that stay because of errors.
    pub with_errors: usize,
    /// Records that stay because a warning is not confirmed.
    pub with_warnings: usize,
    /// Records that stay because the template requires a value that they do not have.
    pub lacking: usize,
    /// Records that stay because they left before as they are.
    pub left_out: usize,
    /// Records that did not leave before, or were sent back.
    pub fresh: usize,
    /// Records that left before and say something else now.
    pub changed: usize,
    /// Records that left before as they are.
    pub same: usize,
    /// File name.
    pub file_name: String,
    /// The preflight list.
    pub checks: Vec<PreflightView>,
}

/// One line of the preflight list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreflightView {
    /// `ok`, `warning` or `error`.
    pub state: String,
    /// The line.
    pub text: String,
    /// A count behind it; empty: none.
    pub note: String,
    /// Which findings it is about: severity and rule slug; empty: none.
    pub severity: String,
    /// See `severity`.
    pub rule: String,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Key of the kind; empty for a problem workbook and the rule book.
    pub kind: String,
    /// Records in it.
    pub records: usize,
}
