//! 列对应: a sheet whose header or columns the user settles.

mod choice;
mod table;

use std::rc::Rc;

use precheck_session::api::{KindView, Lang, SheetMapping, SheetQuestion};
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::text_layouts;
use crate::text_pages::{common, map as words, to_mend};
use choice::{Choice, Fault};
use table::{ColumnTableProps, PreviewProps, column_table, preview};

/// What [`MapPage`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct MapProps {
    /// Language.
    pub lang: Lang,
    /// Name of the file or the pasted text.
    pub source: AttrValue,
    /// The sheet. The screen starts anew when it changes: give it a key of source and sheet.
    pub question: Rc<SheetQuestion>,
    /// Every kind with its fields.
    pub kinds: Rc<Vec<KindView>>,
    /// What the user settled, and whether it is to be remembered for other sheets with this header.
    pub on_confirm: Callback<(SheetMapping, bool)>,
    /// Leaves without settling anything.
    pub on_back: Callback<()>,
}

/// The value of a list that changed.
fn chosen(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}

/// The screen.
#[component]
pub fn MapPage(props: &MapProps) -> Html {
    let MapProps { lang, question, kinds, on_confirm, on_back, source } = props;
    let lang = *lang;
    let choice = use_state(|| Choice::start(question));
    let tried = use_state_eq(|| false);
    let remember = use_state_eq(|| true);
    let summary = use_node_ref();
    let kind = kinds.iter().find(|kind| kind.key == choice.kind);
    let faults = Rc::new(if *tried { choice.faults(question, kind) } else { Vec::new() });

    let set = {
        let choice = choice.clone();
        Callback::from(move |next: Choice| choice.set(next))
    };
    let on_kind = {
        let (set, choice, kinds) = (set.clone(), choice.clone(), kinds.clone());
        Callback::from(move |event: Event| {
            let key = chosen(&event);
            set.emit(choice.with_kind(kinds.iter().find(|kind| kind.key == key)));
        })
    };
    let on_header = {
        let (set, choice) = (set.clone(), choice.clone());
        Callback::from(move |event: Event| {
            set.emit(Choice { header_row: chosen(&event).parse().unwrap_or(0), ..(*choice).clone() });
        })
    };
    let on_field = {
        let (set, choice) = (set.clone(), choice.clone());
        Callback::from(move |(at, field): (usize, Option<String>)| set.emit(choice.with_field(at, field)))
    };
    let confirm = {
        let (choice, question, tried, summary) =
            (choice.clone(), question.clone(), tried.clone(), summary.clone());
        let (kinds, on_confirm, remember) = (kinds.clone(), on_confirm.clone(), *remember);
        Callback::from(move |()| {
            let kind = kinds.iter().find(|kind| kind.key == choice.kind);
            if choice.faults(&question, kind).is_empty() {
                on_confirm.emit((choice.mapping(&question), remember && choice.header_row > 0));
            } else {
                tried.set(true);
                // Where the summary stands already, it takes the focus again.
                if let Some(summary) = summary.cast::<HtmlElement>() {
                    focus::focus(&summary);
                }
            }
        })
    };
    let on_remember = {
        let remember = remember.clone();
        Callback::from(move |_: Event| remember.set(!*remember))
    };
    let leave_out = {
        let sheet = question.sheet;
        on_confirm.reform(move |_: MouseEvent| {
            (SheetMapping { sheet, kind: String::new(), header_row: 0, columns: Vec::new() }, false)
        })
    };
    let onkeydown = {
        let confirm = confirm.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && event.ctrl_key() && !event.is_composing() {
                event.prevent_default();
                confirm.emit(());
            }
        })
    };
    let lacking = kind.map(|kind| choice.lacking(kind)).unwrap_or_default();
    html! {
        <section class="view map" aria-labelledby="map-title" {onkeydown}>
            <div class="page stack">
                { head(lang, source, question, kind, &choice) }
                if !faults.is_empty() {
                    <Faults {lang} faults={faults.clone()} node={summary} />
                }
                <div class="card">
                    <div class="body mapping">
                        <label for="map-kind">{ words::KIND.get(lang) }</label>
                        <select id="map-kind" class="sel" onchange={on_kind}>
                            <option value="" selected={choice.kind.is_empty()}>{ common::CHOOSE.get(lang) }</option>
                            { for kinds.iter().map(|kind| html! {
                                <option value={kind.key.clone()} selected={choice.kind == kind.key}>{ &kind.label }</option>
                            }) }
                        </select>
                        <label for="map-header">{ words::HEADER_ROW.get(lang) }</label>
                        <select id="map-header" class="sel" onchange={on_header}>
                            <option value="0" selected={choice.header_row == 0}>{ words::NO_HEADER.get(lang) }</option>
                            { for header_rows(lang, question, choice.header_row) }
                        </select>
                    </div>
                    { column_table(&ColumnTableProps {
                        lang, question: question.clone(), kind: kind.cloned().map(Rc::new),
                        choice: Rc::new((*choice).clone()), faults, on_field,
                    }) }
                    if !lacking.is_empty() {
                        <div class="body"><div class="note W">
                            { icon(Icon::Warning, "") }<span>{ words::lacking(lang, &lacking) }</span>
                        </div></div>
                    }
                    <div class="actbar">
                        <button type="button" class="btn pri" onclick={confirm.reform(|_: MouseEvent| ())}>
                            { words::CONFIRM.get(lang) }
                        </button>
                        <button type="button" class="btn" onclick={leave_out}>{ words::LEAVE_OUT.get(lang) }</button>
                        <button type="button" class="btn" onclick={on_back.reform(|_: MouseEvent| ())}>
                            { words::BACK.get(lang) }
                        </button>
                        if choice.header_row > 0 {
                            <label class="tick remember"><input type="checkbox" checked={*remember} onchange={on_remember} />
                                { text_layouts::REMEMBER.get(lang) }</label>
                        }
                    </div>
                </div>
                { preview(&PreviewProps { lang, question: question.clone(), header_row: choice.header_row }) }
            </div>
        </section>
    }
}

fn head(
    lang: Lang,
    source: &str,
    question: &SheetQuestion,
    kind: Option<&KindView>,
    choice: &Choice,
) -> Html {
    let open = choice.open();
    let sheet = if question.name.is_empty() { source } else { &question.name };
    let title = if question.header_row == 0 && question.kind.is_empty() {
        words::title_unknown(lang, sheet)
    } else {
        words::title(lang, open, sheet)
    };
    let label = kind.map_or("", |kind| &kind.label);
    html! {
        <div class="page-h"><div>
            <h1 id="map-title" tabindex="-1">{ title }</h1>
            <p>{ words::lead(lang, source, &question.name, label, choice.taken()) }</p>
        </div></div>
    }
}

/// The rows that may be the header: those that the preview knows, and the chosen one.
fn header_rows(lang: Lang, question: &SheetQuestion, chosen: u32) -> Vec<Html> {
    let shown = |row: u32| {
        let cells = question.preview.get(row as usize - 1).map(Vec::as_slice).unwrap_or_default();
        cells
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .take(4)
            .collect::<Vec<_>>()
            .join(" | ")
    };
    let mut rows: Vec<u32> =
        (1..=question.preview.len() as u32).filter(|&row| !shown(row).is_empty()).collect();
    if chosen > 0 && !rows.contains(&chosen) {
        rows.push(chosen);
    }
    rows.into_iter()
        .map(|row| {
            html! {
                <option value={row.to_string()} selected={row == chosen}>{ words::row(lang, row, &shown(row)) }</option>
            }
        })
        .collect()
}

#[derive(Properties, PartialEq, Clone)]
struct FaultsProps {
    lang: Lang,
    faults: Rc<Vec<Fault>>,
    node: NodeRef,
}

/// The error summary: it takes the focus once it appears, and each line leads to its field.
#[component]
fn Faults(props: &FaultsProps) -> Html {
    let FaultsProps { lang, faults, node } = props;
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            if let Some(summary) = node.cast::<HtmlElement>() {
                focus::focus(&summary);
            }
        }
    });
    let line = |fault: &Fault| {
        let id = fault.field.clone();
        let node = node.clone();
        let go = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            // The summary's own tree: a document, or the shadow root of an embedded page.
            let Some(screen) =
                node.cast::<HtmlElement>().and_then(|summary| summary.closest(".view").ok().flatten())
            else {
                return;
            };
            focus::focus_first(&screen, &format!("#{id}"));
        });
        html! { <li><a href={format!("#{}", fault.field)} onclick={go}>{ fault.text(*lang) }</a></li> }
    };
    html! {
        <div ref={node} class="esum" role="alert" tabindex="-1" aria-labelledby="map-faults">
            <h2 id="map-faults">{ icon(Icon::Error, "") }{ to_mend(*lang, faults.len()) }</h2>
            <ul>{ for faults.iter().map(line) }</ul>
        </div>
    }
}
