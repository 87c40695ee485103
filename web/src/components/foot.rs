//! The line at the lower edge: keys, and what is read out.

use precheck_session::api::Text;
use yew::prelude::*;

use crate::services::lang::use_lang;
use crate::state::Screen;
use crate::{text, text_entry, text_ledger, text_rules};

/// What [`Foot`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct FootProps {
    /// The screen.
    pub screen: Screen,
    /// What is read out.
    pub live: AttrValue,
}

/// The foot.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let lang = use_lang();
    let keys: &'static [(&'static str, Text, bool)] = match props.screen {
        Screen::Check => &text::FOOT_CHECK,
        Screen::Load => &text::FOOT_LOAD,
        Screen::Rules => &text_rules::FOOT,
        Screen::Entry => &text_entry::FOOT,
        Screen::Ledger => &text_ledger::FOOT,
        Screen::Report => &text_ledger::FOOT_REPORT,
        Screen::Map | Screen::Export | Screen::Settings => &text::FOOT_OTHER,
    };
    html! {
        <footer class="foot" data-area="foot">
            <ul aria-label={text::FOOT.get(lang)}>
                { for keys.iter().map(|(key, what, optional)| html! {
                    <li class={optional.then_some("opt")}><kbd>{ *key }</kbd>{ what.get(lang) }</li>
                }) }
            </ul>
            <span class="live" role="status" aria-live="polite" title={&props.live}>{ &props.live }</span>
        </footer>
    }
}
