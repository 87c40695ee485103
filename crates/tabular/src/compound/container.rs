//! Streams of a compound file by name (MS-CFB). Nothing is taken on trust: positions are looked up with bounds,
//! chains are no longer than the file has sectors.

use crate::error::ReadError;

/// An open compound file.
pub(super) struct Container<'b> {
    bytes: &'b [u8],
    sector: usize,
    mini_sector: usize,
    mini_cutoff: u64,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    /// The stream that holds the small ones.
    mini: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    ty: u8,
    start: u32,
    size: u64,
}

const STREAM: u8 = 2;
const ROOT: u8 = 5;
/// Sector numbers from here on mean something else (MS-CFB 2.1).
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn broken(detail: &str) -> ReadError {
    ReadError::broken("OLE", detail)
}

impl<'b> Container<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        Self::parse(bytes).ok_or_else(|| broken("header"))?
    }

    /// None where the header ends early.
    fn parse(bytes: &'b [u8]) -> Option<Result<Self, ReadError>> {
        if bytes.len() < 512 {
            return None;
        }
        let (shift, mini_shift) = (u16_at(bytes, 0x1E)?, u16_at(bytes, 0x20)?);
        if !matches!(shift, 9 | 12) || !(4..=9).contains(&mini_shift) {
            return Some(Err(broken("sector size")));
        }
        let mut container = Self {
            bytes,
            sector: 1 << shift,
            mini_sector: 1 << mini_shift,
            mini_cutoff: u64::from(u32_at(bytes, 0x38)?),
            table: Vec::new(),
            mini_table: Vec::new(),
            mini: Vec::new(),
            entries: Vec::new(),
        };
        container.read_table()?;
        let directory = match container.chain(u32_at(bytes, 0x30)?, u64::MAX) {
            Ok(directory) => directory,
            Err(error) => return Some(Err(error)),
        };
        container.entries = directory.as_chunks::<128>().0.iter().filter_map(parsed).collect();
        if let Some(root) = container.entries.iter().find(|e| e.ty == ROOT) {
            // A file without small streams may have none of these.
            container.mini = container.chain(root.start, root.size).unwrap_or_default();
            let table = container.chain(u32_at(bytes, 0x3C)?, u64::MAX).unwrap_or_default();
            container.mini_table = numbers(&table);
        }
        Some(Ok(container))
    }

    /// The sector table, from the sectors that the header and the chain behind it name.
    fn read_table(&mut self) -> Option<()> {
        let mut sectors: Vec<u32> = (0..109).filter_map(|at| u32_at(self.bytes, 0x4C + at * 4)).collect();
        let mut next = u32_at(self.bytes, 0x44)?;
        let most = self.bytes.len() / self.sector + 1;
        let mut seen = 0;
        while next < LAST_SECTOR && seen < most {
            let Some(sector) = self.sector_at(next) else { break };
            let mut listed = numbers(sector);
            next = listed.pop().unwrap_or(u32::MAX);
            sectors.extend(listed);
            seen += 1;
        }
        sectors.retain(|&s| s < LAST_SECTOR);
        // A file that names a sector twice must not make the table longer than the file.
        sectors.truncate(most);
        for number in sectors {
            if let Some(sector) = self.sector_at(number) {
                let listed = numbers(sector);
                self.table.extend(listed);
            }
        }
        Some(())
    }

    /// A sector; the last one of a file may be cut.
    fn sector_at(&self, number: u32) -> Option<&'b [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..)?;
        (!rest.is_empty()).then(|| &rest[..rest.len().min(self.sector)])
    }

    fn chain(&self, start: u32, size: u64) -> Result<Vec<u8>, ReadError> {
        let most = self.bytes.len() / self.sector + 1;
        let mut out = Vec::new();
        let mut next = start;
        let mut seen = 0;
        while next < LAST_SECTOR && (out.len() as u64) < size {
            if seen > most {
                return Err(broken("a chain of sectors without end"));
            }
            let sector = self.sector_at(next).ok_or_else(|| broken("a sector behind the end of the file"))?;
            out.extend_from_slice(sector);
            next = *self.table.get(next as usize).ok_or_else(|| broken("the sector table ends early"))?;
            seen += 1;
        }
        if (out.len() as u64) < size && size != u64::MAX {
            return Err(broken("a stream ends early"));
        }
        out.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        Ok(out)
    }

    fn mini_chain(&self, start: u32, size: u64) -> Result<Vec<u8>, ReadError> {
        let mut out = Vec::new();
        let mut next = start;
        while next < LAST_SECTOR && (out.len() as u64) < size {
            let from = (next as usize).saturating_mul(self.mini_sector);
            let piece = self.mini.get(from..(from.saturating_add(self.mini_sector)).min(self.mini.len()));
            let piece = piece.filter(|p| !p.is_empty()).ok_or_else(|| broken("a small stream ends early"))?;
            out.extend_from_slice(piece);
            next = self.mini_table.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        if (out.len() as u64) < size {
            return Err(broken("a small stream ends early"));
        }
        out.truncate(size as usize);
        Ok(out)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|e| e.ty == STREAM && e.name.eq_ignore_ascii_case(name))
    }

    /// Whether there is a stream of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream; none where there is no such stream.
    pub(super) fn stream(&self, name: &str) -> Option<Result<Vec<u8>, ReadError>> {
        let entry = self.entry(name)?;
        if entry.size > self.bytes.len() as u64 {
            return Some(Err(broken("a stream longer than the file")));
        }
        Some(if entry.size < self.mini_cutoff {
            self.mini_chain(entry.start, entry.size)
        } else {
            self.chain(entry.start, entry.size)
        })
    }
}

fn numbers(sector: &[u8]) -> Vec<u32> {
    sector.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
}

/// A directory entry (MS-CFB 2.6.1).
fn parsed(entry: &[u8; 128]) -> Option<Entry> {
    let length = usize::from(u16_at(entry, 0x40)?).clamp(2, 64);
    let units: Vec<u16> =
        entry[..length - 2].as_chunks::<2>().0.iter().map(|b| u16::from_le_bytes(*b)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        ty: entry[0x42],
        start: u32_at(entry, 0x74)?,
        // The upper half is junk in files with small sectors.
        size: u64::from(u32_at(entry, 0x78)?),
    })
}
