//! Every bound on what is read, named in one place.
//!
//! A file from a clerk's mailbox may be broken or hostile. The bounds are wide enough for 1,000,000 rows of 30
//! columns as csv and 300,000 rows of 30 columns as xlsx, and narrow enough that a small file can neither fill
//! the 4 GiB of a 32-bit address space nor keep a machine busy for minutes.

/// How much a file may hold. `Default` gives the bounds that the product uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file_bytes: u64,
    /// Bytes of all parts of a zip together, counted while they are inflated and summed over the directory; also
    /// bytes of the distinct texts of a workbook.
    pub inflated_bytes: u64,
    /// Inflated bytes per packed byte of one part.
    pub ratio: u64,
    /// Inflated bytes of one part before its ratio counts: small parts may be very repetitive.
    pub ratio_grace: u64,
    /// Parts of a zip.
    pub parts: usize,
    /// Sheets of a workbook.
    pub sheets: usize,
    /// Cells of a workbook: in each column those down to the last one that holds a value. Also its shared strings.
    pub cells: u64,
    /// Columns of a sheet.
    pub columns: usize,
    /// Rows of a sheet.
    pub rows: u32,
    /// Merged regions of a workbook.
    pub merges: usize,
    /// Bytes of one tag or one run of text in XML and HTML.
    pub token_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 1 << 30,
            inflated_bytes: 2 << 30,
            ratio: 200,
            ratio_grace: 1 << 20,
            parts: 4096,
            sheets: 256,
            cells: 40_000_000,
            columns: 16_384,
            rows: 4_000_000,
            merges: 100_000,
            token_bytes: 64 << 20,
        }
    }
}

/// Which bound a file passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// [`Limits::file_bytes`].
    FileBytes,
    /// [`Limits::inflated_bytes`].
    InflatedBytes,
    /// [`Limits::ratio`].
    Ratio,
    /// [`Limits::parts`].
    Parts,
    /// [`Limits::sheets`].
    Sheets,
    /// [`Limits::cells`].
    Cells,
    /// [`Limits::columns`].
    Columns,
    /// [`Limits::rows`].
    Rows,
    /// [`Limits::merges`].
    Merges,
    /// [`Limits::token_bytes`].
    TokenBytes,
}

impl Limit {
    /// Stable name, as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::FileBytes => "file-bytes",
            Self::InflatedBytes => "inflated-bytes",
            Self::Ratio => "ratio",
            Self::Parts => "parts",
            Self::Sheets => "sheets",
            Self::Cells => "cells",
            Self::Columns => "columns",
            Self::Rows => "rows",
            Self::Merges => "merges",
            Self::TokenBytes => "token-bytes",
        }
    }

    /// The value of this bound.
    #[must_use]
    pub const fn of(self, limits: &Limits) -> u64 {
        match self {
            Self::FileBytes => limits.file_bytes,
            Self::InflatedBytes => limits.inflated_bytes,
            Self::Ratio => limits.ratio,
            Self::Parts => limits.parts as u64,
            Self::Sheets => limits.sheets as u64,
            Self::Cells => limits.cells,
            Self::Columns => limits.columns as u64,
            Self::Rows => limits.rows as u64,
            Self::Merges => limits.merges as u64,
            Self::TokenBytes => limits.token_bytes as u64,
        }
    }

    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::FileBytes => "文件的字节数",
            Self::InflatedBytes => "解压后的字节数",
            Self::Ratio => "压缩比",
            Self::Parts => "压缩包内的部件数",
            Self::Sheets => "工作表数",
            Self::Cells => "单元格数",
            Self::Columns => "列数",
            Self::Rows => "行数",
            Self::Merges => "合并单元格数",
            Self::TokenBytes => "一段文字或标签的字节数",
        }
    }

    pub(crate) const fn en(self) -> &'static str {
        match self {
            Self::FileBytes => "bytes of the file",
            Self::InflatedBytes => "inflated bytes",
            Self::Ratio => "the compression ratio",
            Self::Parts => "parts in the archive",
            Self::Sheets => "sheets",
            Self::Cells => "cells",
            Self::Columns => "columns",
            Self::Rows => "rows",
            Self::Merges => "merged regions",
            Self::TokenBytes => "bytes of one tag or text",
        }
    }
}
