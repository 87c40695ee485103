//! The engine: tables in, findings out, whole or after one edit.

mod batch;
mod judgement;
mod memo;
mod places;
mod row;
mod sequence;

pub use judgement::Judgement;
