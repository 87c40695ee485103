//! The page, as a library that its binaries and its tests use.

pub mod actions;
pub mod app;
pub mod components;
pub mod element;
pub mod host;
pub mod pages;
pub mod screens;
pub mod services;
pub mod state;
pub mod state_dialog;
pub mod state_entry;
pub mod text;
pub mod text_drafts;
pub mod text_dual;
pub mod text_entry;
pub mod text_export;
pub mod text_grid;
pub mod text_help;
pub mod text_layouts;
pub mod text_ledger;
pub mod text_lists;
pub mod text_log;
pub mod text_pages;
pub mod text_passphrase;
pub mod text_rules;
pub mod text_settings;
pub mod text_singly;
pub mod text_store;
pub mod text_workbench;
pub mod worker;

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
