//! The single warnings behind a rule: each confirmed with a reason of its own, taken back, or looked at in the table.

use precheck_session::api::{Address, FindingFilter, ItemView, Request, Response};
use yew::prelude::*;

use super::warnings::ConfirmDialog;
use crate::actions::Actions;
use crate::pages::check::listed::{WINDOW, use_listed};
use crate::services::lang::use_lang;
use crate::state::{Action, Screen};
use crate::text_singly as words;

/// What [`SingleWarnings`] show.
#[derive(Properties, PartialEq, Clone)]
pub struct SinglesProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// Slug of the rule.
    pub rule: String,
    /// Grows with each change.
    pub revision: u64,
}

/// The list, fetched as it is scrolled.
#[component]
pub fn SingleWarnings(props: &SinglesProps) -> Html {
    let lang = use_lang();
    let asked = use_state_eq(|| None::<(Address, String)>);
    let (actions, rule) = (props.actions.clone(), props.rule.clone());
    let (listed, onscroll) = use_listed((props.rule.clone(), props.revision), move |from| {
        let actions = actions.clone();
        let filter = FindingFilter {
            severities: vec!["warning".to_owned()],
            rule: rule.clone(),
            ..FindingFilter::default()
        };
        async move {
            match actions.window(Request::Items { filter, from, count: WINDOW }).await? {
                Response::Items(view) => Some((view.total, view.items)),
                _ => None,
            }
        }
    });
    let line = |(at, item): (usize, &ItemView)| {
        let place = words::place(lang, item.number, &item.name);
        let go = {
            let (actions, address) = (props.actions.clone(), item.address.clone());
            Callback::from(move |_: MouseEvent| {
                actions.show(Action::Show(Screen::Check));
                actions.go_to(address.clone());
            })
        };
        let (act, text) = if item.confirmed {
            let (actions, address) = (props.actions.clone(), item.address.clone());
            (Callback::from(move |_: MouseEvent| actions.unconfirm(address.clone())), words::TAKE_BACK)
        } else {
            let (asked, about) = (asked.clone(), (item.address.clone(), place.clone()));
            (Callback::from(move |_: MouseEvent| asked.set(Some(about.clone()))), words::CONFIRM)
        };
        html! {
            <li key={at} data-confirmed={item.confirmed.to_string()}>
                <button type="button" class="link plain" title={crate::text_grid::GO.get(lang)} onclick={go}>{ &place }</button>
                if item.confirmed { <span class="muted t12 why">{ &item.reason }</span> }
                <button type="button" class="btn sm" onclick={act} aria-label={format!("{} {place}", text.get(lang))}>
                    { text.get(lang) }
                </button>
            </li>
        }
    };
    let dialog = asked.as_ref().map(|(address, place)| {
        let close = {
            let asked = asked.clone();
            Callback::from(move |()| asked.set(None))
        };
        let confirm = {
            let (actions, address, asked) = (props.actions.clone(), address.clone(), asked.clone());
            Callback::from(move |reason: String| {
                asked.set(None);
                actions.confirm_one(address.clone(), reason);
            })
        };
        html! {
            <ConfirmDialog {lang} title={words::CONFIRM_ONE.get(lang)} subject={place.clone()} on_confirm={confirm} on_close={close} />
        }
    });
    html! {
        <>
            <ul class="list one" tabindex="0" aria-label={words::SINGLES.get(lang)} {onscroll}>
                if !listed.asked { <li class="muted">{ words::FETCHING.get(lang) }</li> }
                { for listed.items.iter().enumerate().map(line) }
            </ul>
            { for dialog }
        </>
    }
}
