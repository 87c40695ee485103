//! The pure screens of `pages`, joined to the engine and the state.

mod export;
mod load;
mod map;

pub use export::ExportScreen;
pub use load::LoadScreen;
pub use map::MapScreen;
