//! The problem workbook: what stays behind, in its original columns, to be sent back to the person who supplied
//! it. 问题, 依据 and 建议 stand behind the columns of the file; the cells that they speak of are marked.

use precheck_schema::{FieldKey, RowId, Table};
use precheck_tabular::write::{OutCell, OutSheet, OutStyle, xlsx};

use crate::ExportError;
use crate::write::columns_of;

/// Records of one table that stay behind.
#[derive(Debug)]
pub struct ProblemSheet<'a> {
    /// Their table.
    pub table: &'a Table,
    /// Name of the sheet.
    pub name: String,
    /// The records; those that no file holds go to the end.
    pub rows: Vec<ProblemRow>,
}

/// A record that stays behind.
#[derive(Debug, Clone)]
pub struct ProblemRow {
    /// Its row.
    pub row: RowId,
    /// What is wrong, one sentence each.
    pub problems: Vec<String>,
    /// On what ground.
    pub basis: Vec<String>,
    /// How to mend it.
    pub suggestions: Vec<String>,
    /// Cells to mark. A field that no column of the file holds gets a column behind them.
    pub marks: Vec<(FieldKey, OutStyle)>,
}

/// Headers of the added columns, and how wide they are in characters.
const ADDED: [(&str, u16); 3] = [("问题", 44), ("依据", 36), ("建议", 44)];
/// Width of the columns of the file.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=30;

/// Writes the workbook, one sheet per table. `notes` are lines below the records of every sheet. `mask` gives what
/// a cell may show of its text; the field is none for columns that hold no field.
pub fn workbook(
    sheets: &[ProblemSheet<'_>],
    notes: &[String],
    mask: &dyn Fn(Option<FieldKey>, &str) -> String,
) -> Result<Vec<u8>, ExportError> {
    let sheets: Vec<OutSheet> = sheets.iter().map(|s| sheet(s, notes, mask)).collect();
    Ok(xlsx(&sheets)?)
}

/// A column of the sheet: its header and the columns of the table that it shows, of which two may share one
/// column of the file (统一社会信用代码/注册号).
struct Column {
    header: String,
    from: Vec<usize>,
    /// Fields that it holds, also where the table has no column for them.
    fields: Vec<FieldKey>,
}

fn sheet(
    problem: &ProblemSheet<'_>,
    notes: &[String],
    mask: &dyn Fn(Option<FieldKey>, &str) -> String,
) -> OutSheet {
    let mut rows: Vec<&ProblemRow> = problem.rows.iter().collect();
    rows.sort_by_key(|row| problem.table.source_row(row.row).is_none());
    let columns = columns(problem.table, &rows);
    let titles = columns.iter().map(|c| c.header.as_str()).chain(ADDED.iter().map(|a| a.0));
    let mut out = vec![titles.map(|title| OutCell::styled(title, OutStyle::Header)).collect::<Vec<_>>()];
    for row in rows {
        let cells = columns.iter().map(|column| cell(problem.table, row, column, mask));
        let notes = [&row.problems, &row.basis, &row.suggestions];
        out.push(cells.chain(notes.map(|lines| OutCell::styled(lines.join("\n"), OutStyle::Note))).collect());
    }
    let width = |column: usize| {
        let widest = out.iter().take(200).map(|row| columns_of(&row[column].text)).max().unwrap_or(0);
        (widest + 2).clamp(*WIDTHS.start(), *WIDTHS.end()) as u16
    };
    let widths: Vec<u16> = (0..columns.len()).map(width).chain(ADDED.iter().map(|a| a.1)).collect();
    out.extend(notes.iter().map(|note| vec![OutCell::styled(note, OutStyle::Plain)]));
    OutSheet {
        column_widths: widths,
        name: problem.name.clone(),
        rows: out,
        freeze_rows: 1,
        validations: Vec::new(),
    }
}

fn cell(
    table: &Table,
    row: &ProblemRow,
    column: &Column,
    mask: &dyn Fn(Option<FieldKey>, &str) -> String,
) -> OutCell {
    let texts = column.from.iter().filter_map(|&position| {
        let text = table.cell_at(row.row, position).text;
        let field = table.columns()[position].meaning.field;
        (!text.is_empty()).then(|| mask(field, text))
    });
    let text = texts.collect::<Vec<_>>().join("/");
    let mark = row.marks.iter().filter(|(field, _)| column.fields.contains(field)).map(|&(_, style)| style);
    OutCell { text, style: mark.min_by_key(|style| gravity(*style)).unwrap_or_default(), comment: None }
}

/// Which of several marks shows: the gravest.
const fn gravity(style: OutStyle) -> u8 {
    match style {
        OutStyle::Error => 0,
        OutStyle::Warning => 1,
        OutStyle::Info => 2,
        OutStyle::Plain | OutStyle::Header | OutStyle::Note => 3,
    }
}

/// The columns of the file under their letters and headers, then fields that only the page or a mark knows.
fn columns(table: &Table, rows: &[&ProblemRow]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut known = Vec::new();
    for (position, column) in table.columns().iter().enumerate() {
        let meaning = &column.meaning;
        let Some(source) = meaning.source.map(usize::from) else { continue };
        while columns.len() <= source {
            columns.push(Column { header: String::new(), from: Vec::new(), fields: Vec::new() });
        }
        columns[source].from.push(position);
        columns[source].fields.extend(meaning.field);
        known.extend(meaning.field);
        if columns[source].header.is_empty() {
            columns[source].header.clone_from(&meaning.header);
        }
    }
    for field in table.kind.fields().iter().map(|f| f.key).filter(|key| !known.contains(key)) {
        let position = table.column_of(field);
        let filled =
            position.is_some_and(|p| rows.iter().any(|row| !table.cell_at(row.row, p).text.is_empty()));
        let marked = rows.iter().any(|row| row.marks.iter().any(|(marked, _)| *marked == field));
        if filled || marked {
            columns.push(Column {
                header: table.kind.field_label(field).to_owned(),
                from: position.into_iter().collect(),
                fields: vec![field],
            });
        }
    }
    columns
}
