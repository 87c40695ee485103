//! 台账: what is due, what left, and what became of it.

mod answer;
mod drawer;
mod sheet;
mod strip;
mod table;

pub use answer::{AnswerDialog, Entered};
pub use drawer::Drawer;
pub use sheet::{DossierSheetProps, dossier_sheet};
pub use strip::{DueStripProps, due_strip};
pub use table::LedgerTable;

use precheck_ledger::{LONG_TERM, Row, Status};
use precheck_session::api::Lang;
use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::text_ledger as words;

/// A status with its sign.
pub(super) fn status(lang: Lang, status: Status) -> Html {
    let sign = match status {
        Status::Gathered => Some((Icon::Ok, "ic-14 s-P")),
        Status::Rejected => Some((Icon::Error, "ic-14 s-E")),
        Status::Pending | Status::Exported => None,
    };
    html! {
        <span class="st">
            if let Some((sign, class)) = sign { { icon(sign, class) } }
            { status.label().get(lang) }
        </span>
    }
}

/// Days left with their sign, or that it is done.
pub(super) fn left(lang: Lang, row: &Row) -> Html {
    if !row.status.is_open() {
        return html! { <span class="muted">{ words::DONE.get(lang) }</span> };
    }
    let Some(left) = row.left else { return Html::default() };
    let text = words::left(lang, left);
    if row.is_overdue() {
        html! { <span class="st s-E">{ icon(Icon::Error, "ic-14") }{ text }</span> }
    } else if row.is_soon() {
        html! { <span class="st s-W">{ icon(Icon::Warning, "ic-14") }{ text }</span> }
    } else {
        html! { { text } }
    }
}

/// The end of publicity or validity.
pub(super) fn end(lang: Lang, row: &Row) -> Html {
    match row.entry.facts.publicity_end.as_str() {
        "" => html! { "—" },
        LONG_TERM => html! { { words::LONG_TERM.get(lang) } },
        day => html! {<>
            { day.to_owned() }
            if let Some(reminder) = row.reminder {
                { " " }<span class="s-W">{ words::reminder(lang, reminder) }</span>
            } else if row.expired {
                { " " }<span class="muted">{ words::EXPIRED.get(lang) }</span>
            }
        </>},
    }
}
