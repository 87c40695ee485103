//! 公示期限: how long a record is published.

mod publicity_not_as_ruled;
mod publicity_unreadable;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family =
    Family { key: "publicity", rules: &[&publicity_unreadable::RULE, &publicity_not_as_ruled::RULE] };
