//! The rows that the engine has sent, and asking it for those that come into view.

use std::collections::HashMap;
use std::rc::Rc;

use precheck_session::api::{Request, Response, RowFilter, RowView, RowsView};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::place::window_for;
use crate::actions::Actions;

/// What makes rows out of date.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Source {
    /// Index of the table.
    pub(super) table: usize,
    /// Which rows.
    pub(super) filter: RowFilter,
    /// Revision of the job; grows with every change.
    pub(super) revision: u64,
    /// Whether judging has come to the first rows; their marks are asked for then.
    pub(super) judged: (bool, bool),
}

/// Rows that are there.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Window {
    /// Where they come from; none: nothing was asked yet.
    pub(super) source: Option<Source>,
    /// How many rows pass the filter.
    pub(super) total: usize,
    /// Place of the first.
    pub(super) from: usize,
    /// The rows.
    pub(super) rows: Vec<Rc<RowView>>,
}

impl Window {
    /// The row at a place, if it is there.
    pub(super) fn at(&self, position: usize) -> Option<&Rc<RowView>> {
        self.rows.get(position.checked_sub(self.from)?)
    }

    fn covers(&self, source: &Source, from: usize, to: usize) -> bool {
        self.source.as_ref() == Some(source)
            && from >= self.from
            && to.min(self.total) <= self.from + self.rows.len()
    }

    /// The rows of an answer. Rows that are as before stay the same objects, so that they are not drawn anew.
    fn taking(&self, source: Source, view: RowsView) -> Self {
        let same_table = self.source.as_ref().is_some_and(|old| old.table == source.table);
        let known: HashMap<u32, &Rc<RowView>> =
            if same_table { self.rows.iter().map(|row| (row.id, row)).collect() } else { HashMap::new() };
        let rows = view.rows.into_iter().map(|row| match known.get(&row.id) {
            Some(old) if ***old == row => (*old).clone(),
            _ => Rc::new(row),
        });
        Self { total: view.total, from: view.from, rows: rows.collect(), source: Some(source) }
    }
}

/// The rows from `from` to `to`, as far as they are there; those that are not are asked for.
#[hook]
pub(super) fn use_window(actions: Actions, source: Source, from: usize, to: usize) -> Rc<Window> {
    let window = use_state(|| Rc::new(Window::default()));
    // Only the answer to the last question counts.
    let asked = use_mut_ref(|| 0_u32);
    let held = use_mut_ref(|| Rc::new(Window::default()));
    {
        let (window, held) = (window.clone(), held.clone());
        use_effect_with((source, from, to), move |(source, from, to)| {
            // An answer on its way to an earlier question would push out the rows that are seen now.
            *asked.borrow_mut() += 1;
            if held.borrow().covers(source, *from, *to) {
                return;
            }
            let number = *asked.borrow();
            let (start, count) = window_for(*from, *to);
            let source = source.clone();
            let request =
                Request::Rows { table: source.table, filter: source.filter.clone(), from: start, count };
            spawn_local(async move {
                let answer = actions.window(request).await;
                if *asked.borrow() != number {
                    return;
                }
                if let Some(Response::Rows(view)) = answer {
                    let next = Rc::new(held.borrow().taking(source, view));
                    *held.borrow_mut() = next.clone();
                    window.set(next);
                }
            });
        });
    }
    (*window).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn source(table: usize, revision: u64) -> Source {
        Source { table, filter: RowFilter::default(), revision, judged: (true, true) }
    }

    fn view(ids: std::ops::Range<u32>) -> RowsView {
        let rows = ids.clone().map(|id| RowView { id, ..RowView::default() }).collect();
        RowsView { table: 0, total: 100, from: ids.start as usize, rows }
    }

    #[wasm_bindgen_test]
    fn unchanged_rows_stay_the_same_objects() {
        let first = Window::default().taking(source(0, 1), view(0..10));
        let second = first.taking(source(0, 2), view(5..15));
        assert!(Rc::ptr_eq(&first.rows[5], &second.rows[0]));
        assert_eq!(second.at(14).map(|row| row.id), Some(14));
        assert_eq!(second.at(4), None);
        let other = first.taking(source(1, 2), view(5..15));
        assert!(!Rc::ptr_eq(&first.rows[5], &other.rows[0]));
    }

    #[wasm_bindgen_test]
    fn a_window_covers_its_rows_until_something_changes() {
        let window = Window::default().taking(source(0, 1), view(90..100));
        assert!(window.covers(&source(0, 1), 92, 120));
        assert!(!window.covers(&source(0, 2), 92, 96));
        assert!(!window.covers(&source(0, 1), 88, 96));
    }
}
