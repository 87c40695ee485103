//! The error summary: it takes the focus when saving is refused, and leads to the fields.

use precheck_session::api::{FindingReport, Lang};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::field::{focus_editor, id_of};
use crate::components::focus;
use crate::components::icon::{Icon, icon};
use crate::services::place::use_place;
use crate::text_entry as words;

/// Its id.
pub(super) const SUMMARY: &str = "entry-errors";

/// What [`Summary`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct SummaryProps {
    pub(super) lang: Lang,
    pub(super) errors: Vec<FindingReport>,
    /// Grows with every refusal: the summary takes the focus.
    pub(super) refusals: u32,
}

/// The summary.
#[component]
pub(super) fn Summary(props: &SummaryProps) -> Html {
    let node = use_node_ref();
    let place = use_place();
    {
        let node = node.clone();
        use_effect_with(props.refusals, move |refusals| {
            if let Some(summary) = node.cast::<HtmlElement>().filter(|_| *refusals > 0) {
                focus::focus(&summary);
                summary.scroll_into_view();
            }
        });
    }
    if props.errors.is_empty() {
        return Html::default();
    }
    let line = |finding: &FindingReport| {
        let field = finding.field.clone().unwrap_or_default();
        let (place, to) = (place.clone(), field.clone());
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            focus_editor(&place, &to);
        });
        html! { <li><a href={format!("#{}", id_of(&field))} {onclick}>{ &finding.message }</a></li> }
    };
    html! {
        <div ref={node} id={SUMMARY} class="esum" role="alert" tabindex="-1" aria-labelledby="entry-errors-title">
            <h2 id="entry-errors-title">{ icon(Icon::Error, "") }{ words::to_mend(props.lang, props.errors.len()) }</h2>
            <ul>{ for props.errors.iter().map(line) }</ul>
        </div>
    }
}
