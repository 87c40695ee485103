//! The thin step from clean records to a platform's import file, laid out by templates that are data.

use precheck_schema::date::Date;
use precheck_schema::profile::Profile;
use precheck_schema::template::{Columns, FileType, Template};
use precheck_schema::{FieldKey, Kind, RowId, Table};
use precheck_tabular::write::{OutCell, OutSheet, OutStyle, xlsx};

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The writer refused.
    #[error(transparent)]
    Write(#[from] precheck_tabular::WriteError),
}

/// Every template that may be chosen.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    all: Vec<Template>,
}

impl Templates {
    /// The templates that the program carries.
    pub fn built_in() -> Self {
        let kinds: Vec<_> = Kind::ALL.iter().map(|k| format!("\"{k}\"")).collect();
        let json = format!(
            r#"{{"name":"plan","title":"实施方案内容清单","title_en":"Implementation plan","file":"xlsx",
            "layouts":[{{"kinds":[{}],"columns":"kind"}}]}}"#,
            kinds.join(",")
        );
        Self { all: Template::from_json(&json).into_iter().collect() }
    }

    /// The template of a name.
    pub fn find(&self, name: &str) -> Option<&Template> {
        self.all.iter().find(|t| t.name == name)
    }

    /// Every template.
    pub fn iter(&self) -> impl Iterator<Item = &Template> {
        self.all.iter()
    }

    /// Adds a template.
    pub fn add(&mut self, template: Template) {
        self.all.push(template);
    }
}

/// A record that leaves.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Its table.
    pub table: &'a Table,
    /// Its row.
    pub row: RowId,
}

/// Headers of the columns that the template requires and the record lacks.
pub fn lacking(template: &Template, record: Record<'_>, _profile: &Profile) -> Vec<String> {
    match template.layout(record.table.kind).map(|l| &l.columns) {
        Some(Columns::List(columns)) => columns
            .iter()
            .filter(|c| c.required)
            .filter(|c| c.field_key().is_some_and(|f| record.table.value(record.row, f).is_empty()))
            .map(|c| c.header.clone())
            .collect(),
        _ => Vec::new(),
    }
}

/// The file's cells, header included.
pub fn rows(template: &Template, kind: Kind, records: &[Record<'_>], _profile: &Profile) -> Vec<Vec<String>> {
    let fields: Vec<FieldKey> =
        kind.fields().iter().map(|f| f.key).filter(|&f| template.writes(kind, f)).collect();
    let mut rows = vec![fields.iter().map(|&f| kind.field_label(f).to_owned()).collect::<Vec<_>>()];
    rows.extend(
        records
            .iter()
            .map(|r| fields.iter().map(|&f| r.table.value(r.row, f).into_owned()).collect::<Vec<_>>()),
    );
    rows
}

/// The file.
pub fn write(
    template: &Template,
    kind: Kind,
    records: &[Record<'_>],
    profile: &Profile,
) -> Result<Vec<u8>, ExportError> {
    let rows = rows(template, kind, records, profile);
    let rows = rows.into_iter().map(|row| row.into_iter().map(OutCell::plain).collect()).collect();
    let sheet = OutSheet { name: kind.label().zh.to_owned(), rows, ..OutSheet::default() };
    Ok(xlsx(&[sheet])?)
}

/// Its name.
pub fn file_name(template: &Template, kind: Kind, profile: &Profile, today: Date) -> String {
    let day = today.format("%Y%m%d");
    format!("{}_{}_{day}.{}", profile.organisation.name, kind.label().zh, template.file.extension())
}

/// Its media type.
pub fn media_type(file: FileType) -> &'static str {
    match file {
        FileType::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileType::Csv => "text/csv",
        FileType::Json => "application/json",
        FileType::Xml => "application/xml",
    }
}

/// The workbook of what stays behind.
pub mod problems {
    use super::{ExportError, FieldKey, OutCell, OutSheet, OutStyle, RowId, Table, xlsx};

    /// Records of a table that stay.
    pub struct ProblemSheet<'a> {
        /// The table.
        pub table: &'a Table,
        /// Name of the sheet.
        pub name: String,
        /// Its records.
        pub rows: Vec<ProblemRow>,
    }

    /// A record that stays.
    pub struct ProblemRow {
        /// Its row.
        pub row: RowId,
        /// What is wrong.
        pub problems: Vec<String>,
        /// By which basis.
        pub basis: Vec<String>,
        /// How to mend it.
        pub suggestions: Vec<String>,
        /// Marked cells.
        pub marks: Vec<(FieldKey, OutStyle)>,
    }

    /// The workbook.
    pub fn workbook(
        sheets: &[ProblemSheet<'_>],
        mask: &dyn Fn(Option<FieldKey>, &str) -> String,
    ) -> Result<Vec<u8>, ExportError> {
        let sheets = sheets.iter().map(|sheet| {
            let columns = sheet.table.columns();
            let mut header: Vec<_> =
                columns.iter().map(|c| OutCell::styled(&*c.meaning.header, OutStyle::Header)).collect();
            header.extend(["问题", "依据", "建议"].map(|t| OutCell::styled(t, OutStyle::Header)));
            let mut rows = vec![header];
            for row in &sheet.rows {
                let mut cells: Vec<_> = (0..columns.len())
                    .map(|c| {
                        let field = columns[c].meaning.field;
                        let style = row.marks.iter().find(|(f, _)| Some(*f) == field);
                        let text = mask(field, sheet.table.cell_at(row.row, c).text);
                        OutCell::styled(text, style.map_or(OutStyle::Plain, |s| s.1))
                    })
                    .collect();
                cells.extend(
                    [&row.problems, &row.basis, &row.suggestions]
                        .map(|texts| OutCell::styled(texts.join("\n"), OutStyle::Note)),
                );
                rows.push(cells);
            }
            OutSheet { name: sheet.name.clone(), rows, ..OutSheet::default() }
        });
        Ok(xlsx(&sheets.collect::<Vec<_>>())?)
    }
}
