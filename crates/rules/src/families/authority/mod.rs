//! 机关: who decided.

mod authority_abolished;
mod authority_not_own;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family =
    Family { key: "authority", rules: &[&authority_abolished::RULE, &authority_not_own::RULE] };
