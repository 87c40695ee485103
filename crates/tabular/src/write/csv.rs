//! Comma-separated text, RFC 4180 with CR LF.

use precheck_schema::fold::half_width;

use crate::encoding::Encoding;
use crate::gb18030;

/// Writes rows as csv. GB18030 holds every character, so nothing is lost in any encoding. A byte order mark is
/// written if wanted and if the encoding has one.
///
/// Texts are written as they are. One that a spreadsheet would run as a formula gets no mark in front of it,
/// because the platform would take the mark for content: whoever offers the file says so with
/// [`formula_leads`].
pub fn csv<'t, R>(rows: impl IntoIterator<Item = R>, with_bom: bool, encoding: Encoding) -> Vec<u8>
where
    R: IntoIterator<Item = &'t str>,
{
    let mut text = String::new();
    if with_bom && encoding != Encoding::Gb18030 {
        text.push('\u{FEFF}');
    }
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            field(cell, &mut text);
        }
        text.push_str("\r\n");
    }
    match encoding {
        Encoding::Utf8 => text.into_bytes(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Gb18030 => gb18030::encode(&text),
    }
}

/// Whether a spreadsheet that opens a csv file may run this text as a formula (OWASP, "CSV injection"). Plain
/// signed numbers are numbers.
#[must_use]
pub fn is_formula_lead(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    match half_width(first) {
        '=' | '@' | '\t' | '\r' => true,
        '+' | '-' => text.parse::<f64>().is_err(),
        _ => false,
    }
}

/// Rows and columns, from 1, of texts that a spreadsheet may run as formulas.
pub fn formula_leads<'t, R>(rows: impl IntoIterator<Item = R>) -> Vec<(u32, u32)>
where
    R: IntoIterator<Item = &'t str>,
{
    let mut found = Vec::new();
    for (row, cells) in (1..).zip(rows) {
        found.extend(
            (1..).zip(cells).filter(|(_, text)| is_formula_lead(text)).map(|(column, _)| (row, column)),
        );
    }
    found
}

fn field(cell: &str, out: &mut String) {
    let quoted = cell.contains([',', '"', '\r', '\n', '\t', ';', '；', '|'])
        || cell.starts_with([' ', '\u{3000}'])
        || cell.ends_with([' ', '\u{3000}']);
    if !quoted {
        out.push_str(cell);
        return;
    }
    out.push('"');
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoting_and_encodings() {
        let rows = [vec!["名称", "a,b"], vec!["\"x\"", "两\n行"], vec!["", " 空 "]];
        let expected = "名称,\"a,b\"\r\n\"\"\"x\"\"\",\"两\n行\"\r\n,\" 空 \"\r\n";
        for encoding in Encoding::ALL {
            for with_bom in [false, true] {
                let bytes = csv(rows.iter().map(|r| r.iter().copied()), with_bom, encoding);
                assert_eq!(encoding.decode(&bytes), expected, "{encoding:?}");
                let marked = Encoding::of_mark(&bytes) == Some(encoding);
                assert_eq!(marked, with_bom && encoding != Encoding::Gb18030);
            }
        }
    }

    #[test]
    fn texts_that_spreadsheets_run() {
        for text in ["=1+1", "＝1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-a", "\tx", "－a"] {
            assert!(is_formula_lead(text), "{text}");
        }
        for text in ["", "-5", "+0.5", "甲=乙", "a@b", " =1"] {
            assert!(!is_formula_lead(text), "{text}");
        }
        assert_eq!(formula_leads([vec!["x", "=1"], vec![], vec!["@a"]]), [(1, 2), (3, 1)]);
    }
}
