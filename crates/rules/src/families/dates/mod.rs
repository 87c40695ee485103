//! 日期: real dates, in order, in range.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "dates", rules: &[] };
