//! The rules as a table; the arrow keys walk it.

use std::rc::Rc;

use precheck_session::api::{ChangedRule, Lang, RuleView};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::filter::{change, weight};
use super::of;
use crate::components::focus;
use crate::components::icon::severity_icon;
use crate::text_rules as words;

/// What [`List`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct ListProps {
    pub(super) lang: Lang,
    pub(super) rules: Rc<Vec<RuleView>>,
    pub(super) changed: Rc<Vec<ChangedRule>>,
    pub(super) chosen: AttrValue,
    pub(super) on_choose: Callback<AttrValue>,
}

/// The table.
#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let lang = props.lang;
    let body = use_node_ref();
    let onkeydown = {
        let (rules, chosen, choose, body) =
            (props.rules.clone(), props.chosen.clone(), props.on_choose.clone(), body.clone());
        Callback::from(move |event: KeyboardEvent| {
            let here = rules.iter().position(|rule| *rule.rule == *chosen);
            let last = rules.len().saturating_sub(1);
            let to = match (event.key().as_str(), here) {
                ("ArrowDown", here) => here.map_or(0, |at| (at + 1).min(last)),
                ("ArrowUp", here) => here.map_or(0, |at| at.saturating_sub(1)),
                ("Home", _) => 0,
                ("End", _) => last,
                _ => return,
            };
            event.prevent_default();
            let Some(rule) = rules.get(to) else { return };
            choose.emit(rule.rule.clone().into());
            let selector = format!("[data-rule={}] button", rule.rule);
            let button =
                body.cast::<Element>().and_then(|body| body.query_selector(&selector).ok().flatten());
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                focus::focus(&button);
            }
        })
    };
    {
        // A rule that another screen asked for stands in view.
        let body = body.clone();
        use_effect_with(props.chosen.clone(), move |chosen| {
            let selector = format!("[data-rule={chosen}]");
            let row = body.cast::<Element>().and_then(|body| body.query_selector(&selector).ok().flatten());
            if let Some(row) = row {
                focus::reveal(&row);
            }
        });
    }
    // The chosen rule may be hidden by the filter: then the first one takes the focus.
    let first = props.rules.iter().all(|rule| *rule.rule != *props.chosen);
    let line = |(at, rule): (usize, &RuleView)| {
        let chosen = *rule.rule == *props.chosen;
        let now = weight(rule, &props.changed).to_owned();
        let code = AttrValue::from(rule.rule.clone());
        let choose = props.on_choose.reform(move |_: MouseEvent| code.clone());
        let basis = rule.basis.first().map_or(String::new(), |basis| {
            if basis.article.is_empty() {
                basis.document.clone()
            } else {
                format!("{} {}", basis.document, basis.article)
            }
        });
        html! {
            <tr key={rule.rule.clone()} class={classes!(chosen.then_some("on"), (now == "off").then_some("off"))}
                data-rule={rule.rule.clone()} data-severity={now.clone()} onclick={choose}>
                <td class="mono">{ &rule.rule }</td>
                <td class="nowrap">
                    <span class="st">
                        if now == "off" {
                            { words::OFF.get(lang) }
                        } else {
                            { severity_icon(&now, "ic-14", None) }{ words::severity(lang, &now) }
                        }
                        if change(rule, &props.changed).is_some() {
                            <span class="tag changed">{ words::CHANGED.get(lang) }</span>
                        }
                    </span>
                </td>
                <td class="nowrap">{ of(lang, &rule.dimension_label) }</td>
                <td>
                    <button type="button" class="link plain b" aria-current={chosen.then_some("true")}
                        tabindex={if chosen || (first && at == 0) { "0" } else { "-1" }}>
                        { of(lang, &rule.title) }
                    </button>
                </td>
                <td class="basis">{ basis }</td>
                <td class="nowrap fix">{ words::fix(lang, rule.fix.as_deref()) }</td>
            </tr>
        }
    };
    html! {
        <div class="card rulelist">
            <table class="tbl stick" aria-label={words::LIST.get(lang)} data-area="rules">
                <thead><tr>
                    <th scope="col">{ words::CODE.get(lang) }</th>
                    <th scope="col">{ words::SEVERITY.get(lang) }</th>
                    <th scope="col">{ words::DIMENSION.get(lang) }</th>
                    <th scope="col">{ words::RULE.get(lang) }</th>
                    <th scope="col" class="basis">{ words::MAIN_BASIS.get(lang) }</th>
                    <th scope="col" class="fix">{ words::FIX.get(lang) }</th>
                </tr></thead>
                <tbody ref={body} {onkeydown}>{ for props.rules.iter().enumerate().map(line) }</tbody>
            </table>
        </div>
    }
}
