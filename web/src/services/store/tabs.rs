//! Of several tabs one writes. Who holds a lock of the browser does; where there are no such locks, whoever last
//! left a sign of life in the browser's small storage.

use std::cell::{Cell, RefCell};

use futures::channel::oneshot;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use js_sys::{Date, Function, Math, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Storage;

use super::lock;
use super::state::{Flag, set};

/// Name of the lock, and key of the sign of life.
const NAME: &str = "precheck-writer";
/// How often a sign of life is left, in ms.
const BEAT: u32 = 2_000;
/// A tab without a sign of life for so long is gone, in ms. Browsers slow the timers of hidden tabs to one a minute.
const GONE: f64 = 70_000.0;

thread_local! {
    static WRITES: Cell<bool> = const { Cell::new(true) };
    static BEATING: RefCell<Option<(Interval, EventListener)>> = const { RefCell::new(None) };
}

/// Whether this tab writes.
pub(super) fn writes() -> bool {
    WRITES.get()
}

fn settle(writes: bool) {
    WRITES.set(writes);
    lock::forget();
    set(Flag::Elsewhere(!writes));
}

/// Tries to be the one that writes, and becomes it once no other tab is.
pub(super) async fn compete() {
    match locks() {
        Some(locks) => {
            let held = request(&locks, "ifAvailable").await;
            settle(held);
            if !held {
                wait(locks);
            }
        }
        None => beats::begin(),
    }
}

/// Writes from now on, in place of the tab that did.
pub async fn take_over() {
    match locks() {
        Some(locks) => settle(request(&locks, "steal").await),
        None => beats::take(),
    }
}

fn locks() -> Option<JsValue> {
    let locks = Reflect::get(&gloo::utils::window().navigator(), &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}

/// Asks for the lock in a way (`ifAvailable`, `steal`, or empty: waiting for it); answers whether it is held.
/// Once held it is until the page is closed, or another tab takes it.
async fn request(locks: &JsValue, way: &str) -> bool {
    let (sender, receiver) = oneshot::channel();
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let held = !lock.is_null() && !lock.is_undefined();
        let _ = sender.send(held);
        if held {
            // Held as long as this promise is open, which is for good.
            Promise::new(&mut |_, _| {}).into()
        } else {
            JsValue::UNDEFINED
        }
    });
    let options = Object::new();
    if !way.is_empty() {
        let _ = Reflect::set(&options, &way.into(), &true.into());
    }
    let asked = Reflect::get(locks, &"request".into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|request| request.call3(locks, &NAME.into(), &options, &granted))
        .and_then(JsCast::dyn_into::<Promise>);
    let Ok(promise) = asked else {
        // Locks that are there but may not be used, as in a frame without an origin: nobody else can hold one.
        return true;
    };
    let (locks, ended) = (locks.clone(), JsFuture::from(promise));
    let (lost, over) = oneshot::channel::<()>();
    spawn_local(async move {
        // Only another tab that takes the lock, or a refusal, ends the promise with an error.
        if ended.await.is_err() {
            drop(lost);
            if WRITES.get() {
                settle(false);
                wait(locks);
            }
        }
    });
    // A refusal comes instead of the call.
    match futures::future::select(receiver, over).await {
        futures::future::Either::Left((held, _)) => held.unwrap_or(true),
        futures::future::Either::Right(_) => true,
    }
}

/// Becomes the one that writes once the tab that does is closed.
fn wait(locks: JsValue) {
    spawn_local(async move {
        if request(&locks, "").await {
            settle(true);
        }
    });
}

/// Signs of life, where there are no locks.
mod beats {
    use super::{BEAT, BEATING, Date, EventListener, GONE, Interval, Math, NAME, Storage, settle, writes};
    use crate::components::decimal::{self, fixed};

    thread_local! {
        /// This tab among others.
        static OWN: String = fixed(Math::random(), 17);
    }

    fn storage() -> Option<Storage> {
        gloo::utils::window().local_storage().ok().flatten()
    }

    /// Who left the last sign, and when.
    fn last(storage: &Storage) -> Option<(String, f64)> {
        let text = storage.get_item(NAME).ok().flatten()?;
        let (who, when) = text.split_once(' ')?;
        Some((who.to_owned(), decimal::read(when)?))
    }

    fn own() -> String {
        OWN.with(Clone::clone)
    }

    /// Leaves a sign.
    fn sign(storage: &Storage) {
        let _ = storage.set_item(NAME, &format!("{} {}", own(), fixed(Date::now(), 0)));
    }

    /// Leaves a sign where this tab is the one that writes; finds out whether it still is.
    fn beat() {
        let Some(storage) = storage() else { return };
        let other = last(&storage).is_some_and(|(who, when)| who != own() && Date::now() - when < GONE);
        if other == writes() {
            settle(!other);
        }
        if !other {
            sign(&storage);
        }
    }

    /// Begins to leave signs, and to look for those of others.
    pub(super) fn begin() {
        beat();
        if BEATING.with_borrow(Option::is_some) {
            return;
        }
        let leave = EventListener::new(&gloo::utils::window(), "pagehide", |_| {
            if let Some(storage) = storage().filter(|_| writes()) {
                let _ = storage.remove_item(NAME);
            }
        });
        BEATING.set(Some((Interval::new(BEAT, beat), leave)));
    }

    /// Writes from now on.
    pub(super) fn take() {
        if let Some(storage) = storage() {
            sign(&storage);
        }
        settle(true);
    }
}
