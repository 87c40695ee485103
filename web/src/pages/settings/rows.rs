//! A setting that is a table: a row can be added, changed, taken out; what is wrong stands at its cell.

use gloo::timers::future::TimeoutFuture;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, MouseEvent};
use yew::prelude::*;

use super::field::{FieldProps, written};
use super::table::{Cell, Column, row_list};
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::services::place::Place;
use crate::text_settings as words;

/// The rows with one of them changed, as text.
fn changed(text: &str, change: impl FnOnce(&mut Vec<Value>)) -> String {
    let mut rows = row_list(text);
    change(&mut rows);
    Value::Array(rows).to_string()
}

/// Moves the focus once the table is drawn anew.
fn focus_later(place: &Place, id: String) {
    let place = place.clone();
    spawn_local(async move {
        TimeoutFuture::new(0).await;
        if let Some(element) = place.by_id(&id) {
            focus::focus(&element);
        }
    });
}

/// The table with what adds a row, and what loads rows from a file where that can be.
pub(super) fn rows(props: &FieldProps, columns: &'static [Column], place: &Place) -> Html {
    let (lang, id, text) = (props.lang, &props.id, &props.text);
    let all = row_list(text);
    let onchange = {
        let (text, on_text) = (text.clone(), props.on_text.clone());
        Callback::from(move |event: Event| {
            let cell = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let part = |name: &str| cell.as_ref().and_then(|cell| cell.get_attribute(name));
            let at = part("data-row").and_then(|row| row.parse::<usize>().ok());
            if let (Some(at), Some(key), Some(now)) = (at, part("data-key"), written(&event)) {
                on_text.emit(changed(&text, |rows| {
                    if let Some(row) = rows.get_mut(at) {
                        row[key] = now.into();
                    }
                }));
            }
        })
    };
    let add = {
        let (text, on_text, place) = (text.clone(), props.on_text.clone(), place.clone());
        let first = format!("{id}-{}-{}", all.len(), columns[0].key);
        Callback::from(move |_: MouseEvent| {
            on_text.emit(changed(&text, |rows| rows.push(serde_json::json!({}))));
            focus_later(&place, first.clone());
        })
    };
    let take_out = |at: usize| {
        let (text, on_text, place) = (text.clone(), props.on_text.clone(), place.clone());
        // On to the row that comes up, or to what adds one.
        let next = if at + 1 < all.len() { format!("{id}-{at}-out") } else { format!("{id}-add") };
        Callback::from(move |_: MouseEvent| {
            on_text.emit(changed(&text, |rows| drop(rows.remove(at))));
            focus_later(&place, next.clone());
        })
    };
    let cell = |at: usize, row: &Value, column: &Column| {
        let id = format!("{id}-{at}-{}", column.key);
        let value = row[column.key].as_str().unwrap_or_default().to_owned();
        let problem = props.problems.iter().find(|(of, _)| *of == id).map(|(_, why)| why.as_str());
        let (invalid, fault) = (problem.map(|_| "true"), format!("{id}-fault"));
        let label = words::cell(lang, column.label, at);
        let (row, key) = (at.to_string(), column.key);
        let editor = if let Cell::Choice(choices) = column.cell {
            html! {
                <select {id} class="sel" data-row={row} data-key={key} aria-label={label}>
                    { for choices.iter().map(|(choice, name)| html! {
                        <option value={*choice} selected={value == *choice}>{ name.get(lang) }</option>
                    }) }
                </select>
            }
        } else {
            let described = problem.map(|_| fault.clone());
            html! {
                <input {id} class="inp" type="text" autocomplete="off" {value} data-row={row} data-key={key} aria-label={label}
                    aria-invalid={invalid} aria-describedby={described} />
            }
        };
        html! {
            <td class={if problem.is_some() { "fld err" } else { "" }}>
                { editor }
                if let Some(problem) = problem { <p class="emsg" id={fault}>{ icon(Icon::Error, "") }{ problem }</p> }
            </td>
        }
    };
    let load = props.on_file.as_ref().map(|on_file| {
        let on_file = on_file.clone();
        let onchange = Callback::from(move |event: Event| {
            event.stop_propagation();
            if let Some(file) = crate::components::picker::chosen(&event).into_iter().next() {
                on_file.emit(file);
            }
        });
        html! {
            <label class="btn sm file-btn">{ icon(Icon::Upload, "") }{ words::LOAD_ROWS.get(lang) }
                <input type="file" class="visually" accept=".xlsx,.xls,.ods,.csv,.txt" id={format!("{id}-file")} {onchange} />
            </label>
        }
    });
    html! {
        <>
            if !all.is_empty() {
                <div class="wide" tabindex="0" role="region" aria-label={props.setting.label.get(lang)}>
                    <table class="tbl rows" {onchange}>
                        <thead><tr>
                            { for columns.iter().map(|column| html! { <th scope="col">{ column.label.get(lang) }</th> }) }
                            <th scope="col">{ words::OUT.get(lang) }</th>
                        </tr></thead>
                        <tbody>
                            { for all.iter().enumerate().map(|(at, row)| html! {
                                <tr key={at}>
                                    { for columns.iter().map(|column| cell(at, row, column)) }
                                    <td><button type="button" class="btn sm" id={format!("{id}-{at}-out")} onclick={take_out(at)}
                                        aria-label={words::cell(lang, words::OUT, at)}>{ words::OUT.get(lang) }</button></td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
            <div class="btns">
                <button type="button" class="btn sm" id={format!("{id}-add")} onclick={add}>{ words::ADD.get(lang) }</button>
                { for load }
            </div>
            { props.below.clone() }
        </>
    }
}
