//! Names and media types of files.

use precheck_schema::Kind;
use precheck_schema::date::Date;
use precheck_schema::profile::Profile;
use precheck_schema::template::{FileType, Template};

/// What fills the pattern of a name.
#[derive(Debug, Clone, Copy)]
pub struct Naming<'a> {
    /// The organisation, and its own pattern where it has one.
    pub profile: &'a Profile,
    /// The day of the run.
    pub today: Date,
    /// Number of the batch; empty: the first of the day.
    pub batch: &'a str,
    /// Records in the file.
    pub count: usize,
}

impl Naming<'_> {
    /// Number of the batch.
    pub fn batch(&self) -> String {
        match self.batch.trim() {
            "" => format!("{}-01", self.today.format("%Y%m%d")),
            batch => batch.to_owned(),
        }
    }
}

/// The name of a file: what the profile's pattern says, or the template's where the profile has none, such as
/// `行政处罚_奈曼旗消防救援大队_20230616.xlsx`. It is a name on every system, Windows among them.
pub fn file_name(template: &Template, kind: Kind, naming: &Naming<'_>) -> String {
    let profile = naming.profile;
    let pattern = if profile.file_name.trim().is_empty() { &template.file_name } else { &profile.file_name };
    let organisation = &profile.organisation.name;
    let stem = pattern
        .replace("{kind}", kind.label().zh)
        .replace("{template}", &template.title)
        .replace("{organisation}", organisation)
        .replace("{authority}", organisation)
        .replace("{date}", &naming.today.format("%Y%m%d").to_string())
        .replace("{batch}", &naming.batch())
        .replace("{count}", &naming.count.to_string());
    let stem = match safe_stem(&stem) {
        stem if stem.is_empty() => kind.label().zh.to_owned(),
        stem => stem,
    };
    format!("{stem}.{}", template.file.extension())
}

/// Longest name without extension, in bytes of UTF-8: file systems take 255 with it.
const LONGEST: usize = 180;

/// Names of devices that Windows takes for no file, whatever follows the first point.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];

/// A text as a file name without extension: what file systems refuse becomes `_`. May be empty.
pub fn safe_stem(text: &str) -> String {
    let refused = |c: char| {
        matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
            || c.is_control()
    };
    let mut stem: String = text.chars().map(|c| if refused(c) { '_' } else { c }).collect();
    while stem.len() > LONGEST {
        stem.pop();
    }
    let stem = stem.trim_matches([' ', '.', '\u{3000}']);
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered =
        |word: &str| first.strip_prefix(word).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    if DEVICES.contains(&first.as_str()) || numbered("COM") || numbered("LPT") {
        return format!("_{stem}");
    }
    stem.to_owned()
}

/// Gives a name that none of the others has, comparing as Windows does: the second `甲.xlsx` becomes `甲_2.xlsx`.
pub fn distinct(name: String, others: &[String]) -> String {
    let taken = |name: &str| others.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    if !taken(&name) {
        return name;
    }
    let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, ""));
    let numbered = |number: usize| match extension {
        "" => format!("{stem}_{number}"),
        extension => format!("{stem}_{number}.{extension}"),
    };
    (2..=others.len() + 2).map(numbered).find(|name| !taken(name)).unwrap_or(name.clone())
}

/// The media type of a file.
pub const fn media_type(file: FileType) -> &'static str {
    match file {
        FileType::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileType::Csv => "text/csv",
        FileType::Json => "application/json",
        FileType::Xml => "application/xml",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Templates;

    #[test]
    fn names_hold_kind_organisation_and_day() {
        let mut profile = Profile::built_in();
        let today = Date::from_ymd_opt(2023, 6, 16).unwrap();
        let templates = Templates::built_in();
        let named = |template: &Template, profile: &Profile| {
            file_name(template, Kind::Penalty, &Naming { profile, today, batch: "", count: 23 })
        };
        let name = |template: &str, profile: &Profile| named(templates.find(template).unwrap(), profile);
        assert_eq!(name("plan", &profile), "行政处罚_奈曼旗消防救援大队_20230616.xlsx");
        assert_eq!(name("exchange-xml", &profile), "行政处罚_数据交换_奈曼旗消防救援大队_20230616.xml");
        let mut nameless = templates.find("plan").unwrap().clone();
        nameless.file_name = " .. ".to_owned();
        assert_eq!(named(&nameless, &profile), "行政处罚.xlsx");
        profile.organisation.name = "../a:b".to_owned();
        assert_eq!(name("plan", &profile), "行政处罚_.._a_b_20230616.xlsx");
        profile.file_name = "{authority}{kind}{count}条 {batch}".to_owned();
        assert_eq!(name("plan", &profile), "_a_b行政处罚23条 20230616-01.xlsx");
        profile.file_name = "{template}".to_owned();
        assert_eq!(name("plan", &profile), "实施方案归集清单.xlsx");
    }

    #[test]
    fn names_are_names_on_windows() {
        for (text, expected) in [
            ("con", "_con"),
            ("NUL.tar", "_NUL.tar"),
            ("Com7 .x", "_Com7 .x"),
            ("COM10", "COM10"),
            ("console", "console"),
            (" 甲. ", "甲"),
            ("a\u{202E}b\tc", "a_b_c"),
            ("..", ""),
        ] {
            assert_eq!(safe_stem(text), expected);
        }
        assert!(safe_stem(&"奈".repeat(500)).len() <= LONGEST);
    }

    #[test]
    fn no_two_files_share_a_name() {
        let mut names: Vec<String> = Vec::new();
        for name in ["甲.xlsx", "甲.XLSX", "甲.xlsx", "乙"] {
            let name = distinct(name.to_owned(), &names);
            names.push(name);
        }
        assert_eq!(names, ["甲.xlsx", "甲_2.XLSX", "甲_3.xlsx", "乙"]);
    }
}
