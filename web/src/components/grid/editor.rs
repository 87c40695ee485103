//! The editor of a cell, by what its column holds.

use precheck_session::api::ColumnView;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Which cell is edited, and with which text it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Editing {
    /// Row id.
    pub(super) row: u32,
    /// Key of the field.
    pub(super) field: String,
    /// The cell's text, unmasked.
    pub(super) before: String,
    /// The text that the editor begins with.
    pub(super) text: String,
}

/// Where to go after an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// Stay.
    Stay,
    /// Down, or up.
    Vertical(bool),
    /// Right, or left.
    Horizontal(bool),
}

/// How an edit ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Done {
    /// The new text; none: given up.
    pub(super) text: Option<String>,
    /// Where to go.
    pub(super) then: Then,
}

/// What a [`CellEditor`] edits.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct CellEditorProps {
    /// The column.
    pub(super) field: ColumnView,
    /// The cell.
    pub(super) editing: Editing,
    /// It is done.
    pub(super) on_done: Callback<Done>,
}

fn value(node: &NodeRef) -> Option<String> {
    let node = node.get()?;
    let input = node.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input.or_else(|| node.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
}

/// Puts the text in and the caret behind it.
fn begin(node: &NodeRef, text: &str) {
    let Some(node) = node.get() else { return };
    let end = text.encode_utf16().count() as u32;
    if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
        let _ = input.focus();
        let _ = input.set_selection_range(end, end);
    } else if let Some(area) = node.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
        let _ = area.focus();
        let _ = area.set_selection_range(end, end);
    }
}

/// Inserts a line break at the caret.
fn break_line(event: &KeyboardEvent) {
    let Some(area) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let (start, end) = (area.selection_start(), area.selection_end());
    if let (Ok(Some(start)), Ok(Some(end))) = (start, end) {
        let _ = area.set_range_text_with_start_and_end("\n", start, end);
        let _ = area.set_selection_range(start + 1, start + 1);
    }
}

/// The editor of a cell. Enter goes down, Tab goes right, Esc gives up, leaving keeps what was typed.
#[component]
pub(super) fn CellEditor(props: &CellEditorProps) -> Html {
    let node = use_node_ref();
    // Leaving follows every other end; only the first end counts.
    let ended = use_mut_ref(|| false);
    {
        let (node, text) = (node.clone(), props.editing.text.clone());
        use_effect_with((), move |()| begin(&node, &text));
    }
    let end = {
        let (on_done, ended, node) = (props.on_done.clone(), ended.clone(), node.clone());
        move |keep: bool, then: Then| {
            if !std::mem::replace(&mut *ended.borrow_mut(), true) {
                on_done.emit(Done { text: keep.then(|| value(&node)).flatten(), then });
            }
        }
    };
    let onkeydown = {
        let end = end.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Keys of the grid and of the page do not act while a text is written or composed.
            event.stop_propagation();
            if event.is_composing() || event.key_code() == 229 {
                return;
            }
            let back = event.shift_key();
            match event.key().as_str() {
                "Enter" if event.alt_key() || event.ctrl_key() => break_line(&event),
                "Enter" => end(true, Then::Vertical(!back)),
                "Tab" => end(true, Then::Horizontal(!back)),
                "Escape" => end(false, Then::Stay),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| end(true, Then::Stay));
    // A click or a paste in the editor is none in the grid.
    let onmousedown = Callback::from(|event: MouseEvent| event.stop_propagation());
    let onpaste = Callback::from(|event: Event| event.stop_propagation());
    let label = props.field.label.clone();
    match props.field.form.as_str() {
        "long_text" => html! {
            <textarea ref={node} class="cell-edit long" rows="5" aria-label={label} spellcheck="false"
                {onkeydown} {onblur} {onmousedown} {onpaste} />
        },
        form => {
            let list = (!props.field.words.is_empty()).then(|| format!("words-{}", props.field.field));
            html! {<>
                <input ref={node} type="text" class={classes!("cell-edit", (form == "identifier").then_some("mono"))}
                    aria-label={label} autocomplete="off" spellcheck="false" list={list.clone()}
                    placeholder={(form == "date").then_some("2023-06-16")}
                    inputmode={(form == "amount").then_some("decimal")}
                    {onkeydown} {onblur} {onmousedown} {onpaste} />
                if let Some(id) = list {
                    <datalist {id}>
                        { for props.field.words.iter().map(|word| html! { <option value={word.clone()} /> }) }
                    </datalist>
                }
            </>}
        }
    }
}

/// Gives the focus to an element without scrolling to it.
pub(super) fn focus_quietly(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _: Result<(), JsValue> = element.focus_with_options(&options);
}
