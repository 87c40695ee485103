//! 公示期限: how long the record is published.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "publicity", rules: &[] };
