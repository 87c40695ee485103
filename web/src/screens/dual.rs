//! 双告知: what was pushed, kept on this computer, against the ledger.

use std::cell::RefCell;
use std::rc::Rc;

use precheck_ledger::dual::{self, Line, Push, Said, Standing};
use precheck_ledger::{iso, read_day};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::components::empty::{EmptyProps, empty};
use crate::components::icon::{Icon, icon};
use crate::components::picker::{chosen, opens};
use crate::pages::dual::{figures, rows_of, table};
use crate::services::lang::use_lang;
use crate::services::ledger::{self, use_ledger};
use crate::services::store::{self, Changes, Shelf, use_store_state};
use crate::services::terms::Counting;
use crate::state::AppState;
use crate::text_dual as words;

/// What [`DualScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct DualScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// Keeps registrations; where that is not possible, the page says so by itself.
async fn keep(pushes: &[Push]) {
    for some in pushes.chunks(500) {
        let changes =
            some.iter().try_fold(Changes::new(), |changes, push| changes.put(Shelf::Pushes, &push.id, push));
        if let Ok(changes) = changes {
            let _ = changes.keep().await;
        }
    }
}

/// Adds what is kept and not known yet.
async fn learn(known: &RefCell<Vec<Push>>) {
    let Ok(kept) = store::all::<Push>(Shelf::Pushes).await else { return };
    let mut known = known.borrow_mut();
    for (_, push) in kept {
        if known.iter().all(|other| other.id != push.id) {
            known.push(push);
        }
    }
}

/// 双告知.
#[component]
pub fn DualScreen(props: &DualScreenProps) -> Html {
    let (lang, actions, state) = (use_lang(), &props.actions, &props.state);
    let (revision, stored) = (use_ledger(), use_store_state());
    // What is known; the state shows it. Files are read while other ones are taken, and none may be lost by that.
    let known = use_mut_ref(Vec::<Push>::new);
    let pushes = use_state_eq(Rc::<Vec<Push>>::default);
    let open_only = use_state_eq(|| false);
    let handled = use_state_eq(|| None::<Push>);
    let field = use_node_ref();
    let day = use_node_ref();
    {
        let (known, pushes) = (known.clone(), pushes.clone());
        // Again when the store is unlocked, or this tab becomes the one that writes.
        use_effect_with(stored, move |_| {
            spawn_local(async move {
                learn(&known).await;
                pushes.set(Rc::new(known.borrow().clone()));
            });
        });
    }
    let counting = use_memo((state.settings.clone(), state.choices.clone()), |(settings, choices)| {
        Counting::new(settings, choices)
    });
    let today = iso(counting.today());
    let lines = {
        let counting = counting.clone();
        use_memo((revision, (*pushes).clone(), today.clone()), move |(_, pushes, _)| {
            let mut lines = ledger::with(|book| {
                dual::reconcile(pushes, book, counting.today(), counting.deadline().days)
            });
            // What is to be handled stands first, what was pushed longest ago before the rest.
            lines.sort_by(|a, b| {
                let place = |line: &Line| line.outcome.standing() != Standing::ToHandle;
                (place(a), &a.push.pushed, &a.push.id).cmp(&(place(b), &b.push.pushed, &b.push.id))
            });
            lines
        })
    };
    let on_file = {
        let (actions, known, pushes) = (actions.clone(), known.clone(), pushes.clone());
        Callback::from(move |event: Event| {
            let Some(file) = chosen(&event).into_iter().next() else { return };
            let (actions, known, pushes) = (actions.clone(), known.clone(), pushes.clone());
            spawn_local(async move {
                let sheets = match actions.read_tables(&file).await {
                    Ok(sheets) => sheets,
                    Err(why) => return actions.tell(why.to_string()),
                };
                let read: Vec<Push> =
                    sheets.iter().filter_map(|sheet| dual::read(&sheet.rows)).flatten().collect();
                if read.is_empty() {
                    return actions.tell(words::NO_HEADER.get(actions.lang()).to_owned());
                }
                // What was said of them before counts, even where the screen was only just opened.
                learn(&known).await;
                let count = read.len();
                let new = dual::take(&mut known.borrow_mut(), read);
                let all = known.borrow().clone();
                pushes.set(Rc::new(all.clone()));
                keep(&all).await;
                actions.tell(words::loaded(actions.lang(), count, new));
            });
        })
    };
    let on_make = {
        let (actions, lines) = (actions.clone(), lines.clone());
        Callback::from(move |_: MouseEvent| {
            let rows = rows_of(&lines);
            let actions = actions.clone();
            let count = rows.len() - 1;
            if count == 0 {
                return actions.tell(words::NOTHING.get(actions.lang()).to_owned());
            }
            let name = format!("{}_{}", words::FILE.get(actions.lang()), actions.state().settings.today);
            spawn_local(async move {
                match actions.save_table(name, rows).await {
                    Ok(()) => actions.tell(words::made(actions.lang(), count)),
                    Err(why) => actions.tell(why.to_string()),
                }
            });
        })
    };
    let on_handle = {
        let handled = handled.clone();
        Callback::from(move |push: Push| handled.set(Some(push)))
    };
    let on_close = {
        let handled = handled.clone();
        Callback::from(move |()| handled.set(None))
    };
    let mark = |said: Said| {
        let (actions, known, pushes, handled, day) =
            (actions.clone(), known.clone(), pushes.clone(), handled.clone(), day.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(mut push) = (*handled).clone() else { return };
            let on = day
                .cast::<HtmlInputElement>()
                .map(|field| field.value().trim().to_owned())
                .unwrap_or_default();
            if said != Said::Nothing && read_day(&on).is_none() {
                return actions.tell(words::BAD_DAY.get(actions.lang()).to_owned());
            }
            push.said = said;
            push.on = if said == Said::Nothing { String::new() } else { on };
            push.by = actions.person();
            for other in known.borrow_mut().iter_mut().filter(|other| other.id == push.id) {
                other.clone_from(&push);
            }
            pushes.set(Rc::new(known.borrow().clone()));
            handled.set(None);
            actions.tell(words::marked(actions.lang(), &push.name));
            spawn_local(async move { keep(&[push]).await });
        })
    };
    let scope = |only: bool, label: String| {
        let open_only = open_only.clone();
        html! {
            <button type="button" aria-pressed={(*open_only == only).to_string()}
                onclick={Callback::from(move |_: MouseEvent| open_only.set(only))}>{ label }</button>
        }
    };
    let to_handle = lines.iter().filter(|line| line.outcome.standing() == Standing::ToHandle).count();
    let last = pushes.iter().map(|push| push.pushed.as_str()).max().unwrap_or_default();
    let dialog = handled.as_ref().map(|push| {
        let footer = html! {
            <span class="sp"><button type="button" class="btn" onclick={on_close.reform(|_: MouseEvent| ())}>{ words::CANCEL.get(lang) }</button></span>
        };
        html! {
            <Dialog {lang} title={push.name.clone()} id="dual-title" size={DialogSize::Small} on_close={on_close.clone()} {footer}>
                <p>{ words::WHAT_TO_DO.get(lang) }</p>
                <p class="fld"><label for="dual-day">{ words::DAY.get(lang) }</label>
                    <input ref={day.clone()} id="dual-day" class="inp" size="12" maxlength="10" autocomplete="off" value={today.clone()} /></p>
                <p class="btns">
                    <button type="button" class="btn dual-fed" data-autofocus="1" onclick={mark(Said::FedBack)}>{ words::FED_BACK.get(lang) }</button>
                    <button type="button" class="btn dual-way" onclick={mark(Said::UnderWay)}>{ words::UNDER_WAY.get(lang) }</button>
                    <button type="button" class="btn dual-not" onclick={mark(Said::NotConcerned)}>{ words::NOT_CONCERNED.get(lang) }</button>
                    if push.said != Said::Nothing {
                        <button type="button" class="btn dual-back" onclick={mark(Said::Nothing)}>{ words::TAKE_BACK.get(lang) }</button>
                    }
                </p>
            </Dialog>
        }
    });
    html! {
        <section class="view">
            <div class="page dual" data-area="dual">
                <div class="page-h"><div><h1>{ words::TITLE.get(lang) }</h1><p>{ words::LEAD.get(lang) }</p></div>
                    <div class="btns">
                        <input ref={field.clone()} type="file" class="vh dual-file" tabindex="-1" aria-label={words::LOAD.get(lang)}
                            accept=".xlsx,.xls,.ods,.csv,.txt,.tsv" onchange={on_file} />
                        <button type="button" class="btn dual-load" onclick={opens(&field)}>{ icon(Icon::Upload, "") }{ words::LOAD.get(lang) }</button>
                        <button type="button" class="btn pri dual-make" onclick={on_make}>{ icon(Icon::Download, "") }{ words::MAKE.get(lang) }</button>
                    </div>
                </div>
                if pushes.is_empty() {
                    <div class="card">{ empty(&EmptyProps {
                        icon: Icon::Upload, title: words::EMPTY.get(lang).into(), text: words::EMPTY_TEXT.get(lang).into(),
                        children: html! { <button type="button" class="btn" onclick={opens(&field)}>{ words::LOAD.get(lang) }</button> },
                    }) }</div>
                } else {
                    { figures(lang, &lines) }
                    <div class="card">
                        <header><h2>{ words::TABLE.get(lang) }</h2>
                            <span class="muted t13 sides">{ words::sides(lang, last, &today) }</span>
                            <span class="sp"><span class="seg" role="group" aria-label={words::SCOPES.get(lang)}>
                                { scope(false, format!("{} {}", words::ALL.get(lang), lines.len())) }
                                { scope(true, format!("{} {to_handle}", words::standing(Standing::ToHandle).get(lang))) }
                            </span></span>
                        </header>
                        { table(lang, &lines, *open_only, &on_handle) }
                    </div>
                }
            </div>
            { dialog.unwrap_or_default() }
        </section>
    }
}
