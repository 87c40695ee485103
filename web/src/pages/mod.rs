//! Screens.

pub mod check;
pub mod discard;
pub mod dual;
pub mod entry;
pub mod export;
pub mod help;
pub mod ledger;
pub mod lists;
pub mod load;
pub mod map;
pub mod report;
pub mod rules;
pub mod settings;
