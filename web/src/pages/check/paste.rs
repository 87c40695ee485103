//! What a pasted block changes, before it overwrites what stands there.

use std::rc::Rc;

use precheck_session::api::{FixView, Lang};
use yew::prelude::*;

use super::detail::shown;
use super::diff::stretches;
use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::state::{Action, Block};
use crate::{text, text_grid, text_workbench as words};

/// What [`paste_dialog`] shows.
pub struct PasteProps {
    /// Language.
    pub lang: Lang,
    /// Does what is asked for.
    pub actions: Actions,
    /// The block.
    pub block: Rc<Block>,
}

/// The preview.
pub fn paste_dialog(props: &PasteProps) -> Html {
    let lang = props.lang;
    let plan = &props.block.plan;
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let apply = {
        let (actions, block) = (props.actions.clone(), props.block.clone());
        Callback::from(move |_: MouseEvent| {
            actions.show(Action::Dialog(None));
            actions.paste_now(block.request.clone());
        })
    };
    let line = |fix: &FixView| {
        let (old, new) = stretches(&fix.from, &fix.to);
        html! {
            <tr data-row={fix.number.map(|number| number.to_string())} data-field={fix.address.field.clone()}>
                <td class="nowrap">{ text::place(lang, &fix.kind_label, fix.number, true) }</td>
                <td>{ &fix.field_label }</td>
                <td class="val">{ shown(&old, true) }</td>
                <td class="val b">{ if fix.to.is_empty() { html! { text::BLANK.get(lang) } } else { shown(&new, false) } }</td>
            </tr>
        }
    };
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn" onclick={close.reform(|_: MouseEvent| ())}>{ text::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri apply" data-autofocus="" onclick={apply}>{ words::paste(lang, plan.cells) }</button>
        </span>
    };
    let listed = plan.overwritten.fixes.len();
    html! {
        <Dialog key="paste" {lang} title={words::PASTE_TITLE.get(lang)} id="paste-title" on_close={close} size={DialogSize::Large} {footer}>
            <p class="t13 lead">{ words::paste_lead(lang, plan) }<kbd>{ "Ctrl+Z" }</kbd></p>
            <div class="card fixlist" tabindex="0" role="region" aria-label={words::OVERWRITTEN.get(lang)}>
                <table class="tbl stick">
                    <thead><tr>
                        <th scope="col">{ text::PLACE.get(lang) }</th>
                        <th scope="col">{ text_grid::FIELD.get(lang) }</th>
                        <th scope="col">{ text::VALUE.get(lang) }</th>
                        <th scope="col">{ text::BECOMES.get(lang) }</th>
                    </tr></thead>
                    <tbody>{ for plan.overwritten.fixes.iter().map(line) }</tbody>
                </table>
            </div>
            if plan.overwritten.total > listed {
                <p class="t13 muted after">{ words::more(lang, plan.overwritten.total - listed) }</p>
            }
        </Dialog>
    }
}
