//! Small files made in code.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of these parts.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a name");
        zip.write_all(content).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

pub(crate) const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

pub(crate) const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// An xlsx of one sheet, whose `<worksheet>` holds this.
pub(crate) fn xlsx(worksheet: &str) -> Vec<u8> {
    xlsx_with(WORKBOOK, worksheet, &[])
}

/// An xlsx of one sheet with other parts beside it.
pub(crate) fn xlsx_with(workbook: &str, worksheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!("<worksheet>{worksheet}</worksheet>");
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(more);
    zip(&parts)
}

/// An ods whose `<office:spreadsheet>` holds this.
pub(crate) fn ods(spreadsheet: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{spreadsheet}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A compound file of these streams, with sectors of 512 bytes. Streams are filled up to 4096 bytes with zeros,
/// so that none is a small one.
pub(crate) fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    // Sector 0 is the table, sector 1 and on the directory, then the streams.
    let directory_sectors = (streams.len() + 1).div_ceil(4);
    let mut table = vec![0xFFFF_FFFD];
    let chain = |table: &mut Vec<u32>, sectors: usize| {
        let start = table.len() as u32;
        table.extend((1..sectors as u32).map(|n| start + n));
        table.push(END);
        start
    };
    let directory = chain(&mut table, directory_sectors);
    let mut entries = vec![entry("Root Entry", 5, END, 0)];
    let mut content = Vec::new();
    for (name, bytes) in streams {
        let mut bytes = bytes.to_vec();
        bytes.resize(bytes.len().max(4096), 0);
        let size = bytes.len() as u32;
        bytes.resize(bytes.len().next_multiple_of(512), 0);
        entries.push(entry(name, 2, chain(&mut table, bytes.len() / 512), size));
        content.extend(bytes);
    }
    assert!(table.len() <= 128, "one sector of table");
    table.resize(128, FREE);
    let mut out = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    out.resize(512, 0);
    let mut put = |at: usize, bytes: &[u8]| out[at..at + bytes.len()].copy_from_slice(bytes);
    put(0x18, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(0x2C, &1u32.to_le_bytes());
    put(0x30, &directory.to_le_bytes());
    put(0x38, &4096u32.to_le_bytes());
    put(0x3C, &END.to_le_bytes());
    put(0x44, &END.to_le_bytes());
    put(0x4C, &0u32.to_le_bytes());
    for at in 1..109 {
        put(0x4C + at * 4, &FREE.to_le_bytes());
    }
    out.extend(table.iter().flat_map(|n| n.to_le_bytes()));
    let mut entries: Vec<u8> = entries.concat();
    entries.resize(directory_sectors * 512, 0);
    out.extend(entries);
    out.extend(content);
    out
}

fn entry(name: &str, ty: u8, start: u32, size: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = entry.len() as u16 + 2;
    entry.resize(64, 0);
    entry.extend(length.to_le_bytes());
    entry.extend([ty, 1]);
    entry.extend([0xFF; 12]);
    entry.resize(0x74, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(u64::from(size).to_le_bytes());
    entry
}

/// A BIFF record.
pub(crate) fn record(name: u16, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).expect("short");
    [&name.to_le_bytes()[..], &length.to_le_bytes(), content].concat()
}

/// An xls of one sheet: records of the workbook, and those of the sheet.
pub(crate) fn xls(biff8: bool, globals: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let version: [u8; 2] = if biff8 { [0, 6] } else { [0, 5] };
    let bof = |ty: u8| record(0x809, &[&version[..], &[ty, 0, 0, 0, 0, 0]].concat());
    let eof = record(0x0A, &[]);
    let name: &[u8] = if biff8 { &[1, 0, b'S'] } else { &[1, b'S'] };
    let bound = |at: u32| record(0x85, &[&at.to_le_bytes()[..], &[0, 0], name].concat());
    let before = [bof(5), globals.concat()].concat();
    let at = before.len() + bound(0).len() + eof.len();
    let stream = [before, bound(at as u32), eof.clone(), bof(0x10), sheet.concat(), eof].concat();
    compound(&[(if biff8 { "Workbook" } else { "Book" }, &stream)])
}
