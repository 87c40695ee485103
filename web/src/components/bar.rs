//! The bar at the top: steps, the day of the run, the look.

use std::rc::Rc;

use precheck_session::api::Overview;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::icon::{Icon, icon};
use crate::services::clock;
use crate::services::lang::{self as services, use_lang};
use crate::services::route::fragment;
use crate::services::theme::Theme;
use crate::state::{Action, Dialog, Screen};
use crate::{text, text_dual, text_ledger, text_lists, text_rules, text_settings};

/// What [`Bar`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct BarProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// The screen.
    pub screen: Screen,
    /// The state of the job.
    pub overview: Rc<Overview>,
    /// The day of the run.
    pub today: AttrValue,
    /// The look.
    pub theme: Theme,
    /// Whether another page stands around this one, with a bar of its own.
    pub embed: bool,
}

/// The bar.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let lang = use_lang();
    let open = !props.overview.tables.is_empty();
    let step = |number: u8, screen: Screen, label: &'static str| {
        let here = match props.screen {
            Screen::Map => Screen::Check,
            Screen::Entry => Screen::Load,
            other => other,
        };
        let (current, able) = (here == screen, screen == Screen::Load || open);
        let done = screen == Screen::Load && open && !current;
        let actions = props.actions.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            if able {
                actions.show(Action::Show(screen));
            } else {
                actions.show(Action::Say(text::NOTHING_OPEN.get(lang).into()));
            }
        });
        html! {
            <a href="#" class={classes!("step", done.then_some("done"))} aria-current={current.then_some("step")}
                aria-disabled={(!able).then_some("true")} title={(!able).then_some(text::NOTHING_OPEN.get(lang))} {onclick}>
                <i>{ number }</i>{ label }
            </a>
        }
    };
    let on_day = {
        let (actions, today) = (props.actions.clone(), props.today.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            else {
                return;
            };
            match clock::day(&input.value()) {
                Some(day) if *day != *today => actions.set_today(day),
                Some(_) => {}
                None => actions.show(Action::Toast(text::BAD_DAY.get(lang).to_owned(), false)),
            }
            // A day that cannot be read gives way to the one before.
            input.set_value(&today);
        })
    };
    let theme = {
        let (actions, next) = (props.actions.clone(), props.theme.next());
        Callback::from(move |_: MouseEvent| {
            next.keep();
            actions.show(Action::Theme(next));
        })
    };
    let language = {
        let (actions, other) = (props.actions.clone(), services::other(lang));
        Callback::from(move |_: MouseEvent| {
            services::keep(other);
            actions.set_lang(other);
        })
    };
    let help = {
        let actions = props.actions.clone();
        Callback::from(move |_: MouseEvent| actions.show(Action::Dialog(Some(Dialog::Help))))
    };
    let other = |screen: Screen, title: &'static str| {
        let actions = props.actions.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            actions.show(Action::Show(screen));
        });
        html! {
            <a href={fragment(screen)} aria-current={(props.screen == screen).then_some("page")} {onclick}>{ title }</a>
        }
    };
    let look = text::theme(lang, props.theme.label().get(lang));
    html! {
        <header class="bar" data-area="bar">
            if !props.embed {
            <div class="brand">
                { icon(Icon::Shield, "") }<b>{ text::PRODUCT.get(lang) }</b>
                if !props.overview.organisation.is_empty() { <span>{ &props.overview.organisation }</span> }
            </div>
            }
            <nav class="nav" aria-label={text::STEPS.get(lang)}>
                { step(1, Screen::Load, text::LOAD.get(lang)) }
                { icon(Icon::Right, "ic-12 chev") }
                { step(2, Screen::Check, text::CHECK.get(lang)) }
                { icon(Icon::Right, "ic-12 chev") }
                { step(3, Screen::Export, text::EXPORT.get(lang)) }
            </nav>
            <nav class="nav" aria-label={text_rules::MORE.get(lang)}>
                { other(Screen::Ledger, text_ledger::TITLE.get(lang)) }
                { other(Screen::Lists, text_lists::TITLE.get(lang)) }
                { other(Screen::Dual, text_dual::TITLE.get(lang)) }
                { other(Screen::Rules, text_rules::TITLE.get(lang)) }
                { other(Screen::Settings, text_settings::TITLE.get(lang)) }
            </nav>
            <div class="bar-r">
                <label class="date" title={text::TODAY_HELP.get(lang)}>
                    { text::TODAY.get(lang) }
                    <input type="text" class="day" inputmode="numeric" size="10" maxlength="11" autocomplete="off"
                        value={&props.today} onchange={on_day} />
                </label>
                <span class="offline" title={text::LOCAL_HELP.get(lang)}>{ icon(Icon::Lock, "") }{ text::LOCAL.get(lang) }</span>
                <button type="button" class="ibtn theme" aria-label={look.clone()} title={look} onclick={theme}>
                    { icon(Icon::Theme, "") }
                </button>
                <button type="button" class="ibtn lang" lang={services::tag(services::other(lang))}
                    aria-label={text::OTHER_LANGUAGE.get(lang)} title={text::OTHER_LANGUAGE.get(lang)} onclick={language}>
                    { text::OTHER_LANGUAGE_SHORT.get(lang) }
                </button>
                <button type="button" class="ibtn help" aria-label={text::HELP.get(lang)} title={text::HELP.get(lang)} onclick={help}>
                    { icon(Icon::Help, "") }
                </button>
            </div>
        </header>
    }
}
