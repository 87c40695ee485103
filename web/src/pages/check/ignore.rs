//! A warning is confirmed: its record leaves nevertheless, the reason is kept.

use std::rc::Rc;

use precheck_session::api::{DetailView, Lang};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::services::lang::use_lang;
use crate::state::Action;
use crate::text;

/// Shortest explanation of 其他, in characters.
const SHORTEST: usize = 5;

/// Whether a finding can be confirmed.
pub(super) fn may_ignore(detail: &DetailView) -> bool {
    detail.can_confirm && detail.confirmed.is_none()
}

/// What [`IgnoreDialog`] asks about.
#[derive(Properties, PartialEq, Clone)]
pub struct IgnoreProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// The warning.
    pub detail: Rc<DetailView>,
}

/// What is wrong with an answer, if anything: the reason, the explanation.
fn faults(lang: Lang, chosen: &str, explanation: &str) -> (Option<&'static str>, Option<&'static str>) {
    let reason = chosen.is_empty().then_some(text::NO_REASON.get(lang));
    let other = chosen == text::OTHER_REASON.get(lang) && explanation.trim().chars().count() < SHORTEST;
    (reason, other.then_some(text::SHORT_EXPLANATION.get(lang)))
}

/// Asks for the reason.
#[component]
pub fn IgnoreDialog(props: &IgnoreProps) -> Html {
    let lang = use_lang();
    let chosen = use_state(String::new);
    let explanation = use_state(String::new);
    let all = use_state(|| false);
    let asked = use_state(|| false);
    let (list, area) = (use_node_ref(), use_node_ref());
    let (reason_fault, text_fault) = if *asked { faults(lang, &chosen, &explanation) } else { (None, None) };
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            if let Some(select) =
                event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
            {
                chosen.set(select.value());
            }
        })
    };
    let on_explain = {
        let explanation = explanation.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) =
                event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
            {
                explanation.set(area.value());
            }
        })
    };
    let on_all = {
        let all = all.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                all.set(input.checked());
            }
        })
    };
    let confirm = {
        let (actions, detail, asked) = (props.actions.clone(), props.detail.clone(), asked.clone());
        let (chosen, explanation, all) = (chosen.clone(), explanation.clone(), *all);
        let (list, area) = (list.clone(), area.clone());
        Callback::from(move |_: MouseEvent| {
            let wrong = faults(lang, &chosen, &explanation);
            if wrong != (None, None) {
                asked.set(true);
                focus::focus_node(if wrong.0.is_some() { &list } else { &area });
                return;
            }
            let reason = text::reason(lang, &chosen, explanation.trim());
            actions.show(Action::Dialog(None));
            actions.confirm(detail.address.clone(), all, reason);
        })
    };
    let cancel = close.reform(|_: MouseEvent| ());
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn" onclick={cancel}>{ text::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri confirm" onclick={confirm}>{ text::IGNORE_AND_NOTE.get(lang) }</button>
        </span>
    };
    let fault = |id: &'static str, fault: Option<&'static str>| match fault {
        Some(fault) => html! { <p class="emsg" {id}>{ icon(Icon::Error, "") }<span>{ fault }</span></p> },
        None => Html::default(),
    };
    html! {
        <Dialog {lang} title={text::IGNORE_TITLE.get(lang)} id="ignore-title" on_close={close} size={DialogSize::Small} {footer}>
            <p class="t13 lead">{ text::where_and_what(lang, &props.detail) }</p>
            <div class={classes!("fld", reason_fault.map(|_| "err"))}>
                <label for="ignore-reason">{ text::REASON.get(lang) }</label>
                { fault("ignore-reason-fault", reason_fault) }
                <select ref={list} class="sel" id="ignore-reason" data-autofocus="" onchange={on_choose}
                    aria-invalid={reason_fault.map(|_| "true")} aria-describedby={reason_fault.map(|_| "ignore-reason-fault")}>
                    <option value="" selected={chosen.is_empty()}>{ text::CHOOSE_REASON.get(lang) }</option>
                    { for text::REASONS.iter().map(|reason| reason.get(lang)).map(|reason| html! {
                        <option value={reason} selected={*chosen == reason}>{ reason }</option>
                    }) }
                </select>
            </div>
            <div class={classes!("fld", text_fault.map(|_| "err"))}>
                <label for="ignore-text">{ text::EXPLANATION.get(lang) }
                    if *chosen != text::OTHER_REASON.get(lang) { <span class="opt">{ text::OPTIONAL.get(lang) }</span> }
                </label>
                if *chosen == text::OTHER_REASON.get(lang) { <p class="hint">{ text::AT_LEAST_FIVE.get(lang) }</p> }
                { fault("ignore-text-fault", text_fault) }
                <textarea ref={area} class="inp" id="ignore-text" rows="3" oninput={on_explain}
                    aria-invalid={text_fault.map(|_| "true")} aria-describedby={text_fault.map(|_| "ignore-text-fault")} />
            </div>
            <label class="ck">
                <input type="checkbox" onchange={on_all} checked={*all} /><span>{ text::confirm_all(lang, &props.detail.title) }</span>
            </label>
            <p class="t12 muted after">{ text::IGNORE_FATE.get(lang) }</p>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_reason_is_needed_and_other_reasons_are_explained() {
        assert_eq!(faults(Lang::Zh, "", ""), (Some(text::NO_REASON.zh), None));
        assert_eq!(faults(Lang::En, text::REASONS[0].en, ""), (None, None));
        assert_eq!(
            faults(Lang::Zh, text::OTHER_REASON.zh, " 停机 "),
            (None, Some(text::SHORT_EXPLANATION.zh))
        );
        assert_eq!(faults(Lang::Zh, text::OTHER_REASON.zh, "文书送达延迟"), (None, None));
    }
}
