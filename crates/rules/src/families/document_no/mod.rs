//! 文号: form, year, kind and agency of document numbers.

mod document_no_agency;
mod document_no_bracket;
mod document_no_kind;
mod document_no_shape;
mod document_no_year;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "document_no",
    rules: &[
        &document_no_bracket::RULE,
        &document_no_shape::RULE,
        &document_no_year::RULE,
        &document_no_kind::RULE,
        &document_no_agency::RULE,
    ],
};
