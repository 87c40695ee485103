//! The engine: tables in, findings out, whole or after one edit.

mod batch;
mod judgement;
mod row;

pub use judgement::Judgement;
