//! The page: see [`precheck_web::app`]; and the page as an element: see [`precheck_web::element`].

use js_sys::{Function, Promise};
use precheck_web::{app, element, services::runtime};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

fn main() {
    // An element brings its own place with it.
    if runtime::is_page() {
        app::run();
    }
}

/// A page inside an element.
#[wasm_bindgen]
pub struct Mounted(element::Mounted);

#[wasm_bindgen]
impl Mounted {
    /// Hands a message over; false: it is none of ours.
    pub fn ask(&self, message: &JsValue) -> bool {
        self.0.ask(message)
    }

    /// Takes the page away, and its worker with it.
    pub fn end(self) {
        self.0.end();
    }
}

/// Puts a page into an element of a shadow root.
#[wasm_bindgen]
pub fn mount(root: Element, theme: &str, tell: Function, engine: Promise) -> Mounted {
    Mounted(element::Mounted::begin(root, theme, tell, engine))
}
