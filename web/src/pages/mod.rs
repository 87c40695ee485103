//! Screens.

pub mod check;
pub mod export;
pub mod help;
pub mod load;
pub mod map;
