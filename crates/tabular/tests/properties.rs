//! Whatever the bytes, reading ends in a workbook or in a refusal that is no panic.

mod build;

use precheck_schema::grid::Grid;
use precheck_tabular::limits::Limits;
use precheck_tabular::write::csv;
use precheck_tabular::{
    Encoding, ReadError, ReadOptions, Recognition, build_table, read_text, read_within, recognise,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Bounds that keep a hostile case short.
fn limits() -> Limits {
    Limits { cells: 20_000, inflated_bytes: 8 << 20, rows: 10_000, ..Limits::default() }
}

/// Reads, recognises and builds; a panic inside reading shows as an error, which is a failure here.
fn survives(bytes: &[u8]) -> Result<(), TestCaseError> {
    match read_within(bytes, &ReadOptions::default(), limits(), &|_, _| ()) {
        Ok(workbook) => workbook.grids.into_iter().for_each(use_up),
        Err(ReadError::ReaderPanicked(said)) => return Err(TestCaseError::fail(said)),
        Err(error) => {
            prop_assert!(!error.to_string().is_empty() && !error.message_en().is_empty());
        }
    }
    Ok(())
}

fn use_up(grid: Grid) {
    if let Recognition::Table(recognised) = recognise(&grid, None) {
        let table = build_table(grid, &recognised);
        assert!(table.len() <= table.row_bound());
    }
}

fn valid() -> Vec<Vec<u8>> {
    let sheet = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>企业名称</t></is></c><c t="s"><v>0</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:B1"/></mergeCells>"#;
    let table = "<table:table><table:table-row table:number-rows-repeated=\"3\"><table:table-cell \
                 office:value-type=\"float\" office:value=\"1.5\"><text:p>1.5</text:p></table:table-cell>\
                 </table:table-row></table:table>";
    let xml = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet \
               ss:Name=\"a\"><Table><Row ss:Index=\"2\"><Cell ss:Index=\"2\" ss:MergeAcross=\"1\"><Data \
               ss:Type=\"Number\">1</Data></Cell></Row></Table></Worksheet></Workbook>";
    let html = "<html><table><tr><th colspan=2>企业名称</th></tr><tr><td x:num>1</td><td>x</table></html>";
    vec![
        include_bytes!("fixtures/types.xls").to_vec(),
        include_bytes!("fixtures/types.xlsx").to_vec(),
        build::xlsx(sheet),
        build::ods(table),
        build::xls(true, &[], &[build::record(0x204, &[0, 0, 0, 0, 0, 0, 1, 0, 0, b'x'])]),
        xml.as_bytes().to_vec(),
        html.as_bytes().to_vec(),
        "企业名称,统一社会信用代码,处罚种类\r\n\"甲\",x,罚款\r\n合计,,\r\n".as_bytes().to_vec(),
    ]
}

/// Parts of an uncompressed zip: damage reaches the reader of the format and not only that of the zip.
fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn random_bytes(bytes in vec(any::<u8>(), 0..2000)) {
        survives(&bytes)?;
    }

    #[test]
    fn random_bytes_behind_a_known_start(start in 0usize..6, bytes in vec(any::<u8>(), 0..1500)) {
        let starts: [&[u8]; 6] = [
            b"PK\x03\x04",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            b"<table><tr><td>",
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table>",
            b"\xFF\xFE",
            "企业名称,".as_bytes(),
        ];
        survives(&[starts[start], &bytes].concat())?;
    }

    #[test]
    fn damaged_files(
        file in 0usize..8,
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = valid().swap_remove(file);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        survives(&bytes)?;
    }

    #[test]
    fn damaged_records(bytes in vec((0usize..24, vec(any::<u8>(), 0..40)), 0..30), biff8: bool) {
        const NAMES: [u16; 24] = [
            0x06, 0x0A, 0x22, 0x3C, 0x42, 0x7D, 0x85, 0xBD, 0xD6, 0xE0, 0xE5, 0xFC, 0xFD, 0x203, 0x204, 0x205,
            0x207, 0x208, 0x27E, 0x41E, 0x809, 0x206, 0x00, 0xFFFF,
        ];
        let records: Vec<_> = bytes.iter().map(|(name, content)| build::record(NAMES[*name], content)).collect();
        survives(&build::xls(biff8, &[], &records))?;
        survives(&build::xls(biff8, &records, &[]))?;
    }

    #[test]
    fn damaged_markup(parts in vec(0usize..22, 0..60)) {
        const PARTS: [&str; 22] = [
            "<table:table>", "</table:table>", "<table:table-row table:number-rows-repeated='99999999999'>",
            "</table:table-row>", "<table:table-cell office:value-type='float' office:value='1e400'>",
            "</table:table-cell>", "<text:p>", "</text:p>", "<text:s text:c='4000000000'/>", "<sheetData>",
            "<row r='1048576' hidden='1'>", "</row>", "<c r='XFD1' t='s'>", "<c r='ZZZZ99' t='inlineStr'><is>",
            "</c>", "<v>1e308", "</v>", "<t>x", "<mergeCell ref='A1:XFD1048576'/>", "</sheetData>",
            "<table:covered-table-cell table:number-columns-repeated='99999'/>", "&#x110000;<![CDATA[",
        ];
        let inside: String = parts.iter().map(|&part| PARTS[part]).collect();
        survives(&build::xlsx(&inside))?;
        survives(&build::ods(&inside))?;
        survives(&stored(&[("content.xml", inside.as_bytes())]))?;
        survives(format!("<table>{}", inside.replace("table:", "").replace("table-", "t")).as_bytes())?;
    }

    #[test]
    fn csv_round_trip(rows in vec(vec("[a-z,;；|\"'=\\- \u{3000}\t\n企业0-9]{0,6}", 1..5), 1..8), encoding in 0usize..4) {
        let encoding = Encoding::ALL[encoding];
        let bytes = csv(rows.iter().map(|row| row.iter().map(String::as_str)), true, encoding);
        let options = ReadOptions { encoding: Some(encoding), separator: Some(','), ..ReadOptions::default() };
        match precheck_tabular::read(&bytes, &options) {
            Ok(workbook) => {
                for (at, row) in rows.iter().enumerate() {
                    for (column, text) in row.iter().enumerate() {
                        prop_assert_eq!(workbook.grids[0].text(at as u32, column), text.as_str());
                    }
                }
            }
            // Nothing but blanks.
            Err(error) => prop_assert_eq!(error, ReadError::Empty),
        }
    }

    #[test]
    fn pasted_text(text in "\\PC{0,200}") {
        if let Ok(workbook) = read_text(&text, &ReadOptions::default()) {
            workbook.grids.into_iter().for_each(use_up);
        }
    }
}
