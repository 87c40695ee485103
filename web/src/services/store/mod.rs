//! What is kept on this computer between visits: one `IndexedDB` database with a shelf for each kind of thing.
//!
//! Values are JSON or bytes under a text key. Keys stay readable where values are sealed with a passphrase: a key
//! must not tell anything about an enterprise or a person. Of several tabs one writes ([`StoreState::Elsewhere`]
//! in the others). Where the browser keeps nothing, everything works in memory until the page is closed
//! ([`StoreState::Denied`]), and the page says so.

pub mod database;
mod error;
mod lock;
mod migrations;
mod shelf;
mod state;
mod tabs;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use futures::lock::Mutex;
use idb::Database;
use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

pub use error::StoreError;
pub use lock::{change as change_passphrase, is_set as has_passphrase, lock_now, unlock};
pub use migrations::{MIGRATIONS, Migration, VERSION, migrate};
pub use shelf::Shelf;
pub use state::{StoreState, state, use_store_state, watch};
pub use tabs::take_over;

use database::{NAME, Write};
use state::Flag;

/// Result of everything that is kept or fetched.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Where values lie.
#[derive(Clone)]
enum Place {
    Disk(Rc<Database>),
    /// The browser keeps nothing: until the page is closed.
    Memory,
}

type Opening = Shared<LocalBoxFuture<'static, Result<Place>>>;

thread_local! {
    static OPENING: RefCell<Option<Opening>> = const { RefCell::new(None) };
    /// One change after the other: what is kept while the passphrase changes must know which one holds.
    static TURN: Arc<Mutex<()>> = Arc::default();
    static MEMORY: RefCell<BTreeMap<(&'static str, String), JsValue>> = const { RefCell::new(BTreeMap::new()) };
}

/// The database, opened once; again after it was closed under us.
async fn place() -> Result<Place> {
    let opening = OPENING.with_borrow_mut(|opening| {
        opening
            .get_or_insert_with(|| {
                async {
                    let closed = || {
                        OPENING.set(None);
                    };
                    match database::open(NAME, closed).await {
                        Ok(database) => {
                            tabs::compete().await;
                            let place = Place::Disk(Rc::new(database));
                            lock::look(&place).await?;
                            state::set(Flag::Opened);
                            Ok(place)
                        }
                        Err(StoreError::Newer) => Err(StoreError::Newer),
                        Err(error) => {
                            web_sys::console::warn_1(&error.to_string().into());
                            state::set(Flag::Denied);
                            Ok(Place::Memory)
                        }
                    }
                }
                .boxed_local()
                .shared()
            })
            .clone()
    });
    let opened = opening.await;
    if opened.is_err() {
        OPENING.set(None);
    }
    opened
}

/// Opens the store, so that its [`state`] is known. Everything else opens it too.
pub async fn open() -> Result<()> {
    place().await.map(|_| ())
}

fn json<T: DeserializeOwned>(value: &JsValue) -> Result<T> {
    let text = value.as_string().ok_or_else(|| StoreError::Broken("no JSON".to_owned()))?;
    serde_json::from_str(&text).map_err(|error| StoreError::Broken(error.to_string()))
}

fn bytes(value: JsValue) -> Result<Uint8Array> {
    value.dyn_into().map_err(|_| StoreError::Broken("no bytes".to_owned()))
}

async fn value(shelf: Shelf, key: &str) -> Result<Option<JsValue>> {
    match place().await? {
        Place::Disk(database) => {
            let Some(value) = database::read(&database, shelf, key).await? else { return Ok(None) };
            Ok(lock::opened(shelf, vec![(key.to_owned(), value)]).await?.pop().map(|(_, value)| value))
        }
        Place::Memory => Ok(MEMORY.with_borrow(|all| all.get(&(shelf.name(), key.to_owned())).cloned())),
    }
}

async fn values(shelf: Shelf, prefix: &str) -> Result<Vec<(String, JsValue)>> {
    lock::opened(shelf, stored(shelf, prefix).await?).await
}

/// Values as they lie there.
async fn stored(shelf: Shelf, prefix: &str) -> Result<Vec<(String, JsValue)>> {
    match place().await? {
        Place::Disk(database) => {
            let mut values = database::read_all(&database, shelf, prefix).await?;
            values.retain(|(key, _)| !lock::is_lock(shelf, key));
            Ok(values)
        }
        Place::Memory => Ok(MEMORY.with_borrow(|all| {
            let here = all.iter().filter(|((name, key), _)| *name == shelf.name() && key.starts_with(prefix));
            here.map(|((_, key), value)| (key.clone(), value.clone())).collect()
        })),
    }
}

/// The value under a key.
pub async fn get<T: DeserializeOwned>(shelf: Shelf, key: &str) -> Result<Option<T>> {
    value(shelf, key).await?.as_ref().map(json).transpose()
}

/// The bytes under a key.
pub async fn get_bytes(shelf: Shelf, key: &str) -> Result<Option<Uint8Array>> {
    value(shelf, key).await?.map(bytes).transpose()
}

/// Every value of a shelf with its key, ascending by key. One that cannot be read is left out.
pub async fn all<T: DeserializeOwned>(shelf: Shelf) -> Result<Vec<(String, T)>> {
    range(shelf, "").await
}

/// Every value under a key that begins like this, ascending. One that cannot be read is left out.
pub async fn range<T: DeserializeOwned>(shelf: Shelf, prefix: &str) -> Result<Vec<(String, T)>> {
    let values = values(shelf, prefix).await?;
    Ok(values.into_iter().filter_map(|(key, value)| Some((key, json(&value).ok()?))).collect())
}

/// Every key that begins like this, ascending.
pub async fn keys(shelf: Shelf, prefix: &str) -> Result<Vec<String>> {
    match place().await? {
        Place::Disk(database) => database::keys(&database, shelf, prefix).await,
        Place::Memory => Ok(stored(shelf, prefix).await?.into_iter().map(|(key, _)| key).collect()),
    }
}

/// Keeps a value under a key, in place of the one before.
pub async fn put<T: Serialize + ?Sized>(shelf: Shelf, key: &str, value: &T) -> Result<()> {
    Changes::new().put(shelf, key, value)?.keep().await
}

/// Keeps bytes under a key, in place of those before.
pub async fn put_bytes(shelf: Shelf, key: &str, bytes: &Uint8Array) -> Result<()> {
    Changes::new().put_bytes(shelf, key, bytes).keep().await
}

/// Nothing under this key any more.
pub async fn delete(shelf: Shelf, key: &str) -> Result<()> {
    Changes::new().delete(shelf, key).keep().await
}

/// Nothing on this shelf any more.
pub async fn clear(shelf: Shelf) -> Result<()> {
    Changes::new().delete_all(shelf, "").keep().await
}

/// Nothing on any shelf any more, and no passphrase; needs none either.
pub async fn clear_all() -> Result<()> {
    let place = place().await?;
    if !tabs::writes() {
        return Err(StoreError::Elsewhere);
    }
    let _turn = TURN.with(Clone::clone).lock_owned().await;
    let all: Vec<Write> = Shelf::ALL.iter().map(|shelf| Write::DeleteAll(*shelf, String::new())).collect();
    match place {
        Place::Disk(database) => database::write(&database, &all).await?,
        Place::Memory => remember(&all),
    }
    state::set(Flag::Full(false));
    lock::gone();
    Ok(())
}

/// Several changes that are kept together or not at all.
#[derive(Debug, Default)]
pub struct Changes(Vec<Write>);

impl Changes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A value under a key.
    pub fn put<T: Serialize + ?Sized>(mut self, shelf: Shelf, key: &str, value: &T) -> Result<Self> {
        let text = serde_json::to_string(value).map_err(|error| StoreError::Broken(error.to_string()))?;
        self.0.push(Write::Put(shelf, key.to_owned(), text.into()));
        Ok(self)
    }

    /// Bytes under a key.
    #[must_use]
    pub fn put_bytes(mut self, shelf: Shelf, key: &str, bytes: &Uint8Array) -> Self {
        self.0.push(Write::Put(shelf, key.to_owned(), bytes.clone().into()));
        self
    }

    /// Nothing under a key.
    #[must_use]
    pub fn delete(mut self, shelf: Shelf, key: &str) -> Self {
        self.0.push(Write::Delete(shelf, key.to_owned()));
        self
    }

    /// Nothing under all keys that begin like this; empty: under none of the shelf.
    #[must_use]
    pub fn delete_all(mut self, shelf: Shelf, prefix: &str) -> Self {
        self.0.push(Write::DeleteAll(shelf, prefix.to_owned()));
        self
    }

    /// Keeps them.
    pub async fn keep(self) -> Result<()> {
        let place = place().await?;
        if !tabs::writes() {
            return Err(StoreError::Elsewhere);
        }
        let _turn = TURN.with(Clone::clone).lock_owned().await;
        let changes = lock::sealed(&place, self.0).await?;
        let frees = changes.iter().any(|change| !matches!(change, Write::Put(..)));
        let kept = match place {
            Place::Disk(database) => database::write(&database, &changes).await,
            Place::Memory => {
                remember(&changes);
                Ok(())
            }
        };
        match &kept {
            Err(StoreError::Full) => state::set(Flag::Full(true)),
            Ok(()) if frees => state::set(Flag::Full(false)),
            _ => {}
        }
        kept
    }
}

fn remember(changes: &[Write]) {
    MEMORY.with_borrow_mut(|all| {
        for change in changes {
            match change {
                Write::Put(shelf, key, value) => {
                    all.insert((shelf.name(), key.clone()), value.clone());
                }
                Write::Delete(shelf, key) => {
                    all.remove(&(shelf.name(), key.clone()));
                }
                Write::DeleteAll(shelf, prefix) => {
                    all.retain(|(name, key), _| *name != shelf.name() || !key.starts_with(prefix.as_str()));
                }
            }
        }
    });
}

/// How much a shelf holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Which shelf.
    pub shelf: Shelf,
    /// How many values.
    pub count: usize,
    /// How many bytes, keys included; texts counted as UTF-16, as browsers keep them.
    pub bytes: u64,
}

/// How much every shelf holds.
pub async fn amounts() -> Result<Vec<Amount>> {
    let mut amounts = Vec::with_capacity(Shelf::ALL.len());
    for shelf in Shelf::ALL {
        let values = stored(shelf, "").await?;
        let size = |value: &JsValue| match value.dyn_ref::<js_sys::JsString>() {
            Some(text) => u64::from(text.length()) * 2,
            None => value.dyn_ref::<Uint8Array>().map_or(0, |bytes| u64::from(bytes.length())),
        };
        let bytes = values.iter().map(|(key, value)| key.len() as u64 * 2 + size(value)).sum();
        amounts.push(Amount { shelf, count: values.len(), bytes });
    }
    Ok(amounts)
}
