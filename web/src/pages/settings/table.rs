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
}

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
        ],
    ),
    (
        "deadline",
        words::DEADLINE,
        &[
            s(&["deadline", "days"], words::DAYS, words::DAYS_HELP, Editor::Number(1, 3650)),
            s(&["deadline", "count"], words::COUNT, words::COUNT_HELP, Editor::Choice(words::COUNTS)),
            s(&["deadline", "basis"], words::BASIS, words::BASIS_HELP, Editor::Line),
            s(&["seven_working_days"], words::SEVEN, words::SEVEN_HELP, Editor::Flag),
        ],
    ),
    (
        "publicity",
        words::PUBLICITY,
        &[
            s(&["publicity", "default_years"], words::YEARS, words::YEARS_HELP, Editor::Number(0, 99)),
            s(&["publicity", "serious_years"], words::SERIOUS, words::YEARS_HELP, Editor::Number(0, 99)),
            s(&["document_prefixes"], words::PREFIXES, words::PREFIXES_HELP, Editor::Lines),
        ],
    ),
    (
        "lists",
        words::LISTS,
        &[
            s(&["duty_list"], words::DUTIES, words::DUTIES_HELP, Editor::Lines),
            s(&["blacklists"], words::BLACKLISTS, words::BLACKLISTS_HELP, Editor::Lines),
            s(&["organisation_words"], words::WORDS, words::WORDS_HELP, Editor::Lines),
        ],
    ),
    (
        "templates",
        words::TEMPLATES,
        &[
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
    match value {
        Value::Array(entries) => entries.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
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
        let setting = &GROUPS[3].2[0];
        let mut profile = json!({ "duty_list": [] });
        assert!(take(&mut profile, setting, "甲；乙\n\n丙\t丁"));
        assert_eq!(profile["duty_list"], json!(["甲", "乙", "丙", "丁"]));
    }
}
