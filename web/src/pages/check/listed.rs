//! A long list in a dialog: fetched window by window, as it is scrolled.

use std::future::Future;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

/// Items fetched at a time.
pub(crate) const WINDOW: usize = 200;

/// What was fetched so far.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Listed<T> {
    /// How many there are.
    pub(crate) total: usize,
    /// The first ones.
    pub(crate) items: Rc<Vec<T>>,
    /// Whether anything was answered yet.
    pub(crate) asked: bool,
}

/// The list, and what asks for more of it where it is scrolled near its end. `fetch` gives how many there are and the
/// window from an index on; it is asked at first, and again where `when` changes.
#[hook]
pub(crate) fn use_listed<T, D, F>(
    when: D,
    fetch: impl Fn(usize) -> F + 'static,
) -> (UseStateHandle<Listed<T>>, Callback<Event>)
where
    T: Clone + PartialEq + 'static,
    D: PartialEq + 'static,
    F: Future<Output = Option<(usize, Vec<T>)>> + 'static,
{
    let listed = use_state(|| Listed { total: 0, items: Rc::new(Vec::new()), asked: false });
    let fetch = Rc::new(fetch);
    let asked = use_mut_ref(|| usize::MAX);
    let more = {
        let (listed, fetch, asked) = (listed.clone(), fetch.clone(), asked.clone());
        Callback::from(move |()| {
            let from = listed.items.len();
            if *asked.borrow() == from || (from > 0 && from >= listed.total) {
                return;
            }
            *asked.borrow_mut() = from;
            let (listed, window) = (listed.clone(), fetch(from));
            spawn_local(async move {
                if let Some((total, window)) = window.await {
                    let mut items = (*listed.items).clone();
                    items.extend(window);
                    listed.set(Listed { total, items: Rc::new(items), asked: true });
                }
            });
        })
    };
    {
        let listed = listed.clone();
        use_effect_with(when, move |_| {
            // As much as was there is fetched anew, so that the list stays where it is scrolled.
            let wanted = listed.items.len();
            *asked.borrow_mut() = 0;
            spawn_local(async move {
                let mut items = Vec::new();
                while let Some((total, window)) = fetch(items.len()).await {
                    let end = window.is_empty();
                    items.extend(window);
                    if end || items.len() >= wanted.min(total) {
                        *asked.borrow_mut() = usize::MAX;
                        return listed.set(Listed { total, items: Rc::new(items), asked: true });
                    }
                }
            });
        });
    }
    let onscroll = Callback::from(move |event: Event| {
        if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok())
            && element.scroll_top() + 2 * element.client_height() > element.scroll_height()
        {
            more.emit(());
        }
    });
    (listed, onscroll)
}
