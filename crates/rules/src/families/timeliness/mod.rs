//! 及时性: the days for gathering.

mod calendar_unknown;
mod due_soon;
mod overdue;
mod seven_working_days;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "timeliness",
    rules: &[&overdue::RULE, &due_soon::RULE, &seven_working_days::RULE, &calendar_unknown::RULE],
};
