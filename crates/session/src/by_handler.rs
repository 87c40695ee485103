//! What stays behind, handler by handler (承办人): the counts, and a workbook with a sheet for each.

use std::collections::BTreeMap;

use precheck_export::media_type;
use precheck_schema::template::FileType;
use precheck_schema::{FieldKey, Kind, RowId};
use precheck_tabular::write::{OutCell, OutSheet, OutStyle, xlsx};

use crate::api;
use crate::job::Job;
use crate::masking::masked;
use crate::release::Stay;
use crate::say::{Said, letters};

/// Headers of a sheet with their widths in characters.
const COLUMNS: [(&str, &str, u16); 11] = [
    ("信息种类", "Kind", 16),
    ("工作表", "Sheet", 18),
    ("行", "Row", 6),
    ("列", "Column", 6),
    ("企业名称", "Enterprise", 30),
    ("文书编号", "Document", 28),
    ("字段", "Field", 16),
    ("现值", "Value", 30),
    ("问题", "Problem", 44),
    ("依据", "Basis", 36),
    ("改法", "How to mend it", 44),
];
/// Where the value stands, which is marked by severity.
const VALUE: usize = 7;

/// Records that stay behind: table and row.
type Staying = Vec<(usize, RowId, Stay)>;

impl Job {
    /// What stays behind, by handler as the records name him; those without a name come last.
    fn staying_by_handler(
        &self,
        options: &api::DeliverOptions,
    ) -> Result<Vec<(String, Staying)>, api::ProblemView> {
        let mut by_name: BTreeMap<String, Staying> = BTreeMap::new();
        for (number, table) in self.tables.iter().enumerate() {
            let template = self.template_for(table.kind, options)?;
            for &row in table.rows() {
                if let Some(stay) = self.stay(number, row, Some(&template))
                    && !self.is_left_out(number, row, options)
                {
                    let name = masked(table, row, FieldKey::Handler).split_whitespace().collect::<String>();
                    by_name.entry(name).or_default().push((number, row, stay));
                }
            }
        }
        let nameless = by_name.remove("");
        let mut all: Vec<_> = by_name.into_iter().collect();
        all.sort_by_key(|(_, staying)| std::cmp::Reverse(staying.len()));
        all.extend(nameless.map(|staying| (String::new(), staying)));
        Ok(all)
    }

    /// How many records of each handler stay.
    pub(crate) fn handlers(
        &self,
        options: &api::DeliverOptions,
    ) -> Result<Vec<api::HandlerView>, api::ProblemView> {
        let lang = self.settings.lang;
        let view = |(name, staying): (String, Staying)| {
            let of = |kind: Kind| staying.iter().filter(|(t, ..)| self.tables[*t].kind == kind).count();
            let kinds = Kind::ALL.into_iter().map(|kind| (kind.label().get(lang).to_owned(), of(kind)));
            api::HandlerView {
                name,
                records: staying.len(),
                kinds: kinds.filter(|(_, count)| *count > 0).collect(),
            }
        };
        Ok(self.staying_by_handler(options)?.into_iter().map(view).collect())
    }

    /// Makes the workbook: a sheet for each handler, a line for each problem. Personal numbers are masked.
    pub(crate) fn problems_by_handler(&self) -> Result<(api::FileView, Vec<u8>), api::ProblemView> {
        let name = self.settings.template.as_ref().or(self.settings.templates.iter().next());
        let template = name.map_or(String::new(), |template| template.name.clone());
        let options = api::DeliverOptions { template, ..api::DeliverOptions::default() };
        let handlers = self.staying_by_handler(&options)?;
        if handlers.is_empty() {
            return Err(self.nothing_stays());
        }
        let mut sheets = Vec::with_capacity(handlers.len());
        let mut records = 0;
        for (name, staying) in &handlers {
            records += staying.len();
            let header = COLUMNS.map(|(zh, en, _)| {
                OutCell::styled(self.text(zh.to_owned(), en.to_owned()), OutStyle::Header)
            });
            let mut rows = vec![header.to_vec()];
            for (table, row, stay) in staying {
                self.problem_lines(*table, *row, stay, &options, &mut rows)?;
            }
            sheets.push(OutSheet {
                name: if name.is_empty() {
                    self.text("未填承办人".to_owned(), "no handler".to_owned())
                } else {
                    name.clone()
                },
                rows,
                column_widths: COLUMNS.map(|(.., width)| width).to_vec(),
                freeze_rows: 1,
                validations: Vec::new(),
            });
        }
        let bytes = xlsx(&sheets).map_err(|error| {
            let what = self.text("问题清单".to_owned(), "problem list".to_owned());
            self.export_problem(&what, &error.into())
        })?;
        let organisation = &self.settings.profile.organisation.name;
        let stem = format!("问题清单_按承办人_{organisation}_{}", self.settings.today.format("%Y%m%d"));
        let view = api::FileView {
            name: format!("{}.xlsx", precheck_export::safe_stem(&stem)),
            media_type: media_type(FileType::Xlsx).to_owned(),
            kind: String::new(),
            records,
        };
        Ok((view, bytes))
    }

    fn problem_lines(
        &self,
        number: usize,
        row: RowId,
        stay: &Stay,
        options: &api::DeliverOptions,
        rows: &mut Vec<Vec<OutCell>>,
    ) -> Result<(), api::ProblemView> {
        let (table, lang, cx) = (&self.tables[number], self.settings.lang, self.settings.context());
        let place = |field: Option<FieldKey>| {
            let show = |key: FieldKey| masked(table, row, key);
            [
                table.kind.label().get(lang).to_owned(),
                self.origins[number].name.clone(),
                table.source_row(row).map_or_else(
                    || self.text("新增".to_owned(), "new".to_owned()),
                    |number| number.to_string(),
                ),
                field.and_then(|field| letters(table, field)).unwrap_or_default(),
                show(FieldKey::EnterpriseName),
                show(FieldKey::DocumentNo),
            ]
        };
        for finding in &self.holding_back(number, row) {
            let said = Said::new(&cx, &self.tables, number, finding, lang);
            let said = [
                said.field_label().to_owned(),
                said.value(),
                said.message(),
                said.cited(),
                said.suggestion(),
            ];
            let style = crate::problems::mark(finding.severity);
            rows.push(line(place(finding.field), said, style));
        }
        if let Stay::Lacking(headers) = stay {
            let title = self.template_title(&*self.template_for(table.kind, options)?);
            for header in headers {
                let (problem, how) = self.lacking_words(header, &title);
                let said = [header.clone(), String::new(), problem, title.clone(), how];
                rows.push(line(place(None), said, OutStyle::Error));
            }
        }
        Ok(())
    }
}

fn line(place: [String; 6], said: [String; 5], value: OutStyle) -> Vec<OutCell> {
    let styled = |(at, text): (usize, String)| {
        let style = match at {
            VALUE => value,
            at if at > VALUE => OutStyle::Note,
            _ => OutStyle::Plain,
        };
        OutCell::styled(text, style)
    };
    place.into_iter().chain(said).enumerate().map(styled).collect()
}
