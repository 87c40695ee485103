//! 规则目录: every rule with what, why, how, basis and examples; its severity can be changed here.

mod card;
mod example;
mod filter;
mod list;
mod setting;

use std::rc::Rc;

use precheck_session::api::{ChangedRule, KindView, Lang, RuleBook, RuleView};
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use self::card::{CardProps, card};
pub use self::filter::RuleFilter;
use self::filter::weight;
use self::list::List;
use crate::components::icon::{Icon, icon};
use crate::components::picker::{chosen, opens};
use crate::text_rules as words;

/// Another severity for a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Code of the rule.
    pub rule: String,
    /// `off`, `info`, `warning` or `error`; empty: its own again.
    pub severity: String,
    /// Why.
    pub reason: String,
}

/// What [`RulesPage`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct RulesProps {
    /// Language.
    pub lang: Lang,
    /// The rules; none while they are asked for.
    pub book: Option<Rc<RuleBook>>,
    /// Kinds with their fields.
    pub kinds: Rc<Vec<KindView>>,
    /// Rules that the profile changed.
    pub changed: Rc<Vec<ChangedRule>>,
    /// Findings of the open batch by slug; none where nothing is open.
    pub found: Option<Rc<Vec<(String, usize)>>>,
    /// Code of the rule that is explained; the first one where it is none.
    pub chosen: AttrValue,
    /// Another rule is to be explained.
    pub on_choose: Callback<AttrValue>,
    /// The findings of the rule with this slug are to be shown.
    pub on_show: Callback<String>,
    /// A rule is to weigh something else.
    pub on_change: Callback<Change>,
    /// The rule book is to be saved.
    pub on_book: Callback<()>,
    /// The profile is to be saved.
    pub on_save: Callback<()>,
    /// A profile is to be taken.
    pub on_load: Callback<File>,
}

/// The page.
#[component]
pub fn RulesPage(props: &RulesProps) -> Html {
    let lang = props.lang;
    let filter = use_state_eq(RuleFilter::default);
    let Some(book) = &props.book else {
        return html! {
            <section class="view" aria-labelledby="rules-title"><div class="page">
                <h1 id="rules-title" tabindex="-1">{ words::TITLE.get(lang) }</h1>
                <p class="muted" role="status">{ words::LOADING.get(lang) }</p>
            </div></section>
        };
    };
    let listed: Rc<Vec<RuleView>> =
        Rc::new(book.rules.iter().filter(|rule| filter.takes(rule, &props.changed)).cloned().collect());
    let chosen = book.rules.iter().find(|rule| *rule.rule == *props.chosen).or(listed.first());
    let change_filter = {
        let filter = filter.clone();
        Callback::from(move |next: RuleFilter| filter.set(next))
    };
    html! {
        <section class="view" aria-labelledby="rules-title">
            <div class="page">
                { head(props, book) }
                <div class="cols rules">
                    <div>
                        { filters(props, book, &filter, &change_filter, listed.len()) }
                        if listed.is_empty() {
                            <div class="card body">
                                <p class="muted">{ words::NONE.get(lang) }{ " " }
                                    <button type="button" class="link"
                                        onclick={change_filter.reform(|_| RuleFilter::default())}>
                                        { words::SHOW_ALL.get(lang) }
                                    </button>
                                </p>
                            </div>
                        } else {
                            <List {lang} rules={listed.clone()} changed={props.changed.clone()}
                                chosen={chosen.map_or(AttrValue::default(), |rule| rule.rule.clone().into())}
                                on_choose={props.on_choose.clone()} />
                        }
                    </div>
                    if let Some(rule) = chosen {
                        { card(&CardProps {
                            lang, rule: Rc::new(rule.clone()), kinds: props.kinds.clone(),
                            change: filter::change(rule, &props.changed).cloned(),
                            found: props.found.as_ref().map(|found| count_of(found, &rule.name)),
                            on_show: props.on_show.clone(), on_change: props.on_change.clone(),
                        }) }
                    }
                </div>
            </div>
        </section>
    }
}

fn count_of(found: &[(String, usize)], slug: &str) -> usize {
    found.iter().filter(|(name, _)| name == slug).map(|(_, count)| count).sum()
}

fn head(props: &RulesProps, book: &RuleBook) -> Html {
    let lang = props.lang;
    let active = book.rules.iter().filter(|rule| weight(rule, &props.changed) != "off").count();
    html! {
        <div class="page-h">
            <div>
                <h1 id="rules-title" tabindex="-1">{ words::TITLE.get(lang) }</h1>
                <p>{ words::lead(lang, &book.rules_version, active, props.changed.len()) }</p>
            </div>
            <div class="btns">
                <LoadButton {lang} on_load={props.on_load.clone()} />
                <button type="button" class="btn" onclick={props.on_save.reform(|_| ())}>
                    { icon(Icon::File, "") }{ words::SAVE_PROFILE.get(lang) }
                </button>
                <button type="button" class="btn" onclick={props.on_book.reform(|_| ())}>
                    { icon(Icon::Download, "") }{ words::SAVE_BOOK.get(lang) }
                </button>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq, Clone)]
struct LoadButtonProps {
    lang: Lang,
    on_load: Callback<File>,
}

/// Lets a profile be chosen.
#[component]
fn LoadButton(props: &LoadButtonProps) -> Html {
    let input = use_node_ref();
    let open = opens(&input);
    let onchange = {
        let on_load = props.on_load.clone();
        Callback::from(move |event: Event| {
            if let Some(file) = chosen(&event).into_iter().next() {
                on_load.emit(file);
            }
        })
    };
    html! {<>
        <button type="button" class="btn" onclick={open}>
            { icon(Icon::Upload, "") }{ words::LOAD_PROFILE.get(props.lang) }
        </button>
        <input ref={input} id="profile-file" class="vh" type="file" accept=".json,application/json" tabindex="-1"
            aria-hidden="true" {onchange} />
    </>}
}

fn filters(
    props: &RulesProps,
    book: &RuleBook,
    filter: &RuleFilter,
    change: &Callback<RuleFilter>,
    listed: usize,
) -> Html {
    let lang = props.lang;
    let search = {
        let filter = filter.clone();
        change.reform(move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            RuleFilter { search: input.map_or(String::new(), |input| input.value()), ..filter.clone() }
        })
    };
    let choice = |name: &'static str,
                  now: &str,
                  all: &'static str,
                  entries: Vec<(String, String)>,
                  set: fn(&mut RuleFilter, String)| {
        let filter = filter.clone();
        let onchange = change.reform(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let mut next = filter.clone();
            set(&mut next, select.map_or(String::new(), |select| select.value()));
            next
        });
        html! {
            <select class="sel" data-filter={name} aria-label={all} {onchange}>
                <option value="" selected={now.is_empty()}>{ all }</option>
                { for entries.into_iter().map(|(key, label)| html! {
                    <option value={key.clone()} selected={now == key}>{ label }</option>
                }) }
            </select>
        }
    };
    let mut severities: Vec<(String, String)> = ["error", "warning", "info", "off"]
        .map(|key| (key.to_owned(), words::severity(lang, key).to_owned()))
        .to_vec();
    severities.push(("changed".to_owned(), words::CHANGED.get(lang).to_owned()));
    let mut dimensions: Vec<(String, String)> = Vec::new();
    for rule in &book.rules {
        if !dimensions.iter().any(|(key, _)| *key == rule.dimension) {
            dimensions.push((rule.dimension.clone(), of(lang, &rule.dimension_label).to_owned()));
        }
    }
    let kinds = props.kinds.iter().map(|kind| (kind.key.clone(), kind.label.clone())).collect();
    html! {
        <div class="filters" data-area="filters">
            <div class="search">
                { icon(Icon::Search, "") }
                <input class="inp" id="find" type="search" value={filter.search.clone()}
                    placeholder={words::SEARCH.get(lang)} aria-label={words::SEARCH_LABEL.get(lang)} oninput={search} />
            </div>
            { choice("severity", &filter.severity, words::ALL_SEVERITIES.get(lang), severities, |f, v| f.severity = v) }
            { choice("dimension", &filter.dimension, words::ALL_DIMENSIONS.get(lang), dimensions, |f, v| f.dimension = v) }
            { choice("kind", &filter.kind, words::ALL_KINDS.get(lang), kinds, |f, v| f.kind = v) }
            <span class="sp muted t13" role="status">{ words::count(lang, listed) }</span>
        </div>
    }
}

/// A text of the rule book in a language.
fn of(lang: Lang, text: &precheck_session::api::TextView) -> &str {
    match lang {
        Lang::Zh => &text.zh,
        Lang::En => &text.en,
    }
}
