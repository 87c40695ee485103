//! The bar above everything: which files, undo, safe fixes, and on to the export.

use std::rc::Rc;

use precheck_session::api::{FixFilter, Lang, Overview, Progress};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::icon::{Icon, icon};
use crate::components::progress::percent;
use crate::state::{Action, Busy, Dialog, Screen};
use crate::{text, text_ledger, text_log};

/// What [`batch_bar`] shows.
pub(super) struct BatchProps {
    pub(super) lang: Lang,
    pub(super) actions: Actions,
    pub(super) overview: Rc<Overview>,
    pub(super) busy: Busy,
    pub(super) progress: Option<Rc<Progress>>,
    pub(super) judged_at: Option<(String, f64)>,
    pub(super) narrow: bool,
}

/// The bar.
pub(super) fn batch_bar(props: &BatchProps) -> Html {
    let lang = props.lang;
    let overview = &props.overview;
    let act = |what: fn(&Actions)| {
        let actions = props.actions.clone();
        Callback::from(move |_: MouseEvent| what(&actions))
    };
    let names: Vec<_> = overview.sources.iter().map(|source| source.name.clone()).collect();
    let aside: usize = overview.tables.iter().map(|table| table.unmapped.len()).sum();
    let undo = overview
        .undo
        .as_deref()
        .map_or_else(|| text::UNDO.get(lang).to_owned(), |what| text::undo(lang, what));
    let redo = overview
        .redo
        .as_deref()
        .map_or_else(|| text::REDO.get(lang).to_owned(), |what| text::redo(lang, what));
    let judged = props.busy == Busy::Idle;
    html! {
        <div class="batch" data-area="batch" data-judging={(!judged).then_some("")}>
            <span class="file" title={names.join("\n")}>
                { icon(Icon::File, "") }<span class="ell">{ text::files(lang, &names) }</span>
            </span>
            <span class="meta">
                { text::extent(lang, overview.tables.len(), overview.totals.records, props.narrow) }
                if !props.narrow {
                    <i>{ "|" }</i>
                    { if aside == 0 { text::COLUMNS_SETTLED.get(lang).to_owned() } else { text::columns_aside(lang, aside) } }
                    { " " }
                    <button type="button" class="link t13" onclick={act(|a| a.show(Action::Dialog(Some(Dialog::Columns))))}>
                        { text::LOOK.get(lang) }
                    </button>
                }
                <span class={if judged { "opt" } else { "" }}><i>{ "|" }</i>{ progress(lang, props) }</span>
            </span>
            <div class="acts">
                if !judged {
                    <button type="button" class="btn sm" onclick={act(Actions::cancel)}>{ text::CANCEL.get(lang) }</button>
                }
                <span class="pair">
                    <button type="button" class="ibtn" aria-label={undo.clone()} title={format!("{undo} Ctrl+Z")}
                        disabled={overview.undo.is_none()} onclick={act(Actions::undo)}>{ icon(Icon::Undo, "") }</button>
                    <button type="button" class="ibtn" aria-label={redo.clone()} title={format!("{redo} Ctrl+Y")}
                        disabled={overview.redo.is_none()} onclick={act(Actions::redo)}>{ icon(Icon::Redo, "") }</button>
                </span>
                <button type="button" class="ibtn changes" aria-label={text_log::LOG.get(lang)} title={text_log::LOG.get(lang)}
                    disabled={overview.undo.is_none() && overview.redo.is_none()}
                    onclick={act(|a| a.show(Action::Dialog(Some(Dialog::Log))))}>{ icon(Icon::Clock, "") }</button>
                if !props.narrow {
                    <button type="button" class="btn recheck" title={text::RECHECK_HINT.get(lang)} onclick={act(Actions::recheck)}>
                        { icon(Icon::Sync, "") }{ text::RECHECK.get(lang) }
                    </button>
                }
                <button type="button" class="ibtn report" aria-label={text_ledger::PRINT_REPORT.get(lang)}
                    title={text_ledger::PRINT_REPORT.get(lang)} disabled={!judged}
                    onclick={act(|a| a.show(Action::Show(Screen::Report)))}>{ icon(Icon::Form, "") }</button>
                <button type="button" class="btn fixes" disabled={overview.safe_fixes == 0}
                    onclick={act(|a| a.show(Action::Dialog(Some(Dialog::Fixes(FixFilter::default())))))}>
                    { icon(Icon::Fix, "") }{ text::safe_fixes(lang, overview.safe_fixes) }
                </button>
                <button type="button" class="btn pri next" onclick={act(|a| a.show(Action::Show(Screen::Export)))}>
                    { if props.narrow { text::EXPORT.get(lang) } else { text::NEXT_EXPORT.get(lang) } }{ icon(Icon::Arrow, "tail") }
                </button>
            </div>
        </div>
    }
}

fn progress(lang: Lang, props: &BatchProps) -> String {
    match (&props.progress, &props.judged_at, props.busy) {
        (Some(progress), _, Busy::Judging) => text::judging(lang, percent(progress.done, progress.total)),
        (None, _, Busy::Judging) => text::judging(lang, 0),
        (_, Some((time, took)), _) => text::judged_at(lang, time, *took),
        _ => String::new(),
    }
}
