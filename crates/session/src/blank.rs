//! Blank tables to fill in: the fields of a kind as headers, with help, lists of words and one example row.

use precheck_schema::Kind;
use precheck_tabular::Encoding;
use precheck_tabular::write::{OutCell, OutSheet, OutStyle, csv, xlsx};

use crate::api::{FileView, ProblemView};
use crate::example;
use crate::job::Job;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv";
/// Pixels of the grid for one character of a workbook's column.
const PIXELS: u16 = 8;

impl Job {
    /// A blank table of a kind, as `xlsx` or `csv`. The headers are the field names that the readers know best.
    pub(crate) fn blank(&self, kind: &str, form: &str) -> Result<(FileView, Vec<u8>), ProblemView> {
        let kind = self.kind(kind)?;
        let label = kind.label().get(self.settings.lang);
        let (bytes, media_type, form) = if form == "csv" {
            // With a mark, so that spreadsheet programs read it as UTF-8.
            let header = kind.fields().iter().map(|f| f.label.to_owned()).collect();
            let rows: [Vec<String>; 2] = [header, self.example(kind)];
            (csv(rows.iter().map(|row| row.iter().map(String::as_str)), true, Encoding::Utf8), CSV, "csv")
        } else {
            let bytes = xlsx(&[self.blank_sheet(kind)])
                .map_err(|error| self.problem("not-written", &error.to_string(), &error.to_string()))?;
            (bytes, XLSX, "xlsx")
        };
        let view = FileView {
            name: format!("{label}_空白模板.{form}"),
            media_type: media_type.to_owned(),
            kind: kind.key().to_owned(),
            records: 0,
        };
        Ok((view, bytes))
    }

    /// The example row.
    fn example(&self, kind: Kind) -> Vec<String> {
        let (profile, today) = (&self.settings.profile, self.settings.today);
        kind.fields().iter().map(|f| example::text(kind, f.key, profile, today)).collect()
    }

    fn blank_sheet(&self, kind: Kind) -> OutSheet {
        let lang = self.settings.lang;
        let headers = kind.fields().iter().map(|field| {
            let mut note = field.key.field().help.get(lang).to_owned();
            if field.is_required() {
                note = format!("必填。{note}");
            }
            OutCell::styled(field.label, OutStyle::Header).with_comment(note)
        });
        let validations = kind.fields().iter().enumerate().filter_map(|(column, field)| {
            let list = field.ty().code_list()?.list();
            Some((column, list.codes.iter().map(|code| code.label.to_owned()).collect()))
        });
        OutSheet {
            name: kind.label().get(lang).to_owned(),
            rows: vec![headers.collect(), self.example(kind).into_iter().map(OutCell::plain).collect()],
            column_widths: kind.fields().iter().map(|f| f.key.field().width / PIXELS).collect(),
            freeze_rows: 1,
            validations: validations.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;
    use crate::api::{Origin, Source, SourceOptions};
    use precheck_schema::date::Date;

    #[test]
    fn a_blank_table_is_recognised_as_its_kind_with_all_fields() {
        let today = Date::from_ymd_opt(2023, 6, 16).unwrap();
        for kind in Kind::ALL {
            for form in ["xlsx", "csv"] {
                let mut job = Job::new(Settings::on(today));
                let (view, bytes) = job.blank(kind.key(), form).unwrap();
                assert!(view.name.ends_with(form));
                let options = SourceOptions::default();
                job.open_begin(vec![Source { name: view.name, origin: Origin::File, options }]);
                job.open_source(&bytes);
                let table = &job.overview().tables[0];
                assert_eq!(table.kind, kind.key(), "{form}");
                assert!(table.columns.iter().all(|column| !column.letters.is_empty()), "{kind} {form}");
                assert!(table.unmapped.is_empty(), "{kind} {form}");
            }
        }
        assert_eq!(Job::new(Settings::on(today)).blank("no such kind", "csv").unwrap_err().key, "no-kind");
    }
}
