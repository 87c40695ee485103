//! 导入兼容: what a spreadsheet or the platform would spoil.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "import", rules: &[] };
