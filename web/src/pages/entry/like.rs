//! The record that another one is to be like is chosen from the table.

use precheck_session::api::{Lang, RowView, RowsView};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::text_entry as words;

/// What [`LikeDialog`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct LikeProps {
    pub(super) lang: Lang,
    pub(super) actions: Actions,
    /// Key of the kind.
    pub(super) kind: AttrValue,
    pub(super) on_close: Callback<()>,
}

/// The choice.
#[component]
pub(super) fn LikeDialog(props: &LikeProps) -> Html {
    let lang = props.lang;
    let search = use_state_eq(String::new);
    let found = use_state_eq(|| None::<(usize, RowsView)>);
    let list = use_node_ref();
    {
        let (actions, kind, found) = (props.actions.clone(), props.kind.clone(), found.clone());
        use_effect_with((*search).clone(), move |search| {
            let search = search.clone();
            wasm_bindgen_futures::spawn_local(async move {
                found.set(actions.entry_records(&kind, search).await);
            });
        });
    }
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                search.set(input.value());
            }
        })
    };
    // Arrows walk from the search through the records and back.
    let onkeydown = {
        let list = list.clone();
        Callback::from(move |event: KeyboardEvent| {
            let down = match event.key().as_str() {
                "ArrowDown" => true,
                "ArrowUp" => false,
                _ => return,
            };
            let Some(list) = list.cast::<HtmlElement>() else { return };
            let stops: Vec<HtmlElement> = focus::reachable(&list);
            let at = focus::active(&list).and_then(|active| stops.iter().position(|stop| *stop == active));
            let to = match (at, down) {
                (None, true) => 0,
                (None, false) => stops.len().saturating_sub(1),
                (Some(at), true) => at + 1,
                (Some(at), false) => at.saturating_sub(1),
            };
            if let Some(stop) = stops.get(to) {
                event.prevent_default();
                focus::focus(stop);
            }
        })
    };
    let fields: Vec<String> = {
        let state = props.actions.state();
        let of =
            |table: usize| state.overview.tables.get(table).map(|t| t.columns.clone()).unwrap_or_default();
        found.as_ref().map(|(table, _)| of(*table)).unwrap_or_default().into_iter().map(|c| c.field).collect()
    };
    let line = |table: usize, row: &RowView| {
        let cell = |field: &str| {
            let at = fields.iter().position(|one| one == field);
            at.and_then(|at| row.cells.get(at)).map(|cell| cell.text.clone()).unwrap_or_default()
        };
        let (actions, on_close, id) = (props.actions.clone(), props.on_close.clone(), row.id);
        let onclick = Callback::from(move |_: MouseEvent| {
            on_close.emit(());
            actions.entry_from(table, id, true);
        });
        html! {
            <li key={row.id}>
                <button type="button" class="link plain" {onclick}>
                    <b>{ cell("enterprise_name") }</b>{ " " }<span class="muted">{ cell("document_no") }</span>
                </button>
            </li>
        }
    };
    html! {
        <Dialog {lang} title={words::CHOOSE_RECORD.get(lang)} id="like-title" on_close={props.on_close.clone()} size={DialogSize::Small}>
            <div class="likes" {onkeydown}>
                <div class="search">
                    { icon(Icon::Search, "") }
                    <input class="inp" type="search" data-autofocus="" value={(*search).clone()} {oninput}
                        placeholder={words::SEARCH_RECORD.get(lang)} aria-label={words::SEARCH_RECORD.get(lang)} />
                </div>
                <ul ref={list} class="list">
                    if let Some((table, rows)) = &*found {
                        { for rows.rows.iter().map(|row| line(*table, row)) }
                        if rows.rows.is_empty() { <li class="muted">{ words::NO_RECORD.get(lang) }</li> }
                    }
                </ul>
            </div>
        </Dialog>
    }
}
