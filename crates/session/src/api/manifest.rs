//! The manifest (回执): what left, out of what, under which rules, and how it can be checked later.

use serde::{Deserialize, Serialize};

use super::ChangedRule;

/// The manifest that lies beside the files of an export.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Manifest {
    /// Version of this format.
    pub manifest: u32,
    /// Version of the program.
    pub program: String,
    /// Version of the rules.
    pub rules_version: String,
    /// Number of the batch.
    pub batch: String,
    /// When the files were made, as the clerk's computer had it; empty where the caller gave none.
    pub made_at: String,
    /// Who exported (承办人).
    pub handler: String,
    /// The organisation's settings.
    pub profile: ManifestProfile,
    /// The day of the run.
    pub today: String,
    /// How the days of the deadline were counted.
    pub days: ManifestDays,
    /// What was opened.
    pub sources: Vec<ManifestSource>,
    /// What was made.
    pub files: Vec<ManifestFile>,
    /// Kind by kind, what left and what stayed.
    pub kinds: Vec<ManifestKind>,
    /// Safe fixes and proposals that were applied, by rule.
    pub fixes: Vec<ManifestFix>,
    /// Cells that were changed by hand.
    pub edits: usize,
    /// Warnings that were confirmed, and errors and notes that were set aside, with their reasons.
    pub confirmations: Vec<ManifestConfirmation>,
    /// Rules that the profile has switched off or weighs otherwise.
    pub changed_rules: Vec<ChangedRule>,
    /// The change log; none where nothing was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change_log: Option<ManifestLog>,
}

/// The organisation's settings in a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ManifestProfile {
    /// Stable name of the profile.
    pub id: String,
    /// The organisation.
    pub organisation: String,
    /// SM3 digest of the profile as JSON.
    pub sm3: String,
}

/// How days are counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ManifestDays {
    /// `natural` or `working`.
    pub count: String,
    /// Days of the deadline.
    pub days: u32,
    /// Ground for another count than natural days.
    pub basis: String,
}

/// A file that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ManifestSource {
    /// Its name without folders.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Its SM3 digest; empty for records that were typed in.
    pub sm3: String,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ManifestFile {
    /// Its name.
    pub name: String,
    /// `import`, `problems` or `changes`.
    pub role: String,
    /// Key of the kind; empty where it holds several.
    pub kind: String,
    /// Name of the template.
    pub template: String,
    /// What the template is called.
    pub title: String,
    /// SM3 digest of the template as JSON.
    pub template_sm3: String,
    /// Records in it.
    pub records: usize,
    /// Its size.
    pub bytes: u64,
    /// Its SM3 digest.
    pub sm3: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

/// What left and what stayed of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ManifestKind {
    /// Key of the kind.
    pub kind: String,
    /// Records of the batch.
    pub records: usize,
    /// Records that left and had no warning.
    pub passed: usize,
    /// Records that left because their warnings were confirmed.
    pub confirmed: usize,
    /// Records that stayed.
    pub left_behind: usize,
    /// Of these, with errors.
    pub with_errors: usize,
    /// Of these, with open warnings.
    pub with_warnings: usize,
    /// Of these, without a value that the template requires.
    pub lacking: usize,
    /// Of these, left out because they left before as they are.
    #[serde(skip_serializing_if = "is_none")]
    pub unchanged: usize,
}

/// Fixes of a rule that were applied.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ManifestFix {
    /// Code of the rule.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// Cells that it changed.
    pub count: usize,
}

/// Findings of a rule that were confirmed for a reason.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ManifestConfirmation {
    /// Code of the rule.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// `warning`, or what was set aside: `error`, `info`.
    pub severity: String,
    /// Why.
    pub reason: String,
    /// How many.
    pub count: usize,
    /// Where: sheet, row and field; no values.
    pub places: Vec<String>,
}

/// The change log of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ManifestLog {
    /// Its file; empty where it did not leave.
    pub file: String,
    /// How many changes it lists.
    pub entries: usize,
    /// Its SM3 digest.
    pub sm3: String,
}

/// What became of one file that a manifest lists, or that lies beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VerifiedFile {
    /// Its name.
    pub name: String,
    /// `same`, `changed`, `missing` or `extra`.
    pub state: String,
    /// Its digest by the manifest; empty for an extra one.
    pub expected: String,
    /// Its digest now; empty for a missing one.
    pub actual: String,
    /// Records by the manifest.
    pub records: usize,
}

/// What the check of a manifest found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VerifiedView {
    /// Name of the manifest's file.
    pub name: String,
    /// The manifest.
    pub manifest: Manifest,
    /// SM3 digest of the manifest itself.
    pub sm3: String,
    /// File by file: those of the manifest in its order, then extra ones by name.
    pub files: Vec<VerifiedFile>,
}

impl VerifiedView {
    /// Whether every file is there and as it was made, and no other.
    pub fn holds(&self) -> bool {
        self.files.iter().all(|file| file.state == "same")
    }

    /// How many files are in a state.
    pub fn count(&self, state: &str) -> usize {
        self.files.iter().filter(|file| file.state == state).count()
    }
}
