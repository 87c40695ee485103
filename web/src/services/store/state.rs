//! Whether things can be kept, as the page shows it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

/// Whether things can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StoreState {
    /// Not known yet.
    #[default]
    Opening,
    /// Everything is kept.
    Available,
    /// The browser keeps nothing; what there is holds until the page is closed.
    Denied,
    /// There is no room left; what was kept before stays.
    Full,
    /// Another tab writes; this one reads only.
    Elsewhere,
    /// A passphrase is set and was not given yet: nothing can be read or kept.
    Locked,
}

/// What may be the case at once.
#[derive(Debug, Clone, Copy, Default)]
struct Flags {
    opened: bool,
    denied: bool,
    full: bool,
    elsewhere: bool,
    locked: bool,
}

/// One thing that came to be the case.
#[derive(Debug, Clone, Copy)]
pub(super) enum Flag {
    Opened,
    Denied,
    Full(bool),
    Elsewhere(bool),
    Locked(bool),
}

type Watcher = Rc<dyn Fn(StoreState)>;

thread_local! {
    static FLAGS: RefCell<Flags> = RefCell::default();
    static WATCHERS: RefCell<Vec<Watcher>> = const { RefCell::new(Vec::new()) };
}

/// Whether things can be kept now.
pub fn state() -> StoreState {
    let flags = FLAGS.with_borrow(|flags| *flags);
    match flags {
        Flags { denied: true, .. } => StoreState::Denied,
        Flags { opened: false, .. } => StoreState::Opening,
        Flags { locked: true, .. } => StoreState::Locked,
        Flags { elsewhere: true, .. } => StoreState::Elsewhere,
        Flags { full: true, .. } => StoreState::Full,
        _ => StoreState::Available,
    }
}

pub(super) fn set(flag: Flag) {
    let before = state();
    FLAGS.with_borrow_mut(|flags| match flag {
        Flag::Opened => flags.opened = true,
        Flag::Denied => flags.denied = true,
        Flag::Full(full) => flags.full = full,
        Flag::Elsewhere(elsewhere) => flags.elsewhere = elsewhere,
        Flag::Locked(locked) => flags.locked = locked,
    });
    let now = state();
    if now != before {
        let watchers = WATCHERS.with_borrow(Clone::clone);
        for watcher in watchers {
            watcher(now);
        }
    }
}

/// Tells of every change until the answer is called.
pub fn watch(watcher: impl Fn(StoreState) + 'static) -> impl FnOnce() {
    let watcher: Watcher = Rc::new(watcher);
    WATCHERS.with_borrow_mut(|all| all.push(watcher.clone()));
    move || WATCHERS.with_borrow_mut(|all| all.retain(|other| !Rc::ptr_eq(other, &watcher)))
}

/// Whether things can be kept; what uses it is drawn anew when that changes.
#[hook]
pub fn use_store_state() -> StoreState {
    let shown = use_state_eq(state);
    {
        let shown = shown.clone();
        use_effect_with((), move |()| {
            shown.set(state());
            watch(move |state| shown.set(state))
        });
    }
    *shown
}
