//! Where the page stands: a document of its own, or an element in somebody else's.
//!
//! In a document of another the address, the title, the scrolling and the keys beside the element are not ours:
//! everything that looks things up or listens asks here where it may.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};
use yew::prelude::*;

use crate::components::focus;

/// Where the page stands. Clones are the same place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// What holds everything that is drawn.
    root: Element,
    /// Whether the document is the page's own.
    own: bool,
}

impl Place {
    /// The page in a document of its own, in the element that `index.html` has for it.
    ///
    /// # Panics
    /// Where `index.html` has no such element.
    #[must_use]
    pub fn page() -> Self {
        let root = gloo::utils::document().get_element_by_id("root").expect("index.html has a root");
        Self { root, own: true }
    }

    /// An element in the document, or in a shadow root, of somebody else.
    #[must_use]
    pub fn element(root: Element) -> Self {
        Self { root, own: false }
    }

    /// What holds everything that is drawn.
    #[must_use]
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// Whether the document is the page's own: its address, its title and every key pressed in it.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.own
    }

    /// Where events that are meant for the whole page are heard.
    #[must_use]
    pub fn events(&self) -> EventTarget {
        if self.own { gloo::utils::document().into() } else { self.root.clone().into() }
    }

    /// The element with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<HtmlElement> {
        self.root.query_selector(&format!("[id='{id}']")).ok().flatten()?.dyn_into().ok()
    }

    /// The focused element, where it is inside.
    #[must_use]
    pub fn active(&self) -> Option<HtmlElement> {
        focus::active(&self.root).filter(|active| self.root.contains(Some(active)))
    }

    /// Whether the focus may be taken without being asked for: not from a field of the document around.
    #[must_use]
    pub fn may_take_focus(&self) -> bool {
        let document = gloo::utils::document();
        self.own
            || self.active().is_some()
            || document.active_element().is_none_or(|active| active.tag_name() == "BODY")
    }

    /// Where `data-theme` stands.
    #[must_use]
    pub fn themed(&self) -> Option<Element> {
        if self.own { gloo::utils::document().document_element() } else { Some(self.root.clone()) }
    }

    /// Says how large the place is, where that is not the window: its styles count in hundredths of it.
    pub fn measure(&self, width: f64, height: f64) {
        if let Some(root) = self.root.dyn_ref::<HtmlElement>().filter(|_| !self.own) {
            let _ = root.style().set_property("--vw", &format!("{}px", width / 100.0));
            let _ = root.style().set_property("--vh", &format!("{}px", height / 100.0));
        }
    }

    /// The name of the page, where the document is ours.
    pub fn set_title(&self, title: &str) {
        if self.own {
            gloo::utils::document().set_title(title);
        }
    }
}

/// Where the page stands. A component that is drawn on its own (in a test) stands in its document.
#[hook]
pub fn use_place() -> Place {
    let given = use_context::<Place>();
    (*use_memo(given, |given| {
        given.clone().unwrap_or_else(|| {
            let root = gloo::utils::document().document_element().expect("a document has an element");
            Place { root, own: true }
        })
    }))
    .clone()
}
