//! One workbook as xlsx, xls, ods and HTML, saved by `LibreOffice`: every format gives the same cells. And what
//! only some programs write, made in code.

mod build;

use precheck_schema::grid::{CellKind, Grid, Merge};
use precheck_schema::{FieldKey, Kind};
use precheck_tabular::{Format, ReadOptions, Recognition, Workbook, build_table, read, recognise};

const XLSX: &[u8] = include_bytes!("fixtures/types.xlsx");
const XLS: &[u8] = include_bytes!("fixtures/types.xls");
const ODS: &[u8] = include_bytes!("fixtures/types.ods");
const HTML: &[u8] = include_bytes!("fixtures/types.html");

fn open(bytes: &[u8]) -> Workbook {
    read(bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// Every cell that is not blank: place, text, kind, whether a formula made it.
fn cells(grid: &Grid) -> Vec<(u32, usize, String, CellKind, bool)> {
    let mut out = Vec::new();
    for row in 0..grid.rows {
        for column in 0..grid.columns.len() {
            let (text, tag) = (grid.text(row, column), grid.tag(row, column));
            if tag.kind() != CellKind::Blank {
                out.push((row, column, text.to_owned(), tag.kind(), tag.is_formula()));
            }
        }
    }
    out
}

#[test]
fn cells_keep_what_they_are_in_every_workbook_format() {
    use CellKind::{Bool, Date, Error, LossyNumber, Number, Text};
    let expected = [
        (3, 0, "1", Number, false),
        (3, 2, "91150525MA0AAAAA0A", Text, false),
        (3, 5, "2023-06-01", Date, false),
        (3, 6, "5000", Number, false),
        (4, 1, "乙\n商店", Text, false),
        (4, 2, "150525199001011000", LossyNumber, false),
        (4, 5, "2023-06-02 08:30:00", Date, false),
        (4, 6, "0.5", Number, false),
        (4, 7, "奈曼旗消防救援大队", Text, true),
        (5, 2, "TRUE", Bool, true),
        (5, 3, "#DIV/0!", Error, true),
        (5, 4, "甲乙", Text, true),
        (5, 5, "2023-06-29", Date, false),
        (5, 6, "5001", Number, true),
        (5, 7, "—", Text, false),
        (6, 6, "1.25", Number, false),
        (8, 6, "5000.5", Number, false),
    ];
    let all = cells(&open(XLSX).grids[0]);
    for (bytes, format) in [(XLSX, Format::Xlsx), (XLS, Format::Xls), (ODS, Format::Ods)] {
        let book = open(bytes);
        assert_eq!(book.format, format);
        let sheets: Vec<_> = book.grids.iter().map(|g| (g.name.as_str(), g.hidden)).collect();
        assert_eq!(sheets, [("行政处罚", false), ("空", false), ("藏", true)], "{format:?}");
        let grid = &book.grids[0];
        for &(row, column, text, kind, formula) in &expected {
            // LibreOffice writes this logical value into ods as the number 1.
            let (text, kind) =
                if format == Format::Ods && kind == Bool { ("1", Number) } else { (text, kind) };
            let tag = grid.tag(row, column);
            let found = (grid.text(row, column), tag.kind(), tag.is_formula());
            assert_eq!(found, (text, kind, formula), "{format:?} {row} {column}");
        }
        assert_eq!(cells(grid).len(), all.len(), "{format:?}");
        assert_eq!((&grid.hidden_rows[..], &grid.hidden_columns[..]), (&[6][..], &[4][..]), "{format:?}");
        let title = Merge { first_row: 0, first_column: 0, last_row: 0, last_column: 7 };
        assert_eq!(grid.merges, [title], "{format:?}");
    }
    assert_eq!(cells(&open(XLS).grids[0]), all);
}

#[test]
fn html_of_libreoffice() {
    let book = open(HTML);
    assert_eq!(book.format, Format::Html);
    let grid = &book.grids[0];
    // It leaves the hidden column and the hidden row out.
    let cell = |row, column| (grid.text(row, column), grid.tag(row, column).kind());
    assert_eq!(cell(2, 5), ("罚款金额（元）", CellKind::Text));
    assert_eq!(cell(3, 4), ("2023年6月1日", CellKind::Text));
    assert_eq!(cell(3, 5), ("5000", CellKind::Number));
    assert_eq!(cell(4, 1), ("乙\n商店", CellKind::Text));
    assert_eq!(cell(4, 2), ("150525199001011000", CellKind::LossyNumber));
}

#[test]
fn records_of_every_format() {
    for (bytes, rows) in [(XLSX, 4), (XLS, 4), (ODS, 4), (HTML, 3)] {
        for leave_out_hidden in [false, true] {
            let options = ReadOptions { leave_out_hidden, ..ReadOptions::default() };
            let grid = read(bytes, &options).unwrap().grids.remove(0);
            let Recognition::Table(recognised) = recognise(&grid, None) else { panic!("no header") };
            assert_eq!((recognised.kind, recognised.header_row), (Kind::Penalty, 3));
            let table = build_table(grid, &recognised);
            let hidden = usize::from(leave_out_hidden && rows == 4);
            assert_eq!(table.len(), rows - hidden);
            assert_eq!(table.source_row(table.rows()[2]), Some(6));
            let reasons: Vec<_> = recognised.left_out.iter().map(|l| l.reason.key()).collect();
            let mut expected = vec!["title", "title", "blank", "tail", "tail"];
            if hidden == 1 {
                expected.insert(2, "hidden");
            }
            assert_eq!(reasons, expected);
            assert_eq!(table.value(table.rows()[0], FieldKey::FineAmount), "0.5", "yuan become 万元");
        }
    }
}

#[test]
fn xls_records_that_libreoffice_does_not_write() {
    let cell = |row: u8, column: u8| vec![row, 0, column, 0, 0, 0];
    let with = |row, column, rest: &[u8]| [cell(row, column), rest.to_vec()].concat();
    let shared = build::record(0xFC, &[1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 0x01, 0x4F]);
    let rest = build::record(0x3C, &[1, 0x1A, 0x4E]);
    let format = [&[200, 0, 4, 0, 0][..], b"yyyy"].concat();
    let globals = [
        build::record(0x22, &[1, 0]),
        build::record(0x41E, &format),
        build::record(0xE0, &[0, 0, 0, 0]),
        build::record(0xE0, &[0, 0, 200, 0]),
        shared,
        rest,
    ];
    let sheet = [
        build::record(0xFD, &with(0, 0, &[0, 0, 0, 0])),
        build::record(0xFD, &with(0, 1, &[9, 0, 0, 0])),
        build::record(0x204, &with(1, 0, &[1, 0, 1, 0x32, 0x75])),
        build::record(0xBD, &[2, 0, 0, 0, 0, 0, 6, 0, 0, 0, 1, 0, 0xF2, 0xA9, 0x02, 0, 1, 0]),
        build::record(0x205, &with(3, 0, &[0, 0])),
        build::record(0x205, &with(3, 1, &[0x2A, 1])),
        // A chart with cells of its own.
        build::record(0x809, &[0, 6, 0x20, 0, 0, 0, 0, 0]),
        build::record(0x204, &with(9, 0, &[1, 0, 0, b'x'])),
        build::record(0x0A, &[]),
    ];
    let grid = open(&build::xls(true, &globals, &sheet)).grids.remove(0);
    assert!(grid.date_1904);
    let found: Vec<_> = cells(&grid).into_iter().map(|(r, c, text, kind, _)| (r, c, text, kind)).collect();
    let expected = [
        (0, 0, "企\u{4E1A}", CellKind::Text),
        (1, 0, "甲", CellKind::Text),
        (2, 0, "1", CellKind::Number),
        (2, 1, "2023-06-29", CellKind::Date),
        (3, 0, "FALSE", CellKind::Bool),
        (3, 1, "#N/A", CellKind::Error),
    ];
    assert_eq!(found, expected.map(|(r, c, text, kind)| (r, c, text.to_owned(), kind)));
}

#[test]
fn excel_95_in_its_code_page() {
    let text = [0xC6, 0xF3, 0xD2, 0xB5];
    let label = [&[0, 0, 0, 0, 0, 0, 4, 0][..], &text].concat();
    let grid = open(&build::xls(false, &[build::record(0x42, &[0xA8, 3])], &[build::record(0x204, &label)]));
    assert_eq!((grid.grids[0].name.as_str(), grid.grids[0].text(0, 0)), ("S", "企业"));
}

#[test]
fn xlsx_cells_that_libraries_write() {
    let sheet = r#"<sheetData><row><c t="inlineStr"><is><t> 甲 </t></is></c><c t="inlineStr"><is><r><t>乙</t></r><r><t
        xml:space="preserve"> 丙</t></r><rPh><t>yi</t></rPh></is></c><c t="str"><f>A1</f><v>丁</v></c><c t="d"><v>2023-06-29T00:00:00</v></c></row>
        <row r="4" hidden="1"><c r="B4" s="1"><v>43644</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><v>文字</v></c><c t="s"><v>7</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#;
    let styles: &[u8] =
        br#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;&#24180;&quot;m"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>"#;
    let workbook = build::WORKBOOK.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    let book = open(&build::xlsx_with(&workbook, sheet, &[("xl/styles.xml", styles)]));
    let grid = &book.grids[0];
    let found: Vec<_> = cells(grid).into_iter().map(|(r, c, text, kind, _)| (r, c, text, kind)).collect();
    let expected = [
        (0, 0, "甲", CellKind::Text),
        (0, 1, "乙 丙", CellKind::Text),
        (0, 2, "丁", CellKind::Text),
        (0, 3, "2023-06-29", CellKind::Date),
        (3, 1, "2023-06-29", CellKind::Date),
        (3, 2, "TRUE", CellKind::Bool),
        (3, 3, "#REF!", CellKind::Error),
        (3, 4, "文字", CellKind::Text),
    ];
    assert_eq!(found, expected.map(|(r, c, text, kind)| (r, c, text.to_owned(), kind)));
    assert_eq!((&grid.hidden_rows[..], grid.merges.len(), grid.date_1904), (&[3][..], 1, true));
}

#[test]
fn ods_texts_repeats_and_errors() {
    let sheet = r#"<table:table table:name="表"><table:table-row table:number-rows-repeated="2"><table:table-cell
        table:number-columns-repeated="2" office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:s text:c="2"/>乙
          丙</text:p><text:p>丁  己<text:tab/><text:span>戊</text:span></text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell office:value-type="boolean" office:boolean-value="true"/>
        <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2023-06-29"><text:p>29.6.</text:p></table:table-cell>
        <table:table-cell office:value-type="time" office:time-value="PT08H30M00S"><text:p>08:30</text:p></table:table-cell>
        <table:covered-table-cell office:value-type="string"><text:p>藏</text:p></table:covered-table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:shapes><table:table><table:table-row><table:table-cell><text:p>图</text:p></table:table-cell></table:table-row></table:table></table:shapes></table:table>"#;
    let book = open(&build::ods(sheet));
    let text = "甲  乙 丙\n丁  己\t戊";
    let found: Vec<_> = cells(&book.grids[0]);
    let expected = [
        (0, 0, text, CellKind::Text, false),
        (0, 1, text, CellKind::Text, false),
        (1, 0, text, CellKind::Text, false),
        (1, 1, text, CellKind::Text, false),
        (2, 1, "TRUE", CellKind::Bool, false),
        (2, 2, "#DIV/0!", CellKind::Error, true),
        (2, 3, "2023-06-29", CellKind::Date, false),
        (2, 4, "08:30", CellKind::Text, false),
    ];
    assert_eq!(found, expected.map(|(r, c, text, kind, f)| (r, c, text.to_owned(), kind, f)));
    assert_eq!((book.grids.len(), book.grids[0].rows), (1, 3));
}

#[test]
fn sheets_of_different_kinds() {
    use precheck_tabular::write::{OutCell, OutSheet, xlsx};
    let sheet = |name: &str, rows: &[&str]| OutSheet {
        name: name.to_owned(),
        rows: rows.iter().map(|row| row.split('|').map(OutCell::plain).collect()).collect(),
        ..OutSheet::default()
    };
    let book = xlsx(&[
        sheet(
            "处罚",
            &["处罚信息", "企业名称|统一社会信用代码|处罚决定书文号|处罚种类|处罚机关", "甲|x|y|罚款|z"],
        ),
        sheet(
            "抽查",
            &["企业名称|统一社会信用代码|抽查任务编号|抽查事项|抽查检查结果", "乙|x|y|z|w", "丙|x|y|z|w"],
        ),
        sheet("填写说明", &["请逐项填写"]),
    ]);
    let found: Vec<_> = open(&book.unwrap())
        .grids
        .into_iter()
        .map(|grid| match recognise(&grid, None) {
            Recognition::Table(recognised) => {
                let kind = recognised.kind;
                Some((kind, recognised.header_row, build_table(grid, &recognised).len()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(found, [Some((Kind::Penalty, 2, 1)), Some((Kind::Inspection, 1, 2)), None]);
}
