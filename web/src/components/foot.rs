//! The line at the lower edge: keys, and what is read out.

use precheck_session::api::{Lang, Text};
use yew::prelude::*;

use crate::state::Screen;
use crate::{text, text_dual, text_entry, text_ledger, text_lists, text_rules};

/// What [`foot`] shows.
pub struct FootProps {
    /// Language.
    pub lang: Lang,
    /// The screen.
    pub screen: Screen,
    /// What is read out.
    pub live: AttrValue,
}

/// The foot.
pub fn foot(props: &FootProps) -> Html {
    let lang = props.lang;
    let keys: &'static [(&'static str, Text, bool)] = match props.screen {
        Screen::Check => &text::FOOT_CHECK,
        Screen::Load => &text::FOOT_LOAD,
        Screen::Rules => &text_rules::FOOT,
        Screen::Entry => &text_entry::FOOT,
        Screen::Ledger => &text_ledger::FOOT,
        Screen::Lists => &text_lists::FOOT,
        Screen::Dual => &text_dual::FOOT,
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
