//! Screens.

pub mod check;
pub mod help;
