//! A field for a passphrase.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Icon, icon};

/// What [`Secret`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct SecretProps {
    /// Id of the field.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// A line below the label; empty: none.
    #[prop_or_default]
    pub help: AttrValue,
    /// What is wrong with it; none: nothing.
    #[prop_or_default]
    pub wrong: Option<AttrValue>,
    /// The field itself, to be read.
    pub node: NodeRef,
    /// Whether a new passphrase is written here; else the one that holds.
    #[prop_or_default]
    pub fresh: bool,
    /// Whether it takes the focus when its dialog opens.
    #[prop_or_default]
    pub first: bool,
    /// Enter was pressed.
    pub on_enter: Callback<()>,
}

/// The field.
#[component]
pub fn Secret(props: &SecretProps) -> Html {
    let onkeydown = {
        let on_enter = props.on_enter.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                // It may stand in a form that means something else.
                event.prevent_default();
                on_enter.emit(());
            }
        })
    };
    let (help, wrong) = (format!("{}-help", props.id), format!("{}-wrong", props.id));
    let described = match (&props.wrong, props.help.is_empty()) {
        (Some(_), _) => Some(wrong.clone()),
        (None, false) => Some(help.clone()),
        (None, true) => None,
    };
    html! {
        <div class={classes!("fld", props.wrong.is_some().then_some("err"))}>
            <label for={props.id.clone()}>{ &props.label }</label>
            if !props.help.is_empty() { <p class="hint" id={help}>{ &props.help }</p> }
            if let Some(text) = &props.wrong {
                <p class="emsg" id={wrong} role="alert">{ icon(Icon::Error, "") }{ text }</p>
            }
            <input ref={props.node.clone()} id={props.id.clone()} type="password" class="inp" {onkeydown}
                autocomplete={if props.fresh { "new-password" } else { "current-password" }}
                aria-invalid={props.wrong.is_some().then_some("true")} aria-describedby={described}
                data-autofocus={props.first.then_some("")} />
        </div>
    }
}

/// What stands in the field.
pub fn written(node: &NodeRef) -> String {
    node.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}
