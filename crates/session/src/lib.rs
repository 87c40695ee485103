//! One open job: profile, tables, findings, edits, undo, fixes and export, as plain data.

pub mod api;
