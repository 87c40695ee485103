//! 导入兼容: what an import file or the program that opens it would not take as it stands.

mod both_identifiers_wanted;
mod formula_lead;
mod merged_or_multiline;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "import",
    rules: &[&formula_lead::RULE, &both_identifiers_wanted::RULE, &merged_or_multiline::RULE],
};
