//! A long text in a large editor.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::services::lang::use_lang;
use crate::state::{Action, LongText};
use crate::{text, text_workbench as words};

/// What [`LongDialog`] edits.
#[derive(Properties, PartialEq, Clone)]
pub struct LongProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// The cell.
    pub cell: Rc<LongText>,
}

/// The editor. Ctrl+Enter keeps the text, Esc gives it up.
#[component]
pub fn LongDialog(props: &LongProps) -> Html {
    let lang = use_lang();
    let area = use_node_ref();
    let length = use_state_eq(|| props.cell.before.chars().count());
    {
        let (area, before) = (area.clone(), props.cell.before.clone());
        use_effect_with((), move |()| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.set_value(&before);
            }
        });
    }
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let save = {
        let (actions, cell, area) = (props.actions.clone(), props.cell.clone(), area.clone());
        Callback::from(move |()| {
            let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
            actions.show(Action::Dialog(None));
            if area.value() != cell.before {
                actions.edit(cell.row, cell.field.clone(), area.value());
            }
        })
    };
    let oninput = {
        let length = length.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            length.set(area.value().chars().count());
        })
    };
    let onkeydown = {
        let save = save.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && event.ctrl_key() && !event.is_composing() {
                event.prevent_default();
                save.emit(());
            }
        })
    };
    let footer = html! {<>
        <span class="t13 length">{ words::length(lang, *length) }</span>
        <span class="sp">
            <button type="button" class="btn" onclick={close.reform(|_: MouseEvent| ())}>{ text::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri save" title="Ctrl+Enter" onclick={save.reform(|_: MouseEvent| ())}>{ words::KEEP.get(lang) }</button>
        </span>
    </>};
    html! {
        <Dialog {lang} title={words::long_title(lang, &props.cell.number, &props.cell.label)} id="long-title" on_close={close} size={DialogSize::Large} {footer}>
            <textarea ref={area} class="inp long-text" rows="16" data-autofocus="" spellcheck="false"
                aria-label={props.cell.label.clone()} {oninput} {onkeydown} />
        </Dialog>
    }
}
