//! The way out: the plan with its preflight list, the platform's files, and the problem workbook.

use std::collections::BTreeMap;

use precheck_export::problems::{ProblemRow, ProblemSheet, workbook};
use precheck_export::{ExportError, Record, file_name, media_type, rows, write};
use precheck_rules::{Finding, Judgement, RuleId, Severity, catalogue};
use precheck_schema::template::{FileType, Template};
use precheck_schema::{FieldKey, Kind, Lang, RowId};
use precheck_tabular::write::OutStyle;

use crate::api;
use crate::job::Job;
use crate::masking::mask_field;
use crate::release::Stay;
use crate::say::Said;

/// Records that the preview shows.
const PREVIEW_RECORDS: usize = 20;

/// Numbers the lines of a cell, so that problem, basis and suggestion are found together.
fn number(lines: &mut [String]) {
    if lines.len() > 1 {
        for (at, line) in lines.iter_mut().enumerate() {
            *line = format!("{}. {line}", at + 1);
        }
    }
}

impl Job {
    pub(crate) fn template(&self, name: &str) -> Result<&Template, api::ProblemView> {
        match (&self.settings.template, name) {
            (Some(template), "") => return Ok(template),
            (Some(template), name) if template.name == name => return Ok(template),
            _ => {}
        }
        self.settings
            .templates
            .find(name)
            .ok_or_else(|| crate::SettingsError::Template(name.to_owned()).view(self.settings.lang))
    }

    fn text(&self, zh: String, en: String) -> String {
        match self.settings.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// What would leave with a template, kind by kind.
    pub(crate) fn plan(&self, name: &str, preview: &str) -> Result<api::PlanView, api::ProblemView> {
        let template = self.template(name)?;
        let mut view = api::PlanView {
            template: template.name.clone(),
            title: self.template_title(template),
            ..api::PlanView::default()
        };
        for kind in Kind::ALL {
            if self.tables_of(kind).any(|t| !self.tables[t].is_empty()) {
                view.kinds.push(self.kind_plan(kind, template));
            }
        }
        if let Some(kind) = Kind::from_key(preview).filter(|&k| template.layout(k).is_some()) {
            kind.key().clone_into(&mut view.preview_kind);
            view.preview = self.preview(kind, template);
        }
        Ok(view)
    }

    /// What a template is called.
    pub(crate) fn template_title(&self, template: &Template) -> String {
        match self.settings.lang {
            Lang::En if !template.title_en.is_empty() => template.title_en.clone(),
            _ => template.title.clone(),
        }
    }

    /// The first rows of a kind's file. Which optional columns the file has depends on all its records: beside
    /// the first ones the first record with a value is laid out for each field, and cut off afterwards.
    fn preview(&self, kind: Kind, template: &Template) -> Vec<Vec<String>> {
        let leaving = self.leaving(kind, template);
        let mut shown: Vec<Record<'_>> = leaving.iter().take(PREVIEW_RECORDS).copied().collect();
        let first = shown.len();
        for field in kind.fields() {
            let holds = |r: &&Record<'_>| !r.table.cell(r.row, field.key).text.trim().is_empty();
            shown.extend(leaving.iter().skip(first).find(holds));
        }
        let mut rows = rows(template, kind, &shown, &self.settings.profile);
        rows.truncate(rows.len() - (shown.len() - first));
        rows
    }

    fn kind_plan(&self, kind: Kind, template: &Template) -> api::KindPlan {
        let supported = template.layout(kind).is_some();
        let mut plan = api::KindPlan {
            kind: kind.key().to_owned(),
            label: kind.label().get(self.settings.lang).to_owned(),
            supported,
            ..api::KindPlan::default()
        };
        let mut by_rule: BTreeMap<(Severity, RuleId), usize> = BTreeMap::new();
        let mut lacking: BTreeMap<String, usize> = BTreeMap::new();
        let mut confirmed = 0;
        for table in self.tables_of(kind) {
            for &row in self.tables[table].rows() {
                plan.records += 1;
                let findings = self.judgement.of_row(table, row);
                match self.stay(table, row, Some(template)) {
                    None => {
                        plan.leaving += usize::from(supported);
                        confirmed += usize::from(findings.iter().any(|f| f.severity == Severity::Warning));
                    }
                    Some(Stay::Errors) => plan.with_errors += 1,
                    Some(Stay::Warnings) => plan.with_warnings += 1,
                    Some(Stay::Lacking(headers)) => {
                        plan.lacking += 1;
                        for header in headers {
                            *lacking.entry(header).or_default() += 1;
                        }
                    }
                }
                let mut rules: Vec<(Severity, RuleId)> = findings
                    .iter()
                    .filter(|f| self.holds_back(table, f))
                    .map(|f| (f.severity, f.rule))
                    .collect();
                rules.sort_unstable();
                rules.dedup();
                for rule in rules {
                    *by_rule.entry(rule).or_default() += 1;
                }
            }
        }
        if supported {
            plan.file_name = file_name(template, kind, &self.settings.profile, self.settings.today);
        }
        plan.checks = self.checks(kind, template, &plan, &by_rule, &lacking, confirmed);
        plan
    }

    fn checks(
        &self,
        kind: Kind,
        template: &Template,
        plan: &api::KindPlan,
        by_rule: &BTreeMap<(Severity, RuleId), usize>,
        lacking: &BTreeMap<String, usize>,
        confirmed: usize,
    ) -> Vec<api::PreflightView> {
        let lang = self.settings.lang;
        let title = self.template_title(template);
        let line = |state: &str, text: String, count: usize| api::PreflightView {
            state: state.to_owned(),
            text,
            note: if count == 0 {
                String::new()
            } else {
                self.text(format!("{count} 条"), count.to_string())
            },
            severity: String::new(),
            rule: String::new(),
        };
        let mut checks = Vec::new();
        if plan.supported {
            let (zh, en) = if plan.leaving == 0 {
                (
                    "没有可以导出的记录，原因见下面各项，改好或确认后可再次导出".to_owned(),
                    "No record can leave; the lines below say why".to_owned(),
                )
            } else {
                (
                    format!("没有错误且警告已确认的记录可以导出，字段按模板「{title}」排列"),
                    format!("Records without errors and open warnings leave, laid out as “{title}”"),
                )
            };
            let state = if plan.leaving == 0 { "error" } else { "ok" };
            checks.push(line(state, self.text(zh, en), plan.leaving));
        } else {
            let others = self.settings.templates.iter().filter(|t| t.layout(kind).is_some());
            let others: Vec<String> = others.map(|t| format!("「{}」", self.template_title(t))).collect();
            let zh = format!("模板「{title}」不收{}，可改用{}", kind.label().zh, others.join("、"));
            let en = format!("“{title}” takes no {}; use {}", kind.label().en, others.join(", "));
            checks.push(line("error", self.text(zh, en), plan.records));
        }
        let cx = self.settings.context();
        for table in self.tables_of(kind) {
            let errors = self.judgement.of_table(table).iter().filter(|f| f.severity == Severity::Error);
            for finding in errors {
                let said = Said::new(&cx, &self.tables, table, finding, lang);
                let message = said.message();
                let sheet = &self.origins[table].name;
                let zh = format!("“{sheet}”：{message}，表中记录都不能导出");
                let en = format!("“{sheet}”: {message}; none of its records leaves");
                checks.push(api::PreflightView {
                    severity: finding.severity.key().to_owned(),
                    rule: said.rule.slug.to_owned(),
                    ..line("error", self.text(zh, en), self.tables[table].len())
                });
            }
        }
        for (&(severity, rule), &count) in by_rule.iter().rev() {
            let rule = catalogue().rule(rule);
            let title = rule.title.get(lang);
            let (state, text) = match severity {
                Severity::Error => {
                    ("error", self.text(format!("{title}：改好后导出"), format!("{title}: mend it first")))
                }
                _ => (
                    "warning",
                    self.text(
                        format!("{title}：改好，或确认并写明理由后导出"),
                        format!("{title}: mend it, or confirm it with a reason"),
                    ),
                ),
            };
            checks.push(api::PreflightView {
                severity: severity.key().to_owned(),
                rule: rule.slug.to_owned(),
                ..line(state, text, count)
            });
        }
        for (header, &count) in lacking {
            let zh = format!("模板「{title}」要求填写「{header}」，记录中没有，填写后导出");
            let en = format!("“{title}” requires “{header}”, which the records lack");
            checks.push(line("error", self.text(zh, en), count));
        }
        if confirmed > 0 {
            let (zh, en) = ("有警告，已确认并写明理由", "With warnings that were confirmed with a reason");
            checks.push(line("ok", self.text(zh.to_owned(), en.to_owned()), confirmed));
        }
        if let Some(changes) = crate::changes::line(&self.settings.profile, lang) {
            checks.push(line("warning", changes, 0));
        }
        checks
    }

    /// Makes the platform's files: one for each of these kinds that has records to leave.
    pub(crate) fn export(
        &self,
        name: &str,
        kinds: &[String],
    ) -> Result<Vec<(api::FileView, Vec<u8>)>, api::ProblemView> {
        let template = self.template(name)?;
        let mut files = Vec::new();
        for kind in Kind::ALL.into_iter().filter(|k| kinds.iter().any(|key| key == k.key())) {
            if template.layout(kind).is_none() {
                continue;
            }
            let records = self.leaving(kind, template);
            if records.is_empty() {
                continue;
            }
            let bytes = write(template, kind, &records, &self.settings.profile)
                .map_err(|error| self.export_problem(kind.label().get(self.settings.lang), &error))?;
            let view = api::FileView {
                name: file_name(template, kind, &self.settings.profile, self.settings.today),
                media_type: media_type(template.file).to_owned(),
                kind: kind.key().to_owned(),
                records: records.len(),
            };
            files.push((view, bytes));
        }
        if files.is_empty() {
            return Err(self.problem(
                "nothing-leaves",
                "没有可以导出的记录：只有没有错误、且警告已确认的记录才导出，导出前检查列有原因",
                "no record can leave: only records without errors and without open warnings do; the preflight list says why",
            ));
        }
        Ok(files)
    }

    fn export_problem(&self, what: &str, error: &ExportError) -> api::ProblemView {
        self.problem("export", &format!("{what}：{error}"), &format!("{what}: {}", error.message_en()))
    }

    /// Makes the problem workbook: the original rows of what stays behind, with problem, basis and suggestion.
    pub(crate) fn problem_workbook(&self) -> Result<(api::FileView, Vec<u8>), api::ProblemView> {
        let mut sheets = Vec::new();
        let mut records = 0;
        for table in 0..self.tables.len() {
            let mut staying = Vec::new();
            for &row in self.tables[table].rows() {
                if let Some(stay) = self.stay(table, row, self.settings.template.as_ref()) {
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
            return Err(self.problem(
                "nothing-stays",
                "没有留下的记录，不需要问题清单",
                "no record stays behind: there is nothing to list",
            ));
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

    fn problem_row(&self, table: usize, row: RowId, stay: &Stay) -> ProblemRow {
        let cx = self.settings.context();
        let of_table = self.judgement.of_table(table).iter();
        let of_row = self.judgement.of_row(table, row).iter();
        let mut findings: Vec<Finding> =
            of_table.chain(of_row).filter(|f| self.holds_back(table, f)).copied().collect();
        findings.sort_by_key(|f| Judgement::sort_key(&self.tables[table], f));
        let mut problem =
            ProblemRow { row, problems: vec![], basis: vec![], suggestions: vec![], marks: vec![] };
        for finding in &findings {
            let said = Said::new(&cx, &self.tables, table, finding, self.settings.lang);
            problem.problems.push(said.message());
            let basis: Vec<String> = said.basis().into_iter().map(|(citation, _)| citation).collect();
            problem.basis.push(basis.join("；"));
            problem.suggestions.push(said.suggestion());
            if let Some(field) = finding.field {
                let style = match finding.severity {
                    Severity::Error => OutStyle::Error,
                    Severity::Warning => OutStyle::Warning,
                    Severity::Info => OutStyle::Info,
                };
                match problem.marks.iter_mut().find(|(marked, _)| *marked == field) {
                    Some((_, before)) if style == OutStyle::Error => *before = style,
                    Some(_) => {}
                    None => problem.marks.push((field, style)),
                }
            }
        }
        if let (Stay::Lacking(headers), Some(template)) = (stay, &self.settings.template) {
            let title = self.template_title(template);
            for header in headers {
                problem.problems.push(self.text(
                    format!("「{header}」为空，模板「{title}」要求填写"),
                    format!("“{header}” is blank, and “{title}” requires it"),
                ));
                problem.basis.push(title.clone());
                problem
                    .suggestions
                    .push(self.text(format!("填写「{header}」"), format!("Fill in “{header}”")));
            }
        }
        for lines in [&mut problem.problems, &mut problem.basis, &mut problem.suggestions] {
            number(lines);
        }
        problem
    }
}
