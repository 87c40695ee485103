//! The small parts of a workbook around its sheets (ECMA-376 parts 1 and 2).

use std::fmt::Write;

use precheck_schema::grid::column_letters;

pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// A sheet as the parts around it see it.
pub(super) struct SheetEntry {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) notes: bool,
}

/// Appends text as XML content: markup characters and what XML 1.0 cannot hold are escaped.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|&(_, c)| special(c)) {
        // A literal `_x0041_` must not be read as an escape.
        push_literal(&rest[..at], out);
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c => _ = write!(out, "_x{:04X}_", c as u32),
        }
        rest = &rest[at + c.len_utf8()..];
    }
    push_literal(rest, out);
}

const fn special(c: char) -> bool {
    matches!(c, '&' | '<' | '>' | '"' | '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

fn push_literal(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.as_bytes().get(at + 2..at + 7);
        let escape = code.is_some_and(|c| c[..4].iter().all(u8::is_ascii_hexdigit) && c[4] == b'_');
        out.push_str(&rest[..at]);
        out.push_str(if escape { "_x005F_x" } else { "_x" });
        rest = &rest[at + 2..];
    }
    out.push_str(rest);
}

pub(super) fn content_types(sheets: &[SheetEntry]) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    let mut part = |name: &str, kind: &str| {
        _ = write!(out, "<Override PartName=\"/xl/{name}.xml\" ContentType=\"{TYPE}.{kind}+xml\"/>");
    };
    part("workbook", "sheet.main");
    part("styles", "styles");
    part("sharedStrings", "sharedStrings");
    for (at, sheet) in sheets.iter().enumerate() {
        part(&format!("worksheets/sheet{}", at + 1), "worksheet");
        if sheet.notes {
            part(&format!("comments{}", at + 1), "comments");
        }
    }
    out.push_str("</Types>");
    out
}

fn relations(entries: &[(&str, String)]) -> String {
    let mut out = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (at, (kind, target)) in entries.iter().enumerate() {
        _ = write!(out, "<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{target}\"/>", at + 1);
    }
    out.push_str("</Relationships>");
    out
}

pub(super) fn root_relations() -> String {
    relations(&[
        (&format!("{OFFICE}/officeDocument"), "xl/workbook.xml".to_owned()),
        (&format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml".to_owned()),
    ])
}

pub(super) fn core_properties() -> String {
    // A fixed date: equal input gives equal bytes.
    let date = "xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:";
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dcterms:created {date}created><dcterms:modified {date}modified></cp:coreProperties>"
    )
}

pub(super) fn workbook(sheets: &[SheetEntry]) -> String {
    let mut out = format!(
        "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView/></bookViews><sheets>"
    );
    for (at, sheet) in sheets.iter().enumerate() {
        out.push_str("<sheet name=\"");
        escape(&sheet.name, &mut out);
        let state = if sheet.hidden { " state=\"hidden\"" } else { "" };
        _ = write!(out, "\" sheetId=\"{0}\"{state} r:id=\"rId{0}\"/>", at + 1);
    }
    out.push_str("</sheets></workbook>");
    out
}

pub(super) fn workbook_relations(sheets: usize) -> String {
    let of = |kind: &str| format!("{OFFICE}/{kind}");
    let (worksheet, styles, strings) = (of("worksheet"), of("styles"), of("sharedStrings"));
    let mut entries: Vec<(&str, String)> =
        (1..=sheets).map(|n| (worksheet.as_str(), format!("worksheets/sheet{n}.xml"))).collect();
    entries.push((&styles, "styles.xml".to_owned()));
    entries.push((&strings, "sharedStrings.xml".to_owned()));
    relations(&entries)
}

pub(super) fn sheet_relations(sheet: usize) -> String {
    relations(&[
        (&format!("{OFFICE}/vmlDrawing"), format!("../drawings/vmlDrawing{sheet}.vml")),
        (&format!("{OFFICE}/comments"), format!("../comments{sheet}.xml")),
    ])
}

/// A note: row and column from 0, and its text.
pub(super) type Note<'t> = (usize, usize, &'t str);

pub(super) fn comments(notes: &[Note<'_>]) -> String {
    let mut out =
        format!("{DECLARATION}<comments xmlns=\"{MAIN}\"><authors><author></author></authors><commentList>");
    for &(row, column, text) in notes {
        let cell = column_letters(column);
        _ = write!(out, "<comment ref=\"{cell}{}\" authorId=\"0\"><text><r><rPr><sz val=\"9\"/>", row + 1);
        out.push_str("<rFont val=\"宋体\"/></rPr><t xml:space=\"preserve\">");
        escape(text, &mut out);
        out.push_str("</t></r></text></comment>");
    }
    out.push_str("</commentList></comments>");
    out
}

/// The boxes of the notes: spreadsheets want them as VML (ECMA-376 part 4).
pub(super) fn note_boxes(sheet: usize, notes: &[Note<'_>]) -> String {
    let mut out = format!(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">\
         <o:idmap v:ext=\"edit\" data=\"{sheet}\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" \
         coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke \
         joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
    );
    for (at, &(row, column, text)) in notes.iter().enumerate() {
        let lines = text.chars().count() / 16 + text.matches('\n').count() + 2;
        _ = write!(
            out,
            "<v:shape id=\"_x0000_s{id}\" type=\"#_x0000_t202\" style=\"position:absolute;\
             width:200pt;height:60pt;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">\
             <v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>\
             <v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">\
             <div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\">\
             <x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4\
             </x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>\
             </x:ClientData></v:shape>",
            id = sheet * 1024 + at + 1,
            left = column + 1,
            right = column + 4,
            top = row.saturating_sub(1),
            bottom = row + lines.min(20),
        );
    }
    out.push_str("</xml>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        for (text, expected) in [
            ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"),
            ("甲\u{1}\r\n乙\t", "甲_x0001__x000D_\n乙\t"),
            ("_x0041_", "_x005F_x0041_"),
            ("_x41_ _x", "_x41_ _x"),
        ] {
            let mut out = String::new();
            escape(text, &mut out);
            assert_eq!(out, expected);
        }
    }
}
