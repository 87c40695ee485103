//! Proposals before they are applied in bulk: each can be left out.

use std::collections::BTreeSet;

use precheck_session::api::{Address, FixFilter, FixView, Request, Response};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::detail::shown;
use super::diff::stretches;
use super::listed::{WINDOW, use_listed};
use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::services::lang::use_lang;
use crate::state::Action;
use crate::text;

/// What the box of a change does: it is left out, or taken again.
pub(super) fn turns(except: &UseStateHandle<BTreeSet<Address>>, address: &Address) -> Callback<Event> {
    let (except, address) = (except.clone(), address.clone());
    Callback::from(move |_: Event| {
        let mut next = (*except).clone();
        if !next.remove(&address) {
            next.insert(address.clone());
        }
        except.set(next);
    })
}

/// What [`FixesDialog`] lists.
#[derive(Properties, PartialEq, Clone)]
pub struct FixesProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// Which proposals.
    pub filter: FixFilter,
}

/// The proposals.
#[component]
pub fn FixesDialog(props: &FixesProps) -> Html {
    let lang = use_lang();
    let except = use_state(BTreeSet::<Address>::new);
    let (actions, filter) = (props.actions.clone(), props.filter.clone());
    let (listed, onscroll) = use_listed((), move |from| {
        let (actions, filter) = (actions.clone(), filter.clone());
        async move {
            match actions.window(Request::Fixes { filter, from, count: WINDOW }).await? {
                Response::Fixes(view) => Some((view.total, view.fixes)),
                _ => None,
            }
        }
    });
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let chosen = listed.total.saturating_sub(except.len());
    let apply = {
        let (actions, filter, except) = (props.actions.clone(), props.filter.clone(), except.clone());
        Callback::from(move |_: MouseEvent| {
            actions.show(Action::Dialog(None));
            actions.apply_fixes(filter.clone(), except.iter().cloned().collect());
        })
    };
    let all = {
        let (except, listed) = (except.clone(), listed.clone());
        Callback::from(move |event: Event| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                let none = listed.items.iter().map(|fix| fix.address.clone());
                except.set(if input.checked() { BTreeSet::new() } else { none.collect() });
            }
        })
    };
    let line = |fix: &FixView| {
        let taken = !except.contains(&fix.address);
        let onchange = turns(&except, &fix.address);
        let (old, new) = stretches(&fix.from, &fix.to);
        html! {
            <tr data-rule={fix.code.clone()} data-row={fix.number.map(|number| number.to_string())}
                data-field={fix.address.field.clone()}>
                <td><input type="checkbox" checked={taken} {onchange}
                    aria-label={text::take_fix(lang, &fix.kind_label, fix.number, &fix.field_label)} /></td>
                <td class="nowrap">{ text::place(lang, &fix.kind_label, fix.number, true) }</td>
                <td>{ &fix.title }</td>
                <td class="val">{ if fix.from.is_empty() { html! { text::BLANK.get(lang) } } else { shown(&old, true) } }</td>
                <td class="val b">{ if fix.to.is_empty() { html! { text::BLANK.get(lang) } } else { shown(&new, false) } }</td>
            </tr>
        }
    };
    let safe = props.filter.rule.is_empty();
    let title =
        if safe { text::fixes_title(lang, listed.total) } else { text::proposals_title(lang, listed.total) };
    let footer = html! {<>
        <span class="t13">{ text::chosen(lang, chosen) }</span>
        <span class="sp">
            <button type="button" class="btn" onclick={close.reform(|_: MouseEvent| ())}>{ text::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri apply" data-autofocus="" disabled={chosen == 0} onclick={apply}>
                { if safe { text::apply_fixes(lang, chosen) } else { text::apply_proposals(lang, chosen) } }
            </button>
        </span>
    </>};
    html! {
        <Dialog {lang} {title} id="fixes-title" on_close={close} size={DialogSize::Large} {footer}>
            <p class="t13 lead">
                { if safe { text::FIXES_LEAD.get(lang) } else { text::PROPOSALS_LEAD.get(lang) } }<kbd>{ "Ctrl+Z" }</kbd>{ text::FIXES_LEAD_END.get(lang) }
            </p>
            <div class="card fixlist" tabindex="0" role="region" aria-label={text::FIXES.get(lang)} {onscroll}>
                <table class="tbl stick">
                    <thead><tr>
                        <th class="ckc"><input type="checkbox" checked={except.is_empty()} onchange={all}
                            aria-label={text::ALL_FIXES.get(lang)} /></th>
                        <th scope="col">{ text::PLACE.get(lang) }</th>
                        <th scope="col">{ text::RULE.get(lang) }</th>
                        <th scope="col">{ text::VALUE.get(lang) }</th>
                        <th scope="col">{ text::BECOMES.get(lang) }</th>
                    </tr></thead>
                    <tbody>{ for listed.items.iter().map(line) }</tbody>
                </table>
            </div>
            <p class="t13 muted after">{ if safe { text::FIXES_NOT.get(lang) } else { text::PROPOSALS_NOT.get(lang) } }</p>
        </Dialog>
    }
}
