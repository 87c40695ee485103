//! 导出, joined to the engine.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use js_sys::ArrayBuffer;
use precheck_session::api::{
    DeliverOptions, DeliveredView, FileView, FindingFilter, GroupView, Lang, PlanView, Request, Response,
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::actions::Actions;
use crate::actions::batch::{Remembered, remember, remembered};
use crate::pages::export::{ExportPage, Shown, SingleWarnings};
use crate::screens::own_templates::OwnTemplatesPart;
use crate::screens::verify::VerifyPart;
use crate::services::clock;
use crate::services::fault::Fault;
use crate::services::files;
use crate::services::lang::use_lang;
use crate::services::profile;
use crate::state::{Action, AppState, Screen};
use crate::text;

/// What [`ExportScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct ExportScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// Files that were made, with their bytes: a download that was refused can be repeated.
#[derive(Clone, Default, PartialEq)]
struct Made {
    views: Rc<Vec<FileView>>,
    bytes: Rc<Vec<ArrayBuffer>>,
}

/// 导出.
#[component]
pub fn ExportScreen(props: &ExportScreenProps) -> Html {
    let lang = use_lang();
    let (actions, state) = (&props.actions, &props.state);
    let templates = use_memo(state.choices.clone(), |choices| choices.templates.clone());
    let template = match state.settings.template.as_str() {
        "" => templates.first().map_or(String::new(), |(name, ..)| name.clone()),
        name => name.to_owned(),
    };
    let preview = use_state_eq(String::new);
    let plan = use_state_eq(|| None::<Rc<PlanView>>);
    let warnings = use_state_eq(Rc::<Vec<GroupView>>::default);
    let made = use_state_eq(Made::default);
    let problem = use_state_eq(|| None::<AttrValue>);
    let busy = use_state_eq(|| false);
    let kept = use_state_eq(|| None::<Remembered>);
    let batch = use_state_eq(String::new);
    let prefix = match profile::in_use(&state.settings, &state.choices)["batch_prefix"].as_str() {
        None | Some("") => String::new(),
        Some(prefix) => format!("{prefix}-"),
    };
    let only_news = use_state_eq(|| false);
    let delivered = use_state_eq(|| None::<Rc<DeliveredView>>);
    {
        let (actions, kept) = (actions.clone(), kept.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                kept.set(Some(remembered().await));
                // Templates that cannot be used any more are refused here and named in their card.
                _ = actions.load_templates().await;
            });
        });
    }
    let options = use_memo(
        (
            template.clone(),
            (*kept).clone(),
            (*batch).clone(),
            state.settings.today.clone(),
            *only_news,
            prefix.clone(),
        ),
        |(template, kept, batch, today, only_news, prefix)| {
            let kept = kept.clone().unwrap_or_default();
            let batch =
                if batch.trim().is_empty() { prefix.clone() + &kept.next(today) } else { batch.clone() };
            DeliverOptions {
                template: template.clone(),
                form: kept.form,
                batch,
                handler: kept.handler,
                zip: kept.zip,
                problems: kept.zip,
                facts: true,
                only_news: *only_news,
                ..DeliverOptions::default()
            }
        },
    );
    {
        let (actions, plan, warnings, problem) =
            (actions.clone(), plan.clone(), warnings.clone(), problem.clone());
        let settings = state.settings.clone();
        let key = (options.clone(), (*preview).clone(), state.overview.revision, settings);
        use_effect_with(key, move |(options, preview, ..)| {
            let (options, preview) = ((**options).clone(), preview.clone());
            if options.template.is_empty() {
                return;
            }
            spawn_local(async move {
                match actions.preflight(options.clone(), preview.clone()).await {
                    Ok(view) => {
                        let first = view.kinds.iter().find(|kind| kind.supported && kind.leaving > 0);
                        let first = first.or(view.kinds.first()).map(|kind| kind.kind.clone());
                        // The first kind is previewed until another one is chosen.
                        let view = match first.filter(|_| preview.is_empty()) {
                            Some(first) => actions.preflight(options, first).await.unwrap_or(view),
                            None => view,
                        };
                        plan.set(Some(Rc::new(view)));
                    }
                    Err(fault) => problem.set(Some(fault.to_string().into())),
                }
                let filter =
                    FindingFilter { severities: vec!["warning".to_owned()], ..FindingFilter::default() };
                if let Some(Response::Groups(groups)) = actions.window(Request::Groups { filter }).await {
                    warnings.set(Rc::new(groups.groups));
                }
            });
        });
    }
    let make = {
        let (actions, made, problem, busy) = (actions.clone(), made.clone(), problem.clone(), busy.clone());
        move |request: Request| {
            let (actions, made, problem, busy) =
                (actions.clone(), made.clone(), problem.clone(), busy.clone());
            busy.set(true);
            problem.set(None);
            spawn_local(async move {
                let made_now = async {
                    let (views, bytes) = actions.files(request).await?;
                    save_all(lang, &views, &bytes).await?;
                    Ok::<_, Fault>((views, bytes))
                };
                match made_now.await {
                    Ok((views, bytes)) => {
                        if let Some(host) = actions.host() {
                            host.saved(views.len(), views.iter().map(|view| view.records).sum());
                        }
                        actions.show(Action::Say(text::saved(lang, views.len()).into()));
                        made.set(Made { views: Rc::new(views), bytes: Rc::new(bytes) });
                    }
                    Err(fault) => problem.set(Some(fault.to_string().into())),
                }
                busy.set(false);
            });
        }
    };
    let on_export = {
        let (actions, made, problem, busy) = (actions.clone(), made.clone(), problem.clone(), busy.clone());
        let (options, delivered, kept, batch) =
            (options.clone(), delivered.clone(), kept.clone(), batch.clone());
        let today = state.settings.today.clone();
        Callback::from(move |kinds: Vec<String>| {
            let (actions, made, problem, busy) =
                (actions.clone(), made.clone(), problem.clone(), busy.clone());
            let (delivered, kept, batch) = (delivered.clone(), kept.clone(), batch.clone());
            let (today, options) =
                (today.clone(), DeliverOptions { made_at: clock::stamp(), ..(*options).clone() });
            busy.set(true);
            problem.set(None);
            spawn_local(async move {
                match actions.deliver(options, kinds).await {
                    Ok((view, bytes)) => {
                        let saved = save_all(lang, &view.files, &bytes).await;
                        if !view.files.is_empty() {
                            let records =
                                view.manifest.files.iter().filter(|f| f.role == "import").map(|f| f.records);
                            if let Some(host) = actions.host() {
                                host.saved(view.files.len(), records.sum());
                            }
                            actions.show(Action::Say(text::saved(lang, view.files.len()).into()));
                            actions.note_export(&view);
                            actions.show(Action::Exported(Rc::new(view.manifest.clone())));
                            let next = (*kept).clone().unwrap_or_default().after(&today);
                            remember(&next).await;
                            kept.set(Some(next));
                            batch.set(String::new());
                            made.set(Made { views: Rc::new(view.files.clone()), bytes: Rc::new(bytes) });
                        }
                        delivered.set(Some(Rc::new(view)));
                        problem.set(saved.err().map(|fault| fault.to_string().into()));
                    }
                    Err(fault) => problem.set(Some(fault.to_string().into())),
                }
                busy.set(false);
            });
        })
    };
    let on_problems = {
        let make = make.clone();
        Callback::from(move |()| make(Request::Problems))
    };
    let on_report = use_callback(actions.clone(), |(), actions| actions.show(Action::Show(Screen::Report)));
    let on_by_handler = Callback::from(move |()| make(Request::ProblemsByHandler));
    let on_options = {
        let (kept, batch, today) = (kept.clone(), batch.clone(), state.settings.today.clone());
        let (actions, only_news) = (actions.clone(), only_news.clone());
        Callback::from(move |options: DeliverOptions| {
            only_news.set(options.only_news);
            let before = (*kept).clone().unwrap_or_default();
            batch.set(if options.batch == prefix.clone() + &before.next(&today) {
                String::new()
            } else {
                options.batch
            });
            let next =
                Remembered { handler: options.handler, form: options.form, zip: options.zip, ..before };
            kept.set(Some(next.clone()));
            actions.person_is(&next.handler);
            spawn_local(async move { remember(&next).await });
        })
    };
    let on_kind_template = {
        let (actions, settings) = (actions.clone(), state.settings.clone());
        Callback::from(move |(kind, name): (String, String)| {
            let mut settings = (*settings).clone();
            settings.kind_templates.retain(|(other, _)| *other != kind);
            if !name.is_empty() {
                settings.kind_templates.push((kind, name));
            }
            actions.configure(settings);
        })
    };
    let on_pattern = {
        let (actions, problem) = (actions.clone(), problem.clone());
        Callback::from(move |pattern: String| {
            let (actions, problem) = (actions.clone(), problem.clone());
            spawn_local(async move {
                problem.set(actions.set_naming(pattern).await.err().map(|fault| fault.to_string().into()));
            });
        })
    };
    let on_template = {
        let (actions, settings) = (actions.clone(), state.settings.clone());
        Callback::from(move |name: AttrValue| {
            let mut settings = (*settings).clone();
            settings.template = name.to_string();
            actions.configure(settings);
        })
    };
    let on_preview = {
        let preview = preview.clone();
        Callback::from(move |kind: AttrValue| preview.set(kind.to_string()))
    };
    let on_confirm = {
        let actions = actions.clone();
        Callback::from(move |(rule, reason): (String, String)| actions.confirm_rule(rule, reason))
    };
    let singles = {
        let (actions, revision) = (actions.clone(), state.overview.revision);
        Callback::from(
            move |rule: String| html! { <SingleWarnings actions={actions.clone()} {rule} {revision} /> },
        )
    };
    let on_save = {
        let (made, problem) = (made.clone(), problem.clone());
        Callback::from(move |at: usize| {
            let one = made.views.get(at).cloned().zip(made.bytes.get(at).cloned());
            let Some((view, bytes)) = one else { return };
            if files::save(&view.name, &view.media_type, &bytes).is_err() {
                problem.set(Some(text::not_saved(lang, &view.name).into()));
            }
        })
    };
    let on_show = {
        let (actions, overview) = (actions.clone(), state.overview.clone());
        Callback::from(move |shown: Shown| {
            let of_kind = overview.tables.iter().filter(|table| table.kind == shown.kind);
            // One table: only its findings; several of one kind cannot be named by a filter.
            let table = match of_kind.map(|table| table.table).collect::<Vec<_>>().as_slice() {
                [one] => Some(*one),
                _ => None,
            };
            actions.show_findings(table, shown.severity, shown.rule);
        })
    };
    let on_check = use_callback(actions.clone(), |(), actions| actions.show(Action::Show(Screen::Check)));
    if plan.is_none() && problem.is_none() {
        // Nothing to press before it is known what leaves.
        return html! { <section class="view" aria-busy="true"><p class="pnone">{ text::COUNTING.get(lang) }</p></section> };
    }
    html! {
        <ExportPage {lang} plan={(*plan).clone()} templates={templates as Rc<_>} warnings={(*warnings).clone()}
            files={made.views.clone()} problem={(*problem).clone()} busy={*busy} {on_template} {on_preview} {on_export}
            {on_problems} {on_confirm} {on_save} {on_show} {on_check} {options} delivered={(*delivered).clone()}
            kind_templates={Rc::new(state.settings.kind_templates.clone())} {on_options} {on_kind_template}
            {on_pattern} {on_by_handler} {on_report} {singles}
            below_templates={html! { <OwnTemplatesPart actions={actions.clone()} state={state.clone()} /> }}
            at_end={html! { <VerifyPart actions={actions.clone()} /> }} />
    }
}

/// Between one file and the next: WebKit drops a download that begins in the same moment as another.
const PAUSE: u32 = 300;

async fn save_all(lang: Lang, views: &[FileView], bytes: &[ArrayBuffer]) -> Result<(), Fault> {
    for (number, (view, bytes)) in views.iter().zip(bytes).enumerate() {
        if number > 0 {
            TimeoutFuture::new(PAUSE).await;
        }
        files::save(&view.name, &view.media_type, bytes)
            .map_err(|_| Fault::Refused(text::not_saved(lang, &view.name)))?;
    }
    Ok(())
}
