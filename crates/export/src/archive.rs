//! Several files in one: a zip with equal bytes for equal content, and back within bounds.

use std::io::{Cursor, Read, Write};

use precheck_tabular::WriteError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Most files of an archive that is read.
const MOST_FILES: usize = 1_000;
/// Most bytes of an archive that is read, unpacked.
const MOST_BYTES: u64 = 512 << 20;

/// Why an archive cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// It is no zip, or a damaged one.
    #[error("压缩包无法打开（{0}），请重新取得这个文件")]
    Broken(String),
    /// It is larger than any export.
    #[error("压缩包过大：最多 {MOST_FILES} 个文件、{} MB", MOST_BYTES >> 20)]
    TooLarge,
}

impl ArchiveError {
    /// The same in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::Broken(detail) => format!("the archive cannot be opened ({detail}); fetch it again"),
            Self::TooLarge => {
                format!("the archive is too large: at most {MOST_FILES} files and {} MB", MOST_BYTES >> 20)
            }
        }
    }
}

/// Packs files under their names.
pub fn pack<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, WriteError> {
    let failed = |error: &dyn std::fmt::Display| WriteError::Workbook(error.to_string());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(6))
            .large_file(bytes.len() as u64 > u64::from(u32::MAX))
            .last_modified_time(DateTime::default());
        zip.start_file(name, options).map_err(|error| failed(&error))?;
        zip.write_all(bytes).map_err(|error| failed(&error))?;
    }
    Ok(zip.finish().map_err(|error| failed(&error))?.into_inner())
}

/// Whether bytes begin as a zip does.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The files of an archive with their names; folders are left out.
pub fn unpack(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, ArchiveError> {
    let broken = |error: &dyn std::fmt::Display| ArchiveError::Broken(error.to_string());
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if zip.len() > MOST_FILES {
        return Err(ArchiveError::TooLarge);
    }
    let (mut files, mut left) = (Vec::with_capacity(zip.len()), MOST_BYTES);
    for at in 0..zip.len() {
        let file = zip.by_index(at).map_err(|error| broken(&error))?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(|error| broken(&error))?.into_owned();
        let mut content = Vec::new();
        // One more than allowed: whether it is more is seen without unpacking the rest.
        file.take(left + 1).read_to_end(&mut content).map_err(|error| broken(&error))?;
        left = left.checked_sub(content.len() as u64).ok_or(ArchiveError::TooLarge)?;
        files.push((name, content));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let files = [("行政处罚.xlsx", b"PK".as_slice()), ("回执.json", b"{}"), ("空", b"")];
        let bytes = pack(files).unwrap();
        assert_eq!(bytes, pack(files).unwrap(), "equal input, equal bytes");
        assert!(is_archive(&bytes));
        let again = unpack(&bytes).unwrap();
        let again: Vec<_> = again.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        assert_eq!(again, files);
    }

    #[test]
    fn what_is_no_archive_says_so() {
        let bytes = pack([("a", b"aaaaaaaaaaaaaaaa".as_slice())]).unwrap();
        for broken in [b"PK\x03\x04".as_slice(), b"", &bytes[..bytes.len() / 2]] {
            let error = unpack(broken).unwrap_err();
            assert!(error.to_string().contains("压缩包") && error.message_en().contains("archive"));
        }
    }
}
