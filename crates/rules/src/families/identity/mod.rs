//! 主体标识: 统一社会信用代码 and 注册号. On one 统一社会信用代码 only the first slip is reported.

pub(crate) mod code;
mod mending;
mod registration_no_check_digit;
mod registration_no_format;
mod registration_no_old_form;
mod subject_is_authority;
mod subject_not_market_entity;
mod uscc_character;
mod uscc_check_character;
mod uscc_department;
mod uscc_dummy;
mod uscc_early_pilot;
mod uscc_length;
mod uscc_organisation_code;
mod uscc_region_abolished;
mod uscc_region_unknown;

use crate::rule::Family;

/// In the order in which they judge.
pub(crate) static FAMILY: Family = Family {
    key: "identity",
    rules: &[
        &uscc_dummy::RULE,
        &uscc_length::RULE,
        &uscc_character::RULE,
        &uscc_department::RULE,
        &uscc_early_pilot::RULE,
        &uscc_check_character::RULE,
        &uscc_organisation_code::RULE,
        &subject_is_authority::RULE,
        &uscc_region_unknown::RULE,
        &uscc_region_abolished::RULE,
        &subject_not_market_entity::RULE,
        &registration_no_format::RULE,
        &registration_no_check_digit::RULE,
        &registration_no_old_form::RULE,
    ],
};
