//! The header layouts that are remembered, each with a way to forget it.

use std::rc::Rc;

use precheck_session::api::{KindView, Lang};
use yew::prelude::*;

use crate::services::clock;
use crate::services::layouts::Kept;
use crate::{text_layouts as words, text_pages, text_settings};

/// What [`Layouts`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct LayoutsProps {
    pub(super) lang: Lang,
    pub(super) layouts: Rc<Vec<Kept>>,
    pub(super) kinds: Rc<Vec<KindView>>,
    /// The layout with this key is to be forgotten.
    pub(super) on_forget: Callback<String>,
}

/// What the columns of a layout hold: header and label of each that is taken.
fn held(kept: &Kept, kind: Option<&KindView>) -> String {
    let label = |field: &str| {
        let column = kind.and_then(|kind| kind.columns.iter().find(|column| column.field == field));
        column.map_or_else(|| field.to_owned(), |column| column.label.clone())
    };
    let taken = kept.known.columns.iter().filter(|(_, field)| !field.is_empty());
    let pair = |(column, field): &(usize, String)| {
        let header = kept.known.headers.get(*column).map_or("", String::as_str);
        let label = label(field);
        if header == label { label } else { format!("{header} → {label}") }
    };
    taken.map(pair).collect::<Vec<_>>().join("；")
}

/// The card.
#[component]
pub(super) fn Layouts(props: &LayoutsProps) -> Html {
    let lang = props.lang;
    let line = |kept: &Kept| {
        let kind = props.kinds.iter().find(|kind| kind.key == kept.known.kind);
        let headers: Vec<&str> =
            kept.known.headers.iter().map(String::as_str).filter(|header| !header.is_empty()).collect();
        let headers = headers.join(" | ");
        let forget = {
            let layout = kept.known.layout.clone();
            props.on_forget.reform(move |_: MouseEvent| layout.clone())
        };
        html! {
            <tr key={kept.known.layout.clone()}>
                <td>{ kind.map_or(kept.known.kind.clone(), |kind| kind.label.clone()) }</td>
                <td class="wrap">{ &headers }</td>
                <td class="wrap">{ held(kept, kind) }</td>
                <td class="date">{ clock::moment(kept.saved)[..10].to_owned() }</td>
                <td><button type="button" class="btn sm forget-layout" aria-label={words::forget_one(lang, &headers)}
                    onclick={forget}>{ words::FORGET.get(lang) }</button></td>
            </tr>
        }
    };
    html! {
        <section class="card" aria-labelledby="sets-layouts">
            <header><h2 id="sets-layouts" tabindex="-1">{ words::TITLE.get(lang) }</h2></header>
            <p class="pnone">{ if props.layouts.is_empty() { words::NONE.get(lang) } else { words::LEAD.get(lang) } }</p>
            if !props.layouts.is_empty() {
                <table class="tbl layouts">
                    <thead><tr>
                        <th scope="col">{ text_settings::KIND.get(lang) }</th><th scope="col">{ words::HEADER.get(lang) }</th>
                        <th scope="col">{ words::COLUMNS.get(lang) }</th><th scope="col">{ words::DAY.get(lang) }</th>
                        <th scope="col"><span class="vh">{ text_pages::load::ACTION.get(lang) }</span></th>
                    </tr></thead>
                    <tbody>{ for props.layouts.iter().map(line) }</tbody>
                </table>
            }
        </section>
    }
}
