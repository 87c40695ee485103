//! Keys, and what they do.

use precheck_session::api::Lang;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::Dialog;
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
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let line = |(keys, what): &(&'static str, &'static str)| {
        html! {
            <tr><td class="nowrap">{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</td><td>{ *what }</td></tr>
        }
    };
    html! {
        <Dialog lang={Lang::Zh} title={text::HELP_TITLE} id="help-title" on_close={close}>
            <table class="tbl"><tbody>{ for text::KEYS.iter().map(line) }</tbody></table>
            <p class="t13 after">{ text::HELP_PRIVACY }</p>
            <p class="t12 muted after">{ &props.versions }</p>
        </Dialog>
    }
}
