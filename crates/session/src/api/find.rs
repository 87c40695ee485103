//! What is looked at in the grid before anything is done.

use serde::{Deserialize, Serialize};

use super::FixesView;

/// A cell that holds a text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FoundView {
    /// How many cells hold it.
    pub total: usize,
    /// Which of them this is, from 1; 0: none.
    pub number: usize,
    /// Place of its row among those that the filter shows.
    pub position: usize,
    /// Row id.
    pub row: Option<u32>,
    /// Key of the field.
    pub field: String,
}

/// What a block would change if it were pasted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PastePlan {
    /// Cells that get another text.
    pub cells: usize,
    /// Those of them that hold something now; the first 200 are listed.
    pub overwritten: FixesView,
    /// Rows that are added.
    pub rows_added: usize,
    /// Values beyond the last column: they are left out.
    pub beyond: usize,
}
