//! The database itself: opening, and reading and writing values as JavaScript has them.

use std::cell::Cell;
use std::rc::Rc;

use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo::timers::future::TimeoutFuture;
use idb::{Database, DatabaseEvent, Event, Factory, KeyRange, Query, Request, TransactionMode};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbTransaction};

use super::error::StoreError;
use super::migrations::{VERSION, migrate};
use super::shelf::Shelf;

/// Name of the page's database.
pub const NAME: &str = "precheck";

/// So long a browser may take to open the database, in ms: some never answer where they keep nothing.
const PATIENCE: u32 = 8_000;

/// One change of what is kept.
#[derive(Debug, Clone)]
pub enum Write {
    /// A value under a key.
    Put(Shelf, String, JsValue),
    /// Nothing under this key any more.
    Delete(Shelf, String),
    /// Nothing under keys that begin like this any more; empty: under none.
    DeleteAll(Shelf, String),
}

impl Write {
    /// Which shelf is changed.
    pub fn shelf(&self) -> Shelf {
        match self {
            Self::Put(shelf, ..) | Self::Delete(shelf, _) | Self::DeleteAll(shelf, _) => *shelf,
        }
    }
}

/// All keys that begin with a text.
fn beginning(prefix: &str) -> Result<Option<Query>, StoreError> {
    if prefix.is_empty() {
        return Ok(None);
    }
    let upper = format!("{prefix}\u{FFFF}");
    let range = KeyRange::bound(&prefix.into(), &upper.into(), None, None)?;
    Ok(Some(range.into()))
}

/// Opens the database of this name and brings it to this page's version. `closed`: told once when another tab
/// wants a newer version, or the browser closes it.
pub async fn open(name: &str, closed: impl Fn() + Clone + 'static) -> Result<Database, StoreError> {
    let mut request = Factory::new()?.open(name, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let done = (|| migrate(&event.database()?, event.old_version()?))();
        if let Err(error) = done {
            web_sys::console::error_1(&error.to_string().into());
            // Nothing is changed then, and opening says that it did not come about.
            if let Some(transaction) = event.target().ok().and_then(|request| request.transaction()) {
                let _ = transaction.abort();
            }
        }
    });
    let opened = match select(request.into_future(), TimeoutFuture::new(PATIENCE)).await {
        Either::Left((opened, _)) => opened?,
        Either::Right(_) => return Err(StoreError::Broken("the database does not open".to_owned())),
    };
    let handle: IdbDatabase = opened.into();
    let mut database = Database::from(handle.clone());
    let missing =
        Shelf::ALL.iter().find(|shelf| !database.store_names().iter().any(|name| name == shelf.name()));
    if let Some(shelf) = missing {
        database.close();
        return Err(StoreError::Broken(format!("no shelf {}", shelf.name())));
    }
    let told = closed.clone();
    database.on_version_change(move |_| {
        // Without this the other tab would wait until this one is closed.
        handle.close();
        told();
    });
    database.on_close(move |_| closed());
    Ok(database)
}

/// The value under a key.
pub async fn read(database: &Database, shelf: Shelf, key: &str) -> Result<Option<JsValue>, StoreError> {
    let transaction = database.transaction(&[shelf.name()], TransactionMode::ReadOnly)?;
    Ok(transaction.object_store(shelf.name())?.get(JsValue::from_str(key))?.await?)
}

/// Keys that begin with a text, ascending.
pub async fn keys(database: &Database, shelf: Shelf, prefix: &str) -> Result<Vec<String>, StoreError> {
    let transaction = database.transaction(&[shelf.name()], TransactionMode::ReadOnly)?;
    let keys = transaction.object_store(shelf.name())?.get_all_keys(beginning(prefix)?, None)?.await?;
    Ok(keys.into_iter().filter_map(|key| key.as_string()).collect())
}

/// Keys that begin with a text, ascending, with their values.
pub async fn read_all(
    database: &Database,
    shelf: Shelf,
    prefix: &str,
) -> Result<Vec<(String, JsValue)>, StoreError> {
    let transaction = database.transaction(&[shelf.name()], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(shelf.name())?;
    // Both asked for before either is waited for: one picture of the shelf.
    let keys = store.get_all_keys(beginning(prefix)?, None)?.into_future();
    let values = store.get_all(beginning(prefix)?, None)?.into_future();
    let (keys, values) = futures::future::try_join(keys, values).await?;
    Ok(keys.into_iter().filter_map(|key| key.as_string()).zip(values).collect())
}

/// Takes all changes, or none.
pub async fn write(database: &Database, changes: &[Write]) -> Result<(), StoreError> {
    let mut shelves: Vec<&str> = changes.iter().map(|change| change.shelf().name()).collect();
    shelves.sort_unstable();
    shelves.dedup();
    if shelves.is_empty() {
        return Ok(());
    }
    let transaction = database.transaction(&shelves, TransactionMode::ReadWrite)?;
    for change in changes {
        let store = transaction.object_store(change.shelf().name())?;
        // Not waited for one by one: the transaction says how all of them went.
        match change {
            Write::Put(_, key, value) => drop(store.put(value, Some(&JsValue::from_str(key)))?),
            Write::Delete(_, key) => drop(store.delete(JsValue::from_str(key))?),
            Write::DeleteAll(_, prefix) => match beginning(prefix)? {
                Some(range) => drop(store.delete(range)?),
                None => drop(store.clear()?),
            },
        }
    }
    let transaction: IdbTransaction = transaction.into();
    commit(&transaction);
    committed(transaction).await
}

/// Nothing more comes: the browser need not wait for that, and carries the transaction through even if the page is
/// left now. Engines without it (Safari before 15) find out by themselves.
fn commit(transaction: &IdbTransaction) {
    if let Ok(commit) = Reflect::get(transaction, &"commit".into())
        && let Some(commit) = commit.dyn_ref::<Function>()
    {
        // Refused only where a request failed: then the transaction ends without it.
        let _ = commit.call0(transaction);
    }
}

/// Waits until a transaction is through. Not by the crate's own future: that one takes the error of a request
/// for the end, and does not know of what only the end says, such as that the room ends.
async fn committed(inner: IdbTransaction) -> Result<(), StoreError> {
    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(Cell::new(Some(sender)));
    let end = |committed: bool| {
        let sender = sender.clone();
        move |_: web_sys::Event| {
            if let Some(sender) = sender.take() {
                let _ = sender.send(committed);
            }
        }
    };
    let mut transaction = idb::Transaction::from(inner.clone());
    transaction.on_complete(end(true));
    transaction.on_abort(end(false));
    if receiver.await == Ok(true) {
        return Ok(());
    }
    Err(inner.error().map_or_else(
        || StoreError::Broken("the transaction was given up".to_owned()),
        |error| StoreError::of_js(&error),
    ))
}
