//! Which lists are loaded, and of which day.

use precheck_ledger::lists::{LISTS, State};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Deed, ListsProps, does};
use crate::components::icon::{Icon, icon};
use crate::text_lists as words;

/// The 13 lists.
pub(super) fn data(props: &ListsProps) -> Html {
    let lang = props.lang;
    let [number, name, day, entries] = words::DATA_COLUMNS;
    html! {
        <div class="card" data-area="lists-data">
            <header><h2>{ words::DATA.get(lang) }</h2>
                <button type="button" class="link sp t13 lists-methods" aria-expanded={props.methods.to_string()}
                    onclick={does(&props.doer, Deed::Methods)}>{ words::METHODS.get(lang) }</button></header>
            if props.methods { { methods(props) } }
            <table class="tbl">
                <thead><tr><th class="num">{ number.get(lang) }</th><th>{ name.get(lang) }</th><th>{ day.get(lang) }</th>
                    <th class="num">{ entries.get(lang) }</th></tr></thead>
                <tbody>{ for (0..LISTS.len()).map(|at| list(props, at)) }</tbody>
            </table>
        </div>
    }
}

/// How lists are kept up to date, with their names of today.
fn methods(props: &ListsProps) -> Html {
    let others = LISTS.iter().filter(|list| matches!(list.state, State::Renamed | State::Merged));
    let others = others.chain(LISTS.iter().filter(|l| l.state == State::Unverified && l.former != l.present));
    html! {
        <div class="body t12 methods"><p>{ words::METHODS_TEXT.get(props.lang) }</p>
            <ul>{ for others.map(|list| html! { <li>{ words::renamed(list) }</li> }) }</ul></div>
    }
}

fn list(props: &ListsProps, at: usize) -> Html {
    let (lang, name) = (props.lang, LISTS[at].former);
    let newest = props.loaded.iter().filter(|list| list.lists.contains(&at)).max_by_key(|list| &list.day);
    let rest = match newest {
        None => html! {<>
            <td class="nowrap"><span class="st s-W">{ icon(Icon::Warning, "ic-14") }{ words::MISSING.get(lang) }</span></td>
            <td class="num">{ "—" }</td>
        </>},
        Some(list) => {
            let old = props.check.old.contains(&at);
            let onchange = {
                let (doer, key, day) = (props.doer.clone(), list.key(), list.day.clone());
                Callback::from(move |event: Event| {
                    let input: HtmlInputElement = event.target_unchecked_into();
                    let typed = input.value();
                    // What is no day gives way to the one before.
                    input.set_value(&day);
                    doer(Deed::Day(key.clone(), typed));
                })
            };
            let remove = words::remove(lang, name);
            html! {<>
                <td class="nowrap"><span class={classes!("st", old.then_some("s-W"))} title={old.then(|| words::OLD.get(lang))}>
                    if old { { icon(Icon::Warning, "ic-14") }<span class="vh">{ words::OLD.get(lang) }</span> }
                    <input type="text" class="day" size="10" maxlength="11" autocomplete="off" value={list.day.clone()} {onchange}
                        aria-label={words::day_of(lang, name)} /></span></td>
                <td class="num nowrap">{ list.entries.len() }
                    <button type="button" class="ibtn sm" aria-label={remove.clone()} title={remove}
                        onclick={does(&props.doer, Deed::Remove(list.key()))}>{ icon(Icon::Close, "ic-12") }</button></td>
            </>}
        }
    };
    html! {
        <tr key={at} data-list={(at + 1).to_string()}><td class="num muted">{ at + 1 }</td><td>{ name }</td>{ rest }</tr>
    }
}
