//! Help: what a finding means, the keys, and what the program is made of.

use precheck_session::api::{Lang, Text};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::Dialog;
use crate::components::icon::severity_icon;
use crate::state::{Action, Screen};
use crate::text;
use crate::text_help as words;

/// Each licence with the packages under it; `tests/tests/generated.rs` keeps the file true.
const LICENCES: &str = include_str!("../../licences.txt");

/// What [`help_dialog`] needs.
pub struct HelpProps {
    /// Language.
    pub lang: Lang,
    /// Does what is asked for.
    pub actions: Actions,
    /// Version of the program.
    pub version: AttrValue,
    /// Version of the rules.
    pub rules_version: AttrValue,
    /// Code of the rule whose finding is explained.
    pub rule: Option<AttrValue>,
}

/// The dialog.
pub fn help_dialog(props: &HelpProps) -> Html {
    let lang = props.lang;
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    html! {
        <Dialog key="help" {lang} title={words::TITLE.get(lang)} id="help-title" on_close={close}>
            <div class="help">
                { meaning(props) }
                { keys(lang) }
                { about(props) }
            </div>
        </Dialog>
    }
}

fn meaning(props: &HelpProps) -> Html {
    let lang = props.actions.lang();
    let to_rules = {
        let actions = props.actions.clone();
        Callback::from(move |_: MouseEvent| {
            actions.show(Action::Dialog(None));
            actions.show(Action::Show(Screen::Rules));
        })
    };
    let to_rule = props.rule.as_ref().map(|code| {
        let (actions, rule) = (props.actions.clone(), code.clone());
        let open = Callback::from(move |_: MouseEvent| {
            actions.show(Action::Dialog(None));
            actions.show(Action::Rule(rule.clone()));
        });
        html! { <button type="button" class="btn sm this-rule" onclick={open}>{ words::this_rule(lang, code) }</button> }
    });
    let severity = |key: &'static str| {
        html! {<>
            <dt>{ severity_icon(key, "ic-14", None) }{ text::severity(key).get(lang) }</dt>
            <dd>{ text::severity_fate(key).get(lang) }</dd>
        </>}
    };
    html! {
        <section aria-labelledby="help-meaning">
            <h3 id="help-meaning">{ words::MEANING.get(lang) }</h3>
            <dl class="kv">
                { for ["error", "warning", "info"].into_iter().map(severity) }
                { for words::PARTS.iter().map(|(part, what)| html! {<>
                    <dt>{ part.get(lang) }</dt><dd>{ what.get(lang) }</dd>
                </>}) }
            </dl>
            <div class="btns">
                <button type="button" class="btn sm to-rules" data-autofocus="" onclick={to_rules}>{ words::RULES.get(lang) }</button>
                { for to_rule }
            </div>
        </section>
    }
}

/// Keys, and what they do.
fn keys(lang: Lang) -> Html {
    let line = |(keys, what): &(&'static str, Text)| {
        html! {
            <tr><th scope="row" class="nowrap">{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</th>
                <td>{ what.get(lang) }</td></tr>
        }
    };
    html! {
        <section aria-labelledby="help-keys">
            <h3 id="help-keys">{ words::KEYS.get(lang) }</h3>
            <table class="tbl keys"><tbody>{ for text::KEYS.iter().map(line) }</tbody></table>
        </section>
    }
}

fn about(props: &HelpProps) -> Html {
    let lang = props.actions.lang();
    let packages = LICENCES.lines().filter_map(|line| line.split_once(": "));
    let count: usize = packages.clone().map(|(_, names)| names.split(", ").count()).sum();
    html! {
        <section aria-labelledby="help-about">
            <h3 id="help-about">{ words::ABOUT.get(lang) }</h3>
            <p class="t13">{ words::PRIVACY.get(lang) }</p>
            <dl class="kv">
                <dt>{ words::PROGRAM.get(lang) }</dt><dd class="version">{ &props.version }</dd>
                <dt>{ words::RULES_VERSION.get(lang) }</dt><dd class="rules-version">{ &props.rules_version }</dd>
                <dt>{ words::LICENCE.get(lang) }</dt><dd>{ words::OWN_LICENCE }</dd>
            </dl>
            <details class="licences">
                <summary>{ words::packages(lang, count) }</summary>
                <dl>
                    { for packages.map(|(licence, names)| html! {<><dt>{ licence }</dt><dd>{ names }</dd></>}) }
                </dl>
            </details>
        </section>
    }
}
