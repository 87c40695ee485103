//! The way out: the plan with its preflight list, and the platform's files.

use std::borrow::Cow;
use std::collections::BTreeMap;

use precheck_export::{ExportError, Naming, Record, distinct, file_name, media_type, rows, write};
use precheck_rules::{RuleId, Severity, catalogue};
use precheck_schema::template::{FileType, Template, TextEncoding};
use precheck_schema::{Kind, Lang};

use crate::api;
use crate::job::Job;
use crate::release::Stay;
use crate::say::Said;

/// Records that the preview shows.
const PREVIEW_RECORDS: usize = 20;

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

    /// The template that a kind leaves with: its own, or the one of this name, in the form that is asked for.
    pub(crate) fn template_for(
        &self,
        kind: Kind,
        options: &api::DeliverOptions,
    ) -> Result<Cow<'_, Template>, api::ProblemView> {
        let own = self.settings.kind_templates.iter().find(|(other, _)| *other == kind);
        let template = match own {
            Some((_, template)) => template,
            None => self.template(&options.template)?,
        };
        let table = matches!(template.file, FileType::Xlsx | FileType::Csv);
        let (file, encoding) = match options.form.as_str() {
            "xlsx" => (FileType::Xlsx, TextEncoding::Utf8),
            "csv" => (FileType::Csv, TextEncoding::Utf8),
            "csv-gb18030" => (FileType::Csv, TextEncoding::Gb18030),
            _ => (template.file, template.encoding),
        };
        if !table || (file, encoding) == (template.file, template.encoding) {
            return Ok(Cow::Borrowed(template));
        }
        Ok(Cow::Owned(Template { file, encoding, ..template.clone() }))
    }

    pub(crate) fn naming<'a>(&'a self, options: &'a api::DeliverOptions, count: usize) -> Naming<'a> {
        let (profile, today) = (&self.settings.profile, self.settings.today);
        Naming { profile, today, batch: &options.batch, count }
    }

    pub(crate) fn text(&self, zh: String, en: String) -> String {
        match self.settings.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// What would leave with a template, kind by kind.
    pub(crate) fn plan(&self, name: &str, preview: &str) -> Result<api::PlanView, api::ProblemView> {
        let options = api::DeliverOptions { template: name.to_owned(), ..api::DeliverOptions::default() };
        self.preflight(&options, preview)
    }

    /// What would leave as a batch, kind by kind.
    pub(crate) fn preflight(
        &self,
        options: &api::DeliverOptions,
        preview: &str,
    ) -> Result<api::PlanView, api::ProblemView> {
        let template = self.template(&options.template)?;
        let mut view = api::PlanView {
            template: template.name.clone(),
            title: self.template_title(template),
            ..api::PlanView::default()
        };
        let mut names = Vec::new();
        for kind in Kind::ALL {
            if self.tables_of(kind).any(|t| !self.tables[t].is_empty()) {
                let template = self.template_for(kind, options)?;
                let (mut plan, _) = self.kind_plan(kind, &template, options);
                if plan.supported {
                    let name = file_name(&template, kind, &self.naming(options, plan.leaving));
                    plan.file_name = distinct(name, &names);
                    names.push(plan.file_name.clone());
                }
                view.kinds.push(plan);
            }
        }
        if let Some(kind) = Kind::from_key(preview) {
            let template = self.template_for(kind, options)?;
            if template.layout(kind).is_some() {
                kind.key().clone_into(&mut view.preview_kind);
                view.preview = self.preview(kind, &template, options);
            }
        }
        view.receipt = Box::new(self.receipt(options));
        view.handlers = self.handlers(options)?;
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
    fn preview(&self, kind: Kind, template: &Template, options: &api::DeliverOptions) -> Vec<Vec<String>> {
        let leaving = self.leaving(kind, template, options);
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

    /// What would leave of a kind, and how many of these records have confirmed warnings.
    pub(crate) fn kind_plan(
        &self,
        kind: Kind,
        template: &Template,
        options: &api::DeliverOptions,
    ) -> (api::KindPlan, usize) {
        let counts = self.compare(kind);
        let supported = template.layout(kind).is_some();
        let mut plan = api::KindPlan {
            kind: kind.key().to_owned(),
            label: kind.label().get(self.settings.lang).to_owned(),
            template: template.name.clone(),
            title: self.template_title(template),
            supported,
            fresh: counts.fresh,
            changed: counts.changed,
            same: counts.same,
            ..api::KindPlan::default()
        };
        let mut by_rule: BTreeMap<(Severity, RuleId), usize> = BTreeMap::new();
        let mut lacking: BTreeMap<String, usize> = BTreeMap::new();
        let mut confirmed = 0;
        for table in self.tables_of(kind) {
            for &row in self.tables[table].rows() {
                plan.records += 1;
                if self.is_left_out(table, row, options) {
                    plan.left_out += 1;
                    continue;
                }
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
        plan.checks = self.checks(kind, template, &plan, &by_rule, &lacking, confirmed);
        let at = 1.min(plan.checks.len());
        plan.checks.splice(at..at, self.compared_line(counts));
        (plan, confirmed)
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
        let options = api::DeliverOptions { template: name.to_owned(), ..api::DeliverOptions::default() };
        let mut files = Vec::new();
        for kind in Kind::ALL.into_iter().filter(|k| kinds.iter().any(|key| key == k.key())) {
            let template = self.template_for(kind, &options)?;
            let records = self.leaving(kind, &template, &options);
            files.extend(self.make(kind, &template, &records, &options)?);
        }
        if files.is_empty() {
            return Err(self.nothing_leaves());
        }
        Ok(files)
    }

    /// Makes the file of a kind; none where the template does not take it, or no record leaves.
    pub(crate) fn make(
        &self,
        kind: Kind,
        template: &Template,
        records: &[Record<'_>],
        options: &api::DeliverOptions,
    ) -> Result<Option<(api::FileView, Vec<u8>)>, api::ProblemView> {
        if template.layout(kind).is_none() || records.is_empty() {
            return Ok(None);
        }
        let bytes = write(template, kind, records, &self.settings.profile)
            .map_err(|error| self.export_problem(kind.label().get(self.settings.lang), &error))?;
        let view = api::FileView {
            name: file_name(template, kind, &self.naming(options, records.len())),
            media_type: media_type(template.file).to_owned(),
            kind: kind.key().to_owned(),
            records: records.len(),
        };
        Ok(Some((view, bytes)))
    }

    pub(crate) fn nothing_leaves(&self) -> api::ProblemView {
        self.problem(
            "nothing-leaves",
            "没有可以导出的记录：只有没有错误、且警告已确认的记录才导出，导出前检查列有原因",
            "no record can leave: only records without errors and without open warnings do; the preflight list says why",
        )
    }

    pub(crate) fn export_problem(&self, what: &str, error: &ExportError) -> api::ProblemView {
        self.problem("export", &format!("{what}：{error}"), &format!("{what}: {}", error.message_en()))
    }
}
