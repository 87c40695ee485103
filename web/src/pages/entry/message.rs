//! What is wrong with a field: the same words as in the summary, what may be adopted, and the confirmation of a
//! warning.

use precheck_session::api::{FindingReport, Lang};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::focus_editor;
use crate::actions::Actions;
use crate::components::icon::severity_icon;
use crate::services::place::use_place;
use crate::state_entry::EntryAction;
use crate::{text, text_entry as words};

/// So short a reason is none.
const LEAST: usize = 5;

/// What [`messages`] show.
pub(super) struct MessagesProps {
    pub(super) lang: Lang,
    pub(super) actions: Actions,
    pub(super) field: AttrValue,
    /// Id of the whole.
    pub(super) id: Option<String>,
    pub(super) findings: Vec<FindingReport>,
    pub(super) confirmed: Vec<(String, String)>,
}

/// The findings of a field.
pub(super) fn messages(props: &MessagesProps) -> Html {
    let Some(id) = props.id.clone() else { return Html::default() };
    html! {
        <div class="emsgs">
            <div {id}>{ for props.findings.iter().map(|finding| message(props.lang, finding)) }</div>
            { for props.findings.iter().map(|finding| html! {
                <Deeds key={finding.name.clone()} lang={props.lang} actions={props.actions.clone()}
                    field={props.field.clone()} finding={finding.clone()}
                    reason={props.confirmed.iter().find(|(rule, _)| *rule == finding.name).map(|(_, why)| why.clone())} />
            }) }
        </div>
    }
}

fn message(lang: Lang, finding: &FindingReport) -> Html {
    let class = match finding.severity.as_str() {
        "error" => "",
        "warning" => "W",
        _ => "I",
    };
    let level = text::severity(&finding.severity).get(lang);
    html! {
        <p class={classes!("emsg", class)} title={finding.suggestion.clone()}>
            { severity_icon(&finding.severity, "", Some(level.into())) }
            <span>{ &finding.message }</span>
        </p>
    }
}

/// What [`Deeds`] show.
#[derive(Properties, PartialEq, Clone)]
struct DeedsProps {
    lang: Lang,
    actions: Actions,
    field: AttrValue,
    finding: FindingReport,
    reason: Option<String>,
}

/// What can be done about a finding: adopt the proposal, or confirm the warning.
#[component]
fn Deeds(props: &DeedsProps) -> Html {
    let lang = props.lang;
    let place = use_place();
    let (finding, actions, field) = (&props.finding, &props.actions, props.field.to_string());
    let adopt = finding.fix.as_ref().map(|fix| {
        let (actions, field, text) = (actions.clone(), field.clone(), fix.value.clone());
        let place = place.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            // The button goes with the finding: the field keeps the focus.
            focus_editor(&place, &field);
            actions.entry_adopt(field.clone(), text.clone());
        });
        html! {
            <p class="sugg">
                if fix.value.is_empty() {
                    { words::EMPTY_IT.get(lang) }
                } else {
                    { words::CHANGE_TO.get(lang) }{ " " }<span class="mono">{ &fix.value }</span>
                }
                <button type="button" class="link adopt" {onclick}>{ words::ADOPT.get(lang) }</button>
            </p>
        }
    });
    html! {<>
        { for adopt }
        if finding.severity == "warning" {
            <Confirm lang={lang} actions={actions.clone()} {field} rule={finding.name.clone()} reason={props.reason.clone()} />
        }
    </>}
}

/// What [`Confirm`] shows.
#[derive(Properties, PartialEq, Clone)]
struct ConfirmProps {
    lang: Lang,
    actions: Actions,
    field: String,
    rule: String,
    reason: Option<String>,
}

/// Confirms a warning with a reason.
#[component]
fn Confirm(props: &ConfirmProps) -> Html {
    let lang = props.lang;
    let open = use_state_eq(|| false);
    let typed = use_state_eq(String::new);
    let short = use_state_eq(|| false);
    let place = use_place();
    let tell = {
        let (actions, field, rule) = (props.actions.clone(), props.field.clone(), props.rule.clone());
        move |reason: String| {
            focus_editor(&place, &field);
            actions.entry(EntryAction::Confirm(field.clone(), rule.clone(), reason));
        }
    };
    if let Some(reason) = &props.reason {
        let take_back = Callback::from(move |_: MouseEvent| tell(String::new()));
        return html! {
            <p class="sugg">
                { words::CONFIRMED.get(lang) }{ reason }
                <button type="button" class="link" onclick={take_back}>{ words::UNCONFIRM.get(lang) }</button>
            </p>
        };
    }
    if !*open {
        let onclick = {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set(true))
        };
        return html! {
            <p class="sugg"><button type="button" class="link confirm" {onclick}>{ words::CONFIRM.get(lang) }</button></p>
        };
    }
    let confirm = {
        let (open, typed, short) = (open.clone(), typed.clone(), short.clone());
        move || {
            let reason = typed.trim().to_owned();
            if reason.chars().count() < LEAST {
                short.set(true);
            } else {
                open.set(false);
                tell(reason);
            }
        }
    };
    let oninput = {
        let (typed, short) = (typed.clone(), short.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                typed.set(input.value());
                short.set(false);
            }
        })
    };
    let onkeydown = {
        let (confirm, open) = (confirm.clone(), open.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.ctrl_key() {
                return;
            }
            match event.key().as_str() {
                "Enter" => {
                    event.prevent_default();
                    confirm();
                }
                "Escape" => open.set(false),
                _ => {}
            }
        })
    };
    let id = format!("entry-reason-{}-{}", props.field, props.rule);
    html! {
        <div class="reason">
            <label for={id.clone()}>{ words::REASON.get(lang) }</label>
            <input type="text" class="inp sm" {id} value={(*typed).clone()} {oninput} {onkeydown} autocomplete="off"
                aria-invalid={short.then_some("true")} />
            <button type="button" class="btn sm" onclick={Callback::from(move |_: MouseEvent| confirm())}>
                { words::CONFIRM_NOW.get(lang) }
            </button>
            if *short { <p class="emsg" role="alert">{ words::REASON_SHORT.get(lang) }</p> }
        </div>
    }
}
