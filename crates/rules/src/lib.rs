//! The catalogue of rules and the engine that runs it: tables in, findings out.
//!
//! A rule is a static [`Rule`]: its metadata, its texts in Chinese and English, its legal basis, its examples,
//! and a plain function pointer. Families list their rules by hand ([`mod@catalogue`]). The engine
//! ([`Judgement`]) knows neither browser, file system nor clock: profile, calendar, today's date and template
//! come in with the [`Context`].

pub mod catalogue;
pub mod classes;
mod context;
#[cfg(test)]
mod corner_tests;
pub mod deadline;
mod engine;
mod example;
mod families;
mod finding;
mod group;
pub mod laws;
pub mod platform;
pub mod privacy;
pub mod publicity;
pub mod reading;
mod rule;
#[cfg(test)]
mod rule_tests;
mod sentence;
#[cfg(test)]
mod sentence_tests;
mod visible;

pub use catalogue::catalogue;
pub use context::{Context, FieldCx, Hit, Ledger, RowCx, iso_date};
pub use engine::Judgement;
pub use example::{Duty, Example, Record, Setting, base};
pub use finding::{Dimension, Finding, RowRef, RuleId, Severity};
pub use group::{Group, GroupHits};
pub use precheck_schema::filler;
pub use rule::{
    BatchCheck, Check, Family, Fix, FixKind, Kinds, RowHits, Rule, Selector, SequenceCheck, Wrong, takes,
};
