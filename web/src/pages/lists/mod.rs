//! 名单核查: enterprises compared with the lists that are loaded.

mod data;
mod results;
mod sheet;
mod which;

pub use sheet::sheet;
pub(crate) use which::choice;

use std::rc::Rc;

use precheck_ledger::lists::{Check, Loaded, lines};
use precheck_session::api::Lang;
use web_sys::{File, HtmlTextAreaElement};
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::components::picker::chosen;
use crate::text_lists as words;

/// What is done on the screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// The enterprises were typed.
    Type(String),
    /// They are checked.
    Start,
    /// Enterprises of the open batch are taken.
    Bring,
    /// Files are loaded.
    Load(Vec<File>),
    /// The result is saved.
    Export,
    /// How lists are updated is shown or hidden.
    Methods,
    /// The list with this key has data of another day, as it was typed.
    Day(String, String),
    /// The list with this key is loaded no longer.
    Remove(String),
    /// The question with this id is answered.
    Judge(String, bool),
    /// The answer to the question with this id is taken back.
    TakeBack(String),
    /// The file that waits is the list that is chosen in the dialog.
    Which,
    /// The file that waits is not loaded.
    Skip,
    /// More enterprises are shown.
    More,
}

/// Does it.
pub type Doer = Rc<dyn Fn(Deed)>;

/// A callback that does a deed.
fn does<E>(doer: &Doer, deed: Deed) -> Callback<E> {
    let doer = doer.clone();
    Callback::from(move |_: E| doer(deed.clone()))
}

/// What [`lists_page`] shows.
pub struct ListsProps<'p> {
    /// Language.
    pub lang: Lang,
    /// Does what is asked for.
    pub doer: Doer,
    /// What is typed.
    pub typed: &'p str,
    /// Lists.
    pub loaded: &'p [Loaded],
    /// What came of the check; the state of the lists always.
    pub check: &'p Check,
    /// When it was made; empty: not yet.
    pub at: &'p str,
    /// Lines that were not read.
    pub unread: &'p [String],
    /// Enterprises that are shown.
    pub shown: usize,
    /// Whether it is shown how lists are updated.
    pub methods: bool,
    /// A file that does not say which list it is: its name, entries, whether nothing was chosen.
    pub waiting: Option<(&'p str, usize, bool)>,
}

/// 名单核查.
pub fn lists_page(props: &ListsProps) -> Html {
    let (lang, doer) = (props.lang, &props.doer);
    let load = {
        let doer = doer.clone();
        Callback::from(move |event: Event| doer(Deed::Load(chosen(&event))))
    };
    let checked = !props.at.is_empty();
    html! {
        <section class="view lists" aria-labelledby="lists-title">
            <div class="page">
                <div class="page-h" data-area="lists-tools">
                    <div><h1 id="lists-title">{ words::TITLE.get(lang) }</h1><p>{ words::LEAD.get(lang) }</p></div>
                    <div class="btns">
                        <label class="btn filebtn"><input type="file" class="vh lists-file" multiple=true
                            accept=".xlsx,.xls,.ods,.csv,.txt" onchange={load} aria-label={words::LOAD.get(lang)} />
                            { icon(Icon::Upload, "") }<span>{ words::LOAD.get(lang) }</span></label>
                        <button type="button" class={classes!("btn", "lists-export", checked.then_some("pri"))} disabled={!checked}
                            onclick={does(doer, Deed::Export)}>{ icon(Icon::Download, "") }{ words::EXPORT.get(lang) }</button>
                    </div>
                </div>
                <div class="cols two">
                    <div class="stack">{ subjects(props) }{ data::data(props) }</div>
                    <div class="stack">
                        if let Some(warning) = words::warning(lang, props.check) {
                            <div class="note W lists-warning">{ icon(Icon::Warning, "") }<span>{ warning }</span></div>
                        }
                        if !props.unread.is_empty() {
                            <div class="note W lists-unread">{ icon(Icon::Warning, "") }<span>{ words::unread(lang, props.unread) }</span></div>
                        }
                        { results::results(props) }
                        <div class="card"><div class="body">
                            <p class="plan"><b>{ words::LAW.get(lang) }</b><br />{ words::LAW_TEXT.get(lang) }</p>
                            <p class="t13 muted">{ words::LAW_LIMIT.get(lang) }</p>
                        </div></div>
                    </div>
                </div>
            </div>
            { which::which(props) }
        </section>
    }
}

/// The enterprises to check.
fn subjects(props: &ListsProps) -> Html {
    let (lang, doer) = (props.lang, &props.doer);
    let oninput = {
        let doer = doer.clone();
        Callback::from(move |event: InputEvent| {
            doer(Deed::Type(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
        })
    };
    let count = lines(props.typed).0.len();
    html! {
        <div class="card" data-area="lists-subjects">
            <header><h2>{ words::SUBJECTS.get(lang) }</h2><span class="sp muted t13">{ words::count(lang, count) }</span></header>
            <div class="body">
                <label class="vh" for="lists-text">{ words::FIELD.get(lang) }</label>
                <textarea class="inp mono t13" id="lists-text" rows="5" value={props.typed.to_owned()} {oninput}
                    spellcheck="false" aria-describedby="lists-hint" />
                <p class="t12 muted hint" id="lists-hint">{ words::FIELD_HINT.get(lang) }</p>
                <div class="btns">
                    <button type="button" class="btn pri lists-start" onclick={does(doer, Deed::Start)}>{ words::START.get(lang) }</button>
                    <button type="button" class="btn lists-bring" onclick={does(doer, Deed::Bring)}>{ icon(Icon::List, "") }{ words::BRING.get(lang) }</button>
                </div>
            </div>
        </div>
    }
}
