//! Light, dark and high contrast, kept from one visit to the next where the browser lets us.

use precheck_session::api::Text;
use web_sys::Storage;

use super::place::Place;
use crate::text;

const KEY: &str = "precheck-theme";

/// How the page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, strong lines.
    Contrast,
}

impl Theme {
    const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// The value of `data-theme`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// What it is called.
    pub fn label(self) -> Text {
        match self {
            Self::Light => text::THEME_LIGHT,
            Self::Dark => text::THEME_DARK,
            Self::Contrast => text::THEME_CONTRAST,
        }
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|theme| *theme == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// The one of the last visit.
    pub fn kept() -> Self {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).unwrap_or_default();
        // As versions before wrote it: a text of JSON.
        let kept = kept.trim_matches('"');
        Self::named(kept).unwrap_or_default()
    }

    /// The one with this key.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }

    /// Keeps it for the next visit. Where storage is refused it holds for this one.
    pub fn keep(self) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, self.key());
        }
    }

    /// Keeps none for the next visit.
    pub fn forget() {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(KEY);
        }
    }

    /// Shows it.
    pub fn show(self, place: &Place) {
        if let Some(root) = place.themed() {
            let _ = root.set_attribute("data-theme", self.key());
        }
    }
}

/// The browser's storage, where it lets us: in a frame of another origin, or on a disk, it may not.
pub(super) fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
