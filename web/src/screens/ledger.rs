//! 台账, joined to what this computer keeps.

use std::collections::BTreeSet;
use std::rc::Rc;

use precheck_ledger::profile::DayCount;
use precheck_ledger::{Book, Date, Dossier, Query, Scope, Status, iso};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::{Dialog, DialogSize};
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::components::picker::chosen;
use crate::pages::ledger::{
    AnswerDialog, DossierSheetProps, Drawer, DueStripProps, Entered, LedgerTable, dossier_sheet, due_strip,
};
use crate::services::lang::use_lang;
use crate::services::ledger::{self, use_ledger};
use crate::services::place::use_place;
use crate::services::store::{StoreState, use_store_state};
use crate::services::terms::Counting;
use crate::state::{Action, AppState};
use crate::text_ledger as words;

/// Lines shown before one asks for more.
const LINES: usize = 200;

/// Scopes that are offered as buttons.
const SCOPES: [Scope; 5] = [Scope::All, Scope::Open, Scope::Exported, Scope::Rejected, Scope::Publicity];

/// What [`LedgerScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct LedgerScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// What stands before the list.
#[derive(Clone, PartialEq)]
enum Asked {
    Answer(Vec<String>),
    Restore(String, Rc<Book>),
}

/// Reads a backup that was chosen in a file field.
fn on_file(actions: &Actions, done: impl Fn(String, Book) + Clone + 'static) -> Callback<Event> {
    let actions = actions.clone();
    Callback::from(move |event: Event| {
        let Some(file) = chosen(&event).into_iter().next() else { return };
        let (actions, done) = (actions.clone(), done.clone());
        spawn_local(async move {
            let name = file.name();
            match actions.read_backup(file).await {
                Ok(book) => done(name, book),
                Err(why) => actions.tell(why),
            }
        });
    })
}

/// 台账.
#[component]
pub fn LedgerScreen(props: &LedgerScreenProps) -> Html {
    let (lang, actions, state) = (use_lang(), &props.actions, &props.state);
    let revision = use_ledger();
    let stored = use_store_state();
    let place = use_place();
    let query = use_state_eq(Query::default);
    let lines = use_state_eq(|| LINES);
    let selected = use_state_eq(Rc::<BTreeSet<String>>::default);
    let open = use_state_eq(|| None::<AttrValue>);
    let printing = use_state_eq(|| false);
    let asked = use_state_eq(|| None::<Asked>);
    {
        let actions = actions.clone();
        // What was edited since it was judged is noted before it is looked at.
        use_effect_with((), move |()| actions.note_batch());
    }
    let counting = use_memo((state.settings.clone(), state.choices.clone()), |(settings, choices)| {
        Counting::new(settings, choices)
    });
    let view = {
        let counting = counting.clone();
        use_memo((revision, (*query).clone(), iso(counting.today())), move |(_, query, _)| {
            ledger::with(|book| {
                let terms = counting.terms();
                (book.rows(query, &terms), book.strip(&terms), book.scope_counts(&terms), book.len())
            })
        })
    };
    let (rows, strip, counts, total) = &*view;
    let dossier: Option<Rc<Dossier>> =
        open.as_ref().and_then(|id| ledger::with(|book| book.dossier(id, &counting.terms()))).map(Rc::new);
    let shown = use_memo((revision, (*query).clone(), *lines, iso(counting.today())), |_| {
        rows.iter().take(*lines).cloned().collect::<Vec<_>>()
    });
    let ask = |change: Rc<dyn Fn(&mut Query)>| {
        let (query, lines, selected) = (query.clone(), lines.clone(), selected.clone());
        move || {
            let mut next = (*query).clone();
            change(&mut next);
            lines.set(LINES);
            selected.set(Rc::default());
            query.set(next);
        }
    };
    {
        let actions = actions.clone();
        use_effect_with((*query).clone(), {
            let count = rows.len();
            move |query| {
                if *query != Query::default() {
                    actions.show(Action::Say(words::shown(lang, count).into()));
                }
            }
        });
    }
    let on_day = {
        let query = query.clone();
        let lines = lines.clone();
        Callback::from(move |day: Date| {
            lines.set(LINES);
            let day = (query.day != Some(day)).then_some(day);
            query.set(Query { day, ..Query::default() });
        })
    };
    let on_overdue = {
        let query = query.clone();
        Callback::from(move |()| {
            let scope = if query.scope == Scope::Overdue { Scope::All } else { Scope::Overdue };
            query.set(Query { scope, ..Query::default() });
        })
    };
    let on_search = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                query.set(Query { text: input.value(), ..(*query).clone() });
            }
        })
    };
    let on_kind = {
        let query = query.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()) {
                query.set(Query { kind: select.value(), ..(*query).clone() });
            }
        })
    };
    let on_open = {
        let open = open.clone();
        Callback::from(move |id: String| open.set(Some(id.into())))
    };
    let on_close = {
        let (open, place) = (open.clone(), place.clone());
        Callback::from(move |()| {
            let row = open.as_ref().map(|id| format!("tr[data-id='{id}'] button.who"));
            open.set(None);
            if let Some(row) = row {
                focus::focus_first(place.root(), &row);
            }
        })
    };
    let on_select = {
        let selected = selected.clone();
        Callback::from(move |(ids, on): (Vec<String>, bool)| {
            let mut next = (**selected).clone();
            for id in ids {
                if on {
                    next.insert(id);
                } else {
                    next.remove(&id);
                }
            }
            selected.set(Rc::new(next));
        })
    };
    let waiting: Vec<String> = if selected.is_empty() {
        let waits = rows.iter().filter(|row| row.status == Status::Exported);
        waits.map(|row| row.entry.facts.id.clone()).collect()
    } else {
        selected.iter().cloned().collect()
    };
    let on_enter = {
        let (asked, actions) = (asked.clone(), actions.clone());
        Callback::from(move |_: MouseEvent| {
            if waiting.is_empty() {
                actions.tell(words::NOTHING_WAITS.get(lang).to_owned());
            } else {
                asked.set(Some(Asked::Answer(waiting.clone())));
            }
        })
    };
    let close_asked = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let on_back_up = {
        let (actions, organisation) = (actions.clone(), counting.organisation.clone());
        Callback::from(move |_: MouseEvent| actions.back_up(&organisation))
    };
    let on_merge = {
        let merger = actions.clone();
        on_file(actions, move |_, book| merger.merge(book))
    };
    let on_restore = {
        let asked = asked.clone();
        on_file(actions, move |name, book| asked.set(Some(Asked::Restore(name, Rc::new(book)))))
    };
    if let (true, Some(dossier)) = (*printing, &dossier) {
        let on_back = {
            let printing = printing.clone();
            Callback::from(move |()| printing.set(false))
        };
        return dossier_sheet(&DossierSheetProps {
            lang,
            dossier: dossier.clone(),
            organisation: counting.organisation.clone().into(),
            today: iso(counting.today()).into(),
            on_back,
        });
    }
    let scope = |scope: Scope| {
        let count = counts.iter().find(|(of, _)| *of == scope).map_or(0, |(_, count)| *count);
        let pressed = query.scope == scope && query.day.is_none();
        let press = ask(Rc::new(move |query| {
            query.scope = scope;
            query.day = None;
        }));
        html! { <button type="button" aria-pressed={pressed.to_string()} onclick={Callback::from(move |_: MouseEvent| press())}>
        { words::scope(scope).get(lang) }{ " " }{ count }</button> }
    };
    let file_button = |label: &'static str, class: &'static str, on_change: Callback<Event>| {
        html! { <label class="btn filebtn"><input type="file" class={classes!("vh", class)} accept=".json,application/json"
        onchange={on_change} aria-label={label} />{ label }</label> }
    };
    let note = match stored {
        StoreState::Denied | StoreState::Full | StoreState::Locked => Some(words::SESSION_ONLY),
        StoreState::Elsewhere => Some(words::ELSEWHERE),
        _ => None,
    };
    let show_all = ask(Rc::new(|query| *query = Query::default()));
    let more = {
        let lines = lines.clone();
        Callback::from(move |_: MouseEvent| lines.set(*lines + LINES))
    };
    let on_entered = |ids: Vec<String>| {
        let (actions, asked, selected) = (actions.clone(), asked.clone(), selected.clone());
        Callback::from(move |(accepted, said): Entered| {
            actions.enter_answer(&ids, accepted, said);
            selected.set(Rc::default());
            asked.set(None);
        })
    };
    let dialog = match &*asked {
        None => Html::default(),
        Some(Asked::Answer(ids)) => html! {
            <AnswerDialog {lang} actions={actions.clone()} count={ids.len()} on_enter={on_entered(ids.clone())}
                on_close={close_asked.clone()} />
        },
        Some(Asked::Restore(name, book)) => {
            let restore = {
                let (actions, asked, book, open) =
                    (actions.clone(), asked.clone(), book.clone(), open.clone());
                Callback::from(move |_: MouseEvent| {
                    actions.restore((*book).clone());
                    open.set(None);
                    asked.set(None);
                })
            };
            let footer = html! {<span class="sp">
                <button type="button" class="btn" data-autofocus="1" onclick={close_asked.reform(|_: MouseEvent| ())}>{ words::CANCEL.get(lang) }</button>
                <button type="button" class="btn pri" onclick={restore}>{ words::RESTORE_NOW.get(lang) }</button>
            </span>};
            html! { <Dialog {lang} title={words::RESTORE_TITLE.get(lang)} id="restore-title" size={DialogSize::Small}
                on_close={close_asked.clone()} {footer}>
                <p>{ words::restore_question(lang, name, book.len(), *total) }</p>
            </Dialog> }
        }
    };
    let drawer = dossier.as_ref().map_or_else(Html::default, |dossier| {
        let answer = {
            let asked = asked.clone();
            Callback::from(move |id: String| asked.set(Some(Asked::Answer(vec![id]))))
        };
        let take_back = about(actions, |actions, id| actions.take_answer_back(&id));
        let take_out = about(actions, |actions, id| actions.take_out(&[id]));
        let on_print = {
            let printing = printing.clone();
            Callback::from(move |()| printing.set(true))
        };
        html! { <Drawer key={open.as_ref().map(ToString::to_string).unwrap_or_default()} {lang} actions={actions.clone()} dossier={dossier.clone()} on_close={on_close.clone()}
            on_answer={answer} on_take_back={take_back} on_take_out={take_out} {on_print} /> }
    });
    html! {
        <section class={classes!("view", "led", dossier.is_some().then_some("with"))}>
            <div class="main page" data-area="ledger">
                <div class="page-h"><div><h1>{ words::TITLE.get(lang) }</h1>
                    <p>{ words::lead(lang, *total, counting.deadline().count == DayCount::Working) }</p></div>
                    <div class="btns">
                        <button type="button" class="btn" onclick={on_back_up.clone()}>{ icon(Icon::Download, "") }{ words::BACK_UP.get(lang) }</button>
                        { file_button(words::RESTORE.get(lang), "restore", on_restore) }
                        { file_button(words::MERGE.get(lang), "merge", on_merge) }
                        <button type="button" class="btn pri" onclick={on_enter}>{ icon(Icon::OkCircle, "") }{ words::ENTER.get(lang) }</button>
                    </div>
                </div>
                if let Some(note) = note {
                    <div class="note W stored" role="status">{ icon(Icon::Warning, "") }<div>{ note.get(lang) }</div>
                        <button type="button" class="btn sm" onclick={on_back_up}>{ words::SAVE_AS.get(lang) }</button></div>
                }
                { due_strip(&DueStripProps {
                    lang, strip: strip.clone(), chosen: query.day, overdue: query.scope == Scope::Overdue,
                    on_day, on_overdue,
                }) }
                <div class="ltools">
                    <div class="seg" role="group" aria-label={words::SCOPES.get(lang)}>{ for SCOPES.into_iter().map(scope) }</div>
                    <select class="sel sm" aria-label={words::KIND_FILTER.get(lang)} onchange={on_kind}>
                        <option value="" selected={query.kind.is_empty()}>{ words::ALL_KINDS.get(lang) }</option>
                        { for precheck_ledger::Kind::ALL.iter().map(|kind| html! {
                            <option value={kind.key()} selected={query.kind == kind.key()}>{ kind.label().get(lang) }</option> }) }
                    </select>
                    <span class="t13 muted nowrap picked">{ if selected.is_empty() { String::new() } else { words::selected(lang, selected.len()) } }</span>
                    <div class="search">{ icon(Icon::Search, "") }
                        <input id="find" class="inp sm" type="search" value={query.text.clone()} placeholder={words::SEARCH.get(lang)}
                            aria-label={words::SEARCH_LABEL.get(lang)} oninput={on_search} /></div>
                </div>
                if query.scope == Scope::Publicity { <p class="t13 muted">{ words::PUBLICITY.get(lang) }{ "：" }{ words::PUBLICITY_HELP.get(lang) }</p> }
                if rows.is_empty() {
                    <div class="card"><div class="body t13">
                        if *total == 0 { { words::EMPTY.get(lang) } } else {
                            { words::NONE.get(lang) }{ " " }
                            <button type="button" class="link" onclick={Callback::from(move |_: MouseEvent| show_all())}>{ words::SHOW_ALL.get(lang) }</button>
                        }
                    </div></div>
                } else {
                    <LedgerTable {lang} rows={shown} selected={(*selected).clone()} open={(*open).clone()} {on_open} {on_select} />
                    if rows.len() > *lines { <p class="more"><button type="button" class="btn" onclick={more}>{ words::MORE.get(lang) }</button></p> }
                }
            </div>
            { drawer }
            { dialog }
        </section>
    }
}

/// A callback that does something about a record.
fn about(actions: &Actions, act: impl Fn(&Actions, String) + 'static) -> Callback<String> {
    let actions = actions.clone();
    Callback::from(move |id: String| act(&actions, id))
}
