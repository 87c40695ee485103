//! Screens.

pub mod export;
pub mod load;
pub mod map;
