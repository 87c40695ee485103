//! What became of each source: tables, sheets to settle, sheets left out, files that could not be read.

use std::rc::Rc;

use precheck_session::api::{Lang, Overview, SheetQuestion, SourceOptions, SourceView, TableView};
use web_sys::File;
use yew::prelude::*;

use super::reread::Reread;
use crate::components::drop_zone::ChooseFiles;
use crate::components::icon::{Icon, icon};
use crate::text_pages::load as words;

/// What [`load_result`] shows.
pub(super) struct LoadResultProps {
    pub(super) lang: Lang,
    pub(super) overview: Rc<Overview>,
    /// Only the sources, under a heading: neither the sentence above them nor the way on.
    pub(super) bare: bool,
    pub(super) on_files: Callback<Vec<File>>,
    pub(super) on_check: Callback<()>,
    pub(super) on_map: Callback<(usize, usize)>,
    pub(super) on_discard: Callback<()>,
    pub(super) on_reread: Callback<(usize, SourceOptions)>,
}

/// Counts of the sentence above the results.
struct Counts {
    loaded: usize,
    failed: usize,
    open: usize,
}

fn counts(overview: &Overview) -> Counts {
    let unknown = |source: &SourceView| source.questions.iter().filter(|q| q.table.is_none()).count();
    Counts {
        loaded: overview.tables.len(),
        failed: overview.sources.iter().filter(|source| source.problem.is_some()).count(),
        open: overview.sources.iter().map(unknown).sum(),
    }
}

/// The result of reading, source by source.
pub(super) fn load_result(props: &LoadResultProps) -> Html {
    let LoadResultProps { lang, overview, .. } = props;
    let (lang, rows) = (*lang, overview.totals.records);
    html! {<>
        if !props.bare { { note(lang, overview) } }
        <div class="card">
            if props.bare { <header><h2>{ words::SOURCES.get(lang) }</h2></header> }
            <table class="tbl results">
                <thead><tr>
                    <th scope="col">{ words::SHEET.get(lang) }</th>
                    <th scope="col">{ words::RECOGNISED.get(lang) }</th>
                    <th scope="col" class="num">{ words::COUNT.get(lang) }</th>
                    <th scope="col">{ words::RESULT.get(lang) }</th>
                    <th scope="col"><span class="vh">{ words::ACTION.get(lang) }</span></th>
                </tr></thead>
                <tbody>
                    { for overview.sources.iter().enumerate().map(|(index, source)| source_lines(props, index, source)) }
                </tbody>
            </table>
            if !props.bare { { actions(props, rows) } }
        </div>
    </>}
}

fn actions(props: &LoadResultProps, rows: usize) -> Html {
    let lang = props.lang;
    html! {
        <div class="actbar">
            if rows > 0 {
                <button type="button" class="btn pri" onclick={props.on_check.reform(|_| ())}>
                    { words::check(lang, rows) }{ icon(Icon::Arrow, "tail") }
                </button>
            }
            <ChooseFiles label={words::CHOOSE.get(lang)} class={classes!("btn", (rows == 0).then_some("pri"))}
                on_files={props.on_files.clone()} />
            <button type="button" class="btn" onclick={props.on_discard.reform(|_| ())}>
                { words::DISCARD.get(lang) }
            </button>
        </div>
    }
}

fn note(lang: Lang, overview: &Overview) -> Html {
    let Counts { loaded, failed, open } = counts(overview);
    let (class, shape) = match (loaded, failed + open) {
        (0, _) => ("E", Icon::Error),
        (_, 0) => ("P", Icon::OkCircle),
        _ => ("W", Icon::Warning),
    };
    let problems = overview.sources.iter().filter_map(|source| Some((source, source.problem.as_ref()?)));
    html! {
        <div class={classes!("note", class)} role={if failed > 0 { "alert" } else { "status" }} tabindex="-1"
            data-focus="">
            { icon(shape, "") }
            <div>
                <b>{ words::summary(lang, loaded, failed, open, overview.totals.records) }</b>
                { for problems.map(|(source, problem)| html! {
                    <p>{ crate::text_pages::quoted(lang, &source.name) }{ problem.message.clone() }</p>
                }) }
            </div>
        </div>
    }
}

fn source_lines(props: &LoadResultProps, index: usize, source: &SourceView) -> Html {
    let lang = props.lang;
    let tables = source.tables.iter().filter_map(|&at| props.overview.tables.iter().find(|t| t.table == at));
    let unknown = source.questions.iter().filter(|question| question.table.is_none());
    let cells = if source.encoding.is_empty() {
        Html::default()
    } else {
        let on_reread = props.on_reread.reform(move |options| (index, options));
        html! {
            <tr class="more"><td colspan="5">
                // Read anew, the lists start from what was found then.
                <Reread key={format!("{}{:?}", source.encoding, source.separator)} {lang} {index}
                    source={source.clone()} {on_reread} />
            </td></tr>
        }
    };
    html! {<>
        if props.overview.sources.len() > 1 || source.problem.is_some() || source.tables.is_empty() {
            { source_line(props, source) }
        }
        { for tables.map(|table| table_line(props, index, source, table)) }
        { for unknown.map(|question| unknown_line(props, index, source, question)) }
        { for source.left_out_sheets.iter().map(|(name, reason)| html! {
            <tr class="sub"><td>{ name }</td><td class="muted">{ "—" }</td><td class="num muted">{ "—" }</td>
                <td class="muted" colspan="2">{ words::LEFT_OUT.get(lang) }{ " · " }{ reason }</td></tr>
        }) }
        { cells }
    </>}
}

fn source_line(props: &LoadResultProps, source: &SourceView) -> Html {
    let lang = props.lang;
    match &source.problem {
        Some(_) => html! {
            <tr>
                <td class="b">{ &source.name }</td><td class="muted">{ "—" }</td><td class="num muted">{ "—" }</td>
                <td><span class="st s-E">{ icon(Icon::Error, "ic-14") }{ words::NOT_READ.get(lang) }</span></td>
                <td><ChooseFiles label={words::CHOOSE_AGAIN.get(lang)} class={classes!("btn", "sm")}
                    on_files={props.on_files.clone()} /></td>
            </tr>
        },
        None => html! { <tr><td class="b" colspan="5">{ &source.name }</td></tr> },
    }
}

fn table_line(props: &LoadResultProps, index: usize, source: &SourceView, table: &TableView) -> Html {
    let lang = props.lang;
    let question = source.questions.iter().find(|question| question.table == Some(table.table));
    let open = question
        .map_or(0, |q| q.columns.iter().filter(|c| !c.candidates.is_empty() && c.field.is_empty()).count());
    let state = if open > 0 {
        html! { <span class="st s-W">{ icon(Icon::Warning, "ic-14") }{ words::columns_open(lang, open) }</span> }
    } else {
        html! { <span class="st s-P">{ icon(Icon::Ok, "ic-14") }{ words::LOADED.get(lang) }</span> }
    };
    html! {
        <tr class="sub">
            <td>{ &table.name }</td><td>{ &table.kind_label }</td><td class="num">{ table.totals.records }</td>
            <td>{ state }{ aside(lang, table) }</td>
            <td>if let Some(question) = question { { map_button(props, index, question) } }</td>
        </tr>
    }
}

fn unknown_line(
    props: &LoadResultProps,
    index: usize,
    source: &SourceView,
    question: &SheetQuestion,
) -> Html {
    let lang = props.lang;
    let name = if question.name.is_empty() { &source.name } else { &question.name };
    html! {
        <tr class="sub">
            <td>{ name }</td><td class="muted">{ "—" }</td><td class="num muted">{ "—" }</td>
            <td><span class="st s-W">{ icon(Icon::Warning, "ic-14") }{ words::NO_HEADER.get(lang) }</span></td>
            <td>{ map_button(props, index, question) }</td>
        </tr>
    }
}

fn map_button(props: &LoadResultProps, index: usize, question: &SheetQuestion) -> Html {
    let sheet = question.sheet;
    html! {
        <button type="button" class="btn sm" onclick={props.on_map.reform(move |_| (index, sheet))}>
            { icon(Icon::Columns, "") }{ words::MAP.get(props.lang) }
        </button>
    }
}

/// How many lines of what was left aside are named; a tail of a million blank rows is not.
const NAMED: usize = 20;

/// What a table left aside, folded: nothing is dropped in silence.
fn aside(lang: Lang, table: &TableView) -> Html {
    // Blank rows carry nothing; naming each would hide the others.
    let rows: Vec<_> = table.left_out.iter().filter(|(_, reason, _)| reason != "blank").collect();
    if table.unmapped.is_empty() && rows.is_empty() {
        return Html::default();
    }
    let columns = table
        .unmapped
        .iter()
        .map(|(letters, header, reason)| words::aside_column(lang, letters, header, reason));
    let lines: Vec<_> = columns
        .chain(rows.iter().map(|(row, reason, text)| words::aside_row(lang, *row, reason, text)))
        .take(NAMED)
        .collect();
    html! {
        <details class="t12 muted">
            <summary>{ words::aside(lang, table.unmapped.len(), rows.len()) }</summary>
            <ul>
                { for lines.iter().map(|line| html! { <li>{ line }</li> }) }
                if lines.len() < table.unmapped.len() + rows.len() { <li>{ "…" }</li> }
            </ul>
        </details>
    }
}
