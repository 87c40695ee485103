//! 在线录入: the kind is chosen, then its form; what is saved comes into the table of the kind.

mod choice;
mod combobox;
mod date;
mod field;
mod like;
mod message;
mod side;
mod summary;

use std::rc::Rc;

use precheck_session::api::{FormField, FormGroup, KindView, Lang, Overview};
use web_sys::HtmlElement;
use yew::prelude::*;

use self::field::Field;
use self::like::LikeDialog;
use self::side::{SideProps, side};
use self::summary::{SUMMARY, Summary};
use crate::actions::Actions;
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::services::place::use_place;
use crate::state::{Action, Screen};
use crate::state_entry::Entry;
use crate::text_entry as words;

/// What [`EntryPage`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct EntryProps {
    /// Language.
    pub lang: Lang,
    /// Does what is asked for.
    pub actions: Actions,
    /// The form.
    pub entry: Rc<Entry>,
    /// Every kind.
    pub kinds: Rc<Vec<KindView>>,
    /// The state of the job.
    pub overview: Rc<Overview>,
}

/// 在线录入.
#[component]
pub fn EntryPage(props: &EntryProps) -> Html {
    let (lang, actions, entry) = (props.lang, &props.actions, &props.entry);
    let root = use_node_ref();
    let choosing = use_state_eq(|| false);
    use_effect_with((props.overview.revision, entry.saved.len()), {
        let actions = actions.clone();
        move |_| {
            if !actions.state().entry.saved.is_empty() {
                actions.entry_recount();
            }
        }
    });
    {
        // A fresh form begins at its first field, the choice of kinds at the first kind, once the worker named them.
        let root = root.clone();
        use_effect_with((entry.number, props.kinds.is_empty()), move |_| {
            if let Some(root) = root.cast::<HtmlElement>() {
                focus::focus_first(&root, ".fs input, .fs textarea, .kinds button");
            }
        });
    }
    let onkeydown = use_keys(actions.clone(), entry.form.is_some());
    let edits = entry.draft.row.is_some();
    let title = match &entry.form {
        Some(form) => words::heading(lang, &form.label, edits),
        None => words::TITLE.get(lang).to_owned(),
    };
    let lead = if entry.form.is_some() { words::LEAD } else { words::LEAD_KINDS };
    let has_records = entry.form.as_ref().is_some_and(|form| {
        props.overview.tables.iter().any(|t| t.kind == form.kind && t.totals.records > 0)
    });
    let back = {
        let (actions, open) = (actions.clone(), !props.overview.tables.is_empty());
        let to = if open { Screen::Check } else { Screen::Load };
        let label = if open { words::BACK_CHECK } else { words::BACK };
        let onclick = Callback::from(move |_: MouseEvent| actions.show(Action::Show(to)));
        html! { <button type="button" class="btn back" {onclick}>{ label.get(lang) }</button> }
    };
    let like = {
        let choosing = choosing.clone();
        Callback::from(move |_: MouseEvent| choosing.set(true))
    };
    let done = {
        let choosing = choosing.clone();
        Callback::from(move |()| choosing.set(false))
    };
    let other = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.entry_close())
    };
    html! {
        <ContextProvider<Actions> context={actions.clone()}>
        <section ref={root} class="view" aria-labelledby="entry-title" {onkeydown}>
            <div class="page entry">
                <div class="page-h">
                    <div>
                        <h1 id="entry-title" tabindex="-1">{ title }</h1>
                        <p>{ lead.get(lang) }</p>
                    </div>
                    <div class="btns">
                        if has_records && !edits {
                            <button type="button" class="btn like" onclick={like}>{ words::FROM_RECORD.get(lang) }</button>
                        }
                        if entry.form.is_some() && !edits {
                            <button type="button" class="btn other" onclick={other}>{ words::OTHER_KIND.get(lang) }</button>
                        }
                        { back }
                    </div>
                </div>
                <div class="form">
                    if entry.form.is_some() {
                        <div>
                            <Summary {lang} errors={entry.errors()} refusals={entry.refusals} />
                            { form(props) }
                        </div>
                    } else {
                        { kinds(props) }
                    }
                    { side(&SideProps { lang, actions: actions.clone(), entry: entry.clone() }) }
                </div>
            </div>
            if let Some(form) = entry.form.as_ref().filter(|_| *choosing) {
                <LikeDialog {lang} actions={actions.clone()} kind={form.kind.clone()} on_close={done} />
            }
        </section>
        </ContextProvider<Actions>>
    }
}

/// The keys of the form. None of them acts while an input method composes.
#[hook]
fn use_keys(actions: Actions, open: bool) -> Callback<KeyboardEvent> {
    let place = use_place();
    Callback::from(move |event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 || !open {
            return;
        }
        let ctrl = event.ctrl_key() || event.meta_key();
        match (event.key().as_str(), ctrl, event.alt_key()) {
            ("Enter", true, false) => actions.entry_save(true, false),
            ("s" | "S", true, false) => actions.entry_save(false, false),
            ("e" | "E", false, true) => {
                if let Some(summary) = place.by_id(SUMMARY) {
                    focus::focus(&summary);
                }
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

fn kinds(props: &EntryProps) -> Html {
    let lang = props.lang;
    let kind = |kind: &KindView| {
        let (actions, key) = (props.actions.clone(), kind.key.clone());
        let onclick = Callback::from(move |_: MouseEvent| actions.entry_begin(key.clone()));
        let required: Vec<String> = kind
            .columns
            .iter()
            .filter(|column| column.required)
            .map(|column| column.label.clone())
            .take(5)
            .collect();
        html! {
            <li key={kind.key.clone()}>
                <button type="button" class="card way" data-kind={kind.key.clone()} {onclick}>
                    <span class="wayr">
                        { icon(Icon::Form, "") }
                        <span><b>{ &kind.label }</b><span class="c">{ crate::text_pages::listed(lang, &required) }{ "…" }</span></span>
                    </span>
                </button>
            </li>
        }
    };
    html! { <ul class="kinds">{ for props.kinds.iter().map(kind) }</ul> }
}

fn form(props: &EntryProps) -> Html {
    let (lang, actions, entry) = (props.lang, &props.actions, &props.entry);
    let Some(form) = &entry.form else { return Html::default() };
    let save = |next: bool, anyway: bool| {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.entry_save(next, anyway))
    };
    let edits = entry.draft.row.is_some();
    let clear = {
        let (actions, kind) = (actions.clone(), form.kind.clone());
        Callback::from(move |_: MouseEvent| actions.entry_begin(kind.clone()))
    };
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form key={entry.number} class="card" novalidate={true} {onsubmit} data-area="form">
            { for form.groups.iter().map(|group| self::group(props, group)) }
            <div class="actbar">
                if edits {
                    <button type="button" class="btn pri save" onclick={save(false, false)}>{ words::SAVE_CHANGES.get(lang) }</button>
                } else {
                    <button type="button" class="btn pri next" onclick={save(true, false)}>{ words::SAVE_NEXT.get(lang) }</button>
                    <button type="button" class="btn save" onclick={save(false, false)}>{ words::SAVE.get(lang) }</button>
                }
                if entry.refusals > 0 {
                    <button type="button" class="btn keep" title={words::KEEP_HINT.get(lang)} onclick={save(!edits, true)}>
                        { words::KEEP.get(lang) }
                    </button>
                }
                if !edits {
                    <button type="button" class="btn quiet clear" onclick={clear}>{ words::CLEAR.get(lang) }</button>
                    <span class="sp muted t13 keys"><kbd>{ "Ctrl+↵" }</kbd>{ words::SAVE_NEXT.get(lang) }</span>
                }
            </div>
        </form>
    }
}

fn group(props: &EntryProps, group: &FormGroup) -> Html {
    let (lang, entry) = (props.lang, &props.entry);
    let field = |field: &FormField| {
        let key = field.schema.field.clone();
        let confirmed = entry.draft.confirmed.iter().filter(|(of, ..)| *of == key);
        html! {
            <Field key={key.clone()} {lang} actions={props.actions.clone()} field={field.clone()}
                value={entry.draft.values.get(&key).cloned().unwrap_or_default()} proposed={entry.is_proposed(&key)}
                reading={entry.said.readings.get(&key).cloned().map(AttrValue::from)} findings={entry.findings(&key)}
                confirmed={confirmed.map(|(_, rule, reason)| (rule.clone(), reason.clone())).collect::<Vec<_>>()} />
        }
    };
    let title = format!("entry-group-{}", group.key);
    html! {
        <div key={group.key.clone()} role="group" aria-labelledby={title.clone()} class="family">
            <h2 id={title}>{ &group.label }</h2>
            <div class="fs">{ for group.fields.iter().map(field) }</div>
        </div>
    }
}
