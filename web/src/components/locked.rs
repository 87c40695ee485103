//! Asks for the passphrase when the page opens, and says that nothing is kept until it is given.

use precheck_session::api::Lang;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::dialog::{Dialog, DialogSize};
use super::icon::{Icon, icon};
use super::secret::{Secret, written};
use crate::services::store;
use crate::{text_passphrase as words, text_settings};

/// What [`Locked`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct LockedProps {
    /// Language.
    pub lang: Lang,
    /// Clears everything that is kept.
    pub on_clear: Callback<()>,
}

/// A line below the bar, and the dialog.
#[component]
pub fn Locked(props: &LockedProps) -> Html {
    let lang = props.lang;
    let asked = use_state_eq(|| true);
    let ask = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(true))
    };
    let on_close = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(false))
    };
    html! {<>
        <div class="note W store-note locked-note" role="alert">
            { icon(Icon::Warning, "") }<div>{ words::LOCKED.get(lang) }</div>
            <button type="button" class="btn sm unlock-more" onclick={ask}>{ words::UNLOCK_MORE.get(lang) }</button>
        </div>
        if *asked { <UnlockDialog {lang} {on_close} on_clear={props.on_clear.clone()} /> }
    </>}
}

#[derive(Properties, PartialEq, Clone)]
struct UnlockProps {
    lang: Lang,
    on_close: Callback<()>,
    on_clear: Callback<()>,
}

#[component]
fn UnlockDialog(props: &UnlockProps) -> Html {
    let lang = props.lang;
    let field = use_node_ref();
    let wrong = use_state_eq(|| None::<AttrValue>);
    let working = use_state_eq(|| false);
    let forgotten = use_state_eq(|| false);
    let unlock = {
        let (field, wrong, working) = (field.clone(), wrong.clone(), working.clone());
        Callback::from(move |()| {
            if *working {
                return;
            }
            working.set(true);
            let (field, wrong, working) = (field.clone(), wrong.clone(), working.clone());
            spawn_local(async move {
                // Where it succeeds, the state of the store takes this dialog away.
                if let Err(error) = store::unlock(&written(&field)).await {
                    working.set(false);
                    wrong.set(Some(error.text(lang).into()));
                    if let Some(field) = field.cast::<web_sys::HtmlInputElement>() {
                        super::focus::focus(&field);
                        field.select();
                    }
                }
            });
        })
    };
    let forget = {
        let forgotten = forgotten.clone();
        Callback::from(move |_: MouseEvent| forgotten.set(true))
    };
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn later" onclick={props.on_close.reform(|_: MouseEvent| ())}>{ words::LATER.get(lang) }</button>
            <button type="button" class="btn pri unlock" disabled={*working} onclick={unlock.reform(|_: MouseEvent| ())}>
                { if *working { words::WORKING.get(lang) } else { words::UNLOCK.get(lang) } }
            </button>
        </span>
    };
    html! {
        <Dialog {lang} title={words::UNLOCK_TITLE.get(lang)} id="unlock-title" on_close={props.on_close.clone()}
            size={DialogSize::Small} {footer}>
            <Secret id="unlock-field" label={words::PASSPHRASE.get(lang)} node={field} wrong={(*wrong).clone()}
                first={true} on_enter={unlock} />
            if *forgotten {
                <div class="note W"><div><p>{ words::FORGOTTEN_LEAD.get(lang) }</p>
                    <p><button type="button" class="btn sm forgotten-clear" onclick={props.on_clear.reform(|_: MouseEvent| ())}>
                        { text_settings::CLEAR_NOW.get(lang) }
                    </button></p>
                </div></div>
            } else {
                <p><button type="button" class="link t13 forgotten" onclick={forget}>{ words::FORGOTTEN.get(lang) }</button></p>
            }
        </Dialog>
    }
}
