//! What is kept on this computer, in a browser: the shelves, and the versions of the database.

#![cfg(target_arch = "wasm32")]

mod migrations;
mod shelves;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
