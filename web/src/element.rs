//! The page as an element `<precheck-workbench>` in somebody else's document: see `web/pack/element.js`.

use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::AppHandle;

use crate::app::{App, AppProps};
use crate::host::Host;
use crate::services::place::Place;
use crate::services::runtime;
use crate::services::theme::Theme;

/// A page inside an element.
pub struct Mounted {
    handle: AppHandle<App>,
    host: Rc<Host>,
}

impl Mounted {
    /// Puts a page into an element of a shadow root. `tell` takes its messages, `engine` is the promise of what its
    /// worker is made of; of several pages in one document the first gives it for all.
    pub fn begin(root: Element, theme: &str, tell: Function, engine: Promise) -> Self {
        console_error_panic_hook::set_once();
        runtime::hold(engine);
        let host = Host::of_element(tell);
        let props = AppProps {
            place: Place::element(root.clone()),
            host: Some(host.clone()),
            theme: Theme::named(theme),
        };
        Self { handle: yew::Renderer::<App>::with_root_and_props(root, props).render(), host }
    }

    /// Hands a message over; false: it is none of ours.
    pub fn ask(&self, message: &JsValue) -> bool {
        self.host.ask(message)
    }

    /// Takes the page away, and its worker with it.
    pub fn end(self) {
        self.handle.destroy();
    }
}
