//! Which columns of a kind are hidden and how many stay when one scrolls sideways, kept from one visit to the next
//! where the browser lets us.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::theme::storage;

const KEY: &str = "precheck-columns";
/// Most columns that stay.
pub const MOST_FROZEN: usize = 4;

/// The columns of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnLayout {
    /// Keys of the fields that are not shown; `days_left` for the days left.
    pub hidden: BTreeSet<String>,
    /// How many of the first columns stay.
    pub frozen: usize,
}

impl Default for ColumnLayout {
    fn default() -> Self {
        Self { hidden: BTreeSet::new(), frozen: 1 }
    }
}

/// Layouts by key of the kind.
pub type Layouts = BTreeMap<String, ColumnLayout>;

fn read(kept: &str) -> Layouts {
    let mut layouts: Layouts = serde_json::from_str(kept).unwrap_or_default();
    for layout in layouts.values_mut() {
        layout.frozen = layout.frozen.min(MOST_FROZEN);
    }
    layouts
}

/// Those of the last visit.
pub fn kept() -> Layouts {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    read(&kept.unwrap_or_default())
}

/// Keeps them for the next visit. Where storage is refused they hold for this one.
pub fn keep(layouts: &Layouts) {
    if let (Some(storage), Ok(json)) = (storage(), serde_json::to_string(layouts)) {
        let _ = storage.set_item(KEY, &json);
    }
}

/// Keeps none for the next visit.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_cannot_be_read_changes_nothing() {
        assert!(read("").is_empty() && read("[1]").is_empty());
        let layouts = read(r#"{"penalty":{"hidden":["remark"],"frozen":99},"inspection":{}}"#);
        assert_eq!(layouts["penalty"].frozen, MOST_FROZEN);
        assert!(layouts["penalty"].hidden.contains("remark"));
        assert_eq!(layouts["inspection"], ColumnLayout::default());
    }
}
