//! What a job is opened with: settings and sources.

use precheck_schema::Lang;
use serde::{Deserialize, Serialize};

/// The settings of a job.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Settings {
    /// A profile as JSON; the built-in one where empty.
    pub profile: String,
    /// More holidays as JSON, one file each.
    pub holidays: Vec<String>,
    /// The day of the run, `yyyy-MM-dd`.
    pub today: String,
    /// Name of the template that records are to leave with.
    pub template: String,
    /// Kinds that leave with another template: key of the kind, name of the template.
    pub kind_templates: Vec<(String, String)>,
    /// Own templates as JSON, beside the built-in ones.
    pub templates: Vec<String>,
    /// Language of messages.
    #[cfg_attr(feature = "ts", ts(type = "\"zh\" | \"en\""))]
    pub lang: Lang,
}

/// How a source is to be read where the program shall not decide itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct SourceOptions {
    /// `utf-8`, `utf-16le`, `utf-16be` or `gb18030`; empty: detected.
    pub encoding: String,
    /// The separator of a text file; none: detected.
    pub separator: Option<char>,
    /// Whether hidden rows are left out.
    pub leave_out_hidden: bool,
    /// Key of the kind of every sheet; empty: recognised.
    pub kind: String,
    /// What the user said about single sheets.
    pub mappings: Vec<SheetMapping>,
    /// Layouts that were settled before: sheets with such a header are read that way.
    pub known: Vec<super::KnownLayout>,
}

/// What the user said about the columns of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SheetMapping {
    /// Index of the sheet in its file.
    pub sheet: usize,
    /// Key of the kind; empty: the sheet is left out.
    pub kind: String,
    /// Row of the header as the spreadsheet numbers it, from 1; 0: there is none.
    pub header_row: u32,
    /// Columns counted from 0 with the key of their field; empty: not taken.
    pub columns: Vec<(usize, String)>,
}

/// A file or a pasted text that is opened. Its bytes travel beside the request, in the same order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Source {
    /// File name, or what the page calls a pasted text.
    pub name: String,
    /// Where the bytes come from.
    pub origin: Origin,
    /// How it is to be read.
    #[serde(default)]
    pub options: SourceOptions,
}

/// Where the bytes of a source come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A file.
    File,
    /// Text that was pasted, UTF-8.
    Paste,
    /// The built-in sample; its bytes are ignored.
    Sample,
}
