//! The change log: every cell and row that was changed, when, by whom, from what, to what, by which rule.
//!
//! The texts of a line are kept once in a pool of the log's own: tables come and go, the log stays.

use precheck_rules::{RuleId, catalogue};
use precheck_schema::pool::{Pool, StrId};
use precheck_schema::{FieldKey, Kind, Lang, RowId, Table};
use precheck_tabular::Encoding;
use precheck_tabular::write::{csv, is_formula_lead};

use crate::api;
use crate::history::{Deed, Step, Way};
use crate::job::{Job, TableOrigin};
use crate::masking::{mask_field, masked};
use crate::view::WINDOW;

/// Headers of the file.
const COLUMNS: [(&str, &str); 12] = [
    ("序号", "No."),
    ("时间", "Time"),
    ("操作人", "By"),
    ("操作", "What"),
    ("信息种类", "Kind"),
    ("工作表", "Sheet"),
    ("行", "Row"),
    ("字段", "Field"),
    ("原值", "From"),
    ("新值", "To"),
    ("规则", "Rule"),
    ("规则名称", "Title of the rule"),
];

/// What was done at once.
#[derive(Debug, Clone, Copy)]
struct Act {
    at: StrId,
    by: StrId,
    deed: Deed,
    way: Way,
}

/// What became of a cell or a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Written,
    PutIn,
    TakenOut,
    Confirmed,
    Unconfirmed,
}

#[derive(Debug, Clone, Copy)]
struct Line {
    act: u32,
    table: u16,
    row: RowId,
    sheet: StrId,
    from: StrId,
    to: StrId,
    rule: Option<RuleId>,
    field: Option<FieldKey>,
    kind: Kind,
    fate: Fate,
}

/// A cell that a proposal wrote.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) place: (u16, RowId, FieldKey),
    pub(crate) rule: RuleId,
    pub(crate) from: String,
    pub(crate) to: String,
}

/// The log of a job.
#[derive(Debug, Default)]
pub(crate) struct ChangeLog {
    pool: Pool,
    acts: Vec<Act>,
    lines: Vec<Line>,
    /// When and by whom what is asked now is asked.
    stamp: (StrId, StrId),
}

impl ChangeLog {
    /// Says when and by whom the next changes are made.
    pub(crate) fn stamp(&mut self, at: &str, by: &str) {
        self.stamp = (self.pool.intern(at.trim()), self.pool.intern(by.trim()));
    }

    /// How many lines it has.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    fn begin(&mut self, deed: Deed, way: Way) -> u32 {
        let (at, by) = self.stamp;
        self.acts.push(Act { at, by, deed, way });
        self.acts.len() as u32 - 1
    }

    /// A line; `texts` are the sheet, what stood there, and what stands there now.
    fn push(
        &mut self,
        act: u32,
        (table, row): (u16, RowId),
        [sheet, from, to]: [StrId; 3],
        (rule, field): (Option<RuleId>, Option<FieldKey>),
        kind: Kind,
        fate: Fate,
    ) {
        self.lines.push(Line { act, table, row, sheet, from, to, rule, field, kind, fate });
    }
}

/// Where the texts of a step are: in a table of the job, or in one that the same change opens.
fn table_of<'a>(
    tables: &'a [Table],
    origins: &'a [TableOrigin],
    steps: &'a [Step],
    table: u16,
) -> Option<(&'a Table, &'a str)> {
    let at = usize::from(table);
    if let (Some(table), Some(origin)) = (tables.get(at), origins.get(at)) {
        return Some((table, &origin.name));
    }
    steps.iter().find_map(|step| match step {
        Step::Open(typed) => Some((&typed.table, typed.origin.name.as_str())),
        _ => None,
    })
}

/// What tells a record from others: enterprise and document.
fn identity(table: &Table, row: RowId) -> String {
    let texts = [FieldKey::EnterpriseName, FieldKey::DocumentNo].map(|field| masked(table, row, field));
    texts.join(" ").trim().to_owned()
}

impl Job {
    /// Writes steps into the log before they are carried out.
    pub(crate) fn record(&mut self, deed: Deed, way: Way, steps: &[Step], by: Option<RuleId>) {
        let act = self.log.begin(deed, way);
        for step in steps {
            let (number, row) = match step {
                Step::Cell(table, row, ..) | Step::Insert(table, row, _) | Step::Remove(table, row) => {
                    (*table, *row)
                }
                Step::Confirm(confirm) => (confirm.0.0, confirm.0.1),
                Step::Open(_) | Step::Close => continue,
            };
            let Some((table, sheet)) = table_of(&self.tables, &self.origins, steps, number) else { continue };
            let (field, rule, fate, from, to) = match step {
                Step::Cell(_, _, field, cell) => {
                    let from = table.cell(row, *field).text.to_owned();
                    (Some(*field), by, Fate::Written, from, table.stored_text(*cell).to_owned())
                }
                Step::Insert(..) => (None, None, Fate::PutIn, String::new(), identity(table, row)),
                Step::Remove(..) => (None, None, Fate::TakenOut, identity(table, row), String::new()),
                Step::Confirm(confirm) => {
                    let ((.., field, rule), confirmation) = &**confirm;
                    let reason = |reason: &str| precheck_rules::privacy::mask(reason).into_owned();
                    let to = confirmation.as_ref().map(|c| reason(&c.reason));
                    let before = self.confirmed.get(&confirm.0).map(|c| reason(&c.reason));
                    let fate = if to.is_some() { Fate::Confirmed } else { Fate::Unconfirmed };
                    (Some(*field), Some(*rule), fate, before.unwrap_or_default(), to.unwrap_or_default())
                }
                Step::Open(_) | Step::Close => continue,
            };
            let texts = [sheet, &from, &to].map(|text| self.log.pool.intern(text));
            self.log.push(act, (number, row), texts, (rule, field), table.kind, fate);
        }
    }

    /// Writes what proposals wrote into the log.
    pub(crate) fn record_fixes(&mut self, written: &[Written]) {
        let act = self.log.begin(Deed::Fix, Way::Done);
        self.log.lines.reserve(written.len());
        for one in written {
            let (number, row, field) = one.place;
            let sheet = &self.origins[usize::from(number)].name;
            let texts = [sheet, &one.from, &one.to].map(|text| self.log.pool.intern(text));
            let kind = self.tables[usize::from(number)].kind;
            self.log.push(act, (number, row), texts, (Some(one.rule), Some(field)), kind, Fate::Written);
        }
    }

    fn line_view(&self, line: &Line) -> api::ChangeLine {
        let (log, lang) = (&self.log, self.settings.lang);
        let act = log.acts[line.act as usize];
        let rule = line.rule.map(|rule| catalogue().rule(rule));
        let shown = |text: StrId| match (line.fate, line.field) {
            (Fate::Written, Some(field)) => mask_field(field, log.pool.get(text)),
            _ => log.pool.get(text).to_owned(),
        };
        let label = |field: FieldKey| match lang {
            Lang::Zh => line.kind.field_label(field).to_owned(),
            Lang::En => field.field().label.en.to_owned(),
        };
        let row = self.tables.get(usize::from(line.table)).map_or(String::new(), |table| {
            table.source_row(line.row).map_or_else(
                || {
                    self.text(
                        format!("新增 {}", table.added_number(line.row)),
                        format!("new {}", table.added_number(line.row)),
                    )
                },
                |number| number.to_string(),
            )
        });
        api::ChangeLine {
            at: log.pool.get(act.at).to_owned(),
            by: log.pool.get(act.by).to_owned(),
            deed: act.way.say(act.deed, lang),
            kind_label: line.kind.label().get(lang).to_owned(),
            sheet: log.pool.get(line.sheet).to_owned(),
            row,
            field_label: line.field.map_or(String::new(), label),
            from: shown(line.from),
            to: shown(line.to),
            rule: rule.map_or(String::new(), |rule| rule.code.to_owned()),
            title: rule.map_or(String::new(), |rule| rule.title.get(lang).to_owned()),
            address: api::Address {
                table: usize::from(line.table),
                row: Some(line.row.0),
                field: line.field.map_or(String::new(), |field| field.key().to_owned()),
                rule: String::new(),
            },
        }
    }

    /// A window of the log, the last change first.
    pub(crate) fn log_view(&self, from: usize, count: usize) -> api::ChangeLogView {
        let lines = self.log.lines.iter().rev().skip(from).take(count.min(WINDOW));
        api::ChangeLogView {
            total: self.log.len(),
            from,
            lines: lines.map(|line| self.line_view(line)).collect(),
        }
    }

    /// The log as a file, the first change first; none where nothing was changed. What a spreadsheet would run as
    /// a formula stands behind an apostrophe.
    pub(crate) fn log_file(&self, options: &api::DeliverOptions) -> Option<(api::FileView, Vec<u8>)> {
        if self.log.len() == 0 {
            return None;
        }
        let lang = self.settings.lang;
        let header = COLUMNS.map(|(zh, en)| if lang == Lang::Zh { zh } else { en }.to_owned());
        let guarded = |text: String| if is_formula_lead(&text) { format!("'{text}") } else { text };
        let line = |(number, line): (usize, &Line)| {
            let view = self.line_view(line);
            let texts = [
                (number + 1).to_string(),
                view.at,
                view.by,
                view.deed,
                view.kind_label,
                view.sheet,
                view.row,
                view.field_label,
                view.from,
                view.to,
                view.rule,
                view.title,
            ];
            texts.map(guarded)
        };
        // One piece of the file after the other: the log of a large batch need not stand there as texts at once.
        let mut bytes = csv([header.iter().map(String::as_str)], true, Encoding::Utf8);
        for entry in self.log.lines.iter().enumerate().map(line) {
            bytes.extend(csv([entry.iter().map(String::as_str)], false, Encoding::Utf8));
        }
        let view = api::FileView {
            name: format!("{}.csv", self.batch_stem("改动记录", options)),
            media_type: "text/csv".to_owned(),
            kind: String::new(),
            records: self.log.len(),
        };
        Some((view, bytes))
    }
}
