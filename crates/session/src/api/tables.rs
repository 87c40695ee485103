//! Tables that are no records: lists of dishonest subjects, registrations that were pushed, what comes of them.

use serde::{Deserialize, Serialize};

/// A sheet in texts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlainSheet {
    /// Its name; empty for text files.
    pub name: String,
    /// Its rows from the first one; blank rows are left out, and blank cells at the end of a row.
    pub rows: Vec<Vec<String>>,
}
