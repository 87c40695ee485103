//! Formats inside a zip: xlsx and ods.

pub(crate) mod ods;
pub(crate) mod package;
pub(crate) mod xlsx;

use crate::Workbook;
use crate::build::Budget;
use crate::detect::Format;
use crate::error::ReadError;
use crate::markup::{MarkupError, Token};
use package::Package;

/// Reads whichever workbook the archive holds.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Workbook, ReadError> {
    let mut package = Package::open(bytes, budget)?;
    let (format, grids) = if xlsx::is_workbook(&mut package) {
        (Format::Xlsx, xlsx::read(&mut package, budget)?)
    } else if ods::is_document(&package) {
        let grids = ods::read(&mut package, budget)?;
        (Format::Ods, grids.ok_or(ReadError::UnknownType(Some("OpenDocument text")))?)
    } else {
        return Err(ReadError::UnknownType(Some(other(&package))));
    };
    Ok(Workbook { format, encoding: None, separator: None, grids })
}

/// What an archive is that holds no workbook.
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

/// Hands every token of a part to `each`. A part that is missing is an error where it is `needed`.
fn walk(
    package: &mut Package<'_>,
    part: &str,
    needed: bool,
    mut each: impl FnMut(&Token<'_>),
) -> Result<(), ReadError> {
    let failure: MarkupError = {
        let Some(mut markup) = package.markup(part)? else {
            return if needed { Err(ReadError::broken(part, "missing")) } else { Ok(()) };
        };
        loop {
            match markup.next() {
                Ok(Token::Eof) => return Ok(()),
                Ok(token) => each(&token),
                Err(error) => break error,
            }
        }
    };
    Err(package.error(part, &failure))
}
