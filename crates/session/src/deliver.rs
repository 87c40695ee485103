//! A batch leaves: the files of several kinds with their manifest, one by one or in one zip.

use precheck_export::{archive, distinct, media_type};
use precheck_schema::Kind;
use precheck_schema::template::{FileType, Template};

use crate::api;
use crate::digest::sm3;
use crate::handle::Files;
use crate::job::Job;

impl Job {
    /// Makes the files of a batch. What cannot be made is named; the others leave.
    pub(crate) fn deliver(
        &self,
        options: &api::DeliverOptions,
        kinds: &[String],
    ) -> Result<(api::DeliveredView, Files), api::ProblemView> {
        let mut view = api::DeliveredView::default();
        let mut made: Vec<(api::FileView, Vec<u8>)> = Vec::new();
        let mut listed: Vec<api::ManifestFile> = Vec::new();
        let mut counts = Vec::new();
        for kind in Kind::ALL.into_iter().filter(|k| kinds.iter().any(|key| key == k.key())) {
            let template = self.template_for(kind, options)?;
            let records = self.leaving(kind, &template, options);
            match self.make(kind, &template, &records, options) {
                Ok(None) => continue,
                Ok(Some((mut file, bytes))) => {
                    file.name = distinct(file.name, &names(&made));
                    if options.facts {
                        let file = listed.len();
                        view.records.extend(records.iter().filter_map(|record| {
                            let table =
                                self.tables.iter().position(|table| std::ptr::eq(table, record.table))?;
                            Some(api::ExportedRecord { file, facts: self.facts(table, record.row) })
                        }));
                    }
                    listed.push(self.listed(&file, &bytes, "import", Some(&template)));
                    made.push((file, bytes));
                }
                Err(problem) => {
                    let label = kind.label().get(self.settings.lang).to_owned();
                    view.failed.push(api::FailedFile { kind: kind.key().to_owned(), label, problem });
                }
            }
            counts.push(self.kind_counts(kind, &template, records.len(), options));
        }
        if made.is_empty() {
            return if view.failed.is_empty() {
                Err(self.nothing_leaves())
            } else {
                Ok((view, Files::new()))
            };
        }
        if options.problems
            && let Ok((mut file, bytes)) = self.problem_workbook()
        {
            file.name = distinct(file.name, &names(&made));
            listed.push(self.listed(&file, &bytes, "problems", None));
            made.push((file, bytes));
        }
        let mut change_log = None;
        if let Some((mut file, bytes)) = self.log_file(options) {
            file.name = distinct(file.name, &names(&made));
            change_log =
                Some(api::ManifestLog { file: file.name.clone(), entries: file.records, sm3: sm3(&bytes) });
            listed.push(self.listed(&file, &bytes, "changes", None));
            made.push((file, bytes));
        }
        view.manifest_name = distinct(self.manifest_name(options), &names(&made));
        view.manifest = self.manifest(options, listed, counts, change_log);
        let mut manifest = serde_json::to_vec_pretty(&view.manifest).expect("only texts, numbers and lists");
        manifest.push(b'\n');
        view.manifest_sm3 = sm3(&manifest);
        let file = api::FileView {
            name: view.manifest_name.clone(),
            media_type: media_type(FileType::Json).to_owned(),
            ..api::FileView::default()
        };
        made.push((file, manifest));
        if options.zip {
            let files = made.iter().map(|(file, bytes)| (file.name.as_str(), bytes.as_slice()));
            let what = self.text("压缩包".to_owned(), "zip".to_owned());
            let bytes = archive::pack(files).map_err(|error| self.export_problem(&what, &error.into()))?;
            let records = made.iter().filter(|(file, _)| !file.kind.is_empty()).map(|(f, _)| f.records).sum();
            let name = self.zip_name(options);
            let file = api::FileView {
                name,
                media_type: "application/zip".to_owned(),
                kind: String::new(),
                records,
            };
            view.files = vec![file];
            return Ok((view, vec![bytes]));
        }
        let (files, bytes) = made.into_iter().unzip();
        view.files = files;
        Ok((view, bytes))
    }

    fn listed(
        &self,
        file: &api::FileView,
        bytes: &[u8],
        role: &str,
        template: Option<&Template>,
    ) -> api::ManifestFile {
        api::ManifestFile {
            name: file.name.clone(),
            role: role.to_owned(),
            kind: file.kind.clone(),
            template: template.map_or(String::new(), |template| template.name.clone()),
            title: template.map_or(String::new(), |template| self.template_title(template)),
            template_sm3: template.map_or(String::new(), |template| sm3(template.to_json().as_bytes())),
            records: file.records,
            bytes: bytes.len() as u64,
            sm3: sm3(bytes),
        }
    }

    fn kind_counts(
        &self,
        kind: Kind,
        template: &Template,
        leaving: usize,
        options: &api::DeliverOptions,
    ) -> api::ManifestKind {
        let (plan, confirmed) = self.kind_plan(kind, template, options);
        api::ManifestKind {
            kind: kind.key().to_owned(),
            records: plan.records,
            passed: leaving - confirmed,
            confirmed,
            left_behind: plan.records - leaving,
            with_errors: plan.with_errors,
            with_warnings: plan.with_warnings,
            lacking: plan.lacking,
            unchanged: plan.left_out,
        }
    }
}

fn names(made: &[(api::FileView, Vec<u8>)]) -> Vec<String> {
    made.iter().map(|(file, _)| file.name.clone()).collect()
}
