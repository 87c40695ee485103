//! Throwing the open batch away cannot be undone: it is asked for once more.

use precheck_session::api::Lang;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::state::Action;
use crate::text;

/// What [`discard_dialog`] needs.
pub struct DiscardProps {
    /// Language.
    pub lang: Lang,
    /// Does what is asked for.
    pub actions: Actions,
}

/// Asks once more.
pub fn discard_dialog(props: &DiscardProps) -> Html {
    let lang = props.lang;
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let discard = {
        let actions = props.actions.clone();
        Callback::from(move |_: MouseEvent| actions.cancel())
    };
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn" data-autofocus="" onclick={close.reform(|_: MouseEvent| ())}>{ text::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri discard" onclick={discard}>{ text::DISCARD.get(lang) }</button>
        </span>
    };
    html! {
        <Dialog key="discard" {lang} title={text::DISCARD_TITLE.get(lang)} id="discard-title" on_close={close} size={DialogSize::Small} {footer}>
            <p class="t13">{ text::DISCARD_LEAD.get(lang) }</p>
        </Dialog>
    }
}
