//! What is refused, each with its own message.

mod build;

use precheck_tabular::limits::{Limit, Limits};
use precheck_tabular::{ReadError, ReadOptions, read, read_text, read_within};

fn refused(bytes: &[u8]) -> ReadError {
    let error = read(bytes, &ReadOptions::default()).expect_err("refused");
    assert!(!error.to_string().is_empty() && !error.message_en().is_empty());
    error
}

fn within(bytes: &[u8], limits: Limits) -> ReadError {
    read_within(bytes, &ReadOptions::default(), limits, &|_, _| ()).expect_err("refused")
}

#[track_caller]
fn over(bytes: &[u8], limits: Limits, limit: Limit) {
    let error = within(bytes, limits);
    assert!(matches!(error, ReadError::OverLimit { limit: found, .. } if found == limit), "{error:?}");
    assert!(error.to_string().contains(&limit.of(&limits).to_string()), "{error}");
}

#[test]
fn empty_files() {
    assert_eq!(refused(b""), ReadError::Empty);
    assert_eq!(refused(b"\xEF\xBB\xBF"), ReadError::Empty);
    assert_eq!(refused(b" \r\n\t\r\n"), ReadError::Empty);
    assert_eq!(read_text("", &ReadOptions::default()).unwrap_err(), ReadError::Empty);
}

#[test]
fn unknown_types() {
    let unknown = |bytes: &[u8], said: &str| {
        let error = refused(bytes);
        assert_eq!(error.key(), "unknown-type");
        assert!(error.to_string().contains(said), "{error}");
    };
    unknown(b"%PDF-1.7 ...", "PDF");
    unknown(b"\x89PNG\r\n\x1a\n", "图片");
    unknown(&[1, 2, 3, 4, 0, 0, 0, 5, 6, 7, 0, 0, 0], "认不出");
    unknown(&build::zip(&[("a.txt", b"x")]), "压缩包");
    unknown(&build::zip(&[("word/document.xml", b"<x/>")]), "Word");
    unknown(&build::zip(&[("ppt/presentation.xml", b"<x/>")]), "演示文稿");
    unknown(&build::zip(&[("xl/workbook.bin", b"x")]), "xlsb");
    let text =
        b"<office:document-content><office:body><office:text/></office:body></office:document-content>";
    unknown(&build::zip(&[("content.xml", text)]), "OpenDocument");
    unknown(&build::compound(&[("WordDocument", b"x")]), "Word");
    unknown(&build::compound(&[("PowerPoint Document", b"x")]), "演示文稿");
    unknown(&build::compound(&[("Contents", b"x")]), "其他程序");
    unknown(&build::compound(&[("Book", &build::record(0x809, &[0, 4, 0, 0]))]), "Excel 4.0");
}

#[test]
fn passwords() {
    assert_eq!(refused(&build::compound(&[("EncryptedPackage", b"x")])), ReadError::PasswordProtected);
    let pass = build::record(0x2F, &[0; 6]);
    assert_eq!(refused(&build::xls(true, &[pass], &[])), ReadError::PasswordProtected);
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let ods = build::zip(&[("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02")]);
    assert_eq!(refused(&ods), ReadError::PasswordProtected);
    // A zip with a password of its own: the flag in both headers.
    let mut zip = build::xlsx("<sheetData/>");
    for (magic, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> =
            zip.windows(4).enumerate().filter(|(_, w)| w == magic).map(|(p, _)| p).collect();
        for place in places {
            zip[place + at] |= 1;
        }
    }
    assert_eq!(refused(&zip), ReadError::PasswordProtected);
}

#[test]
fn damaged_workbooks() {
    let xlsx = build::xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>");
    assert_eq!(refused(&xlsx[..xlsx.len() / 2]).key(), "broken-archive");
    assert_eq!(refused(b"PK\x03\x04").key(), "broken-archive");
    assert_eq!(refused(&build::xlsx("<sheetData><row>")).key(), "broken");
    assert_eq!(refused(&build::ods("<table:table><table:table-row>")).key(), "broken");
    let without = build::zip(&[
        ("xl/workbook.xml", build::WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", build::RELATIONS.as_bytes()),
    ]);
    assert_eq!(refused(&without).key(), "broken");
    let none = build::zip(&[("xl/workbook.xml", b"<workbook/>")]);
    assert_eq!(refused(&none), ReadError::NoSheet);
    assert_eq!(refused(b"<html><body>x</body></html>"), ReadError::NoSheet);
    let xls = include_bytes!("fixtures/types.xls");
    for end in [8, 512, 1024, xls.len() / 2] {
        assert_eq!(refused(&xls[..end]).key(), "broken", "{end}");
    }
    // A byte of a packed part: its checksum no longer fits.
    let mut flipped = include_bytes!("fixtures/types.xlsx").to_vec();
    let at = flipped.windows(24).position(|w| w == b"xl/worksheets/sheet1.xml").unwrap() + 100;
    flipped[at] ^= 0x55;
    assert!(matches!(refused(&flipped).key(), "broken" | "broken-archive"));
}

#[test]
fn bounds() {
    let limits = Limits::default();
    over(b"a,b\n", Limits { file_bytes: 3, ..limits }, Limit::FileBytes);
    over(b"a,b\nc\n", Limits { cells: 2, ..limits }, Limit::Cells);
    over(b"a,b\nc\n", Limits { columns: 1, ..limits }, Limit::Columns);
    over(b"a,b\nc\n", Limits { rows: 1, ..limits }, Limit::Rows);
    let book = build::xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>");
    over(&book, Limits { parts: 2, ..limits }, Limit::Parts);
    over(&book, Limits { inflated_bytes: 100, ..limits }, Limit::InflatedBytes);
    over(&book, Limits { sheets: 0, ..limits }, Limit::Sheets);
    let merged = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>";
    over(&build::xlsx(merged), Limits { merges: 1, ..limits }, Limit::Merges);
    let long = format!("<sheetData><row><c t=\"str\"><v>{}</v></c></row></sheetData>", "x".repeat(200_000));
    over(&build::xlsx(&long), Limits { token_bytes: 100_000, ..limits }, Limit::TokenBytes);
    let cell = |row: u16, column: u16| {
        build::record(0x203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat())
    };
    over(&build::xls(true, &[], &[cell(65_535, 65_535)]), limits, Limit::Columns);
    let wide: Vec<_> = (0..1000).map(|column| cell(65_535, column)).collect();
    over(&build::xls(true, &[], &wide), limits, Limit::Cells);
    let repeated = "<table:table><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell \
                    table:number-columns-repeated=\"1000\" office:value-type=\"string\"><text:p>x</text:p>\
                    </table:table-cell></table:table-row></table:table>";
    over(&build::ods(repeated), Limits { cells: 100_000, ..limits }, Limit::Cells);
    // A few bytes that stand for many of text.
    let blanks: Vec<String> = (0..100)
        .map(|n| format!("<table:table-cell office:value-type=\"string\"><text:p>{n}<text:s text:c=\"30000\"/></text:p></table:table-cell>"))
        .collect();
    let blanks = format!("<table:table><table:table-row>{}</table:table-row></table:table>", blanks.concat());
    over(&build::ods(&blanks), Limits { inflated_bytes: 1 << 20, ..limits }, Limit::InflatedBytes);
    let shared = format!("<sst>{}</sst>", "<si><t>x</t></si>".repeat(20));
    let shared =
        build::xlsx_with(build::WORKBOOK, "<sheetData/>", &[("xl/sharedStrings.xml", shared.as_bytes())]);
    over(&shared, Limits { cells: 19, ..limits }, Limit::Cells);
    assert!(read(&shared, &ReadOptions::default()).is_ok());
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_inflated() {
    let zeros = vec![b' '; 64 << 20];
    let bomb = build::xlsx_with(build::WORKBOOK, "<sheetData/>", &[("xl/sharedStrings.xml", &zeros)]);
    assert!(bomb.len() < 100_000);
    over(&bomb, Limits::default(), Limit::Ratio);
    // A directory that announces less than there is.
    let mut lying = bomb.clone();
    for (at, _) in bomb.windows(4).enumerate().filter(|(_, w)| *w == (64u32 << 20).to_le_bytes()) {
        lying[at..at + 4].copy_from_slice(&1000u32.to_le_bytes());
    }
    assert_ne!(lying, bomb);
    assert!(matches!(refused(&lying).key(), "over-limit" | "broken" | "broken-archive"));
    // One that announces too much is not inflated at all.
    over(&bomb, Limits { inflated_bytes: 1 << 20, ..Limits::default() }, Limit::InflatedBytes);
}

#[test]
fn progress_is_told() {
    let text = "甲,乙,丙\n".repeat(50_000);
    let heard = std::cell::RefCell::new(Vec::new());
    read_within(text.as_bytes(), &ReadOptions::default(), Limits::default(), &|done, all| {
        heard.borrow_mut().push((done, all));
    })
    .unwrap();
    let heard = heard.into_inner();
    assert!(heard.len() > 3 && heard.is_sorted() && heard.iter().all(|(done, all)| done <= all), "{heard:?}");
}
