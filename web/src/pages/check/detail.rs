//! The explained finding: what is wrong, why, how to mend it, and what can be done at once.

use std::fmt::Write as _;
use std::rc::Rc;

use precheck_session::api::{DetailView, FixFilter, Lang};
use yew::prelude::*;

use super::diff::{Stretch, stretches};
use super::ignore::may_ignore;
use crate::actions::Actions;
use crate::components::grid::{FINDING_TEXT, mark};
use crate::components::icon::{Icon, icon, severity_icon};
use crate::state::{Action, Dialog};
use crate::{text, text_rules};

/// What [`detail_card`] shows.
pub(super) struct DetailProps {
    pub(super) lang: Lang,
    pub(super) actions: Actions,
    pub(super) detail: Option<Rc<DetailView>>,
}

/// The card.
pub(super) fn detail_card(props: &DetailProps) -> Html {
    let lang = props.lang;
    let Some(detail) = &props.detail else {
        return html! { <section class="det" aria-label={text::DETAIL.get(lang)}><p class="muted">{ text::CHOOSE_A_FINDING.get(lang) }</p></section> };
    };
    let step = |forward: bool| {
        let actions = props.actions.clone();
        Callback::from(move |_: MouseEvent| actions.step(forward))
    };
    let about = {
        let (actions, code) = (props.actions.clone(), AttrValue::from(detail.code.clone()));
        Callback::from(move |_: MouseEvent| actions.show(Action::Rule(code.clone())))
    };
    let place = if detail.place > 0 { format!("{} / {}", detail.place, detail.total) } else { String::new() };
    html! {
        <section class="det" aria-label={text::DETAIL.get(lang)} data-rule={detail.code.clone()}>
            <div class="hd">
                <span class={classes!("tag", mark(&detail.severity))}>
                    { severity_icon(&detail.severity, "ic-12", None) }{ &detail.severity_label }
                </span>
                <button type="button" class="link plain" title={text_rules::OPEN_RULE.get(lang)} onclick={about}>
                    { text::dimension_and_rule(lang, &detail.dimension_label, &detail.code) }
                </button>
                <span class="pos">
                    { place }
                    <button type="button" class="ibtn" aria-label={text::PREVIOUS.get(lang)} title={text::PREVIOUS_HINT.get(lang)}
                        onclick={step(false)}>{ icon(Icon::Up, "ic-14") }</button>
                    <button type="button" class="ibtn" aria-label={text::NEXT.get(lang)} title={text::NEXT_HINT.get(lang)}
                        onclick={step(true)}>{ icon(Icon::Down, "ic-14") }</button>
                </span>
            </div>
            <h3>{ &detail.title }</h3>
            <p id={FINDING_TEXT}>{ text::where_and_what(lang, detail) }</p>
            { values(lang, detail) }
            <dl class="why">
                <dt>{ text::BASIS.get(lang) }</dt>
                <dd>{ for detail.basis.iter().enumerate().map(|(at, (citation, gist))| html! {<>
                    if at > 0 { { "；" } }
                    <span title={gist.clone()}>{ citation }</span>
                </>}) }</dd>
                <dt>{ text::HOW.get(lang) }</dt><dd>{ &detail.how }</dd>
                if !detail.why.is_empty() {
                    <dt>{ text::WHY.get(lang) }</dt><dd>{ &detail.why }</dd>
                }
            </dl>
            { buttons(lang, props, detail) }
            <p class="fine">{ fate(lang, detail) }</p>
        </section>
    }
}

fn fate(lang: Lang, detail: &DetailView) -> String {
    match &detail.confirmed {
        Some(reason) => text::confirmed_with(lang, reason),
        None => text::fate(&detail.severity, detail.can_confirm).get(lang).to_owned(),
    }
}

fn values(lang: Lang, detail: &DetailView) -> Html {
    if detail.changes.is_empty() {
        if detail.field_label.is_empty() {
            return Html::default();
        }
        let shown = if detail.value.trim().is_empty() { text::BLANK.get(lang) } else { &detail.value };
        return html! {
            <dl class="diff"><div><dt>{ text::VALUE.get(lang) }</dt><dd class="mono val">{ shown }</dd></div></dl>
        };
    }
    let change = |(_, label, before, after): &(String, String, String, String)| {
        let (old, new) = stretches(before, after);
        let name = |word: &'static str| {
            if detail.changes.len() > 1 { format!("{word} {label}") } else { word.to_owned() }
        };
        html! {<>
            <div>
                <dt>{ name(text::VALUE.get(lang)) }</dt>
                <dd class="mono val">{ if before.is_empty() { html! { text::BLANK.get(lang) } } else { shown(&old, true) } }</dd>
            </div>
            <div>
                <dt>{ name(text::PROPOSAL.get(lang)) }</dt>
                <dd class="mono val">{ if after.is_empty() { html! { text::BLANK.get(lang) } } else { shown(&new, false) } }</dd>
            </div>
        </>}
    };
    html! { <dl class="diff">{ for detail.changes.iter().map(change) }</dl> }
}

/// Stretches that differ stand in `del` or `ins`; their blanks are made visible.
pub(super) fn shown(stretches: &[Stretch], old: bool) -> Html {
    let one = |(text, differs): &Stretch| {
        if !differs {
            return html! { text };
        }
        let visible = visible(text);
        if old {
            html! { <del>{ visible }</del> }
        } else {
            html! { <ins>{ visible }</ins> }
        }
    };
    stretches.iter().map(one).collect()
}

/// A text with a sign, or its name, for every character that cannot be seen.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\u{3000}' => out.push('␣'),
            '\t' => out.push('⇥'),
            '\n' | '\r' => out.push('↵'),
            '\u{a0}' => out.push_str("⟨NBSP⟩"),
            '\u{ad}' => out.push_str("⟨SHY⟩"),
            '\u{200b}' => out.push_str("⟨ZWSP⟩"),
            '\u{200c}' => out.push_str("⟨ZWNJ⟩"),
            '\u{200d}' => out.push_str("⟨ZWJ⟩"),
            '\u{200e}' => out.push_str("⟨LRM⟩"),
            '\u{200f}' => out.push_str("⟨RLM⟩"),
            '\u{2060}' => out.push_str("⟨WJ⟩"),
            '\u{feff}' => out.push_str("⟨BOM⟩"),
            c if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{2069}') => {
                _ = write!(out, "⟨U+{:04X}⟩", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

fn buttons(lang: Lang, props: &DetailProps, detail: &Rc<DetailView>) -> Html {
    let actions = &props.actions;
    let adopt = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.adopt())
    };
    let adopt_all = {
        let (actions, rule) = (actions.clone(), detail.address.rule.clone());
        Callback::from(move |_: MouseEvent| {
            let filter = FixFilter { rule: rule.clone(), table: None };
            actions.show(Action::Dialog(Some(Dialog::Fixes(filter))));
        })
    };
    let ignore = {
        let (actions, detail) = (actions.clone(), detail.clone());
        Callback::from(move |_: MouseEvent| ignore_or_say(&actions, &detail))
    };
    let unconfirm = {
        let (actions, address) = (actions.clone(), detail.address.clone());
        Callback::from(move |_: MouseEvent| actions.unconfirm(address.clone()))
    };
    html! {
        <div class="acts">
            if !detail.fix.is_empty() {
                <button type="button" class="btn pri sm adopt" title="Alt+Enter" onclick={adopt}>{ text::ADOPT.get(lang) }</button>
            }
            if !detail.fix.is_empty() && detail.same_rule_fixes > 1 {
                <button type="button" class="btn sm adopt-all" onclick={adopt_all}>
                    { text::adopt_all(lang, detail.same_rule_fixes) }
                </button>
            }
            if detail.confirmed.is_some() {
                <button type="button" class="btn quiet sm unconfirm" onclick={unconfirm}>{ text::UNCONFIRM.get(lang) }</button>
            } else {
                <button type="button" class="btn quiet sm ignore" title="Alt+I" onclick={ignore}>{ text::IGNORE.get(lang) }</button>
            }
        </div>
    }
}

/// Opens the dialog that asks for a reason, or says why there is none.
pub(crate) fn ignore_or_say(actions: &Actions, detail: &Rc<DetailView>) {
    if may_ignore(detail) {
        actions.show(Action::Dialog(Some(Dialog::Ignore(detail.clone()))));
    } else {
        let why = text::cannot_ignore(&detail.severity).get(actions.lang());
        actions.show(Action::Toast(why.to_owned(), false));
    }
}

#[cfg(test)]
mod tests {
    use super::visible;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_cannot_be_seen_has_a_sign_or_a_name() {
        assert_eq!(visible("甲 乙\u{3000}\t\n"), "甲␣乙␣⇥↵");
        assert_eq!(visible("\u{feff}甲\u{200b}\u{a0}"), "⟨BOM⟩甲⟨ZWSP⟩⟨NBSP⟩");
        assert_eq!(visible("\u{202e}\u{1}"), "⟨U+202E⟩⟨U+0001⟩");
    }
}
