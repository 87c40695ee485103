//! The undo toast: it says what was done, offers to take it back, and goes after a while.

use gloo::timers::callback::Timeout;
use precheck_session::api::Lang;
use yew::prelude::*;

use crate::text_pages::common;

/// How long a toast stays, in milliseconds.
pub const TOAST_MILLIS: u32 = 8_000;

/// What a toast says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToastText {
    /// Grows with every toast, so that the same words said twice are two toasts.
    pub id: u64,
    /// What was done.
    pub text: AttrValue,
    /// Whether it can be taken back.
    pub undo: bool,
}

/// What [`toasts`] shows.
pub struct ToastsProps {
    /// Language.
    pub lang: Lang,
    /// The toast; none: nothing is shown, but the live region is there.
    pub toast: Option<ToastText>,
    /// The toast's undo button.
    pub on_undo: Callback<()>,
    /// The toast's time is over, or it was used: it carries the toast's id.
    pub on_gone: Callback<u64>,
    /// How long it stays, in milliseconds.
    pub millis: u32,
}

/// The place of the toast. It is a live region and must be rendered before the first toast.
pub fn toasts(props: &ToastsProps) -> Html {
    html! {
        <div role="status" aria-live="polite">
            if let Some(toast) = &props.toast {
                <Toast key={toast.id} lang={props.lang} toast={toast.clone()} on_undo={props.on_undo.clone()}
                    on_gone={props.on_gone.clone()} millis={props.millis} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq, Clone)]
struct ToastProps {
    lang: Lang,
    toast: ToastText,
    on_undo: Callback<()>,
    on_gone: Callback<u64>,
    millis: u32,
}

#[component]
fn Toast(props: &ToastProps) -> Html {
    // The pointer and the focus hold it each on its own.
    let hovered = use_state_eq(|| false);
    let focused = use_state_eq(|| false);
    let held = *hovered || *focused;
    use_effect_with((props.toast.id, held, props.millis), {
        let gone = props.on_gone.clone();
        move |&(id, held, millis)| {
            let timer = (!held).then(|| Timeout::new(millis, move || gone.emit(id)));
            move || drop(timer)
        }
    });
    let set = |state: &UseStateHandle<bool>, value: bool| {
        let state = state.clone();
        move || state.set(value)
    };
    let (enter, leave) = (set(&hovered, true), set(&hovered, false));
    let (focus, blur) = (set(&focused, true), set(&focused, false));
    let undo = {
        let (on_undo, on_gone, id) = (props.on_undo.clone(), props.on_gone.clone(), props.toast.id);
        Callback::from(move |_: MouseEvent| {
            on_undo.emit(());
            on_gone.emit(id);
        })
    };
    html! {
        <div class="toast" onmouseenter={move |_| enter()} onmouseleave={move |_| leave()}
            onfocusin={move |_| focus()} onfocusout={move |_| blur()}>
            <span>{ &props.toast.text }</span>
            if props.toast.undo {
                <button type="button" onclick={undo}>{ common::UNDO.get(props.lang) }</button>
            }
        </div>
    }
}
