//! One tab for each table, and which of its rows are shown.

use std::rc::Rc;

use precheck_session::api::{Overview, TableView};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::focus;
use crate::components::icon::{Icon, icon, severity_icon};
use crate::components::row_deeds::{RowDeedsProps, row_deeds};
use crate::services::lang::use_lang;
use crate::state::{Action, Cell, Dialog};
use crate::{text, text_grid, text_workbench as words};

/// What [`Tabs`] show.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct TabsProps {
    pub(super) actions: Actions,
    pub(super) overview: Rc<Overview>,
    pub(super) table: usize,
    pub(super) only_findings: bool,
    pub(super) search: AttrValue,
    pub(super) days_left: Option<(i32, i32)>,
    pub(super) narrow: bool,
    pub(super) cell: Option<Rc<Cell>>,
}

/// The tabs.
#[component]
pub(super) fn Tabs(props: &TabsProps) -> Html {
    let lang = use_lang();
    let actions = &props.actions;
    let list = use_node_ref();
    let onkeydown = {
        let (actions, list) = (actions.clone(), list.clone());
        let (table, tables) = (props.table, props.overview.tables.len());
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowRight" if table + 1 < tables => table + 1,
                "ArrowLeft" if table > 0 => table - 1,
                "Home" => 0,
                "End" => tables.saturating_sub(1),
                _ => return,
            };
            event.prevent_default();
            actions.show(Action::Table(to));
            let tabs = list.cast::<web_sys::Element>().and_then(|list| list.children().item(to as u32));
            if let Some(tab) = tabs.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                focus::focus(&tab);
            }
        })
    };
    {
        let list = list.clone();
        // With many tables the shown one may stand outside the bar.
        use_effect_with(props.table, move |table| {
            let tab = list.cast::<web_sys::Element>().and_then(|list| list.children().item(*table as u32));
            if let Some(tab) = tab {
                focus::reveal(&tab);
            }
        });
    }
    let several = |kind: &str| props.overview.tables.iter().filter(|table| table.kind == kind).count() > 1;
    let tab = |table: &TableView| {
        let (index, actions) = (table.table, actions.clone());
        let selected = index == props.table;
        html! {
            <button key={index} type="button" role="tab" class="tab" aria-selected={if selected { "true" } else { "false" }}
                tabindex={if selected { "0" } else { "-1" }} title={table.name.clone()} data-table={index.to_string()}
                onclick={move |_| actions.show(Action::Table(index))}>
                { if several(&table.kind) { &table.name } else { &table.kind_label } }
                <span>{ table.totals.records }</span>
                if table.totals.with_errors > 0 {
                    <span class="bad">
                        { severity_icon("error", "ic-12", Some(text::severity("error").get(lang).into())) }
                        { table.totals.with_errors }
                    </span>
                }
            </button>
        }
    };
    let only = |only: bool, label: &'static str| {
        let actions = actions.clone();
        html! {
            <button type="button" aria-pressed={if only == props.only_findings { "true" } else { "false" }}
                onclick={move |_| actions.show(Action::OnlyFindings(only))}>{ label }</button>
        }
    };
    let search = {
        let actions = actions.clone();
        Callback::from(move |event: InputEvent| search_for(&actions, &event))
    };
    let clear = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.show(Action::DaysLeft(None)))
    };
    let value = props.search.clone();
    let nothing = props.search.trim().is_empty();
    let act = |what: fn(&Actions)| {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| what(&actions))
    };
    // Enter goes from match to match while the field keeps the focus.
    let jump = {
        let actions = actions.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() && !event.ctrl_key() && !event.alt_key() {
                event.prevent_default();
                actions.find(!event.shift_key(), false);
            }
        })
    };
    html! {
        <div class="tabs" data-area="tabs">
            <div ref={list} role="tablist" class="tablist" aria-label={text::TABLES.get(lang)} {onkeydown}>
                { for props.overview.tables.iter().map(tab) }
            </div>
            <div class="tools">
                { row_deeds(&RowDeedsProps {
                    lang, actions: actions.clone(), table: props.table, cell: props.cell.clone(),
                }) }
                if let Some(days) = props.days_left {
                    <button type="button" class="chip" aria-pressed="true" title={text::ALL_ROWS.get(lang)} onclick={clear}>
                        { text::days_filter(lang, days) }{ icon(Icon::Close, "ic-12 tail") }
                    </button>
                }
                <div class="seg" role="group" aria-label={text::SHOWN_ROWS.get(lang)}>
                    { only(false, text::ALL.get(lang)) }
                    { only(true, text::ONLY_FINDINGS.get(lang)) }
                </div>
                <button type="button" class="ibtn sm large-editor" aria-label={words::LARGE.get(lang)}
                    title={words::LARGE.get(lang)} disabled={props.cell.is_none()}
                    onclick={act(Actions::edit_large)}>{ icon(Icon::List, "") }</button>
                <div class="search w-150">
                    { icon(Icon::Search, "") }
                    <input class="inp sm" id="find" type="search" {value} placeholder={text::SEARCH_HINT.get(lang)}
                        aria-label={text::SEARCH.get(lang)} oninput={search} onkeydown={jump} />
                </div>
                <span class="pair finds">
                    <button type="button" class="ibtn sm find-back" aria-label={words::FIND_BACK.get(lang)}
                        title={words::FIND_BACK.get(lang)} disabled={nothing} onclick={act(|a| a.find(false, false))}>{ icon(Icon::Up, "") }</button>
                    <button type="button" class="ibtn sm find-next" aria-label={words::FIND_NEXT.get(lang)}
                        title={words::FIND_NEXT.get(lang)} disabled={nothing} onclick={act(|a| a.find(true, false))}>{ icon(Icon::Down, "") }</button>
                </span>
                <button type="button" class="ibtn sm replace" aria-label={text_grid::REPLACE.get(lang)}
                    title={format!("{} Ctrl+H", text_grid::REPLACE.get(lang))}
                    onclick={act(|a| a.show(Action::Dialog(Some(Dialog::Replace))))}>{ icon(Icon::Sync, "") }</button>
                <button type="button" class="ibtn sm layout" aria-label={words::COLUMNS.get(lang)}
                    title={words::COLUMNS.get(lang)}
                    onclick={act(|a| a.show(Action::Dialog(Some(Dialog::Layout))))}>{ icon(Icon::Columns, "") }</button>
            </div>
        </div>
    }
}

fn search_for(actions: &Actions, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(input) = input {
        actions.show(Action::Search(input.value().into()));
    }
}
