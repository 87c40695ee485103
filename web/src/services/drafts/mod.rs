//! Batches that are not finished, kept on this computer: their sources as they were read, and every change since.
//! The engine is deterministic, so that the same list gives the same job, row ids included.

mod file;
mod recorder;

use js_sys::{Array, Uint8Array};
use precheck_session::api::{Lang, Origin, Settings, Source};
use serde::{Deserialize, Serialize};
use web_sys::Blob;

pub use file::{ENDING, is_draft, read as read_file, write as write_file};
pub use recorder::{Recorder, State};

use super::change::Change;
use super::log::{Loaded, Log};
use super::store::{self, Changes, Shelf, StoreError};

/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

/// A batch that is not finished: everything but the bytes and the changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Names its values on the other shelves.
    pub id: String,
    /// Version of the rules with which it was made.
    pub rules_version: String,
    /// When it was changed last, in ms.
    pub saved: f64,
    /// How many records there were then.
    pub records: usize,
    /// How many findings were left then.
    pub left: usize,
    /// How many changes there are.
    pub changes: usize,
    /// Settings at the start.
    pub settings: Settings,
    /// Its sources.
    pub sources: Vec<Source>,
}

impl Draft {
    /// What it is called: the names of its sources; the entry form where it has none.
    pub fn name(&self, lang: Lang) -> String {
        if self.sources.is_empty() {
            return crate::text_entry::TITLE.get(lang).to_owned();
        }
        crate::text::files(lang, &self.sources.iter().map(|source| source.name.clone()).collect::<Vec<_>>())
    }
}

fn source_key(id: &str, index: usize) -> String {
    format!("{id}/{index:04}")
}

fn change_key(id: &str, index: usize) -> String {
    format!("{id}/{index:08}")
}

/// What is kept of each draft besides itself begins like this.
fn prefix(id: &str) -> String {
    format!("{id}/")
}

/// Every draft, the last one first.
pub async fn list() -> Result<Vec<Draft>, StoreError> {
    let mut drafts: Vec<Draft> =
        store::all(Shelf::Drafts).await?.into_iter().map(|(_, draft)| draft).collect();
    drafts.sort_by(|a: &Draft, b: &Draft| b.saved.total_cmp(&a.saved));
    Ok(drafts)
}

fn removal(id: &str) -> Changes {
    Changes::new()
        .delete(Shelf::Drafts, id)
        .delete_all(Shelf::DraftSources, &prefix(id))
        .delete_all(Shelf::DraftChanges, &prefix(id))
}

/// Takes a draft away.
pub async fn remove(id: &str) -> Result<(), StoreError> {
    removal(id).keep().await
}

/// Takes away what was not touched for so many days; 0: nothing is ever taken away.
pub async fn expire(days: u32, now: f64) -> Result<usize, StoreError> {
    if days == 0 {
        return Ok(0);
    }
    let mut gone = 0;
    for draft in list().await? {
        if is_over(draft.saved, days, now) {
            remove(&draft.id).await?;
            gone += 1;
        }
    }
    Ok(gone)
}

fn is_over(saved: f64, days: u32, now: f64) -> bool {
    now - saved > f64::from(days) * DAY
}

/// The job of a draft.
pub async fn log_of(draft: &Draft) -> Result<Log, StoreError> {
    let mut sources = Vec::with_capacity(draft.sources.len());
    for (index, source) in draft.sources.iter().enumerate() {
        let bytes = store::get_bytes(Shelf::DraftSources, &source_key(&draft.id, index)).await?;
        let blob = match (bytes, source.origin) {
            (Some(bytes), _) => Some(blob_of(&bytes)?),
            (None, Origin::Sample) => None,
            (None, _) => return Err(StoreError::Broken(format!("no bytes of {}", source.name))),
        };
        sources.push(Loaded { source: source.clone(), blob });
    }
    let changes = store::range::<Change>(Shelf::DraftChanges, &prefix(&draft.id)).await?;
    // A change that is missing in between would put the later ones on other rows.
    let whole = (0..).zip(&changes).all(|(index, (key, _))| *key == change_key(&draft.id, index));
    if !whole {
        return Err(StoreError::Broken("a change is missing".to_owned()));
    }
    let changes = changes.into_iter().map(|(_, change)| change).collect();
    Ok(Log { settings: draft.settings.clone(), sources, changes, ..Log::default() })
}

fn blob_of(bytes: &Uint8Array) -> Result<Blob, StoreError> {
    Blob::new_with_u8_array_sequence(&Array::of1(bytes))
        .map_err(|error| StoreError::Broken(format!("{error:?}")))
}

#[cfg(test)]
mod tests {
    use super::{DAY, change_key, is_over, source_key};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_draft_holds_for_its_days() {
        assert!(!is_over(0.0, 30, 30.0 * DAY));
        assert!(is_over(0.0, 30, 30.0 * DAY + 1.0));
    }

    #[wasm_bindgen_test]
    fn keys_stand_in_the_order_of_numbers() {
        assert!(change_key("a", 9) < change_key("a", 10));
        assert!(source_key("a", 99) < source_key("a", 100));
    }
}
