//! Asks which list a file is that does not say so.

use precheck_ledger::lists::LISTS;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{Deed, ListsProps, does};
use crate::components::dialog::{Dialog, DialogSize};
use crate::components::icon::{Icon, icon};
use crate::services::place::Place;
use crate::text_lists as words;

const FIELD: &str = "lists-which";

/// The choice of the dialog.
pub(crate) fn choice(place: &Place) -> Option<usize> {
    let select: HtmlSelectElement = wasm_bindgen::JsCast::dyn_into(place.by_id(FIELD)?).ok()?;
    select.value().parse().ok()
}

/// The dialog, where a file waits.
pub(super) fn which(props: &ListsProps) -> Html {
    let Some((file, entries, unchosen)) = props.waiting else { return Html::default() };
    let (lang, doer) = (props.lang, &props.doer);
    let footer = html! {<span class="sp">
        <button type="button" class="btn" onclick={does(doer, Deed::Skip)}>{ words::SKIP.get(lang) }</button>
        <button type="button" class="btn pri lists-take" onclick={does(doer, Deed::Which)}>{ words::TAKE.get(lang) }</button>
    </span>};
    html! {
        <Dialog key={file.to_owned()} {lang} title={words::WHICH.get(lang)} id="lists-which-title" size={DialogSize::Small}
            on_close={does(doer, Deed::Skip)} {footer}>
            <p>{ words::which(lang, file, entries) }</p>
            <div class={classes!("fld", unchosen.then_some("err"))}>
                <label for={FIELD}>{ words::WHICH_LABEL.get(lang) }</label>
                if unchosen { <p class="emsg" role="alert">{ icon(Icon::Error, "") }{ words::WHICH_ERROR.get(lang) }</p> }
                <select class="sel" id={FIELD} data-autofocus="1">
                    <option value="" selected=true>{ words::WHICH_NONE.get(lang) }</option>
                    { for LISTS.iter().enumerate().map(|(at, list)| html! { <option value={at.to_string()}>{ list.former }</option> }) }
                </select>
            </div>
        </Dialog>
    }
}
