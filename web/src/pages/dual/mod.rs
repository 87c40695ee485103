//! What 双告知 shows of the comparison.

use precheck_ledger::dual::{Line, Outcome, Push, Said, Standing};
use precheck_session::api::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::text_dual as words;

/// The four results, in the order in which they are counted.
const STANDINGS: [Standing; 4] =
    [Standing::Done, Standing::ToHandle, Standing::UnderWay, Standing::NotConcerned];

/// How many of each there are.
pub(crate) fn figures(lang: Lang, lines: &[Line]) -> Html {
    let count = |standing: Standing| lines.iter().filter(|line| line.outcome.standing() == standing).count();
    html! {
        <div class="card counts"><div class="stat">
            <div><b>{ lines.len() }</b>{ words::PUSHED.get(lang) }</div>
            { for STANDINGS.into_iter().map(|standing| html! {
                <div><b>{ count(standing) }</b>{ words::standing(standing).get(lang) }</div>
            }) }
        </div></div>
    }
}

/// What can be fed back, with its header: licences, and what no licence of the unit concerns.
pub(crate) fn rows_of(lines: &[Line]) -> Vec<Vec<String>> {
    let result = |outcome: &Outcome| match outcome {
        Outcome::FedBack(_) | Outcome::NotFedBack | Outcome::Sent => Some("已许可"),
        Outcome::NotConcerned(_) => Some("不涉及"),
        Outcome::Late(_) | Outcome::OtherCode(_) | Outcome::UnderWay => None,
    };
    let row = |line: &Line| {
        let push = &line.push;
        let texts = [&push.name, &push.code, &push.pushed, &push.items, &line.document_no, &line.licensed]
            .map(Clone::clone);
        result(&line.outcome).map(|result| texts.into_iter().chain([result.to_owned()]).collect())
    };
    let header = words::FILE_HEADER.map(str::to_owned).to_vec();
    std::iter::once(header).chain(lines.iter().filter_map(row)).collect()
}

/// Goes to the next button of the table, or the one before.
fn on_key(event: KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let Some(button) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Ok(Some(body)) = button.closest("tbody") else { return };
    let Ok(buttons) = body.query_selector_all(".handle") else { return };
    let here = (0..buttons.length()).find(|&at| buttons.item(at).as_ref() == Some(&button));
    let next = here.and_then(|at| at.checked_add_signed(step)).and_then(|at| buttons.item(at));
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = next.focus();
    }
}

/// The table.
pub(crate) fn table(lang: Lang, lines: &[Line], open_only: bool, on_handle: &Callback<Push>) -> Html {
    let shown: Vec<&Line> =
        lines.iter().filter(|line| !open_only || line.outcome.standing() == Standing::ToHandle).collect();
    if shown.is_empty() {
        return html! { <p class="body muted">{ words::NONE_OPEN.get(lang) }</p> };
    }
    html! {
        <div class="wide"><table class="tbl">
            <thead><tr>{ for words::COLUMNS.iter().map(|column| html! { <th scope="col">{ column.get(lang) }</th> }) }</tr></thead>
            <tbody onkeydown={Callback::from(on_key)}>{ for shown.into_iter().map(|line| row(lang, line, on_handle)) }</tbody>
        </table></div>
    }
}

fn row(lang: Lang, line: &Line, on_handle: &Callback<Push>) -> Html {
    let push = &line.push;
    let or_dash = |text: &str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    let (class, shape) = match &line.outcome {
        Outcome::FedBack(_) | Outcome::NotConcerned(_) => ("st s-P", Icon::Ok),
        Outcome::NotFedBack | Outcome::Late(_) => ("st s-W", Icon::Warning),
        Outcome::OtherCode(_) => ("st s-E", Icon::Error),
        Outcome::Sent | Outcome::UnderWay => ("st s-I", Icon::Info),
    };
    let on = match &line.outcome {
        Outcome::FedBack(on) | Outcome::NotConcerned(on) => on.as_str(),
        _ => "",
    };
    let handle = match (line.outcome.standing(), push.said) {
        (Standing::ToHandle, _) => Some(words::HANDLE),
        (_, Said::Nothing) => (line.outcome == Outcome::UnderWay).then_some(words::HANDLE),
        _ => Some(words::AGAIN),
    };
    html! {
        <tr data-id={push.id.clone()}>
            <td><span class="b">{ &push.name }</span><br/><span class="mono t12 muted">{ or_dash(&push.code) }</span></td>
            <td class="nowrap">{ or_dash(&push.pushed) }</td>
            <td>{ or_dash(&push.items) }</td>
            <td class="no">{ or_dash(&line.document_no) }</td>
            <td><span {class}>{ icon(shape, "") }{ words::outcome(lang, &line.outcome) }</span>
                if let Outcome::OtherCode(code) = &line.outcome {
                    <br/><span class="t12 muted">{ words::other_code(lang, code) }</span>
                }
            </td>
            <td class="nowrap">{ or_dash(on) }</td>
            <td>{ handle.map(|words| {
                let push = push.clone();
                html! { <button type="button" class="link t13 handle" aria-label={format!("{} {}", words.get(lang), push.name)}
                    onclick={on_handle.reform(move |_: MouseEvent| push.clone())}>{ words.get(lang) }</button> }
            }) }</td>
        </tr>
    }
}
