//! 核对: batch bar, summary, grid and problem panel.

mod batch;
mod columns;
mod counted;
mod detail;
mod diff;
mod fixes;
mod ignore;
mod items;
mod layout;
pub(crate) mod listed;
mod log;
mod long;
mod panel;
mod paste;
mod replace;
mod summary;
mod tabs;

use std::rc::Rc;

use precheck_session::api::RowFilter;
use yew::prelude::*;

pub use columns::{ColumnsProps, columns_dialog};
pub(crate) use detail::ignore_or_say;
pub use fixes::FixesDialog;
pub use ignore::IgnoreDialog;
pub use layout::{LayoutProps, layout_dialog};
pub use log::LogDialog;
pub use long::LongDialog;
pub use paste::{PasteProps, paste_dialog};
pub use replace::ReplaceDialog;

use self::batch::{BatchProps, batch_bar};
use self::counted::use_count_said;
use self::panel::Panel;
use self::summary::Summary;
use self::tabs::Tabs;
use crate::actions::Actions;
use crate::components::grid::Grid;
use crate::services::lang::use_lang;
use crate::state::{AppState, Busy};
use crate::text;

/// What [`CheckPage`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct CheckProps {
    /// Does what is asked for.
    pub actions: Actions,
    /// What is shown.
    pub state: UseReducerHandle<AppState>,
}

/// 核对.
#[component]
pub fn CheckPage(props: &CheckProps) -> Html {
    let lang = use_lang();
    let state = &props.state;
    let actions = &props.actions;
    let begun = state.busy != Busy::Judging || state.progress.as_ref().is_some_and(|p| p.stage == "judging");
    use_count_said(actions, state.table, RowFilter { sort: None, ..state.row_filter() });
    html! {
        <section class={classes!("view", "work", state.summary.then_some("unfolded"))} aria-label={text::CHECK.get(lang)}>
            <h1 class="vh">{ text::CHECK.get(lang) }</h1>
            { batch_bar(&BatchProps {
                lang, actions: actions.clone(), overview: state.overview.clone(), busy: state.busy,
                progress: state.progress.clone(), judged_at: state.judged_at.clone(),
                narrow: state.layout.is_narrow(),
            }) }
            <Summary actions={actions.clone()} overview={state.overview.clone()} findings={state.findings.clone()}
                days_left={state.days_left} only_findings={state.only_findings} open={state.summary} />
            <div class="wb">
                <div class="gridpane">
                    <Tabs actions={actions.clone()} overview={state.overview.clone()} table={state.table}
                        only_findings={state.only_findings} search={state.search.clone()}
                        days_left={state.days_left} narrow={state.layout.is_narrow()} cell={state.cell.clone()} />
                    <Grid actions={actions.clone()} overview={state.overview.clone()} table={state.table}
                        filter={state.row_filter()} {begun} cell={state.cell.clone()} reveal={state.reveal}
                        layout={Rc::new(state.column_layout())} />
                </div>
                <Panel actions={actions.clone()} overview={state.overview.clone()} table={state.table}
                    findings={state.findings.clone()} detail={state.detail.clone()} {begun}
                    narrow={state.layout.is_narrow()} />
            </div>
        </section>
    }
}
