//! What leads from the current row of the grid into the form.

use std::rc::Rc;

use precheck_session::api::Lang;
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::icon::{Icon, icon};
use crate::state::Cell;
use crate::text_entry as words;

/// What [`row_deeds`] show.
pub struct RowDeedsProps {
    /// Language.
    pub lang: Lang,
    /// Does what is asked for.
    pub actions: Actions,
    /// Index of the table that is shown.
    pub table: usize,
    /// The current cell.
    pub cell: Option<Rc<Cell>>,
}

/// 修改整条 and 照此新增.
pub fn row_deeds(props: &RowDeedsProps) -> Html {
    let deed = |label: precheck_session::api::Text, class: &'static str, sign: Icon, copy: bool| {
        let (actions, table, row) =
            (props.actions.clone(), props.table, props.cell.as_ref().map(|cell| cell.row));
        let label = label.get(props.lang);
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(row) = row {
                actions.entry_from(table, row, copy);
            }
        });
        let title = if row.is_some() {
            label.to_owned()
        } else {
            format!("{label} ({})", words::NO_ROW.get(props.lang))
        };
        html! {
            <button type="button" class={classes!("ibtn", "sm", class)} disabled={row.is_none()} aria-label={label}
                {title} {onclick}>{ icon(sign, "") }</button>
        }
    };
    html! {<>
        { deed(words::EDIT_WHOLE, "edit-record", Icon::Form, false) }
        { deed(words::LIKE_THIS, "like-record", Icon::Paste, true) }
    </>}
}
