//! 列对应, joined to the engine: one sheet after the other until none is open.

use std::rc::Rc;

use precheck_session::api::{Overview, SheetMapping, SheetQuestion};
use yew::prelude::*;

use crate::actions::Actions;
use crate::pages::map::MapPage;
use crate::services::lang::use_lang;
use crate::state::{Action, AppState, Screen};

/// What [`MapScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct MapScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// The sheet that was asked for, open or settled before, or the first open one: index of the source, question.
fn question(overview: &Overview, wanted: Option<(usize, usize)>) -> Option<(usize, &SheetQuestion)> {
    let mut open = overview
        .sources
        .iter()
        .enumerate()
        .flat_map(|(at, source)| source.questions.iter().map(move |q| (at, q)));
    let is_wanted = |(at, question): &(usize, &SheetQuestion)| wanted == Some((*at, question.sheet));
    let mut settled = overview
        .sources
        .iter()
        .enumerate()
        .flat_map(|(at, source)| source.settled.iter().map(move |settled| (at, &settled.question)));
    open.clone().find(is_wanted).or_else(|| settled.find(is_wanted)).or_else(|| open.next())
}

/// 列对应.
#[component]
pub fn MapScreen(props: &MapScreenProps) -> Html {
    let lang = use_lang();
    let (actions, state) = (&props.actions, &props.state);
    let kinds = use_memo(state.choices.clone(), |choices| choices.kinds.clone());
    let Some((source, question)) = question(&state.overview, state.mapping) else {
        return Html::default();
    };
    let on_confirm = {
        let actions = actions.clone();
        Callback::from(move |(mapping, remember): (SheetMapping, bool)| {
            actions.settle(source, mapping, remember);
        })
    };
    let on_back = {
        let (actions, open) = (actions.clone(), state.is_open());
        Callback::from(move |()| {
            if open {
                actions.go_check();
            } else {
                actions.show(Action::Show(Screen::Load));
            }
        })
    };
    let name = state.overview.sources[source].name.clone();
    html! {
        <MapPage key={format!("{source} {}", question.sheet)} {lang} source={name}
            question={Rc::new(question.clone())} kinds={kinds as Rc<_>} {on_confirm} {on_back} />
    }
}
