//! 改动记录: every cell and row that was changed, the last change first.

use std::rc::Rc;

use precheck_session::api::{ChangeLine, Lang, Request, Response};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::detail::shown;
use super::diff::stretches;
use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::services::lang::use_lang;
use crate::state::Action;
use crate::{text, text_log as words};

/// Lines fetched at a time.
const WINDOW: usize = 200;

/// What [`LogDialog`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct LogProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// Grows with each change.
    pub revision: u64,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Listed {
    total: usize,
    lines: Rc<Vec<ChangeLine>>,
    asked: bool,
}

/// The log.
#[component]
pub fn LogDialog(props: &LogProps) -> Html {
    let lang = use_lang();
    let listed = use_state(Listed::default);
    let more = {
        let (actions, listed) = (props.actions.clone(), listed.clone());
        let asked = use_mut_ref(|| usize::MAX);
        Callback::from(move |()| {
            let from = listed.lines.len();
            if *asked.borrow() == from || (from > 0 && from >= listed.total) {
                return;
            }
            *asked.borrow_mut() = from;
            let (actions, listed) = (actions.clone(), listed.clone());
            spawn_local(async move {
                if let Some(Response::ChangeLog(view)) =
                    actions.window(Request::ChangeLog { from, count: WINDOW }).await
                {
                    let mut lines = (*listed.lines).clone();
                    lines.extend(view.lines);
                    listed.set(Listed { total: view.total, lines: Rc::new(lines), asked: true });
                }
            });
        })
    };
    {
        let more = more.clone();
        use_effect_with(props.revision, move |_| more.emit(()));
    }
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    let onscroll = {
        let more = more.clone();
        Callback::from(move |event: Event| {
            if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok())
                && element.scroll_top() + 2 * element.client_height() > element.scroll_height()
            {
                more.emit(());
            }
        })
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
                        <tbody>{ for listed.lines.iter().enumerate().map(|(at, one)| {
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
