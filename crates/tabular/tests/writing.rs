//! What is written comes back: through our own readers and through a reader by others.

use std::io::{Cursor, Read};

use calamine::{Data, Reader};
use precheck_schema::grid::CellKind;
use precheck_tabular::write::{OutCell, OutSheet, OutStyle, csv, xlsx};
use precheck_tabular::{Encoding, ReadOptions, read};

const AWKWARD: [&str; 16] = [
    "甲宾馆",
    "  前后有空格 ",
    "两\n行",
    "制表\t符",
    "<b>&amp;\"引号\"</b>",
    "=1+1",
    "@SUM(A1)",
    "-5",
    "150525199001011234",
    "0001",
    "2023-06-29",
    "TRUE",
    "_x0041_ 与 _x000D_",
    "\u{3000}全角空格\u{3000}",
    "ᠮᠣᠩᠭᠣᠯ 𠮷 😀",
    "0.30",
];

fn sheet() -> OutSheet {
    let mut rows = vec![vec![
        OutCell::styled("企业名称", OutStyle::Header).with_comment("与营业执照一致\n<全称>"),
        OutCell::styled("终止方式", OutStyle::Header),
        OutCell::styled("案由", OutStyle::Header),
    ]];
    rows.extend(AWKWARD.iter().enumerate().map(|(at, text)| {
        let style = OutStyle::ALL[at % OutStyle::ALL.len()];
        vec![OutCell::styled(*text, style), OutCell::default(), OutCell::plain(*text).with_comment("问题")]
    }));
    rows.insert(5, Vec::new());
    OutSheet {
        name: "行政处罚".to_owned(),
        rows,
        column_widths: vec![30, 0, 12],
        freeze_rows: 1,
        validations: vec![
            (1, vec!["注销".to_owned(), "吊销".to_owned(), "撤销".to_owned()]),
            (2, (0..120).map(|n| format!("占用、堵塞,封闭疏散通道第{n}项")).collect()),
        ],
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap_or_else(|_| panic!("{name}")).read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_workbook_comes_back_as_text_cells() {
    let bytes = xlsx(&[sheet(), OutSheet { name: "空".to_owned(), ..OutSheet::default() }]).unwrap();
    let book = read(&bytes, &ReadOptions::default()).unwrap();
    let names: Vec<_> = book.grids.iter().map(|g| (g.name.as_str(), g.hidden)).collect();
    assert_eq!(names, [("行政处罚", false), ("空", false), ("选项", true)]);
    let grid = &book.grids[0];
    for (row, cells) in sheet().rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            assert_eq!(grid.text(row as u32, column), cell.text);
            let tag = grid.tag(row as u32, column);
            let kind = if cell.text.is_empty() { CellKind::Blank } else { CellKind::Text };
            assert_eq!((tag.kind(), tag.is_formula()), (kind, false));
        }
    }
}

#[test]
fn a_reader_by_others_reads_the_same() {
    let bytes = xlsx(&[sheet()]).unwrap();
    let mut book = calamine::Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("行政处罚").unwrap();
    for (row, cells) in sheet().rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, c)| !c.text.is_empty()) {
            let found = range.get_value((row as u32, column as u32));
            assert_eq!(found, Some(&Data::String(cell.text.clone())), "{row} {column}");
        }
    }
}

#[test]
fn equal_input_gives_equal_bytes() {
    assert_eq!(xlsx(&[sheet()]).unwrap(), xlsx(&[sheet()]).unwrap());
}

#[test]
fn lists_comments_and_frozen_rows() {
    let bytes = xlsx(&[sheet()]).unwrap();
    let worksheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(worksheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""), "{worksheet}");
    assert!(worksheet.contains("<formula1>&quot;注销,吊销,撤销&quot;</formula1>"));
    assert!(worksheet.contains("<formula1>选项!$A$1:$A$120</formula1>"), "a long list stands in a sheet");
    let comments = part(&bytes, "xl/comments1.xml");
    assert_eq!(comments.matches("<comment ").count(), 1 + AWKWARD.len());
    assert!(comments.contains("与营业执照一致\n&lt;全称&gt;"));
    for name in ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"] {
        assert!(!part(&bytes, name).contains("<f>"));
    }
}

#[test]
fn csv_comes_back_in_every_encoding() {
    let rows: Vec<Vec<&str>> = vec![vec!["一", "二", "三"], AWKWARD.to_vec(), vec!["", "x", ""]];
    for encoding in Encoding::ALL {
        for with_bom in [false, true] {
            let bytes = csv(rows.iter().map(|r| r.iter().copied()), with_bom, encoding);
            let options =
                ReadOptions { encoding: Some(encoding), separator: Some(','), ..Default::default() };
            let book = read(&bytes, &options).unwrap();
            for (row, cells) in rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    assert_eq!(book.grids[0].text(row as u32, column), *cell, "{encoding:?}");
                }
            }
            assert_eq!(
                read(&bytes, &ReadOptions::default()).unwrap().encoding,
                Some(encoding),
                "found again"
            );
        }
    }
}
