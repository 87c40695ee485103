//! 在线录入, joined to the engine.

use std::rc::Rc;

use yew::prelude::*;

use crate::actions::Actions;
use crate::pages::entry::EntryPage;
use crate::state::AppState;

/// What [`EntryScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct EntryScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// 在线录入.
#[component]
pub fn EntryScreen(props: &EntryScreenProps) -> Html {
    let state = &props.state;
    let kinds = use_memo(state.choices.clone(), |choices| choices.kinds.clone());
    html! {
        <EntryPage lang={state.settings.lang} actions={props.actions.clone()} entry={state.entry.clone()}
            kinds={kinds as Rc<_>} overview={state.overview.clone()} />
    }
}
