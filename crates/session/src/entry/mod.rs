//! Typing a record in: the form of a kind, what is proposed for it, how it is judged while it is filled in, and
//! how it comes into the table.

mod check;
mod defaults;
mod form;
mod month;
mod reading;
mod save;
pub(crate) mod serial;

pub use month::{month_of, shifted};
