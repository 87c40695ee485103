//! 机关: who decided.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "authority", rules: &[] };
