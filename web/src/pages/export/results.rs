//! The files that were made, and the problem workbook.

use std::rc::Rc;

use precheck_session::api::{FileView, Lang};
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::text_pages::export as words;

/// What [`results`] show.
pub(super) struct ResultsProps {
    pub(super) lang: Lang,
    pub(super) files: Rc<Vec<FileView>>,
    pub(super) on_save: Callback<usize>,
}

/// The files with their names. Its place is a live region and is there before the first file.
pub(super) fn results(props: &ResultsProps) -> Html {
    let lang = props.lang;
    let line = |(at, file): (usize, &FileView)| {
        let kind = if file.kind.is_empty() { words::PROBLEM_FILE.get(lang) } else { "" };
        html! {
            <li key={at}>
                { icon(Icon::File, "") }
                <span class="name"><span class="b">{ &file.name }</span><br />
                    <span class="muted">
                        { kind }{ if kind.is_empty() { "" } else { " · " } }{ words::made(lang, file.records) }
                    </span>
                </span>
                <button type="button" class="btn sm sp" onclick={props.on_save.reform(move |_| at)}
                    aria-label={format!("{} {}", words::SAVE_AGAIN.get(lang), file.name)}>
                    { words::SAVE_AGAIN.get(lang) }
                </button>
            </li>
        }
    };
    html! {
        <div role="status" class={classes!((!props.files.is_empty()).then_some("card"))}>
            if !props.files.is_empty() {
                <header><h2>{ words::FILES.get(lang) }</h2></header>
                <ul class="list files">{ for props.files.iter().enumerate().map(line) }</ul>
                <p class="body tight muted t12">{ words::FILES_HINT.get(lang) }</p>
            }
        </div>
    }
}

/// What [`problem_card`] shows.
pub(super) struct ProblemCardProps {
    pub(super) lang: Lang,
    pub(super) on_problems: Callback<()>,
}

/// What the problem workbook is, and a button that makes it.
pub(super) fn problem_card(props: &ProblemCardProps) -> Html {
    let lang = props.lang;
    html! {
        <div class="card">
            <header><h2>{ words::PROBLEM_TITLE.get(lang) }</h2></header>
            <p class="body t13 muted">{ words::PROBLEM_HINT.get(lang) }</p>
            <div class="actbar">
                <button type="button" class="btn sm" onclick={props.on_problems.reform(|_| ())}>
                    { icon(Icon::Download, "") }{ words::PROBLEMS.get(lang) }
                </button>
            </div>
        </div>
    }
}
