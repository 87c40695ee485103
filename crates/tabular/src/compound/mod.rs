//! Compound files: xls workbooks, and what wraps a workbook with a password.
//!
//! The reader is our own: those at hand trust counts in the file when they take memory, do not tell which rows
//! are hidden, and end in a panic on some damaged files, which WebAssembly cannot catch.

mod biff;
mod container;
mod strings;

use crate::Workbook;
use crate::build::Budget;
use crate::detect::Format;
use crate::error::ReadError;
use container::Container;

/// Reads the workbook in a compound file.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Workbook, ReadError> {
    let container = Container::open(bytes)?;
    // Excel 2007 and later wrap an encrypted xlsx into a compound file (MS-OFFCRYPTO 2.3.2).
    if container.has("EncryptedPackage") || container.has("EncryptionInfo") {
        return Err(ReadError::PasswordProtected);
    }
    // BIFF8 and BIFF5; files for both have both.
    let Some(stream) = container.stream("Workbook").or_else(|| container.stream("Book")) else {
        let other = if container.has("WordDocument") {
            "Word document"
        } else if container.has("PowerPoint Document") {
            "presentation"
        } else {
            "OLE document"
        };
        return Err(ReadError::UnknownType(Some(other)));
    };
    let grids = biff::read(&stream?, budget)?;
    Ok(Workbook { format: Format::Xls, encoding: None, separator: None, grids })
}
