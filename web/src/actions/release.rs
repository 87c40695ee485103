//! Plans and files.

use precheck_session::api::{FileView, PlanView, Request, Response};

use super::Actions;
use crate::services::{fault::Fault, files};
use crate::state::{Action, Screen};

impl Actions {
    /// What would leave with a template.
    pub async fn plan(&self, template: String, preview: String) -> Result<PlanView, Fault> {
        match self.engine.ask(Request::Plan { template, preview }).await? {
            Response::Plan(plan) => Ok(plan),
            _ => Ok(PlanView::default()),
        }
    }

    /// Makes and saves the files of these kinds.
    pub async fn export(&self, template: String, kinds: Vec<String>) -> Result<Vec<FileView>, Fault> {
        self.save(Request::Export { template, kinds }).await
    }

    /// Makes and saves the problem workbook.
    pub async fn problems(&self) -> Result<Vec<FileView>, Fault> {
        self.save(Request::Problems).await
    }

    /// Shows the records behind a line of the preflight list.
    pub fn show_findings(&self, severity: String, rule: String) {
        let severities = if severity.is_empty() { Vec::new() } else { vec![severity] };
        self.show(Action::Show(Screen::Check));
        self.filter_findings(precheck_session::api::FindingFilter {
            severities,
            rule,
            ..precheck_session::api::FindingFilter::default()
        });
        self.show(Action::Detail(None));
        self.step(true);
    }

    async fn save(&self, request: Request) -> Result<Vec<FileView>, Fault> {
        let (response, bytes) = self.engine.ask_for_files(request).await?;
        let Response::Files { files: views } = response else { return Ok(Vec::new()) };
        for (view, bytes) in views.iter().zip(&bytes) {
            files::save(&view.name, &view.media_type, bytes)
                .map_err(|_| Fault::Refused(format!("“{}”未能保存，请允许本页下载文件后重试", view.name)))?;
        }
        Ok(views)
    }
}
