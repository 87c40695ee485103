//! The size of an element, as it changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};
use yew::prelude::*;

/// Tells width and height of an element in CSS pixels, at once and whenever they change.
#[hook]
pub fn use_size(node: NodeRef, tell: Callback<(f64, f64)>) {
    use_effect_with((), move |()| {
        let observed = node.cast::<Element>().map(|element| {
            tell.emit((f64::from(element.client_width()), f64::from(element.client_height())));
            let heard = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
                if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                    let target = entry.target();
                    tell.emit((f64::from(target.client_width()), f64::from(target.client_height())));
                }
            });
            let observer = ResizeObserver::new(heard.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                observer.observe(&element);
            }
            (observer, heard)
        });
        move || {
            if let Some((Some(observer), _heard)) = observed {
                observer.disconnect();
            }
        }
    });
}
