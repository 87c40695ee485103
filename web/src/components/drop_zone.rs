//! The area that files are dropped on, with its buttons.

use precheck_session::api::Lang;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, File};
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::picker::{chosen, files_of, opens};
use crate::text_pages::load as words;

/// What the file picker offers first. What a file is, its content says: this is only a help.
const ACCEPT: &str = ".xlsx,.xlsm,.xls,.et,.ods,.csv,.tsv,.txt,.xml,.htm,.html";

/// Media types that are certainly no table.
const NO_TABLES: [&str; 7] = [
    "image/",
    "video/",
    "audio/",
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
    "application/vnd.openxmlformats-officedocument.presentationml",
];

/// What hangs over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drag {
    /// Nothing.
    #[default]
    None,
    /// Files of which some may be tables.
    Files,
    /// Files of which none is a table.
    NoTables,
}

/// Whether a media type is certainly no table. Many tables come without a type or with a wrong one.
#[must_use]
pub fn is_no_table(media_type: &str) -> bool {
    NO_TABLES.iter().any(|prefix| media_type.starts_with(prefix))
}

fn drag_of(data: &DataTransfer) -> Drag {
    let items = data.items();
    let files: Vec<_> =
        (0..items.length()).filter_map(|at| items.get(at)).filter(|item| item.kind() == "file").collect();
    if files.is_empty() {
        Drag::None
    } else if files.iter().all(|item| is_no_table(&item.type_())) {
        Drag::NoTables
    } else {
        Drag::Files
    }
}

/// Handlers of a whole screen that takes dropped files.
#[derive(Clone)]
pub struct FileDrag {
    /// What hangs over the screen.
    pub drag: Drag,
    /// For `ondragenter` and `ondragover`.
    pub over: Callback<DragEvent>,
    /// For `ondragleave`.
    pub leave: Callback<DragEvent>,
    /// For `ondrop`.
    pub drop: Callback<DragEvent>,
}

/// Takes dropped files: the whole screen is the target, so that no drop beside the area opens the file instead.
#[hook]
pub fn use_file_drag(on_files: Callback<Vec<File>>) -> FileDrag {
    let drag = use_state_eq(Drag::default);
    let over = {
        let drag = drag.clone();
        Callback::from(move |event: DragEvent| {
            let Some(data) = event.data_transfer() else { return };
            let now = drag_of(&data);
            if now != Drag::None {
                event.prevent_default();
                data.set_drop_effect(if now == Drag::NoTables { "none" } else { "copy" });
            }
            drag.set(now);
        })
    };
    let leave = {
        let drag = drag.clone();
        // Moving from one element of the screen to another leaves the first: only leaving it wholly counts.
        Callback::from(move |event: DragEvent| {
            let inside = |to: web_sys::EventTarget| {
                let screen =
                    event.current_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
                screen.is_some_and(|screen| screen.contains(to.dyn_ref()))
            };
            if !event.related_target().is_some_and(inside) {
                drag.set(Drag::None);
            }
        })
    };
    let drop = {
        let drag = drag.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            drag.set(Drag::None);
            let files = files_of(event.data_transfer().and_then(|data| data.files()));
            if !files.is_empty() {
                on_files.emit(files);
            }
        })
    };
    FileDrag { drag: *drag, over, leave, drop }
}

/// A button that opens the file picker.
#[derive(Properties, PartialEq, Clone)]
pub struct ChooseFilesProps {
    /// What the button says.
    pub label: AttrValue,
    /// Classes of the button.
    #[prop_or_default]
    pub class: Classes,
    /// The chosen files.
    pub on_files: Callback<Vec<File>>,
}

/// A button that opens the file picker. Its field takes no focus of its own.
#[component]
pub fn ChooseFiles(props: &ChooseFilesProps) -> Html {
    let input = use_node_ref();
    let open = opens(&input);
    let onchange = {
        let on_files = props.on_files.clone();
        Callback::from(move |event: Event| {
            let files = chosen(&event);
            if !files.is_empty() {
                on_files.emit(files);
            }
        })
    };
    html! {<>
        <button type="button" class={props.class.clone()} onclick={open}>
            { icon(Icon::File, "") }{ &props.label }
        </button>
        <input ref={input} class="vh" type="file" multiple=true accept={ACCEPT} tabindex="-1" aria-hidden="true"
            {onchange} />
    </>}
}

/// What a [`drop_zone`] shows.
pub struct DropZoneProps {
    /// Language.
    pub lang: Lang,
    /// What hangs over the screen.
    pub drag: Drag,
    /// The chosen files.
    pub on_files: Callback<Vec<File>>,
    /// Opens the paste dialog.
    pub on_paste: Callback<()>,
}

/// The area that files are dropped on.
pub fn drop_zone(props: &DropZoneProps) -> Html {
    let lang = props.lang;
    let (state, title) = match props.drag {
        Drag::None => (None, words::DROP),
        Drag::Files => (Some("over"), words::DROP_NOW),
        Drag::NoTables => (Some("no"), words::DROP_NOT),
    };
    html! {
        <div class={classes!("drop", state)}>
            { icon(if props.drag == Drag::NoTables { Icon::Error } else { Icon::Upload }, "ic-32") }
            <h2><span role="status">{ title.get(lang) }</span></h2>
            <p>{ words::TAKES.get(lang) }{ " " }<kbd>{ "Ctrl+V" }</kbd>{ words::TAKES_PASTE.get(lang) }</p>
            <div class="btns">
                <ChooseFiles label={words::CHOOSE.get(lang)} class={classes!("btn", "pri", "lg")}
                    on_files={props.on_files.clone()} />
                <button type="button" class="btn lg" onclick={props.on_paste.reform(|_| ())}>
                    { icon(Icon::Paste, "") }{ words::PASTE.get(lang) }
                </button>
            </div>
            <p class="fine">{ words::BOUNDS.get(lang) }</p>
        </div>
    }
}
