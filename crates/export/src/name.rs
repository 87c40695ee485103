//! Names and media types of files.

use precheck_schema::Kind;
use precheck_schema::date::Date;
use precheck_schema::profile::Profile;
use precheck_schema::template::{FileType, Template};

/// The name of a file: what the template's pattern says, such as `行政处罚_奈曼旗消防救援大队_20230616.xlsx`.
/// Characters that file systems refuse become `_`.
pub fn file_name(template: &Template, kind: Kind, profile: &Profile, today: Date) -> String {
    let stem = template
        .file_name
        .replace("{kind}", kind.label().zh)
        .replace("{organisation}", &profile.organisation.name)
        .replace("{date}", &today.format("%Y%m%d").to_string());
    let refused =
        |c: char| matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || c.is_control();
    let stem: String = stem.chars().map(|c| if refused(c) { '_' } else { c }).collect();
    let stem = match stem.trim_matches([' ', '.']) {
        "" => kind.label().zh,
        stem => stem,
    };
    format!("{stem}.{}", template.file.extension())
}

/// The media type of a file.
pub const fn media_type(file: FileType) -> &'static str {
    match file {
        FileType::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileType::Csv => "text/csv;charset=utf-8",
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
        let name = |template: &str, profile: &Profile| {
            file_name(templates.find(template).unwrap(), Kind::Penalty, profile, today)
        };
        assert_eq!(name("plan", &profile), "行政处罚_奈曼旗消防救援大队_20230616.xlsx");
        assert_eq!(name("exchange-xml", &profile), "行政处罚_数据交换_奈曼旗消防救援大队_20230616.xml");
        let mut nameless = templates.find("plan").unwrap().clone();
        nameless.file_name = " .. ".to_owned();
        assert_eq!(file_name(&nameless, Kind::Penalty, &profile, today), "行政处罚.xlsx");
        profile.organisation.name = "../a:b".to_owned();
        assert_eq!(name("plan", &profile), "行政处罚_.._a_b_20230616.xlsx");
    }
}
