//! 真实性: records that contradict each other within a batch.

mod one_code_two_names;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "authenticity", rules: &[&one_code_two_names::RULE] };
