//! Says where something cannot be kept on this computer, and what can be done about it.

use precheck_session::api::Lang;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::locked::Locked;
use crate::services::store::{self, StoreState};
use crate::{text_drafts, text_store as words};

/// What [`store_notice`] needs.
pub struct StoreNoticeProps {
    /// Language.
    pub lang: Lang,
    /// How the store stands.
    pub store: StoreState,
    /// Whether there is a batch that could be saved as a file.
    pub open: bool,
    /// Saves it.
    pub on_file: Callback<()>,
    /// Clears everything that is kept: the passphrase is forgotten.
    pub on_clear: Callback<()>,
}

/// A line below the bar; nothing where everything is kept.
pub fn store_notice(props: &StoreNoticeProps) -> Html {
    let lang = props.lang;
    let (class, text) = match props.store {
        StoreState::Denied => ("note W", words::DENIED),
        StoreState::Full => ("note E", words::FULL),
        StoreState::Elsewhere => ("note W", words::ELSEWHERE),
        StoreState::Locked => return html! { <Locked {lang} on_clear={props.on_clear.clone()} /> },
        StoreState::Opening | StoreState::Available => return Html::default(),
    };
    let elsewhere = text == words::ELSEWHERE;
    let take = Callback::from(|_: MouseEvent| spawn_local(store::take_over()));
    html! {
        <div class={classes!(class, "store-note")} role="alert">
            { icon(Icon::Warning, "") }<div>{ text.get(lang) }</div>
            if elsewhere {
                <button type="button" class="btn sm take-over" onclick={take}>{ words::EDIT_HERE.get(lang) }</button>
            } else if props.open {
                <button type="button" class="btn sm save-draft" onclick={props.on_file.reform(|_| ())}>
                    { text_drafts::SAVE_FILE.get(lang) }
                </button>
            }
        </div>
    }
}
