//! The pure screens of `pages`, joined to the engine and the state.

mod drafts;
mod dual;
mod due;
mod entry;
mod export;
mod ledger;
mod lists;
mod load;
mod map;
mod own_code;
mod own_templates;
mod report;
mod rules;
mod settings;
mod verify;

pub use dual::DualScreen;
pub use entry::EntryScreen;
pub use export::ExportScreen;
pub use ledger::LedgerScreen;
pub use lists::ListsScreen;
pub use load::LoadScreen;
pub use map::MapScreen;
pub use report::ReportScreen;
pub use rules::RulesScreen;
pub use settings::SettingsScreen;
