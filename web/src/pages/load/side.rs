//! What can be read, and where the data goes.

use precheck_session::api::{Lang, Text};
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::services::runtime::looks_for_versions;
use crate::text_pages::load as words;

/// What [`Side`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct SideProps {
    pub(super) lang: Lang,
    /// What stands below.
    pub(super) aside: Html,
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

/// The cards beside the drop area.
#[component]
pub(super) fn Side(props: &SideProps) -> Html {
    let mut privacy = words::PRIVACY_LINES;
    if looks_for_versions() {
        privacy[1] = words::PRIVACY_VERSIONS;
    }
    html! {
        <div class="stack">
            { card(props.lang, words::PRIVACY, &privacy) }
            { card(props.lang, words::FORMATS, &words::FORMAT_LINES) }
            { props.aside.clone() }
        </div>
    }
}
