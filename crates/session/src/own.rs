//! Own templates of the user: from a blank platform file, or from a template file.

use precheck_export::own;
use precheck_schema::Kind;
use precheck_schema::template::{Template, ValueForms};
use precheck_tabular::{ReadOptions, Recognised, Recognition, read, recognise};

use crate::api;
use crate::job::Job;
use crate::open::{mapped, problem, question};

impl Job {
    /// What a blank platform file gives: its columns as they were understood or settled, and the template.
    pub fn own_template(
        &self,
        bytes: &[u8],
        options: &api::OwnTemplateOptions,
    ) -> Result<api::OwnTemplateView, api::ProblemView> {
        let lang = self.settings.lang;
        let workbook = read(bytes, &ReadOptions::default()).map_err(|error| problem(&error, lang))?;
        let hint = Kind::from_key(&options.kind);
        let file = options.file.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let title = match options.title.trim() {
            "" if stem.trim().is_empty() => self.text("自有模板".to_owned(), "own template".to_owned()),
            "" => stem.trim().to_owned(),
            title => title.to_owned(),
        };
        let mut view = api::OwnTemplateView { title, ..api::OwnTemplateView::default() };
        let (mut layouts, mut unknown) = (Vec::new(), None);
        for (sheet, grid) in workbook.grids.iter().enumerate() {
            let said = options.mappings.iter().find(|mapping| mapping.sheet == sheet);
            let recognised: Option<Recognised> = match said {
                Some(mapping) => Kind::from_key(&mapping.kind).map(|kind| mapped(grid, kind, mapping)),
                None if grid.hidden => None,
                None => match recognise(grid, hint) {
                    Recognition::Table(recognised) => Some(recognised),
                    Recognition::Empty => None,
                    Recognition::NoHeader(_) => {
                        unknown.get_or_insert_with(|| question(grid, sheet, None, lang));
                        None
                    }
                },
            };
            let Some(recognised) = recognised else { continue };
            view.sheets.push(question(grid, sheet, Some(&recognised), lang));
            let constants: Vec<(usize, String)> = options
                .constants
                .iter()
                .filter(|(at, ..)| *at == sheet)
                .map(|(_, column, text)| (*column, text.clone()))
                .collect();
            let Some(layout) = own::layout(grid, &recognised, &constants) else { continue };
            // A kind leaves with one layout: that of its first sheet.
            if !layouts.iter().any(|other: &precheck_schema::template::Layout| other.kinds == layout.kinds) {
                layouts.push(layout);
            }
        }
        if view.sheets.is_empty() {
            view.sheets.extend(unknown);
        }
        if view.sheets.is_empty() {
            return Err(self.problem(
                "no-header",
                "文件里没有表头；请选择平台下载的空白导入文件",
                "the file has no header; choose the blank file of the platform",
            ));
        }
        if !layouts.is_empty() {
            let values = match options.date.trim() {
                "" => ValueForms::default(),
                form => ValueForms { date: form.to_owned(), ..ValueForms::default() },
            };
            let template = own::template(&workbook, &view.title, values, layouts);
            // Read again: what is kept is what can be loaded later.
            let template = Template::from_json(&template.to_json())
                .map_err(|error| crate::SettingsError::from(error).view(lang))?;
            view.name.clone_from(&template.name);
            view.template = template.to_json();
        }
        Ok(view)
    }

    /// Reads a template file: whether it can be used, and what it is called.
    pub(crate) fn read_template(&self, json: &str) -> Result<api::OwnTemplateView, api::ProblemView> {
        let template = Template::from_json(json)
            .map_err(|error| crate::SettingsError::from(error).view(self.settings.lang))?;
        Ok(api::OwnTemplateView {
            name: template.name.clone(),
            title: template.title.clone(),
            template: template.to_json(),
            sheets: Vec::new(),
        })
    }
}
