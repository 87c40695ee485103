//! JSON and XML documents: one per kind, a record a list of named texts.

use std::fmt::Write;

use precheck_schema::codes::CodeListId;
use precheck_schema::{FieldKey, Kind};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// Names and texts of the records of a file whose first row is the header.
fn named(kind: Kind, rows: &[Vec<String>]) -> impl Iterator<Item = Vec<(&str, &str)>> {
    let way = kind
        .fields()
        .iter()
        .find(|f| f.key == FieldKey::TerminationType)
        .and_then(|f| rows[0].iter().position(|name| name == f.national));
    rows[1..].iter().map(move |row| {
        let way = way.map_or("", |column| &row[column]);
        rows[0].iter().zip(row).map(|(name, text)| (name_for(name, way), text.as_str())).collect()
    })
}

/// Of names joined by `/` the one that belongs to a way of termination: they stand in the order of its list.
fn name_for<'a>(names: &'a str, way: &str) -> &'a str {
    let list = CodeListId::TerminationType.list();
    let position = list.find(way).and_then(|code| list.codes.iter().position(|c| c == code));
    names.split('/').nth(position.unwrap_or(0)).unwrap_or(names)
}

#[derive(Serialize)]
struct Document<'a> {
    kind: &'a str,
    name: &'a str,
    records: Vec<Fields<'a>>,
}

struct Fields<'a>(Vec<(&'a str, &'a str)>);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, text) in &self.0 {
            map.serialize_entry(name, text)?;
        }
        map.end()
    }
}

/// `{"kind", "name", "records": [{NAME: text, …}]}`, columns in the order of the kind.
pub(crate) fn json(kind: Kind, rows: &[Vec<String>]) -> Vec<u8> {
    let document = Document {
        kind: kind.key(),
        name: kind.label().zh,
        records: named(kind, rows).map(Fields).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&document).expect("only texts and lists");
    bytes.push(b'\n');
    bytes
}

/// `<records kind name><record><NAME>text</NAME>…</record></records>`.
pub(crate) fn xml(kind: Kind, rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    _ = writeln!(out, "<records kind=\"{}\" name=\"{}\">", kind.key(), kind.label().zh);
    for record in named(kind, rows) {
        out.push_str("  <record>\n");
        for (name, text) in record {
            let name = element(name);
            _ = write!(out, "    <{name}>");
            escape(text, &mut out);
            _ = writeln!(out, "</{name}>");
        }
        out.push_str("  </record>\n");
    }
    out.push_str("</records>\n");
    out.into_bytes()
}

/// A header as the name of an element: what names may not have becomes `_`.
pub(crate) fn element(header: &str) -> String {
    let name: String = header
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '_' | '-' | '.') { c } else { '_' })
        .collect();
    if name.starts_with(|c: char| c.is_alphabetic() || c == '_') { name } else { format!("_{name}") }
}

/// Text content of an element. Characters that XML 1.0 cannot hold are left out; normalised values have none
/// but U+FFFE and U+FFFF.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_of_termination_chooses_the_name() {
        let names = "CANDATE/REVDATE/INVALIDDATE";
        for (way, expected) in
            [("注销", "CANDATE"), ("吊销", "REVDATE"), ("撤销", "INVALIDDATE"), ("", "CANDATE")]
        {
            assert_eq!(name_for(names, way), expected);
        }
        assert_eq!(name_for("LICNO", "撤销"), "LICNO");
    }

    #[test]
    fn markup_is_escaped() {
        let rows = [vec!["REMARK".to_owned()], vec!["a<b>&\u{FFFE}c".to_owned()]];
        let text = String::from_utf8(xml(Kind::Other, &rows)).unwrap();
        assert_eq!((element("罚款金额(万元)"), element("")), ("罚款金额_万元_".to_owned(), "_".to_owned()));
        assert!(text.contains("<REMARK>a&lt;b&gt;&amp;c</REMARK>"), "{text}");
    }
}
