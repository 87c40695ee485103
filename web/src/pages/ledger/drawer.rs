//! 企业信用档案: everything about one enterprise, beside the table. Esc closes it.

use std::rc::Rc;

use precheck_ledger::{Dossier, Group, Kind, LONG_TERM, Row, Status, iso};
use precheck_session::api::{Lang, PlatformView};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::answer::remedy;
use super::status;
use crate::actions::Actions;
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::text_ledger as words;

/// What [`Drawer`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct DrawerProps {
    /// Language.
    pub lang: Lang,
    /// Explains the platform's words.
    pub actions: Actions,
    /// Everything about the enterprise.
    pub dossier: Rc<Dossier>,
    /// Closes it.
    pub on_close: Callback<()>,
    /// Enters an answer about a record.
    pub on_answer: Callback<String>,
    /// Takes the last answer about a record back.
    pub on_take_back: Callback<String>,
    /// Takes a record out.
    pub on_take_out: Callback<String>,
    /// Prints it.
    pub on_print: Callback<()>,
}

/// The full name of a kind.
pub(super) fn kind(lang: Lang, key: &str) -> String {
    Kind::from_key(key).map_or_else(|| key.to_owned(), |kind| kind.label().get(lang).to_owned())
}

/// The lines below a record: exports, answers, publicity, confirmations.
pub(super) fn facts(lang: Lang, row: &Row) -> Vec<String> {
    let entry = &row.entry;
    let short = |at: &str| at.chars().take(16).collect::<String>();
    let mut lines = Vec::new();
    match entry.facts.publicity_end.as_str() {
        "" => {}
        LONG_TERM => lines.push(words::public_until(lang, words::LONG_TERM.get(lang), false)),
        day => lines.push(words::public_until(lang, day, row.expired)),
    }
    let exports = entry.exports.iter();
    lines.extend(
        exports.map(|export| words::exported(lang, &short(&export.at), &export.file, &export.handler)),
    );
    let answers = entry.answers.iter();
    lines.extend(
        answers.map(|answer| words::answered(lang, &short(&answer.at), answer.accepted, &answer.words)),
    );
    let confirmed = entry.facts.confirmed.iter();
    lines.extend(confirmed.map(|one| words::confirmed(lang, &one.rule, &one.title, &one.reason)));
    lines
}

/// What a rejected record needs, by the platform's words.
#[derive(Properties, PartialEq, Clone)]
struct RemedyProps {
    lang: Lang,
    actions: Actions,
    said: AttrValue,
}

#[component]
fn Remedy(props: &RemedyProps) -> Html {
    let view = use_state_eq(PlatformView::default);
    {
        let (view, actions) = (view.clone(), props.actions.clone());
        use_effect_with(props.said.clone(), move |said| {
            let said = said.to_string();
            spawn_local(async move { view.set(actions.translate(said).await) });
        });
    }
    html! {<>{ for view.messages.iter().map(|message| remedy(props.lang, message)) }</>}
}

/// Sentences about what is open, rejected, or about to lose its publicity.
fn reminders(props: &DrawerProps) -> Vec<Html> {
    let lang = props.lang;
    let mut notes = Vec::new();
    for row in &props.dossier.rows {
        let facts = &row.entry.facts;
        let what = format!("{} {}", words::kind(lang, &facts.kind), facts.document_no);
        if let (true, Some(due)) = (row.status.is_open(), row.due) {
            let class = if row.is_overdue() { "note E" } else { "note W" };
            notes.push(html! { <div {class}>{ icon(Icon::Warning, "") }
            <div>{ words::open_record(lang, &what, &iso(due), facts.errors, facts.warnings) }</div></div> });
        }
        if let Some(reminder) = row.reminder {
            notes.push(html! { <div class="note W">{ icon(Icon::Warning, "") }
            <div>{ format!("{what}：{}", words::reminder(lang, reminder)) }</div></div> });
        }
        if let (Status::Rejected, Some(answer)) = (row.status, row.entry.answer()) {
            notes.push(
                html! { <Remedy {lang} actions={props.actions.clone()} said={answer.words.clone()} /> },
            );
        }
    }
    if let Some(line) = words::others(lang, &props.dossier.other_names, &props.dossier.other_codes) {
        notes.push(html! { <div class="note W">{ icon(Icon::Warning, "") }<div>{ line }</div></div> });
    }
    notes
}

/// The drawer.
#[component]
pub fn Drawer(props: &DrawerProps) -> Html {
    let (lang, dossier) = (props.lang, &props.dossier);
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(drawer) = node.cast::<HtmlElement>() {
                focus::focus_first(&drawer, "h2");
            }
        });
    }
    let onkeydown = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                on_close.emit(());
            }
        })
    };
    let groups = Group::ALL.into_iter().filter(|&group| group != Group::Others || dossier.count(group) > 0);
    let record = |row: &Row| {
        let facts_of = &row.entry.facts;
        let id = facts_of.id.clone();
        let press = |callback: &Callback<String>| {
            let (callback, id) = (callback.clone(), id.clone());
            Callback::from(move |_: MouseEvent| callback.emit(id.clone()))
        };
        html! {
            <li key={id.clone()} class={classes!(row.status.is_open().then_some("W"))}>
                <b>{ format!("{}　{}", facts_of.event_date, kind(lang, &facts_of.kind)) }</b>{ "，" }{ status(lang, row.status) }
                if !facts_of.document_no.is_empty() { <div>{ &facts_of.document_no }</div> }
                if !facts_of.matter.is_empty() { <div>{ &facts_of.matter }</div> }
                { for facts(lang, row).into_iter().map(|line| html! { <div class="muted">{ line }</div> }) }
                <div class="acts">
                    <button type="button" class="link" onclick={press(&props.on_answer)}>{ words::ENTER.get(lang) }</button>
                    if row.entry.answer().is_some() {
                        <button type="button" class="link" onclick={press(&props.on_take_back)}>{ words::TAKE_BACK.get(lang) }</button>
                    }
                    <button type="button" class="link" onclick={press(&props.on_take_out)}>{ words::TAKE_OUT.get(lang) }</button>
                </div>
            </li>
        }
    };
    let notes = reminders(props);
    html! {
        <aside ref={node} class="drawer" data-area="dossier" aria-labelledby="dossier-name" {onkeydown}>
            <div class="dh">
                <p class="t12 muted">{ words::DOSSIER.get(lang) }</p>
                <h2 id="dossier-name" tabindex="-1">{ &dossier.name }</h2>
                <p class="mono t13">{ &dossier.code }</p>
                <button type="button" class="ibtn" aria-label={words::CLOSE.get(lang)} onclick={props.on_close.reform(|_: MouseEvent| ())}>
                    { icon(Icon::Close, "") }
                </button>
            </div>
            <div class="db">
                <div class="stat">{ for groups.map(|group| html! {
                    <div><b>{ dossier.count(group) }</b>{ words::group(group).get(lang) }</div>
                }) }</div>
                if !notes.is_empty() { <h3>{ words::REMINDERS.get(lang) }</h3>{ for notes } }
                <div class="recs"><h3>{ words::RECORDS.get(lang) }</h3>
                    <button type="button" class="btn quiet sm" onclick={props.on_print.reform(|_: MouseEvent| ())}>
                        { icon(Icon::File, "") }{ words::PRINT_DOSSIER.get(lang) }
                    </button></div>
                <ol class="evt">{ for dossier.rows.iter().map(record) }</ol>
            </div>
        </aside>
    }
}
