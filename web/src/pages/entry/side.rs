//! Beside the form: what follows from it, and what was saved.

use std::rc::Rc;

use precheck_session::api::{Lang, Text};
use yew::prelude::*;

use crate::actions::Actions;
use crate::state_entry::{Entry, Saved};
use crate::text_entry as words;

/// What [`side`] shows.
pub(super) struct SideProps {
    pub(super) lang: Lang,
    pub(super) actions: Actions,
    pub(super) entry: Rc<Entry>,
}

/// The cards.
pub(super) fn side(props: &SideProps) -> Html {
    let lang = props.lang;
    html! {
        <aside class="stack" data-area="side">
            if props.entry.form.is_some() { { derived(props) } }
            <div class="card">
                <header>
                    <h2>{ words::SAVED.get(lang) }</h2>
                    <span class="sp muted t13 saved-count">{ words::records(lang, props.entry.saved.len()) }</span>
                </header>
                if props.entry.saved.is_empty() {
                    <div class="body tight"><p class="t13 muted">{ words::NOTHING_SAVED.get(lang) }</p></div>
                } else {
                    <ul class="list saved">{ for props.entry.saved.iter().map(|saved| line(props, saved)) }</ul>
                }
            </div>
        </aside>
    }
}

fn derived(props: &SideProps) -> Html {
    let (lang, said) = (props.lang, &props.entry.said);
    let has = |field: &str| props.entry.fields().any(|one| one.schema.field == field);
    let open = |text: Text| html! { <span class="muted">{ text.get(lang) }</span> };
    html! {
        <div class="card">
            <header><h2>{ words::DERIVED.get(lang) }</h2></header>
            <div class="body">
                <dl class="kv">
                    <dt>{ words::DUE.get(lang) }</dt>
                    <dd class="due">{ match &said.due {
                        Some((day, left)) => html! { { words::due(lang, day, *left) } },
                        None => open(words::AFTER_DATE),
                    } }</dd>
                    if has("publicity_period") {
                        <dt>{ words::PUBLISHED.get(lang) }</dt>
                        <dd>{ match &said.publicity_end {
                            Some(day) => html! { { day } },
                            None => open(words::AFTER_PERIOD),
                        } }</dd>
                    }
                    if has("fine_amount") {
                        <dt>{ words::BAND.get(lang) }</dt>
                        <dd>{ match &said.fine_band {
                            Some((least, highest, law)) => html! {<>
                                { words::band(lang, least, highest) }<br /><span class="muted t12">{ law }</span>
                            </>},
                            None => open(words::AFTER_VIOLATION),
                        } }</dd>
                    }
                </dl>
            </div>
        </div>
    }
}

fn line(props: &SideProps, saved: &Saved) -> Html {
    let lang = props.lang;
    let (actions, at) = (props.actions.clone(), saved.at);
    let onclick = Callback::from(move |_: MouseEvent| actions.entry_look(at));
    let open = words::open(lang, saved.open);
    html! {
        <li key={format!("{}-{}", at.0, at.1)}>
            <span>
                { &saved.mark }
                if saved.mark != saved.name { <br /><span class="muted">{ &saved.name }</span> }
                if !open.is_empty() { <br /><span class="left-open">{ open }</span> }
            </span>
            <span class="sp"><button type="button" class="link" aria-label={format!("{} {}", words::LOOK.get(lang), saved.mark)}
                {onclick}>{ words::LOOK.get(lang) }</button></span>
        </li>
    }
}
