//! One open job: profile, tables, findings, edits, undo, fixes and export, as plain data.
//!
//! [`Job`] answers what the page asks ([`api::Request`], [`api::Response`]); [`run`] does the same in one call
//! for the command line and the JavaScript module. Nothing here knows the browser, the file system or the
//! clock: bytes and the day of the run come in, bytes go out.

mod again;
pub mod api;
mod blank;
mod by_handler;
mod changes;
mod clipboard;
mod compare;
mod deadline;
#[cfg(feature = "ts")]
mod declarations;
mod deliver;
mod digest;
mod duties;
mod edit;
mod effect;
pub mod entry;
mod example;
mod find;
mod fixes;
mod groups;
mod handle;
mod history;
mod job;
mod layouts;
mod ledger;
mod listing;
mod log;
pub mod manifest;
mod masking;
mod open;
mod own;
mod plan;
mod problems;
mod records;
mod release;
mod replace;
pub mod rulebook;
pub mod run;
mod sample;
mod say;
mod settings;
mod stats;
mod tables;
mod view;

#[cfg(feature = "ts")]
pub use declarations::declarations;
pub use digest::sm3;
pub use handle::Files;
pub use job::Job;
pub use precheck_schema::Kind;
pub use records::{Record, RecordFile};
pub use settings::{Settings, SettingsError};

/// The templates that every job can use, the default first.
pub fn built_in_templates() -> Vec<precheck_schema::template::Template> {
    precheck_export::Templates::built_in().iter().cloned().collect()
}

/// The schemas of the files of a built-in template; none where there is no such template.
pub fn schemas(template: &str) -> Option<Vec<precheck_export::Schema>> {
    precheck_export::Templates::built_in().find(template).map(precheck_export::schemas)
}

/// Name and title of a template file, or why it cannot be used.
pub fn read_template(json: &str) -> Result<(String, String), String> {
    let template = precheck_schema::template::Template::from_json(json).map_err(|error| error.to_string())?;
    Ok((template.name, template.title))
}

/// Version of the rules: grows whenever a rule is added or judges otherwise. Reports and receipts carry it.
pub const RULES_VERSION: &str = "2026.11";

/// Version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
