//! What the files of a template look like, for whoever receives them: JSON Schema for JSON documents and for the
//! rows of tables, XML Schema for XML documents. Made of the declarations from which the files themselves are made;
//! they describe what leaves under the rules as they come.

use std::fmt::Write;

use precheck_schema::date::{LONG_TERM, LONG_TERM_ALTERNATIVE};
use precheck_schema::template::{Columns, FileType, RequiredWhen, Template, TemplateColumn};
use precheck_schema::{FieldKey, FieldType, Kind, Requirement};
use serde_json::{Map, Value, json};

use crate::form::word;
use crate::layout::kind_column;
use crate::structured::element;

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Its name.
    pub file_name: String,
    /// The kind that it describes; none: all that the template takes.
    pub kind: Option<Kind>,
    /// Its text.
    pub text: String,
}

/// One named text of a record.
struct Part {
    /// Its names: one, or several of which a record has one.
    names: Vec<String>,
    /// What it means.
    title: String,
    /// Whether every record has it.
    always: bool,
    /// Whether it must hold something.
    required: bool,
    required_when: Option<RequiredWhen>,
    field: Option<FieldKey>,
    /// Which texts it may hold, as a regular expression over the whole of it; none: any.
    pattern: Option<String>,
}

/// The schemas of a template's files.
pub fn schemas(template: &Template) -> Vec<Schema> {
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|&kind| template.layout(kind).is_some()).collect();
    match template.file {
        FileType::Xml => {
            let of = |&kind: &Kind| Schema {
                file_name: format!("{}.{}.xsd", template.name, kind.key()),
                kind: Some(kind),
                text: xsd(kind, &parts(template, kind)),
            };
            kinds.iter().map(of).collect()
        }
        FileType::Json => vec![json_file(template, documents(template, &kinds))],
        FileType::Xlsx | FileType::Csv => vec![json_file(template, tables(template, &kinds))],
    }
}

fn json_file(template: &Template, schema: Value) -> Schema {
    let text = serde_json::to_string_pretty(&schema).expect("only texts and lists") + "\n";
    Schema { file_name: format!("{}.schema.json", template.name), kind: None, text }
}

/// A text as a regular expression that only it fits.
fn literal(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if r"\^$.|?*+()[]{}".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A date form of chrono as a regular expression.
fn date_pattern(form: &str) -> Option<String> {
    let mut out = String::new();
    let mut signs = form.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '%' => out.push_str(match signs.next()? {
                'Y' => "[0-9]{4}",
                'm' => "(0[1-9]|1[0-2])",
                'd' => "(0[1-9]|[12][0-9]|3[01])",
                _ => return None,
            }),
            sign => out.push_str(&literal(&sign.to_string())),
        }
    }
    Some(out)
}

/// The texts of a column that hold the value of a field.
fn pattern(field: FieldKey, column: &TemplateColumn, template: &Template) -> Option<String> {
    let forms = &template.values;
    let words = |list: precheck_schema::codes::CodeListId| {
        let words: Vec<String> = list.list().codes.iter().map(|code| literal(word(code, column))).collect();
        format!("({})", words.join("|"))
    };
    match field.ty() {
        FieldType::Date => date_pattern(&forms.date),
        FieldType::DateOrLongTerm => {
            let long = [&forms.long_term, LONG_TERM, LONG_TERM_ALTERNATIVE].map(literal).join("|");
            Some(format!("({}|{long})", date_pattern(&forms.date)?))
        }
        FieldType::Uscc if column.derive.is_none() => Some("[0-9A-Z]{18}".to_owned()),
        FieldType::Code(list) => Some(words(list)),
        FieldType::Codes(list) => {
            let one = words(list);
            Some(format!("{one}({}{one})*", literal(&forms.separator)))
        }
        FieldType::Amount => Some(r"[0-9]+(\.[0-9]+)?".to_owned()),
        _ => None,
    }
}

fn part(spec: &TemplateColumn, title: String, always: bool, required: bool, template: &Template) -> Part {
    let field = spec.field_key();
    let names = match template.file {
        FileType::Json | FileType::Xml => spec.header.split('/').map(str::to_owned).collect(),
        FileType::Xlsx | FileType::Csv => vec![spec.header.clone()],
    };
    let pattern = match (field, spec.derive, spec.default.is_empty()) {
        (Some(field), None, true) => pattern(field, spec, template),
        _ => None,
    };
    Part { names, title, always, required, required_when: spec.required_when.clone(), field, pattern }
}

fn parts(template: &Template, kind: Kind) -> Vec<Part> {
    let Some(layout) = template.layout(kind) else { return Vec::new() };
    match &layout.columns {
        Columns::List(columns) => {
            let title = |spec: &TemplateColumn| {
                spec.field_key().map_or(String::new(), |field| kind.field_label(field).to_owned())
            };
            columns.iter().map(|spec| part(spec, title(spec), true, spec.required, template)).collect()
        }
        Columns::Kind(names) => {
            let of = |field: &'static precheck_schema::KindField| {
                let column = kind_column(field, *names);
                let always = field.requirement != Requirement::Optional;
                part(&column.spec, field.label.to_owned(), always, field.is_required(), template)
            };
            kind.fields().iter().map(of).collect()
        }
    }
}

/// The schema of one text.
fn text_schema(part: &Part) -> Value {
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "string".into());
    if !part.title.is_empty() {
        schema.insert("title".to_owned(), part.title.clone().into());
    }
    if part.required {
        schema.insert("minLength".to_owned(), 1.into());
    }
    if let Some(pattern) = &part.pattern {
        let pattern = if part.required { format!("^{pattern}$") } else { format!("^({pattern})?$") };
        schema.insert("pattern".to_owned(), pattern.into());
    }
    schema.into()
}

/// The schema of a record: an object of named texts.
fn record_schema(template: &Template, kind: Kind, parts: &[Part]) -> Value {
    let mut properties = Map::new();
    let (mut required, mut also) = (Vec::new(), Vec::new());
    for part in parts {
        for name in &part.names {
            properties.insert(name.clone(), text_schema(part));
        }
        match (part.always, part.names.as_slice()) {
            (true, [name]) => required.push(name.clone()),
            (true, names) => also.push(json!({
                "oneOf": names.iter().map(|name| json!({ "required": [name] })).collect::<Vec<_>>()
            })),
            (false, _) => {}
        }
        also.extend(
            part.required_when.as_ref().and_then(|when| condition(template, kind, parts, part, when)),
        );
    }
    let mut schema = json!({
        "type": "object",
        "title": kind.label().zh,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    if !also.is_empty() {
        schema["allOf"] = also.into();
    }
    schema
}

/// A text that must be there where another holds one of some words.
fn condition(
    template: &Template,
    kind: Kind,
    parts: &[Part],
    part: &Part,
    when: &RequiredWhen,
) -> Option<Value> {
    let field = FieldKey::from_key(&when.field)?;
    let other = parts.iter().find(|part| part.field == Some(field))?;
    let Columns::List(columns) = &template.layout(kind)?.columns else { return None };
    let column = columns.iter().find(|column| column.field_key() == Some(field))?;
    let list = field.ty().code_list()?.list();
    let codes = list.codes.iter().filter(|code| when.has.iter().any(|label| label == code.label));
    let words: Vec<String> = codes.map(|code| literal(word(code, column))).collect();
    let mark = literal(&template.values.separator);
    let (name, header) = (part.names.first()?, other.names.first()?);
    Some(json!({
        "if": { "properties": { header: { "pattern": format!("(^|{mark})({})({mark}|$)", words.join("|")) } } },
        "then": { "properties": { name: { "minLength": 1 } } },
    }))
}

/// JSON documents: one kind each.
fn documents(template: &Template, kinds: &[Kind]) -> Value {
    let mut records = Map::new();
    let mut one_of = Vec::new();
    for &kind in kinds {
        records.insert(kind.key().to_owned(), record_schema(template, kind, &parts(template, kind)));
        one_of.push(json!({ "properties": {
            "kind": { "const": kind.key() },
            "name": { "const": kind.label().zh },
            "records": { "items": { "$ref": format!("#/$defs/{}", kind.key()) } },
        } }));
    }
    json!({
        "$schema": DRAFT,
        "title": template.title,
        "type": "object",
        "properties": { "kind": { "type": "string" }, "name": { "type": "string" }, "records": { "type": "array" } },
        "required": ["kind", "name", "records"],
        "additionalProperties": false,
        "oneOf": one_of,
        "$defs": records,
    })
}

/// Tables: a file as `{"sheet", "columns": [header, …], "rows": [{header: text}, …]}`.
fn tables(template: &Template, kinds: &[Kind]) -> Value {
    let mut records = Map::new();
    let mut any_of = Vec::new();
    for &kind in kinds {
        let parts = parts(template, kind);
        let layout = template.layout(kind);
        let sheet = layout.map_or("", |layout| &layout.sheet);
        let sheet = if sheet.is_empty() { kind.label().zh } else { sheet };
        let headers: Vec<&String> = parts.iter().filter_map(|part| part.names.first()).collect();
        let columns = if parts.iter().all(|part| part.always) {
            json!({ "const": headers })
        } else {
            json!({ "items": { "enum": headers }, "uniqueItems": true })
        };
        records.insert(kind.key().to_owned(), record_schema(template, kind, &parts));
        any_of.push(json!({ "properties": {
            "sheet": { "const": sheet },
            "columns": columns,
            "rows": { "items": { "$ref": format!("#/$defs/{}", kind.key()) } },
        } }));
    }
    json!({
        "$schema": DRAFT,
        "title": template.title,
        "description": "A table as an object: name of the sheet, header texts in order, records by header text.",
        "type": "object",
        "properties": { "sheet": { "type": "string" }, "columns": { "type": "array" }, "rows": { "type": "array" } },
        "required": ["sheet", "columns", "rows"],
        "additionalProperties": false,
        "anyOf": any_of,
        "$defs": records,
    })
}

/// A text inside an attribute of XML.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// XML documents of one kind.
fn xsd(kind: Kind, parts: &[Part]) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(
        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" elementFormDefault=\"qualified\">\n",
    );
    out.push_str("  <xs:element name=\"records\">\n    <xs:complexType>\n      <xs:sequence>\n");
    out.push_str(
        "        <xs:element name=\"record\" type=\"record\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>\n",
    );
    out.push_str("      </xs:sequence>\n");
    for (name, value) in [("kind", kind.key()), ("name", kind.label().zh)] {
        _ = writeln!(
            out,
            "      <xs:attribute name=\"{name}\" use=\"required\" type=\"xs:string\" fixed=\"{}\"/>",
            attribute(value)
        );
    }
    out.push_str("    </xs:complexType>\n  </xs:element>\n");
    out.push_str("  <xs:complexType name=\"record\">\n    <xs:sequence>\n");
    for part in parts {
        let occurs = if part.always { "" } else { " minOccurs=\"0\"" };
        if let [name] = part.names.as_slice() {
            xsd_element(&mut out, "      ", name, occurs, part);
        } else {
            _ = writeln!(out, "      <xs:choice{occurs}>");
            for name in &part.names {
                xsd_element(&mut out, "        ", name, "", part);
            }
            out.push_str("      </xs:choice>\n");
        }
    }
    out.push_str("    </xs:sequence>\n  </xs:complexType>\n</xs:schema>\n");
    out
}

fn xsd_element(out: &mut String, indent: &str, name: &str, occurs: &str, part: &Part) {
    _ = writeln!(out, "{indent}<xs:element name=\"{}\"{occurs}>", element(name));
    _ = writeln!(
        out,
        "{indent}  <xs:annotation><xs:documentation>{}</xs:documentation></xs:annotation>",
        attribute(&part.title)
    );
    _ = writeln!(out, "{indent}  <xs:simpleType><xs:restriction base=\"xs:string\">");
    if part.required {
        _ = writeln!(out, "{indent}    <xs:minLength value=\"1\"/>");
    }
    if let Some(pattern) = &part.pattern {
        let pattern = if part.required { pattern.clone() } else { format!("({pattern})?") };
        _ = writeln!(out, "{indent}    <xs:pattern value=\"{}\"/>", attribute(&pattern));
    }
    _ = writeln!(out, "{indent}  </xs:restriction></xs:simpleType>");
    _ = writeln!(out, "{indent}</xs:element>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Templates;

    #[test]
    fn every_template_has_a_schema_of_every_kind_that_it_takes() {
        for template in Templates::built_in().iter() {
            let made = schemas(template);
            assert!(!made.is_empty(), "{}", template.name);
            let kinds = Kind::ALL.into_iter().filter(|&kind| template.layout(kind).is_some());
            for kind in kinds {
                let names = parts(template, kind).into_iter().flat_map(|part| part.names);
                let of_kind = |schema: &&Schema| schema.kind.is_none_or(|of| of == kind);
                let text = &made.iter().find(of_kind).expect("a schema").text;
                for name in names {
                    let name = if template.file == FileType::Xml { element(&name) } else { name };
                    assert!(text.contains(&format!("\"{name}\"")), "{} {kind} {name}", template.name);
                }
            }
        }
    }

    #[test]
    fn patterns_take_their_words_as_they_stand() {
        assert_eq!(literal("罚款(元)"), r"罚款\(元\)");
        assert_eq!(date_pattern("%Y/%m").as_deref(), Some("[0-9]{4}/(0[1-9]|1[0-2])"));
        assert_eq!(date_pattern("%H"), None);
    }
}
