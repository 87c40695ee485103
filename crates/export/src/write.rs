//! Bytes of a file.

use precheck_schema::amount::read_decimal;
use precheck_schema::profile::Profile;
use precheck_schema::template::{FileType, Template, TextEncoding};
use precheck_schema::{FieldType, Kind};
use precheck_tabular::Encoding;
use precheck_tabular::write::{OutCell, OutSheet, OutStyle, csv, xlsx};

use crate::layout::{Plan, cells};
use crate::{ExportError, Record, structured};

/// Characters of the default font that a column is wide at least and at most.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=40;
/// Records that are looked at for the width of a column.
const MEASURED: usize = 200;

/// Makes the file. Every cell is text; there is one sheet, nothing is merged and nothing is a formula. Equal
/// input gives equal bytes.
pub fn write(
    template: &Template,
    kind: Kind,
    records: &[Record<'_>],
    profile: &Profile,
) -> Result<Vec<u8>, ExportError> {
    let plan = Plan::new(template, kind, records)
        .ok_or_else(|| ExportError::NoLayout { title: template.title.clone(), kind: kind.label().zh })?;
    let rows = cells(&plan, template, records, profile);
    let header = plan.layout.above.len();
    check_decimals(&plan, &rows[header + 1..])?;
    match template.file {
        FileType::Xlsx => Ok(xlsx(&[sheet(plan.sheet(kind), rows, header)])?),
        FileType::Csv => {
            let (mark, encoding) = match template.encoding {
                TextEncoding::Utf8 => (true, Encoding::Utf8),
                TextEncoding::Gb18030 => (false, Encoding::Gb18030),
            };
            Ok(csv(rows.iter().map(|row| row.iter().map(String::as_str)), mark, encoding))
        }
        FileType::Json => Ok(structured::json(kind, &rows[header..])),
        FileType::Xml => Ok(structured::xml(kind, &rows[header..])),
    }
}

fn check_decimals(plan: &Plan<'_>, records: &[Vec<String>]) -> Result<(), ExportError> {
    for (at, column) in plan.columns.iter().enumerate() {
        let amount = column.spec.field_key().is_some_and(|f| f.ty() == FieldType::Amount);
        let Some(decimals) = column.spec.decimals.filter(|_| amount) else { continue };
        let at = at + usize::from(plan.layout.first_column);
        let fine = |value: &&String| read_decimal(value).is_some_and(|read| read.decimals > decimals);
        if let Some(value) = records.iter().map(|row| &row[at]).find(fine) {
            let (header, value) = (column.spec.header.clone(), value.clone());
            return Err(ExportError::Decimals { header, value, decimals });
        }
    }
    Ok(())
}

fn sheet(name: &str, rows: Vec<Vec<String>>, header: usize) -> OutSheet {
    let columns = rows[header].len();
    let width = |column: usize| {
        let cells = rows[header..].iter().take(MEASURED).filter_map(|row| row.get(column));
        cells.map(|text| columns_of(text)).max().unwrap_or(0)
    };
    let column_widths =
        (0..columns).map(|column| (width(column) + 2).clamp(*WIDTHS.start(), *WIDTHS.end()) as u16).collect();
    let styled = |(at, row): (usize, Vec<String>)| {
        let style =
            |text: &String| if at == header && !text.is_empty() { OutStyle::Header } else { OutStyle::Plain };
        row.into_iter().map(|text| OutCell { style: style(&text), text, comment: None }).collect()
    };
    OutSheet {
        name: name.to_owned(),
        rows: rows.into_iter().enumerate().map(styled).collect(),
        column_widths,
        freeze_rows: header as u32 + 1,
        validations: Vec::new(),
    }
}

/// How many half-width characters a text takes.
pub(crate) fn columns_of(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
