//! Header layouts that were settled before: found again in other files, whatever row they stand in.

use precheck_schema::Kind;
use precheck_schema::fold::fold_all;
use precheck_schema::grid::Grid;

use crate::api;

/// The header of a sheet stands in one of its first rows.
const ROWS: u32 = 30;
/// So many texts make a header: a title above the table is one alone.
const LEAST: usize = 2;

/// The header texts of a row up to its last one; none where it cannot be a header.
fn texts(grid: &Grid, row: u32) -> Option<Vec<&str>> {
    let mut texts: Vec<&str> = (0..grid.columns.len()).map(|column| grid.text(row, column).trim()).collect();
    while texts.last().is_some_and(|text| text.is_empty()) {
        texts.pop();
    }
    (texts.iter().filter(|text| !text.is_empty()).count() >= LEAST).then_some(texts)
}

/// The digest of header texts. Width, spaces and letter case do not make another layout of it.
fn digest(texts: &[&str]) -> String {
    let folded: Vec<String> = texts.iter().map(|text| fold_all(text).to_lowercase()).collect();
    crate::digest::sm3(folded.join("\u{1f}").as_bytes())
}

/// What may be remembered of a sheet that was settled.
pub(crate) fn of(grid: &Grid, mapping: &api::SheetMapping) -> Option<api::KnownLayout> {
    let texts = texts(grid, mapping.header_row.checked_sub(1).filter(|row| *row < grid.rows)?)?;
    Some(api::KnownLayout {
        layout: digest(&texts),
        headers: texts.iter().map(|text| precheck_rules::privacy::mask(text).into_owned()).collect(),
        kind: mapping.kind.clone(),
        columns: mapping.columns.clone(),
    })
}

/// How a sheet is to be read whose header was settled before.
pub(crate) fn find(
    grid: &Grid,
    sheet: usize,
    known: &[api::KnownLayout],
) -> Option<(Kind, api::SheetMapping)> {
    if known.is_empty() {
        return None;
    }
    (0..grid.rows.min(ROWS)).find_map(|row| {
        let layout = digest(&texts(grid, row)?);
        let known = known.iter().find(|known| known.layout == layout)?;
        let mapping = api::SheetMapping {
            sheet,
            kind: known.kind.clone(),
            header_row: row + 1,
            columns: known.columns.clone(),
        };
        // One of a version that had another kind is not known any more.
        Some((Kind::from_key(&known.kind)?, mapping))
    })
}

#[cfg(test)]
mod tests {
    use crate::api::{KnownLayout, Origin, SheetMapping, Source, SourceOptions};
    use crate::{Job, Settings};
    use precheck_schema::date::Date;

    const FIRST: &str = "甲,乙,丙,丁\n奈曼旗沙海酒店有限公司,奈(消)行罚决字〔2023〕第0007号,2023-05-24,x\n";

    fn open(text: &str, options: SourceOptions) -> Job {
        let mut job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).expect("a date")));
        job.open_begin(vec![Source { name: "表.csv".to_owned(), origin: Origin::File, options }]);
        job.open_source(text.as_bytes());
        job
    }

    fn mapping(header_row: u32) -> SheetMapping {
        let columns = [(0, "enterprise_name"), (1, "document_no"), (2, "decision_date"), (3, "")];
        SheetMapping {
            sheet: 0,
            kind: "penalty".to_owned(),
            header_row,
            columns: columns.map(|(column, field)| (column, field.to_owned())).to_vec(),
        }
    }

    fn settled() -> KnownLayout {
        let job = open(FIRST, SourceOptions { mappings: vec![mapping(1)], ..SourceOptions::default() });
        let settled = &job.overview().sources[0].settled[0];
        assert!(!settled.remembered);
        settled.known.clone().expect("a layout")
    }

    #[test]
    fn a_layout_that_was_settled_is_read_without_a_question_wherever_it_stands() {
        let unknown = open(FIRST, SourceOptions::default());
        assert_eq!(unknown.overview().sources[0].questions.len(), 1);
        let known = settled();
        assert_eq!(known.headers, ["甲", "乙", "丙", "丁"]);
        let options = || SourceOptions { known: vec![known.clone()], ..SourceOptions::default() };
        for text in [FIRST.to_owned(), format!("某月台账,,,\n{}", FIRST.replace("甲,乙", " 甲 ,乙"))]
        {
            let job = open(&text, options());
            let overview = job.overview();
            assert!(overview.sources[0].questions.is_empty(), "{text}");
            assert_eq!(overview.totals.records, 1);
            let settled = &overview.sources[0].settled[0];
            assert!(settled.remembered);
            assert_eq!(settled.known.as_ref(), Some(&known));
            assert_eq!(settled.question.table, Some(0));
            assert_eq!(settled.question.columns[1].field, "document_no");
            assert_eq!(overview.tables[0].header_row, Some(1 + u32::from(text != FIRST)));
        }
    }

    #[test]
    fn what_is_said_of_this_sheet_goes_before_what_is_remembered() {
        let mut said = mapping(1);
        said.columns[2].1 = String::new();
        let options =
            SourceOptions { known: vec![settled()], mappings: vec![said], ..SourceOptions::default() };
        let job = open(FIRST, options);
        let settled = &job.overview().sources[0].settled[0];
        assert!(!settled.remembered);
        assert_eq!(settled.question.columns[2].field, "");
    }

    #[test]
    fn another_header_or_an_unknown_kind_is_asked_about() {
        let known = settled();
        let other = FIRST.replace("丁", "戊");
        let job = open(&other, SourceOptions { known: vec![known.clone()], ..SourceOptions::default() });
        assert_eq!(job.overview().sources[0].questions.len(), 1);
        let gone = KnownLayout { kind: "no-such-kind".to_owned(), ..known };
        let job = open(FIRST, SourceOptions { known: vec![gone], ..SourceOptions::default() });
        assert_eq!(job.overview().sources[0].questions.len(), 1);
    }

    #[test]
    fn without_a_header_there_is_nothing_to_know_a_sheet_by() {
        let job = open(FIRST, SourceOptions { mappings: vec![mapping(0)], ..SourceOptions::default() });
        assert_eq!(job.overview().sources[0].settled[0].known, None);
    }
}
