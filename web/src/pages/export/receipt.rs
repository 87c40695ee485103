//! 回执: what the manifest will say, and the digests once the files are made.

use std::rc::Rc;

use precheck_session::api::{DeliverOptions, DeliveredView, Lang, PlanView};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::text_export as words;
use crate::text_pages::export as old;

/// What [`Receipt`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct ReceiptProps {
    pub(super) lang: Lang,
    pub(super) plan: Rc<PlanView>,
    /// Names of the files that leave, and how many records they hold.
    pub(super) leaving: Rc<Vec<(String, usize)>>,
    pub(super) options: Rc<DeliverOptions>,
    pub(super) delivered: Option<Rc<DeliveredView>>,
    pub(super) on_options: Callback<DeliverOptions>,
    pub(super) on_pattern: Callback<String>,
    pub(super) on_retry: Callback<Vec<String>>,
}

fn typed(event: &Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// The receipt.
#[component]
pub(super) fn Receipt(props: &ReceiptProps) -> Html {
    let (lang, receipt) = (props.lang, &props.plan.receipt);
    let line = |label: &'static str, value: Html| html! { <><dt>{ label }</dt><dd>{ value }</dd></> };
    let leaving: usize = props.leaving.iter().map(|(_, records)| records).sum();
    let names: Vec<&str> = if props.options.zip {
        vec![receipt.zip_name.as_str()]
    } else {
        props.leaving.iter().map(|(name, _)| name.as_str()).chain([receipt.manifest_name.as_str()]).collect()
    };
    let set = |change: fn(&mut DeliverOptions, String)| {
        let options = props.options.clone();
        props.on_options.reform(move |event: Event| {
            let mut next = (*options).clone();
            change(&mut next, typed(&event));
            next
        })
    };
    html! {
        <div class="card receipt">
            <header><h2>{ words::RECEIPT.get(lang) }</h2></header>
            <div class="body">
                <dl class="kv">
                    <dt><label for="export-batch">{ words::BATCH.get(lang) }</label></dt>
                    <dd><input id="export-batch" class="inp sm" value={receipt.batch.clone()} maxlength="40"
                        onchange={set(|options, text| options.batch = text)} /></dd>
                    { line(words::FILE_NAMES.get(lang), html! {
                        <ul class="names">{ for names.iter().map(|name| html! { <li>{ *name }</li> }) }</ul>
                    }) }
                    { line(words::RECORDS.get(lang), words::records_of(lang, leaving, receipt.records).into()) }
                    { line(words::FIXES.get(lang), words::places(lang, receipt.fixes).into()) }
                    { line(words::EDITS.get(lang), words::places(lang, receipt.edits).into()) }
                    { line(words::CONFIRMED.get(lang), words::places(lang, receipt.confirmations).into()) }
                    { line(words::TODAY.get(lang), words::day(lang, &receipt.today, receipt.working_days).into()) }
                    { line(words::RULES.get(lang),
                        words::rules(lang, &receipt.rules_version, receipt.rules, receipt.changed_rules).into()) }
                </dl>
                <div class="fld">
                    <label for="export-handler">{ words::HANDLER.get(lang) }</label>
                    <p class="hint" id="export-handler-hint">{ words::HANDLER_HINT.get(lang) }</p>
                    <input id="export-handler" class="inp" value={props.options.handler.clone()} maxlength="40"
                        aria-describedby="export-handler-hint" autocomplete="off"
                        onchange={set(|options, text| options.handler = text)} />
                </div>
                <div class="fld">
                    <label for="export-pattern">{ words::PATTERN.get(lang) }</label>
                    <p class="hint" id="export-pattern-hint">{ words::PATTERN_HINT.get(lang) }</p>
                    <input id="export-pattern" class="inp" value={receipt.file_name.clone()} maxlength="120"
                        aria-describedby="export-pattern-hint" autocomplete="off"
                        onchange={props.on_pattern.reform(|event: Event| typed(&event))} />
                </div>
                { for props.delivered.iter().map(|delivered| digests(props, delivered)) }
            </div>
        </div>
    }
}

/// A digest in groups of eight: read out and compared more easily.
fn grouped(digest: &str) -> String {
    let mut out = String::with_capacity(72);
    for (at, sign) in digest.chars().enumerate() {
        if at > 0 && at % 8 == 0 {
            out.push(' ');
        }
        out.push(sign);
    }
    out
}

fn digests(props: &ReceiptProps, delivered: &DeliveredView) -> Html {
    let lang = props.lang;
    let digest = |name: String, digest: &str| {
        html! { <li><span class="t12 muted">{ name }</span><code class="digest">{ grouped(digest) }</code></li> }
    };
    let failed = |failed: &precheck_session::api::FailedFile| {
        let kind = failed.kind.clone();
        let retry = props.on_retry.reform(move |_: MouseEvent| vec![kind.clone()]);
        html! {
            <li key={failed.kind.clone()}>
                { icon(Icon::Error, "") }<span class="name">{ &failed.problem.message }</span>
                <button type="button" class="btn sm sp" onclick={retry}
                    aria-label={format!("{} {}", old::AGAIN.get(lang), failed.label)}>{ old::AGAIN.get(lang) }</button>
            </li>
        }
    };
    html! {
        <>
            if !delivered.failed.is_empty() {
                <div class="note E" role="alert"><div>
                    <b>{ words::FAILED.get(lang) }</b>
                    if !delivered.files.is_empty() { <p class="t13">{ words::FAILED_HINT.get(lang) }</p> }
                    <ul class="list failed">{ for delivered.failed.iter().map(failed) }</ul>
                </div></div>
            }
            if !delivered.manifest_sm3.is_empty() {
                <h3 class="t13">{ words::DIGESTS.get(lang) }</h3>
                <ul class="digests">
                    { for delivered.manifest.files.iter().map(|file| digest(file.name.clone(), &file.sm3)) }
                    { digest(words::OWN_DIGEST.get(lang).to_owned(), &delivered.manifest_sm3) }
                </ul>
                <p class="t12 muted">{ words::DIGESTS_HINT.get(lang) }</p>
            }
        </>
    }
}
