//! The screen in the address: `#/rules` opens the rule book, and going back leaves it.

use gloo::events::EventListener;
use yew::prelude::*;

use super::place::Place;
use crate::state::Screen;

/// Fragments of the address and their screens. 列对应 has none: it is part of loading.
const ROUTES: [(&str, Screen); 10] = [
    ("#/load", Screen::Load),
    ("#/check", Screen::Check),
    ("#/export", Screen::Export),
    ("#/rules", Screen::Rules),
    ("#/entry", Screen::Entry),
    ("#/settings", Screen::Settings),
    ("#/ledger", Screen::Ledger),
    ("#/lists", Screen::Lists),
    ("#/dual", Screen::Dual),
    ("#/report", Screen::Report),
];

/// The fragment of a screen; none where it has no address of its own.
#[must_use]
pub fn fragment(screen: Screen) -> Option<&'static str> {
    ROUTES.iter().find(|(_, of)| *of == screen).map(|(fragment, _)| *fragment)
}

/// The screen of a fragment.
#[must_use]
pub fn screen(fragment: &str) -> Option<Screen> {
    ROUTES.iter().find(|(name, _)| *name == fragment).map(|(_, screen)| *screen)
}

fn here() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Keeps address and screen together, where the address is ours. `go` shows a screen.
#[hook]
pub fn use_route(place: &Place, shown: Screen, go: Callback<Screen>) {
    let ours = place.is_page();
    let begun = use_mut_ref(|| false);
    use_effect_with((), move |()| {
        let listener = ours.then(|| {
            let go = go.clone();
            EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
                if let Some(screen) = screen(&here()) {
                    go.emit(screen);
                }
            })
        });
        if ours && let Some(screen) = screen(&here()) {
            go.emit(screen);
        }
        move || drop(listener)
    });
    use_effect_with(shown, move |shown| {
        // The first screen stands where the address says, and needs none of its own.
        if !std::mem::replace(&mut *begun.borrow_mut(), true) || !ours {
            return;
        }
        if let Some(fragment) = fragment(*shown)
            && here() != fragment
        {
            let _ = gloo::utils::window().location().set_hash(fragment);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn fragments_and_screens_go_together() {
        for (fragment, screen) in ROUTES {
            assert_eq!(super::screen(fragment), Some(screen));
            assert_eq!(super::fragment(screen), Some(fragment));
        }
        assert_eq!(screen("#main"), None);
        assert_eq!(fragment(Screen::Map), None);
    }
}
