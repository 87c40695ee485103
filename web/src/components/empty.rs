//! A place without content: what is missing, and what to do.

use yew::prelude::*;

use super::icon::{Icon, icon};

/// What [`empty`] shows.
pub struct EmptyProps {
    /// Icon.
    pub icon: Icon,
    /// What is missing.
    pub title: AttrValue,
    /// What to do.
    pub text: AttrValue,
    /// Buttons.
    pub children: Html,
}

/// A place without content.
pub fn empty(props: &EmptyProps) -> Html {
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
