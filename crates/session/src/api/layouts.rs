//! How the columns of a header layout were settled once, so that nobody is asked twice.

use serde::{Deserialize, Serialize};

use super::SheetQuestion;

/// A header layout with what its columns hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct KnownLayout {
    /// SM3 digest of the header texts, folded: tells one layout from another.
    pub layout: String,
    /// The header texts as they stood, for people.
    pub headers: Vec<String>,
    /// Key of the kind.
    pub kind: String,
    /// Columns counted from 0 with the key of their field; empty: not taken.
    pub columns: Vec<(usize, String)>,
}

/// A sheet whose columns were settled by a person, now or before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct SettledSheet {
    /// The sheet as it was settled, to be looked at and changed.
    pub question: SheetQuestion,
    /// What may be remembered of it; none where it has no header by which it would be known again.
    pub known: Option<KnownLayout>,
    /// Whether this was remembered and not said for this sheet.
    pub remembered: bool,
}
