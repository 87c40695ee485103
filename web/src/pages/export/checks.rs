//! The preflight list of a kind, and the first rows of its file.

use std::rc::Rc;

use precheck_session::api::{DeliverOptions, KindPlan, Lang, PlanView, PreflightView};
use yew::prelude::*;

use super::Shown;
use crate::components::icon::{Icon, icon, severity_icon};
use crate::text_pages::{common, export as words};
use crate::text_singly as singly;

/// What [`checks`] show.
pub(super) struct ChecksProps {
    pub(super) lang: Lang,
    pub(super) kind: Rc<KindPlan>,
    pub(super) on_show: Callback<Shown>,
    /// Whether any record of the batch left before.
    pub(super) left_before: bool,
    pub(super) options: Rc<DeliverOptions>,
    pub(super) on_options: Callback<DeliverOptions>,
}

/// The preflight list.
pub(super) fn checks(props: &ChecksProps) -> Html {
    let (lang, kind) = (props.lang, &props.kind);
    let tag = if kind.supported && kind.leaving > 0 {
        html! { <span class="tag P">{ icon(Icon::Ok, "ic-12") }{ words::CAN_LEAVE.get(lang) }</span> }
    } else {
        html! { <span class="tag W">{ icon(Icon::Warning, "ic-12") }{ words::CANNOT_LEAVE.get(lang) }</span> }
    };
    let news = {
        let options = props.options.clone();
        props.on_options.reform(move |event: Event| DeliverOptions {
            only_news: event.target_unchecked_into::<web_sys::HtmlInputElement>().checked(),
            ..(*options).clone()
        })
    };
    html! {
        <div class="card">
            <header><h2>{ words::checks(lang, &kind.label) }</h2><span class="sp">{ tag }</span></header>
            <ul class="chkl">{ for kind.checks.iter().map(|check| line(props, check)) }</ul>
            if props.left_before {
                <div class="body">
                    <label class="tick first"><input id="export-news" type="checkbox" checked={props.options.only_news} onchange={news} />
                        { singly::ONLY_NEWS.get(lang) }</label>
                    <p class="hint">{ singly::COMPARED.get(lang) }</p>
                </div>
            }
        </div>
    }
}

fn line(props: &ChecksProps, check: &PreflightView) -> Html {
    let lang = props.lang;
    let state = match check.state.as_str() {
        "error" => common::ERROR,
        "warning" => common::WARNING,
        _ => common::PASSED,
    };
    let link = (!check.severity.is_empty()).then(|| {
        let shown = Shown {
            kind: props.kind.kind.clone(),
            severity: check.severity.clone(),
            rule: check.rule.clone(),
        };
        let text = match check.severity.as_str() {
            "error" => words::GO_MEND,
            "warning" => words::GO_CONFIRM,
            _ => words::SHOW,
        };
        html! {
            <button type="button" class="link" aria-label={format!("{} {}", text.get(lang), check.text)}
                onclick={props.on_show.reform(move |_| shown.clone())}>{ text.get(lang) }</button>
        }
    });
    html! {
        <li>
            { severity_icon(&check.state, "", Some(state.get(lang).into())) }
            <span>{ &check.text }</span>
            <span class="muted">
                { &check.note }
                if !check.note.is_empty() && link.is_some() { { " " } }
                { for link }
            </span>
        </li>
    }
}

/// What [`file_preview`] shows.
pub(super) struct FilePreviewProps {
    pub(super) lang: Lang,
    pub(super) plan: Rc<PlanView>,
    /// Records in the file.
    pub(super) records: usize,
}

/// The first rows of the very file, lines above its header included.
pub(super) fn file_preview(props: &FilePreviewProps) -> Html {
    let (lang, rows) = (props.lang, &props.plan.preview);
    let line = |(at, cells): (usize, &Vec<String>)| {
        html! {
            <tr key={at}>
                <th scope="row" class="num">{ at + 1 }</th>
                { for cells.iter().map(|cell| html! { <td>{ cell }</td> }) }
            </tr>
        }
    };
    html! {
        <div class="card file-prev">
            <header>
                <h2>{ words::PREVIEW.get(lang) }</h2>
                if props.records > 0 {
                    <span class="aside">{ words::preview_rows(lang, rows.len(), props.records) }</span>
                }
            </header>
            if props.records == 0 || rows.is_empty() {
                <p class="body muted t13">{ words::PREVIEW_NONE.get(lang) }</p>
            } else {
                <div class="wide" tabindex="0" role="region" aria-label={words::PREVIEW_SCROLL.get(lang)}>
                    <table class="tbl sheet"><tbody>{ for rows.iter().enumerate().map(line) }</tbody></table>
                </div>
            }
        </div>
    }
}
