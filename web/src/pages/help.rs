//! Keys, and what they do.

use precheck_session::api::Text;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::Dialog;
use crate::services::lang::use_lang;
use crate::state::Action;
use crate::text;

/// What [`HelpDialog`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct HelpProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// Version of the program and of the rules.
    pub versions: AttrValue,
}

/// Keys, and what they do.
#[component]
pub fn HelpDialog(props: &HelpProps) -> Html {
    let lang = use_lang();
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let line = |(keys, what): &(&'static str, Text)| {
        html! {
            <tr><td class="nowrap">{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</td><td>{ what.get(lang) }</td></tr>
        }
    };
    html! {
        <Dialog {lang} title={text::HELP_TITLE.get(lang)} id="help-title" on_close={close}>
            <table class="tbl"><tbody>{ for text::KEYS.iter().map(line) }</tbody></table>
            <p class="t13 after">{ text::HELP_PRIVACY.get(lang) }</p>
            <p class="t12 muted after">{ &props.versions }</p>
        </Dialog>
    }
}
