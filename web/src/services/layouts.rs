//! Header layouts whose columns were settled on this computer.

use precheck_session::api::KnownLayout;
use serde::{Deserialize, Serialize};

use super::clock;
use super::store::{self, Shelf, StoreError};

/// A layout with the time at which it was settled last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The layout.
    pub known: KnownLayout,
    /// When, in ms.
    pub saved: f64,
}

/// All of them, the last one first.
pub async fn all() -> Result<Vec<Kept>, StoreError> {
    let mut all: Vec<Kept> = store::all(Shelf::Mappings).await?.into_iter().map(|(_, kept)| kept).collect();
    all.sort_by(|a: &Kept, b: &Kept| b.saved.total_cmp(&a.saved));
    Ok(all)
}

/// As the engine takes them; none where they cannot be read now.
pub async fn known() -> Vec<KnownLayout> {
    all().await.unwrap_or_default().into_iter().map(|kept| kept.known).collect()
}

/// Remembers how a layout is read, in place of what was said of it before.
pub async fn remember(known: KnownLayout) -> Result<(), StoreError> {
    let key = known.layout.clone();
    store::put(Shelf::Mappings, &key, &Kept { known, saved: clock::now() }).await
}

/// Asks about this layout again the next time.
pub async fn forget(layout: &str) -> Result<(), StoreError> {
    store::delete(Shelf::Mappings, layout).await
}
