//! Moving through findings and cells.

use precheck_session::api::{Address, DetailView, FindingFilter, Request, Response, RowSort};

use super::Actions;
use crate::services::fault::Fault;
use crate::state::{Action, Cell, Screen};
use crate::{text, text_grid};

impl Actions {
    /// Shows the screen of an address; without records that of loading instead of those that need some.
    pub fn visit(&self, screen: Screen) {
        let needs_records = matches!(screen, Screen::Check | Screen::Export | Screen::Report);
        let screen = if needs_records && !self.state().is_open() { Screen::Load } else { screen };
        self.show(Action::Show(screen));
    }

    /// The next finding, or the previous one.
    pub fn step(&self, forward: bool) {
        self.steps.borrow_mut().push_back(forward);
        if self.stepping.replace(true) {
            return;
        }
        self.run(|me| async move {
            let mut result = Ok(());
            while result.is_ok() {
                let next = me.steps.borrow_mut().pop_front();
                let Some(forward) = next else { break };
                result = me.go(forward).await;
            }
            me.steps.borrow_mut().clear();
            me.stepping.set(false);
            result
        });
    }

    /// The first error, or the first finding where there is none.
    pub(super) async fn first(&self) -> Result<(), Fault> {
        let filter =
            FindingFilter { severities: vec!["error".to_owned()], ..(*self.state().findings).clone() };
        match self.engine.ask(Request::Step { filter, from: None, forward: true }).await? {
            Response::Detail(detail) => {
                let detail = self.placed(*detail).await?;
                self.show_detail(detail, true).await
            }
            _ => self.go(true).await,
        }
    }

    pub(super) async fn go(&self, forward: bool) -> Result<(), Fault> {
        self.go_on(forward, self.moves.get()).await
    }

    /// The next finding, unless the clerk went elsewhere since `moves` were counted: then they stay there.
    pub(super) async fn go_on(&self, forward: bool, moves: u32) -> Result<(), Fault> {
        let state = self.state();
        let here = state.cell.as_ref().filter(|_| !state.detail_is_here()).map(|cell| Address {
            table: state.table,
            row: Some(cell.row),
            field: cell.field.clone(),
            rule: String::new(),
        });
        // In a table that was only just turned to, the walk begins at its top.
        let elsewhere = state.cell.is_none() && state.selected().is_some_and(|at| at.table != state.table);
        let top = Address { table: state.table, row: None, field: String::new(), rule: String::new() };
        let from = here.or_else(|| if elsewhere { Some(top) } else { state.selected().cloned() });
        let filter = (*state.findings).clone();
        let mut answer = self.engine.ask(Request::Step { filter: filter.clone(), from, forward }).await?;
        if matches!(answer, Response::Nothing) {
            // Past the last one the walk begins anew.
            answer = self.engine.ask(Request::Step { filter, from: None, forward }).await?;
        }
        if self.moves.get() != moves {
            return Ok(());
        }
        if let Response::Detail(detail) = answer {
            return self.show_detail(*detail, true).await;
        }
        self.show(Action::Detail(None));
        self.show(Action::Say(text::NO_MORE_FINDINGS.get(self.lang()).into()));
        Ok(())
    }

    /// Explains a finding and goes to its cell. `focus`: the cell takes the focus.
    pub fn select(&self, address: Address, focus: bool) {
        self.moved();
        self.run(|me| async move {
            let filter = (*me.state().findings).clone();
            match me.engine.ask(Request::Detail { address, filter }).await? {
                Response::Detail(detail) => me.show_detail(*detail, focus).await,
                _ => Ok(()),
            }
        });
    }

    /// The current cell is another one: explains its gravest finding.
    pub fn cell_is(&self, cell: Cell) {
        let table = self.state().table;
        let (row, field) = (cell.row, cell.field.clone());
        self.moved();
        self.show(Action::Cell(Some(cell), None));
        self.run(|me| async move {
            let answer = me.engine.ask(Request::At { table, row, field: field.clone() }).await?;
            // Meanwhile another cell may have become the current one.
            let still = me.state().cell.is_some_and(|cell| cell.row == row && cell.field == field);
            if !still {
                return Ok(());
            }
            if let Response::Detail(detail) = answer {
                let detail = me.placed(*detail).await?;
                me.show(Action::Say(text::cell_finding(me.lang(), &detail).into()));
                me.show(Action::Detail(Some(Box::new(detail))));
            } else {
                me.show(Action::Say("".into()));
            }
            Ok(())
        });
    }

    /// Rows stand in the order of a column: up, then down, then as in the sheet again.
    pub fn sort_by(&self, field: &str, label: &str) {
        let now = self.state().sort.filter(|sort| sort.field == field);
        let next = match now {
            None => Some(RowSort { field: field.to_owned(), descending: false }),
            Some(sort) if !sort.descending => Some(RowSort { descending: true, ..sort }),
            Some(_) => None,
        };
        let lang = self.lang();
        let said = match &next {
            Some(sort) => text_grid::sorted(lang, label, sort.descending),
            None => text_grid::SORT_NONE.get(lang).to_owned(),
        };
        self.show(Action::Sort(next));
        self.show(Action::Say(said.into()));
    }

    /// Other findings are listed.
    pub fn filter_findings(&self, filter: FindingFilter) {
        self.show(Action::Findings(filter.clone()));
        self.run(|me| async move {
            if let Response::Groups(groups) = me.engine.ask(Request::Groups { filter }).await? {
                let listed: usize = groups.groups.iter().map(|group| group.count).sum();
                me.show(Action::Say(text::listed(me.lang(), listed).into()));
            }
            me.refresh_detail().await
        });
    }

    /// Asks anew for the finding that is explained, with its place under the filter.
    pub(super) async fn refresh_detail(&self) -> Result<(), Fault> {
        let state = self.state();
        let Some(address) = state.selected().cloned() else { return Ok(()) };
        let filter = (*state.findings).clone();
        let detail = match self.engine.ask(Request::Detail { address, filter }).await? {
            Response::Detail(detail) => Some(detail),
            _ => None,
        };
        self.show(Action::Detail(detail));
        Ok(())
    }

    /// A finding with its place under the filter of the panel.
    async fn placed(&self, detail: DetailView) -> Result<DetailView, Fault> {
        let filter = (*self.state().findings).clone();
        let request = Request::Detail { address: detail.address.clone(), filter };
        match self.engine.ask(request).await? {
            Response::Detail(placed) => Ok(*placed),
            _ => Ok(detail),
        }
    }

    /// Counts that the clerk goes to a place of their own.
    pub(super) fn moved(&self) {
        self.moves.set(self.moves.get().wrapping_add(1));
    }

    pub(super) async fn show_detail(&self, detail: DetailView, focus: bool) -> Result<(), Fault> {
        let moves = self.moves.get();
        self.show(Action::Say(text::cell_finding(self.lang(), &detail).into()));
        let address = detail.address.clone();
        self.show(Action::Table(address.table));
        self.show(Action::Detail(Some(Box::new(detail))));
        let Some(row) = address.row else {
            self.show(Action::Cell(None, None));
            return Ok(());
        };
        let position = self.locate(address.table, row).await?;
        let field = if address.field.is_empty() {
            let state = self.state();
            let columns = state.overview.tables.get(address.table).map(|table| &table.columns);
            columns.and_then(|columns| columns.first()).map_or(String::new(), |column| column.field.clone())
        } else {
            address.field
        };
        if let Some(position) = position.filter(|_| self.moves.get() == moves) {
            self.show(Action::Cell(Some(Cell { row, position, field }), Some(focus)));
        }
        Ok(())
    }

    /// Finds the place of the current cell's row anew; no cell is current any more where it is not shown.
    pub fn relocate(&self) {
        self.run(|me| async move {
            let state = me.state();
            let Some(cell) = state.cell.clone() else { return Ok(()) };
            let request = Request::Locate { table: state.table, filter: state.row_filter(), row: cell.row };
            let Response::Position { position } = me.engine.ask(request).await? else { return Ok(()) };
            if me.state().cell.as_ref() != Some(&cell) || position == Some(cell.position) {
                return Ok(());
            }
            let moved = position.map(|position| Cell { position, ..(*cell).clone() });
            me.show(Action::Cell(moved, None));
            Ok(())
        });
    }

    /// Place of a row among those that are shown; all rows are shown again where the filter hides it.
    pub(super) async fn locate(&self, table: usize, row: u32) -> Result<Option<usize>, Fault> {
        let filter = self.state().row_filter();
        let place = |answer| match answer {
            Response::Position { position } => position,
            _ => None,
        };
        let found = place(self.engine.ask(Request::Locate { table, filter, row }).await?);
        if found.is_some() {
            return Ok(found);
        }
        self.show(Action::AllRows);
        let filter = precheck_session::api::RowFilter::default();
        Ok(place(self.engine.ask(Request::Locate { table, filter, row }).await?))
    }
}
