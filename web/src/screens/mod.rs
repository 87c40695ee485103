//! The pure screens of `pages`, joined to the engine and the state.

mod entry;
mod export;
mod load;
mod map;
mod own_code;
mod rules;

pub use entry::EntryScreen;
pub use export::ExportScreen;
pub use load::LoadScreen;
pub use map::MapScreen;
pub use rules::RulesScreen;
