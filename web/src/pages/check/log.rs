//! 改动记录: every cell and row that was changed, the last change first.

use precheck_session::api::{ChangeLine, Lang, Request, Response};
use yew::prelude::*;

use super::detail::shown;
use super::diff::stretches;
use super::listed::{WINDOW, use_listed};
use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::services::lang::use_lang;
use crate::state::Action;
use crate::{text, text_log as words};

/// What [`LogDialog`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct LogProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// Grows with each change.
    pub revision: u64,
}

/// The log.
#[component]
pub fn LogDialog(props: &LogProps) -> Html {
    let lang = use_lang();
    let actions = props.actions.clone();
    let (listed, onscroll) = use_listed(props.revision, move |from| {
        let actions = actions.clone();
        async move {
            match actions.window(Request::ChangeLog { from, count: WINDOW }).await? {
                Response::ChangeLog(view) => Some((view.total, view.lines)),
                _ => None,
            }
        }
    });
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let footer = html! {
        <span class="sp">
            <button type="button" class="btn" data-autofocus="" onclick={close.reform(|_: MouseEvent| ())}>
                { words::CLOSE.get(lang) }
            </button>
        </span>
    };
    html! {
        <Dialog {lang} title={words::title(lang, listed.total)} id="log-title" on_close={close} size={DialogSize::Large} {footer}>
            <p class="t13 lead">{ words::LEAD.get(lang) }</p>
            <div class="card fixlist changelog" tabindex="0" role="region" aria-label={words::LOG.get(lang)} {onscroll}>
                if listed.asked && listed.total == 0 {
                    <p class="pnone">{ words::NOTHING.get(lang) }</p>
                } else {
                    <table class="tbl stick">
                        <thead><tr>
                            <th scope="col">{ words::WHEN.get(lang) }</th>
                            <th scope="col">{ words::WHO.get(lang) }</th>
                            <th scope="col">{ words::WHAT.get(lang) }</th>
                            <th scope="col">{ text::PLACE.get(lang) }</th>
                            <th scope="col">{ words::FROM.get(lang) }</th>
                            <th scope="col">{ words::TO.get(lang) }</th>
                            <th scope="col">{ text::RULE.get(lang) }</th>
                        </tr></thead>
                        <tbody>{ for listed.items.iter().enumerate().map(|(at, one)| {
                            line(lang, &props.actions, listed.total - at, one)
                        }) }</tbody>
                    </table>
                }
            </div>
        </Dialog>
    }
}

fn line(lang: Lang, actions: &Actions, number: usize, line: &ChangeLine) -> Html {
    let (old, new) = stretches(&line.from, &line.to);
    let go = {
        let (actions, address) = (actions.clone(), line.address.clone());
        Callback::from(move |_: MouseEvent| {
            actions.show(Action::Dialog(None));
            actions.go_to(address.clone());
        })
    };
    html! {
        <tr key={number} data-line={number.to_string()}>
            <td class="nowrap">{ words::moment(&line.at) }</td>
            <td>{ &line.by }</td>
            <td>{ &line.deed }</td>
            <td>
                <button type="button" class="link t13" title={crate::text_grid::GO.get(lang)} onclick={go}>
                    { words::place(lang, &line.sheet, &line.row) }
                </button>
                { " " }{ &line.field_label }
            </td>
            <td class="val">{ shown(&old, true) }</td>
            <td class="val">{ shown(&new, false) }</td>
            <td title={line.title.clone()}>{ if line.rule.is_empty() { words::BY_HAND.get(lang) } else { &line.rule } }</td>
        </tr>
    }
}
