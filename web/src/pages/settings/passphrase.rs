//! The passphrase over what is kept: set, changed, taken away.

use precheck_session::api::{Lang, Text};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::dialog::{Dialog, DialogSize};
use crate::components::secret::{Secret, written};
use crate::services::place::use_place;
use crate::services::store::{self, StoreError};
use crate::services::vault::VaultError;
use crate::text_passphrase as words;

/// What [`Passphrase`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct PassphraseProps {
    pub(super) lang: Lang,
    /// Whether one is set.
    pub(super) set: bool,
    /// It is as this says now.
    pub(super) on_done: Callback<Text>,
}

/// What is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Set,
    Change,
    Remove,
}

impl Deed {
    fn title(self) -> Text {
        match self {
            Self::Set => words::SET_TITLE,
            Self::Change => words::CHANGE_TITLE,
            Self::Remove => words::REMOVE_TITLE,
        }
    }

    fn button(self) -> Text {
        match self {
            Self::Set => words::SET_NOW,
            Self::Change => words::CHANGE_NOW,
            Self::Remove => words::REMOVE_NOW,
        }
    }

    fn done(self) -> Text {
        match self {
            Self::Set => words::DONE_SET,
            Self::Change => words::DONE_CHANGED,
            Self::Remove => words::DONE_REMOVED,
        }
    }
}

/// The card.
#[component]
pub(super) fn Passphrase(props: &PassphraseProps) -> Html {
    let lang = props.lang;
    let deed = use_state_eq(|| None::<Deed>);
    let begin = |what: Deed| {
        let deed = deed.clone();
        Callback::from(move |_: MouseEvent| deed.set(Some(what)))
    };
    let on_close = {
        let deed = deed.clone();
        Callback::from(move |()| deed.set(None))
    };
    let on_done = {
        let (deed, on_done) = (deed.clone(), props.on_done.clone());
        Callback::from(move |said: Text| {
            deed.set(None);
            on_done.emit(said);
        })
    };
    let place = use_place();
    let lock = Callback::from(|_: MouseEvent| spawn_local(store::lock_now()));
    html! {
        <section class="card" aria-labelledby="sets-passphrase">
            <header><h2 id="sets-passphrase" tabindex="-1">{ words::TITLE.get(lang) }</h2></header>
            <div class="body">
                <p data-passphrase={if props.set { "on" } else { "off" }}>{ if props.set { words::ON } else { words::OFF }.get(lang) }</p>
                <p class="hint">{ words::LIMITS.get(lang) }</p>
                <div class="btns">
                    if props.set {
                        // In somebody else's document there is no page of ours to begin anew.
                        if place.is_page() {
                            <button type="button" class="btn passphrase-lock" onclick={lock}>{ words::LOCK_NOW.get(lang) }</button>
                        }
                        <button type="button" class="btn passphrase-change" onclick={begin(Deed::Change)}>{ words::CHANGE.get(lang) }</button>
                        <button type="button" class="btn passphrase-remove" onclick={begin(Deed::Remove)}>{ words::REMOVE.get(lang) }</button>
                    } else {
                        <button type="button" class="btn passphrase-set" onclick={begin(Deed::Set)}>{ words::SET.get(lang) }</button>
                    }
                </div>
            </div>
            if let Some(deed) = *deed { <DeedDialog {lang} {deed} {on_close} {on_done} /> }
        </section>
    }
}

#[derive(Properties, PartialEq, Clone)]
struct DeedProps {
    lang: Lang,
    deed: Deed,
    on_close: Callback<()>,
    on_done: Callback<Text>,
}

/// Which field is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Current,
    New,
    Repeat,
}

#[component]
fn DeedDialog(props: &DeedProps) -> Html {
    let (lang, deed) = (props.lang, props.deed);
    let (current, new, repeat) = (use_node_ref(), use_node_ref(), use_node_ref());
    let wrong = use_state_eq(|| None::<(Place, AttrValue)>);
    let working = use_state_eq(|| false);
    let act = {
        let (current, new, repeat) = (current.clone(), new.clone(), repeat.clone());
        let (wrong, working, on_done) = (wrong.clone(), working.clone(), props.on_done.clone());
        Callback::from(move |()| {
            if *working {
                return;
            }
            let (from, to) = (written(&current), written(&new));
            if deed != Deed::Remove && to != written(&repeat) {
                wrong.set(Some((Place::Repeat, words::NOT_SAME.get(lang).into())));
                return;
            }
            working.set(true);
            let (wrong, working, on_done) = (wrong.clone(), working.clone(), on_done.clone());
            spawn_local(async move {
                let to = (deed != Deed::Remove).then_some(to.as_str());
                match store::change_passphrase(&from, to).await {
                    Ok(0) => on_done.emit(deed.done()),
                    Ok(_) => on_done.emit(words::DONE_BUT_DAMAGED),
                    Err(error) => {
                        working.set(false);
                        let short = StoreError::Vault(VaultError::Seal(precheck_seal::SealError::Short));
                        let place =
                            if deed == Deed::Set || error == short { Place::New } else { Place::Current };
                        wrong.set(Some((place, error.text(lang).into())));
                    }
                }
            });
        })
    };
    let wrong_at = |place: Place| wrong.as_ref().filter(|(at, _)| *at == place).map(|(_, text)| text.clone());
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn" onclick={props.on_close.reform(|_: MouseEvent| ())}>{ words::BACK.get(lang) }</button>
            <button type="button" class="btn pri passphrase-now" disabled={*working} onclick={act.reform(|_: MouseEvent| ())}>
                { if *working { words::WORKING } else { deed.button() }.get(lang) }
            </button>
        </span>
    };
    html! {
        <Dialog {lang} title={deed.title().get(lang)} id="passphrase-title" on_close={props.on_close.clone()}
            size={DialogSize::Small} {footer}>
            if deed != Deed::Set {
                <Secret id="passphrase-current" label={words::CURRENT.get(lang)} node={current} first={true}
                    wrong={wrong_at(Place::Current)} on_enter={act.clone()} />
            }
            if deed != Deed::Remove {
                <Secret id="passphrase-new" label={words::NEW.get(lang)} help={words::NEW_HELP.get(lang)} node={new}
                    first={deed == Deed::Set} fresh={true} wrong={wrong_at(Place::New)} on_enter={act.clone()} />
                <Secret id="passphrase-repeat" label={words::REPEAT.get(lang)} node={repeat} fresh={true}
                    wrong={wrong_at(Place::Repeat)} on_enter={act} />
            }
            <p class="hint">{ words::LIMITS.get(lang) }</p>
        </Dialog>
    }
}
