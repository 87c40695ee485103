//! Which columns of the table are shown, and how many of them stay when one scrolls sideways.

use std::rc::Rc;

use precheck_session::api::{Lang, TableView};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::components::grid::{Columns, Shows, key_of};
use crate::services::columns::{ColumnLayout, MOST_FROZEN};
use crate::state::Action;
use crate::{text, text_workbench as words};

/// What [`layout_dialog`] needs.
pub struct LayoutProps {
    /// Language.
    pub lang: Lang,
    /// Does what is asked for.
    pub actions: Actions,
    /// The table.
    pub table: Rc<TableView>,
    /// Its layout.
    pub layout: Rc<ColumnLayout>,
}

/// The dialog. What is chosen holds at once.
pub fn layout_dialog(props: &LayoutProps) -> Html {
    let lang = props.lang;
    let table = &props.table;
    let set = {
        let (actions, kind) = (props.actions.clone(), table.kind.clone());
        Callback::from(move |layout: ColumnLayout| actions.show(Action::Columns(kind.clone(), layout)))
    };
    let all = Columns::of(table, &ColumnLayout::default(), None);
    let shown =
        all.shown.iter().filter(|shows| !props.layout.hidden.contains(key_of(table, **shows))).count();
    let line = |shows: &Shows| {
        let key = key_of(table, *shows).to_owned();
        let label = match shows {
            Shows::Field(at) => table.columns[*at].label.clone(),
            Shows::DaysLeft => text::DAYS_LEFT.get(lang).to_owned(),
        };
        let checked = !props.layout.hidden.contains(&key);
        let onchange = {
            let (set, layout, key) = (set.clone(), props.layout.clone(), key.clone());
            Callback::from(move |event: Event| {
                let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                let mut next = (*layout).clone();
                if input.is_some_and(|input| input.checked()) {
                    next.hidden.remove(&key);
                } else {
                    next.hidden.insert(key.clone());
                }
                set.emit(next);
            })
        };
        html! {
            <li key={key.clone()}>
                <label class="ck">
                    <input type="checkbox" data-column={key} {checked} disabled={checked && shown == 1} {onchange} />
                    { label }
                </label>
            </li>
        }
    };
    let on_frozen = {
        let (set, layout) = (set.clone(), props.layout.clone());
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let Some(frozen) = select.and_then(|select| select.value().parse().ok()) {
                set.emit(ColumnLayout { frozen, ..(*layout).clone() });
            }
        })
    };
    let reset = set.reform(|_: MouseEvent| ColumnLayout::default());
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let footer = html! {<>
        <button type="button" class="btn quiet reset" onclick={reset}>{ words::RESET.get(lang) }</button>
        <span class="sp">
            <button type="button" class="btn" onclick={close.reform(|_: MouseEvent| ())}>{ words::CLOSE.get(lang) }</button>
        </span>
    </>};
    html! {
        <Dialog key="layout" {lang} title={words::layout_title(lang, &table.kind_label)} id="layout-title" on_close={close} size={DialogSize::Small} {footer}>
            <div class="fld">
                <label for="layout-frozen">{ words::FROZEN.get(lang) }</label>
                <select class="sel" id="layout-frozen" onchange={on_frozen}>
                    { for (0..=MOST_FROZEN).map(|count| html! {
                        <option value={count.to_string()} selected={count == props.layout.frozen}>
                            { words::frozen(lang, count) }
                        </option>
                    }) }
                </select>
            </div>
            <fieldset class="columns">
                <legend>{ words::SHOWN.get(lang) }</legend>
                <ul>{ for all.shown.iter().map(line) }</ul>
            </fieldset>
            <p class="t13 muted">{ words::HIDDEN_NOTE.get(lang) }</p>
        </Dialog>
    }
}
