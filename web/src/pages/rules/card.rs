//! One rule in full.

use std::rc::Rc;

use precheck_session::api::{BasisView, ChangedRule, KindView, Lang, RuleView};
use yew::prelude::*;

use super::Change;
use super::example::{ExamplesProps, examples};
use super::of;
use super::setting::Setting;
use crate::components::icon::severity_icon;
use crate::text_pages::{listed, quoted};
use crate::text_rules as words;

/// What [`card`] shows.
pub(super) struct CardProps {
    pub(super) lang: Lang,
    pub(super) rule: Rc<RuleView>,
    pub(super) kinds: Rc<Vec<KindView>>,
    pub(super) change: Option<ChangedRule>,
    /// Findings in the open batch; none where nothing is open.
    pub(super) found: Option<usize>,
    pub(super) on_show: Callback<String>,
    pub(super) on_change: Callback<Change>,
}

/// The rule.
pub(super) fn card(props: &CardProps) -> Html {
    let (lang, rule) = (props.lang, &props.rule);
    let now = props.change.as_ref().map_or(rule.severity.as_str(), |change| &change.now).to_owned();
    let mark = match now.as_str() {
        "error" => Some("E"),
        "warning" => Some("W"),
        "info" => Some("I"),
        _ => None,
    };
    html! {
        <aside key={rule.rule.clone()} class="card rule" data-area="rule" data-rule={rule.rule.clone()} aria-label={of(lang, &rule.title).to_owned()}>
            <header><h2><span class="mono">{ &rule.rule }</span>{ of(lang, &rule.title) }</h2></header>
            <div class="body">
                <dl class="kv">
                    <dt>{ words::SEVERITY.get(lang) }</dt>
                    <dd>
                        <span class={classes!("tag", mark)}>
                            if mark.is_some() { { severity_icon(&now, "ic-12", None) } }{ words::severity(lang, &now) }
                        </span>
                        if props.change.is_some() {
                            <span class="muted own">{ words::own_severity(lang, &rule.severity) }</span>
                        }
                    </dd>
                    <dt>{ words::DIMENSION.get(lang) }</dt><dd>{ of(lang, &rule.dimension_label) }</dd>
                    <dt>{ words::APPLIES.get(lang) }</dt><dd>{ applies(props) }</dd>
                    <dt>{ words::WHAT.get(lang) }</dt><dd>{ of(lang, &rule.what) }</dd>
                    <dt>{ words::WHY.get(lang) }</dt><dd>{ of(lang, &rule.why) }</dd>
                    <dt>{ words::HOW.get(lang) }</dt><dd>{ of(lang, &rule.how) }</dd>
                    if rule.fix.is_some() {
                        <dt>{ words::FIX.get(lang) }</dt><dd>{ words::fix(lang, rule.fix.as_deref()) }</dd>
                    }
                </dl>
                <h3>{ words::BASIS.get(lang) }</h3>
                { for rule.basis.iter().map(|basis| law(lang, basis)) }
                <h3>{ words::EXAMPLES.get(lang) }</h3>
                { examples(&ExamplesProps { lang, rule: rule.clone(), kinds: props.kinds.clone() }) }
                <h3>{ words::OWN.get(lang) }</h3>
                <Setting {lang} rule={rule.clone()} change={props.change.clone()} on_change={props.on_change.clone()} />
                { rows(props) }
            </div>
        </aside>
    }
}

/// Kinds and fields that the rule judges.
fn applies(props: &CardProps) -> String {
    let (lang, rule) = (props.lang, &props.rule);
    let labels: Vec<String> = props
        .kinds
        .iter()
        .filter(|kind| rule.kinds.contains(&kind.key))
        .map(|kind| kind.label.clone())
        .collect();
    let kinds = if rule.kinds.len() == props.kinds.len() {
        words::ALL_KINDS.get(lang).to_owned()
    } else {
        listed(lang, &labels)
    };
    let field = |published: &String| match (words::class(lang, published), published.strip_prefix('-')) {
        (Some(class), _) => class.to_owned(),
        (None, Some(key)) => words::except(lang, &label(&props.kinds, &rule.kinds, key)),
        (None, None) => quoted(lang, &label(&props.kinds, &rule.kinds, published)),
    };
    let fields: Vec<String> = rule.fields.iter().map(field).collect();
    format!("{kinds} · {}", listed(lang, &fields))
}

/// What the first of some kinds that has the field calls it.
pub(super) fn label(kinds: &[KindView], of: &[String], field: &str) -> String {
    let columns = kinds.iter().filter(|kind| of.contains(&kind.key)).flat_map(|kind| &kind.columns);
    let found = columns.into_iter().find(|column| column.field == field);
    found.map_or(field.to_owned(), |column| column.label.clone())
}

fn law(lang: Lang, basis: &BasisView) -> Html {
    let force = words::in_force(lang, &basis.number, &basis.valid_from, &basis.valid_to);
    html! {
        <div class="law">
            <b>{ &basis.document }{ " " }{ &basis.article }</b>
            if basis.unverified {
                <span class="tag W" title={words::UNVERIFIED_HINT.get(lang)}>{ words::UNVERIFIED.get(lang) }</span>
            }
            if !force.is_empty() { <span class="muted t12">{ force }</span> }
            <p>{ of(lang, &basis.paraphrase) }</p>
        </div>
    }
}

fn rows(props: &CardProps) -> Html {
    let lang = props.lang;
    let slug = props.rule.name.clone();
    match props.found {
        None => html! { <p class="muted t13 rows">{ words::NOT_OPEN.get(lang) }</p> },
        Some(0) => html! { <p class="muted t13 rows">{ words::NO_ROWS.get(lang) }</p> },
        Some(count) => html! {
            <p class="t13 rows">
                { words::found(lang, count) }{ " " }
                <button type="button" class="link" onclick={props.on_show.reform(move |_| slug.clone())}>
                    { words::SHOW.get(lang) }
                </button>
            </p>
        },
    }
}
