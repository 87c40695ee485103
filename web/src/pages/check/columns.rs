//! How the columns of the open tables were read: what holds which field, what was left aside.

use std::rc::Rc;

use precheck_session::api::{Lang, Overview, TableView};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::dialog::Dialog;
use crate::state::Action;
use crate::text;

/// What [`columns_dialog`] shows.
pub struct ColumnsProps {
    /// Language.
    pub lang: Lang,
    /// Does what is asked for.
    pub actions: Actions,
    /// The state of the job.
    pub overview: Rc<Overview>,
}

/// The columns.
pub fn columns_dialog(props: &ColumnsProps) -> Html {
    let lang = props.lang;
    let close = {
        let actions = props.actions.clone();
        Callback::from(move |()| actions.show(Action::Dialog(None)))
    };
    html! {
        <Dialog key="columns" {lang} title={text::COLUMNS_TITLE.get(lang)} id="columns-title" on_close={close}>
            { for props.overview.tables.iter().map(|view| table(lang, view)) }
        </Dialog>
    }
}

fn table(lang: Lang, table: &TableView) -> Html {
    let taken = table.columns.iter().filter(|column| !column.letters.is_empty());
    html! {
        <div class="card colcard" key={table.table}>
            <header><h3>{ text::table_heading(lang, table) }</h3></header>
            <table class="tbl">
                <thead><tr>
                    <th scope="col">{ text::COLUMN.get(lang) }</th><th scope="col">{ text::HEADER.get(lang) }</th><th scope="col">{ text::FIELD.get(lang) }</th>
                </tr></thead>
                <tbody>
                    { for taken.map(|column| html! {
                        <tr><td class="mono">{ &column.letters }</td><td>{ &column.header }</td><td>{ &column.label }</td></tr>
                    }) }
                    { for table.unmapped.iter().map(|(letters, header, reason)| html! {
                        <tr class="aside"><td class="mono">{ letters }</td><td>{ header }</td><td class="muted">{ text::not_taken(lang, reason) }</td></tr>
                    }) }
                </tbody>
            </table>
            if !table.left_out.is_empty() {
                <ul class="list t13">
                    { for table.left_out.iter().map(|(row, reason, text)| html! {
                        <li>{ crate::text_pages::load::aside_row(lang, *row, reason, text) }</li>
                    }) }
                </ul>
            }
        </div>
    }
}
