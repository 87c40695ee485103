//! 代码: words of the code lists.

mod code_not_in_list;
mod code_separator;
mod result_exclusive;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "codes",
    rules: &[&result_exclusive::RULE, &code_not_in_list::RULE, &code_separator::RULE],
};
