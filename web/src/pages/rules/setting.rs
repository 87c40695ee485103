//! What the organisation makes of a rule: another severity, or off, with a reason.

use std::rc::Rc;

use precheck_session::api::{ChangedRule, Lang, RuleView};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Change;
use crate::components::icon::{Icon, icon};
use crate::text_rules as words;

/// Shortest reason, in characters.
const SHORTEST: usize = 5;

/// What [`Setting`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct SettingProps {
    pub(super) lang: Lang,
    pub(super) rule: Rc<RuleView>,
    pub(super) change: Option<ChangedRule>,
    pub(super) on_change: Callback<Change>,
}

/// The severity and its reason.
#[component]
pub(super) fn Setting(props: &SettingProps) -> Html {
    let (lang, rule) = (props.lang, &props.rule);
    let now = props.change.as_ref().map_or(rule.severity.as_str(), |change| &change.now).to_owned();
    let wanted = use_state_eq(|| now.clone());
    let reason = use_state_eq(String::new);
    let asked = use_state_eq(|| false);
    {
        // What was asked for has come to be, or was taken back elsewhere.
        let (wanted, reason, asked) = (wanted.clone(), reason.clone(), asked.clone());
        use_effect_with(now.clone(), move |now| {
            wanted.set(now.clone());
            reason.set(String::new());
            asked.set(false);
        });
    }
    if rule.is_protected {
        return html! { <p class="t13 muted">{ words::PROTECTED.get(lang) }</p> };
    }
    let on_choose = {
        let wanted = wanted.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let Some(select) = select {
                wanted.set(select.value());
            }
        })
    };
    let on_reason = {
        let reason = reason.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input {
                reason.set(input.value());
            }
        })
    };
    let restore = {
        let code = rule.rule.clone();
        props.on_change.reform(move |_: MouseEvent| Change {
            rule: code.clone(),
            severity: String::new(),
            reason: String::new(),
        })
    };
    let short = reason.trim().chars().count() < SHORTEST;
    let apply = {
        let (on_change, asked) = (props.on_change.clone(), asked.clone());
        let (code, severity, reason) = (rule.rule.clone(), (*wanted).clone(), reason.trim().to_owned());
        let own = rule.severity.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if severity == own {
                on_change.emit(Change { rule: code.clone(), severity: String::new(), reason: String::new() });
            } else if short {
                asked.set(true);
            } else {
                on_change.emit(Change {
                    rule: code.clone(),
                    severity: severity.clone(),
                    reason: reason.clone(),
                });
            }
        })
    };
    let pending = *wanted != now;
    let needs_reason = pending && *wanted != rule.severity;
    let fault = *asked && short && needs_reason;
    html! {
        <form class="setting" onsubmit={apply}>
            <div class="level">
                <label for="rule-level">{ words::SEVERITY.get(lang) }</label>
                <select class="sel sm" id="rule-level" onchange={on_choose}>
                    { for ["error", "warning", "info", "off"].iter().map(|key| html! {
                        <option value={*key} selected={*wanted == **key}>{ words::severity(lang, key) }</option>
                    }) }
                </select>
                if props.change.is_some() && !pending {
                    <button type="button" class="btn sm restore" onclick={restore}>{ words::RESTORE.get(lang) }</button>
                }
            </div>
            if let Some(change) = props.change.as_ref().filter(|_| !pending) {
                <p class="t13 reason">{ words::reason(lang, &change.reason) }</p>
            }
            if needs_reason {
                <div class={classes!("fld", fault.then_some("err"))}>
                    <label for="rule-reason">{ words::REASON.get(lang) }</label>
                    if fault {
                        <p class="emsg" id="rule-reason-fault">
                            { icon(Icon::Error, "") }<span>{ words::REASON_SHORT.get(lang) }</span>
                        </p>
                    }
                    <input class="inp" id="rule-reason" type="text" maxlength="200" autocomplete="off"
                        value={(*reason).clone()} oninput={on_reason} aria-invalid={fault.then_some("true")}
                        aria-describedby={fault.then_some("rule-reason-fault")} />
                </div>
            }
            if pending {
                <button type="submit" class="btn sm pri apply">{ words::APPLY.get(lang) }</button>
            }
            <p class="t12 muted">{ words::REASON_HINT.get(lang) }</p>
        </form>
    }
}
