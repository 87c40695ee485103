//! 归集范围: what is to be gathered, and what is not.

mod detention;
mod list_without_basis;
mod matter_not_on_duty_list;
mod measures;
mod minor_penalty;
mod natural_person;
mod not_a_penalty;
mod not_fire_authority;
mod organisation;
mod publicity_expired;
mod simplified_procedure;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "scope",
    rules: &[
        &simplified_procedure::RULE,
        &not_a_penalty::RULE,
        &natural_person::RULE,
        &detention::RULE,
        &publicity_expired::RULE,
        &not_fire_authority::RULE,
        &minor_penalty::RULE,
        &list_without_basis::RULE,
        &matter_not_on_duty_list::RULE,
    ],
};
