//! Pasting: Ctrl+V anywhere on the screen, and a dialog for those who look for a place to paste into.

use gloo::events::EventListener;
use precheck_session::api::Lang;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, File, HtmlTextAreaElement};
use yew::prelude::*;

use crate::components::dialog::{Dialog, DialogSize};
use crate::components::icon::{Icon, icon};
use crate::components::picker::files_of;
use crate::services::place::use_place;
use crate::text_pages::{common, load as words};

/// Whether the paste goes into a field of its own.
fn is_for_a_field(event: &web_sys::Event) -> bool {
    // The first of the path is the true target even inside a shadow root.
    let target = event.composed_path().get(0);
    target.dyn_ref::<Element>().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.get_attribute("contenteditable").is_some()
    })
}

/// Takes tables and files that are pasted anywhere, while `active`.
#[hook]
pub(super) fn use_paste(active: bool, on_files: Callback<Vec<File>>, on_text: Callback<String>) {
    let place = use_place();
    use_effect_with((active, on_files, on_text), move |(active, on_files, on_text)| {
        let listener = active.then(|| {
            let (on_files, on_text) = (on_files.clone(), on_text.clone());
            EventListener::new(&place.events(), "paste", move |event| {
                let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
                let Some(data) = event.clipboard_data() else { return };
                if is_for_a_field(event) {
                    return;
                }
                let files = files_of(data.files());
                let text = data.get_data("text/plain").unwrap_or_default();
                // Spreadsheets put a picture of the range beside its text.
                if !text.trim().is_empty() {
                    on_text.emit(text);
                } else if !files.is_empty() {
                    on_files.emit(files);
                }
            })
        });
        move || drop(listener)
    });
}

/// What [`PasteDialog`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct PasteDialogProps {
    pub(super) lang: Lang,
    pub(super) on_text: Callback<String>,
    pub(super) on_close: Callback<()>,
}

/// A field to paste a table into.
#[component]
pub(super) fn PasteDialog(props: &PasteDialogProps) -> Html {
    let lang = props.lang;
    let field = use_node_ref();
    let blank = use_state_eq(|| false);
    let read = {
        let (field, blank) = (field.clone(), blank.clone());
        let (on_text, on_close) = (props.on_text.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            let text = field.value();
            if text.trim().is_empty() {
                blank.set(true);
                crate::components::focus::focus(&field);
            } else {
                on_close.emit(());
                on_text.emit(text);
            }
        })
    };
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn" onclick={props.on_close.reform(|_| ())}>{ common::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri" onclick={read}>{ words::PASTE_READ.get(lang) }</button>
        </span>
    };
    html! {
        <Dialog {lang} id="paste-title" title={words::PASTE_TITLE.get(lang)} size={DialogSize::Middle}
            on_close={props.on_close.clone()} {footer}>
            <div class={classes!("fld", (*blank).then_some("err"))}>
                <label for="paste-text">{ words::PASTE_LABEL.get(lang) }</label>
                <p class="hint" id="paste-hint">{ words::PASTE_HINT.get(lang) }</p>
                if *blank {
                    <p class="emsg" id="paste-error" role="alert">
                        { icon(Icon::Error, "") }{ words::PASTE_EMPTY.get(lang) }
                    </p>
                }
                <textarea ref={field} id="paste-text" class="inp mono nowrap" rows="12" data-autofocus="" wrap="off"
                    spellcheck="false" aria-invalid={(*blank).then_some("true")}
                    aria-describedby={if *blank { "paste-hint paste-error" } else { "paste-hint" }} />
            </div>
        </Dialog>
    }
}
