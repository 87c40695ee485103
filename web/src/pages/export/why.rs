//! Why nothing leaves: the answer of the export button where it has nothing to export.

use std::rc::Rc;

use precheck_session::api::{KindPlan, Lang, PlanView};
use yew::prelude::*;

use super::Shown;
use crate::components::dialog::{Dialog, DialogSize};
use crate::text_pages::{common, export as words};

/// What [`why_nothing`] shows.
pub(super) struct WhyNothingProps {
    pub(super) lang: Lang,
    pub(super) plan: Rc<PlanView>,
    pub(super) left_out: Rc<Vec<String>>,
    pub(super) on_show: Callback<Shown>,
    pub(super) on_check: Callback<()>,
    pub(super) on_close: Callback<()>,
}

/// The dialog.
pub(super) fn why_nothing(props: &WhyNothingProps) -> Html {
    let lang = props.lang;
    let kinds = &props.plan.kinds;
    let unticked = kinds.iter().any(|k| k.supported && k.leaving > 0 && props.left_out.contains(&k.kind));
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn" onclick={props.on_close.reform(|_| ())}>{ common::CLOSE.get(lang) }</button>
            <button type="button" class="btn pri" data-autofocus="" onclick={props.on_check.reform(|_| ())}>
                { words::TO_CHECK.get(lang) }
            </button>
        </span>
    };
    html! {
        <Dialog {lang} id="why-title" title={words::WHY_TITLE.get(lang)} size={DialogSize::Small}
            on_close={props.on_close.clone()} {footer}>
            if kinds.is_empty() {
                <p>{ words::EMPTY_HINT.get(lang) }</p>
            } else if unticked {
                <p>{ words::WHY_NO_KIND.get(lang) }</p>
            }
            <ul class="why-list">
                { for kinds.iter().filter(|kind| !kind.supported || kind.leaving == 0).map(|kind| line(props, kind)) }
            </ul>
        </Dialog>
    }
}

fn line(props: &WhyNothingProps, kind: &KindPlan) -> Html {
    let lang = props.lang;
    let why = if kind.supported && kind.left_out > 0 {
        crate::text_singly::left_out(lang, kind.left_out)
    } else if kind.supported {
        words::staying(lang, kind.with_errors, kind.with_warnings, kind.lacking)
    } else {
        words::NOT_SUPPORTED.get(lang).to_owned()
    };
    let link = |count: usize, severity: &str, text: &'static str| {
        let shown = Shown { kind: kind.kind.clone(), severity: severity.to_owned(), rule: String::new() };
        html! {
            if kind.supported && count > 0 {
                <button type="button" class="btn sm" onclick={props.on_show.reform(move |_| shown.clone())}
                    aria-label={format!("{text} {}", kind.label)}>{ text }</button>
            }
        }
    };
    html! {
        <li>
            <span>{ words::why(lang, &kind.label, &why) }</span>
            { link(kind.with_errors, "error", words::GO_MEND.get(lang)) }
            { link(kind.with_warnings, "warning", words::GO_CONFIRM.get(lang)) }
        </li>
    }
}
