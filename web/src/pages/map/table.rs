//! The columns of the sheet with their fields, and its first rows.

use std::rc::Rc;

use precheck_session::api::{ColumnQuestion, KindView, Lang, SheetQuestion};
use yew::prelude::*;

use super::choice::{Choice, Fault, field_id};
use super::chosen;
use crate::components::icon::{Icon, icon};
use crate::text_pages::{common, map as words};

/// How many values of a column are shown.
const SAMPLES: usize = 3;
/// Value of the list's entry "open": no key of a field looks like it.
const OPEN: &str = "?";

/// What [`column_table`] shows.
pub(super) struct ColumnTableProps {
    pub(super) lang: Lang,
    pub(super) question: Rc<SheetQuestion>,
    pub(super) kind: Option<Rc<KindView>>,
    pub(super) choice: Rc<Choice>,
    /// What is still wrong with the choices, once the user wanted to go on.
    pub(super) faults: Rc<Vec<Fault>>,
    /// Place of the column and its field; none: open again.
    pub(super) on_field: Callback<(usize, Option<String>)>,
}

/// A line for each column.
pub(super) fn column_table(props: &ColumnTableProps) -> Html {
    let lang = props.lang;
    html! {
        <table class="tbl">
            <thead><tr>
                <th scope="col">{ words::COLUMN.get(lang) }</th>
                <th scope="col">{ words::HEADER.get(lang) }</th>
                <th scope="col">{ words::SAMPLE.get(lang) }</th>
                <th scope="col" class="field">{ words::FIELD.get(lang) }</th>
                <th scope="col">{ words::REASON.get(lang) }</th>
            </tr></thead>
            <tbody>
                { for props.question.columns.iter().enumerate().map(|(at, column)| line(props, at, column)) }
            </tbody>
        </table>
    }
}

/// Header and values of a column as the chosen header row has them.
fn content(props: &ColumnTableProps, column: &ColumnQuestion) -> (String, Vec<String>) {
    let row = props.choice.header_row;
    if row == props.question.header_row {
        return (column.header.clone(), column.samples.iter().take(SAMPLES).cloned().collect());
    }
    let cell = |cells: &Vec<String>| cells.get(column.column).cloned().unwrap_or_default();
    let header = (row as usize).checked_sub(1).and_then(|at| props.question.preview.get(at)).map(cell);
    let values = props.question.preview.iter().skip(row as usize).map(cell);
    (header.unwrap_or_default(), values.filter(|value| !value.trim().is_empty()).take(SAMPLES).collect())
}

fn line(props: &ColumnTableProps, at: usize, column: &ColumnQuestion) -> Html {
    let (lang, choice) = (props.lang, &props.choice);
    let (header, samples) = content(props, column);
    let samples = samples.join(if lang == Lang::Zh { "；" } else { "; " });
    let field = choice.fields.get(at).cloned().flatten();
    let open = choice.fields.get(at).is_some_and(Option::is_none);
    let id = field_id(at);
    let fault = props.faults.iter().find(|fault| fault.field == id);
    let error_id = fault.map(|_| format!("{id}-error"));
    let choose = props.on_field.reform(move |event: Event| {
        let value = chosen(&event);
        (at, (value != OPEN).then_some(value))
    });
    let fields = props.kind.iter().flat_map(|kind| &kind.columns).map(|view| {
        html! {
            <option value={view.field.clone()} selected={field.as_ref() == Some(&view.field)}>
                { &view.label }{ if view.required { " *" } else { "" } }
            </option>
        }
    });
    html! {
        <tr key={at}>
            <td class="muted">{ &column.letters }</td>
            <td class="b">
                if header.trim().is_empty() { <span class="muted">{ words::NO_NAME.get(lang) }</span> } else { { header.clone() } }
            </td>
            <td class="samples"><span class="ell" title={samples.clone()}>{ &samples }</span></td>
            <td class="field">
                <select {id} aria-invalid={fault.map(|_| "true")} aria-describedby={error_id.clone()} class={classes!("sel", "sm", open.then_some("amb"))} onchange={choose}
                    aria-label={words::choice(lang, &column.letters, &header)}>
                    if !column.candidates.is_empty() {
                        <option value={OPEN} selected={open}>{ common::CHOOSE.get(lang) }</option>
                    }
                    <option value="" selected={field.as_deref() == Some("")}>{ words::NOT_TAKEN.get(lang) }</option>
                    { for fields }
                </select>
            </td>
            <td>
                { reason(props, at, column, samples.is_empty()) }
                if let Some(fault) = fault {
                    <p class="emsg" id={error_id}>{ icon(Icon::Error, "ic-14") }{ fault.text(lang) }</p>
                }
            </td>
        </tr>
    }
}

/// Why a column is taken, open or left out.
fn reason(props: &ColumnTableProps, at: usize, column: &ColumnQuestion, empty: bool) -> Html {
    let (lang, choice) = (props.lang, &props.choice);
    let field = choice.fields.get(at).and_then(Option::as_deref);
    let touched = choice.touched.get(at).copied().unwrap_or_default();
    let label = |key: &String| {
        let view = props.kind.iter().flat_map(|kind| &kind.columns).find(|view| &view.field == key);
        view.map_or_else(|| key.clone(), |view| view.label.clone())
    };
    match field {
        None => {
            let text = if column.reason.is_empty() {
                words::may_be(lang, &column.candidates.iter().map(label).collect::<Vec<_>>())
            } else {
                column.reason.clone()
            };
            html! { <span class="st s-W">{ icon(Icon::Warning, "ic-14") }{ text }</span> }
        }
        Some(field) => {
            let text = if touched {
                words::BY_USER.get(lang).to_owned()
            } else if !field.is_empty() {
                words::BY_HEADER.get(lang).to_owned()
            } else if empty {
                words::EMPTY.get(lang).to_owned()
            } else {
                column.reason.clone()
            };
            let mark = if field.is_empty() { Html::default() } else { icon(Icon::Ok, "ic-14 s-P") };
            html! { <span class="st muted">{ mark }{ text }</span> }
        }
    }
}

/// What [`preview`] shows.
pub(super) struct PreviewProps {
    pub(super) lang: Lang,
    pub(super) question: Rc<SheetQuestion>,
    pub(super) header_row: u32,
}

/// The first rows as they stand, with the numbers and letters of the spreadsheet.
pub(super) fn preview(props: &PreviewProps) -> Html {
    let (lang, question) = (props.lang, &props.question);
    let line = |(at, cells): (usize, &Vec<String>)| {
        let head = at + 1 == props.header_row as usize;
        html! {
            <tr key={at} class={head.then_some("head")}>
                <th scope="row" class="num">{ at + 1 }</th>
                { for cells.iter().map(|cell| html! { <td>{ cell }</td> }) }
            </tr>
        }
    };
    html! {
        <div class="card">
            <header><h2>{ words::PREVIEW.get(lang) }</h2></header>
            <div class="wide" tabindex="0" role="region" aria-label={words::PREVIEW.get(lang)}>
                <table class="tbl sheet">
                    <thead><tr>
                        <td></td>
                        { for question.columns.iter().map(|c| html! { <th scope="col">{ &c.letters }</th> }) }
                    </tr></thead>
                    <tbody>{ for question.preview.iter().enumerate().map(line) }</tbody>
                </table>
            </div>
        </div>
    }
}
