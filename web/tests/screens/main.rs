//! Screens and parts of the page, mounted alone in a browser.

#![cfg(target_arch = "wasm32")]

mod charts;
mod dialog;
mod export;
mod load;
mod map;
mod rules;
mod stage;
mod toast;
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
