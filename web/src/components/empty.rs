//! A place without content: what is missing, and what to do.

use yew::prelude::*;

use super::icon::{Icon, icon};

/// What [`Empty`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct EmptyProps {
    /// Icon.
    pub icon: Icon,
    /// What is missing.
    pub title: AttrValue,
    /// What to do.
    #[prop_or_default]
    pub text: AttrValue,
    /// Buttons.
    #[prop_or_default]
    pub children: Html,
}

/// A place without content.
#[component]
pub fn Empty(props: &EmptyProps) -> Html {
    html! {
        <div class="empty">
            { icon(props.icon, "ic-32") }
            <p class="b">{ &props.title }</p>
            if !props.text.is_empty() {
                <p class="muted t13">{ &props.text }</p>
            }
            { props.children.clone() }
        </div>
    }
}
