//! A field of the form: label, help, what is wrong, its editor, what may be adopted.

use precheck_session::api::{FindingReport, FormField, Lang};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::choice::{ListProps, check_list, fits, radio_list};
use super::combobox::Combobox;
use super::date::DateField;
use super::message::{MessagesProps, messages};
use crate::actions::Actions;
use crate::components::focus;
use crate::services::place::Place;
use crate::state_entry::EntryAction;
use crate::text_entry as words;

/// So many offers are shown all at once; more are searched.
const SHOWN: usize = 4;
/// A text is counted once so much of what the platform takes is used up.
const NEAR: usize = 8;

/// What [`Field`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct FieldProps {
    pub(super) lang: Lang,
    pub(super) actions: Actions,
    pub(super) field: FormField,
    pub(super) value: AttrValue,
    /// Whether the value is a proposal that nobody touched.
    pub(super) proposed: bool,
    /// How the value is read.
    pub(super) reading: Option<AttrValue>,
    pub(super) findings: Vec<FindingReport>,
    /// Confirmed warnings of the field: rule and reason.
    pub(super) confirmed: Vec<(String, String)>,
}

/// What every editor needs.
#[derive(Clone, PartialEq)]
pub(super) struct Editor {
    pub(super) lang: Lang,
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) value: AttrValue,
    pub(super) invalid: bool,
    pub(super) described: Option<AttrValue>,
    pub(super) required: bool,
    /// Another text.
    pub(super) on_type: Callback<String>,
    /// The field was left.
    pub(super) on_leave: Callback<()>,
}

/// Id of the editor of a field.
pub(super) fn id_of(field: &str) -> String {
    format!("entry-{field}")
}

/// Focuses the editor of a field: of a list its first entry.
pub(super) fn focus_editor(place: &Place, field: &str) {
    let Some(editor) = place.by_id(&id_of(field)) else { return };
    let first = editor.query_selector("input").ok().flatten().filter(|_| editor.tag_name() == "FIELDSET");
    match first.and_then(|first| first.dyn_into::<web_sys::HtmlElement>().ok()) {
        Some(first) => focus::focus(&first),
        None => focus::focus(&editor),
    }
}

/// The field.
#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let (lang, schema) = (props.lang, &props.field.schema);
    let id = id_of(&schema.field);
    let on_type = use_callback((props.actions.clone(), schema.field.clone()), |text, (actions, field)| {
        actions.entry(EntryAction::Type(field.clone(), text));
    });
    let on_leave = use_callback((props.actions.clone(), schema.field.clone()), |(), (actions, field)| {
        actions.entry_leave(field.clone());
    });
    let worst = props.findings.first().map_or("", |finding| finding.severity.as_str());
    let count = props.value.chars().count();
    let most = schema.max_length;
    let long = props.field.editor == "long-text";
    let counts = matches!(props.field.editor.as_str(), "text" | "long-text")
        && (long && count > 0 || count * 10 >= usize::from(most) * NEAR);
    let hint = (!schema.help.is_empty()).then(|| format!("{id}-hint"));
    let fault = (!props.findings.is_empty()).then(|| format!("{id}-fault"));
    let note = (props.proposed || props.reading.is_some() || counts).then(|| format!("{id}-note"));
    let described: Vec<&str> = [&hint, &fault, &note].into_iter().flatten().map(String::as_str).collect();
    let editor = Editor {
        lang,
        id: id.clone().into(),
        label: schema.label.clone().into(),
        value: props.value.clone(),
        invalid: worst == "error",
        described: (!described.is_empty()).then(|| described.join(" ").into()),
        required: !props.field.optional,
        on_type,
        on_leave,
    };
    let list = is_list(&props.field, &props.value);
    let optional = html! {
        if props.field.optional { <span class="opt">{ words::OPTIONAL.get(lang) }</span> }
    };
    let help = html! {<>
        if let Some(hint) = &hint { <p class="hint" id={hint.clone()}>{ &schema.help }</p> }
        { messages(&MessagesProps {
            lang, actions: props.actions.clone(), field: schema.field.clone().into(), id: fault.clone(),
            findings: props.findings.clone(), confirmed: props.confirmed.clone(),
        }) }
    </>};
    let notes = html! {
        if let Some(note) = &note {
            <p class="note-line" id={note.clone()}>
                if let Some(reading) = &props.reading {
                    <span class="read">{ words::READ_AS.get(lang) }{ " " }<b>{ reading }</b></span>
                }
                if props.proposed { <span class="muted">{ words::PROPOSED.get(lang) }</span> }
                if counts {
                    <span class={classes!("count", (count > usize::from(most)).then_some("over"))}>
                        { words::counted(lang, count, most) }
                    </span>
                }
            </p>
        }
    };
    let class = classes!(
        "fld",
        (long || schema.field == "enterprise_name" || props.field.editor == "choices").then_some("wide"),
        match worst {
            "error" => Some("err"),
            "warning" => Some("wrn"),
            _ => None,
        }
    );
    html! {
        <div {class} data-field={schema.field.clone()}>
            if list {
                <fieldset id={id} aria-describedby={editor.described.clone()} tabindex="-1">
                    <legend>{ &schema.label }{ optional }</legend>
                    { help }
                    { list_of(&props.field, editor) }
                </fieldset>
            } else {
                <label for={id}>{ &schema.label }{ optional }</label>
                { help }
                { line_of(&props.field, editor) }
            }
            { notes }
        </div>
    }
}

/// Whether the offers are shown all at once: few, or several that may be ticked, and the value is among them.
fn is_list(field: &FormField, value: &str) -> bool {
    let few = match field.editor.as_str() {
        "choice" => field.offers.len() <= SHOWN,
        "choices" => true,
        _ => false,
    };
    few && fits(field, value)
}

fn list_of(field: &FormField, editor: Editor) -> Html {
    let offers = field.offers.clone();
    match field.editor.as_str() {
        "choices" => check_list(&ListProps { editor, offers, optional: false }),
        _ => radio_list(&ListProps { editor, offers, optional: field.optional }),
    }
}

fn line_of(field: &FormField, editor: Editor) -> Html {
    match field.editor.as_str() {
        "long-text" => area(&editor),
        "date" | "date-or-long-term" | "period" => {
            html! { <DateField {editor} long_term={field.editor == "date-or-long-term"} /> }
        }
        _ if !field.offers.is_empty() => {
            html! { <Combobox {editor} offers={field.offers.clone()} free={field.free} /> }
        }
        form => line(&editor, form),
    }
}

fn line(editor: &Editor, form: &str) -> Html {
    let oninput = editor.on_type.reform(|event: InputEvent| {
        let input: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        input.map(|input| input.value()).unwrap_or_default()
    });
    let mono = matches!(form, "uscc" | "registration-no");
    let mode = (form == "amount").then_some("decimal");
    html! {
        <input type="text" class={classes!("inp", mono.then_some("mono"))} id={&editor.id} value={&editor.value}
            inputmode={mode} autocomplete="off" spellcheck="false" aria-invalid={editor.invalid.then_some("true")}
            aria-required={editor.required.then_some("true")} aria-describedby={editor.described.clone()}
            {oninput} onblur={editor.on_leave.reform(|_| ())} />
    }
}

fn area(editor: &Editor) -> Html {
    let oninput = editor.on_type.reform(|event: InputEvent| {
        let area: Option<HtmlTextAreaElement> = event.target().and_then(|target| target.dyn_into().ok());
        area.map(|area| area.value()).unwrap_or_default()
    });
    html! {
        <textarea class="inp" rows="2" id={&editor.id} value={&editor.value} spellcheck="false"
            aria-invalid={editor.invalid.then_some("true")} aria-required={editor.required.then_some("true")}
            aria-describedby={editor.described.clone()} {oninput} onblur={editor.on_leave.reform(|_| ())} />
    }
}
