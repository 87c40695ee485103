//! What a file is, by its content.

/// Format of what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Office Open XML workbook.
    Xlsx,
    /// Binary workbook of Excel 97–2003.
    Xls,
    /// `OpenDocument` spreadsheet.
    Ods,
    /// Excel 2003 XML.
    SpreadsheetMl,
    /// HTML table, often named `.xls`.
    Html,
    /// Separated text: csv, tsv, txt or pasted.
    Text,
}

impl Format {
    /// Stable name, as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::SpreadsheetMl => "xml",
            Self::Html => "html",
            Self::Text => "text",
        }
    }
}

/// What the first bytes say.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A zip: xlsx, ods or something else.
    Zip,
    /// A compound file: xls, a workbook with password, or something else.
    Compound,
    /// Text of some kind.
    Text,
    /// Something that is no table.
    Other(&'static str),
}

/// Judges the first bytes of a file that is not empty.
pub(crate) fn shape(bytes: &[u8]) -> Shape {
    const OTHERS: [(&[u8], &str); 12] = [
        (b"%PDF", "PDF"),
        (b"\x89PNG", "image"),
        (b"\xFF\xD8\xFF", "image"),
        (b"GIF8", "image"),
        (b"{\\rtf", "RTF"),
        (b"Rar!", "archive"),
        (b"7z\xBC\xAF\x27\x1C", "archive"),
        (b"\x1F\x8B", "archive"),
        (b"MIME-Version:", "web archive (.mht)"),
        (b"PAR1", "Parquet"),
        (b"SQLite format 3\0", "SQLite"),
        (b"\x7FELF", "ELF"),
    ];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Shape::Zip;
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Shape::Compound;
    }
    match OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        Some((_, name)) => Shape::Other(name),
        None => Shape::Text,
    }
}

/// Which text format a decoded text is: markup tells itself near its start.
pub(crate) fn text_format(text: &str) -> Format {
    let mut end = text.len().min(8192);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].trim_start().to_ascii_lowercase();
    if !head.starts_with('<') {
        return Format::Text;
    }
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet") && !head.contains("<html") {
        return Format::SpreadsheetMl;
    }
    let html = ["<html", "<table", "<!doctype html", "<meta", "<head", "<body", "<tr", "<div", "<style"];
    if html.iter().any(|tag| head.contains(tag)) { Format::Html } else { Format::Text }
}

/// Whether a decoded text is no text: control characters, or too much that could not be decoded.
pub(crate) fn is_binary(text: &str) -> bool {
    let (mut seen, mut odd) = (0usize, 0usize);
    for c in text.chars().take(65_536) {
        seen += 1;
        odd += usize::from(matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{FFFD}'));
    }
    // One stray control character in a short file is a finding, not another type.
    odd > 2 && odd * 50 > seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_formats() {
        for (text, format) in [
            ("企业名称,代码", Format::Text),
            (
                "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook \
              xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                Format::SpreadsheetMl,
            ),
            ("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><table>", Format::Html),
            ("  <TABLE border=1>", Format::Html),
            ("<企业>,代码", Format::Text),
        ] {
            assert_eq!(text_format(text), format, "{text}");
        }
    }

    #[test]
    fn binary_is_told_from_text() {
        assert!(is_binary("\u{1}\u{2}\u{3}\u{4}abc"));
        assert!(!is_binary(&format!("\u{1}{}", "企业名称,代码\n".repeat(20))));
        assert_eq!(shape(b"%PDF-1.7"), Shape::Other("PDF"));
    }
}
