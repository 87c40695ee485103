//! Plans and files.

use js_sys::ArrayBuffer;
use precheck_session::api::{FileView, FindingFilter, PlanView, Request, Response};

use super::Actions;
use crate::services::fault::Fault;
use crate::state::{Action, Screen};

impl Actions {
    /// What would leave with a template.
    pub async fn plan(&self, template: String, preview: String) -> Result<PlanView, Fault> {
        match self.engine.ask(Request::Plan { template, preview }).await? {
            Response::Plan(plan) => Ok(*plan),
            _ => Ok(PlanView::default()),
        }
    }

    /// Makes files.
    pub async fn files(&self, request: Request) -> Result<(Vec<FileView>, Vec<ArrayBuffer>), Fault> {
        let leaves = matches!(request, Request::Export { .. });
        let (response, bytes) = self.engine.ask_for_files(request).await?;
        if leaves {
            self.recorder.left();
        }
        match response {
            Response::Files { files } => Ok((files, bytes)),
            _ => Ok((Vec::new(), Vec::new())),
        }
    }

    /// Saves a blank template of a kind.
    pub fn blank(&self, kind: String, form: String) {
        self.save_files(Request::Blank { kind, form });
    }

    /// Shows the findings behind a line of the preflight list.
    pub fn show_findings(&self, table: Option<usize>, severity: String, rule: String) {
        let severities = if severity.is_empty() { Vec::new() } else { vec![severity] };
        self.show(Action::Show(Screen::Check));
        self.show(Action::Cell(None, None));
        self.show(Action::Detail(None));
        if let Some(table) = table {
            self.show(Action::Table(table));
        }
        let filter = FindingFilter { table, severities, rule, ..FindingFilter::default() };
        self.show(Action::Findings(filter.clone()));
        self.run(|me| async move {
            match me.engine.ask(Request::Step { filter, from: None, forward: true }).await? {
                Response::Detail(detail) => me.show_detail(*detail, true).await,
                _ => Ok(()),
            }
        });
    }

    /// On to the check screen; the first finding is shown where none is.
    pub fn go_check(&self) {
        self.show(Action::Show(Screen::Check));
        if self.state().detail.is_none() {
            self.run(|me| async move { me.first().await });
        }
    }
}
