//! 机构设置, joined to the engine and the store.

use std::rc::Rc;

use precheck_session::api::{Request, Response, Text};
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::actions::Actions;
use crate::pages::settings::{EffectNote, SettingsPage};
use crate::services::layouts::{self, Kept};
use crate::services::store::{self, Amount, StoreState, use_store_state};
use crate::state::{Action, AppState, Screen};

/// What [`SettingsScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct SettingsScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// 机构设置.
#[component]
pub fn SettingsScreen(props: &SettingsScreenProps) -> Html {
    let (actions, state) = (&props.actions, &props.state);
    let lang = state.settings.lang;
    let profile = use_state_eq(|| None::<Rc<Value>>);
    let amounts = use_state_eq(Rc::<Vec<Amount>>::default);
    let has_passphrase = use_state_eq(|| None::<bool>);
    let layouts = use_state_eq(Rc::<Vec<Kept>>::default);
    let kinds = use_memo(state.choices.clone(), |choices| choices.kinds.clone());
    let years = use_state_eq(Rc::<Vec<(String, String, Vec<String>)>>::default);
    let refused = use_state_eq(|| None::<AttrValue>);
    let turn = use_state_eq(|| 0_usize);
    let kept = use_store_state();
    {
        let (actions, profile, amounts) = (actions.clone(), profile.clone(), amounts.clone());
        let (layouts, has_passphrase, years) = (layouts.clone(), has_passphrase.clone(), years.clone());
        use_effect_with((state.settings.profile.clone(), kept, *turn), move |_| {
            spawn_local(async move {
                if let Some(Response::Settings(settings)) = actions.window(Request::Settings).await {
                    profile.set(serde_json::from_str(&settings.profile).ok().map(Rc::new));
                    years.set(Rc::new(settings.years));
                }
                if kept != StoreState::Denied
                    && let Ok(found) = store::amounts().await
                {
                    amounts.set(Rc::new(found));
                }
                has_passphrase.set(if kept == StoreState::Denied {
                    None
                } else {
                    store::has_passphrase().await.ok()
                });
                if let Ok(found) = layouts::all().await {
                    layouts.set(Rc::new(found));
                }
            });
        });
    }
    // Each of these changes what is kept: the table is counted anew.
    let then = |refused: &UseStateHandle<Option<AttrValue>>| {
        let (refused, turn) = (refused.clone(), turn.clone());
        move |done: Result<(), AttrValue>| {
            refused.set(done.err());
            turn.set(*turn + 1);
        }
    };
    let on_save = {
        let (actions, then) = (actions.clone(), then(&refused));
        Callback::from(move |text: String| {
            let (actions, then) = (actions.clone(), then.clone());
            spawn_local(async move { then(actions.save_settings(text).await) });
        })
    };
    let on_restore = {
        let (actions, then) = (actions.clone(), then(&refused));
        Callback::from(move |()| {
            let (actions, then) = (actions.clone(), then.clone());
            spawn_local(async move { then(actions.restore_settings().await) });
        })
    };
    let on_restore_backup = {
        let (actions, then) = (actions.clone(), then(&refused));
        Callback::from(move |file: File| {
            let (actions, then) = (actions.clone(), then.clone());
            spawn_local(async move { then(actions.restore_backup(file).await) });
        })
    };
    let on_forget = {
        let (actions, then) = (actions.clone(), then(&refused));
        Callback::from(move |layout: String| {
            let (actions, then) = (actions.clone(), then.clone());
            spawn_local(async move { then(actions.forget_layout(layout).await) });
        })
    };
    let on_passphrase = use_callback((actions.clone(), turn.clone()), |said: Text, (actions, turn)| {
        actions.show(Action::Toast(said.get(actions.lang()).to_owned(), false));
        turn.set(**turn + 1);
    });
    let on_clear = {
        let (actions, then) = (actions.clone(), then(&refused));
        Callback::from(move |()| {
            let (actions, then) = (actions.clone(), then.clone());
            spawn_local(async move { then(actions.clear_all().await) });
        })
    };
    let on_duties = use_callback(actions.clone(), |(file, took): (File, Callback<String>), actions| {
        actions.read_duties(file, took);
    });
    let effect = {
        let actions = actions.clone();
        Callback::from(move |profile: String| html! { <EffectNote actions={actions.clone()} {profile} /> })
    };
    let on_load = use_callback(actions.clone(), |file: File, actions| actions.load_profile(file));
    let on_export = use_callback(actions.clone(), |(), actions| actions.save_profile());
    let on_backup = use_callback(actions.clone(), |(), actions| actions.backup());
    let on_rules = use_callback(actions.clone(), |(), actions| actions.show(Action::Show(Screen::Rules)));
    let Some(profile) = (*profile).clone() else {
        return html! { <section class="view" aria-busy="true"><p class="pnone">{ crate::text_settings::LOADING.get(lang) }</p></section> };
    };
    html! {
        <SettingsPage {lang} years={(*years).clone()} {on_duties} {effect} {profile} refused={(*refused).clone()} amounts={(*amounts).clone()}
            has_passphrase={*has_passphrase} {on_passphrase} layouts={(*layouts).clone()} kinds={kinds as Rc<_>} {on_forget} {on_save} {on_load}
            {on_export} {on_restore} {on_rules} {on_backup} {on_restore_backup} {on_clear} />
    }
}
