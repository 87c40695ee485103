//! 金额: amounts of money, alone and against the text.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "amounts", rules: &[] };
