//! What the ledger is told, and what the platform's words mean.

pub use precheck_ledger::{Confirmed, Facts};
use serde::{Deserialize, Serialize};

/// What a platform's words mean; no message where they are not known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct PlatformView {
    /// Message by message.
    pub messages: Vec<PlatformMessageView>,
}

/// One message of a platform.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct PlatformMessageView {
    /// Stable name.
    pub key: String,
    /// What it means.
    pub meaning: String,
    /// What to do.
    pub remedy: String,
    /// Rules that find such records: code and title.
    pub rules: Vec<(String, String)>,
}
