//! A row of the grid. It is drawn anew only when something of it changes.

use std::rc::Rc;

use precheck_session::api::{CellView, Lang, RowView};
use yew::prelude::*;

use super::columns::{Columns, Shows};
use super::editor::{CellEditor, Done, Editing};
use crate::components::icon::{Icon, icon, severity_icon};
use crate::services::lang::use_lang;
use crate::text;

/// Id of the text that explains the current finding; the current cell points to it.
pub const FINDING_TEXT: &str = "finding-text";

/// What a [`GridRow`] shows.
#[derive(Properties, Clone)]
pub(super) struct GridRowProps {
    /// The row.
    pub(super) row: Rc<RowView>,
    /// The columns.
    pub(super) columns: Rc<Columns>,
    /// Place among the rows that are shown.
    pub(super) position: usize,
    /// The column of the current cell, where this is its row.
    pub(super) current: Option<usize>,
    /// First and last column of the marked block, where it runs through this row.
    pub(super) marked: Option<(usize, usize)>,
    /// The editor, where it stands in this row.
    pub(super) editing: Option<Editing>,
    /// The editor is done.
    pub(super) on_done: Callback<Done>,
}

impl PartialEq for GridRowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.row, &other.row)
            && Rc::ptr_eq(&self.columns, &other.columns)
            && self.position == other.position
            && self.current == other.current
            && self.marked == other.marked
            && self.editing == other.editing
            && self.on_done == other.on_done
    }
}

/// The class of a severity in the grid.
pub fn mark(severity: &str) -> Option<&'static str> {
    match severity {
        "error" => Some("E"),
        "warning" => Some("W"),
        "info" => Some("I"),
        _ => None,
    }
}

/// A row of the grid.
#[component]
pub(super) fn GridRow(props: &GridRowProps) -> Html {
    let lang = use_lang();
    let row = &props.row;
    let number = row.number.map(|number| AttrValue::from(number.to_string()));
    let added = number.is_none().then(|| AttrValue::from(row.id.to_string()));
    let current = props.current.is_some();
    let cells = (0..props.columns.len()).map(|column| match props.columns.shown[column] {
        Shows::Field(at) => field_cell(lang, props, column, at, number.as_ref(), added.as_ref()),
        Shows::DaysLeft => days_cell(lang, props, column),
    });
    html! {
        <tr class={classes!(current.then_some("cur"), row.out_of_scope.then_some("out"))}
            aria-rowindex={number.clone()} aria-selected={current.then_some("true")}
            data-position={props.position.to_string()} data-row-id={row.id.to_string()}>
            <th scope="row" class="f0" data-row={number.clone()}>
                <span class="w">
                    { number.clone().unwrap_or(AttrValue::Static(text::ADDED_ROW.get(lang))) }
                    if row.severity.is_empty() {
                        { icon(Icon::Ok, "ic-14 none") }
                    } else {
                        { severity_icon(&row.severity, "ic-14", Some(text::severity(&row.severity).get(lang).into())) }
                    }
                </span>
            </th>
            { for cells }
        </tr>
    }
}

fn days_cell(lang: Lang, props: &GridRowProps, column: usize) -> Html {
    let days = props.row.days_left;
    let late = days.is_some_and(|days| days < 0);
    let shown = text::days_left(lang, days);
    html! {
        <td role="gridcell" class={classes!("num", props.columns.frozen_class(column), late.then_some("W"))} aria-readonly="true">
            if late {
                <span class="m end">{ severity_icon("warning", "ic-12", None) }<span>{ shown }</span></span>
            } else {
                { shown }
            }
        </td>
    }
}

/// Only what says something stands at a cell: a view has hundreds of them, and every attribute takes its time.
fn field_cell(
    lang: Lang,
    props: &GridRowProps,
    column: usize,
    at: usize,
    number: Option<&AttrValue>,
    added: Option<&AttrValue>,
) -> Html {
    let field = &props.columns.fields[at];
    let Some(cell) = props.row.cells.get(at) else { return Html::default() };
    let current = props.current == Some(column);
    let marked = props.marked.is_some_and(|(from, to)| (from..=to).contains(&column));
    let editing = props.editing.as_ref().filter(|editing| editing.field == field.field);
    let class = classes!(
        props.columns.frozen_class(column),
        matches!(field.form.as_str(), "identifier").then_some("mono"),
        matches!(field.form.as_str(), "amount").then_some("num"),
        mark(&cell.severity),
        cell.before.is_some().then_some("ed"),
        current.then_some("foc"),
        marked.then_some("mk"),
        editing.is_some().then_some("editing"),
    );
    let invalid = (cell.severity == "error").then_some("true");
    let described = (current && !cell.severity.is_empty()).then_some(FINDING_TEXT);
    html! {
        <td role="gridcell" {class} tabindex={current.then_some("0")} aria-invalid={invalid} aria-describedby={described}
            title={title(lang, cell)} data-row={number.cloned()} data-row-id={added.cloned()}
            data-field={props.columns.keys[at].clone()}
            data-severity={(!cell.severity.is_empty()).then(|| cell.severity.clone())}>
            if let Some(editing) = editing {
                <CellEditor field={field.clone()} editing={editing.clone()} on_done={props.on_done.clone()} />
            } else {
                { content(lang, cell) }
            }
        </td>
    }
}

/// Cells with longer texts show them in full under the pointer.
const LONG: usize = 14;

fn title(lang: Lang, cell: &CellView) -> Option<String> {
    let before = cell.before.as_ref().map(|before| text::before(lang, before));
    let message = (!cell.message.is_empty()).then(|| cell.message.clone());
    let long = (cell.text.chars().count() > LONG).then(|| cell.text.clone());
    let lines: Vec<String> = message.into_iter().chain(long).chain(before).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn content(lang: Lang, cell: &CellView) -> Html {
    if cell.severity.is_empty() {
        return html! { &cell.text };
    }
    let shown = if cell.text.trim().is_empty() { text::BLANK.get(lang) } else { &cell.text };
    html! {
        <span class="m">
            { severity_icon(&cell.severity, "ic-12", None) }
            <span>{ shown }</span>
        </span>
    }
}
