//! The only serialised types: what the page asks of the engine and what it gets, and the report of the command
//! line. Plain data with public fields; names are snake case in JSON and in JavaScript.
//!
//! Rows are addressed by table (index in the job) and row id (stable while rows come and go); fields by their
//! key; rules by their slug.

mod deliver;
mod effect;
mod entry;
mod export;
mod find;
mod layouts;
mod ledger;
mod log;
mod manifest;
mod open;
mod records;
mod report;
mod request;
mod response;
mod rules;
mod tables;
mod view;

pub use deliver::*;
pub use effect::*;
pub use entry::*;
pub use export::*;
pub use find::*;
pub use layouts::*;
pub use ledger::*;
pub use log::*;
pub use manifest::*;
pub use open::*;
pub use precheck_schema::{Lang, Text};
pub use records::*;
pub use report::*;
pub use request::*;
pub use response::*;
pub use rules::*;
pub use tables::*;
pub use view::*;
