//! 完整性: what is missing.

mod column;
mod fine_amount_missing;
mod identifier_missing;
mod placeholder_value;
mod recommended_field_missing;
mod registration_no_only;
mod required_column_missing;
mod required_field_missing;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "completeness",
    rules: &[
        &required_column_missing::RULE,
        &required_field_missing::RULE,
        &identifier_missing::RULE,
        &placeholder_value::RULE,
        &registration_no_only::RULE,
        &recommended_field_missing::RULE,
        &fine_amount_missing::RULE,
    ],
};
