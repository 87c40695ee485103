//! 核验回执, joined to the engine.

use std::rc::Rc;

use precheck_session::api::VerifiedView;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::actions::Actions;
use crate::pages::export::VerifyCard;
use crate::services::lang::use_lang;

/// What [`VerifyPart`] needs.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct VerifyPartProps {
    /// Does what is asked for.
    pub(super) actions: Actions,
}

/// 核验回执.
#[component]
pub(super) fn VerifyPart(props: &VerifyPartProps) -> Html {
    let lang = use_lang();
    let verified = use_state_eq(|| None::<Rc<VerifiedView>>);
    let problem = use_state_eq(|| None::<AttrValue>);
    let on_files = {
        let (actions, verified, problem) = (props.actions.clone(), verified.clone(), problem.clone());
        Callback::from(move |files: Vec<File>| {
            if files.is_empty() {
                return;
            }
            let (actions, verified, problem) = (actions.clone(), verified.clone(), problem.clone());
            spawn_local(async move {
                match actions.verify(files).await {
                    Ok(view) => {
                        problem.set(None);
                        verified.set(Some(Rc::new(view)));
                    }
                    Err(fault) => {
                        verified.set(None);
                        problem.set(Some(fault.to_string().into()));
                    }
                }
            });
        })
    };
    html! {
        <VerifyCard {lang} verified={(*verified).clone()} problem={(*problem).clone()} {on_files} />
    }
}
