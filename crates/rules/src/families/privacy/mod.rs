//! 隐私保密: what must not be published.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "privacy", rules: &[] };
