//! Keys of the grid.

use web_sys::KeyboardEvent;

/// What a key asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// Rows down, columns to the right; negative: up, left.
    Move(isize, isize),
    /// A page down, or up.
    Page(bool),
    /// To the first column; all: of the first row.
    Home(bool),
    /// To the last column; all: of the last row.
    End(bool),
    /// The next cell.
    Tab,
    /// Edit; opens the editor.
    Enter,
    /// Edit; opens the editor.
    Edit,
    /// Edit in the large editor.
    Large,
    /// Typed text: it replaces what the cell holds. Empty: an input method begins.
    Text(String),
    /// Empties the marked cells.
    Clear,
    /// Copies the marked cells.
    Copy,
    /// Fills the marked cells from the first row.
    Fill,
    /// Sorts by the column.
    Sort,
    /// Adds a row below.
    Insert,
    /// Takes the marked rows out.
    Delete,
    /// Takes the marking back.
    Escape,
}

impl Key {
    /// What an event asks for; none: it is not for the grid.
    pub(super) fn of(event: &KeyboardEvent) -> Option<Self> {
        if event.key_code() == 229 || event.is_composing() {
            return Some(Self::Text(String::new()));
        }
        if event.meta_key() {
            return None;
        }
        if event.key() == "F2" && event.shift_key() {
            return Some(Self::Large);
        }
        Self::named(&event.key(), event.ctrl_key(), event.alt_key())
    }

    fn named(key: &str, ctrl: bool, alt: bool) -> Option<Self> {
        if alt {
            return match key {
                "s" | "S" => Some(Self::Sort),
                "Insert" => Some(Self::Insert),
                "Delete" => Some(Self::Delete),
                _ => None,
            };
        }
        Some(match (key, ctrl) {
            ("ArrowDown", false) => Self::Move(1, 0),
            ("ArrowUp", false) => Self::Move(-1, 0),
            ("ArrowRight", false) => Self::Move(0, 1),
            ("ArrowLeft", false) => Self::Move(0, -1),
            ("PageDown", _) => Self::Page(true),
            ("PageUp", _) => Self::Page(false),
            ("Home", all) => Self::Home(all),
            ("End", all) => Self::End(all),
            ("Tab", false) => Self::Tab,
            ("Enter", false) => Self::Enter,
            ("F2", false) => Self::Edit,
            ("Delete" | "Backspace", false) => Self::Clear,
            ("c" | "C" | "Insert", true) => Self::Copy,
            ("d" | "D", true) => Self::Fill,
            ("Escape", false) => Self::Escape,
            (text, false) if text.chars().count() == 1 => Self::Text(text.to_owned()),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn typed_characters_begin_an_edit_and_shortcuts_do_not() {
        assert_eq!(Key::named("奈", false, false), Some(Key::Text("奈".to_owned())));
        assert_eq!(Key::named("a", true, false), None);
        assert_eq!(Key::named("i", false, true), None);
        assert_eq!(Key::named("F8", false, false), None);
        assert_eq!(Key::named("End", true, false), Some(Key::End(true)));
    }
}
