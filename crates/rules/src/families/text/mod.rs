//! 文本: characters and spaces that should not stand in a value, and values that a spreadsheet spoilt.

mod change_without_change;
mod code_stored_as_number;
mod full_width_alphanumeric;
mod garbled_text;
mod invisible_character;
mod name_bracket_unpaired;
mod name_half_width_bracket;
mod name_illegal_character;
mod spreadsheet_error_value;
mod stray_space;
mod too_long;

use crate::rule::Family;

/// In the order in which they judge: first what leaves nothing to judge.
pub(crate) static FAMILY: Family = Family {
    key: "text",
    rules: &[
        &code_stored_as_number::RULE,
        &spreadsheet_error_value::RULE,
        &garbled_text::RULE,
        &invisible_character::RULE,
        &full_width_alphanumeric::RULE,
        &stray_space::RULE,
        &name_bracket_unpaired::RULE,
        &name_half_width_bracket::RULE,
        &name_illegal_character::RULE,
        &too_long::RULE,
        &change_without_change::RULE,
    ],
};
