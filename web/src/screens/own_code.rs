//! Asks for the organisation's own 统一社会信用代码, which no profile can know that has not been told.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::actions::Actions;
use crate::services::lang::use_lang;
use crate::text;

/// What [`OwnCode`] needs.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct OwnCodeProps {
    /// Does what is asked for.
    pub(super) actions: Actions,
    /// The profile in use as JSON; empty: the built-in one, which holds no code.
    pub(super) profile: AttrValue,
}

/// The code in a profile.
fn own_code(profile: &str) -> String {
    let profile = serde_json::from_str::<serde_json::Value>(profile).unwrap_or_default();
    profile["organisation"]["uscc"].as_str().unwrap_or_default().to_owned()
}

/// A card with the code in use.
#[component]
pub(super) fn OwnCode(props: &OwnCodeProps) -> Html {
    let lang = use_lang();
    let field = use_node_ref();
    let onsubmit = {
        let (actions, field) = (props.actions.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = field.get().and_then(|node| node.dyn_into::<HtmlInputElement>().ok()) {
                let code: String = input.value().chars().filter(|c| !c.is_whitespace()).collect();
                actions.set_own_code(code.to_ascii_uppercase());
            }
        })
    };
    html! {
        <div class="card">
            <header><h2><label for="own-code">{ text::OWN_CODE.get(lang) }</label></h2></header>
            <form class="body tight" {onsubmit} novalidate=true>
                <input ref={field} id="own-code" class="inp mono" maxlength="24" autocomplete="off" spellcheck="false"
                    value={own_code(&props.profile)} aria-describedby="own-code-help" />
                <p class="hint" id="own-code-help">{ text::OWN_CODE_HELP.get(lang) }</p>
                <button type="submit" class="btn sm own-code">{ text::OWN_CODE_TAKE.get(lang) }</button>
            </form>
        </div>
    }
}
