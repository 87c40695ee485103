//! 代码: values of code lists.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "codes", rules: &[] };
