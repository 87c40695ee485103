//! 核对报告, joined to the engine.

use std::rc::Rc;

use precheck_session::api::{FindingFilter, GroupView, Request, Response};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::actions::Actions;
use crate::pages::report::ReportPage;
use crate::services::lang::use_lang;
use crate::state::{Action, AppState, Screen};

/// What [`ReportScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct ReportScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// 核对报告.
#[component]
pub fn ReportScreen(props: &ReportScreenProps) -> Html {
    let (lang, actions, state) = (use_lang(), &props.actions, &props.state);
    let groups = use_state_eq(Rc::<Vec<GroupView>>::default);
    {
        let (actions, groups) = (actions.clone(), groups.clone());
        use_effect_with((state.overview.revision, state.overview.judged), move |_| {
            spawn_local(async move {
                let request = Request::Groups { filter: FindingFilter::default() };
                if let Some(Response::Groups(view)) = actions.window(request).await {
                    groups.set(Rc::new(view.groups));
                }
            });
        });
    }
    let exported = state.exported.clone();
    let back = if exported.is_some() { Screen::Export } else { Screen::Check };
    let on_back =
        use_callback((actions.clone(), back), |(), (actions, back)| actions.show(Action::Show(*back)));
    html! {
        <ReportPage {lang} overview={state.overview.clone()} groups={(*groups).clone()} {exported} {on_back} />
    }
}
