//! 隐私保密: personal numbers, addresses, secrecy marks and internal material in text.

mod bank_card;
mod email;
mod home_address;
mod internal_material;
mod mobile_number;
mod numbers;
mod resident_id;
mod secret_marking;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "privacy",
    rules: &[
        &resident_id::RULE,
        &mobile_number::RULE,
        &bank_card::RULE,
        &home_address::RULE,
        &secret_marking::RULE,
        &email::RULE,
        &internal_material::RULE,
    ],
};
