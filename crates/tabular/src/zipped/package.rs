//! The zip around xlsx and ods: parts by name, their inflated bytes counted as they are produced.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::build::{Budget, Progress};
use crate::error::ReadError;
use crate::limits::{Limit, Limits};
use crate::markup::{Markup, MarkupError};

/// An open archive.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Position by name in small letters with forward slashes, as names are compared in workbooks.
    names: HashMap<String, usize>,
    meter: Meter<'b>,
}

/// What inflating has produced. What the directory says about sizes may lie.
struct Meter<'p> {
    limits: Limits,
    progress: Progress<'p>,
    /// What the directory says that all parts inflate to.
    announced: u64,
    inflated: Cell<u64>,
    over: Cell<Option<Limit>>,
}

/// A part being inflated.
pub(crate) type Part<'a, 'b> = Bounded<'a, 'b, zip::read::ZipFile<'a, Cursor<&'b [u8]>>>;

impl<'b> Package<'b> {
    /// Reads the directory and refuses what it announces beyond the bounds.
    pub(crate) fn open(bytes: &'b [u8], budget: &Budget<'b>) -> Result<Self, ReadError> {
        let limits = budget.limits;
        // The count in the directory's end is checked first: a million empty parts cost memory when read.
        if let Some(parts) = announced_parts(bytes)
            && parts > limits.parts
        {
            return Err(budget.over(Limit::Parts));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        if archive.len() > limits.parts {
            return Err(budget.over(Limit::Parts));
        }
        let mut names = HashMap::with_capacity(archive.len());
        let mut inflated = 0u64;
        for position in 0..archive.len() {
            let part = archive.by_index_data(position).map_err(broken)?;
            inflated = inflated.saturating_add(part.size());
            let name = String::from_utf8_lossy(part.name_raw()).replace('\\', "/").to_lowercase();
            if part.encrypted() && (name.starts_with("xl/") || name == "content.xml") {
                return Err(ReadError::PasswordProtected);
            }
            names.insert(name.trim_start_matches('/').to_owned(), position);
        }
        if inflated > limits.inflated_bytes {
            return Err(budget.over(Limit::InflatedBytes));
        }
        let progress = budget.progress;
        let meter =
            Meter { limits, progress, announced: inflated, inflated: Cell::new(0), over: Cell::new(None) };
        Ok(Self { archive, names, meter })
    }

    /// The bounds that it is read within.
    pub(crate) fn limits(&self) -> &Limits {
        &self.meter.limits
    }

    /// Whether the archive has a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&key(name))
    }

    /// Names of the parts, in small letters.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// Tokens of a part; none where there is no such part.
    pub(crate) fn markup(&mut self, name: &str) -> Result<Option<Markup<Part<'_, 'b>>>, ReadError> {
        let most = self.meter.limits.token_bytes;
        Ok(self.part(name)?.map(|part| Markup::new(part, most)))
    }

    /// A part for reading; none where there is no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'b>>, ReadError> {
        let Some(&position) = self.names.get(&key(name)) else { return Ok(None) };
        let file = self.archive.by_index(position).map_err(broken)?;
        let packed = file.compressed_size().max(1);
        Ok(Some(Bounded { inner: file, meter: &self.meter, packed, produced: 0 }))
    }

    /// What an error of reading tokens of `part` means.
    pub(crate) fn error(&self, part: &str, error: &MarkupError) -> ReadError {
        let over = |limit: Limit| ReadError::OverLimit { limit, allowed: limit.of(&self.meter.limits) };
        match (self.meter.over.get(), error) {
            (Some(limit), _) | (None, &MarkupError::Over(limit)) => over(limit),
            (None, MarkupError::Io(error)) => ReadError::broken(part, error),
        }
    }
}

fn key(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_lowercase()
}

/// How many parts the end of the directory announces (APPNOTE.TXT 4.3.16).
fn announced_parts(bytes: &[u8]) -> Option<usize> {
    let tail = &bytes[bytes.len().saturating_sub(22 + 65_535)..];
    let at = tail.windows(4).rposition(|w| w == b"PK\x05\x06")?;
    let parts = u16::from_le_bytes([*tail.get(at + 10)?, *tail.get(at + 11)?]);
    Some(usize::from(parts))
}

fn broken(error: ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::PasswordProtected,
        error => ReadError::BrokenArchive(error.to_string()),
    }
}

/// Counts what a part inflates to and stops at the bounds.
pub(crate) struct Bounded<'a, 'b, R> {
    inner: R,
    meter: &'a Meter<'b>,
    packed: u64,
    produced: u64,
}

/// Inflated bytes between two reports of progress.
const REPORT: u64 = 1 << 20;

impl<R: Read> Read for Bounded<'_, '_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let Meter { limits, progress, announced, inflated, over } = self.meter;
        self.produced += read as u64;
        let (before, after) = (inflated.get(), inflated.get() + read as u64);
        inflated.set(after);
        if before / REPORT != after / REPORT {
            progress(after.min(*announced), *announced);
        }
        let limit = if inflated.get() > limits.inflated_bytes {
            Limit::InflatedBytes
        } else if self.produced > limits.ratio_grace && self.produced / self.packed > limits.ratio {
            Limit::Ratio
        } else {
            return Ok(read);
        };
        over.set(Some(limit));
        Err(io::Error::other("over the bounds"))
    }
}
