//! Every setting of the organisation, declared once: where it stands in the profile, what it is called, how it is
//! edited, and why it is so.

use precheck_session::api::Text;
use serde_json::Value;

use crate::text_settings as words;

/// How a setting is edited.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Editor {
    /// A line of text.
    Line,
    /// A code, in letters of one width.
    Code,
    /// A whole number between two bounds.
    Number(u64, u64),
    /// A list, one entry in a line.
    Lines,
    /// One of some values.
    Choice(&'static [(&'static str, Text)]),
    /// Yes or no.
    Flag,
    /// A table with these columns; the first one must be filled in.
    Rows(&'static [Column]),
}

/// What a cell of a table holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// A line of text.
    Line,
    /// A day, `yyyy-MM-dd`.
    Day,
    /// A whole number; blank: 0.
    Whole,
    /// One of some values, the first where nothing was chosen.
    Choice(&'static [(&'static str, Text)]),
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Name in the profile.
    pub key: &'static str,
    /// What it is called.
    pub label: Text,
    /// What it holds.
    pub cell: Cell,
}

const fn c(key: &'static str, label: Text, cell: Cell) -> Column {
    Column { key, label, cell }
}

const TERMS: &[Column] = &[
    c("from", words::TERM_FROM, Cell::Day),
    c("default_years", words::TERM_YEARS, Cell::Whole),
    c("serious_years", words::TERM_SERIOUS, Cell::Whole),
    c("basis", words::BASIS, Cell::Line),
];

const DAY_CHANGES: &[Column] = &[
    c("day", words::DAY, Cell::Day),
    c("kind", words::DAY_KIND, Cell::Choice(words::DAY_KINDS)),
    c("basis", words::BASIS, Cell::Line),
];

const DUTIES: &[Column] = &[
    c("name", words::DUTY, Cell::Line),
    c("code", words::DUTY_CODE, Cell::Line),
    c("basis", words::BASIS, Cell::Line),
    c("fine_from", words::FINE_FROM, Cell::Whole),
    c("fine_to", words::FINE_TO, Cell::Whole),
];

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Where it stands in the profile.
    pub path: &'static [&'static str],
    /// What it is called.
    pub label: Text,
    /// What it does.
    pub help: Text,
    /// How it is edited.
    pub editor: Editor,
}

const fn s(path: &'static [&'static str], label: Text, help: Text, editor: Editor) -> Setting {
    Setting { path, label, help, editor }
}

/// Settings that belong together, with their heading.
pub type Group = (&'static str, Text, &'static [Setting]);

/// All settings.
pub const GROUPS: &[Group] = &[
    (
        "organisation",
        words::ORGANISATION,
        &[
            s(&["organisation", "name"], words::NAME, words::NAME_HELP, Editor::Line),
            s(&["organisation", "region"], words::REGION, words::REGION_HELP, Editor::Code),
            s(&["organisation", "uscc"], words::USCC, words::USCC_HELP, Editor::Code),
            s(&["organisation", "aliases"], words::ALIASES, words::ALIASES_HELP, Editor::Lines),
            s(&["id"], words::ID, words::ID_HELP, Editor::Line),
            s(&["batch_prefix"], words::PREFIX, words::PREFIX_HELP, Editor::Line),
        ],
    ),
    (
        "deadline",
        words::DEADLINE,
        &[
            s(&["deadline", "days"], words::DAYS, words::DAYS_HELP, Editor::Number(1, 3650)),
            s(&["deadline", "count"], words::COUNT, words::COUNT_HELP, Editor::Choice(words::COUNTS)),
            s(&["deadline", "basis"], words::BASIS, words::BASIS_HELP, Editor::Line),
            s(&["deadline", "remind_days"], words::REMIND, words::REMIND_HELP, Editor::Number(0, 60)),
            s(&["seven_working_days"], words::SEVEN, words::SEVEN_HELP, Editor::Flag),
            s(&["holidays"], words::DAYS_OFF, words::DAYS_OFF_HELP, Editor::Rows(DAY_CHANGES)),
        ],
    ),
    (
        "publicity",
        words::PUBLICITY,
        &[
            s(&["publicity", "default_years"], words::YEARS, words::YEARS_HELP, Editor::Number(0, 99)),
            s(&["publicity", "serious_years"], words::SERIOUS, words::YEARS_HELP, Editor::Number(0, 99)),
            s(&["publicity", "terms"], words::TERMS, words::TERMS_HELP, Editor::Rows(TERMS)),
            s(&["document_prefixes"], words::PREFIXES, words::PREFIXES_HELP, Editor::Lines),
        ],
    ),
    (
        "lists",
        words::LISTS,
        &[
            s(&["duty_list"], words::DUTIES, words::DUTIES_HELP, Editor::Rows(DUTIES)),
            s(&["blacklists"], words::BLACKLISTS, words::BLACKLISTS_HELP, Editor::Lines),
            s(&["organisation_words"], words::WORDS, words::WORDS_HELP, Editor::Lines),
        ],
    ),
    (
        "templates",
        words::TEMPLATES,
        &[
            s(&["file_name"], words::FILE_NAME, words::FILE_NAME_HELP, Editor::Line),
            s(&["defaults", "license_category"], words::CATEGORY, words::DEFAULTS_HELP, Editor::Line),
            s(&["defaults", "authority_uscc"], words::AUTHORITY, words::OWN_WHERE_EMPTY, Editor::Code),
            s(&["defaults", "source_name"], words::SOURCE, words::DEFAULTS_HELP, Editor::Line),
            s(&["defaults", "source_uscc"], words::SOURCE_CODE, words::OWN_WHERE_EMPTY, Editor::Code),
        ],
    ),
    (
        "handlers",
        words::HANDLERS,
        &[
            s(&["handlers"], words::HANDLER_NAMES, words::HANDLERS_HELP, Editor::Lines),
            s(&["draft_days"], words::DRAFT_DAYS, words::DRAFT_DAYS_HELP, Editor::Number(0, 3650)),
        ],
    ),
];

/// The value of a setting as its editor shows it.
pub fn text(profile: &Value, setting: &Setting) -> String {
    let value = setting.path.iter().fold(profile, |value, key| &value[*key]);
    if let Editor::Rows(columns) = setting.editor {
        return as_rows(value, columns);
    }
    match value {
        Value::Array(entries) => entries.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The rows of a table as its editor holds them: JSON, every cell a text.
fn as_rows(value: &Value, columns: &[Column]) -> String {
    let entries = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let row = |entry: &Value| {
        let mut row = serde_json::Map::new();
        for (at, column) in columns.iter().enumerate() {
            let text = match &entry[column.key] {
                // A name alone is the first cell.
                Value::Null if at == 0 => entry.as_str().unwrap_or_default().to_owned(),
                Value::String(text) => text.clone(),
                Value::Number(number) if number.as_u64() != Some(0) => number.to_string(),
                _ => String::new(),
            };
            row.insert(column.key.to_owned(), text.into());
        }
        Value::Object(row)
    };
    if entries.is_empty() { String::new() } else { entries.iter().map(row).collect::<Value>().to_string() }
}

/// The rows that an editor holds.
pub(super) fn row_list(text: &str) -> Vec<Value> {
    match serde_json::from_str(text) {
        Ok(Value::Array(rows)) => rows,
        _ => Vec::new(),
    }
}

/// Whether nothing was written in a row.
pub(super) fn is_blank(row: &Value) -> bool {
    let written = |cell: &Value| cell.as_str().is_some_and(|text| !text.trim().is_empty());
    row.as_object().is_none_or(|row| !row.values().any(written))
}

/// A row as the profile has it.
fn of_row(row: &Value, columns: &[Column]) -> Value {
    let mut entry = serde_json::Map::new();
    for column in columns {
        let text = row[column.key].as_str().unwrap_or_default().trim();
        let value = match column.cell {
            Cell::Whole => text.parse::<u32>().unwrap_or_default().into(),
            Cell::Choice(choices) if text.is_empty() => choices[0].0.into(),
            _ => Value::from(text),
        };
        entry.insert(column.key.to_owned(), value);
    }
    Value::Object(entry)
}

/// Writes what stands in an editor into the profile; false: it cannot be read, and nothing changed.
pub fn take(profile: &mut Value, setting: &Setting, text: &str) -> bool {
    let text = text.trim();
    let value = match setting.editor {
        Editor::Line | Editor::Choice(_) => Value::from(text),
        Editor::Code => Value::from(text.split_whitespace().collect::<String>().to_ascii_uppercase()),
        Editor::Number(least, most) => match text.parse::<u64>() {
            Ok(number) if (least..=most).contains(&number) => Value::from(number),
            _ => return false,
        },
        Editor::Lines => text
            .split(['\n', '；', ';', '\t'])
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
            .collect::<Vec<_>>()
            .into(),
        Editor::Flag => Value::from(text == "true"),
        Editor::Rows(columns) => {
            if !text.is_empty() && !text.starts_with('[') {
                return false;
            }
            row_list(text).iter().filter(|row| !is_blank(row)).map(|row| of_row(row, columns)).collect()
        }
    };
    let mut place = profile;
    for key in setting.path {
        if !place.is_object() {
            *place = Value::Object(serde_json::Map::new());
        }
        place = &mut place[*key];
    }
    *place = value;
    true
}

#[cfg(test)]
mod tests {
    use super::{GROUPS, take, text};
    use serde_json::json;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn every_setting_reads_back_what_it_wrote() {
        for setting in GROUPS.iter().flat_map(|(_, _, settings)| *settings) {
            let mut profile = json!({});
            for wanted in ["1", "true", "natural"] {
                if take(&mut profile, setting, wanted) {
                    let shown = text(&profile, setting);
                    let same = shown == wanted || shown == wanted.to_ascii_uppercase() || shown == "false";
                    assert!(same, "{:?}: {shown}", setting.path);
                }
            }
        }
    }

    #[wasm_bindgen_test]
    fn a_list_takes_lines_and_pasted_columns() {
        let setting = &GROUPS[3].2[1];
        let mut profile = json!({ "blacklists": [] });
        assert!(take(&mut profile, setting, "甲；乙\n\n丙\t丁"));
        assert_eq!(profile["blacklists"], json!(["甲", "乙", "丙", "丁"]));
    }

    #[wasm_bindgen_test]
    fn a_table_reads_names_and_rows_and_leaves_blank_ones_out() {
        let setting = &GROUPS[3].2[0];
        let mut profile = json!({ "duty_list": ["甲", { "name": "乙", "fine_to": 5, "fine_from": 0 }] });
        let shown = text(&profile, setting);
        assert!(shown.contains("\"fine_to\":\"5\"") && shown.contains("\"name\":\"甲\""), "{shown}");
        let more = format!("{},{{}}]", shown.trim_end_matches(']'));
        assert!(take(&mut profile, setting, &more));
        assert_eq!(profile["duty_list"].as_array().map(Vec::len), Some(2));
        assert_eq!(profile["duty_list"][1]["fine_to"], json!(5));
        assert!(take(&mut profile, setting, "") && profile["duty_list"] == json!([]));
    }
}
