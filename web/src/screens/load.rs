//! 载入, joined to the engine.

use std::rc::Rc;

use precheck_session::api::SourceOptions;
use web_sys::File;
use yew::prelude::*;

use super::drafts::Drafts;
use super::due::DueCard;
use super::own_code::OwnCode;
use crate::actions::Actions;
use crate::pages::load::{BlankForm, LoadPage, LoadState, ReadingView};
use crate::services::clock;
use crate::services::lang::use_lang;
use crate::services::profile::draft_days;
use crate::services::store::{StoreState, use_store_state};
use crate::state::{Action, AppState, Busy, Dialog, Screen};
use crate::text;

/// What [`LoadScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct LoadScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// 载入.
#[component]
pub fn LoadScreen(props: &LoadScreenProps) -> Html {
    let lang = use_lang();
    let (actions, state) = (&props.actions, &props.state);
    let kinds = use_memo(state.choices.clone(), |choices| choices.kinds.clone());
    let fails = state.overview.sources.iter().any(|s| s.problem.is_some() || !s.questions.is_empty());
    let shown = match state.busy {
        Busy::Opening => LoadState::Reading(ReadingView {
            files: state.opening.clone(),
            file: state
                .progress
                .as_ref()
                .and_then(|p| state.opening.iter().position(|(n, _)| **n == *p.name))
                .unwrap_or(0),
            progress: state.progress.clone(),
            overview: None,
            elapsed: clock::now() - state.began,
        }),
        _ if fails => LoadState::Read(state.overview.clone()),
        _ => LoadState::Empty,
    };
    let open_job = (state.is_open() && !fails).then(|| {
        let names: Vec<_> = state.overview.sources.iter().map(|source| source.name.clone()).collect();
        AttrValue::from(text::open_job(lang, &text::files(lang, &names), state.overview.totals.records))
    });
    let on_files = use_callback(actions.clone(), |files: Vec<File>, actions| actions.open_files(files));
    let on_text = use_callback(actions.clone(), |pasted: String, actions| actions.open_text(&pasted));
    let on_sample = use_callback(actions.clone(), |(), actions| actions.open_sample());
    let on_entry = use_callback(actions.clone(), |(), actions| actions.show(Action::Show(Screen::Entry)));
    let on_cancel = use_callback(actions.clone(), |(), actions| actions.cancel());
    let on_check = use_callback(actions.clone(), |(), actions| actions.go_check());
    let on_discard =
        use_callback(actions.clone(), |(), actions| actions.show(Action::Dialog(Some(Dialog::Discard))));
    let on_map = use_callback(actions.clone(), |(source, sheet): (usize, usize), actions| {
        actions.show(Action::Map(source, sheet));
        actions.show(Action::Show(Screen::Map));
    });
    let on_blank = use_callback(actions.clone(), |(kind, form): (AttrValue, BlankForm), actions| {
        actions.blank(kind.to_string(), form.key().to_owned());
    });
    let on_reread = use_callback(actions.clone(), |(source, options): (usize, SourceOptions), actions| {
        let mut all = actions.options();
        if let Some(own) = all.get_mut(source) {
            own.encoding = options.encoding;
            own.separator = options.separator;
        }
        actions.reopen(all);
    });
    let profile = AttrValue::from(state.settings.profile.clone());
    let aside = html! {<>
        <DueCard actions={actions.clone()} state={state.clone()} />
        <OwnCode actions={actions.clone()} {profile} />
    </>};
    let days = draft_days(&state.settings.profile);
    let kept_days = (use_store_state() != StoreState::Denied).then_some(days);
    let before = html! {
        <Drafts {lang} actions={actions.clone()} {days} revision={state.overview.revision} />
    };
    html! {
        <LoadPage {lang} {before} {aside} {kept_days} kinds={kinds as Rc<_>} state={shown} problem={state.problem.clone()} {open_job}
            opened={state.is_open().then(|| state.overview.clone())} {on_files}
            {on_text} {on_sample} {on_entry} {on_blank} {on_cancel} {on_check} {on_discard} {on_map} {on_reread} />
    }
}
