//! 名单核查, joined to what this computer keeps.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use precheck_ledger::lists::{Check, Judgement, Loaded, Part, check, complete, lines, read};
use precheck_ledger::read_day;
use precheck_session::api::{Request, Response};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, KeyboardEvent};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::focus;
use crate::pages::lists::{Deed, ListsProps, choice, lists_page, sheet};
use crate::services::clock;
use crate::services::lang::use_lang;
use crate::services::ledger::{self, use_ledger};
use crate::services::lists::{self, Asked, Kept};
use crate::services::place::{Place, use_place};
use crate::services::store::{self, use_store_state};
use crate::state::{Action, AppState};
use crate::text_lists as words;

/// Enterprises shown before one asks for more.
const LINES: usize = 200;

/// What [`ListsScreen`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct ListsScreenProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// What the screen holds.
#[derive(Default)]
struct Model {
    kept: Kept,
    typed: String,
    check: Check,
    unread: Vec<String>,
    /// Files that do not say which list they are.
    waiting: Vec<(String, Part)>,
    /// Nothing was chosen for the first of them.
    unchosen: bool,
    shown: usize,
    methods: bool,
    /// What takes the focus once it is drawn.
    focus: Option<String>,
}

impl Model {
    /// A list in place of the one before.
    fn put(&mut self, list: Loaded) {
        let key = list.key();
        self.kept.loaded.retain(|other| other.key() != key);
        self.kept.loaded.push(list);
        self.kept.loaded.sort_by_key(Loaded::key);
    }

    /// Compares anew: lists, judgements, lines, the day or the names that the ledger knows are others.
    fn recheck(&mut self, today: &str) {
        let (mut all, unread) = lines(&self.kept.asked.text);
        ledger::with(|book| {
            complete(&mut all, book.live().map(|entry| (&*entry.facts.name, &*entry.facts.code)));
        });
        if let Some(today) = read_day(today) {
            self.check = check(&all, &self.kept.loaded, &self.kept.judgements, today);
        }
        self.unread = unread;
    }
}

/// Does what is asked for on the screen.
#[derive(Clone)]
struct Desk {
    actions: Actions,
    place: Place,
    model: Rc<RefCell<Model>>,
    redraw: UseForceUpdateHandle,
}

impl Desk {
    /// Changes what the screen holds, compares anew and draws.
    fn change<T>(&self, change: impl FnOnce(&mut Model) -> T) -> T {
        let today = self.actions.state().settings.today.clone();
        let done = {
            let mut model = self.model.borrow_mut();
            let done = change(&mut model);
            model.recheck(&today);
            done
        };
        self.redraw.force_update();
        done
    }

    fn say(&self, text: String) {
        self.actions.show(Action::Say(text.into()));
    }

    /// Keeps something; says where that did not succeed.
    fn keep(&self, work: impl Future<Output = store::Result<()>> + 'static) {
        let me = self.clone();
        spawn_local(async move {
            if let Err(error) = work.await {
                me.actions.tell(error.text(me.actions.lang()));
            }
        });
    }

    async fn read(self) {
        match lists::read().await {
            Ok(kept) => self.change(|model| {
                if model.typed.is_empty() {
                    model.typed.clone_from(&kept.asked.text);
                }
                // What was loaded while the store was still opening is newer than what was read.
                let meanwhile = std::mem::replace(&mut model.kept, kept).loaded;
                for list in meanwhile {
                    model.put(list);
                }
            }),
            // Locked: the page asks for the passphrase.
            Err(_) => self.change(|_| ()),
        }
    }

    /// Takes a list, in place of the one before.
    fn take(&self, file: &str, part: Part) {
        let list = Loaded { lists: part.lists, day: part.day, file: file.to_owned(), entries: part.entries };
        let kept = list.clone();
        self.keep(async move { lists::keep_list(&kept).await });
        self.change(|model| {
            model.put(list);
            if !model.kept.asked.at.is_empty() {
                model.kept.asked.at = now();
            }
        });
    }

    async fn load(self, files: Vec<File>) {
        let lang = self.actions.lang();
        let (mut count, mut entries) = (0, 0);
        for file in files {
            let name = file.name();
            let read = match self.actions.read_tables(&file).await {
                Ok(sheets) => {
                    let sheets = sheets.iter().map(|sheet| (&*sheet.name, &*sheet.rows));
                    let today = read_day(&self.actions.state().settings.today).unwrap_or_default();
                    read(&name, sheets, today).map_err(|why| why.to_string())
                }
                Err(fault) => Err(fault.to_string()),
            };
            match read {
                Err(why) => self.actions.tell(words::refused(lang, &name, &why)),
                Ok(parts) => {
                    for part in parts {
                        if part.lists.is_empty() {
                            self.change(|model| model.waiting.push((name.clone(), part)));
                        } else {
                            count += 1;
                            entries += part.entries.len();
                            self.take(&name, part);
                        }
                    }
                }
            }
        }
        if count > 0 {
            self.actions.tell(words::loaded(lang, count, entries));
        }
    }

    fn start(&self) {
        let lang = self.actions.lang();
        let (none, empty) = {
            let model = self.model.borrow();
            (lines(&model.typed).0.is_empty(), model.kept.loaded.is_empty())
        };
        if none || empty {
            let why = if empty { words::NO_LISTS } else { words::NO_SUBJECTS };
            return self.actions.tell(why.get(lang).to_owned());
        }
        let (asked, said) = {
            self.change(|model| {
                model.kept.asked = Asked { text: model.typed.clone(), at: now() };
                model.shown = LINES;
            });
            let model = self.model.borrow();
            (model.kept.asked.clone(), words::summary(lang, &model.check))
        };
        self.keep(async move { lists::keep_asked(&asked).await });
        self.say(said);
    }

    async fn bring(self) {
        let lang = self.actions.lang();
        let records = if self.actions.state().is_open() {
            self.actions.window(Request::LedgerFacts).await
        } else {
            None
        };
        let Some(Response::Facts { records }) = records else {
            return self.actions.tell(words::NO_BATCH.get(lang).to_owned());
        };
        let count = self.change(|model| {
            let here: BTreeSet<_> = lines(&model.typed).0.into_iter().collect();
            let rows = records.iter().map(|facts| [&*facts.name, &*facts.code].join("\t"));
            let rows = rows.collect::<Vec<_>>().join("\n");
            let new: Vec<_> = lines(&rows).0.into_iter().filter(|line| !here.contains(line)).collect();
            let mut text = model.typed.trim_end().to_owned();
            for line in &new {
                for part in [if text.is_empty() { "" } else { "\n" }, &line.name, "\t", &line.code] {
                    text.push_str(part);
                }
            }
            model.typed = text;
            lists::type_in(&model.typed);
            new.len()
        });
        self.actions.tell(words::brought(lang, count));
    }

    fn day(&self, key: &str, typed: &str) {
        let today = self.actions.state().settings.today.clone();
        let Some(day) = clock::day(typed).filter(|day| *day <= today) else {
            return self.actions.tell(words::BAD_DAY.get(self.actions.lang()).to_owned());
        };
        let list = self.change(|model| {
            let list = model.kept.loaded.iter_mut().find(|list| list.key() == key)?;
            list.day = day;
            Some(list.clone())
        });
        if let Some(list) = list {
            self.keep(async move { lists::keep_list(&list).await });
        }
    }

    fn remove(&self, key: String) {
        let gone = self.change(|model| {
            let at = model.kept.loaded.iter().position(|list| list.key() == key)?;
            model.focus = Some(".lists-methods".to_owned());
            Some(model.kept.loaded.remove(at))
        });
        if let Some(list) = gone {
            self.keep(async move { lists::forget(&key).await });
            self.say(words::removed(self.actions.lang(), list.title()));
        }
    }

    fn judge(&self, question: String, same: bool) {
        let judgement = Judgement { question, same, by: self.actions.person(), at: now() };
        let kept = judgement.clone();
        self.keep(async move { lists::keep_judgement(&kept).await });
        let lang = self.actions.lang();
        let said = self.change(|model| {
            model.focus = Some(format!("[data-question='{}'] .take-back", judgement.question));
            model.kept.judgements.retain(|other| other.question != judgement.question);
            model.kept.judgements.push(judgement);
            if same { words::JUDGED_SAME } else { words::JUDGED_OTHER }
        });
        self.say(said.get(lang).to_owned());
    }

    fn take_back(&self, question: String) {
        let gone = Judgement { question, ..Judgement::default() };
        self.change(|model| {
            model.focus = Some(format!("[data-question='{}'] .same", gone.question));
            model.kept.judgements.retain(|other| other.question != gone.question);
        });
        self.keep(async move { lists::forget(&gone.key()).await });
    }

    fn export(&self) {
        let me = self.clone();
        let lang = me.actions.lang();
        let today = me.actions.state().settings.today.clone();
        let name = format!("{}_{}", words::FILE.get(lang), today.replace('-', ""));
        let rows = {
            let model = me.model.borrow();
            sheet(lang, &model.check, &model.unread, &today, &model.kept.asked.at)
        };
        spawn_local(async move {
            if let Err(fault) = me.actions.save_table(name, rows).await {
                me.actions.tell(fault.to_string());
            }
        });
    }

    /// The dialog about the first file that waits is answered.
    fn answer(&self, take: bool) {
        let chosen = choice(&self.place);
        if take && chosen.is_none() {
            return self.change(|model| model.unchosen = true);
        }
        let (file, part) = self.change(|model| {
            model.unchosen = false;
            model.waiting.remove(0)
        });
        if let Some(list) = chosen.filter(|_| take) {
            let entries = part.entries.len();
            self.take(&file, Part { lists: vec![list], ..part });
            self.actions.tell(words::loaded(self.actions.lang(), 1, entries));
        }
    }

    fn act(&self, deed: Deed) {
        match deed {
            Deed::Type(text) => {
                lists::type_in(&text);
                self.model.borrow_mut().typed = text;
                self.redraw.force_update();
            }
            Deed::Start => self.start(),
            Deed::Bring => spawn_local(self.clone().bring()),
            Deed::Load(files) => spawn_local(self.clone().load(files)),
            Deed::Export => self.export(),
            Deed::Methods => self.change(|model| model.methods = !model.methods),
            Deed::Day(key, typed) => self.day(&key, &typed),
            Deed::Remove(key) => self.remove(key),
            Deed::Judge(question, same) => self.judge(question, same),
            Deed::TakeBack(question) => self.take_back(question),
            Deed::Which => self.answer(true),
            Deed::Skip => self.answer(false),
            Deed::More => self.change(|model| model.shown += LINES),
        }
    }
}

/// This moment to the minute.
fn now() -> String {
    clock::moment(js_sys::Date::now())
}

/// 名单核查.
#[component]
pub fn ListsScreen(props: &ListsScreenProps) -> Html {
    let (lang, actions) = (use_lang(), &props.actions);
    let (revision, stored, place) = (use_ledger(), use_store_state(), use_place());
    let model = use_mut_ref(|| Model { typed: lists::typed(), shown: LINES, ..Model::default() });
    let redraw = use_force_update();
    let desk = Desk { actions: actions.clone(), place: place.clone(), model: model.clone(), redraw };
    {
        let desk = desk.clone();
        use_effect_with(stored, move |_| spawn_local(desk.read()));
    }
    {
        let desk = desk.clone();
        use_effect_with((revision, props.state.settings.today.clone()), move |_| desk.change(|_| ()));
    }
    {
        let (model, place) = (model.clone(), place.clone());
        use_effect(move || {
            let focus = model.borrow_mut().focus.take();
            if let Some(focus) = focus {
                focus::focus_first(place.root(), &focus);
            }
        });
    }
    {
        let desk = desk.clone();
        use_effect_with((), move |()| {
            let options = EventListenerOptions::enable_prevent_default();
            let listener =
                EventListener::new_with_options(&place.events(), "keydown", options, move |event| {
                    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                    let asked =
                        key.key() == "Enter" && (key.ctrl_key() || key.meta_key()) && !key.is_composing();
                    let free =
                        desk.actions.state().dialog.is_none() && desk.model.borrow().waiting.is_empty();
                    if asked && free {
                        event.prevent_default();
                        desk.start();
                    }
                });
            move || drop(listener)
        });
    }
    let here = model.borrow();
    lists_page(&ListsProps {
        lang,
        doer: Rc::new(move |deed| desk.act(deed)),
        typed: &here.typed,
        loaded: &here.kept.loaded,
        check: &here.check,
        at: &here.kept.asked.at,
        unread: &here.unread,
        shown: here.shown,
        methods: here.methods,
        waiting: here.waiting.first().map(|(file, part)| (&**file, part.entries.len(), here.unchosen)),
    })
}
