//! 文本: characters and spaces that should not stand in a value.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "text", rules: &[] };
