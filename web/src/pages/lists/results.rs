//! What came of a check.

use precheck_ledger::lists::{Found, How, Outcome, Standing};
use yew::prelude::*;

use super::{Deed, ListsProps, does};
use crate::components::icon::{Icon, icon};
use crate::text_lists as words;

/// The result.
pub(super) fn results(props: &ListsProps) -> Html {
    let (lang, check) = (props.lang, props.check);
    if props.at.is_empty() {
        return html! {
            <div class="card"><header><h2>{ words::RESULT.get(lang) }</h2></header>
                <div class="body t13">{ words::EMPTY.get(lang) }</div></div>
        };
    }
    html! {
        <div class="card results" data-area="lists-results">
            <header><h2>{ words::RESULT.get(lang) }</h2><span class="t13 counts">{ words::summary(lang, check) }</span>
                <span class="sp muted t13 nowrap">{ props.at.to_owned() }</span></header>
            <table class="tbl">
                <thead><tr>{ for words::COLUMNS.iter().map(|column| html! { <th>{ column.get(lang) }</th> }) }</tr></thead>
                <tbody>{ for check.outcomes.iter().take(props.shown).map(|outcome| rows(props, outcome)) }</tbody>
            </table>
            if check.outcomes.len() > props.shown {
                <div class="body"><button type="button" class="btn" onclick={does(&props.doer, Deed::More)}>{ words::MORE.get(lang) }</button></div>
            }
        </div>
    }
}

fn rows(props: &ListsProps, outcome: &Outcome) -> Html {
    let (lang, line) = (props.lang, &outcome.line);
    let by_code = outcome.found.iter().find(|found| found.how == How::Code);
    // Where only a code was given, the list that has it knows a name.
    let name = match (line.name.as_str(), by_code) {
        ("", Some(found)) => &found.listed.name,
        (name, _) => name,
    };
    let mind = if line.name.is_empty() && by_code.is_none() {
        Some(words::NO_NAME)
    } else if line.code.is_empty() {
        Some(words::NO_CODE)
    } else {
        None
    };
    let mind = if line.is_doubtful() { Some(words::DOUBTFUL) } else { mind };
    let standing = match outcome.standing() {
        Standing::Hit => "hit",
        Standing::Open => "open",
        Standing::Clear => "clear",
    };
    let span = outcome.found.len().max(1).to_string();
    let who = html! {
        <td rowspan={span}>
            if !name.is_empty() { <span class="b">{ name }</span>if !line.code.is_empty() { <br /> } }
            if !line.code.is_empty() { <span class="mono t12 muted">{ &line.code }</span> }
            if let Some(mind) = mind { <br /><span class="t12 s-W">{ mind.get(lang) }</span> }
        </td>
    };
    if outcome.found.is_empty() {
        return html! {
            <tr data-standing={standing}>{ who }<td class="muted">{ words::clear(lang, props.check.loaded) }</td>
                <td>{ sign(Icon::Ok, "st s-P", words::CLEAR.get(lang)) }</td><td class="muted">{ "—" }</td></tr>
        };
    }
    let row = |(at, found): (usize, &Found)| {
        html! {
            <tr data-standing={standing} data-question={found.question.clone()}>
                if at == 0 { { who.clone() } }{ cells(props, found, &line.name) }</tr>
        }
    };
    outcome.found.iter().enumerate().map(row).collect()
}

fn sign(of: Icon, class: &'static str, text: &'static str) -> Html {
    html! { <span {class}>{ icon(of, "ic-14") }{ text }</span> }
}

fn cells(props: &ListsProps, found: &Found, name: &str) -> Html {
    let (lang, doer) = (props.lang, &props.doer);
    let said = if found.how == How::Code {
        words::since(lang, &found.listed)
    } else {
        words::named(lang, &found.listed)
    };
    let follows = || {
        if found.mild {
            html! { { words::FOLLOWS_MILD.get(lang) } }
        } else {
            html! {<>{ words::FOLLOWS.get(lang) }<br /><span class="muted t12">{ words::FOLLOWS_WHO.get(lang) }</span></>}
        }
    };
    let judge = |same: bool, label: &'static str| {
        let deed = Deed::Judge(found.question.clone(), same);
        html! { <button type="button" class={classes!("btn", "sm", if same { "same" } else { "other" })} onclick={does(doer, deed)}>{ label }</button> }
    };
    let (how, what) = match &found.how {
        How::Code => (sign(Icon::Error, "st s-E", words::BY_CODE.get(lang)), follows()),
        How::Name(None) => {
            let by =
                if found.listed.name.trim() == name.trim() { words::BY_SAME_NAME } else { words::BY_NAME };
            let buttons = html! {
                <div class="btns">{ judge(true, words::SAME.get(lang)) }{ judge(false, words::OTHER.get(lang)) }</div>
            };
            (sign(Icon::Warning, "st s-W", by.get(lang)), buttons)
        }
        How::Name(Some(judged)) => {
            let how = if judged.same {
                sign(Icon::Error, "st s-E", words::JUDGED_SAME.get(lang))
            } else {
                sign(Icon::OkCircle, "st s-P", words::JUDGED_OTHER.get(lang))
            };
            let back = does(doer, Deed::TakeBack(found.question.clone()));
            let what = html! {<>
                if judged.same { { follows() } } else { <span class="muted">{ "—" }</span> }
                { " " }<button type="button" class="link t12 take-back" onclick={back}>{ words::TAKE_BACK.get(lang) }</button>
            </>};
            let by = words::by(lang, &judged.by, &judged.at);
            (html! {<>{ how }<br /><span class="muted t12">{ by }</span></>}, what)
        }
    };
    html! {<>
        <td>{ found.list }if !said.is_empty() { <br /><span class="muted t12">{ said }</span> }</td>
        <td>{ how }</td><td>{ what }</td>
    </>}
}
