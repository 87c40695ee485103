//! 主体标识: 统一社会信用代码 and 注册号. On one 统一社会信用代码 only the first slip is reported.

mod uscc_check_character;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family { key: "identity", rules: &[&uscc_check_character::RULE] };
