//! 规则目录, joined to the engine.

use std::rc::Rc;

use precheck_session::api::{FindingFilter, Request, Response, RuleBook};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::actions::Actions;
use crate::pages::rules::{Change, RulesPage};
use crate::services::lang::use_lang;
use crate::state::{Action, AppState};

/// What [`RulesScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct RulesScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// 规则目录.
#[component]
pub fn RulesScreen(props: &RulesScreenProps) -> Html {
    let lang = use_lang();
    let (actions, state) = (&props.actions, &props.state);
    let book = use_state_eq(|| None::<Rc<RuleBook>>);
    let found = use_state_eq(Rc::<Vec<(String, usize)>>::default);
    {
        let (actions, book) = (actions.clone(), book.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Some(Response::Rules(rules)) = actions.window(Request::Rules).await {
                    book.set(Some(Rc::new(*rules)));
                }
            });
        });
    }
    let open = state.is_open();
    {
        let (actions, found) = (actions.clone(), found.clone());
        use_effect_with((open, state.overview.revision, state.overview.judged), move |(open, ..)| {
            if *open {
                spawn_local(async move {
                    let request = Request::Groups { filter: FindingFilter::default() };
                    if let Some(Response::Groups(groups)) = actions.window(request).await {
                        let counts = groups.groups.into_iter().map(|group| (group.rule, group.count));
                        found.set(Rc::new(counts.collect()));
                    }
                });
            }
        });
    }
    let kinds = use_memo(state.choices.clone(), |choices| choices.kinds.clone());
    let changed = use_memo(state.overview.changed_rules.clone(), Clone::clone);
    let on_choose =
        use_callback(actions.clone(), |code: AttrValue, actions| actions.show(Action::Rule(code)));
    let on_show = use_callback(actions.clone(), |slug: String, actions| {
        actions.show_findings(None, String::new(), slug);
    });
    let on_change = use_callback(actions.clone(), |change: Change, actions| {
        actions.change_rule(change.rule, change.severity, change.reason);
    });
    let on_book = use_callback(actions.clone(), |(), actions| actions.save_files(Request::RuleDocument));
    let on_save = use_callback(actions.clone(), |(), actions| actions.save_profile());
    let on_load = use_callback(actions.clone(), |file: File, actions| actions.load_profile(file));
    html! {
        <RulesPage {lang} book={(*book).clone()} {kinds} {changed} found={open.then(|| (*found).clone())}
            chosen={state.rule.clone()} {on_choose} {on_show} {on_change} {on_book} {on_save} {on_load} />
    }
}
