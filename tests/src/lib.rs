//! Fixtures and helpers of the tests over the whole workspace.

pub mod licences;

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The top of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ stands in the checkout").to_path_buf()
}

/// A folder of sample files with what must be found in them.
pub struct Samples {
    /// Where the files are.
    pub dir: PathBuf,
    /// What must be found.
    pub expected: Expected,
}

/// `expected.json` of this project's own samples.
#[derive(Debug, Deserialize)]
pub struct Expected {
    /// The day of the run.
    pub today: String,
    /// The organisation's own 统一社会信用代码.
    pub organisation_code: String,
    /// Table by table.
    #[serde(alias = "files")]
    pub tables: Vec<ExpectedTable>,
}

/// What must be found in a table.
#[derive(Debug, Deserialize)]
pub struct ExpectedTable {
    /// File name.
    pub file: String,
    /// Sheet, where the file has several.
    #[serde(default)]
    pub sheet: String,
    /// Key of the kind.
    pub kind: String,
    /// Header row, from 1.
    pub header_row: u32,
    /// Records.
    pub rows: usize,
    /// Findings that must be there; others may be.
    pub expect: Vec<ExpectedFinding>,
    /// Rows without errors and warnings.
    pub clean_rows: Vec<u32>,
}

/// A finding that must be there.
#[derive(Debug, Deserialize)]
pub struct ExpectedFinding {
    /// Row as the spreadsheet numbers it.
    pub row: u32,
    /// Key of the field.
    pub field: String,
    /// Code of the rule.
    pub rule: String,
    /// Severity; the catalogue's own where it is not said.
    pub severity: Option<String>,
}

impl Samples {
    /// The project's own samples.
    pub fn own() -> Self {
        Self::of(root().join("tests/fixtures"))
    }

    /// The samples of another folder of the same form.
    pub fn of(dir: PathBuf) -> Self {
        let json = std::fs::read_to_string(dir.join("expected.json")).expect("expected.json can be read");
        let expected = serde_json::from_str(&json).expect("expected.json has the known form");
        Self { dir, expected }
    }

    /// The names of the files, each once.
    pub fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = Vec::new();
        for table in &self.expected.tables {
            if !files.contains(&table.file.as_str()) {
                files.push(&table.file);
            }
        }
        files
    }

    /// The bytes of a file.
    pub fn bytes(&self, file: &str) -> Vec<u8> {
        std::fs::read(self.dir.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// The built-in profile with the organisation's own code of these samples, as JSON.
    pub fn profile(&self) -> String {
        let mut profile: serde_json::Value =
            serde_json::from_str(include_str!("../../profiles/naiman-fire.json"))
                .expect("the profile is JSON");
        profile["organisation"]["uscc"] = self.expected.organisation_code.as_str().into();
        profile.to_string()
    }
}
