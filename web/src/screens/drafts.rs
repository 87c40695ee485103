//! 继续上次: the batches on this computer that are not finished.

use std::rc::Rc;

use precheck_session::api::Lang;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::actions::Actions;
use crate::services::clock;
use crate::services::drafts::{self, Draft};
use crate::services::store::{StoreState, use_store_state};
use crate::text_drafts as words;

/// What [`Drafts`] needs.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct DraftsProps {
    /// Language.
    pub(super) lang: Lang,
    /// Does what is asked for.
    pub(super) actions: Actions,
    /// For so many days they are kept.
    pub(super) days: u32,
    /// Grows whenever the list may have changed.
    pub(super) revision: u64,
}

/// A card with the drafts; the one of the open batch is not among them.
#[component]
pub(super) fn Drafts(props: &DraftsProps) -> Html {
    let lang = props.lang;
    let list = use_state_eq(|| None::<Rc<Vec<Draft>>>);
    let asked = use_state_eq(|| None::<String>);
    let removed = use_state_eq(|| 0_usize);
    let store = use_store_state();
    {
        let (list, actions) = (list.clone(), props.actions.clone());
        use_effect_with((store, props.revision, *removed), move |_| {
            spawn_local(async move {
                if let Ok(mut found) = drafts::list().await {
                    let open = actions.open_draft();
                    found.retain(|draft| Some(&draft.id) != open.as_ref());
                    list.set(Some(Rc::new(found)));
                }
            });
        });
    }
    if store == StoreState::Denied {
        return Html::default();
    }
    let body = match &*list {
        None => html! { <p class="pnone">{ words::LOADING.get(lang) }</p> },
        Some(found) if found.is_empty() => html! { <p class="pnone">{ words::NONE.get(lang) }</p> },
        Some(found) => html! {
            <ul class="list drafts">{ for found.iter().map(|draft| one(props, draft, &asked, &removed)) }</ul>
        },
    };
    html! {
        <div class="card">
            <header><h2>{ words::TITLE.get(lang) }</h2></header>
            { body }
            <p class="foot-note">{ words::days(lang, props.days) }</p>
        </div>
    }
}

fn one(
    props: &DraftsProps,
    draft: &Draft,
    asked: &UseStateHandle<Option<String>>,
    removed: &UseStateHandle<usize>,
) -> Html {
    let lang = props.lang;
    let go_on = {
        let (actions, draft) = (props.actions.clone(), draft.clone());
        Callback::from(move |_: MouseEvent| actions.continue_draft(draft.clone()))
    };
    let ask = {
        let (asked, id) = (asked.clone(), draft.id.clone());
        Callback::from(move |_: MouseEvent| asked.set(Some(id.clone())))
    };
    let keep = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(None))
    };
    let remove = {
        let (asked, removed, id, actions) =
            (asked.clone(), removed.clone(), draft.id.clone(), props.actions.clone());
        Callback::from(move |_: MouseEvent| {
            let (asked, removed, id, actions) = (asked.clone(), removed.clone(), id.clone(), actions.clone());
            spawn_local(async move {
                if let Err(error) = drafts::remove(&id).await {
                    actions.show(crate::state::Action::Toast(error.text(lang), false));
                }
                asked.set(None);
                removed.set(*removed + 1);
            });
        })
    };
    let when = clock::moment(draft.saved);
    html! {
        <li key={draft.id.clone()}>
            <div class="what"><b>{ draft.name(lang) }</b><span>{ words::line(lang, draft.records, draft.left, &when) }</span></div>
            if asked.as_ref() == Some(&draft.id) {
                <span class="sp">
                    <button type="button" class="btn sm remove-really" onclick={remove}>{ words::REMOVE_REALLY.get(lang) }</button>
                    <button type="button" class="btn sm quiet" onclick={keep}>{ words::KEEP.get(lang) }</button>
                </span>
            } else {
                <span class="sp">
                    <button type="button" class="btn sm go-on" onclick={go_on}>{ words::GO_ON.get(lang) }</button>
                    <button type="button" class="btn sm quiet remove" onclick={ask}>{ words::REMOVE.get(lang) }</button>
                </span>
            }
        </li>
    }
}
