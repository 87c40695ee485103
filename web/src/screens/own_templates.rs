//! 自有模板, joined to engine and store.

use std::rc::Rc;

use precheck_session::api::{OwnTemplateOptions, OwnTemplateView};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::actions::Actions;
use crate::actions::batch::name_of;
use crate::pages::export::{OwnDialog, OwnTemplates};
use crate::services::lang::use_lang;
use crate::state::AppState;

/// What [`OwnTemplatesPart`] needs.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct OwnTemplatesProps {
    /// Does what is asked for.
    pub(super) actions: Actions,
    /// What is shown.
    pub(super) state: UseReducerHandle<AppState>,
}

/// A blank file that is being made a template.
#[derive(Clone, PartialEq)]
struct Draft {
    file: File,
    options: Rc<OwnTemplateOptions>,
    view: Rc<OwnTemplateView>,
}

/// 自有模板.
#[component]
pub(super) fn OwnTemplatesPart(props: &OwnTemplatesProps) -> Html {
    let lang = use_lang();
    let (actions, state) = (&props.actions, &props.state);
    let draft = use_state_eq(|| None::<Draft>);
    let problem = use_state_eq(|| None::<AttrValue>);
    let kinds = use_memo(state.choices.clone(), |choices| choices.kinds.clone());
    let templates = use_memo((state.settings.clone(), state.choices.clone()), |(settings, choices)| {
        let names = settings.templates.iter().filter_map(|json| name_of(json));
        let title = |name: &String| {
            let known = choices.templates.iter().find(|(other, ..)| other == name);
            known.map_or_else(|| name.clone(), |(_, title, _)| title.clone())
        };
        names.map(|name| (name.clone(), title(&name))).collect::<Vec<_>>()
    });
    let settle = {
        let (actions, draft, problem) = (actions.clone(), draft.clone(), problem.clone());
        Callback::from(move |(file, options): (File, OwnTemplateOptions)| {
            let (actions, draft, problem) = (actions.clone(), draft.clone(), problem.clone());
            spawn_local(async move {
                match actions.own_template(&file, options.clone()).await {
                    // A template file is taken as it is.
                    Ok(view) if view.sheets.is_empty() => {
                        problem.set(
                            actions.keep_template(&view).await.err().map(|fault| fault.to_string().into()),
                        );
                    }
                    Ok(view) => {
                        problem.set(None);
                        draft.set(Some(Draft { file, options: Rc::new(options), view: Rc::new(view) }));
                    }
                    Err(fault) => problem.set(Some(fault.to_string().into())),
                }
            });
        })
    };
    let on_file = settle.reform(|file: File| {
        let options = OwnTemplateOptions { file: file.name(), ..OwnTemplateOptions::default() };
        (file, options)
    });
    let on_share = {
        let (actions, problem) = (actions.clone(), problem.clone());
        Callback::from(move |name: String| {
            problem.set(actions.share_template(&name).err().map(|fault| fault.to_string().into()));
        })
    };
    let on_remove = {
        let (actions, problem) = (actions.clone(), problem.clone());
        Callback::from(move |name: String| {
            let (actions, problem) = (actions.clone(), problem.clone());
            spawn_local(async move {
                problem.set(actions.remove_template(&name).await.err().map(|fault| fault.to_string().into()));
            });
        })
    };
    let dialog = draft.as_ref().map(|open| {
        let on_options = {
            let (settle, file) = (settle.clone(), open.file.clone());
            settle.reform(move |options: OwnTemplateOptions| (file.clone(), options))
        };
        let on_keep = {
            let (actions, draft, problem, view) =
                (actions.clone(), draft.clone(), problem.clone(), open.view.clone());
            Callback::from(move |()| {
                let (actions, draft, problem, view) =
                    (actions.clone(), draft.clone(), problem.clone(), view.clone());
                spawn_local(async move {
                    problem
                        .set(actions.keep_template(&view).await.err().map(|fault| fault.to_string().into()));
                    draft.set(None);
                });
            })
        };
        let on_close = {
            let draft = draft.clone();
            Callback::from(move |()| draft.set(None))
        };
        html! {
            <OwnDialog {lang} kinds={kinds.clone() as Rc<_>} options={open.options.clone()}
                view={open.view.clone()} {on_options} {on_keep} {on_close} />
        }
    });
    html! {
        <>
            <OwnTemplates {lang} templates={templates as Rc<_>} problem={(*problem).clone()} {on_file}
                {on_share} {on_remove} />
            { for dialog }
        </>
    }
}
