//! Records that fire and records that do not, side by side.

use std::fmt::Write;
use std::rc::Rc;

use precheck_session::api::{ExampleView, KindView, Lang, RuleView};
use yew::prelude::*;

use super::card::label;
use super::of;
use crate::components::icon::{Icon, icon, severity_icon};
use crate::text_rules as words;

/// The day on which examples judge unless they say another one.
const USUAL_DAY: &str = "2023-06-30";

/// What [`examples`] show.
pub(super) struct ExamplesProps {
    pub(super) lang: Lang,
    pub(super) rule: Rc<RuleView>,
    pub(super) kinds: Rc<Vec<KindView>>,
}

/// The examples.
pub(super) fn examples(props: &ExamplesProps) -> Html {
    let column = |fires: bool| {
        let of_it = props.rule.examples.iter().filter(move |example| example.fires == fires);
        html! { <div>{ for of_it.map(|example| one(props, example)) }</div> }
    };
    html! { <div class="ex">{ column(true) }{ column(false) }</div> }
}

fn one(props: &ExamplesProps, example: &ExampleView) -> Html {
    let lang = props.lang;
    let kind = [example.kind.clone()];
    let field = |key: &str| label(&props.kinds, &kind, key);
    let several = example.records.len() > 1;
    let record = |(at, cells): (usize, &Vec<(String, String)>)| {
        html! {<>
            if several { <p class="muted t12">{ words::record(lang, at + 1) }</p> }
            { for cells.iter().map(|(key, text)| html! {
                <p><span class="muted">{ field(key) }</span>{ " " }<span class="val">{ seen(lang, text) }</span></p>
            }) }
        </>}
    };
    let mut notes: Vec<String> = example.settings.iter().map(|text| of(lang, text).to_owned()).collect();
    if !example.without.is_empty() {
        let columns: Vec<String> = example.without.iter().map(|key| field(key)).collect();
        notes.push(words::without(lang, &columns));
    }
    if !example.today.is_empty() && example.today != USUAL_DAY {
        notes.push(words::today(lang, &example.today));
    }
    html! {
        <div class={if example.fires { "bad" } else { "good" }}>
            <small>
                if example.fires {
                    { severity_icon("error", "ic-12", None) }{ words::FIRES.get(lang) }
                } else {
                    { icon(Icon::Ok, "ic-12 s-P") }{ words::SILENT.get(lang) }
                }
            </small>
            { for example.records.iter().enumerate().map(record) }
            <p class="muted t12">{ of(lang, &example.note) }</p>
            { for notes.into_iter().map(|note| html! { <p class="muted t12">{ note }</p> }) }
        </div>
    }
}

/// A cell's text; what cannot be seen is shown as a sign.
pub(super) fn seen(lang: Lang, text: &str) -> String {
    if text.is_empty() {
        return words::BLANK.get(lang).to_owned();
    }
    let edge = text.len() - text.trim_start_matches(' ').len();
    let end = text.trim_end_matches(' ').len();
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        match c {
            '\n' => out.push('⏎'),
            '\t' => out.push('⇥'),
            '\u{3000}' => out.push('□'),
            ' ' if at < edge || at >= end => out.push('␣'),
            '\u{A0}'
            | '\u{AD}'
            | '\u{FEFF}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' => {
                _ = write!(out, "<U+{:04X}>", u32::from(c));
            }
            c if c.is_control() => _ = write!(out, "<U+{:04X}>", u32::from(c)),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(seen(Lang::Zh, ""), "（空）");
        assert_eq!(seen(Lang::Zh, " 甲 乙 "), "␣甲 乙␣");
        assert_eq!(seen(Lang::Zh, "甲\n\u{200B}乙\u{3000}"), "甲⏎<U+200B>乙□");
    }
}
