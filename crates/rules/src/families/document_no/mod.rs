//! 文号: numbers of decisions.

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "document_no", rules: &[] };
