//! 及时性: the days for gathering.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "timeliness", rules: &[] };
