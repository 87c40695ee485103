//! Why a file cannot be made.

use precheck_tabular::WriteError;

/// Why a file could not be made: what, where, and how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The template has no layout for the kind.
    #[error("模板“{title}”不包含{kind}，请换用包含这一种类的模板")]
    NoLayout {
        /// Title of the template.
        title: String,
        /// Label of the kind.
        kind: &'static str,
    },
    /// An amount has more decimals than the template takes. It is not cut: that would change the amount.
    #[error("「{header}」的金额“{value}”超过 {decimals} 位小数，模板写不下；请按文书核对金额后重新导出")]
    Decimals {
        /// Header of the column.
        header: String,
        /// The amount in 万元.
        value: String,
        /// Most decimals of the template.
        decimals: u8,
    },
    /// The file could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl ExportError {
    /// The message in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::NoLayout { title, kind } => {
                format!("The template “{title}” does not take {kind}; choose one that does.")
            }
            Self::Decimals { header, value, decimals } => format!(
                "“{header}”: the amount {value} has more than the {decimals} decimals that the template takes; \
                 check it against the document."
            ),
            Self::Write(error) => format!("The file could not be written: {error}"),
        }
    }
}
