//! A text field with a list that is searched by typing: the ARIA combobox pattern with a list box.

use precheck_session::api::Offer;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::field::Editor;
use crate::components::icon::{Icon, icon};
use crate::services::place::use_place;
use crate::text_entry as words;

/// Most offers that are listed at a time.
const MOST: usize = 60;

/// What [`Combobox`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct ComboboxProps {
    pub(super) editor: Editor,
    pub(super) offers: Vec<Offer>,
    /// Whether another text may stand there.
    pub(super) free: bool,
}

/// The offers in which every part of a text occurs, in the word or in its code.
fn matching(offers: &[Offer], typed: &str) -> Vec<Offer> {
    let typed = typed.trim().to_lowercase();
    // The whole list again, where the text is one of its words: one opens it to choose another.
    let all = typed.is_empty() || offers.iter().any(|offer| offer.text.to_lowercase() == typed);
    let holds = |offer: &&Offer| {
        let text = offer.text.to_lowercase();
        all || typed.split_whitespace().all(|part| text.contains(part) || offer.code.starts_with(part))
    };
    offers.iter().filter(holds).take(MOST).cloned().collect()
}

/// The field with its list.
#[component]
pub(super) fn Combobox(props: &ComboboxProps) -> Html {
    let editor = &props.editor;
    let place = use_place();
    let open = use_state_eq(|| false);
    // Whether the text was typed since the list was opened: only then it searches.
    let searching = use_state_eq(|| false);
    let current = use_state_eq(|| None::<usize>);
    let input = use_node_ref();
    let list_id = format!("{}-list", editor.id);
    let option_id = |at: usize| format!("{}-option-{at}", editor.id);
    let offers = matching(&props.offers, if *searching { &editor.value } else { "" });
    {
        let shown = current.filter(|_| *open).map(option_id);
        use_effect_with(shown, move |shown| {
            if let Some(option) = shown.as_ref().and_then(|id| place.by_id(id)) {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                let element: &Element = option.as_ref();
                element.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let show = {
        let (open, searching, current) = (open.clone(), searching.clone(), current.clone());
        let at = props.offers.iter().position(|offer| *offer.text == *editor.value);
        move |to: Option<usize>| {
            open.set(true);
            searching.set(false);
            current.set(at.or(to));
        }
    };
    let close = {
        let (open, current) = (open.clone(), current.clone());
        move || {
            open.set(false);
            current.set(None);
        }
    };
    let take = {
        let (close, on_type, on_leave) = (close.clone(), editor.on_type.clone(), editor.on_leave.clone());
        move |text: String| {
            on_type.emit(text);
            close();
            on_leave.emit(());
        }
    };
    let oninput = {
        let (open, searching, current) = (open.clone(), searching.clone(), current.clone());
        editor.on_type.reform(move |event: InputEvent| {
            open.set(true);
            searching.set(true);
            current.set(None);
            let input: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
            input.map(|input| input.value()).unwrap_or_default()
        })
    };
    let onkeydown = {
        let (open, current, offers) = (open.clone(), current.clone(), offers.clone());
        let (show, close, take) = (show.clone(), close.clone(), take.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.key_code() == 229 || event.ctrl_key() || event.meta_key() {
                return;
            }
            let last = offers.len().saturating_sub(1);
            match (event.key().as_str(), *open) {
                ("ArrowDown", false) => show(Some(0)),
                ("ArrowUp", false) if !event.alt_key() => show(Some(last)),
                ("ArrowDown", true) => {
                    current.set(Some(current.map_or(0, |at| if at >= last { 0 } else { at + 1 })));
                }
                ("ArrowUp", true) if event.alt_key() => close(),
                ("ArrowUp", true) => {
                    current.set(Some(current.map_or(last, |at| at.checked_sub(1).unwrap_or(last))));
                }
                ("Enter", true) => match current.and_then(|at| offers.get(at)) {
                    Some(offer) => take(offer.text.clone()),
                    None => close(),
                },
                ("Escape", true) => close(),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onblur = {
        let (close, on_leave) = (close.clone(), editor.on_leave.clone());
        Callback::from(move |_: FocusEvent| {
            close();
            on_leave.emit(());
        })
    };
    let toggle = {
        let (open, input, show, close) = (open.clone(), input.clone(), show.clone(), close.clone());
        // The press must not take the focus out of the field.
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let _ = input.focus();
            }
            if *open { close() } else { show(None) }
        })
    };
    let onclick = {
        let (open, show) = (open.clone(), show.clone());
        Callback::from(move |_: MouseEvent| {
            if !*open {
                show(None);
            }
        })
    };
    let option = |(at, offer): (usize, &Offer)| {
        let (take, text) = (take.clone(), offer.text.clone());
        let onmousedown = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            take(text.clone());
        });
        let selected = *current == Some(at);
        html! {
            <li key={at} id={option_id(at)} role="option" aria-selected={if selected { "true" } else { "false" }} {onmousedown}>
                <span>{ &offer.text }</span>
                if !offer.code.is_empty() { <span class="code mono">{ &offer.code }</span> }
            </li>
        }
    };
    html! {
        <div class="combo">
            <input ref={input} type="text" class="inp" id={&editor.id} value={&editor.value} role="combobox"
                aria-autocomplete="list" aria-expanded={if *open { "true" } else { "false" }} aria-controls={list_id.clone()}
                aria-activedescendant={current.filter(|_| *open).map(option_id)} autocomplete="off" spellcheck="false"
                aria-invalid={editor.invalid.then_some("true")} aria-required={editor.required.then_some("true")}
                aria-describedby={editor.described.clone()} {oninput} {onkeydown} {onblur} {onclick} />
            <button type="button" class="ibtn" tabindex="-1" aria-label={words::OPEN_LIST.get(editor.lang)}
                onmousedown={toggle}>{ icon(Icon::Down, "ic-12") }</button>
            <ul id={list_id} role="listbox" aria-label={&editor.label} hidden={!*open || offers.is_empty() && props.free}>
                { for offers.iter().enumerate().map(option) }
                if offers.is_empty() && !props.free {
                    <li class="none" role="option" aria-disabled="true" aria-selected="false">{ words::NO_MATCH.get(editor.lang) }</li>
                }
            </ul>
            <span class="vh" role="status">
                if *open && *searching { { words::offers(editor.lang, offers.len()) } }
            </span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    fn offers() -> Vec<Offer> {
        let offer = |text: &str, code: &str| Offer { text: text.to_owned(), code: code.to_owned() };
        vec![offer("占用疏散通道", "320141"), offer("堵塞疏散通道", "320142"), offer("遮挡消火栓", "")]
    }

    #[wasm_bindgen_test]
    fn a_list_is_searched_by_words_and_by_codes() {
        let found = |typed: &str| matching(&offers(), typed).len();
        assert_eq!(
            (found(""), found("通道"), found("堵塞 通道"), found("320142"), found("x")),
            (3, 2, 1, 1, 0)
        );
        assert_eq!(found("占用疏散通道"), 3);
    }
}
