//! The rule book: every rule with its texts, its basis and its examples.

use serde::{Deserialize, Serialize};

/// Every rule of the program.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct RuleBook {
    /// Version of the program.
    pub version: String,
    /// Version of the rules.
    pub rules_version: String,
    /// The rules, by code.
    pub rules: Vec<RuleView>,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct TextView {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct RuleView {
    /// Code, such as `A004`.
    pub rule: String,
    /// Slug.
    pub name: String,
    /// Key of the dimension.
    pub dimension: String,
    /// What the dimension is called.
    pub dimension_label: TextView,
    /// `error`, `warning` or `info`, before the profile changes it.
    pub severity: String,
    /// Whether the profile cannot change its severity.
    pub is_protected: bool,
    /// Keys of the kinds that it judges.
    pub kinds: Vec<String>,
    /// Its fields as the rule list publishes them: keys, or classes such as `@date`.
    pub fields: Vec<String>,
    /// `safe` or `suggested`; none: only a person knows how to mend it.
    pub fix: Option<String>,
    /// The fault in a few words.
    pub title: TextView,
    /// What is wrong.
    pub what: TextView,
    /// Why that matters.
    pub why: TextView,
    /// How to mend it.
    pub how: TextView,
    /// On what ground.
    pub basis: Vec<BasisView>,
    /// Records that fire and records that do not.
    pub examples: Vec<ExampleView>,
}

/// An article that a rule rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct BasisView {
    /// Name of the document.
    pub document: String,
    /// Its number; empty where it has none.
    pub number: String,
    /// The place in it.
    pub article: String,
    /// First day in force, as exactly as it is known; empty where unknown.
    pub valid_from: String,
    /// Last day in force; empty while it holds.
    pub valid_to: String,
    /// What it says, in our own words.
    pub paraphrase: TextView,
    /// Whether its text could not be read: shown as 待核.
    pub unverified: bool,
}

/// A record, or several, of which the last shows what the rule does.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ExampleView {
    /// Whether the rule fires.
    pub fires: bool,
    /// Key of the kind.
    pub kind: String,
    /// The day of the run.
    pub today: String,
    /// What the example shows.
    pub note: TextView,
    /// The records: for each the cells that matter, keys of the fields with their texts.
    pub records: Vec<Vec<(String, String)>>,
    /// Keys of the fields for which the table has no column.
    pub without: Vec<String>,
    /// What the organisation has set otherwise than built in.
    pub settings: Vec<TextView>,
}

/// A rule that does not weigh what it always does, because the profile says so.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ChangedRule {
    /// Code, such as `A004`.
    pub rule: String,
    /// Slug.
    pub name: String,
    /// The fault in a few words.
    pub title: String,
    /// Its own severity.
    pub severity: String,
    /// What it weighs now: `off`, `info`, `warning` or `error`.
    pub now: String,
    /// Why.
    pub reason: String,
}
