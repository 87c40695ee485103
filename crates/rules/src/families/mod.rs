//! The rules, one file each, listed per family. A rule that is not in its family's list is dead code, which
//! the compiler reports.

mod amounts;
mod authenticity;
mod authority;
mod codes;
mod completeness;
mod dates;
mod document_no;
mod identity;
mod import;
mod prelude;
mod privacy;
mod publicity;
mod scope;
mod text;
mod timeliness;

use crate::rule::Family;

/// The families in the order in which they judge. Text stands before identity: a code whose digits a
/// spreadsheet has lost is reported as that and nothing else.
pub(crate) static FAMILIES: &[&Family] = &[
    &completeness::FAMILY,
    &text::FAMILY,
    &identity::FAMILY,
    &dates::FAMILY,
    &document_no::FAMILY,
    &codes::FAMILY,
    &amounts::FAMILY,
    &authority::FAMILY,
    &publicity::FAMILY,
    &timeliness::FAMILY,
    &scope::FAMILY,
    &privacy::FAMILY,
    &import::FAMILY,
    &authenticity::FAMILY,
];
