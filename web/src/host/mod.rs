//! The page inside another page: which page that is, what it may ask, and what it is told.
//!
//! `?embed=1` gives the page its narrow bar; each `host=https://…` names an origin that may talk to it, beside
//! its own. Messages are `{precheck: 1, type: …}` in both directions; every message goes to the one origin that
//! holds the frame. Counts are told, records never, and files only to a host that asked for them.

mod answer;
mod hook;
mod message;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{MessageEvent, Url, Window};

pub use hook::use_host;
use message::Heard;

/// Version of the protocol.
const VERSION: f64 = 1.0;

/// What the address of the page says about the page around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    /// Whether the page has no bar of its own.
    pub embed: bool,
    /// Origins that may talk to it, beside its own.
    pub origins: Vec<String>,
}

impl Frame {
    /// Reads the query of an address. What is no origin (`*`, `null`, an address with a path) allows nobody.
    pub fn of_query(query: &str) -> Self {
        let mut frame = Self::default();
        for pair in query.trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match name {
                "embed" => frame.embed = value == "1",
                "host" => frame.origins.extend(origin(value)),
                _ => {}
            }
        }
        frame
    }

    /// That of this page.
    pub fn of_page() -> Self {
        Self::of_query(&gloo::utils::window().location().search().unwrap_or_default())
    }
}

/// An origin as browsers write it, if the text is one and nothing else.
fn origin(text: &str) -> Option<String> {
    let text = js_sys::decode_uri_component(text).ok()?.as_string()?;
    let url = Url::new(&text).ok()?;
    let origin = url.origin();
    let plain = text == origin || text.strip_suffix('/') == Some(&origin);
    let known = matches!(url.protocol().as_str(), "https:" | "http:");
    (plain && known).then_some(origin)
}

/// The page around this one.
pub struct Host {
    window: Window,
    origins: Vec<String>,
    /// The origin that holds the frame, once it is known.
    target: RefCell<Option<String>>,
    /// Messages that were none of ours.
    ignored: Cell<u32>,
}

impl Host {
    /// The page around this one, where there is one.
    fn around() -> Option<Self> {
        let own = gloo::utils::window();
        let parent = own.parent().ok().flatten()?;
        if Object::is(parent.as_ref(), own.as_ref()) {
            return None;
        }
        let mut origins = Frame::of_page().origins;
        let here = own.location().origin().unwrap_or_default();
        // A page from a disk has no origin that could be told from others.
        if here != "null" {
            origins.push(here);
        }
        let known = around(&own).filter(|origin| origins.contains(origin));
        Some(Self { window: parent, origins, target: RefCell::new(known), ignored: Cell::new(0) })
    }

    /// Reads a message; none where it is none of ours.
    fn hear(&self, event: &MessageEvent) -> Option<Heard> {
        let from_host =
            event.source().is_some_and(|source| Object::is(source.as_ref(), self.window.as_ref()));
        let heard = if from_host && self.origins.contains(&event.origin()) {
            message::read(&event.data())
        } else {
            None
        };
        if heard.is_some() {
            *self.target.borrow_mut() = Some(event.origin());
        } else {
            self.ignored.set(self.ignored.get() + 1);
        }
        heard
    }

    /// Tells the host. Before it is known who holds the frame, nobody is told anything.
    fn tell(&self, kind: &str, entries: &[(&str, JsValue)], transfer: &Array) {
        let Some(target) = self.target.borrow().clone() else { return };
        let message = Object::new();
        let set = |name: &str, value: &JsValue| {
            // A fresh plain object takes every property.
            let _ = Reflect::set(&message, &name.into(), value);
        };
        set("precheck", &VERSION.into());
        set("type", &kind.into());
        for (name, value) in entries {
            set(name, value);
        }
        let _ = self.window.post_message_with_transfer(&message, &target, transfer);
    }
}

/// The origin of the page around this one, where the browser says it.
fn around(own: &Window) -> Option<String> {
    let location = own.location();
    let ancestors = Reflect::get(location.as_ref(), &"ancestorOrigins".into()).ok()?;
    if ancestors.is_object() {
        return Reflect::get_u32(&ancestors, 0).ok()?.as_string();
    }
    // Firefox has no such list; the referrer of a frame is the page around it, where that page lets it be known.
    Url::new(&gloo::utils::document().referrer()).ok().map(|url| url.origin())
}

thread_local! {
    static HOST: Option<Rc<Host>> = Host::around().map(Rc::new);
}

/// The page around this one.
pub(crate) fn current() -> Option<Rc<Host>> {
    HOST.with(Clone::clone)
}

/// Tells the host that the clerk saved files: how many, with how many records.
pub(crate) fn saved(files: usize, records: usize) {
    if let Some(host) = current() {
        let entries = [("files", (files as u32).into()), ("records", (records as u32).into())];
        host.tell("saved", &entries, &Array::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn only_origins_are_allowed() {
        let frame = Frame::of_query(
            "?embed=1&host=https://portal.example&host=http%3A%2F%2F10.0.0.7%3A8080&host=*&host=null&host=\
             &host=https://a.example/path&host=javascript:alert(1)&host=https://b.example/&host=%E0%A4%A",
        );
        assert!(frame.embed);
        assert_eq!(frame.origins, ["https://portal.example", "http://10.0.0.7:8080", "https://b.example"]);
        assert_eq!(Frame::of_query(""), Frame::default());
        assert!(!Frame::of_query("?embed=0").embed);
    }
}
