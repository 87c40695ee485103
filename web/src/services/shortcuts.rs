//! Keys that act wherever the focus is, unless a dialog is open or a text is being written.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::place::Place;
use crate::components::focus;

/// What such a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// The next finding, or the previous one.
    Step(bool),
    /// Adopt the proposal.
    Adopt,
    /// Ignore the warning.
    Ignore,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Judge anew.
    Recheck,
    /// Search in the table.
    Find,
    /// The next cell with the text, or the previous one.
    FindNext(bool),
    /// Find and replace.
    Replace,
    /// The next area, or the previous one.
    Area(bool),
    /// On to the next step.
    Onward,
    /// Typing a record in.
    Entry,
    /// Keys and what they do.
    Help,
}

impl Shortcut {
    /// What a key asks for.
    pub fn of(event: &KeyboardEvent) -> Option<Self> {
        if event.is_composing() || event.key_code() == 229 {
            return None;
        }
        let ctrl = event.ctrl_key() || event.meta_key();
        let shortcut = Self::named(&event.key(), ctrl, event.alt_key(), event.shift_key())?;
        // What is being typed has its own undo.
        let own = matches!(shortcut, Self::Undo | Self::Redo | Self::Onward);
        (!own || !writes(event)).then_some(shortcut)
    }

    fn named(key: &str, ctrl: bool, alt: bool, shift: bool) -> Option<Self> {
        Some(match (key, ctrl, alt) {
            ("F8", false, false) => Self::Step(!shift),
            ("F3", false, false) => Self::FindNext(!shift),
            ("F9", false, false) => Self::Recheck,
            ("F6", false, false) => Self::Area(!shift),
            ("Enter", false, true) => Self::Adopt,
            ("Enter", true, false) => Self::Onward,
            ("i" | "I", false, true) => Self::Ignore,
            ("n" | "N", false, true) => Self::Entry,
            ("z" | "Z", true, false) => {
                if shift {
                    Self::Redo
                } else {
                    Self::Undo
                }
            }
            ("y" | "Y", true, false) => Self::Redo,
            ("f" | "F", true, false) => Self::Find,
            ("h" | "H", true, false) => Self::Replace,
            ("/" | "?", true, false) => Self::Help,
            _ => return None,
        })
    }
}

fn writes(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            && !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio"))
    })
}

/// Gives the focus to the next area of the page that can take it.
pub fn next_area(place: &Place, forward: bool) {
    let Ok(found) = place.root().query_selector_all("[data-area], .gscroll, .page") else { return };
    let areas: Vec<Element> = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect();
    if areas.is_empty() {
        return;
    }
    let active = place.active();
    // The innermost area that holds the focus stands last.
    let here = areas
        .iter()
        .rposition(|area| active.as_ref().is_some_and(|active| area.contains(Some(active.as_ref()))));
    let count = areas.len();
    for step in 1..=count {
        let at = match (here, forward) {
            (Some(here), true) => (here + step) % count,
            (Some(here), false) => (here + count * 2 - step) % count,
            (None, true) => step - 1,
            (None, false) => count - step,
        };
        let area = &areas[at];
        let target = area.query_selector("td[tabindex='0']").ok().flatten().or_else(|| {
            area.query_selector(
                "[aria-current], [aria-selected='true'][tabindex='0'], button:not([disabled]):not([tabindex='-1']), a[href], input, select",
            )
            .ok()
            .flatten()
        });
        let target = target.or_else(|| area.has_attribute("tabindex").then(|| area.clone()));
        if let Some(element) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok())
            && element.offset_width() > 0
        {
            focus::focus(&element);
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shortcut;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn keys_of_the_design() {
        let named = Shortcut::named;
        assert_eq!(named("F8", false, false, true), Some(Shortcut::Step(false)));
        assert_eq!(named("Enter", false, true, false), Some(Shortcut::Adopt));
        assert_eq!(named("Z", true, false, true), Some(Shortcut::Redo));
        assert_eq!(named("i", false, false, false), None);
        assert_eq!(named("F8", true, false, false), None);
    }
}
