//! 真实性: records that contradict each other within a batch.

mod already_exported;
mod document_no_gap;
mod document_no_reused;
mod duplicate_record;
mod one_code_two_names;
mod one_name_two_codes;
mod subject;
mod test_data;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "authenticity",
    rules: &[
        &duplicate_record::RULE,
        &document_no_reused::RULE,
        &one_code_two_names::RULE,
        &one_name_two_codes::RULE,
        &already_exported::RULE,
        &test_data::RULE,
        &document_no_gap::RULE,
    ],
};
