//! Reading Chinese legal text: amounts, publicity periods, article references. Each reader says what it read and
//! where, and never guesses: what can be read in two ways is not read.

pub mod amounts;
pub mod article;
mod clause;
pub mod dates;
pub mod money;
mod numeral;
pub mod period;
