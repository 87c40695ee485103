//! 日期: dates that are none, in another form, or against each other.

mod date_form;
mod date_in_future;
mod date_invalid;
mod date_out_of_range;
mod decision_on_rest_day;
mod expired_but_valid;
mod long_term_word;
mod range;
mod removed_before_listed;
mod valid_before_decision;
mod valid_period_reversed;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "dates",
    rules: &[
        &date_invalid::RULE,
        &date_form::RULE,
        &date_out_of_range::RULE,
        &date_in_future::RULE,
        &valid_period_reversed::RULE,
        &valid_before_decision::RULE,
        &long_term_word::RULE,
        &expired_but_valid::RULE,
        &decision_on_rest_day::RULE,
        &removed_before_listed::RULE,
    ],
};
