//! Formats inside a zip: xlsx and ods.

pub(crate) mod package;
pub(crate) mod xlsx;

use crate::Workbook;
use crate::build::Budget;
use crate::detect::Format;
use crate::error::ReadError;
use package::Package;

/// Reads whichever workbook the archive holds.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Workbook, ReadError> {
    let mut package = Package::open(bytes, budget)?;
    let (format, grids) = if xlsx::is_workbook(&mut package) {
        (Format::Xlsx, xlsx::read(&mut package, budget)?)
    } else {
        return Err(ReadError::UnknownType(Some(other(&package))));
    };
    Ok(Workbook { format, encoding: None, separator: None, grids })
}

fn other(package: &Package<'_>) -> &'static str {
    let has = |prefix: &str| package.names().any(|name| name.starts_with(prefix));
    if package.has("xl/workbook.bin") {
        "binary workbook (.xlsb)"
    } else if has("word/") {
        "Word document"
    } else if has("ppt/") {
        "presentation"
    } else {
        "archive"
    }
}
