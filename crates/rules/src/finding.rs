//! Findings: what a rule says of a cell, a row or a file, as plain small facts. Sentences are made when shown.

use precheck_schema::{FieldKey, RowId, Text};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Severity {
    /// Worth knowing; the record leaves.
    Info,
    /// The record leaves once someone confirmed it.
    Warning,
    /// The record does not leave before it is mended.
    Error,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// Stable name, as in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity with this stable name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// What the page calls it.
    pub const fn label(self) -> Text {
        match self {
            Self::Info => Text::new("提示", "Note"),
            Self::Warning => Text::new("警告", "Warning"),
            Self::Error => Text::new("错误", "Error"),
        }
    }
}

/// Which quality of the information a rule protects: the four of the plan (实施方案 五(二)), and three that the
/// gathering itself asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// 真实性.
    Authenticity,
    /// 准确性.
    Accuracy,
    /// 及时性.
    Timeliness,
    /// 完整性.
    Completeness,
    /// 归集范围.
    Scope,
    /// 隐私保密.
    Privacy,
    /// 导入兼容.
    Import,
}

impl Dimension {
    /// Every dimension, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Authenticity,
        Self::Accuracy,
        Self::Timeliness,
        Self::Completeness,
        Self::Scope,
        Self::Privacy,
        Self::Import,
    ];

    /// Stable name, as in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Authenticity => "authenticity",
            Self::Accuracy => "accuracy",
            Self::Timeliness => "timeliness",
            Self::Completeness => "completeness",
            Self::Scope => "scope",
            Self::Privacy => "privacy",
            Self::Import => "import",
        }
    }

    /// What the page calls it.
    pub const fn label(self) -> Text {
        match self {
            Self::Authenticity => Text::new("真实性", "Authenticity"),
            Self::Accuracy => Text::new("准确性", "Accuracy"),
            Self::Timeliness => Text::new("及时性", "Timeliness"),
            Self::Completeness => Text::new("完整性", "Completeness"),
            Self::Scope => Text::new("归集范围", "Scope"),
            Self::Privacy => Text::new("隐私保密", "Privacy"),
            Self::Import => Text::new("导入兼容", "Import"),
        }
    }
}

/// Position of a rule in the catalogue. In memory only; files and JSON use slug and code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleId(pub u8);

/// A record of the job: table and row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowRef {
    /// Index of the table in the job.
    pub table: u16,
    /// The row.
    pub row: RowId,
}

/// What a rule found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// How much it weighs here (the rule's severity, the rule's own exception, or the profile's change).
    pub severity: Severity,
    /// The row; none for a finding about the whole table.
    pub row: Option<RowId>,
    /// The field; none only where the whole table is meant and no field can be named.
    pub field: Option<FieldKey>,
    /// A number whose meaning the rule knows (days overdue, a position, a code).
    pub arg: u32,
    /// Another record that the finding names.
    pub other: Option<RowRef>,
}

impl Finding {
    /// Whether a rule over several records found it.
    pub fn is_among_records(&self) -> bool {
        matches!(crate::catalogue().rule(self.rule).check, crate::Check::Batch(_) | crate::Check::Sequence(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_have_names() {
        for severity in Severity::ALL {
            assert_eq!(Severity::from_key(severity.key()), Some(severity));
        }
        assert_eq!(Severity::from_key("off"), None);
    }
}
