//! The problem workbook: what stays behind, in its original columns.

use precheck_export::media_type;
use precheck_export::problems::{ProblemRow, ProblemSheet, workbook};
use precheck_rules::Severity;
use precheck_schema::template::FileType;
use precheck_schema::{FieldKey, RowId};
use precheck_tabular::write::OutStyle;

use crate::api;
use crate::job::Job;
use crate::masking::mask_field;
use crate::release::Stay;
use crate::say::Said;

/// Numbers the lines of a cell, so that problem, basis and suggestion are found together.
fn number(lines: &mut [String]) {
    if lines.len() > 1 {
        for (at, line) in lines.iter_mut().enumerate() {
            *line = format!("{}. {line}", at + 1);
        }
    }
}

/// How the cell of a finding is marked.
pub(crate) const fn mark(severity: Severity) -> OutStyle {
    match severity {
        Severity::Error => OutStyle::Error,
        Severity::Warning => OutStyle::Warning,
        Severity::Info => OutStyle::Info,
    }
}

impl Job {
    pub(crate) fn nothing_stays(&self) -> api::ProblemView {
        self.problem(
            "nothing-stays",
            "没有留下的记录，不需要问题清单",
            "no record stays behind: there is nothing to list",
        )
    }

    /// What is wrong with a record that lacks what its template requires, and how to mend it.
    pub(crate) fn lacking_words(&self, header: &str, title: &str) -> (String, String) {
        let what = self.text(
            format!("「{header}」为空，模板「{title}」要求填写"),
            format!("“{header}” is blank, and “{title}” requires it"),
        );
        (what, self.text(format!("填写「{header}」"), format!("Fill in “{header}”")))
    }

    /// Makes the problem workbook: the original rows of what stays behind, with problem, basis and suggestion.
    pub(crate) fn problem_workbook(&self) -> Result<(api::FileView, Vec<u8>), api::ProblemView> {
        let mut sheets = Vec::new();
        let mut records = 0;
        for table in 0..self.tables.len() {
            let mut staying = Vec::new();
            for &row in self.tables[table].rows() {
                if let Some(stay) = self.stay(table, row, self.settings.template_of(self.tables[table].kind))
                {
                    staying.push(self.problem_row(table, row, &stay));
                }
            }
            if !staying.is_empty() {
                records += staying.len();
                let name = self.sheet_name(table);
                sheets.push(ProblemSheet { table: &self.tables[table], name, rows: staying });
            }
        }
        if sheets.is_empty() {
            return Err(self.nothing_stays());
        }
        let mask = |field: Option<FieldKey>, text: &str| match field {
            Some(field) => mask_field(field, text),
            None => precheck_rules::privacy::mask(text).into_owned(),
        };
        let what = self.text("问题清单".to_owned(), "problem list".to_owned());
        // 备注 starts a line that is no record: the file can be loaded again as it is.
        let changes = crate::changes::line(&self.settings.profile, self.settings.lang);
        let notes: Vec<String> = changes.iter().map(|line| format!("备注：{line}")).collect();
        let bytes = workbook(&sheets, &notes, &mask).map_err(|error| self.export_problem(&what, &error))?;
        let day = self.settings.today.format("%Y%m%d");
        let view = api::FileView {
            name: format!("问题清单_{}_{day}.xlsx", self.settings.profile.organisation.name),
            media_type: media_type(FileType::Xlsx).to_owned(),
            kind: String::new(),
            records,
        };
        Ok((view, bytes))
    }

    /// Name for the sheet of a table: that of its own sheet, or of its file without folder and extension.
    fn sheet_name(&self, table: usize) -> String {
        let name = &self.origins[table].name;
        if !self.tables[table].name.is_empty() {
            return name.clone();
        }
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned()
    }

    pub(crate) fn problem_row(&self, table: usize, row: RowId, stay: &Stay) -> ProblemRow {
        let cx = self.settings.context();
        let mut problem =
            ProblemRow { row, problems: vec![], basis: vec![], suggestions: vec![], marks: vec![] };
        for finding in &self.holding_back(table, row) {
            let said = Said::new(&cx, &self.tables, table, finding, self.settings.lang);
            problem.problems.push(said.message());
            problem.basis.push(said.cited());
            problem.suggestions.push(said.suggestion());
            if let Some(field) = finding.field {
                let style = mark(finding.severity);
                match problem.marks.iter_mut().find(|(marked, _)| *marked == field) {
                    Some((_, before)) if style == OutStyle::Error => *before = style,
                    Some(_) => {}
                    None => problem.marks.push((field, style)),
                }
            }
        }
        let template = self.settings.template_of(self.tables[table].kind);
        if let (Stay::Lacking(headers), Some(template)) = (stay, template) {
            let title = self.template_title(template);
            for header in headers {
                let (what, how) = self.lacking_words(header, &title);
                problem.problems.push(what);
                problem.basis.push(title.clone());
                problem.suggestions.push(how);
            }
        }
        for lines in [&mut problem.problems, &mut problem.basis, &mut problem.suggestions] {
            number(lines);
        }
        problem
    }
}
