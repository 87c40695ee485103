//! The findings of one rule. However many there are, only those in view are in the document.

use std::rc::Rc;

use precheck_session::api::{
    Address, FindingFilter, GroupView, ItemView, ItemsView, Overview, Request, Response,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::decimal::px;
use crate::components::focus;
use crate::services::lang::use_lang;
use crate::text;

/// Height of a line, in CSS pixels.
const LINE: f64 = 26.0;
/// Lines kept above and below the view.
const MARGIN: usize = 6;
/// Lines asked for beyond those.
const AHEAD: usize = 30;
/// Most lines of one window.
const WINDOW: usize = 200;

/// What [`Items`] show.
#[derive(Properties, Clone)]
pub(super) struct ItemsProps {
    pub(super) actions: Actions,
    pub(super) overview: Rc<Overview>,
    pub(super) findings: Rc<FindingFilter>,
    pub(super) group: GroupView,
    /// How far the list is scrolled, and how high it is.
    pub(super) view: (f64, f64),
    /// The scrolled list.
    pub(super) list: NodeRef,
    pub(super) selected: Option<Address>,
}

impl PartialEq for ItemsProps {
    fn eq(&self, other: &Self) -> bool {
        self.overview.revision == other.overview.revision
            && self.overview.judged == other.overview.judged
            && self.findings == other.findings
            && self.group == other.group
            && self.view == other.view
            && self.selected == other.selected
    }
}

/// Lines in view, of a list that begins at `top` of what is scrolled.
fn lines_in_view(top: f64, (scroll, height): (f64, f64), count: usize) -> (usize, usize) {
    let first = ((scroll - top) / LINE).max(0.0) as usize;
    let last = ((scroll + height - top) / LINE).max(0.0).ceil() as usize;
    (first.saturating_sub(MARGIN).min(count), (last + MARGIN).min(count))
}

/// The lines.
#[component]
pub(super) fn Items(props: &ItemsProps) -> Html {
    let lang = use_lang();
    let node = use_node_ref();
    let top = use_state_eq(|| 0.0_f64);
    let items = use_state_eq(Rc::<ItemsView>::default);
    let known = use_mut_ref(|| None::<(FindingFilter, u64, bool)>);
    let asked = use_mut_ref(|| 0_u32);
    // What stands above may have grown or shrunk with any drawing.
    {
        let (node, top) = (node.clone(), top.clone());
        use_effect(move || {
            if let Some(element) = node.cast::<HtmlElement>() {
                top.set(f64::from(element.offset_top()));
            }
        });
    }
    let filter = FindingFilter {
        severities: vec![props.group.severity.clone()],
        rule: props.group.rule.clone(),
        ..(*props.findings).clone()
    };
    let (from, to) = lines_in_view(*top, props.view, props.group.count);
    {
        let (items, actions) = (items.clone(), props.actions.clone());
        let key = (filter, props.overview.revision, props.overview.judged);
        use_effect_with((key, from, to), move |(key, from, to)| {
            *asked.borrow_mut() += 1;
            let number = *asked.borrow();
            let covered = *from >= items.from && *to <= items.from + items.items.len();
            if known.borrow().as_ref() == Some(key) && covered {
                return;
            }
            let (key, start) = (key.clone(), from.saturating_sub(AHEAD));
            let request = Request::Items {
                filter: key.0.clone(),
                from: start,
                count: (to + AHEAD - start).min(WINDOW),
            };
            spawn_local(async move {
                let answer = actions.window(request).await;
                if let Some(Response::Items(view)) = answer
                    && *asked.borrow() == number
                {
                    *known.borrow_mut() = Some(key);
                    items.set(Rc::new(view));
                }
            });
        });
    }
    // A finding that is explained is seen in the list, too.
    {
        let (list, actions, node) = (props.list.clone(), props.actions.clone(), node.clone());
        let group = props.group.clone();
        let filter = (*props.findings).clone();
        use_effect_with(props.selected.clone(), move |selected| {
            let Some(address) = selected.clone().filter(|address| address.rule == group.rule) else { return };
            spawn_local(async move {
                let filter = FindingFilter { severities: vec![group.severity], rule: group.rule, ..filter };
                let Some(Response::Detail(detail)) =
                    actions.window(Request::Detail { address, filter }).await
                else {
                    return;
                };
                let (Some(list), Some(lines)) = (list.cast::<Element>(), node.cast::<HtmlElement>()) else {
                    return;
                };
                let line = f64::from(lines.offset_top()) + detail.place.saturating_sub(1) as f64 * LINE;
                let (scroll, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
                // The heading of the severity covers the first lines.
                if detail.place > 0 && (line < scroll + LINE || line + LINE > scroll + height) {
                    list.set_scroll_top((line - height / 2.0).max(0.0) as i32);
                }
            });
        });
    }
    let onkeydown = {
        let actions = props.actions.clone();
        let items = items.clone();
        let selected = props.selected.clone();
        Callback::from(move |event: KeyboardEvent| {
            let at = items.items.iter().position(|item| Some(&item.address) == selected.as_ref());
            let to = match event.key().as_str() {
                "ArrowDown" => at.map_or(0, |at| at + 1),
                "ArrowUp" => at.unwrap_or(1).saturating_sub(1),
                "Home" => 0,
                "End" => items.items.len().saturating_sub(1),
                "Enter" => {
                    if let Some(address) = selected.clone() {
                        event.prevent_default();
                        actions.select(address, true);
                    }
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            if let Some(item) = items.items.get(to) {
                actions.select(item.address.clone(), false);
            }
        })
    };
    let line = |item: &ItemView| {
        let selected = Some(&item.address) == props.selected.as_ref();
        let (actions, address) = (props.actions.clone(), item.address.clone());
        let onclick = Callback::from(move |event: MouseEvent| {
            actions.select(address.clone(), false);
            let list = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let list = list.and_then(|line| line.closest("[role=listbox]").ok().flatten());
            if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlElement>().ok()) {
                focus::focus(&list);
            }
        });
        let place = text::place(lang, &item.kind_label, item.number, item.address.row.is_some());
        html! {
            <li key={format!("{}-{:?}-{}", item.address.table, item.address.row, item.address.field)} role="option"
                id={option_id(&item.address)} aria-selected={if selected { "true" } else { "false" }}
                data-rule={props.group.code.clone()} data-row={item.number.map(|number| number.to_string())}
                data-row-id={item.address.row.map(|row| row.to_string())} data-field={item.address.field.clone()}
                data-severity={item.severity.clone()} {onclick}>
                <span>{ place }</span>
                <span class="ell" title={item.name.clone()}>
                    { &item.name }
                    if item.confirmed { <em class="done">{ text::CONFIRMED.get(lang) }</em> }
                </span>
            </li>
        }
    };
    let shown: Vec<&ItemView> = (from..to)
        .filter_map(|place| place.checked_sub(items.from).and_then(|at| items.items.get(at)))
        .collect();
    let first = if shown.is_empty() { from } else { from.max(items.from) };
    let after = props.group.count.saturating_sub(first + shown.len());
    let active = props.selected.as_ref().filter(|address| shown.iter().any(|item| item.address == **address));
    html! {
        <ul ref={node} role="listbox" aria-label={props.group.title.clone()} tabindex="0" {onkeydown}
            aria-activedescendant={active.map(option_id)}>
            <Gap rows={first} />
            { for shown.into_iter().map(line) }
            <Gap rows={after} />
        </ul>
    }
}

fn option_id(address: &Address) -> String {
    format!("f-{}-{}-{}-{}", address.table, address.row.unwrap_or(u32::MAX), address.field, address.rule)
}

#[derive(Properties, PartialEq, Clone)]
struct GapProps {
    rows: usize,
}

/// Room for lines that are not in the document. Its height is set by the program: the CSP allows no style
/// attribute.
#[component]
fn Gap(props: &GapProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.rows, move |rows| {
            if let Some(element) = node.cast::<HtmlElement>() {
                let _ = element.style().set_property("height", &px(*rows as f64 * LINE));
            }
        });
    }
    html! { <div ref={node} role="presentation" class="lgap" /> }
}

#[cfg(test)]
mod tests {
    use super::lines_in_view;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn only_lines_in_view_and_a_margin() {
        assert_eq!(lines_in_view(100.0, (0.0, 200.0), 10_000), (0, 10));
        assert_eq!(lines_in_view(100.0, (100.0 + 26.0 * 500.0, 260.0), 10_000), (494, 516));
        assert_eq!(lines_in_view(5_000.0, (0.0, 200.0), 10_000), (0, 6));
        assert_eq!(lines_in_view(0.0, (90_000.0, 200.0), 10), (10, 10));
    }
}
