//! The grid: as many rows in the document as the view shows, whatever the table holds.

mod columns;
mod editor;
mod keys;
mod place;
mod row;
mod window;

use std::rc::Rc;

use precheck_session::api::{Overview, Request, Response, RowFilter};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, Element, HtmlElement};
use yew::prelude::*;

pub use columns::{Columns, NUMBER_WIDTH, Shows};
pub use row::{FINDING_TEXT, mark};

use self::editor::{Done, Editing, Then, focus_quietly};
use self::keys::Key;
use self::place::{HEAD, ROW, rows_in_view, scroll_to_see};
use self::row::GridRow;
use self::window::{Source, Window, use_window};
use crate::actions::Actions;
use crate::components::size::use_size;
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
}

/// The place that keys and pointer act on.
#[derive(Clone)]
struct Here {
    actions: Actions,
    columns: Rc<Columns>,
    window: Rc<Window>,
    table: usize,
    filter: RowFilter,
    cell: Option<Rc<Cell>>,
    /// Where a marked block begins: place and column.
    anchor: UseStateHandle<Option<(usize, usize)>>,
    editing: UseStateHandle<Option<Editing>>,
    /// Whether the current cell is to take the focus as soon as it is there.
    wish: Rc<std::cell::RefCell<bool>>,
    page: usize,
}

impl Here {
    /// Place and column of the current cell.
    fn current(&self) -> Option<(usize, usize)> {
        let cell = self.cell.as_ref()?;
        Some((cell.position, self.columns.column_of(&cell.field)?))
    }

    /// The marked block: first and last place, first and last column.
    fn block(&self) -> Option<((usize, usize), (usize, usize))> {
        let (row, column) = self.current()?;
        let (other_row, other_column) = (*self.anchor).unwrap_or((row, column));
        Some(((row.min(other_row), row.max(other_row)), (column.min(other_column), column.max(other_column))))
    }

    /// Ids of the rows of a range, as far as they are there.
    fn ids(&self, rows: (usize, usize)) -> Vec<u32> {
        (rows.0..=rows.1).filter_map(|position| self.window.at(position)).map(|row| row.id).collect()
    }

    /// Makes a cell the current one.
    fn go(&self, position: usize, column: usize) {
        if self.window.total == 0 {
            return;
        }
        let position = position.min(self.window.total - 1);
        let Some(field) = self.columns.field(column).map(|view| view.field.clone()) else { return };
        *self.wish.borrow_mut() = true;
        if let Some(row) = self.window.at(position) {
            self.actions.cell_is(Cell { row: row.id, position, field });
            return;
        }
        // A far jump: the row's id has to be asked for.
        let (actions, table, filter) = (self.actions.clone(), self.table, self.filter.clone());
        spawn_local(async move {
            let answer = actions.window(Request::Rows { table, filter, from: position, count: 1 }).await;
            if let Some(Response::Rows(view)) = answer
                && let Some(row) = view.rows.first()
            {
                actions.cell_is(Cell { row: row.id, position, field });
            }
        });
    }

    /// Opens the editor of the current cell; with a text of its own, or with the cell's.
    fn edit(&self, text: Option<String>) {
        let Some(cell) = self.cell.clone() else { return };
        self.anchor.set(None);
        let (actions, editing) = (self.actions.clone(), self.editing.clone());
        let open = move |before: String, text: String| {
            editing.set(Some(Editing { row: cell.row, field: cell.field.clone(), before, text }));
        };
        if let Some(text) = text {
            // At once, so that the next keys land in the editor. What stood there is not needed: it is replaced.
            open(String::new(), text);
            return;
        }
        let Some(cell) = self.cell.clone() else { return };
        spawn_local(async move {
            if let Some(before) = actions.cell_text(cell.row, cell.field.clone()).await {
                open(before.clone(), before);
            }
        });
    }

    fn done(&self, done: Done) {
        let Some(editing) = (*self.editing).clone() else { return };
        self.editing.set(None);
        *self.wish.borrow_mut() = done.then != Then::Stay || done.text.is_none();
        if let Some(text) = done.text
            && text != editing.before
        {
            self.actions.edit(editing.row, editing.field, text);
        }
        let Some((row, column)) = self.current() else { return };
        match done.then {
            Then::Stay => {}
            Then::Vertical(down) => self.go(if down { row + 1 } else { row.saturating_sub(1) }, column),
            Then::Horizontal(right) => self.sideways(row, column, right),
        }
    }

    /// One cell to the right or left.
    fn sideways(&self, row: usize, column: usize, right: bool) {
        let next = if right {
            self.columns.field_from(column + 1, true)
        } else {
            column.checked_sub(1).and_then(|column| self.columns.field_from(column, false))
        };
        if let Some(column) = next {
            self.go(row, column);
        }
    }

    /// Does what a key asks for; false: it is none of ours.
    fn press(&self, key: &Key, shift: bool) -> bool {
        let Some((row, column)) = self.current() else {
            if matches!(key, Key::Move(..) | Key::Home(_) | Key::Enter) {
                self.go(0, 0);
                return true;
            }
            return false;
        };
        let last = self.window.total.saturating_sub(1);
        let extend = |to: (usize, usize)| {
            self.anchor.set(shift.then(|| (*self.anchor).unwrap_or((row, column))));
            self.go(to.0, to.1);
        };
        match key {
            Key::Move(down, right) => {
                let to = match right.cmp(&0) {
                    std::cmp::Ordering::Greater => {
                        self.columns.field_from(column + 1, true).unwrap_or(column)
                    }
                    std::cmp::Ordering::Less => column
                        .checked_sub(1)
                        .and_then(|column| self.columns.field_from(column, false))
                        .unwrap_or(column),
                    std::cmp::Ordering::Equal => column,
                };
                extend((row.saturating_add_signed(*down).min(last), to));
            }
            Key::Page(down) => {
                let page = self.page as isize;
                extend((row.saturating_add_signed(if *down { page } else { -page }).min(last), column));
            }
            Key::Home(all) => extend((if *all { 0 } else { row }, 0)),
            Key::End(all) => {
                let end = self.columns.field_from(self.columns.len(), false).unwrap_or(column);
                extend((if *all { last } else { row }, end));
            }
            Key::Tab => {
                let next = if shift {
                    column.checked_sub(1).and_then(|column| self.columns.field_from(column, false))
                } else {
                    self.columns.field_from(column + 1, true)
                };
                self.anchor.set(None);
                match next {
                    Some(column) => self.go(row, column),
                    // Past the edge of the row the focus leaves the grid.
                    None => return false,
                }
            }
            Key::Enter | Key::Edit => self.edit(None),
            Key::Text(text) => self.edit(Some(text.clone())),
            Key::Clear => {
                if let Some((rows, columns)) = self.block() {
                    self.actions.clear(self.ids(rows), self.columns.fields_of(columns.0..=columns.1));
                }
            }
            Key::Copy => {
                if let Some((rows, columns)) = self.block() {
                    self.actions.copy(self.ids(rows), self.columns.fields_of(columns.0..=columns.1));
                }
            }
            Key::Insert => self.actions.insert_row(self.window.at(row).map(|row| row.position)),
            Key::Delete => {
                if let Some((rows, _)) = self.block() {
                    self.actions.delete_rows(self.ids(rows));
                }
            }
            Key::Escape => {
                if self.anchor.is_none() {
                    return false;
                }
                self.anchor.set(None);
            }
        }
        true
    }

    fn paste(&self, event: &ClipboardEvent) {
        let Some(data) = event.clipboard_data() else { return };
        let Ok(block) = data.get_data("text/plain") else { return };
        let Some((rows, columns)) = self.block() else { return };
        if block.is_empty() {
            return;
        }
        event.prevent_default();
        let Some(row) = self.window.at(rows.0) else { return };
        let fields = self.columns.fields_of(columns.0..=self.columns.len());
        if let Some(first) = fields.first().cloned() {
            self.actions.paste(row.id, first, fields, block);
        }
    }
}

/// The cell that an event happened on: place and column.
fn cell_of(event: &MouseEvent, columns: &Columns) -> Option<(usize, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest("[data-position]").ok()??;
    let field = target.closest("[data-field]").ok()?.and_then(|cell| cell.get_attribute("data-field"));
    let column = match field {
        Some(field) => columns.column_of(&field)?,
        // Beside the days left stands the date that they are counted from; before the first cell the row number.
        None if target.closest("th").ok()?.is_some() => 0,
        None => columns.shown.iter().position(|shows| *shows == Shows::DaysLeft)?.saturating_sub(1),
    };
    Some((row.get_attribute("data-position")?.parse().ok()?, column))
}

/// The grid.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let scroller = use_node_ref();
    let size = use_state_eq(|| (0.0_f64, 0.0_f64));
    let scrolled = use_state_eq(|| 0_usize);
    let anchor = use_state_eq(|| None);
    let editing = use_state_eq(|| None);
    let wish = use_mut_ref(|| false);
    let holds = use_mut_ref(|| false);
    {
        let size = size.clone();
        use_size(scroller.clone(), Callback::from(move |now| size.set(now)));
    }
    let columns = use_memo((props.overview.clone(), props.table), |(overview, table)| {
        overview.tables.get(*table).map_or_else(
            || Columns { fields: Vec::new(), keys: Vec::new(), shown: Vec::new(), edges: vec![NUMBER_WIDTH] },
            Columns::of,
        )
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
        use_effect_with(props.reveal, move |reveal| {
            let Some(element) = scroller.cast::<Element>().filter(|_| reveal.number > 0) else { return };
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
        use_effect(move || {
            // A row that moves in the document loses the focus to nobody: it gets it back.
            let lost = *holds.borrow()
                && gloo::utils::document().active_element().is_none_or(|e| e.tag_name() == "BODY");
            if lost && !busy {
                refocus(&scroller);
            }
            if busy || !*wish.borrow() {
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
        let here = here.clone();
        Callback::from(move |event: MouseEvent| {
            if event.button() != 0 {
                return;
            }
            let Some((position, column)) = cell_of(&event, &here.columns) else { return };
            here.anchor.set(if event.shift_key() { (*here.anchor).or(here.current()) } else { None });
            // The text of an open editor is taken over by its losing the focus.
            event.prevent_default();
            if let Some(active) =
                gloo::utils::document().active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok())
                && here.editing.is_some()
            {
                let _ = active.blur();
            }
            here.go(position, column);
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
        use_effect_with(columns.total_width(), move |width| {
            if let Some(table) = node.cast::<HtmlElement>() {
                let _ = table.style().set_property("width", &format!("{width}px"));
            }
        });
    }
    let label = props.overview.tables.get(props.table).map(|table| text::grid_label(&table.kind_label));
    html! {
        <div ref={scroller} class="gscroll" {onscroll} tabindex={if props.cell.is_some() { "-1" } else { "0" }}
            aria-label={text::RECORDS} role="tabpanel" {onkeydown} {onpaste} {onfocusin} {onfocusout}>
            <table ref={table_node} class="g" role="grid" aria-label={label} aria-rowcount={(total + 1).to_string()}
                aria-colcount={(columns.len() + 1).to_string()} aria-multiselectable="true"
                {onmousedown} {ondblclick}>
                <colgroup>
                    <col width={NUMBER_WIDTH.to_string()} />
                    { for (0..columns.len()).map(|column| html! { <col width={columns.width(column).to_string()} /> }) }
                </colgroup>
                <thead>{ head(&columns) }</thead>
                <tbody>{ for body }</tbody>
            </table>
            if total == 0 && fresh {
                <p class="gempty">{ text::NO_ROWS }</p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq, Clone)]
struct GapRowProps {
    rows: usize,
}

/// Room for rows that are not in the document. The program sets its height: the CSP allows no style attribute.
#[component]
fn GapRow(props: &GapRowProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.rows, move |rows| {
            if let Some(cell) = node.cast::<HtmlElement>() {
                let _ = cell.style().set_property("height", &format!("{}px", *rows as f64 * ROW));
            }
        });
    }
    html! { <tr class="gap" aria-hidden="true"><td ref={node} /></tr> }
}

/// Gives the current cell the focus, if it is in the document.
fn refocus(scroller: &NodeRef) -> bool {
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
fn show_column(element: &Element, columns: &Columns, column: usize) {
    if column == 0 {
        return;
    }
    let frozen = f64::from(columns.edges[1]);
    let (left, right) = (f64::from(columns.edges[column]), f64::from(columns.edges[column + 1]));
    let view = f64::from(element.client_width()) - frozen;
    if let Some(to) = scroll_to_see(left - frozen, right - frozen, f64::from(element.scroll_left()), view) {
        element.set_scroll_left(to as i32);
    }
}

fn head(columns: &Columns) -> Html {
    let cells = columns.shown.iter().enumerate().map(|(column, shows)| {
        let index = (column + 2).to_string();
        match shows {
            Shows::Field(at) => {
                let field = &columns.fields[*at];
                html! {
                    <th scope="col" class={classes!((*at == 0).then_some("f1"), (field.form == "amount").then_some("num"))}
                        aria-colindex={index} title={text::column_title(field)}>
                        { &field.label }
                        if field.required {
                            <span class="req" role="img" aria-label={text::REQUIRED}>{ "*" }</span>
                        }
                    </th>
                }
            }
            Shows::DaysLeft => html! {
                <th scope="col" class="num" aria-colindex={index} title={text::DAYS_LEFT_HELP}>{ text::DAYS_LEFT }</th>
            },
        }
    });
    html! {
        <tr aria-rowindex="1">
            <th class="f0 num" scope="col">{ text::ROW }</th>
            { for cells }
        </tr>
    }
}
