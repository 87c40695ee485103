//! What the rules over 统一社会信用代码 share.

use precheck_schema::FieldKey;
use precheck_schema::uscc;

use crate::context::{FieldCx, RowCx};

/// The placeholder of the 双公示 template for a 个体户 without a code.
pub(crate) const PLACEHOLDER: &str = "00000000000000000X";

/// Name of the template that takes [`PLACEHOLDER`] beside a 注册号.
const PLACEHOLDER_TEMPLATE: &str = "credit-china";

/// Whether the code of a record is the placeholder, and its template wants it so.
pub(super) fn is_accepted_placeholder(row: &RowCx<'_>) -> bool {
    row.value(FieldKey::Uscc) == PLACEHOLDER
        && row.cx.template.is_some_and(|template| template.name == PLACEHOLDER_TEMPLATE)
        && !row.is_blank(FieldKey::RegistrationNo)
}

/// The code of a cell where it has 18 characters of the alphabet, digits at 3 to 8, and stands for a subject:
/// what the rules after A001, A002 and A009 look at.
pub(super) fn well_formed<'c>(cell: &'c FieldCx<'_, '_>) -> Option<&'c str> {
    let formed = is_well_formed(cell.value) && !is_accepted_placeholder(cell.row);
    formed.then_some(cell.value)
}

/// Whether a code has 18 characters of the alphabet with digits at 3 to 8.
pub(super) fn is_well_formed(code: &str) -> bool {
    code.len() == 18 && code.bytes().enumerate().all(|(at, c)| fits(at, c))
}

/// Whether a character may stand at a position, counted from 0.
pub(super) fn fits(at: usize, character: u8) -> bool {
    if (2..8).contains(&at) { character.is_ascii_digit() } else { uscc::value(character).is_some() }
}

/// Whether everything that can be computed of a code holds: both check characters, the pair of the first two
/// characters, the province.
pub(super) fn holds(code: &str) -> bool {
    is_well_formed(code)
        && uscc::department(code).is_some()
        && uscc::province_holds(code)
        && uscc::organisation_holds(code)
        && uscc::check_holds(code)
}
