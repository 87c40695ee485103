//! The ledger of this computer: read once from the store, changed in memory, kept entry by entry.
//!
//! Where the browser keeps nothing, or another tab writes, the ledger lives until the page is closed and the screen
//! says so.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Date;
use precheck_ledger::{Book, Entry};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::store::{self, Changes, Shelf, StoreState};

/// Settled records to which nothing happened for so many years, and whose publicity is over, are forgotten.
pub const YEARS: u32 = 5;

/// Entries written in one step.
const AT_ONCE: usize = 500;

type Watcher = Rc<dyn Fn(u32)>;

thread_local! {
    static BOOK: RefCell<Book> = RefCell::default();
    static REVISION: Cell<u32> = const { Cell::new(0) };
    static OPENED: Cell<bool> = const { Cell::new(false) };
    static WATCHERS: RefCell<Vec<Watcher>> = const { RefCell::new(Vec::new()) };
}

/// This moment as the ledger notes it: `yyyy-MM-dd HH:mm:ss.SSS`.
pub fn moment() -> String {
    let now = Date::new_0();
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:03}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds(),
        now.get_milliseconds()
    )
}

fn tell() {
    let now = REVISION.get() + 1;
    REVISION.set(now);
    let watchers = WATCHERS.with_borrow(Clone::clone);
    for watcher in watchers {
        watcher(now);
    }
}

/// Reads what is kept, once; again when this tab becomes the one that writes.
pub fn open() {
    if OPENED.replace(true) {
        return;
    }
    spawn_local(read());
    // Lives as long as the page.
    drop(store::watch(|state| {
        if state == StoreState::Available {
            spawn_local(read());
        }
    }));
}

/// Takes over what is kept, and keeps what was changed meanwhile.
pub async fn read() {
    let Ok(kept) = store::all::<Entry>(Shelf::Ledger).await else { return };
    let kept = Book::new(kept.into_iter().map(|(_, entry)| entry));
    let mut here = kept.clone();
    let own = BOOK.with_borrow(Clone::clone);
    let changed = here.merge(own).changed;
    let now = Date::new_0();
    let day = format!("{:04}-{:02}-{:02}", now.get_full_year() - YEARS, now.get_month() + 1, now.get_date());
    let forgotten = here.forget_before(&day);
    BOOK.set(here);
    keep(changed);
    drop_kept(forgotten);
    tell();
}

/// Looks at the ledger.
pub fn with<T>(see: impl FnOnce(&Book) -> T) -> T {
    BOOK.with_borrow(|book| see(book))
}

/// Changes the ledger; `change` names the entries that it touched.
pub fn change<T>(change: impl FnOnce(&mut Book) -> (Vec<String>, T)) -> T {
    let (ids, answer) = BOOK.with_borrow_mut(change);
    if !ids.is_empty() {
        keep(ids);
        tell();
    }
    answer
}

/// Another ledger in place of the one that is here.
pub fn replace(book: Book) {
    let gone: Vec<String> = with(|here| {
        here.all().map(|entry| entry.facts.id.clone()).filter(|id| book.get(id).is_none()).collect()
    });
    let all = book.all().map(|entry| entry.facts.id.clone()).collect();
    BOOK.set(book);
    drop_kept(gone);
    keep(all);
    tell();
}

/// Nothing is known any more; what is kept is cleared by whoever asks for this.
pub fn forget() {
    BOOK.set(Book::default());
    tell();
}

fn keep(ids: Vec<String>) {
    if ids.is_empty() {
        return;
    }
    spawn_local(async move {
        for ids in ids.chunks(AT_ONCE) {
            let entries: Vec<Entry> =
                with(|book| ids.iter().filter_map(|id| book.get(id).cloned()).collect());
            let mut changes = Changes::new();
            for entry in &entries {
                changes = match changes.put(Shelf::Ledger, &entry.facts.id, entry) {
                    Ok(changes) => changes,
                    Err(_) => return,
                };
            }
            // What could not be kept stays in memory; the state of the store tells why.
            if changes.keep().await.is_err() {
                return;
            }
        }
    });
}

fn drop_kept(ids: Vec<String>) {
    if ids.is_empty() {
        return;
    }
    spawn_local(async move {
        let changes = ids.iter().fold(Changes::new(), |changes, id| changes.delete(Shelf::Ledger, id));
        let _ = changes.keep().await;
    });
}

/// Grows with every change of the ledger; what uses it is drawn anew then.
#[hook]
pub fn use_ledger() -> u32 {
    let shown = use_state_eq(|| REVISION.get());
    {
        let shown = shown.clone();
        use_effect_with((), move |()| {
            shown.set(REVISION.get());
            let watcher: Watcher = Rc::new(move |now| shown.set(now));
            WATCHERS.with_borrow_mut(|all| all.push(watcher.clone()));
            move || WATCHERS.with_borrow_mut(|all| all.retain(|other| !Rc::ptr_eq(other, &watcher)))
        });
    }
    *shown
}
