//! Lists that are shown whole: one of few words, or several of them.

use precheck_session::api::{FormField, Offer};
use yew::prelude::*;

use super::field::Editor;
use crate::text_entry as words;

/// What parts several words in a cell.
const SEPARATOR: &str = ",";

/// The words of a value that may hold several.
fn parts(value: &str) -> Vec<&str> {
    value.split([',', '，', '、', ';', '；']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Whether a value consists of offered words only, so that a list can show it.
pub(super) fn fits(field: &FormField, value: &str) -> bool {
    let offered = |word: &str| field.offers.iter().any(|offer| offer.text == word);
    if field.editor == "choices" {
        parts(value).into_iter().all(offered)
    } else {
        value.is_empty() || offered(value)
    }
}

/// What a list shows.
pub(super) struct ListProps {
    pub(super) editor: Editor,
    pub(super) offers: Vec<Offer>,
    pub(super) optional: bool,
}

/// One of few words; an optional one can be taken back.
pub(super) fn radio_list(props: &ListProps) -> Html {
    let editor = &props.editor;
    let choice = |text: String, label: String| {
        let checked = *editor.value == *text;
        let (on_type, on_leave) = (editor.on_type.clone(), editor.on_leave.clone());
        let onchange = Callback::from(move |_: Event| {
            on_type.emit(text.clone());
            on_leave.emit(());
        });
        html! {
            <label class="ck">
                <input type="radio" name={&editor.id} {checked} {onchange} aria-invalid={editor.invalid.then_some("true")} />
                <span>{ label }</span>
            </label>
        }
    };
    let none = words::BLANK.get(editor.lang);
    html! {
        <div class="row">
            { for props.offers.iter().map(|offer| choice(offer.text.clone(), offer.text.clone())) }
            if props.optional { { choice(String::new(), none.to_owned()) } }
        </div>
    }
}

/// Several words.
pub(super) fn check_list(props: &ListProps) -> Html {
    let editor = &props.editor;
    let now: Vec<String> = parts(&editor.value).into_iter().map(str::to_owned).collect();
    let choice = |offer: &Offer| {
        let checked = now.contains(&offer.text);
        let (on_type, on_leave, now) = (editor.on_type.clone(), editor.on_leave.clone(), now.clone());
        let (text, all) = (offer.text.clone(), props.offers.clone());
        let onchange = Callback::from(move |_: Event| {
            // In the order of the list, whatever the order of the clicks.
            let has = |word: &String| if *word == text { !checked } else { now.contains(word) };
            let words: Vec<&str> =
                all.iter().filter(|offer| has(&offer.text)).map(|offer| offer.text.as_str()).collect();
            on_type.emit(words.join(SEPARATOR));
            on_leave.emit(());
        });
        html! {
            <label class="ck" title={(!offer.code.is_empty()).then(|| offer.code.clone())}>
                <input type="checkbox" {checked} {onchange} />
                <span>{ &offer.text }</span>
            </label>
        }
    };
    html! { <div class="row many">{ for props.offers.iter().map(choice) }</div> }
}
