//! 机构设置: the profile as a form, and what is kept on this computer.

mod effect;
mod field;
mod layouts;
mod local;
mod passphrase;
mod rows;
mod table;

use std::rc::Rc;

use precheck_session::api::{KindView, Lang, Text};
use serde_json::Value;
use web_sys::{File, HtmlElement};
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::components::picker::chosen;
use crate::services::layouts::Kept;
use crate::services::place::{Place, use_place};
use crate::services::store::Amount;
use crate::text_entry::to_mend;
use crate::text_settings as words;
pub use effect::EffectNote;
use field::Field;
use layouts::Layouts;
use local::Local;
use passphrase::Passphrase;
use table::{Cell, is_blank, row_list};
pub use table::{Editor, GROUPS, Group, Setting, take, text};

/// What [`SettingsPage`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct SettingsProps {
    /// Language.
    pub lang: Lang,
    /// The profile in use.
    pub profile: Rc<Value>,
    /// Why the engine refused the last one.
    pub refused: Option<AttrValue>,
    /// What lies on each shelf; none where nothing is kept.
    pub amounts: Rc<Vec<Amount>>,
    /// Whether a passphrase is set; none where nothing can be locked.
    pub has_passphrase: Option<bool>,
    /// The passphrase was set, changed or taken away, as this says.
    pub on_passphrase: Callback<Text>,
    /// Header layouts that are remembered.
    pub layouts: Rc<Vec<Kept>>,
    /// Every kind with its fields.
    pub kinds: Rc<Vec<KindView>>,
    /// Days off and make-up days in use: year, nothing, days off and days worked.
    pub years: Rc<Vec<(String, String, Vec<String>)>>,
    /// A 权力清单 comes from a file; its rows are told as JSON.
    pub on_duties: Callback<(File, Callback<String>)>,
    /// Says what a profile would change: as JSON, empty: the one in use.
    pub effect: Option<Callback<String, Html>>,
    /// The layout with this key is to be forgotten.
    pub on_forget: Callback<String>,
    /// The profile is to be as this text says.
    pub on_save: Callback<String>,
    /// A profile comes from a file.
    pub on_load: Callback<File>,
    /// The profile in use goes into a file.
    pub on_export: Callback<()>,
    /// The built-in profile is to hold.
    pub on_restore: Callback<()>,
    /// The rule book.
    pub on_rules: Callback<()>,
    /// A copy of everything goes into a file.
    pub on_backup: Callback<()>,
    /// A copy comes from a file.
    pub on_restore_backup: Callback<File>,
    /// Everything goes.
    pub on_clear: Callback<()>,
}

/// Id of a setting's editor.
fn id(setting: &Setting) -> String {
    format!("set-{}", setting.path.join("-"))
}

/// What is wrong with what stands in the form: index of the setting's id, and words.
fn wrong(lang: Lang, texts: &[(&'static Setting, String)]) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    let value = |path: &[&str]| {
        texts.iter().find(|(setting, _)| setting.path == path).map_or("", |(_, text)| text.trim())
    };
    for (setting, text) in texts {
        if !take(&mut Value::Null, setting, text)
            && let Editor::Number(least, most) = setting.editor
        {
            wrong.push((id(setting), words::out_of(lang, setting.label.get(lang), least, most)));
        }
        if let Editor::Rows(columns) = setting.editor {
            for (at, row) in row_list(text).iter().enumerate().filter(|(_, row)| !is_blank(row)) {
                for (number, column) in columns.iter().enumerate() {
                    let cell = row[column.key].as_str().unwrap_or_default().trim();
                    let fault = match column.cell {
                        Cell::Day if precheck_ledger::read_day(cell).is_none() => words::NO_DAY,
                        Cell::Whole if !cell.is_empty() && cell.parse::<u32>().is_err() => words::NO_NUMBER,
                        Cell::Line if number == 0 && cell.is_empty() => words::NO_NAME,
                        _ => continue,
                    };
                    let why = words::at_row(lang, column.label, at, fault);
                    wrong.push((format!("{}-{at}-{}", id(setting), column.key), why));
                }
            }
        }
    }
    if value(&["deadline", "count"]) == "working" && value(&["deadline", "basis"]).is_empty() {
        wrong.push(("set-deadline-basis".to_owned(), words::BASIS_WANTED.get(lang).to_owned()));
    }
    wrong
}

fn texts_of(profile: &Value) -> Vec<(&'static Setting, String)> {
    let all = GROUPS.iter().flat_map(|(_, _, settings)| *settings);
    all.map(|setting| (setting, text(profile, setting))).collect()
}

/// The screen.
#[component]
pub fn SettingsPage(props: &SettingsProps) -> Html {
    let lang = props.lang;
    let texts = use_state(|| texts_of(&props.profile));
    let problems = use_state_eq(Vec::<(String, String)>::new);
    let summary = use_node_ref();
    let place = use_place();
    {
        let (texts, problems) = (texts.clone(), problems.clone());
        use_effect_with(props.profile.clone(), move |profile| {
            texts.set(texts_of(profile));
            problems.set(Vec::new());
        });
    }
    {
        let summary = summary.clone();
        use_effect_with((problems.is_empty(), props.refused.clone()), move |_| {
            if let Some(summary) = summary.cast::<HtmlElement>() {
                crate::components::focus::focus(&summary);
            }
        });
    }
    let on_text = {
        let texts = texts.clone();
        Callback::from(move |(at, text): (usize, String)| {
            let mut all = (*texts).clone();
            all[at].1 = text;
            texts.set(all);
        })
    };
    let onsubmit = {
        let (texts, problems, profile, on_save) =
            (texts.clone(), problems.clone(), props.profile.clone(), props.on_save.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let found = wrong(lang, &texts);
            if found.is_empty() {
                let mut profile = (*profile).clone();
                for (setting, text) in texts.iter() {
                    take(&mut profile, setting, text);
                }
                on_save.emit(profile.to_string());
            }
            problems.set(found);
        })
    };
    let takes = |on: &Callback<File>| {
        let on = on.clone();
        Callback::from(move |event: Event| {
            if let Some(file) = chosen(&event).into_iter().next() {
                on.emit(file);
            }
        })
    };
    let shared = Rc::new((*problems).clone());
    let effect = props.effect.as_ref().map(|effect| effect.emit(candidate(lang, &props.profile, &texts)));
    let mut at = 0;
    let groups = GROUPS.iter().map(|(key, title, settings)| {
        let fields: Html = settings
            .iter()
            .map(|setting| {
                let index = at;
                at += 1;
                let id = AttrValue::from(id(setting));
                let problem: Option<AttrValue> =
                    problems.iter().find(|(of, _)| **of == *id).map(|(_, why)| why.clone().into());
                let text: AttrValue = texts.get(index).map_or(String::new(), |(_, text)| text.clone()).into();
                let (on_file, below) = match setting.path {
                    ["duty_list"] => {
                        let took = on_text.reform(move |list: String| {
                            let list: Value = serde_json::from_str(&list).unwrap_or_default();
                            (index, self::text(&serde_json::json!({ "duty_list": list }), setting))
                        });
                        (Some(props.on_duties.reform(move |file| (file, took.clone()))), Html::default())
                    }
                    ["holidays"] => (None, years(props)),
                    _ => (None, Html::default()),
                };
                html! {
                    <Field key={id.to_string()} {lang} id={id.clone()} setting={*setting} {text} {problem} problems={shared.clone()} {on_file} {below}
                        on_text={on_text.reform(move |text| (index, text))} />
                }
            })
            .collect();
        html! {
            <section class="card" aria-labelledby={format!("sets-{key}")}>
                <header><h2 id={format!("sets-{key}")} tabindex="-1">{ title.get(lang) }</h2></header>
                <div class="fs">{ fields }</div>
            </section>
        }
    });
    let groups: Html = groups.collect();
    html! {
        <section class="view" aria-labelledby="settings-title">
            <form class="page settings" {onsubmit} novalidate=true>
                <div class="page-h">
                    <div><h1 id="settings-title" tabindex="-1">{ words::TITLE.get(lang) }</h1><p>{ words::LEAD.get(lang) }</p></div>
                    <div class="btns">
                        <label class="btn file-btn">{ icon(Icon::Upload, "") }{ words::LOAD.get(lang) }
                            <input type="file" class="visually" accept=".json" id="load-profile" onchange={takes(&props.on_load)} />
                        </label>
                        <button type="button" class="btn" onclick={props.on_export.reform(|_| ())}>
                            { icon(Icon::Download, "") }{ words::EXPORT.get(lang) }
                        </button>
                        <button type="submit" class="btn pri save">{ words::SAVE.get(lang) }</button>
                    </div>
                </div>
                { errors(props, &place, &problems, &summary) }
                <div class="cols sets">
                    <div class="sets-side">
                        { parts(&PartsProps { lang, place: &place }) }
                        { for effect }
                    </div>
                    <div class="stack">
                        { groups }
                        <div class="note">{ icon(Icon::Info, "") }<div>{ words::RULES.get(lang) }</div>
                            <button type="button" class="btn sm" onclick={props.on_rules.reform(|_| ())}>{ crate::text_rules::TITLE.get(lang) }</button>
                        </div>
                        <p><button type="button" class="link restore" onclick={props.on_restore.reform(|_| ())}>{ words::RESTORE.get(lang) }</button></p>
                        <Layouts {lang} layouts={props.layouts.clone()} kinds={props.kinds.clone()}
                            on_forget={props.on_forget.clone()} />
                        if let Some(set) = props.has_passphrase {
                            <Passphrase {lang} {set} on_done={props.on_passphrase.clone()} />
                        }
                        <Local {lang} amounts={props.amounts.clone()} on_backup={props.on_backup.clone()}
                            on_restore={takes(&props.on_restore_backup)} on_clear={props.on_clear.clone()} />
                    </div>
                </div>
            </form>
        </section>
    }
}

/// The profile as the form has it; empty where that is the one in use, or something in it is wrong.
fn candidate(lang: Lang, profile: &Value, texts: &[(&'static Setting, String)]) -> String {
    if *texts == texts_of(profile) || !wrong(lang, texts).is_empty() {
        return String::new();
    }
    let mut profile = profile.clone();
    for (setting, text) in texts {
        take(&mut profile, setting, text);
    }
    profile.to_string()
}

/// The days in use, year by year.
fn years(props: &SettingsProps) -> Html {
    let lang = props.lang;
    let year = |(year, _, days): &(String, String, Vec<String>)| {
        html! {
            <details key={year.clone()} data-year={year.clone()}>
                <summary>{ year }</summary>
                { for days.iter().zip(words::DAY_KINDS).map(|(days, (_, name))| html! {
                    <p class="t13"><b>{ name.get(lang) }</b>{ " " }{ days }</p>
                }) }
            </details>
        }
    };
    html! { <div class="years"><span class="muted t13">{ words::YEARS_IN_USE.get(lang) }</span>{ for props.years.iter().map(year) }</div> }
}

fn errors(props: &SettingsProps, place: &Place, problems: &[(String, String)], summary: &NodeRef) -> Html {
    if problems.is_empty() && props.refused.is_none() {
        return Html::default();
    }
    html! {
        <div ref={summary} class="esum" role="alert" tabindex="-1">
            <h2>{ icon(Icon::Error, "") }{ to_mend(props.lang, problems.len() + usize::from(props.refused.is_some())) }</h2>
            <ul>
                { for problems.iter().map(|(id, why)| html! { <li>{ jump(place, id.clone().into(), why) }</li> }) }
                { for props.refused.iter().map(|why| html! { <li>{ why }</li> }) }
            </ul>
        </div>
    }
}

/// A link to a part of this screen: the address names screens, so it only moves the focus.
fn jump(place: &Place, id: AttrValue, text: &str) -> Html {
    let place = place.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        if let Some(element) = place.by_id(&id) {
            element.scroll_into_view();
            crate::components::focus::focus(&element);
        }
    });
    html! { <a href="#/settings" {onclick}>{ text }</a> }
}

struct PartsProps<'p> {
    lang: Lang,
    place: &'p Place,
}

/// The groups of settings, on the left.
fn parts(props: &PartsProps<'_>) -> Html {
    let lang = props.lang;
    let rest = [
        ("layouts", crate::text_layouts::TITLE),
        ("passphrase", crate::text_passphrase::TITLE),
        ("local", words::LOCAL),
    ];
    let all = GROUPS.iter().map(|(key, title, _)| (*key, *title)).chain(rest);
    html! {
        <nav class="sidenav" aria-label={words::PARTS.get(lang)}>
            { for all.map(|(key, title)| jump(props.place, format!("sets-{key}").into(), title.get(lang))) }
        </nav>
    }
}
