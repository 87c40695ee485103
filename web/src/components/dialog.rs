//! A modal dialog: it takes the focus, keeps it, closes on Esc and gives the focus back.

use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use precheck_session::api::Lang;

use super::focus;
use super::icon::{Icon, icon};
use crate::text_pages::common;

/// How wide a dialog is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DialogSize {
    /// 520 px: a question.
    Small,
    /// 820 px.
    #[default]
    Middle,
    /// 980 px: a table.
    Large,
}

impl DialogSize {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Small => Some("w-s"),
            Self::Middle => None,
            Self::Large => Some("w-l"),
        }
    }
}

/// What a [`Dialog`] shows. It is open while it is rendered.
#[derive(Properties, PartialEq, Clone)]
pub struct DialogProps {
    /// Language.
    pub lang: Lang,
    /// Heading.
    pub title: AttrValue,
    /// Id of the heading; unique among open dialogs.
    pub id: AttrValue,
    /// Esc, the cross, or a click beside the dialog.
    pub on_close: Callback<()>,
    /// How wide it is.
    #[prop_or_default]
    pub size: DialogSize,
    /// Its body. The element with `data-autofocus` gets the focus; else the first that can take it.
    #[prop_or_default]
    pub children: Html,
    /// Buttons at its foot.
    #[prop_or_default]
    pub footer: Html,
}

/// Tab stays inside: from the last element to the first and back.
fn keep_focus(dialog: &HtmlElement, event: &KeyboardEvent) {
    let stops = focus::reachable(dialog);
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else {
        event.prevent_default();
        return;
    };
    let active = focus::active(dialog);
    let at = |element: &HtmlElement| active.as_ref() == Some(element);
    let outside = !stops.iter().any(at);
    let to = if event.shift_key() && (at(first) || outside) {
        last
    } else if !event.shift_key() && (at(last) || outside) {
        first
    } else {
        return;
    };
    event.prevent_default();
    focus::focus(to);
}

/// Gives the focus to what the dialog wants focused, else to the dialog itself, so that its keys work; says whether
/// it is where it belongs.
fn take_focus(dialog: &HtmlElement) -> bool {
    if focus::focus_first(dialog, "[data-autofocus]:not([disabled])") {
        return true;
    }
    // What it wants cannot take the focus yet: a button that waits for what it acts on.
    if dialog.query_selector("[data-autofocus]").ok().flatten().is_some() {
        focus::focus(dialog);
        return false;
    }
    // The cross in the head comes last: it is what one wants least.
    let stops = focus::reachable(dialog);
    focus::focus(stops.get(1).or(stops.first()).unwrap_or(dialog));
    true
}

#[hook]
fn use_focus_inside(node: NodeRef) {
    let settled = use_mut_ref(|| false);
    {
        let (node, settled) = (node.clone(), settled.clone());
        use_effect_with((), move |()| {
            let dialog = node.cast::<HtmlElement>();
            let before = dialog.as_ref().and_then(|dialog| focus::active(dialog));
            if let Some(dialog) = &dialog {
                *settled.borrow_mut() = take_focus(dialog);
            }
            move || {
                if let Some(before) = before.filter(|before| before.is_connected()) {
                    focus::focus(&before);
                }
            }
        });
    }
    // What it shows may come later, or go while it has the focus: the keys of the dialog must work all the same.
    use_effect(move || {
        if let Some(dialog) = node.cast::<HtmlElement>() {
            let active = focus::active(&dialog);
            let inside = active.as_ref().is_some_and(|active| dialog.contains(Some(active)));
            let waits = !*settled.borrow() && active.as_ref() == Some(&dialog);
            if waits || !inside {
                *settled.borrow_mut() = take_focus(&dialog);
            }
        }
    });
}

/// A modal dialog.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    use_focus_inside(node.clone());
    let close = props.on_close.reform(|_: MouseEvent| ());
    let onkeydown = {
        let (node, on_close) = (node.clone(), props.on_close.clone());
        Callback::from(move |event: KeyboardEvent| {
            // The screen behind must not act on keys of the dialog.
            event.stop_propagation();
            match event.key().as_str() {
                "Escape" if !event.is_composing() => {
                    event.prevent_default();
                    on_close.emit(());
                }
                "Tab" => {
                    if let Some(dialog) = node.cast::<HtmlElement>() {
                        keep_focus(&dialog, &event);
                    }
                }
                _ => {}
            }
        })
    };
    html! {<>
        <div class="scrim" onclick={close.clone()}></div>
        <div ref={node} class={classes!("dlg", props.size.class())} role="dialog" aria-modal="true"
            aria-labelledby={&props.id} tabindex="-1" {onkeydown}>
            <header>
                <h2 id={&props.id}>{ &props.title }</h2>
                <button type="button" class="ibtn" aria-label={common::CLOSE.get(props.lang)} onclick={close}>
                    { icon(Icon::Close, "") }
                </button>
            </header>
            <div class="body">{ props.children.clone() }</div>
            if props.footer != Html::default() {
                <footer>{ props.footer.clone() }</footer>
            }
        </div>
    </>}
}
