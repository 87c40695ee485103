//! Warnings that wait for a confirmation, rule by rule, each confirmed with a reason.

use std::rc::Rc;

use precheck_session::api::{GroupView, Lang};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Shown;
use crate::components::dialog::{Dialog, DialogSize};
use crate::components::focus;
use crate::components::icon::{Icon, icon, severity_icon};
use crate::text_pages::{common, export as words};
use crate::text_singly as singly;

/// The single warnings of a rule, drawn where the clerk opens them.
pub type Singles = Callback<String, Html>;

/// What [`Warnings`] show.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct WarningsProps {
    pub(super) lang: Lang,
    pub(super) groups: Rc<Vec<GroupView>>,
    /// Slug of the rule, reason.
    pub(super) on_confirm: Callback<(String, String)>,
    pub(super) on_show: Callback<Shown>,
    /// Shows the single warnings of a rule: its slug.
    pub(super) singles: Option<Singles>,
}

fn open(group: &GroupView) -> usize {
    group.count.saturating_sub(group.confirmed)
}

/// The rules with warnings to confirm.
#[component]
pub(super) fn Warnings(props: &WarningsProps) -> Html {
    let lang = props.lang;
    let asked = use_state_eq(|| None::<String>);
    let unfolded = use_state_eq(String::new);
    let warnings: Vec<_> = props.groups.iter().filter(|group| group.severity == "warning").collect();
    let waiting: Vec<_> = warnings.iter().copied().filter(|group| open(group) > 0).collect();
    let about = asked.as_ref().and_then(|rule| waiting.iter().find(|group| &group.rule == rule));
    let close = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let confirm = |group: &GroupView| {
        let (asked, on_confirm, rule) = (asked.clone(), props.on_confirm.clone(), group.rule.clone());
        Callback::from(move |reason: String| {
            asked.set(None);
            on_confirm.emit((rule.clone(), reason));
        })
    };
    let line = |group: &&GroupView| {
        let ask = {
            let (asked, rule) = (asked.clone(), group.rule.clone());
            Callback::from(move |_: MouseEvent| asked.set(Some(rule.clone())))
        };
        let shown = Shown { kind: String::new(), severity: group.severity.clone(), rule: group.rule.clone() };
        let is_unfolded = *unfolded == group.rule;
        let unfold = {
            let (unfolded, rule) = (unfolded.clone(), group.rule.clone());
            Callback::from(move |_: MouseEvent| {
                unfolded.set(if is_unfolded { String::new() } else { rule.clone() });
            })
        };
        html! {
            <key={group.rule.clone()}>
            <li>
                { severity_icon(&group.severity, "ic-14", Some(common::WARNING.get(lang).into())) }
                <button type="button" class="link plain" onclick={props.on_show.reform(move |_| shown.clone())}
                    title={words::SHOW.get(lang)}>{ &group.title }</button>
                <span class="muted t12">{ &group.code }</span>
                <span class="sp"><b>{ open(group) }</b></span>
                if props.singles.is_some() {
                    <button type="button" class="btn sm one-by-one" aria-expanded={is_unfolded.to_string()} onclick={unfold}
                        aria-label={format!("{} {}", singly::ONE_BY_ONE.get(lang), group.title)}>
                        { singly::ONE_BY_ONE.get(lang) }
                    </button>
                }
                if open(group) > 0 {
                    <button type="button" class="btn sm" onclick={ask}
                        aria-label={format!("{} {}", words::CONFIRM.get(lang), group.title)}>
                        { words::CONFIRM.get(lang) }
                    </button>
                }
            </li>
            if is_unfolded {
                <li class="singles">
                    { for props.singles.iter().map(|singles| singles.emit(group.rule.clone())) }
                </li>
            }
            </>
        }
    };
    html! {
        <div class="card">
            <header><h2>{ words::WARNINGS.get(lang) }</h2></header>
            if waiting.is_empty() {
                <p class="body muted t13">{ words::WARNINGS_NONE.get(lang) }</p>
            }
            if !warnings.is_empty() {
                <ul class="list warnings">{ for warnings.iter().map(line) }</ul>
            }
            if let Some(group) = about {
                <ConfirmDialog {lang} title={words::confirm_title(lang, open(group))}
                    subject={format!("{} {}", group.code, group.title)} on_confirm={confirm(group)} on_close={close} />
            }
        </div>
    }
}

/// Shortest explanation.
const SHORTEST: usize = 5;

#[derive(Properties, PartialEq, Clone)]
pub(super) struct ConfirmDialogProps {
    pub(super) lang: Lang,
    pub(super) title: AttrValue,
    pub(super) subject: AttrValue,
    pub(super) on_confirm: Callback<String>,
    pub(super) on_close: Callback<()>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lack {
    Nothing,
    Reason,
    Explanation,
}

/// Asks for the reason.
#[component]
pub(super) fn ConfirmDialog(props: &ConfirmDialogProps) -> Html {
    let lang = props.lang;
    let reason = use_state_eq(|| None::<usize>);
    let lack = use_state_eq(|| Lack::Nothing);
    let (list, text) = (use_node_ref(), use_node_ref());
    let explain = *reason == Some(crate::text::REASONS.len() - 1);
    let choose = {
        let (reason, lack) = (reason.clone(), lack.clone());
        Callback::from(move |event: Event| {
            reason.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok());
            lack.set(Lack::Nothing);
        })
    };
    let confirm = {
        let (reason, lack, list, text) = (reason.clone(), lack.clone(), list.clone(), text.clone());
        let on_confirm = props.on_confirm.clone();
        Callback::from(move |_: MouseEvent| {
            let typed = text.cast::<HtmlTextAreaElement>().map(|text| text.value().trim().to_owned());
            let (missing, field) = match (*reason, typed) {
                (None, _) => (Lack::Reason, &list),
                (Some(_), Some(typed)) if typed.chars().count() < SHORTEST => (Lack::Explanation, &text),
                (Some(_), Some(typed)) => return on_confirm.emit(typed),
                (Some(at), None) => return on_confirm.emit(crate::text::REASONS[at].get(lang).to_owned()),
            };
            lack.set(missing);
            focus::focus_node(field);
        })
    };
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn" onclick={props.on_close.reform(|_| ())}>{ common::CANCEL.get(lang) }</button>
            <button type="button" class="btn pri" onclick={confirm}>{ words::CONFIRM_DO.get(lang) }</button>
        </span>
    };
    html! {
        <Dialog {lang} id="confirm-title" title={props.title.clone()} size={DialogSize::Small}
            on_close={props.on_close.clone()} {footer}>
            <p class="t13">{ &props.subject }</p>
            <div class={classes!("fld", (*lack == Lack::Reason).then_some("err"))}>
                <label for="confirm-reason">{ words::REASON.get(lang) }</label>
                { error(*lack == Lack::Reason, "confirm-reason-error", words::REASON_NONE.get(lang)) }
                <select ref={list} id="confirm-reason" class="sel" data-autofocus="" onchange={choose}
                    aria-invalid={(*lack == Lack::Reason).then_some("true")}
                    aria-describedby={(*lack == Lack::Reason).then_some("confirm-reason-error")}>
                    <option value="" selected={reason.is_none()}>{ common::CHOOSE.get(lang) }</option>
                    { for crate::text::REASONS.iter().enumerate().map(|(at, text)| html! {
                        <option value={at.to_string()} selected={*reason == Some(at)}>{ text.get(lang) }</option>
                    }) }
                </select>
            </div>
            if explain {
                <div class={classes!("fld", (*lack == Lack::Explanation).then_some("err"))}>
                    <label for="confirm-text">{ words::REASON_TEXT.get(lang) }</label>
                    <p class="hint" id="confirm-text-hint">{ words::REASON_HINT.get(lang) }</p>
                    { error(*lack == Lack::Explanation, "confirm-text-error", words::REASON_SHORT.get(lang)) }
                    <textarea ref={text} id="confirm-text" class="inp" rows="3"
                        aria-invalid={(*lack == Lack::Explanation).then_some("true")}
                        aria-describedby={
                            if *lack == Lack::Explanation { "confirm-text-hint confirm-text-error" } else { "confirm-text-hint" }
                        } />
                </div>
            }
            <p class="t12 muted">{ words::REASON_FATE.get(lang) }</p>
        </Dialog>
    }
}

fn error(shown: bool, id: &'static str, text: &'static str) -> Html {
    if shown {
        html! { <p class="emsg" {id} role="alert">{ icon(Icon::Error, "") }{ text }</p> }
    } else {
        Html::default()
    }
}
