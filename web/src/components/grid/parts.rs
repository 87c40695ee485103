//! Parts of the grid that do not change with its rows.

use precheck_session::api::{Lang, RowSort};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::columns::{Columns, Shows};
use super::editor::focus_quietly;
use super::place::{ROW, scroll_to_see};
use crate::actions::Actions;
use crate::components::decimal::px;
use crate::{text, text_grid};

#[derive(Properties, PartialEq, Clone)]
pub(super) struct GapRowProps {
    pub(super) rows: usize,
}

/// Room for rows that are not in the document. The program sets its height: the CSP allows no style attribute.
#[component]
pub(super) fn GapRow(props: &GapRowProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.rows, move |rows| {
            if let Some(cell) = node.cast::<HtmlElement>() {
                let _ = cell.style().set_property("height", &px(*rows as f64 * ROW));
            }
        });
    }
    html! { <tr class="gap" aria-hidden="true"><td ref={node} /></tr> }
}

/// Gives the current cell the focus, if it is in the document.
pub(super) fn refocus(scroller: &NodeRef) -> bool {
    let found = scroller
        .cast::<Element>()
        .and_then(|element| element.query_selector("td[tabindex='0']").ok().flatten());
    match found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        Some(cell) => {
            focus_quietly(&cell);
            true
        }
        None => false,
    }
}

/// Scrolls sideways until a column is seen beside the frozen ones.
pub(super) fn show_column(element: &Element, columns: &Columns, column: usize) {
    if column < columns.frozen {
        return;
    }
    let frozen = f64::from(columns.frozen_edge());
    let (left, right) = (f64::from(columns.edges[column]), f64::from(columns.edges[column + 1]));
    let view = f64::from(element.client_width()) - frozen;
    if let Some(to) = scroll_to_see(left - frozen, right - frozen, f64::from(element.scroll_left()), view) {
        element.set_scroll_left(to as i32);
    }
}

pub(super) fn head(
    lang: Lang,
    columns: &Columns,
    actions: &Actions,
    sort: Option<&RowSort>,
    header_row: u32,
) -> Html {
    let order = |field: &str| {
        sort.filter(|sort| sort.field == field)
            .map(|sort| if sort.descending { "descending" } else { "ascending" })
    };
    // Not among the stops of Tab: the grid is one stop, and Alt+S sorts by the current column.
    let by = |field: &str, label: &str| {
        let (actions, key, name) = (actions.clone(), field.to_owned(), label.to_owned());
        let onclick = Callback::from(move |_: MouseEvent| actions.sort_by(&key, &name));
        let mark = match order(field) {
            Some("ascending") => " ▲",
            Some(_) => " ▼",
            None => "",
        };
        html! {
            <button type="button" class="by" tabindex="-1" title={text_grid::SORT_HINT.get(lang)} {onclick}>
                { label }<span aria-hidden="true">{ mark }</span>
            </button>
        }
    };
    let cells = columns.shown.iter().enumerate().map(|(column, shows)| {
        let frozen = columns.frozen_class(column);
        match shows {
            Shows::Field(at) => {
                let field = &columns.fields[*at];
                html! {
                    <th scope="col" class={classes!(frozen, (field.form == "amount").then_some("num"))}
                        title={text::column_title(lang, field)} aria-sort={order(&field.field)} data-column={field.field.clone()}>
                        { by(&field.field, &field.label) }
                        if field.required {
                            <span class="req" role="img" aria-label={text::REQUIRED.get(lang)}>{ "*" }</span>
                        }
                    </th>
                }
            }
            Shows::DaysLeft => html! {
                <th scope="col" class={classes!("num", frozen)} title={text::DAYS_LEFT_HELP.get(lang)}
                    aria-sort={order("days_left")} data-column="days_left">{ by("days_left", text::DAYS_LEFT.get(lang)) }</th>
            },
        }
    });
    html! {
        <tr aria-rowindex={header_row.to_string()}>
            <th class="f0 num" scope="col">{ text::ROW.get(lang) }</th>
            { for cells }
        </tr>
    }
}
