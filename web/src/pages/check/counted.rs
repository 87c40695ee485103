//! Says how many rows a search or a filter leaves, once it is no longer being typed.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use precheck_session::api::{Request, Response, RowFilter};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::actions::Actions;
use crate::state::Action;
use crate::text;

/// Single keys are not read out.
const CALM_MILLIS: u32 = 600;

/// Says the number of rows that are shown after what chooses them has changed.
#[hook]
pub(super) fn use_count_said(actions: &Actions, table: usize, filter: RowFilter) {
    let actions = actions.clone();
    let first = use_mut_ref(|| true);
    use_effect_with(filter, move |filter| {
        let first = std::mem::replace(&mut *first.borrow_mut(), false);
        let current = Rc::new(Cell::new(true));
        let timer = (!first).then(|| {
            let (filter, current) = (filter.clone(), current.clone());
            Timeout::new(CALM_MILLIS, move || {
                spawn_local(async move {
                    let answer = actions.window(Request::Rows { table, filter, from: 0, count: 1 }).await;
                    if let Some(Response::Rows(view)) = answer
                        && current.get()
                    {
                        actions.show(Action::Say(text::rows_shown(actions.lang(), view.total).into()));
                    }
                });
            })
        });
        move || {
            current.set(false);
            drop(timer);
        }
    });
}
