//! While files are read and judged: how far, which steps are done, and a way out.

use std::rc::Rc;

use precheck_session::api::{Lang, Overview, Progress};
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::components::progress::{ProgressBarProps, percent, progress_bar};
use crate::text_pages::{common, load as words};

/// What is known while files are read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadingView {
    /// The files: name and bytes.
    pub files: Rc<Vec<(AttrValue, u64)>>,
    /// Index of the file that is read.
    pub file: usize,
    /// How far it is; none: it has only begun.
    pub progress: Option<Rc<Progress>>,
    /// What was read, once judging goes on.
    pub overview: Option<Rc<Overview>>,
    /// Milliseconds since the present stage began.
    pub elapsed: f64,
}

/// Below this an estimate is worth nothing.
const ESTIMATE_MILLIS: f64 = 800.0;

/// Seconds left, when enough is done to tell.
fn seconds_left(progress: &Progress, elapsed: f64) -> Option<u64> {
    if elapsed < ESTIMATE_MILLIS || progress.done == 0 || progress.done >= progress.total {
        return None;
    }
    let rest = (progress.total - progress.done) as f64;
    Some((elapsed * rest / progress.done as f64 / 1000.0).ceil().max(1.0) as u64)
}

/// What [`reading`] shows.
pub(super) struct ReadingProps {
    pub(super) lang: Lang,
    pub(super) view: ReadingView,
    pub(super) on_cancel: Callback<()>,
}

/// The progress of reading and judging.
pub(super) fn reading(props: &ReadingProps) -> Html {
    let ReadingProps { lang, view, on_cancel } = props;
    let lang = *lang;
    let progress = view.progress.as_deref();
    let judging = progress.is_some_and(|p| p.stage == "judging");
    let (done, total) = progress.map_or((0, 0), |p| (p.done, p.total));
    let text = progress.map(|p| words::progress(lang, judging, done, total, seconds_left(p, view.elapsed)));
    let (name, size) = view.files.get(view.file).cloned().unwrap_or_default();
    html! {
        <div class="card">
            <header>
                <h2 tabindex="-1">{ words::READING.get(lang) }</h2>
                <button type="button" class="btn sm sp" data-focus="" onclick={on_cancel.reform(|_| ())}>
                    { icon(Icon::Close, "") }{ common::CANCEL.get(lang) }
                </button>
            </header>
            <div class="body">
                <div class="reading">
                    <span class="b">{ name }</span>
                    if size > 0 { <span class="aside">{ crate::text_pages::bytes(size) }</span> }
                    if view.files.len() > 1 {
                        <span class="aside">{ words::file_of(lang, view.file + 1, view.files.len()) }</span>
                    }
                    if total > 0 { <span class="sp num b">{ format!("{}%", percent(done, total)) }</span> }
                </div>
                { progress_bar(&ProgressBarProps {
                    label: words::PROGRESS.get(lang).into(), done, total,
                    text: text.clone().map(AttrValue::from),
                }) }
                <p class="vh" role="status">
                    { if total > 0 { words::quarter(lang, percent(done, total) / 25 * 25) } else { String::new() } }
                </p>
                <p class="t13 muted">
                    { text }{ if judging { words::LEAVE.get(lang) } else { "" } }
                </p>
                { steps(lang, judging, view.overview.as_deref()) }
            </div>
        </div>
    }
}

fn steps(lang: Lang, judging: bool, overview: Option<&Overview>) -> Html {
    let step = |done: bool, now: bool, text: String| {
        let mark = match (done, now) {
            (true, _) => icon(Icon::Ok, ""),
            (false, true) => icon(Icon::Sync, ""),
            _ => html! { <span></span> },
        };
        let class = if now {
            "b"
        } else if done {
            ""
        } else {
            "muted"
        };
        html! { <li aria-current={now.then_some("step")}>{ mark }<span {class}>{ text }</span></li> }
    };
    let sheets: Vec<_> = overview
        .map(|o| o.tables.iter().map(|t| (t.kind_label.clone(), t.totals.records)).collect())
        .unwrap_or_default();
    html! {
        <ul class="ticks">
            { step(judging, !judging, words::STEP_READ.get(lang).to_owned()) }
            if judging && !sheets.is_empty() {
                { step(true, false, words::step_recognised(lang, &sheets)) }
            }
            { step(false, judging, words::STEP_JUDGE.get(lang).to_owned()) }
        </ul>
    }
}
