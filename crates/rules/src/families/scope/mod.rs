//! 归集范围: what is not to be gathered.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "scope", rules: &[] };
