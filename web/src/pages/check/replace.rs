//! Find and replace: every change is shown before it is made, and each can be left out.

use std::collections::BTreeSet;
use std::rc::Rc;

use precheck_session::api::{Address, FixView, FixesView, ReplaceFilter, Request, Response};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::detail::shown;
use super::diff::stretches;
use super::fixes::turns;
use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::services::lang::use_lang;
use crate::state::Action;
use crate::{text, text_grid as words};

/// Cells that are listed; those beyond are counted, and replaced too.
const WINDOW: usize = 200;

/// What [`ReplaceDialog`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct ReplaceProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// The table that is shown.
    pub table: usize,
    /// Key and label of the current column; empty where there is none.
    pub field: (String, String),
}

fn input_of(event: &Event) -> Option<String> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    Some(input.value())
}

/// The dialog.
#[component]
pub fn ReplaceDialog(props: &ReplaceProps) -> Html {
    let lang = use_lang();
    let filter = use_state_eq(|| ReplaceFilter { table: Some(props.table), ..ReplaceFilter::default() });
    let listed = use_state(Rc::<FixesView>::default);
    let except = use_state(BTreeSet::<Address>::new);
    let asked = use_mut_ref(|| 0_u32);
    {
        let (actions, listed, except) = (props.actions.clone(), listed.clone(), except.clone());
        use_effect_with((*filter).clone(), move |filter| {
            *asked.borrow_mut() += 1;
            let number = *asked.borrow();
            let request = Request::Matches { filter: filter.clone(), from: 0, count: WINDOW };
            spawn_local(async move {
                if let Some(Response::Fixes(view)) = actions.window(request).await
                    && *asked.borrow() == number
                {
                    except.set(BTreeSet::new());
                    listed.set(Rc::new(view));
                }
            });
        });
    }
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let on_find = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(find) = input_of(&event) {
                filter.set(ReplaceFilter { find, ..(*filter).clone() });
            }
        })
    };
    let on_with = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(with) = input_of(&event) {
                filter.set(ReplaceFilter { with, ..(*filter).clone() });
            }
        })
    };
    let on_where = {
        let (filter, table, field) = (filter.clone(), props.table, props.field.0.clone());
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let (table, field) = match select.map(|select| select.value()).as_deref() {
                Some("column") => (Some(table), field.clone()),
                Some("all") => (None, String::new()),
                _ => (Some(table), String::new()),
            };
            filter.set(ReplaceFilter { table, field, ..(*filter).clone() });
        })
    };
    let chosen = listed.total.saturating_sub(except.len());
    let able = chosen > 0 && filter.find != filter.with;
    let apply = {
        let (actions, filter, except) = (props.actions.clone(), filter.clone(), except.clone());
        Callback::from(move |_: MouseEvent| {
            actions.show(Action::Dialog(None));
            actions.replace((*filter).clone(), except.iter().cloned().collect());
        })
    };
    let line = |fix: &FixView| {
        let taken = !except.contains(&fix.address);
        let onchange = turns(&except, &fix.address);
        let go = {
            let (actions, address) = (props.actions.clone(), fix.address.clone());
            Callback::from(move |_: MouseEvent| {
                actions.show(Action::Dialog(None));
                actions.go_to(address.clone());
            })
        };
        let (old, new) = stretches(&fix.from, &fix.to);
        html! {
            <tr data-row={fix.number.map(|number| number.to_string())} data-field={fix.address.field.clone()}>
                <td><input type="checkbox" checked={taken} {onchange}
                    aria-label={text::take_fix(lang, &fix.kind_label, fix.number, &fix.field_label)} /></td>
                <td class="nowrap">
                    <button type="button" class="link t13" title={words::GO.get(lang)} onclick={go}>
                        { text::place(lang, &fix.kind_label, fix.number, true) }
                    </button>
                </td>
                <td>{ &fix.field_label }</td>
                <td class="val">{ shown(&old, true) }</td>
                <td class="val b">{ if fix.to.is_empty() { html! { text::BLANK.get(lang) } } else { shown(&new, false) } }</td>
            </tr>
        }
    };
    let said = if filter.find.is_empty() { String::new() } else { words::found(lang, listed.total) };
    let footer = html! {<>
        <span class="t13 found" role="status">{ said }</span>
        <span class="sp">
            <button type="button" class="btn" onclick={close.reform(|_: MouseEvent| ())}>{ text::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri apply" disabled={!able} onclick={apply}>{ words::replace(lang, chosen) }</button>
        </span>
    </>};
    let (key, label) = &props.field;
    html! {
        <Dialog {lang} title={words::REPLACE_TITLE.get(lang)} id="replace-title" on_close={close} size={DialogSize::Large} {footer}>
            <div class="fld">
                <label for="replace-find">{ words::FIND.get(lang) }</label>
                <input class="inp" id="replace-find" data-autofocus="" value={filter.find.clone()} oninput={on_find} />
            </div>
            <div class="fld">
                <label for="replace-with">{ words::WITH.get(lang) }</label>
                <input class="inp" id="replace-with" value={filter.with.clone()} oninput={on_with} />
            </div>
            <div class="fld">
                <label for="replace-where">{ words::WHERE.get(lang) }</label>
                <select class="sel" id="replace-where" onchange={on_where}>
                    <option value="table" selected=true>{ words::WHOLE_TABLE.get(lang) }</option>
                    if !key.is_empty() { <option value="column">{ words::column(lang, label) }</option> }
                    <option value="all">{ words::EVERYWHERE.get(lang) }</option>
                </select>
            </div>
            <div class="card fixlist" tabindex="0" role="region" aria-label={words::CELLS.get(lang)}>
                if listed.fixes.is_empty() {
                    <p class="pnone">{ if filter.find.is_empty() { words::NOTHING_YET.get(lang).to_owned() } else { words::found(lang, 0) } }</p>
                } else {
                    <table class="tbl stick">
                        <thead><tr>
                            <th class="ckc"></th>
                            <th scope="col">{ text::PLACE.get(lang) }</th>
                            <th scope="col">{ words::FIELD.get(lang) }</th>
                            <th scope="col">{ text::VALUE.get(lang) }</th>
                            <th scope="col">{ text::BECOMES.get(lang) }</th>
                        </tr></thead>
                        <tbody>{ for listed.fixes.iter().map(line) }</tbody>
                    </table>
                }
            </div>
        </Dialog>
    }
}
