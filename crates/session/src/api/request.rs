//! What the page asks.

use serde::{Deserialize, Serialize};

use super::{Settings, Source};

/// One cell, or a row, or a table, under one rule: the address of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Address {
    /// Index of the table.
    pub table: usize,
    /// Row id; none for a finding about the table.
    pub row: Option<u32>,
    /// Key of the field; empty where there is none.
    pub field: String,
    /// Slug of the rule.
    pub rule: String,
}

/// Which findings are meant. Every empty list and none means: all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct FindingFilter {
    /// Only of this table.
    pub table: Option<usize>,
    /// Only of these severities (`error`, `warning`, `info`).
    pub severities: Vec<String>,
    /// Only of this dimension.
    pub dimension: String,
    /// Only of this rule.
    pub rule: String,
}

/// Which rows of a table are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct RowFilter {
    /// Only rows with findings that pass `findings`.
    pub only_findings: bool,
    /// Which findings count for `only_findings`.
    pub findings: FindingFilter,
    /// Only rows of which some cell contains this text; width, case and spaces are folded.
    pub search: String,
    /// Only rows with so many days left for gathering, both ends included; as in the histogram, days below −5
    /// count as −5 and those above 20 as 20.
    pub days_left: Option<(i32, i32)>,
    /// In which order; none: that of the sheet.
    pub sort: Option<RowSort>,
}

/// In which order rows are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct RowSort {
    /// Key of the field by whose values: amounts as numbers, dates as days, all else as text; `days_left`: by the
    /// days left for gathering. Blanks come last.
    pub field: String,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// Which cells hold a text, and what it becomes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct ReplaceFilter {
    /// Only of this table; none: of all.
    pub table: Option<usize>,
    /// Only in this field; empty: in all.
    pub field: String,
    /// The text that is looked for, as it stands in the cell.
    pub find: String,
    /// What it becomes, everywhere in the cell.
    pub with: String,
}

/// Which fixes are meant.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct FixFilter {
    /// Slug of a rule whose only proposals are taken; empty: all safe fixes of all rules.
    pub rule: String,
    /// Only of this table.
    pub table: Option<usize>,
}

/// A new text for a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CellEdit {
    /// Row id.
    pub row: u32,
    /// Key of the field.
    pub field: String,
    /// The text.
    pub text: String,
}

/// What the page asks. Each request but `open` is answered by one [`Response`](super::Response); `open` is
/// answered once the files are read, and judging goes on behind it (see [`Progress`](super::Progress)).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Request {
    /// Sets profile, day, template and language; judges anew where a job is open. Answer: `overview`.
    Configure {
        /// The settings.
        settings: Settings,
    },
    /// Replaces the job by these sources. Answer: `overview`.
    Open {
        /// The sources.
        sources: Vec<Source>,
    },
    /// Answer: `overview`.
    Overview,
    /// A window of rows. Answer: `rows`.
    Rows {
        /// Index of the table.
        table: usize,
        /// Which rows.
        filter: RowFilter,
        /// First row of the window among those that pass the filter.
        from: usize,
        /// Most rows of the window, at most 200.
        count: usize,
    },
    /// Where a row stands among those that pass the filter. Answer: `position`.
    Locate {
        /// Index of the table.
        table: usize,
        /// Which rows.
        filter: RowFilter,
        /// Row id.
        row: u32,
    },
    /// Findings grouped by severity and rule. Answer: `groups`.
    Groups {
        /// Which findings.
        filter: FindingFilter,
    },
    /// A window of single findings, in the order of tables and rows. Answer: `items`.
    Items {
        /// Which findings.
        filter: FindingFilter,
        /// First finding of the window.
        from: usize,
        /// Most findings of the window, at most 200.
        count: usize,
    },
    /// One finding in full. Answer: `detail`, or `nothing` where it is gone.
    Detail {
        /// Which finding.
        address: Address,
        /// Among which its place is counted.
        filter: FindingFilter,
    },
    /// The next or previous finding: F8 and Shift+F8. Answer: `detail`, or `nothing`.
    Step {
        /// Among which findings.
        filter: FindingFilter,
        /// From where; none: from the start, or from the end backwards.
        from: Option<Address>,
        /// Forward or back.
        forward: bool,
    },
    /// The finding of the grid's current cell, the gravest first. Answer: `detail`, or `nothing`.
    At {
        /// Index of the table.
        table: usize,
        /// Row id.
        row: u32,
        /// Key of the field.
        field: String,
    },
    /// The unmasked text of a cell, for its editor. Answer: `text`.
    Cell {
        /// Index of the table.
        table: usize,
        /// Row id.
        row: u32,
        /// Key of the field.
        field: String,
    },
    /// A block of cells as tab-separated text, for the clipboard. Answer: `text`.
    Copy {
        /// Index of the table.
        table: usize,
        /// Row ids.
        rows: Vec<u32>,
        /// Keys of the fields.
        fields: Vec<String>,
    },
    /// Writes cells; one step of undo. Answer: `changed`.
    Edit {
        /// Index of the table.
        table: usize,
        /// The new texts.
        edits: Vec<CellEdit>,
    },
    /// Writes a block of tab-separated text from a cell to the right and down, adding rows as needed; one step
    /// of undo. Answer: `changed`.
    Paste {
        /// Index of the table.
        table: usize,
        /// Row id of the upper left cell.
        row: u32,
        /// Key of its field.
        field: String,
        /// Keys of the fields from there on, in the order of the grid.
        fields: Vec<String>,
        /// Which rows the grid shows: the block runs over these.
        filter: RowFilter,
        /// The text.
        text: String,
    },
    /// What a block would change if it were pasted. Answer: `paste_plan`.
    PastePlan {
        /// Index of the table.
        table: usize,
        /// Row id of the upper left cell.
        row: u32,
        /// Keys of the fields from there on, in the order of the grid.
        fields: Vec<String>,
        /// Which rows the grid shows: the block runs over these.
        filter: RowFilter,
        /// The text.
        text: String,
    },
    /// The next or previous cell that holds what the filter searches, around the end. Answer: `found`.
    Find {
        /// Index of the table.
        table: usize,
        /// Which rows the grid shows.
        filter: RowFilter,
        /// Keys of the fields in the order of the grid.
        fields: Vec<String>,
        /// From where: row id and key of the field; none: from the start, or from the end backwards.
        from: Option<(u32, String)>,
        /// Forward or back.
        forward: bool,
    },
    /// Adds blank rows before a position among all rows. Answer: `changed`.
    InsertRows {
        /// Index of the table.
        table: usize,
        /// Position; the number of rows appends.
        position: usize,
        /// How many.
        count: usize,
    },
    /// Takes rows out. Answer: `changed`.
    DeleteRows {
        /// Index of the table.
        table: usize,
        /// Row ids.
        rows: Vec<u32>,
    },
    /// Applies the proposal of one finding. Answer: `changed`.
    Fix {
        /// Which finding.
        address: Address,
    },
    /// Lists proposals before they are applied in bulk. Answer: `fixes`.
    Fixes {
        /// Which.
        filter: FixFilter,
        /// First of the window.
        from: usize,
        /// Most of the window, at most 200.
        count: usize,
    },
    /// Applies proposals in bulk; one step of undo. Answer: `changed`.
    ApplyFixes {
        /// Which.
        filter: FixFilter,
        /// Findings to leave as they are.
        except: Vec<Address>,
    },
    /// Lists cells that hold a text, with what they become; `rule` of their addresses is empty. Answer: `fixes`.
    Matches {
        /// Which.
        filter: ReplaceFilter,
        /// First of the window.
        from: usize,
        /// Most of the window, at most 200.
        count: usize,
    },
    /// Replaces a text in cells; one step of undo. Answer: `changed`.
    Replace {
        /// Which.
        filter: ReplaceFilter,
        /// Cells to leave as they are.
        except: Vec<Address>,
    },
    /// Writes the cells of the first row into the rows below it; one step of undo. Answer: `changed`.
    FillDown {
        /// Index of the table.
        table: usize,
        /// Row ids, the one to copy first.
        rows: Vec<u32>,
        /// Keys of the fields.
        fields: Vec<String>,
    },
    /// Confirms warnings with a reason, or sets errors and notes aside; a finding stays confirmed while its
    /// value stays. Answer: `changed`.
    Confirm {
        /// Which findings.
        addresses: Vec<Address>,
        /// All warnings of this rule instead; empty: only `addresses`.
        rule: String,
        /// Why.
        reason: String,
    },
    /// Another request, with when and by whom it is made: changes enter the log with it. Answer: that of the
    /// other request.
    Stamped {
        /// The time of day with date, as the caller's clock has it: the engine has none.
        at: String,
        /// Who (承办人).
        by: String,
        /// The request.
        request: Box<Request>,
    },
    /// A window of the change log, the last change first. Answer: `change_log`.
    ChangeLog {
        /// First line of the window.
        from: usize,
        /// Most lines of the window, at most 200.
        count: usize,
    },
    /// Takes confirmations back. Answer: `changed`.
    Unconfirm {
        /// Which findings.
        addresses: Vec<Address>,
    },
    /// The form of a kind, filled with a record of a table where one is named. Answer: `form`.
    Form {
        /// Key of the kind; where a table is named, its kind counts.
        kind: String,
        /// Index of the table of the record.
        table: Option<usize>,
        /// Row id of the record.
        row: Option<u32>,
        /// Whether another record is to be made like it: what tells records apart is left blank.
        copy: bool,
    },
    /// Judges a record as it is typed, alone and among those of the table. Answer: `entry`.
    CheckEntry {
        /// Key of the kind.
        kind: String,
        /// Texts by key of the field.
        #[cfg_attr(feature = "ts", ts(type = "Record<string, string>"))]
        record: std::collections::BTreeMap<String, String>,
        /// Index of the table that it is in or comes into; none: the first of the kind.
        table: Option<usize>,
        /// Row id of the record that it stands for; none: a new one.
        row: Option<u32>,
    },
    /// Puts a typed record into a table, at its end or in place of a row; one step of undo. Where no table of the
    /// kind is open, one is made. Answer: `changed`, or `nothing` where the row holds all that already.
    SaveRecord {
        /// Key of the kind.
        kind: String,
        /// Texts by key of the field.
        #[cfg_attr(feature = "ts", ts(type = "Record<string, string>"))]
        record: std::collections::BTreeMap<String, String>,
        /// Index of the table; none: the first of the kind.
        table: Option<usize>,
        /// Row id of the record that it replaces; none: a new one.
        row: Option<u32>,
        /// Warnings that are confirmed with it.
        confirmed: Vec<super::ConfirmedFinding>,
    },
    /// A month with its working days. Answer: `month`.
    Month {
        /// A day of it, in any form that records may have; the day of the run where it is none.
        at: String,
    },
    /// Answer: `changed`, or `nothing` where there is nothing to undo.
    Undo,
    /// Answer: `changed`, or `nothing` where there is nothing to redo.
    Redo,
    /// What would leave with the template of the settings, kind by kind. Answer: `plan`.
    Plan {
        /// Name of the template.
        template: String,
        /// Kind whose first rows are shown as the file will have them; empty: none.
        preview: String,
    },
    /// Makes the platform's files. Answer: `files`.
    Export {
        /// Name of the template.
        template: String,
        /// Keys of the kinds.
        kinds: Vec<String>,
    },
    /// What the ledger keeps of all records that are to be gathered, with what keeps them back. Answer: `facts`.
    LedgerFacts,
    /// Records that left before, for rule V005 and the comparison before an export; judges anew where a job is open.
    /// Answer: `overview`.
    Known {
        /// Their ids in the ledger, each with the hash of what left behind a colon where that is known.
        ids: Vec<String>,
    },
    /// What a platform's message means. Answer: `platform`.
    Translate {
        /// The message as the platform gave it.
        words: String,
    },
    /// The matters of a 权力清单, whose file travels beside the request. Answer: `text`, the JSON that the profile's
    /// `duty_list` takes.
    Duties,
    /// What another profile would make of the findings of the open batch, which stays as it is. Some thousand records
    /// are judged at a time: it is asked again until it is done. Answer: `text`, an `EffectView` as JSON.
    Effect {
        /// The profile as JSON.
        profile: String,
    },
    /// What would leave as a batch, kind by kind. Answer: `plan`.
    Preflight {
        /// How it is to leave.
        options: super::DeliverOptions,
        /// Kind whose first rows are shown as the file will have them; empty: none.
        preview: String,
    },
    /// Makes the platform's files of a batch with their manifest. Answer: `delivered`.
    Deliver {
        /// How it is to leave.
        options: super::DeliverOptions,
        /// Keys of the kinds.
        kinds: Vec<String>,
    },
    /// Compares files with a manifest; their bytes travel beside the request, in the order of the names. The
    /// manifest is among them, or all of it in one zip. Answer: `verified`.
    Verify {
        /// Names of the files.
        names: Vec<String>,
    },
    /// Makes a template of a blank platform file, whose bytes travel beside the request. Answer: `own_template`.
    OwnTemplate {
        /// What the user settled.
        options: super::OwnTemplateOptions,
    },
    /// Reads a template file and says what it is called. Answer: `own_template`.
    ReadTemplate {
        /// The file as text.
        template: String,
    },
    /// Reads a file as plain tables; its bytes travel beside the request. Answer: `tables`.
    ReadTables,
    /// Writes a workbook of one sheet; the first row is its header. Answer: `files`.
    WriteTable {
        /// Name of the sheet, and of the file without its ending.
        name: String,
        /// Texts of the rows.
        rows: Vec<Vec<String>>,
    },
    /// The profile in use with another pattern of file names; nothing changes until it is given to `configure`.
    /// Answer: `text`, the profile as JSON.
    ProfileNaming {
        /// The pattern; empty: that of each template.
        pattern: String,
    },
    /// Makes the problem workbook of what stays behind. Answer: `files`.
    Problems,
    /// Makes the problem workbook with a sheet for each handler (承办人). Answer: `files`.
    ProblemsByHandler,
    /// Makes a blank table to fill in. Answer: `files`.
    Blank {
        /// Key of the kind.
        kind: String,
        /// `xlsx` or `csv`.
        form: String,
    },
    /// Names and kinds of templates and profiles. Answer: `settings`.
    Settings,
    /// Every rule with its texts, basis and examples. Answer: `rules`.
    Rules,
    /// The rule book as a Markdown document. Answer: `files`.
    RuleDocument,
    /// The profile in use with another severity of a rule; nothing changes until it is given to `configure`.
    /// Answer: `text`, the profile as JSON.
    ProfileWith {
        /// Slug or code of the rule.
        rule: String,
        /// `off`, `info`, `warning` or `error`; empty: its own again.
        severity: String,
        /// Why; needed for any severity but its own.
        reason: String,
    },
}
