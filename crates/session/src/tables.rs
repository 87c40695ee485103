//! Reading and writing of tables that are no records.

use precheck_export::{ExportError, media_type};
use precheck_schema::date::{iso, read_date};
use precheck_schema::grid::{CellKind, Grid};
use precheck_schema::template::FileType;
use precheck_tabular::write::{OutCell, OutSheet, OutStyle, xlsx};
use precheck_tabular::{ReadOptions, WriteError, read};

use crate::api;
use crate::job::Job;
use crate::open::problem;

/// Rows that are taken of a file: no list of a county is longer, and the page holds all of them.
const MOST_ROWS: usize = 100_000;
/// Characters that a date may have, and a column of a written table at most.
const LONGEST_DATE: usize = 20;
const WIDEST: usize = 48;

impl Job {
    /// The sheets of a file in texts; dates as `yyyy-MM-dd`.
    pub(crate) fn read_tables(&self, bytes: &[u8]) -> Result<Vec<api::PlainSheet>, api::ProblemView> {
        let lang = self.settings.lang;
        let workbook = read(bytes, &ReadOptions::default()).map_err(|error| problem(&error, lang))?;
        let mut sheets = Vec::new();
        let mut left = MOST_ROWS;
        for grid in workbook.grids.iter().filter(|grid| !grid.hidden) {
            let rows: Vec<Vec<String>> = (0..grid.rows)
                .filter(|&row| !grid.row_is_blank(row))
                .take(left + 1)
                .map(|row| texts(grid, row))
                .collect();
            if rows.len() > left {
                return Err(self.problem(
                    "too-many-rows",
                    "文件超过 10 万行；请拆分后分别载入",
                    "the file has more than 100,000 rows; split it and load the parts",
                ));
            }
            left -= rows.len();
            if !rows.is_empty() {
                sheets.push(api::PlainSheet { name: grid.name.clone(), rows });
            }
        }
        Ok(sheets)
    }

    fn not_written(&self, error: WriteError) -> api::ProblemView {
        let error = ExportError::from(error);
        self.problem("not-written", &error.to_string(), &error.message_en())
    }

    /// A workbook of one sheet, its first row the header. Every cell is text: nothing becomes a formula.
    pub(crate) fn write_table(
        &self,
        name: &str,
        rows: &[Vec<String>],
    ) -> Result<(api::FileView, Vec<u8>), api::ProblemView> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            let widest = rows.iter().filter_map(|row| row.get(column)).map(|text| wide(text)).max();
            (widest.unwrap_or_default() + 2).min(WIDEST) as u16
        };
        let cells = |(at, row): (usize, &Vec<String>)| {
            let style = if at == 0 { OutStyle::Header } else { OutStyle::Plain };
            row.iter().map(|text| OutCell::styled(text.as_str(), style)).collect()
        };
        let sheet = OutSheet {
            name: name.to_owned(),
            rows: rows.iter().enumerate().map(cells).collect(),
            column_widths: (0..columns).map(width).collect(),
            freeze_rows: 1,
            ..OutSheet::default()
        };
        let bytes = xlsx(&[sheet]).map_err(|error| self.not_written(error))?;
        let file = api::FileView {
            name: format!("{name}.xlsx"),
            media_type: media_type(FileType::Xlsx).to_owned(),
            kind: String::new(),
            records: rows.len().saturating_sub(1),
        };
        Ok((file, bytes))
    }
}

/// Texts of a row.
fn texts(grid: &Grid, row: u32) -> Vec<String> {
    let mut texts: Vec<String> = (0..grid.columns.len()).map(|column| text(grid, row, column)).collect();
    let used = texts.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1);
    texts.truncate(used);
    texts
}

fn text(grid: &Grid, row: u32, column: usize) -> String {
    let text = grid.text(row, column).trim();
    let dated = grid.tag(row, column).kind() == CellKind::Date || text.contains(['-', '/', '.', '年']);
    if dated
        && text.chars().count() <= LONGEST_DATE
        && let Some(read) = read_date(text, false)
    {
        return iso(read.date);
    }
    text.to_owned()
}

/// Width of a text in characters of the default font.
fn wide(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use precheck_schema::date::Date;

    use crate::api::{PlainSheet, Request, Response};
    use crate::{Job, Settings};

    fn rows(of: &[&[&str]]) -> Vec<Vec<String>> {
        of.iter().map(|row| row.iter().map(|&text| text.to_owned()).collect()).collect()
    }

    #[test]
    fn what_is_written_is_read_again_and_nothing_is_a_formula() {
        let mut job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).expect("a date")));
        let table =
            rows(&[&["企业名称", "列入日期", "备注"], &["甲公司", "2023-02-17", "=1+1"], &["乙公司"]]);
        let write = Request::WriteTable { name: "核查表".to_owned(), rows: table.clone() };
        let (Response::Files { files }, bytes) = job.handle(write) else { panic!("no file") };
        assert_eq!((files[0].name.as_str(), files[0].records), ("核查表.xlsx", 2));
        let (read, _) = job.handle_with(Request::ReadTables, bytes);
        assert_eq!(
            read,
            Response::Tables { sheets: vec![PlainSheet { name: "核查表".to_owned(), rows: table }] }
        );
    }

    #[test]
    fn dates_are_read_however_they_are_written_and_blank_rows_left_out() {
        let mut job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).expect("a date")));
        let text =
            "名称,推送日期,项目\n,,\n甲 公司,2023.6.5,旅馆业\n乙公司,2023年5月30日,3-4 层\n丙公司,未知,\n";
        let (read, _) = job.handle_with(Request::ReadTables, vec![text.as_bytes().to_vec()]);
        let Response::Tables { sheets } = read else { panic!("{read:?}") };
        assert_eq!(
            sheets[0].rows,
            rows(&[
                &["名称", "推送日期", "项目"],
                &["甲 公司", "2023-06-05", "旅馆业"],
                &["乙公司", "2023-05-30", "3-4 层"],
                &["丙公司", "未知"],
            ])
        );
    }

    #[test]
    fn what_is_no_table_is_refused_in_words() {
        let mut job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).expect("a date")));
        let (answer, _) = job.handle_with(Request::ReadTables, vec![b"PK\x03\x04 broken".to_vec()]);
        assert!(matches!(answer, Response::Problem(problem) if !problem.message.is_empty()));
    }
}
