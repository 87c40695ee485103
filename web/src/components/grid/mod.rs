//! The grid: as many rows in the document as the view shows, whatever the table holds.

mod columns;
mod editor;
mod here;
mod keys;
mod parts;
mod place;
mod row;
mod window;

use std::rc::Rc;

use precheck_session::api::{Overview, RowFilter};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlElement};
use yew::prelude::*;

pub use columns::{Columns, NUMBER_WIDTH, Shows, key_of};
pub use row::{FINDING_TEXT, mark};

use self::editor::Done;
use self::here::{Here, cell_of};
use self::keys::Key;
use self::parts::{GapRow, head, refocus, show_column};
use self::place::{HEAD, ROW, rows_in_view, scroll_to_see};
use self::row::GridRow;
use self::window::{Source, use_window};
use crate::actions::Actions;
use crate::components::size::use_size;
use crate::services::columns::ColumnLayout;
use crate::services::lang::use_lang;
use crate::services::place::use_place;
use crate::state::{Cell, Reveal};
use crate::text;

/// What a [`Grid`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct GridProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// The state of the job.
    pub overview: Rc<Overview>,
    /// Index of the table.
    pub table: usize,
    /// Which rows.
    pub filter: RowFilter,
    /// Whether judging has begun to give marks.
    pub begun: bool,
    /// The current cell.
    pub cell: Option<Rc<Cell>>,
    /// A place to show.
    pub reveal: Reveal,
    /// Which columns are shown, and how many stay.
    pub layout: Rc<ColumnLayout>,
}

/// The grid.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let lang = use_lang();
    let scroller = use_node_ref();
    let size = use_state_eq(|| (0.0_f64, 0.0_f64));
    let scrolled = use_state_eq(|| 0_usize);
    let anchor = use_state_eq(|| None);
    let editing = use_state_eq(|| None);
    let place = use_place();
    let wish = use_mut_ref(|| false);
    let holds = use_mut_ref(|| false);
    {
        let size = size.clone();
        use_size(scroller.clone(), Callback::from(move |now| size.set(now)));
    }
    let current_field = props.cell.as_ref().map(|cell| cell.field.clone());
    let key = (props.overview.clone(), props.table, props.layout.clone(), current_field);
    let columns = use_memo(key, |(overview, table, layout, current)| {
        overview
            .tables
            .get(*table)
            .map_or_else(Columns::none, |view| Columns::of(view, layout, current.as_deref()))
    });
    // Counts change with every edit, columns do not: rows hold on to the same object.
    let kept = use_mut_ref(|| columns.clone());
    if **kept.borrow() != *columns {
        *kept.borrow_mut() = columns;
    }
    let columns = kept.borrow().clone();

    let source = Source {
        table: props.table,
        filter: props.filter.clone(),
        revision: props.overview.revision,
        judged: (props.begun, props.overview.judged),
    };
    let records = props.overview.tables.get(props.table).map_or(0, |table| table.totals.records);
    let known = use_mut_ref(|| None::<(usize, RowFilter, usize)>);
    let total = match &*known.borrow() {
        Some((table, filter, total)) if *table == props.table && *filter == props.filter => *total,
        _ => records,
    };
    let height = if size.1 > 0.0 { size.1 } else { 600.0 };
    let (from, to) = rows_in_view(*scrolled as f64 * ROW, height, total);
    let window = use_window(props.actions.clone(), source, from, to);
    let fresh = window.source.as_ref().is_some_and(|s| s.table == props.table && s.filter == props.filter);
    if fresh {
        *known.borrow_mut() = Some((props.table, props.filter.clone(), window.total));
    }
    let total = if fresh { window.total } else { total };
    let (from, to) = rows_in_view(*scrolled as f64 * ROW, height, total);
    let same_table = window.source.as_ref().is_some_and(|s| s.table == props.table);

    let here = Here {
        actions: props.actions.clone(),
        columns: columns.clone(),
        window: window.clone(),
        table: props.table,
        filter: props.filter.clone(),
        cell: props.cell.clone(),
        anchor: anchor.clone(),
        editing: editing.clone(),
        wish: wish.clone(),
        page: ((height - HEAD) / ROW).max(2.0) as usize - 1,
    };

    // Another table begins at its top, unless a place in it is wished for.
    {
        let (scroller, anchor) = (scroller.clone(), anchor.clone());
        let revealed = props.cell.is_some();
        use_effect_with((props.table, props.filter.clone()), move |_| {
            anchor.set(None);
            if let Some(element) = scroller.cast::<Element>().filter(|_| !revealed) {
                element.set_scroll_top(0);
            }
        });
    }
    // A row that moved, or went, under another filter or after a change.
    {
        let (actions, cell) = (props.actions.clone(), props.cell.clone());
        use_effect_with((props.table, props.filter.clone(), props.overview.revision), move |_| {
            if cell.is_some() {
                actions.relocate();
            }
        });
    }
    {
        let (scroller, columns, cell, wish) =
            (scroller.clone(), columns.clone(), props.cell.clone(), wish.clone());
        let anchor = anchor.clone();
        use_effect_with(props.reveal, move |reveal| {
            let Some(element) = scroller.cast::<Element>().filter(|_| reveal.number > 0) else { return };
            anchor.set(None);
            let view = f64::from(element.client_height()) - HEAD;
            let middle = reveal.position as f64 * ROW - (view - ROW) / 2.0;
            let top = reveal.position as f64 * ROW;
            let now = f64::from(element.scroll_top());
            if scroll_to_see(top - ROW, top + 2.0 * ROW, now, view).is_some() {
                element.set_scroll_top(middle.max(0.0) as i32);
            }
            if let Some(column) = cell.and_then(|cell| columns.column_of(&cell.field)) {
                show_column(&element, &columns, column);
            }
            if reveal.focus {
                *wish.borrow_mut() = true;
            }
        });
    }
    // The focus follows the current cell once that is in the document.
    {
        let (scroller, columns, cell) = (scroller.clone(), columns.clone(), props.cell.clone());
        let (busy, wish, holds) = (editing.is_some(), wish.clone(), holds.clone());
        let place = place.clone();
        use_effect(move || {
            // A row that moves in the document loses the focus to nobody: it gets it back.
            let lost = *holds.borrow() && place.active().is_none_or(|e| e.tag_name() == "BODY");
            if lost && !busy {
                refocus(&scroller);
            }
            if busy || !*wish.borrow() {
                return;
            }
            if !place.may_take_focus() {
                *wish.borrow_mut() = false;
                return;
            }
            let (Some(element), Some(cell)) = (scroller.cast::<Element>(), cell) else { return };
            let top = cell.position as f64 * ROW;
            let view = f64::from(element.client_height()) - HEAD;
            if let Some(to) = scroll_to_see(top, top + ROW, f64::from(element.scroll_top()), view) {
                element.set_scroll_top(to as i32);
            }
            if let Some(column) = columns.column_of(&cell.field) {
                show_column(&element, &columns, column);
            }
            if refocus(&scroller) {
                *wish.borrow_mut() = false;
            }
        });
    }

    let onscroll = {
        let scrolled = scrolled.clone();
        Callback::from(move |event: Event| {
            if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                // Whole steps: a redraw for every pixel would change nothing.
                let row = (f64::from(element.scroll_top().max(0)) / ROW) as usize;
                scrolled.set(row / 4 * 4);
            }
        })
    };
    let onkeydown = {
        let here = here.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(key) = Key::of(&event)
                && here.press(&key, event.shift_key())
                && !matches!(&key, Key::Text(text) if text.is_empty())
            {
                event.prevent_default();
            }
        })
    };
    let onmousedown = {
        let (here, scroller) = (here.clone(), scroller.clone());
        Callback::from(move |event: MouseEvent| {
            if event.button() != 0 {
                return;
            }
            let Some((position, column)) = cell_of(&event, &here.columns) else { return };
            here.anchor.set(if event.shift_key() { (*here.anchor).or(here.current()) } else { None });
            // The text of an open editor is taken over by its losing the focus.
            event.prevent_default();
            if let Some(active) = place.active()
                && here.editing.is_some()
            {
                let _ = active.blur();
            }
            let is_current = here.current() == Some((position, column)) && here.editing.is_none();
            here.go(position, column);
            if is_current {
                // Nothing changes that would bring the focus back from elsewhere.
                refocus(&scroller);
            }
        })
    };
    let ondblclick = {
        let here = here.clone();
        Callback::from(move |event: MouseEvent| {
            if cell_of(&event, &here.columns).is_some() && here.editing.is_none() {
                here.edit(None);
            }
        })
    };
    let onfocusin = {
        let holds = holds.clone();
        Callback::from(move |event: FocusEvent| {
            let cell = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            *holds.borrow_mut() = cell.is_some_and(|cell| cell.tag_name() == "TD");
        })
    };
    let onfocusout = Callback::from(move |event: FocusEvent| {
        if event.related_target().is_some() {
            *holds.borrow_mut() = false;
        }
    });
    let onpaste = {
        let here = here.clone();
        Callback::from(move |event: Event| {
            if let Some(event) = event.dyn_ref::<ClipboardEvent>() {
                here.paste(event);
            }
        })
    };
    let on_done = {
        let here = here.clone();
        Callback::from(move |done: Done| here.done(done))
    };
    // A callback that changes with every drawing would draw every row anew: rows get it only while they are edited.
    let quiet = use_callback((), |_: Done, ()| {});

    let current = here.current();
    let block = here.anchor.as_ref().and(here.block());
    let draw = |position: usize| -> Html {
        let Some(row) = window.at(position).filter(|_| same_table) else {
            return html! { <tr class="wait" key={format!("wait-{position}")} aria-hidden="true"><td class="f0" /></tr> };
        };
        let current =
            props.cell.as_ref().filter(|cell| cell.row == row.id).and(current).map(|(_, column)| column);
        let marked =
            block.filter(|(rows, _)| (rows.0..=rows.1).contains(&position)).map(|(_, columns)| columns);
        let edited = (*editing).clone().filter(|editing| editing.row == row.id);
        let on_done = if edited.is_some() { on_done.clone() } else { quiet.clone() };
        html! {
            <GridRow key={row.id} row={row.clone()} columns={columns.clone()} {position} {current} {marked}
                editing={edited} {on_done} />
        }
    };
    let gap = |name: &'static str, rows: usize| -> Html {
        if rows == 0 {
            Html::default()
        } else {
            html! { <GapRow key={name} {rows} /> }
        }
    };
    // The current row stays in the document wherever one scrolls: it may hold the focus.
    let apart =
        current.map(|(row, _)| row).filter(|row| !(from..to).contains(row) && window.at(*row).is_some());
    let mut body: Vec<Html> = Vec::with_capacity(to - from + 4);
    match apart {
        Some(row) if row < from => {
            body.push(gap("gap-a", row));
            body.push(draw(row));
            body.push(gap("gap-b", from - row - 1));
        }
        _ => body.push(gap("gap-a", from)),
    }
    body.extend((from..to).map(draw));
    match apart {
        Some(row) if row >= to => {
            body.push(gap("gap-c", row - to));
            body.push(draw(row));
            body.push(gap("gap-d", total - row - 1));
        }
        _ => body.push(gap("gap-c", total - to)),
    }

    let table_node = use_node_ref();
    {
        let node = table_node.clone();
        // Fixed column widths need a width of the table, and the CSP allows no style attribute.
        let edges: Vec<u32> = columns.edges[..columns.frozen].to_vec();
        use_effect_with((columns.total_width(), edges), move |(width, edges)| {
            if let Some(table) = node.cast::<HtmlElement>() {
                let _ = table.style().set_property("width", &format!("{width}px"));
                for (at, edge) in edges.iter().enumerate() {
                    let _ = table.style().set_property(&format!("--p{}", at + 1), &format!("{edge}px"));
                }
            }
        });
    }
    // Rows carry the numbers of the sheet, hidden and left out ones among them.
    let view = props.overview.tables.get(props.table);
    let header_row = view.and_then(|view| view.header_row).unwrap_or(1);
    let left_out = view.map_or(0, |view| {
        // What stands above the header is counted with it.
        view.left_out_total - view.left_out.iter().filter(|(row, ..)| *row < header_row).count()
    });
    let last_row = header_row as usize + records.max(total) + left_out;
    let label = props.overview.tables.get(props.table).map(|table| text::grid_label(lang, &table.kind_label));
    html! {
        <div ref={scroller} class="gscroll" {onscroll} tabindex={if props.cell.is_some() { "-1" } else { "0" }}
            aria-label={text::RECORDS.get(lang)} role="tabpanel" {onkeydown} {onpaste} {onfocusin} {onfocusout}>
            <table ref={table_node} class="g" role="grid" aria-label={label} aria-rowcount={last_row.to_string()}
                aria-colcount={(columns.len() + 1).to_string()} aria-multiselectable="true"
                {onmousedown} {ondblclick}>
                <colgroup>
                    <col width={NUMBER_WIDTH.to_string()} />
                    { for (0..columns.len()).map(|column| html! { <col width={columns.width(column).to_string()} /> }) }
                </colgroup>
                <thead>{ head(lang, &columns, &props.actions, props.filter.sort.as_ref(), header_row) }</thead>
                <tbody>{ for body }</tbody>
            </table>
            if total == 0 && fresh {
                <p class="gempty">{ text::NO_ROWS.get(lang) }</p>
            }
        </div>
    }
}
