//! The whole page: the engine, the state, and which screen is shown.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use precheck_session::api::{Lang, Settings};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::bar::Bar;
use crate::components::focus;
use crate::components::foot::{FootProps, foot};
use crate::components::layout_notice::layout_notice;
use crate::components::size::use_size;
use crate::components::store_notice::{StoreNoticeProps, store_notice};
use crate::components::toast::{TOAST_MILLIS, ToastText, ToastsProps, toasts};
use crate::host::{Frame, Host, use_host};
use crate::pages::check::{
    CheckPage, ColumnsProps, FixesDialog, IgnoreDialog, LayoutProps, LogDialog, LongDialog, PasteProps,
    ReplaceDialog, columns_dialog, ignore_or_say, layout_dialog, paste_dialog,
};
use crate::pages::discard::{DiscardProps, discard_dialog};
use crate::pages::help::{HelpProps, help_dialog};
use crate::screens::{
    DualScreen, EntryScreen, ExportScreen, LedgerScreen, ListsScreen, LoadScreen, MapScreen, ReportScreen,
    RulesScreen, SettingsScreen,
};
use crate::services::clock;
use crate::services::engine::Engine;
use crate::services::lang;
use crate::services::place::Place;
use crate::services::route::use_route;
use crate::services::shortcuts::{Shortcut, next_area};
use crate::services::store::use_store_state;
use crate::services::theme::Theme;
use crate::state::{Action, AppState, Busy, Dialog, Layout, Screen};
use crate::{text, text_dual, text_entry, text_ledger, text_lists, text_rules, text_settings};

/// What the page is told when it is put somewhere.
#[derive(Properties, PartialEq, Clone)]
pub struct AppProps {
    /// Where it stands.
    pub place: Place,
    /// The page around this one, where there is one.
    pub host: Option<Rc<Host>>,
    /// How it looks; none: as the last time.
    #[prop_or_default]
    pub theme: Option<Theme>,
}

/// Puts the page in place of what `index.html` shows until then.
pub fn run() {
    console_error_panic_hook::set_once();
    let place = Place::page();
    Theme::kept().show(&place);
    lang::show(&place, lang::kept());
    let root = place.root().clone();
    let props = AppProps { place, host: Host::of_frame(), theme: None };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
}

/// Settings of a first visit.
fn first_settings() -> Settings {
    Settings { today: clock::today(), lang: lang::kept(), ..Settings::default() }
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let place = &props.place;
    let state = use_reducer(|| AppState::first(first_settings(), props.theme.unwrap_or_else(Theme::kept)));
    let lang = state.settings.lang;
    let actions = use_actions(&state, &props.host);
    use_effect_with((place.clone(), lang), |(place, lang)| lang::show(place, *lang));
    {
        let actions = actions.clone();
        use_route(place, state.screen, Callback::from(move |screen: Screen| actions.visit(screen)));
    }
    use_leaving(actions.clone());
    use_no_stray_drops(place.clone(), actions.clone());
    use_shortcuts(place.clone(), actions.clone());
    use_no_links(place.clone());
    use_focus_comes(place.clone());
    use_focus_kept(place.clone(), state.screen, state.busy == Busy::Opening);
    use_effect_with((place.clone(), state.theme), |(place, theme)| theme.show(place));
    let root = use_node_ref();
    let store = use_store_state();
    {
        let (actions, place) = (actions.clone(), place.clone());
        use_size(
            root.clone(),
            Callback::from(move |(width, height)| {
                place.measure(width, height);
                actions.show(Action::Layout(Layout::of(width, height)));
            }),
        );
    }
    use_host(&actions, &state, &root);
    let embed = *use_memo((), |()| !place.is_page() || Frame::of_page().embed);
    let name = match state.screen {
        Screen::Load => text::LOAD.get(lang),
        Screen::Map | Screen::Check => text::CHECK.get(lang),
        Screen::Export => text::EXPORT.get(lang),
        Screen::Rules => text_rules::TITLE.get(lang),
        Screen::Entry => text_entry::TITLE.get(lang),
        Screen::Settings => text_settings::TITLE.get(lang),
        Screen::Ledger => text_ledger::TITLE.get(lang),
        Screen::Lists => text_lists::TITLE.get(lang),
        Screen::Dual => text_dual::TITLE.get(lang),
        Screen::Report => text_ledger::REPORT.get(lang),
    };
    let faulty = state.screen == Screen::Entry && !state.entry.errors().is_empty();
    let title = if faulty {
        format!("{}{}", text_entry::ERROR_PREFIX.get(lang), text::title(lang, name))
    } else {
        text::title(lang, name)
    };
    use_effect_with((place.clone(), title), |(place, title)| place.set_title(title));
    let toast = state.toast.as_ref().map(|toast| ToastText {
        id: u64::from(toast.number),
        text: toast.text.clone().into(),
        undo: toast.undo,
    });
    let on_undo = use_callback(actions.clone(), |(), actions| actions.undo());
    let on_gone =
        use_callback(actions.clone(), |id: u64, actions| actions.show(Action::ToastEnds(id as u32)));
    let to_main = use_callback(place.clone(), |event: MouseEvent, place| {
        event.prevent_default();
        if let Some(main) = place.by_id("main") {
            focus::focus(&main);
        }
    });
    let on_file = use_callback(actions.clone(), |(), actions| actions.save_draft_file());
    let on_clear = use_callback(actions.clone(), |(), actions| {
        let actions = actions.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Err(why) = actions.clear_all().await {
                actions.show(Action::Toast(why.to_string(), false));
            }
        });
    });
    html! { <ContextProvider<Place> context={place.clone()}><ContextProvider<Lang> context={lang}>
        <div ref={root} class="app" data-w={state.layout.width} data-h={state.layout.height}
            data-low={state.layout.low.then_some("")}
            data-embed={embed.then_some(if place.is_page() { "1" } else { "element" })}>
            <a class="skip" href="#main" onclick={to_main}>{ text::SKIP.get(lang) }</a>
            <Bar actions={actions.clone()} screen={state.screen} overview={state.overview.clone()}
                today={state.settings.today.clone()} theme={state.theme} {embed} />
            <div class="stage">
                { store_notice(&StoreNoticeProps { lang, store, open: state.is_open(), on_file, on_clear }) }
                if state.screen == Screen::Check && !state.layouts_seen {
                    { layout_notice(lang, &actions, &state.overview) }
                }
                <main id="main" tabindex="-1">{ screen(&actions, &state) }</main>
            </div>
            { foot(&FootProps { lang, screen: state.screen, live: state.live.clone() }) }
            { dialog(&actions, &state) }
            { toasts(&ToastsProps { lang, toast, on_undo, on_gone, millis: TOAST_MILLIS }) }
        </div>
    </ContextProvider<Lang>></ContextProvider<Place>> }
}

/// The doer, made once.
#[hook]
fn use_actions(state: &UseReducerHandle<AppState>, host: &Option<Rc<Host>>) -> Actions {
    let (handle, settings, host) = (state.clone(), state.settings.clone(), host.clone());
    let made = use_memo((), move |()| {
        let doer: Rc<RefCell<Option<Actions>>> = Rc::default();
        let listener = {
            let doer = doer.clone();
            Callback::from(move |event| {
                if let Some(actions) = &*doer.borrow() {
                    actions.hear(event);
                }
            })
        };
        let actions = Actions::new(Engine::new((*settings).clone(), listener), handle, host);
        *doer.borrow_mut() = Some(actions.clone());
        (actions, doer)
    });
    let actions = made.0.clone();
    {
        let actions = actions.clone();
        use_effect_with((), move |()| {
            actions.begin();
            crate::services::ledger::open();
            move || {
                // They hold each other.
                made.1.take();
                actions.leave();
            }
        });
    }
    actions
}

/// Files dropped beside the load screen must not make the browser leave the page, and the open batch with it.
#[hook]
fn use_no_stray_drops(place: Place, actions: Actions) {
    use_effect_with((), move |()| {
        let listen = |name: &'static str, act: Box<dyn Fn()>| {
            let options = gloo::events::EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&place.events(), name, options, move |event| {
                if !event.default_prevented() {
                    event.prevent_default();
                    act();
                }
            })
        };
        let over = listen("dragover", Box::new(|| {}));
        let dropped = listen(
            "drop",
            Box::new(move || {
                if actions.state().screen != Screen::Load {
                    actions.show(Action::Toast(text::DROP_ELSEWHERE.get(actions.lang()).to_owned(), false));
                }
            }),
        );
        move || drop((over, dropped))
    });
}

/// Asks before the page is closed, only where that would lose something that was typed.
#[hook]
fn use_leaving(actions: Actions) {
    use_effect_with((), move |()| {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let window = gloo::utils::window();
        let leaving = actions.clone();
        let listener = EventListener::new_with_options(&window, "beforeunload", options, move |event| {
            if actions.would_lose() {
                event.prevent_default();
                if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
                    // Engines before 2023 ask only where this is set. What it says is never shown.
                    event.set_return_value("1");
                }
            }
        });
        let hidden =
            EventListener::new(&gloo::utils::window(), "pagehide", move |_| leaving.keep_unanswered());
        move || drop((listener, hidden))
    });
}

/// In somebody else's document the focus is ours once something in here is pressed or dropped.
#[hook]
fn use_focus_comes(place: Place) {
    use_effect_with((), move |()| {
        let listen = |name: &'static str| {
            let place = place.clone();
            let options = gloo::events::EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&place.events(), name, options, move |_| {
                if place.active().is_none()
                    && let Some(main) = place.by_id("main")
                {
                    focus::focus(&main);
                }
            })
        };
        let listeners = (!place.is_page()).then(|| [listen("mousedown"), listen("drop")]);
        move || drop(listeners)
    });
}

/// Another screen takes away what had the focus: it goes to the main part then, and not to nowhere. A file that is
/// read, and the way back from it, change the screen as well.
#[hook]
fn use_focus_kept(place: Place, screen: Screen, opening: bool) {
    let first = use_mut_ref(|| true);
    use_effect_with((screen, opening), move |_| {
        let first = std::mem::replace(&mut *first.borrow_mut(), false);
        if !first
            && place.may_take_focus()
            && place.active().is_none_or(|active| active.tag_name() == "BODY")
            && let Some(main) = place.by_id("main")
        {
            focus::focus(&main);
        }
    });
}

/// In somebody else's document the fragment of the address is not ours, whatever a link names.
#[hook]
fn use_no_links(place: Place) {
    use_effect_with((), move |()| {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = (!place.is_page()).then(|| {
            EventListener::new_with_options(&place.events(), "click", options, |event| {
                let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                if target.is_some_and(|target| target.closest("a[href^='#']").ok().flatten().is_some()) {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

#[hook]
fn use_shortcuts(place: Place, actions: Actions) {
    use_effect_with((), move |()| {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&place.events(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let Some(shortcut) = Shortcut::of(event) else { return };
            let state = actions.state();
            if state.dialog.is_none() && act(&place, &actions, &state, shortcut) {
                event.prevent_default();
            }
        });
        move || drop(listener)
    });
}

/// Does what a key asks for; false: not on this screen.
fn act(place: &Place, actions: &Actions, state: &AppState, shortcut: Shortcut) -> bool {
    match shortcut {
        Shortcut::Area(forward) => next_area(place, forward),
        Shortcut::Entry => actions.show(Action::Show(Screen::Entry)),
        Shortcut::Help => actions.show(Action::Dialog(Some(Dialog::Help))),
        Shortcut::Find if matches!(state.screen, Screen::Rules | Screen::Ledger) => find(place),
        _ if state.screen != Screen::Check => return false,
        Shortcut::Step(forward) => actions.step(forward),
        Shortcut::Adopt if state.detail_is_here() => actions.adopt(),
        Shortcut::Adopt => actions.show(Action::Say(text::NO_PROPOSAL.get(actions.lang()).into())),
        Shortcut::Ignore => {
            if let Some(detail) = &state.detail {
                ignore_or_say(actions, detail);
            }
        }
        Shortcut::Undo => actions.undo(),
        Shortcut::Redo => actions.redo(),
        Shortcut::Recheck => actions.recheck(),
        Shortcut::Find => find(place),
        Shortcut::FindNext(forward) => actions.find(forward, true),
        Shortcut::Replace => actions.show(Action::Dialog(Some(Dialog::Replace))),
        Shortcut::Onward => actions.show(Action::Show(Screen::Export)),
    }
    true
}

/// The search field of the screen takes the focus.
fn find(place: &Place) {
    if let Some(field) = place.by_id("find").and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        focus::focus(&field);
        field.select();
    }
}

fn screen(actions: &Actions, state: &UseReducerHandle<AppState>) -> Html {
    match state.screen {
        Screen::Check if state.is_open() => {
            html! { <CheckPage actions={actions.clone()} state={state.clone()} /> }
        }
        Screen::Load | Screen::Check => {
            html! { <LoadScreen actions={actions.clone()} state={state.clone()} /> }
        }
        Screen::Map => html! { <MapScreen actions={actions.clone()} state={state.clone()} /> },
        Screen::Entry => html! { <EntryScreen actions={actions.clone()} state={state.clone()} /> },
        Screen::Settings => html! { <SettingsScreen actions={actions.clone()} state={state.clone()} /> },
        Screen::Rules => html! { <RulesScreen actions={actions.clone()} state={state.clone()} /> },
        Screen::Ledger => html! { <LedgerScreen actions={actions.clone()} state={state.clone()} /> },
        Screen::Lists => html! { <ListsScreen actions={actions.clone()} state={state.clone()} /> },
        Screen::Dual => html! { <DualScreen actions={actions.clone()} state={state.clone()} /> },
        Screen::Report => html! { <ReportScreen actions={actions.clone()} state={state.clone()} /> },
        Screen::Export => html! { <ExportScreen actions={actions.clone()} state={state.clone()} /> },
    }
}

/// The open dialog. Those that are drawn here without a component of their own carry a key: one that follows another
/// takes the focus anew.
fn dialog(actions: &Actions, state: &AppState) -> Html {
    let (actions, lang) = (actions.clone(), state.settings.lang);
    match &state.dialog {
        None => Html::default(),
        Some(Dialog::Fixes(filter)) => html! { <FixesDialog {actions} filter={filter.clone()} /> },
        Some(Dialog::Ignore(detail)) => html! { <IgnoreDialog {actions} detail={detail.clone()} /> },
        Some(Dialog::Replace) => {
            let columns = state.overview.tables.get(state.table).map(|table| &table.columns);
            let here = state.cell.as_ref().and_then(|cell| columns?.iter().find(|c| c.field == cell.field));
            let field = here.map_or_else(Default::default, |c| (c.field.clone(), c.label.clone()));
            html! { <ReplaceDialog {actions} table={state.table} {field} /> }
        }
        Some(Dialog::Help) => {
            let rule = state.detail.as_ref().filter(|_| state.screen == Screen::Check);
            help_dialog(&HelpProps {
                lang,
                actions,
                version: state.choices.version.clone().into(),
                rules_version: state.choices.rules_version.clone().into(),
                rule: rule.map(|detail| AttrValue::from(detail.code.clone())),
            })
        }
        Some(Dialog::Log) => html! { <LogDialog {actions} revision={state.overview.revision} /> },
        Some(Dialog::Layout) => match state.overview.tables.get(state.table) {
            Some(table) => layout_dialog(&LayoutProps {
                lang,
                actions,
                table: Rc::new(table.clone()),
                layout: Rc::new(state.column_layout()),
            }),
            None => Html::default(),
        },
        Some(Dialog::Paste(block)) => paste_dialog(&PasteProps { lang, actions, block: block.clone() }),
        Some(Dialog::Long(cell)) => html! { <LongDialog {actions} cell={cell.clone()} /> },
        Some(Dialog::Discard) => discard_dialog(&DiscardProps { lang, actions }),
        Some(Dialog::Columns) => {
            columns_dialog(&ColumnsProps { lang, actions, overview: state.overview.clone() })
        }
    }
}
