//! Own templates: a platform's blank file becomes a template that repeats its sheet, its lines above the header
//! and its header cells byte for byte.

use precheck_schema::grid::Grid;
use precheck_schema::normalize::Unit;
use precheck_schema::template::{
    AmountUnit, Columns, Derivation, FileType, Layout, Template, TemplateColumn, TextEncoding, ValueForms,
};
use precheck_schema::{FieldKey, FieldType};
use precheck_tabular::{Encoding, Format, Recognised, Workbook};

/// What a column holds in every record that holds nothing for it, by column of the sheet from 0.
pub type Constants = [(usize, String)];

/// The layout of a sheet whose header was recognised or settled by the user; none without a header row.
pub fn layout(grid: &Grid, recognised: &Recognised, constants: &Constants) -> Option<Layout> {
    let header = recognised.header_row.checked_sub(1)?;
    let filled = |column: &usize| (0..=header).any(|row| !grid.text(row, *column).trim().is_empty());
    let last = (0..grid.columns.len()).rev().find(filled)?;
    let first = (0..=last).find(|&column| !grid.text(header, column).trim().is_empty())?;
    // Cells left of the header stay blank; a text there belongs to the lines above.
    let columns = (first..=last).map(|column| own_column(grid, header, column, recognised, constants));
    Some(Layout {
        kinds: vec![recognised.kind.key().to_owned()],
        sheet: grid.name.clone(),
        above: (0..header).map(|row| line(grid, row)).collect(),
        first_column: first as u16,
        columns: Columns::List(columns.collect()),
    })
}

/// The cells of a row without the blank ones at its end.
fn line(grid: &Grid, row: u32) -> Vec<String> {
    let mut cells: Vec<String> =
        (0..grid.columns.len()).map(|column| grid.text(row, column).to_owned()).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

fn own_column(
    grid: &Grid,
    header: u32,
    column: usize,
    recognised: &Recognised,
    constants: &Constants,
) -> TemplateColumn {
    let text = grid.text(header, column);
    let mut meanings = recognised.columns.iter().filter(|c| c.source == Some(column as u16));
    let meaning = meanings.next();
    let both = meanings.any(|other| other.field == Some(FieldKey::RegistrationNo));
    let field = meaning.and_then(|meaning| meaning.field);
    let constant = constants.iter().find(|(at, _)| *at == column).map(|(_, text)| text.clone());
    let yuan = field.is_some_and(|field| field.ty() == FieldType::Amount)
        && meaning.is_some_and(|meaning| meaning.unit == Unit::Yuan);
    TemplateColumn {
        header: text.to_owned(),
        field: field.map_or(String::new(), |field| field.key().to_owned()),
        derive: both.then_some(Derivation::EitherIdentifier),
        default: constant.unwrap_or_default(),
        // Platforms mark what they require with an asterisk.
        required: field.is_some() && (text.contains(['*', '＊', '﹡']) || text.contains("必填")),
        unit: if yuan { AmountUnit::Yuan } else { AmountUnit::Wan },
        ..TemplateColumn::default()
    }
}

/// A template of layouts that were taken from a workbook. Its name is made from its title.
pub fn template(workbook: &Workbook, title: &str, values: ValueForms, layouts: Vec<Layout>) -> Template {
    let csv = workbook.format == Format::Text;
    Template {
        name: name(title),
        title: title.trim().to_owned(),
        title_en: String::new(),
        // Old workbooks (.xls) are answered with new ones: every platform that reads those reads these.
        file: if csv { FileType::Csv } else { FileType::Xlsx },
        encoding: match workbook.encoding {
            Some(Encoding::Gb18030) if csv => TextEncoding::Gb18030,
            _ => TextEncoding::Utf8,
        },
        values,
        file_name: "{template}_{kind}_{organisation}_{date}".to_owned(),
        layouts,
    }
}

/// The stable name of an own template: no built-in one begins so.
pub fn name(title: &str) -> String {
    let title: String =
        title.trim().chars().map(|c| if c.is_whitespace() || c.is_control() { '-' } else { c }).collect();
    format!("own-{title}")
}
