//! What another profile would change.

use serde::{Deserialize, Serialize};

/// What another profile would make of the findings of the open batch: numbers before and after.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EffectView {
    /// Whether all records are judged; the other fields tell nothing before.
    pub done: bool,
    /// Records of the batch.
    pub records: usize,
    /// Errors.
    pub errors: (usize, usize),
    /// Warnings, confirmed ones among them.
    pub warnings: (usize, usize),
    /// Notes.
    pub notes: (usize, usize),
    /// The rules whose number changes, the gravest first.
    pub rules: Vec<RuleEffect>,
}

/// What another profile would make of the findings of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleEffect {
    /// Code of the rule.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Severity of these findings.
    pub severity: String,
    /// How many there are.
    pub before: usize,
    /// How many there would be.
    pub after: usize,
}
