//! The editor of one setting.

use std::rc::Rc;

use precheck_session::api::Lang;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::rows::rows;
use super::table::{Editor, Setting};
use crate::components::icon::{Icon, icon};
use crate::services::place::use_place;

/// What [`Field`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct FieldProps {
    pub(super) lang: Lang,
    pub(super) id: AttrValue,
    pub(super) setting: Setting,
    pub(super) text: AttrValue,
    pub(super) problem: Option<AttrValue>,
    pub(super) on_text: Callback<String>,
    /// All that is wrong in the form, for the cells of tables: id and words.
    pub(super) problems: Rc<Vec<(String, String)>>,
    /// Rows come from a file, where they can.
    pub(super) on_file: Option<Callback<File>>,
    /// What stands below a table.
    pub(super) below: Html,
}

/// What stands in the editor that an event comes from.
pub(super) fn written(event: &Event) -> Option<String> {
    let target = event.target()?;
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        let tick = input.type_() == "checkbox";
        return Some(if tick { input.checked().to_string() } else { input.value() });
    }
    let area = target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    area.or_else(|| target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value))
}

/// One setting with its name, its help and what is wrong with it.
#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let FieldProps { lang, id, setting, text, problem, on_text, .. } = props;
    let place = use_place();
    let onchange = {
        let on_text = on_text.clone();
        Callback::from(move |event: Event| {
            if let Some(text) = written(&event) {
                on_text.emit(text);
            }
        })
    };
    let (help, invalid) = (format!("{id}-help"), problem.as_ref().map(|_| "true"));
    let line = |class: &'static str, mode: Option<&'static str>| {
        html! {
            <input {id} class={classes!("inp", class)} type="text" inputmode={mode} autocomplete="off" spellcheck="false"
                value={text} aria-describedby={help.clone()} aria-invalid={invalid} onchange={onchange.clone()} />
        }
    };
    let editor = match setting.editor {
        Editor::Line => line("", None),
        Editor::Code => line("mono", None),
        Editor::Number(..) => line("short", Some("numeric")),
        Editor::Lines => {
            let rows = text.lines().count().clamp(2, 8).to_string();
            html! {
                <textarea {id} class="inp" {rows} value={text} aria-describedby={help.clone()} {onchange} />
            }
        }
        Editor::Choice(values) => html! {
            <select {id} class="sel" aria-describedby={help.clone()} {onchange}>
                { for values.iter().map(|(value, name)| html! {
                    <option value={*value} selected={**text == **value}>{ name.get(*lang) }</option>
                }) }
            </select>
        },
        Editor::Rows(_) => Html::default(),
        Editor::Flag => html! {
            <span class="ck"><input {id} type="checkbox" checked={&**text == "true"} aria-describedby={help.clone()} {onchange} /></span>
        },
    };
    if let Editor::Rows(columns) = setting.editor {
        let (label, help) = (setting.label.get(*lang), setting.help.get(*lang));
        return html! {
            <div class="fld wide" role="group" aria-label={label} id={id.clone()} tabindex="-1">
                <span class="lab">{ label }</span>
                <p class="hint">{ help }</p>
                { rows(props, columns, &place) }
            </div>
        };
    }
    let wide = matches!(setting.editor, Editor::Lines);
    html! {
        <div class={classes!("fld", problem.as_ref().map(|_| "err"), wide.then_some("list-fld"))}>
            <label for={id}>{ setting.label.get(*lang) }</label>
            <p class="hint" id={help}>{ setting.help.get(*lang) }</p>
            if let Some(problem) = problem {
                <p class="emsg">{ icon(Icon::Error, "") }{ problem }</p>
            }
            { editor }
        </div>
    }
}
