//! Why a call cannot be carried out.

use std::path::{Path, PathBuf};

/// What is wrong, where, and how to mend it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Settings that cannot be used: profile, day, template.
    #[error("{0}")]
    Settings(String),
    /// The profile cannot be read.
    #[error("无法读取机构设置文件 {}：{reason}", .path.display())]
    Profile {
        /// Its path.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A template, a manifest or a blank file cannot be read.
    #[error("无法读取 {}：{reason}", .path.display())]
    Read {
        /// Its path.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The page that is to be served cannot be read.
    #[error("无法读取网页文件 {}：{reason}；把 precheck.html 放在本程序旁边，或用 --page 写明它的位置", .path.display())]
    Page {
        /// Its path.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The port cannot be had.
    #[error("端口 {port} 无法使用：{reason}；用 --port 换一个")]
    Port {
        /// Its number.
        port: u16,
        /// Why.
        reason: String,
    },
    /// A file cannot be written.
    #[error("无法写入 {}：{reason}", .path.display())]
    Write {
        /// Its path.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// What is written would replace a file that was read.
    #[error("{} 是要检查的原文件；原文件不改动，请另取文件名或文件夹", .0.display())]
    SameFile(PathBuf),
    /// A mended file of a type that is not written.
    #[error("--out {} 的类型无法写出，请把扩展名写作 .xlsx 或 .csv", .0.display())]
    OutType(PathBuf),
    /// Something that the session said.
    #[error("{0}")]
    Session(String),
    /// The output cannot be written.
    #[error("无法输出结果：{0}")]
    Output(String),
}

/// Why the system refused a file, in words.
pub(crate) fn reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "文件或文件夹不存在，请核对路径".to_owned(),
        ErrorKind::PermissionDenied => "没有权限，请核对文件属性或换一个文件夹".to_owned(),
        ErrorKind::IsADirectory => "这是文件夹，请写明其中的文件".to_owned(),
        ErrorKind::StorageFull => "磁盘空间不足".to_owned(),
        _ => error.to_string(),
    }
}

impl Failure {
    pub(crate) fn read(path: &Path, error: &std::io::Error) -> Self {
        Self::Read { path: path.to_owned(), reason: reason(error) }
    }

    pub(crate) fn write(path: &Path, error: &std::io::Error) -> Self {
        Self::Write { path: path.to_owned(), reason: reason(error) }
    }
}
