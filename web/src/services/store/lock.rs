//! The passphrase over what is kept: which values are sealed, and with which key.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Uint8Array};
use precheck_seal::{Lock, SealError, is_sealed};
use wasm_bindgen::{JsCast, JsValue};

use super::database::{self, Write};
use super::shelf::Shelf;
use super::state::{self, Flag};
use super::{Place, Result, StoreError, TURN, place, tabs};
use crate::services::vault::{self, Held, VaultError};

/// Key of the lock on the shelf of what the store knows about itself. It is never sealed and never copied.
const KEY: &str = "lock";

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
    /// The lock on the disk, as this tab saw it since it writes: nobody else changes it meanwhile. What is kept while
    /// the page goes must not wait for a look at the disk.
    static SEEN: RefCell<Option<Lock>> = const { RefCell::new(None) };
    /// Whether [`SEEN`] still holds.
    static HOLDS: Cell<bool> = const { Cell::new(false) };
}

/// Another tab may have set another passphrase: looks anew before the next value is kept.
pub(super) fn forget() {
    HOLDS.set(false);
}

fn saw(lock: Option<Lock>) {
    SEEN.set(lock);
    HOLDS.set(true);
}

/// Whether a value of this place is the lock itself.
pub(super) fn is_lock(shelf: Shelf, key: &str) -> bool {
    shelf == Shelf::Meta && key == KEY
}

fn place_of(shelf: Shelf, key: &str) -> String {
    format!("{}/{key}", shelf.name())
}

/// The lock, where one is set.
async fn read(place: &Place) -> Result<Option<Lock>> {
    let Place::Disk(database) = place else { return Ok(None) };
    let kept = database::read(database, Shelf::Meta, KEY).await?;
    kept.as_ref().map(super::json).transpose()
}

/// Looks whether a passphrase is needed, once the database is open.
pub(super) async fn look(place: &Place) -> Result<()> {
    let lock = read(place).await?;
    saw(lock.clone());
    let held = HELD.with_borrow(|held| held.as_ref().map(|held| held.lock.clone()));
    state::set(Flag::Locked(lock.is_some() && lock != held));
    Ok(())
}

/// The key for what is written now: none where nothing is sealed.
async fn key(place: &Place) -> Result<Option<Held>> {
    if !HOLDS.get() {
        saw(read(place).await?);
    }
    let lock = SEEN.with_borrow(Clone::clone);
    let held = HELD.with_borrow(Clone::clone);
    match (lock, held) {
        (None, _) => Ok(None),
        (Some(lock), Some(held)) if held.lock == lock => Ok(Some(held)),
        // Another tab set or changed the passphrase.
        (Some(_), _) => {
            state::set(Flag::Locked(true));
            Err(StoreError::Locked)
        }
    }
}

/// Values as they were given to be kept; what is sealed is opened, and what is damaged left out. Where not one can
/// be opened, the key is another one or the disk is bad: that is said instead.
pub(super) async fn opened(shelf: Shelf, values: Vec<(String, JsValue)>) -> Result<Vec<(String, JsValue)>> {
    let some = !values.is_empty();
    let (values, _) = opened_of(shelf, values).await?;
    if some && values.is_empty() {
        return Err(StoreError::Vault(VaultError::Seal(SealError::Damaged)));
    }
    Ok(values)
}

/// Values as they were given to be kept, and how many of them are damaged and left out.
async fn opened_of(shelf: Shelf, values: Vec<(String, JsValue)>) -> Result<(Vec<(String, JsValue)>, usize)> {
    let sealed = |value: &JsValue| {
        let bytes = value.dyn_ref::<Uint8Array>();
        bytes.is_some_and(|bytes| is_sealed(&bytes.subarray(0, bytes.length().min(16)).to_vec()))
    };
    let mut values = values;
    let which: Vec<usize> = (0..values.len()).filter(|&at| sealed(&values[at].1)).collect();
    if which.is_empty() {
        return Ok((values, 0));
    }
    let Some(held) = HELD.with_borrow(Clone::clone) else {
        state::set(Flag::Locked(true));
        return Err(StoreError::Locked);
    };
    let places = which.iter().map(|&at| place_of(shelf, &values[at].0)).collect();
    let closed: Array = which.iter().map(|&at| values[at].1.clone()).collect();
    let open = vault::open(&held, places, closed).await?;
    for (at, value) in which.into_iter().zip(open.iter()) {
        values[at].1 = value;
    }
    let all = values.len();
    values.retain(|(_, value)| !value.is_undefined());
    let damaged = all - values.len();
    Ok((values, damaged))
}

/// Changes as they are written: sealed where there is a passphrase.
pub(super) async fn sealed(place: &Place, changes: Vec<Write>) -> Result<Vec<Write>> {
    match key(place).await? {
        None => Ok(changes),
        Some(held) => seal_all(&held, changes).await,
    }
}

async fn seal_all(held: &Held, changes: Vec<Write>) -> Result<Vec<Write>> {
    let mut changes = changes;
    let (mut places, values) = (Vec::new(), Array::new());
    for change in &changes {
        if let Write::Put(shelf, key, value) = change {
            places.push(place_of(*shelf, key));
            values.push(value);
        }
    }
    if places.is_empty() {
        return Ok(changes);
    }
    let mut sealed = vault::seal(held, places, values).await?.to_vec().into_iter();
    for change in &mut changes {
        if let (Write::Put(_, _, value), true) = (&mut *change, sealed.len() > 0) {
            *value = sealed.next().unwrap_or_default();
        }
    }
    Ok(changes)
}

/// Everything was taken away, the lock with it.
pub(super) fn gone() {
    HELD.set(None);
    saw(None);
    state::set(Flag::Locked(false));
}

/// Whether a passphrase is set.
pub async fn is_set() -> Result<bool> {
    Ok(read(&place().await?).await?.is_some())
}

/// Opens what is kept with the passphrase.
pub async fn unlock(passphrase: &str) -> Result<()> {
    if let Some(lock) = read(&place().await?).await? {
        let held = vault::unlock(passphrase, &lock).await?;
        HELD.set(Some(held));
    }
    state::set(Flag::Locked(false));
    Ok(())
}

/// Sets a passphrase, changes it, or takes it away (`to`: none). `from` is the one that holds now; empty: none is
/// set. Everything that is kept is written anew with it, all or nothing; what is damaged stays as it lies there,
/// and is counted.
pub async fn change(from: &str, to: Option<&str>) -> Result<usize> {
    let place = place().await?;
    if !tabs::writes() {
        return Err(StoreError::Elsewhere);
    }
    let Place::Disk(database) = &place else { return Err(StoreError::Denied) };
    let _turn = TURN.with(Clone::clone).lock_owned().await;
    if let Some(lock) = read(&place).await? {
        HELD.set(Some(vault::unlock(from, &lock).await?));
    }
    let next = match to {
        Some(passphrase) => Some(vault::make(passphrase).await?),
        None => None,
    };
    let (mut changes, mut damaged) = (Vec::new(), 0);
    for shelf in Shelf::ALL {
        let mut values = database::read_all(database, shelf, "").await?;
        values.retain(|(key, _)| !is_lock(shelf, key));
        let (values, left) = opened_of(shelf, values).await?;
        damaged += left;
        changes.extend(values.into_iter().map(|(key, value)| Write::Put(shelf, key, value)));
    }
    let mut changes = match &next {
        Some(held) => seal_all(held, changes).await?,
        None => changes,
    };
    changes.push(match &next {
        Some(held) => {
            let text =
                serde_json::to_string(&held.lock).map_err(|error| StoreError::Broken(error.to_string()))?;
            Write::Put(Shelf::Meta, KEY.to_owned(), text.into())
        }
        None => Write::Delete(Shelf::Meta, KEY.to_owned()),
    });
    database::write(database, &changes).await?;
    saw(next.as_ref().map(|held| held.lock.clone()));
    HELD.set(next);
    state::set(Flag::Locked(false));
    Ok(damaged)
}

/// Locks what is kept at once: when the last change is kept, the page begins anew, and nothing of the day's work
/// stays in it.
pub async fn lock_now() {
    let _turn = TURN.with(Clone::clone).lock_owned().await;
    // A page that cannot begin anew stays as it is, and unlocked.
    let _ = gloo::utils::window().location().reload();
}
