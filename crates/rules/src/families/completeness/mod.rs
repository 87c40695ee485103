//! 完整性: what is missing.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "completeness", rules: &[] };
