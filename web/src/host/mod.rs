//! The page inside another page: which page that is, what it may ask, and what it is told.
//!
//! In a frame the messages are posted; as an element in a shadow root they are handed over. They are the same.
//!
//! `?embed=1` gives the page its narrow bar; each `host=https://…` names an origin that may talk to it, beside
//! its own. Messages are `{precheck: 1, type: …}` in both directions; every message goes to the one origin that
//! holds the frame. Counts are told, records never, and files only to a host that asked for them.

mod answer;
mod hook;
mod message;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{MessageEvent, Url, Window};
use yew::Callback;

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

/// How the page around this one is reached.
enum Way {
    /// It holds the page in a frame.
    Frame {
        window: Window,
        origins: Vec<String>,
        /// The origin that holds the frame, once it is known.
        target: RefCell<Option<String>>,
    },
    /// It holds the page as an element, which takes each message.
    Element(Function),
}

/// The page around this one.
pub struct Host {
    way: Way,
    /// Messages that were none of ours.
    ignored: Cell<u32>,
    /// What the host calls the batch that it gave last, until it is told what became of it.
    loading: RefCell<JsValue>,
    /// Does what an element is asked, once the page stands.
    doer: RefCell<Option<Callback<Rc<Heard>>>>,
}

impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Host {
    fn by(way: Way) -> Rc<Self> {
        Rc::new(Self {
            way,
            ignored: Cell::new(0),
            loading: RefCell::new(JsValue::UNDEFINED),
            doer: RefCell::default(),
        })
    }

    /// The page that holds this one as an element; `tell` takes every message.
    #[must_use]
    pub fn of_element(tell: Function) -> Rc<Self> {
        Self::by(Way::Element(tell))
    }

    /// The page that holds this one in a frame, where there is one.
    #[must_use]
    pub fn of_frame() -> Option<Rc<Self>> {
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
        Some(Self::by(Way::Frame { window: parent, origins, target: RefCell::new(known) }))
    }

    /// Takes a message that an element was given; false: it is none of ours.
    pub fn ask(&self, data: &JsValue) -> bool {
        let doer = self.doer.borrow().clone();
        if let (Some(heard), Some(doer)) = (message::read(data), doer) {
            doer.emit(Rc::new(heard));
            true
        } else {
            self.ignored.set(self.ignored.get() + 1);
            false
        }
    }

    /// Reads a message; none where it is none of ours.
    fn hear(&self, event: &MessageEvent) -> Option<Heard> {
        let Way::Frame { window, origins, target } = &self.way else { return None };
        let from_host = event.source().is_some_and(|source| Object::is(source.as_ref(), window.as_ref()));
        let heard =
            if from_host && origins.contains(&event.origin()) { message::read(&event.data()) } else { None };
        if heard.is_some() {
            *target.borrow_mut() = Some(event.origin());
        } else {
            self.ignored.set(self.ignored.get() + 1);
        }
        heard
    }

    /// Tells the host. Before it is known who holds the frame, nobody is told anything.
    fn tell(&self, kind: &str, entries: &[(&str, JsValue)], transfer: &Array) {
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
        match &self.way {
            Way::Frame { window, target, .. } => {
                if let Some(target) = &*target.borrow() {
                    let _ = window.post_message_with_transfer(&message, target, transfer);
                }
            }
            // What goes wrong in the host's own listeners is the host's.
            Way::Element(tell) => drop(tell.call1(&JsValue::UNDEFINED, &message)),
        }
    }

    /// Tells that the clerk saved files: how many, with how many records.
    pub(crate) fn saved(&self, files: usize, records: usize) {
        let entries = [("files", (files as u32).into()), ("records", (records as u32).into())];
        self.tell("saved", &entries, &Array::new());
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
