//! Opening sources: bytes to tables, with everything that the user must know or settle.

use precheck_schema::grid::{Grid, column_letters};
use precheck_schema::{FieldKey, Kind, Lang};
use precheck_tabular::{
    Encoding, OpenQuestion, ReadError, ReadOptions, Recognised, Recognition, UnmappedColumn, UnmappedReason,
    Workbook, build_table, map_columns, read, read_text, recognise,
};

use crate::api;
use crate::job::{Job, TableOrigin};
use crate::layouts;

/// Rows of a sheet that the mapping dialog shows.
const PREVIEW_ROWS: u32 = 12;
/// Columns of a sheet that the mapping dialog shows.
const PREVIEW_COLUMNS: usize = 60;
/// Values of a column that the mapping dialog shows.
const SAMPLES: usize = 3;

impl Job {
    /// Forgets what was open and names the sources that follow.
    pub fn open_begin(&mut self, sources: Vec<api::Source>) {
        let settings =
            std::mem::replace(&mut self.settings, crate::Settings::on(precheck_schema::date::Date::MIN));
        let (revision, left) = (self.revision, std::mem::take(&mut self.left));
        *self = Self::new(settings);
        // What left before stays known from one batch to the next.
        (self.revision, self.left) = (revision + 1, left);
        self.pending = sources.into();
    }

    /// Reads the next source. What is wrong with it stands in the overview. After the last one judging begins.
    pub fn open_source(&mut self, bytes: &[u8]) {
        let Some(source) = self.pending.pop_front() else { return };
        let mut view = api::SourceView { name: source.name.clone(), ..api::SourceView::default() };
        match self.read(&source, bytes) {
            Ok(workbook) => self.take_workbook(&source, workbook, &mut view),
            Err(error) => view.problem = Some(problem(&error, self.settings.lang)),
        }
        self.sources.push(view);
        self.digests.push((bytes.len() as u64, crate::digest::sm3(bytes)));
        if self.pending.is_empty() {
            self.judge_begin();
            if self.tables.is_empty() {
                self.judge_step(1);
            }
        }
    }

    /// Whether sources were named that are not read yet.
    pub(crate) fn has_pending(&self) -> bool {
        !self.pending.is_empty()
    }

    fn read(&self, source: &api::Source, bytes: &[u8]) -> Result<Workbook, ReadError> {
        let options = ReadOptions {
            encoding: Encoding::from_key(&source.options.encoding),
            separator: source.options.separator,
            leave_out_hidden: source.options.leave_out_hidden,
        };
        match source.origin {
            api::Origin::File => read(bytes, &options),
            api::Origin::Paste => read_text(&String::from_utf8_lossy(bytes), &options),
            api::Origin::Sample => read(&crate::sample::workbook(self.settings.today), &options),
        }
    }

    fn take_workbook(&mut self, source: &api::Source, workbook: Workbook, view: &mut api::SourceView) {
        workbook.format.key().clone_into(&mut view.format);
        view.encoding = workbook.encoding.map_or(String::new(), |e| e.key().to_owned());
        view.separator = workbook.separator;
        let hint = Kind::from_key(&source.options.kind);
        let lang = self.settings.lang;
        for (sheet, grid) in workbook.grids.into_iter().enumerate() {
            let name = grid.name.clone();
            let said = source.options.mappings.iter().find(|m| m.sheet == sheet);
            let settled = match said {
                Some(mapping) => {
                    let Some(kind) = Kind::from_key(&mapping.kind) else {
                        let reason = lang_text(lang, "按选择不载入", "left out as chosen");
                        view.left_out_sheets.push((name, reason));
                        continue;
                    };
                    Some((kind, mapping.clone()))
                }
                None => layouts::find(&grid, sheet, &source.options.known),
            };
            let recognition = match &settled {
                Some((kind, mapping)) => Recognition::Table(mapped(&grid, *kind, mapping)),
                None => recognise(&grid, hint),
            };
            match recognition {
                Recognition::Table(recognised) => {
                    let table = self.tables.len();
                    if let Some((_, mapping)) = &settled {
                        let mut question = question(&grid, sheet, Some(&recognised), lang);
                        question.table = Some(table);
                        let known = layouts::of(&grid, mapping);
                        view.settled.push(api::SettledSheet { question, known, remembered: said.is_none() });
                    } else if !recognised.open.is_empty() {
                        let mut question = question(&grid, sheet, Some(&recognised), lang);
                        question.table = Some(table);
                        view.questions.push(question);
                    }
                    let unmapped = recognised.unmapped.iter();
                    let unmapped = unmapped
                        .map(|c| {
                            (column_letters(c.column), c.header.clone(), reason(c, recognised.kind, lang))
                        })
                        .collect();
                    let shown = if name.is_empty() { source.name.clone() } else { name };
                    self.origins.push(TableOrigin {
                        source: self.sources.len(),
                        sheet,
                        name: shown,
                        unmapped,
                    });
                    self.tables.push(build_table(grid, &recognised));
                    view.tables.push(table);
                }
                Recognition::Empty => {
                    view.left_out_sheets.push((name, lang_text(lang, "空表", "empty")));
                }
                // Lists of choices for a column, mostly: nobody who hid them wants to be asked.
                Recognition::NoHeader(_) if grid.hidden => {
                    view.left_out_sheets.push((
                        name,
                        lang_text(lang, "隐藏的工作表，没有可识别的表头", "hidden, without a known header"),
                    ));
                }
                Recognition::NoHeader(_) => view.questions.push(question(&grid, sheet, None, lang)),
            }
        }
    }
}

fn lang_text(lang: Lang, zh: &str, en: &str) -> String {
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}

/// A reading error in the language of the settings.
pub(crate) fn problem(error: &ReadError, lang: Lang) -> api::ProblemView {
    let message = match lang {
        Lang::Zh => error.to_string(),
        Lang::En => error.message_en(),
    };
    api::ProblemView { key: error.key().to_owned(), message }
}

pub(crate) fn mapped(grid: &Grid, kind: Kind, mapping: &api::SheetMapping) -> Recognised {
    let columns: Vec<(usize, Option<FieldKey>)> =
        mapping.columns.iter().map(|(column, field)| (*column, FieldKey::from_key(field))).collect();
    map_columns(grid, kind, mapping.header_row, &columns)
}

/// What the mapping dialog shows of a sheet.
pub(crate) fn question(
    grid: &Grid,
    sheet: usize,
    recognised: Option<&Recognised>,
    lang: Lang,
) -> api::SheetQuestion {
    let header_row = recognised.map_or(0, |r| r.header_row);
    let width = grid.columns.len().min(PREVIEW_COLUMNS);
    let cell = |row: u32, column: usize| precheck_rules::privacy::mask(grid.text(row, column)).into_owned();
    let columns = (0..width).map(|column| {
        let field = recognised
            .and_then(|r| r.columns.iter().find(|c| c.source == Some(column as u16)))
            .and_then(|c| c.field);
        let unmapped = recognised.and_then(|r| r.unmapped.iter().find(|c| c.column == column));
        let open = recognised.and_then(|r| r.open.iter().find(|q| q.column == column));
        let reason = match (recognised, unmapped) {
            (Some(recognised), Some(column)) => reason(column, recognised.kind, lang),
            _ => String::new(),
        };
        let header = if header_row > 0 { grid.text(header_row - 1, column) } else { "" };
        let values = (header_row..grid.rows).map(|row| cell(row, column)).filter(|v| !v.trim().is_empty());
        api::ColumnQuestion {
            column,
            letters: column_letters(column),
            header: header.to_owned(),
            field: field.map_or(String::new(), |f| f.key().to_owned()),
            candidates: open.map_or(Vec::new(), candidates),
            reason,
            samples: values.take(SAMPLES).collect(),
        }
    });
    api::SheetQuestion {
        sheet,
        name: grid.name.clone(),
        table: None,
        kind: recognised.map_or(String::new(), |r| r.kind.key().to_owned()),
        header_row,
        columns: columns.collect(),
        preview: (0..grid.rows.min(PREVIEW_ROWS))
            .map(|row| (0..width).map(|column| cell(row, column)).collect())
            .collect(),
    }
}

fn candidates(question: &OpenQuestion) -> Vec<String> {
    question.fields.iter().map(|f| f.key().to_owned()).collect()
}

/// Why a column holds no field, in words.
pub(crate) fn reason(column: &UnmappedColumn, kind: Kind, lang: Lang) -> String {
    let names = |fields: &[FieldKey]| {
        let names: Vec<_> = fields
            .iter()
            .map(|&f| match lang {
                Lang::Zh => format!("「{}」", kind.field_label(f)),
                Lang::En => format!("“{}”", f.field().label.en),
            })
            .collect();
        names.join(if lang == Lang::Zh { "、" } else { ", " })
    };
    match &column.reason {
        UnmappedReason::Unknown => lang_text(lang, "没有对应的字段", "no field of this name"),
        UnmappedReason::Serial => lang_text(lang, "序号列", "a column of serial numbers"),
        UnmappedReason::Duplicate { taken } => {
            let letters = column_letters(*taken);
            lang_text(
                lang,
                &format!("同一字段已取自 {letters} 列"),
                &format!("the field is taken from column {letters}"),
            )
        }
        UnmappedReason::TwoFields(fields) => lang_text(
            lang,
            &format!("一列含有两个字段：{}，需拆成两列或选定一个", names(fields)),
            &format!("one column holds two fields: {}; part it or choose one", names(fields)),
        ),
        UnmappedReason::Ambiguous(fields) => lang_text(
            lang,
            &format!("可能是{}，需选定", names(fields)),
            &format!("may be {}; choose", names(fields)),
        ),
    }
}

#[cfg(test)]
mod tests {
    use precheck_schema::date::Date;
    use precheck_tabular::write::{OutCell, OutSheet, xlsx};

    use super::*;
    use crate::Settings;

    #[test]
    fn a_hidden_sheet_without_a_header_is_named_and_not_asked_about() {
        let cells = |texts: &[&str]| texts.iter().map(|text| OutCell::plain(*text)).collect::<Vec<_>>();
        // So many choices do not fit beside the column: they go into a hidden sheet.
        let choices = (0..60).map(|n| format!("占用、堵塞、封闭疏散通道{n}")).collect();
        let sheet = OutSheet {
            name: "处罚".to_owned(),
            rows: vec![
                cells(&["企业名称", "统一社会信用代码", "处罚决定书文号", "违法行为类型", "行政处罚内容"]),
                cells(&["奈曼旗沙海酒店有限公司", "", "奈(消)行罚决字〔2023〕第0007号", "", "罚款"]),
            ],
            freeze_rows: 1,
            validations: vec![(3, choices)],
            ..OutSheet::default()
        };
        let bytes = xlsx(&[sheet]).expect("a workbook");
        let mut job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 30).expect("a date")));
        let options = api::SourceOptions::default();
        let source = api::Source { name: "处罚.xlsx".to_owned(), origin: api::Origin::File, options };
        job.open_begin(vec![source]);
        job.open_source(&bytes);
        let source = &job.overview().sources[0];
        assert_eq!(source.tables, [0]);
        assert!(source.questions.iter().all(|question| question.sheet == 0), "{:?}", source.questions);
        assert_eq!(source.left_out_sheets.len(), 1);
    }
}
