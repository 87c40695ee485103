//! What the three rules about personal numbers share.

use precheck_schema::fold::fold_all;

use crate::classes::Classes;
use crate::families::prelude::*;
use crate::privacy::{Number, NumberKind, find, mask_kind};

/// The finding of a cell that holds numbers of a kind, with how many.
pub(super) fn check(cell: &FieldCx<'_, '_>, kind: NumberKind) -> Option<Wrong> {
    if !cell.classes.any(Classes::MANY_DIGITS) {
        return None;
    }
    // A task number that is all digits, 150525 with date and serial, looks like an id or a mobile number by chance.
    let whole = |c: char| c.is_ascii_digit() || c == '-';
    if cell.key == FieldKey::TaskNo && fold_all(cell.value).chars().all(whole) {
        return None;
    }
    match of_kind(cell.value, kind).len() {
        0 => None,
        count => Wrong::with(count as u32),
    }
}

/// How many numbers there are, and the first one masked.
pub(super) fn count_and_first(hit: &Hit<'_, '_>, kind: NumberKind) -> (usize, String) {
    let numbers = of_kind(hit.value(), kind);
    (numbers.len(), numbers.first().map(Number::masked).unwrap_or_default())
}

/// The typed text with the numbers of the kind masked.
pub(super) fn suggest(hit: &Hit<'_, '_>, kind: NumberKind) -> Option<Fix> {
    let text = hit.raw().text;
    let masked = mask_kind(text, kind);
    (masked != text).then(|| Fix::one(hit.field(), masked))
}

fn of_kind(text: &str, kind: NumberKind) -> Vec<Number> {
    let mut numbers = find(text);
    numbers.retain(|number| number.kind == kind);
    numbers
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KINDS: [NumberKind; 3] = [NumberKind::ResidentId, NumberKind::Mobile, NumberKind::BankCard];

    proptest! {
        /// Masking one kind removes every number of that kind, and leaves the others.
        #[test]
        fn masking_a_kind_removes_it(
            parts in prop::collection::vec(prop::sample::select(vec![
                "152326196504245143", "11010519491231002X", "13847512345", "138 4751 2345", "6222021234567890128",
                "身份证", "账号", "电话", "，", " ", "\n", "罚款5000元", "〔2023〕第", "号", "0475-", "x", "86", "\u{200B}",
            ]), 0..12),
        ) {
            let text = parts.concat();
            for kind in KINDS {
                let masked = mask_kind(&text, kind);
                prop_assert!(of_kind(&masked, kind).is_empty(), "{text} → {masked}");
            }
        }
    }
}
