//! The problem panel: findings by severity and rule, their filters, and the one that is explained.

use std::rc::Rc;

use precheck_session::api::{
    DetailView, FindingFilter, GroupView, GroupsView, Lang, Overview, Request, Response,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

use super::detail::{DetailProps, detail_card};
use super::items::Items;
use crate::actions::Actions;
use crate::components::icon::{Icon, icon, severity_icon};
use crate::components::size::use_size;
use crate::services::lang::use_lang;
use crate::state::Action;
use crate::{text, text_rules};

const SEVERITIES: [&str; 3] = ["error", "warning", "info"];

/// What [`Panel`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct PanelProps {
    pub(super) actions: Actions,
    pub(super) overview: Rc<Overview>,
    pub(super) table: usize,
    pub(super) findings: Rc<FindingFilter>,
    pub(super) detail: Option<Rc<DetailView>>,
    pub(super) begun: bool,
    pub(super) narrow: bool,
}

/// The groups of a filter, asked for anew with every change.
#[hook]
fn use_groups(actions: Actions, filter: Rc<FindingFilter>, revision: u64, judged: bool) -> Rc<GroupsView> {
    let groups = use_state_eq(Rc::<GroupsView>::default);
    let asked = use_mut_ref(|| 0_u32);
    {
        let groups = groups.clone();
        use_effect_with((filter, revision, judged), move |(filter, ..)| {
            *asked.borrow_mut() += 1;
            let number = *asked.borrow();
            let filter = (**filter).clone();
            spawn_local(async move {
                let answer = actions.window(Request::Groups { filter }).await;
                if let Some(Response::Groups(view)) = answer
                    && *asked.borrow() == number
                {
                    groups.set(Rc::new(view));
                }
            });
        });
    }
    (*groups).clone()
}

/// The panel.
#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let lang = use_lang();
    let groups = use_groups(
        props.actions.clone(),
        props.findings.clone(),
        props.overview.revision,
        props.overview.judged,
    );
    // Slug and severity of the groups that the user opened or closed himself.
    let toggled = use_state_eq(Vec::<(String, bool)>::new);
    let list = use_node_ref();
    let view = use_state_eq(|| (0.0_f64, 0.0_f64));
    {
        let view = view.clone();
        use_size(list.clone(), Callback::from(move |(_, height)| view.set((view.0, height))));
    }
    let onscroll = {
        let view = view.clone();
        Callback::from(move |event: Event| {
            if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                view.set((f64::from(element.scroll_top()), f64::from(element.client_height())));
            }
        })
    };
    let selected = props.detail.as_ref().map(|detail| (detail.address.rule.clone(), detail.severity.clone()));
    // The group of the explained finding opens by itself.
    let is_open = |group: &GroupView| {
        let key = group_key(group);
        match toggled.iter().find(|(name, _)| *name == key) {
            Some((_, open)) => *open,
            None => selected
                .as_ref()
                .is_some_and(|(rule, severity)| *rule == group.rule && *severity == group.severity),
        }
    };
    let toggle = {
        let toggled = toggled.clone();
        move |key: String, open: bool| {
            let mut next: Vec<_> = toggled.iter().filter(|(name, _)| *name != key).cloned().collect();
            next.push((key, open));
            toggled.set(next);
        }
    };
    {
        let (toggled, selected) = (toggled.clone(), selected.clone());
        use_effect_with(props.detail.as_ref().map(|detail| detail.address.clone()), move |_| {
            if let Some((rule, severity)) = selected {
                let key = format!("{severity} {rule}");
                toggled.set(toggled.iter().filter(|(name, _)| *name != key).cloned().collect());
            }
        });
    }
    let body = list.clone();
    let group = |group: &GroupView| {
        let open = is_open(group);
        let key = group_key(group);
        let toggle = {
            let (toggle, key) = (toggle.clone(), key.clone());
            Callback::from(move |_: MouseEvent| toggle(key.clone(), !open))
        };
        html! {
            <div class="pg" key={key} data-rule={group.code.clone()} data-severity={group.severity.clone()}>
                <button type="button" aria-expanded={if open { "true" } else { "false" }} onclick={toggle}>
                    <span class="pgr">
                        { icon(if open { Icon::Down } else { Icon::Right }, "ic-12") }
                        { severity_icon(&group.severity, "ic-14", Some(text::severity(&group.severity).get(lang).into())) }
                        <span class="ell" title={group.title.clone()}>{ &group.title }</span>
                        <span class="dim">{ &group.dimension_label }</span>
                        <b>{ group.count }</b>
                    </span>
                </button>
                if open {
                    <Items actions={props.actions.clone()} overview={props.overview.clone()}
                        findings={props.findings.clone()} group={group.clone()} view={*view} list={body.clone()}
                        selected={props.detail.as_ref().map(|detail| detail.address.clone())} />
                }
            </div>
        }
    };
    let section = |severity: &'static str| {
        let of: Vec<_> = groups.groups.iter().filter(|group| group.severity == severity).collect();
        if of.is_empty() {
            return Html::default();
        }
        let count: usize = of.iter().map(|group| group.count).sum();
        html! {<>
            <div class="pgh" key={severity}>
                { text::severity(severity).get(lang) }<b>{ count }</b><span class="sp">{ text::severity_fate(severity).get(lang) }</span>
            </div>
            { for of.into_iter().map(group) }
        </>}
    };
    let open: usize = groups.counts.iter().sum();
    let chips =
        SEVERITIES.iter().enumerate().map(|(at, severity)| chip(lang, props, severity, groups.counts[at]));
    let chips: Vec<Html> = chips.collect();
    html! {
        <aside class="side" aria-label={text::PROBLEMS.get(lang)} data-area="panel">
            <div class="panel-h">
                <h2>{ text::PROBLEMS.get(lang) }<b>{ open }</b></h2>
                if props.narrow {
                    <div class="sp chips" role="group" aria-label={text::SEVERITY.get(lang)}>{ chips.clone() }</div>
                } else {
                    { scope(lang, props) }
                }
            </div>
            <div class="filt">
                <div class="chips" role="group" aria-label={text::SEVERITY.get(lang)}>{ chips }</div>
                { dimension(lang, props) }
            </div>
            <div ref={list} class="plist" role="region" aria-label={text::BY_RULE.get(lang)} tabindex="-1" {onscroll}>
                if !props.overview.changed_rules.is_empty() {
                    { changed_rules(lang, props) }
                }
                if !props.findings.rule.is_empty() {
                    { one_rule(lang, props) }
                }
                if groups.groups.is_empty() {
                    <p class="pnone">{ if props.overview.judged { text::NO_FINDINGS.get(lang) } else { text::JUDGING.get(lang) } }</p>
                }
                { for SEVERITIES.iter().map(|severity| section(severity)) }
            </div>
            { detail_card(&DetailProps { lang, actions: props.actions.clone(), detail: props.detail.clone() }) }
        </aside>
    }
}

fn group_key(group: &GroupView) -> String {
    format!("{} {}", group.severity, group.rule)
}

fn is_on(findings: &FindingFilter, severity: &str) -> bool {
    findings.severities.is_empty() || findings.severities.iter().any(|one| one == severity)
}

fn chip(lang: Lang, props: &PanelProps, severity: &'static str, count: usize) -> Html {
    let on = is_on(&props.findings, severity);
    let (actions, findings) = (props.actions.clone(), props.findings.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let mut severities: Vec<String> = SEVERITIES
            .iter()
            .filter(|one| is_on(&findings, one) != (**one == severity))
            .map(|one| (*one).to_owned())
            .collect();
        // None at all would be all: switching the last one off turns to the others.
        if severities.is_empty() {
            severities =
                SEVERITIES.iter().filter(|one| **one != severity).map(|one| (*one).to_owned()).collect();
        }
        if severities.len() == SEVERITIES.len() {
            severities.clear();
        }
        actions.filter_findings(FindingFilter { severities, ..(*findings).clone() });
    });
    html! {
        <button type="button" class="chip" data-chip={severity} aria-pressed={if on { "true" } else { "false" }} {onclick}>
            { severity_icon(severity, "ic-14", None) }{ text::severity(severity).get(lang) }<b>{ count }</b>
        </button>
    }
}

fn scope(lang: Lang, props: &PanelProps) -> Html {
    let this = props.findings.table.is_some();
    let button = |table: Option<usize>, label: &'static str| {
        let (actions, findings) = (props.actions.clone(), props.findings.clone());
        html! {
            <button type="button" aria-pressed={if table.is_some() == this { "true" } else { "false" }}
                onclick={move |_| actions.filter_findings(FindingFilter { table, ..(*findings).clone() })}>{ label }</button>
        }
    };
    html! {
        <div class="seg sp" role="group" aria-label={text::SCOPE.get(lang)}>
            { button(None, text::ALL_TABLES.get(lang)) }
            { button(Some(props.table), text::THIS_TABLE.get(lang)) }
        </div>
    }
}

fn dimension(lang: Lang, props: &PanelProps) -> Html {
    let (actions, findings) = (props.actions.clone(), props.findings.clone());
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            actions.filter_findings(FindingFilter { dimension: select.value(), ..(*findings).clone() });
        }
    });
    let now = &props.findings.dimension;
    html! {
        <select class="sel sm" aria-label={text::DIMENSION.get(lang)} {onchange}>
            <option value="" selected={now.is_empty()}>{ text::DIMENSION.get(lang) }</option>
            { for props.overview.dimensions.iter().map(|dimension| html! {
                <option value={dimension.key.clone()} selected={*now == dimension.key}>{ &dimension.label }</option>
            }) }
        </select>
    }
}

/// Rules that judge otherwise than usual are named where their findings would stand.
fn changed_rules(lang: Lang, props: &PanelProps) -> Html {
    let (actions, changed) = (props.actions.clone(), &props.overview.changed_rules);
    let first = changed.first().map_or(AttrValue::default(), |rule| rule.rule.clone().into());
    let codes: Vec<&str> = changed.iter().map(|rule| rule.rule.as_str()).collect();
    html! {
        <p class="pone changed" title={codes.join(" ")}>
            { text_rules::changed(lang, changed.len()) }
            <button type="button" class="link t12" onclick={move |_| actions.show(Action::Rule(first.clone()))}>
                { text_rules::LOOK.get(lang) }
            </button>
        </p>
    }
}

fn one_rule(lang: Lang, props: &PanelProps) -> Html {
    let (actions, findings) = (props.actions.clone(), props.findings.clone());
    html! {
        <p class="pone">
            { text::ONE_RULE.get(lang) }
            <button type="button" class="link t12"
                onclick={move |_| actions.filter_findings(FindingFilter { rule: String::new(), ..(*findings).clone() })}>
                { text::ALL_RULES.get(lang) }
            </button>
        </p>
    }
}
