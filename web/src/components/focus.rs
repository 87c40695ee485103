//! Where the focus is, and which elements can take it: for dialogs, which hold it and give it back.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};
use yew::NodeRef;

/// What can take the focus by Tab.
const FOCUSABLE: &str = "a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), \
                         select:not([disabled]), textarea:not([disabled]), summary, [tabindex]";

/// The focused element of the document or shadow root that `near` stands in.
#[must_use]
pub fn active(near: &Node) -> Option<HtmlElement> {
    let root = near.get_root_node();
    js_sys::Reflect::get(&root, &JsValue::from_str("activeElement")).ok()?.dyn_into().ok()
}

/// The elements inside `root` that Tab reaches, in order.
#[must_use]
pub fn reachable(root: &Element) -> Vec<HtmlElement> {
    let Ok(found) = root.query_selector_all(FOCUSABLE) else { return Vec::new() };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .filter(|element| element.tab_index() >= 0 && element.offset_width() > 0)
        .collect()
}

/// Focuses an element; where it cannot take the focus, nothing happens.
pub fn focus(element: &HtmlElement) {
    // `focus` only fails on detached documents.
    if element.get_root_node().is_instance_of::<web_sys::Document>() {
        let _ = element.focus();
    } else {
        // The browser would scroll the page around an embedded one too.
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
        reveal(element);
    }
}

/// Focuses what a reference holds, once it is drawn.
pub fn focus_node(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        focus(&element);
    }
}

/// Scrolls what lies around an element, no further than the document or shadow root that it stands in, until it
/// is seen. The browser's own way would scroll the page around an embedded one too.
pub fn reveal(element: &Element) {
    let mut around = element.parent_element();
    while let Some(scroller) = around {
        let (seen, it) = (scroller.get_bounding_client_rect(), element.get_bounding_client_rect());
        let view = f64::from(scroller.client_height());
        if f64::from(scroller.scroll_height()) > view && view > 0.0 {
            let (above, below) = (it.top() - seen.top(), it.bottom() - seen.top() - view);
            let by = if above < 0.0 { above } else { below.max(0.0).min(above) };
            scroller.set_scroll_top(scroller.scroll_top() + by as i32);
        }
        let view = f64::from(scroller.client_width());
        if f64::from(scroller.scroll_width()) > view && view > 0.0 {
            let (before, behind) = (it.left() - seen.left(), it.right() - seen.left() - view);
            let by = if before < 0.0 { before } else { behind.max(0.0).min(before) };
            scroller.set_scroll_left(scroller.scroll_left() + by as i32);
        }
        around = scroller.parent_element();
    }
}

/// Focuses the first element inside `root` that matches, and says whether there was one.
pub fn focus_first(root: &Element, selector: &str) -> bool {
    match root.query_selector(selector).ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        Some(element) => {
            focus(&element);
            true
        }
        None => false,
    }
}
