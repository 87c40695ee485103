//! What can be read, and where the data goes.

use precheck_session::api::{Lang, Text};
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::services::runtime::looks_for_versions;
use crate::text_drafts as drafts;
use crate::text_pages::load as words;

/// What [`side`] shows.
pub(super) struct SideProps {
    pub(super) lang: Lang,
    /// What stands above.
    pub(super) before: Html,
    /// What stands below.
    pub(super) aside: Html,
    /// For so many days drafts are kept; none: nothing is kept.
    pub(super) days: Option<u32>,
}

fn card(lang: Lang, title: Text, lines: &[Text]) -> Html {
    html! {
        <div class="card">
            <header><h2>{ title.get(lang) }</h2></header>
            <div class="body tight">
                <ul class="ticks">
                    { for lines.iter().map(|line| html! { <li>{ icon(Icon::Ok, "") }<span>{ line.get(lang) }</span></li> }) }
                </ul>
            </div>
        </div>
    }
}

fn privacy(lang: Lang, days: Option<u32>) -> Html {
    let network = if looks_for_versions() { words::PRIVACY_VERSIONS } else { words::PRIVACY_LINES[1] };
    let tick = |line: Html| html! { <li>{ icon(Icon::Ok, "") }<span>{ line }</span></li> };
    let kept = match days {
        Some(days) => html! {<>
            { drafts::days(lang, days) }{ words::COMMA.get(lang) }
            <a href="#/settings" class="clear-link">{ drafts::CLEAR_ANY_TIME.get(lang) }</a>
        </>},
        None => html! { words::PRIVACY_NOTHING_KEPT.get(lang) },
    };
    html! {
        <div class="card">
            <header><h2>{ words::PRIVACY.get(lang) }</h2></header>
            <div class="body tight">
                <ul class="ticks">
                    { tick(html! { words::PRIVACY_LINES[0].get(lang) }) }
                    { tick(html! { network.get(lang) }) }
                    { tick(kept) }
                </ul>
            </div>
        </div>
    }
}

/// The cards beside the drop area.
pub(super) fn side(props: &SideProps) -> Html {
    html! {
        <div class="stack">
            { props.before.clone() }
            { privacy(props.lang, props.days) }
            { card(props.lang, words::FORMATS, &words::FORMAT_LINES) }
            { props.aside.clone() }
        </div>
    }
}
