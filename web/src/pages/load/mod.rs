//! 载入: files and pasted text in; while they are read, how far; then what of them was read and what not.

mod blanks;
mod paste;
mod reading;
mod reread;
mod result;
mod side;

pub use blanks::BlankForm;
pub use reading::ReadingView;

use std::rc::Rc;

use precheck_session::api::{KindView, Lang, Overview, SourceOptions, Text};
use web_sys::{File, HtmlElement};
use yew::prelude::*;

use crate::components::drop_zone::{DropZoneProps, drop_zone, use_file_drag};
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::services::place::use_place;
use crate::text_entry;
use crate::text_pages::load as words;
use blanks::{BlanksProps, blanks};
use paste::{PasteDialog, use_paste};
use reading::{ReadingProps, reading};
use result::{LoadResultProps, load_result};
use side::{SideProps, side};

/// What the screen is at.
#[derive(Debug, Clone, PartialEq)]
pub enum LoadState {
    /// It waits for files.
    Empty,
    /// Files are being read and judged.
    Reading(ReadingView),
    /// They were read: what became of each.
    Read(Rc<Overview>),
}

impl LoadState {
    /// Tells the three apart.
    fn stage(&self) -> u8 {
        match self {
            Self::Empty => 0,
            Self::Reading(_) => 1,
            Self::Read(_) => 2,
        }
    }
}

/// What [`LoadPage`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct LoadProps {
    /// Language.
    pub lang: Lang,
    /// Every kind with its fields, for the blank templates.
    pub kinds: Rc<Vec<KindView>>,
    /// What the screen is at.
    pub state: LoadState,
    /// Why the last step did not succeed, in words; nothing of it was kept.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// The batch that is open already, in words (name and records); loading replaces it.
    #[prop_or_default]
    pub open_job: Option<AttrValue>,
    /// The batch that is open already: its sources are listed below the drop area, so that an encoding or a
    /// mapping can still be changed after a look at the rows.
    #[prop_or_default]
    pub opened: Option<Rc<Overview>>,
    /// What stands above the cards on the right.
    #[prop_or_default]
    pub before: Html,
    /// What stands below the cards on the right.
    #[prop_or_default]
    pub aside: Html,
    /// For so many days drafts are kept on this computer; none: the browser keeps nothing.
    #[prop_or_default]
    pub kept_days: Option<u32>,
    /// Files were dropped, chosen or pasted.
    pub on_files: Callback<Vec<File>>,
    /// A table was pasted as text.
    pub on_text: Callback<String>,
    /// The built-in sample.
    pub on_sample: Callback<()>,
    /// Records are to be typed in.
    #[prop_or_default]
    pub on_entry: Callback<()>,
    /// A blank template of a kind (its key) is to be saved.
    pub on_blank: Callback<(AttrValue, BlankForm)>,
    /// Reading is to stop.
    pub on_cancel: Callback<()>,
    /// On to checking.
    pub on_check: Callback<()>,
    /// The batch is to be thrown away.
    pub on_discard: Callback<()>,
    /// The columns of a sheet are to be settled: index of the source, index of the sheet in its file.
    pub on_map: Callback<(usize, usize)>,
    /// A text file is to be read with another encoding or separator: index of the source, and the options of
    /// which only these two are filled in.
    pub on_reread: Callback<(usize, SourceOptions)>,
}

/// Where the focus was taken away with a button, it goes to the part of the screen that took its place.
#[hook]
fn use_focus_follows(screen: NodeRef, stage: u8) {
    let place = use_place();
    use_effect_with(stage, move |_| {
        let Some(screen) = screen.cast::<HtmlElement>() else { return };
        let lost = focus::active(&screen).is_none_or(|active| active.tag_name() == "BODY");
        if lost && place.may_take_focus() {
            focus::focus_first(&screen, "[data-focus]");
        }
    });
}

/// The screen.
#[component]
pub fn LoadPage(props: &LoadProps) -> Html {
    let lang = props.lang;
    let screen = use_node_ref();
    let pasting = use_state_eq(|| false);
    let taking = props.state.stage() != 1;
    use_focus_follows(screen.clone(), props.state.stage());
    use_paste(taking && !*pasting, props.on_files.clone(), props.on_text.clone());
    let drag = {
        let on_files = props.on_files.clone();
        use_file_drag(Callback::from(move |files| {
            // While files are read, others wait: nothing is dropped on them.
            if taking {
                on_files.emit(files);
            }
        }))
    };
    let open_paste = {
        let pasting = pasting.clone();
        Callback::from(move |()| pasting.set(true))
    };
    let close_paste = {
        let pasting = pasting.clone();
        Callback::from(move |()| pasting.set(false))
    };
    let main = match &props.state {
        LoadState::Empty => html! {<>
            { drop_zone(&DropZoneProps {
                lang, drag: drag.drag, on_files: props.on_files.clone(), on_paste: open_paste,
            }) }
            { ways(props) }
            if let Some(overview) = &props.opened { { result(props, overview, true) } }
        </>},
        LoadState::Reading(view) => {
            reading(&ReadingProps { lang, view: view.clone(), on_cancel: props.on_cancel.clone() })
        }
        LoadState::Read(overview) => result(props, overview, false),
    };
    html! {
        <section ref={screen} class="view" aria-labelledby="load-title" ondragenter={drag.over.clone()}
            ondragover={drag.over} ondragleave={drag.leave} ondrop={drag.drop}>
            <div class="page">
                <div class="page-h"><div>
                    <h1 id="load-title" tabindex="-1">{ words::TITLE.get(lang) }</h1>
                    <p>{ words::LEAD.get(lang) }</p>
                </div></div>
                <div class="cols load">
                    <div class="stack">
                        { problem(props) }
                        { open_job(props) }
                        { main }
                        { blanks(&BlanksProps {
                            lang, kinds: props.kinds.clone(), on_blank: props.on_blank.clone(),
                        }) }
                    </div>
                    { side(&SideProps {
                        lang, before: props.before.clone(), aside: props.aside.clone(),
                        days: props.kept_days,
                    }) }
                </div>
            </div>
            if *pasting {
                <PasteDialog {lang} on_text={props.on_text.clone()} on_close={close_paste} />
            }
        </section>
    }
}

fn problem(props: &LoadProps) -> Html {
    match &props.problem {
        Some(problem) => html! {
            <div class="note E" role="alert">{ icon(Icon::Error, "") }<div>{ problem }</div></div>
        },
        None => Html::default(),
    }
}

fn open_job(props: &LoadProps) -> Html {
    let lang = props.lang;
    match &props.open_job {
        Some(job) if props.state == LoadState::Empty => html! {
            <div class="note">
                { icon(Icon::File, "") }
                <div><b>{ words::OPEN_JOB.get(lang) }{ " · " }{ job }</b><br />{ words::REPLACES.get(lang) }</div>
                <button type="button" class="btn sm sp" onclick={props.on_check.reform(|_| ())}>
                    { words::CONTINUE.get(lang) }{ icon(Icon::Arrow, "tail") }
                </button>
            </div>
        },
        _ => Html::default(),
    }
}

/// The other ways to begin.
fn ways(props: &LoadProps) -> Html {
    let lang = props.lang;
    let way = |class: &'static str, sign: Icon, title: Text, hint: Text, on_go: &Callback<()>| {
        html! {
            <button type="button" class={classes!("card", "way", class)} onclick={on_go.reform(|_| ())}>
                <span class="wayr">
                    { icon(sign, "") }
                    <span><b>{ title.get(lang) }</b><span class="c">{ hint.get(lang) }</span></span>
                </span>
            </button>
        }
    };
    html! {
        <div class="cols ways two">
            { way("to-entry", Icon::Form, text_entry::TITLE, text_entry::HINT, &props.on_entry) }
            { way("to-sample", Icon::Grid, words::SAMPLE, words::SAMPLE_HINT, &props.on_sample) }
        </div>
    }
}

/// What became of the sources; `bare`: of a batch that is open already.
fn result(props: &LoadProps, overview: &Rc<Overview>, bare: bool) -> Html {
    load_result(&LoadResultProps {
        lang: props.lang,
        overview: overview.clone(),
        bare,
        on_files: props.on_files.clone(),
        on_check: props.on_check.clone(),
        on_map: props.on_map.clone(),
        on_discard: props.on_discard.clone(),
        on_reread: props.on_reread.clone(),
    })
}
