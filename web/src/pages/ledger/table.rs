//! The records as a table: one stop for Tab, arrows move, Enter opens the dossier, Space selects.

use std::collections::BTreeSet;
use std::rc::Rc;

use precheck_ledger::{Row, iso};
use precheck_session::api::Lang;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::{end, left, status};
use crate::components::focus;
use crate::text_ledger as words;

/// What [`LedgerTable`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct LedgerTableProps {
    /// Language.
    pub lang: Lang,
    /// The lines.
    pub rows: Rc<Vec<Row>>,
    /// Ids of those that are selected.
    pub selected: Rc<BTreeSet<String>>,
    /// Id of the record whose dossier is open.
    pub open: Option<AttrValue>,
    /// Opens the dossier of a record.
    pub on_open: Callback<String>,
    /// Selects records, or gives them up.
    pub on_select: Callback<(Vec<String>, bool)>,
}

/// Focuses the line `by` lines away from the one in which a key was pressed.
fn step(event: &KeyboardEvent, to: impl Fn(usize, usize) -> usize) {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(button) = target else { return };
    let Some(body) = button.closest("tbody").ok().flatten() else { return };
    let Ok(all) = body.query_selector_all("button.who") else { return };
    let count = all.length() as usize;
    let here =
        (0..count).find(|&at| all.item(at as u32).is_some_and(|node| button.is_same_node(Some(&node))));
    let Some(here) = here else { return };
    let next = all.item(to(here, count).min(count - 1) as u32).and_then(|n| n.dyn_into::<HtmlElement>().ok());
    if let Some(next) = next {
        event.prevent_default();
        focus::focus(&next);
    }
}

/// The table.
#[component]
pub fn LedgerTable(props: &LedgerTableProps) -> Html {
    let lang = props.lang;
    let current = use_state_eq(String::new);
    let stop = props.rows.iter().position(|row| row.entry.facts.id == **current).unwrap_or(0);
    let all =
        !props.rows.is_empty() && props.rows.iter().all(|row| props.selected.contains(&row.entry.facts.id));
    let on_all = {
        let (rows, on_select) = (props.rows.clone(), props.on_select.clone());
        Callback::from(move |_: Event| {
            on_select.emit((rows.iter().map(|row| row.entry.facts.id.clone()).collect(), !all));
        })
    };
    let line = |(at, row): (usize, &Row)| {
        let facts = &row.entry.facts;
        let id = facts.id.clone();
        let chosen = props.selected.contains(&id);
        let is_open = props.open.as_ref().is_some_and(|open| **open == *id);
        let onclick = {
            let (on_open, id) = (props.on_open.clone(), id.clone());
            Callback::from(move |_: MouseEvent| on_open.emit(id.clone()))
        };
        let onfocus = {
            let (current, id) = (current.clone(), id.clone());
            Callback::from(move |_: FocusEvent| current.set(id.clone()))
        };
        let onchange = {
            let (on_select, id) = (props.on_select.clone(), id.clone());
            Callback::from(move |event: Event| {
                let checked = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
                on_select.emit((vec![id.clone()], checked.is_some_and(|input| input.checked())));
            })
        };
        let onkeydown = {
            let (on_select, id) = (props.on_select.clone(), id.clone());
            Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
                "ArrowDown" => step(&event, |here, _| here + 1),
                "ArrowUp" => step(&event, |here, _| here.saturating_sub(1)),
                "Home" => step(&event, |_, _| 0),
                "End" => step(&event, |_, count| count),
                " " => {
                    event.prevent_default();
                    on_select.emit((vec![id.clone()], !chosen));
                }
                _ => {}
            })
        };
        let export = row.entry.export();
        html! {
            <tr key={id.clone()} data-id={id.clone()} class={classes!(is_open.then_some("sel"))}>
                <td class="pickcell"><input type="checkbox" tabindex="-1" checked={chosen} {onchange}
                    aria-label={words::select(lang, &facts.name, &facts.document_no)} /></td>
                <td class="name"><button type="button" class="who" tabindex={if at == stop { "0" } else { "-1" }}
                    title={facts.name.clone()} aria-expanded={is_open.to_string()} {onclick} {onfocus} {onkeydown}>
                    { if facts.name.is_empty() { "—" } else { &facts.name } }</button></td>
                <td class="nowrap">{ words::kind(lang, &facts.kind) }</td>
                <td class="no">{ &facts.document_no }</td>
                <td class="nowrap">{ &facts.event_date }</td>
                <td class="nowrap">{ row.due.map(iso) }</td>
                <td class="nowrap">{ left(lang, row) }</td>
                <td class="nowrap">{ status(lang, row.status) }</td>
                <td class="exp"><span class="ell" title={export.map(|export| export.file.clone())}>
                    { export.map(|export| export.at.chars().take(10).collect::<String>()) }</span></td>
                <td class="nowrap">{ end(lang, row) }</td>
            </tr>
        }
    };
    html! {
        <div class="card ltable">
            <table class="tbl" aria-label={words::TABLE.get(lang)}>
                <thead><tr>
                    <th class="pickcell"><input type="checkbox" checked={all} onchange={on_all}
                        aria-label={words::SELECT_ALL.get(lang)} /></th>
                    { for words::COLUMNS.iter().map(|column| html! { <th scope="col">{ column.get(lang) }</th> }) }
                </tr></thead>
                <tbody>{ for props.rows.iter().enumerate().map(line) }</tbody>
            </table>
        </div>
    }
}
