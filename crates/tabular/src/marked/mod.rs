//! Workbooks that are one text of markup: Excel 2003 XML and HTML tables.

pub(crate) mod html;
pub(crate) mod spreadsheetml;

use crate::error::ReadError;
use crate::limits::Limits;
use crate::markup::MarkupError;

/// What an error of reading tokens of a text means: only a bound can be passed, a text in memory does not fail.
fn failure(part: &str, error: &MarkupError, limits: &Limits) -> ReadError {
    match error {
        &MarkupError::Over(limit) => ReadError::OverLimit { limit, allowed: limit.of(limits) },
        MarkupError::Io(error) => ReadError::broken(part, error),
    }
}

/// Spans, counts and positions in attributes: a whole number, at most `most`.
fn count(text: Option<std::borrow::Cow<'_, str>>, most: u32) -> Option<u32> {
    let number: u64 = text?.trim().parse().ok()?;
    Some(u32::try_from(number).unwrap_or(u32::MAX).min(most))
}
