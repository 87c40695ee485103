//! Light, dark and high contrast, kept from one visit to the next where the browser lets us.

use gloo::storage::{LocalStorage, Storage};

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
    pub fn label(self) -> &'static str {
        match self {
            Self::Light => "浅色",
            Self::Dark => "深色",
            Self::Contrast => "高对比",
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
        let kept: String = LocalStorage::get(KEY).unwrap_or_default();
        Self::ALL.into_iter().find(|theme| theme.key() == kept).unwrap_or_default()
    }

    /// Shows it and keeps it. Where storage is refused it holds for this visit.
    pub fn apply(self) {
        let _ = LocalStorage::set(KEY, self.key());
        if let Some(root) = gloo::utils::document().document_element() {
            let _ = root.set_attribute("data-theme", self.key());
        }
    }
}
