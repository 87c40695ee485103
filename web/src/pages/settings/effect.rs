//! What the profile in the form would make of the findings of the open batch, before it is saved.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use precheck_session::api::{Request, Response};
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::actions::Actions;
use crate::services::lang::use_lang;
use crate::text_settings as words;

/// After the last change, in milliseconds.
const PAUSE: u32 = 300;
/// Rules that are named.
const NAMED: usize = 6;

/// What [`EffectNote`] looks at.
#[derive(Properties, PartialEq, Clone)]
pub struct EffectProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// The profile as JSON; empty: that in use.
    pub profile: String,
}

/// Says how the findings would change.
#[component]
pub fn EffectNote(props: &EffectProps) -> Html {
    let lang = use_lang();
    let shown = use_state_eq(|| None::<Value>);
    {
        let (actions, shown) = (props.actions.clone(), shown.clone());
        use_effect_with(props.profile.clone(), move |profile| {
            let alive = Rc::new(Cell::new(true));
            let (profile, asked) = (profile.clone(), alive.clone());
            spawn_local(async move {
                TimeoutFuture::new(PAUSE).await;
                let mut found = None;
                while asked.get() && !profile.is_empty() {
                    let request = Request::Effect { profile: profile.clone() };
                    let Some(Response::Text { text }) = actions.window(request).await else { break };
                    let view: Value = serde_json::from_str(&text).unwrap_or_default();
                    if view["done"] != false {
                        found = Some(view);
                        break;
                    }
                }
                if asked.get() {
                    shown.set(found);
                }
            });
            move || alive.set(false)
        });
    }
    let lines = shown.as_ref().map(|view| {
        let rules = view["rules"].as_array().map(Vec::as_slice).unwrap_or_default();
        html! {
            <div class="note effect-now">
                <div>
                    <b>{ words::effect(lang, view) }</b>
                    <ul>
                        { for rules.iter().take(NAMED).map(|rule| html! { <li>{ words::rule_effect(rule) }</li> }) }
                        if rules.len() > NAMED { <li>{ words::more_rules(lang, rules.len() - NAMED) }</li> }
                    </ul>
                </div>
            </div>
        }
    });
    html! { <div class="effect" role="status">{ for lines }</div> }
}
