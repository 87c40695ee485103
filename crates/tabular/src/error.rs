//! Why a file cannot be read: what, where, and how to mend it.

use crate::limits::Limit;

/// Why a file was refused. Its text is Chinese, [`ReadError::message_en`] the same in English.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing in it.
    #[error("文件是空的，没有任何内容。请确认选对了文件，并在 WPS 或 Excel 中打开看一下。")]
    Empty,
    /// No format that is read here; what it looks like, if that is known.
    #[error("{}。请用 WPS 或 Excel 打开后另存为 .xlsx 或 .csv 再导入。", unknown_zh(*.0))]
    UnknownType(Option<&'static str>),
    /// A workbook that asks for a password.
    #[error("工作簿设有打开密码，无法读取。请在 WPS 或 Excel 中打开，取消密码后另存，再导入。")]
    PasswordProtected,
    /// A zip that ends early or contradicts itself.
    #[error(
        "文件已损坏：压缩包不完整（{0}）。请重新下载或请对方重新发送；也可用 WPS 或 Excel 打开修复后另存。"
    )]
    BrokenArchive(String),
    /// A workbook whose inside cannot be understood: which part, and what was wrong there.
    #[error("文件已损坏：{part} 无法读取（{detail}）。请用 WPS 或 Excel 打开后另存为 .xlsx，再导入。")]
    Broken {
        /// Part of the file, such as `xl/workbook.xml`.
        part: String,
        /// What was wrong there, in technical words.
        detail: String,
    },
    /// A workbook without any sheet of cells.
    #[error("工作簿中没有可读取的工作表。请确认内容在普通工作表中，而不是图表或宏表。")]
    NoSheet,
    /// More than [`crate::limits::Limits`] allow.
    #[error("文件超出限度：{}超过 {allowed}。请删去多余的工作表、空行和格式，或分成几个文件再导入。", .limit.zh())]
    OverLimit {
        /// Which bound.
        limit: Limit,
        /// The bound.
        allowed: u64,
    },
    /// The library that reads the format gave up in a way it should not.
    #[error("读取程序无法处理这个文件（内部错误：{0}）。请用 WPS 或 Excel 打开后另存为 .xlsx，再导入。")]
    ReaderPanicked(String),
}

fn unknown_zh(looks: Option<&'static str>) -> String {
    match looks {
        Some(looks) => format!("这是{}，不是可以读取的表格", looks_zh(looks)),
        None => "认不出文件的类型，它不是可以读取的表格".to_owned(),
    }
}

fn looks_zh(looks: &str) -> &str {
    match looks {
        "image" => "图片",
        "archive" => "压缩包",
        "Word document" => " Word 文档",
        "presentation" => "演示文稿",
        "binary workbook (.xlsb)" => " .xlsb 二进制工作簿",
        "web archive (.mht)" => " .mht 网页档案",
        "OLE document" => "其他程序的文档",
        "OpenDocument text" => " OpenDocument 文字文档",
        "Excel 95 workbook in another script" => " Excel 95 工作簿，文字用日文、韩文或繁体中文的代码页",
        "Excel 4 workbook" => " Excel 4.0 或更早的工作簿",
        other => other,
    }
}

impl ReadError {
    /// Stable name, as in JSON and tests.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::UnknownType(_) => "unknown-type",
            Self::PasswordProtected => "password-protected",
            Self::BrokenArchive(_) => "broken-archive",
            Self::Broken { .. } => "broken",
            Self::NoSheet => "no-sheet",
            Self::OverLimit { .. } => "over-limit",
            Self::ReaderPanicked(_) => "reader-panicked",
        }
    }

    /// The message in English.
    #[must_use]
    pub fn message_en(&self) -> String {
        match self {
            Self::Empty => "The file is empty. Check that you chose the right one.".to_owned(),
            Self::UnknownType(Some(looks)) => {
                format!("This is a file of another type ({looks}). Save it as .xlsx or .csv first.")
            }
            Self::UnknownType(None) => {
                "The type of the file is unknown. Save it as .xlsx or .csv first.".to_owned()
            }
            Self::PasswordProtected => {
                "The workbook asks for a password. Open it, take the password off and save it.".to_owned()
            }
            Self::BrokenArchive(detail) => {
                format!("The file is damaged: its archive is incomplete ({detail}). Fetch it again.")
            }
            Self::Broken { part, detail } => {
                format!(
                    "The file is damaged: {part} cannot be read ({detail}). Open it and save it as .xlsx."
                )
            }
            Self::NoSheet => "The workbook has no sheet of cells.".to_owned(),
            Self::OverLimit { limit, allowed } => {
                format!("The file is too large: more than {allowed} for {}. Split it.", limit.en())
            }
            Self::ReaderPanicked(detail) => {
                format!("The reader failed on this file ({detail}). Open it and save it as .xlsx.")
            }
        }
    }

    pub(crate) fn broken(part: &str, detail: impl std::fmt::Display) -> Self {
        Self::Broken { part: part.to_owned(), detail: detail.to_string() }
    }
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A text is longer than the 32,767 characters that a spreadsheet cell holds.
    #[error("工作表“{sheet}”第 {row} 行第 {column} 列的内容超过 32767 个字符，表格单元格放不下。请先缩短。")]
    CellTooLong {
        /// Name of the sheet.
        sheet: String,
        /// Row, from 1.
        row: u32,
        /// Column, from 1.
        column: u32,
    },
    /// More rows or columns than a sheet has.
    #[error("工作表“{0}”的行数或列数超过表格的上限（1048576 行、16384 列）。请分成几个文件。")]
    TooLarge(String),
    /// The workbook could not be put together.
    #[error("无法生成工作簿：{0}")]
    Workbook(String),
}
