//! What stays behind, handler by handler, and the workbook with a sheet for each.

use std::rc::Rc;

use precheck_session::api::{HandlerView, Lang, PlanView};
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::text_export as words;
use crate::text_pages::export as old;

/// What [`handlers`] shows.
pub(super) struct HandlersProps {
    pub(super) lang: Lang,
    pub(super) plan: Rc<PlanView>,
    pub(super) on_by_handler: Callback<()>,
}

/// The handlers with their counts.
pub(super) fn handlers(props: &HandlersProps) -> Html {
    let (lang, handlers) = (props.lang, &props.plan.handlers);
    let line = |handler: &HandlerView| {
        let name = if handler.name.is_empty() { words::NO_HANDLER.get(lang) } else { &handler.name };
        let kinds: Vec<String> =
            handler.kinds.iter().map(|(label, count)| format!("{label} {count}")).collect();
        html! {
            <li key={handler.name.clone()}>
                <b>{ name }</b><span class="count">{ old::made(lang, handler.records) }</span>
                <span class="sp muted t12">{ kinds.join(if lang == Lang::Zh { "，" } else { ", " }) }</span>
            </li>
        }
    };
    html! {
        <div class="card handlers">
            <header><h2>{ words::HANDLERS.get(lang) }</h2></header>
            if handlers.is_empty() {
                <p class="body muted t13">{ words::NOTHING_STAYS.get(lang) }</p>
            } else {
                <ul class="list">{ for handlers.iter().map(line) }</ul>
                <div class="actbar">
                    <button type="button" class="btn sm by-handler" onclick={props.on_by_handler.reform(|_: MouseEvent| ())}>
                        { icon(Icon::Download, "") }{ words::BY_HANDLER.get(lang) }
                    </button>
                    <span class="muted t13">{ words::BY_HANDLER_HINT.get(lang) }</span>
                </div>
            }
        </div>
    }
}
