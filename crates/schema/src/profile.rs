//! The profile: what the reporting organisation fixes. Data, replaceable at run time; the one of
//! 奈曼旗消防救援大队 is built in.

use serde::{Deserialize, Serialize};

use crate::calendar::DayChange;
use crate::date::{Date, Datelike, from_iso};
use crate::duty::DutyItem;
use crate::fold::fold_all;

/// How the days of the gathering deadline count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DayCount {
    /// Calendar days, as the plan is read by default.
    #[default]
    Natural,
    /// Working days; the profile should name its ground.
    Working,
}

/// Who reports.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Official name, as exports write it.
    pub name: String,
    /// Other names that mean the same body.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Its own 统一社会信用代码; empty where it is not known.
    #[serde(default)]
    pub uscc: String,
    /// Its county code, GB/T 2260.
    #[serde(default)]
    pub region: String,
}

/// The deadline for gathering, 实施方案 三(二)2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Days from the event.
    pub days: u32,
    /// How they count.
    #[serde(default)]
    pub count: DayCount,
    /// Ground for another count than natural days.
    #[serde(default)]
    pub basis: String,
    /// Days before the last one from which rule T002 reminds of it.
    #[serde(default = "five")]
    pub remind_days: u32,
}

impl Default for Deadline {
    fn default() -> Self {
        Self { days: 20, count: DayCount::Natural, basis: String::new(), remind_days: five() }
    }
}

/// Publicity terms that hold for decisions from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicityTerm {
    /// First day of decision for which the term holds, `yyyy-MM-dd`.
    pub from: String,
    /// Years for an ordinary penalty.
    pub default_years: u32,
    /// Years for a serious breach of trust.
    pub serious_years: u32,
    /// Ground of the term.
    #[serde(default)]
    pub basis: String,
}

/// How long a penalty is published, 实施方案 三(二)2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publicity {
    /// Years for an ordinary penalty.
    pub default_years: u32,
    /// Years for a serious breach of trust.
    pub serious_years: u32,
    /// Other terms by date of decision, ascending.
    #[serde(default)]
    pub terms: Vec<PublicityTerm>,
}

impl Default for Publicity {
    fn default() -> Self {
        Self { default_years: 1, serious_years: 3, terms: Vec::new() }
    }
}

impl Publicity {
    /// Years of publicity for a decision of a date.
    pub fn years(&self, decision: Date, serious: bool) -> u32 {
        let term = if self.terms.is_empty() {
            None
        } else {
            let text = crate::date::iso(decision);
            self.terms.iter().rev().find(|t| t.from <= text)
        };
        match (term, serious) {
            (Some(term), false) => term.default_years,
            (Some(term), true) => term.serious_years,
            (None, false) => self.default_years,
            (None, true) => self.serious_years,
        }
    }
}

/// A change of a rule's severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeverityChange {
    /// Slug of the rule.
    pub rule: String,
    /// `off`, `info`, `warning` or `error`.
    pub severity: String,
    /// Why; stamped into exports.
    #[serde(default)]
    pub reason: String,
}

/// What the profile supplies to templates where a record holds nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Defaults {
    /// 许可类别 of the 双公示 template.
    pub license_category: String,
    /// 统一社会信用代码 of the deciding authority; the organisation's own where empty.
    pub authority_uscc: String,
    /// 数据来源单位 of the 双公示 template.
    pub source_name: String,
    /// Its code; the organisation's own where empty.
    pub source_uscc: String,
}

/// The profile of a reporting organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Stable name of the profile.
    pub id: String,
    /// Who reports.
    pub organisation: Organisation,
    /// Agency prefixes of document numbers.
    #[serde(default)]
    pub document_prefixes: Vec<String>,
    /// Deadline for gathering.
    #[serde(default)]
    pub deadline: Deadline,
    /// Whether rule T003 watches the seven working days.
    #[serde(default = "yes")]
    pub seven_working_days: bool,
    /// Publicity terms.
    #[serde(default)]
    pub publicity: Publicity,
    /// Names of the lists that the organisation keeps.
    #[serde(default)]
    pub blacklists: Vec<String>,
    /// 权力清单: licences and violations that are the organisation's matter; empty: not known.
    #[serde(default)]
    pub duty_list: Vec<DutyItem>,
    /// Days off and make-up days over those that the program carries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<DayChange>,
    /// Who supplies records.
    #[serde(default)]
    pub handlers: Vec<String>,
    /// Words that make a short name an organisation, beside the built-in ones (rule S003).
    #[serde(default)]
    pub organisation_words: Vec<String>,
    /// Changed severities of rules.
    #[serde(default)]
    pub severity: Vec<SeverityChange>,
    /// Days for which drafts are kept.
    #[serde(default = "thirty")]
    pub draft_days: u32,
    /// Names of exported files without extension, in place of each template's own; empty: that of the template.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_name: String,
    /// What stands before the number of each batch, such as `NM119`; empty: nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub batch_prefix: String,
    /// What templates take from the profile.
    #[serde(default)]
    pub defaults: Defaults,
}

const fn yes() -> bool {
    true
}

const fn thirty() -> u32 {
    30
}

const fn five() -> u32 {
    5
}

/// What is wrong with a profile file.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// No JSON of the expected form.
    #[error("机构设置文件的格式不对：{0}；请核对字段名与逗号、引号")]
    Format(#[from] serde_json::Error),
    /// The organisation has no name.
    #[error("机构设置缺少机构名称（organisation.name）")]
    NoName,
    /// A value that cannot be.
    #[error("机构设置的 {field} 不能是“{value}”：{hint}")]
    Value {
        /// Path of the field.
        field: &'static str,
        /// What stands there.
        value: String,
        /// What may stand there.
        hint: &'static str,
    },
}

impl Profile {
    /// The profile of 奈曼旗消防救援大队.
    pub fn built_in() -> Self {
        Self::from_json(include_str!("../../../profiles/naiman-fire.json"))
            .expect("the built-in profile is checked by a test")
    }

    /// Reads a profile and checks what serde cannot.
    pub fn from_json(json: &str) -> Result<Self, ProfileError> {
        let profile: Self = serde_json::from_str(json)?;
        if profile.organisation.name.trim().is_empty() {
            return Err(ProfileError::NoName);
        }
        let own = &profile.organisation.uscc;
        if !own.is_empty() && (own.len() != 18 || !crate::uscc::check_holds(own)) {
            return Err(ProfileError::Value {
                field: "organisation.uscc",
                value: own.clone(),
                hint: "应为本机构统一社会信用代码证书上的 18 位代码；不知道时留空",
            });
        }
        if profile.deadline.days == 0 || profile.deadline.days > 3650 {
            return Err(ProfileError::Value {
                field: "deadline.days",
                value: profile.deadline.days.to_string(),
                hint: "应为 1 至 3650",
            });
        }
        for term in &profile.publicity.terms {
            if from_iso(&term.from).is_none_or(|day| day.year() <= 1949) {
                return Err(ProfileError::Value {
                    field: "publicity.terms.from",
                    value: term.from.clone(),
                    hint: "应写作 2026-04-01",
                });
            }
        }
        profile.check_lists()?;
        for change in &profile.severity {
            if !["off", "info", "warning", "error"].contains(&change.severity.as_str()) {
                return Err(ProfileError::Value {
                    field: "severity.severity",
                    value: change.severity.clone(),
                    hint: "应为 off、info、warning 或 error",
                });
            }
        }
        if let Some(part) = crate::template::unknown_file_name_part(&profile.file_name) {
            return Err(ProfileError::Value {
                field: "file_name",
                value: part.to_owned(),
                hint: "花括号里可写 kind、organisation、authority、date、batch、count、template",
            });
        }
        Ok(profile)
    }

    /// Checks the rows of the tables: days and matters.
    fn check_lists(&self) -> Result<(), ProfileError> {
        if let Some(wrong) = self.holidays.iter().find(|change| change.read().is_none()) {
            return Err(ProfileError::Value {
                field: "holidays",
                value: format!("{} {}", wrong.day, wrong.kind),
                hint: "日期应写作 2027-01-01，类别应为 off 或 work",
            });
        }
        let wrong = |item: &&DutyItem| item.name.trim().is_empty() || item.fine_from > item.fine_to;
        if let Some(item) = self.duty_list.iter().find(wrong) {
            return Err(ProfileError::Value {
                field: "duty_list",
                value: item.name.clone(),
                hint: "每项应有名称，罚款上限不低于下限",
            });
        }
        Ok(())
    }

    /// The profile as a file.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a profile has only strings, numbers and lists")
    }

    /// Whether a name is the organisation's own or an accepted alias; width, case and spaces are folded.
    pub fn is_own_name(&self, name: &str) -> bool {
        if name == self.organisation.name {
            return true;
        }
        let name = fold_all(name);
        std::iter::once(&self.organisation.name)
            .chain(&self.organisation.aliases)
            .any(|own| fold_all(own) == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_profile_reads_back() {
        let profile = Profile::built_in();
        assert_eq!(Profile::from_json(&profile.to_json()).unwrap(), profile);
        assert!(profile.is_own_name("奈曼旗消防救援局") && !profile.is_own_name("开鲁县消防救援大队"));
        let day = Date::from_ymd_opt(2023, 6, 1).unwrap();
        assert_eq!((profile.publicity.years(day, false), profile.publicity.years(day, true)), (1, 3));
    }

    #[test]
    fn terms_of_publicity_hold_from_their_day_on() {
        let term = |from: &str, default_years, serious_years| PublicityTerm {
            from: from.to_owned(),
            default_years,
            serious_years,
            basis: String::new(),
        };
        let publicity = Publicity {
            terms: vec![term("2024-01-01", 2, 4), term("2026-04-01", 5, 6)],
            ..Publicity::default()
        };
        for (day, years) in [
            ("2023-12-31", (1, 3)),
            ("2024-01-01", (2, 4)),
            ("2026-03-31", (2, 4)),
            ("2026-04-01", (5, 6)),
            ("2030-01-01", (5, 6)),
        ] {
            let date = from_iso(day).unwrap();
            assert_eq!((publicity.years(date, false), publicity.years(date, true)), years, "{day}");
        }
    }

    #[test]
    fn values_out_of_bounds_are_refused() {
        let with = |more: &str| format!(r#"{{"id":"x","organisation":{{"name":"甲"}},{more}}}"#);
        let field = |more: &str| match Profile::from_json(&with(more)) {
            Ok(_) => None,
            Err(ProfileError::Value { field, .. }) => Some(field),
            Err(other) => panic!("{other}"),
        };
        for (days, refused) in [(0, true), (1, false), (3650, false), (3651, true)] {
            let found = field(&format!(r#""deadline":{{"days":{days}}}"#));
            assert_eq!(found, refused.then_some("deadline.days"), "{days}");
        }
        for (from, refused) in [
            ("2026-04-01", false),
            ("1950-01-01", false),
            ("1949-12-31", true),
            ("2026-4-1", true),
            ("2026-02-30", true),
        ] {
            let term = format!(r#"{{"from":"{from}","default_years":1,"serious_years":3}}"#);
            let found =
                field(&format!(r#""publicity":{{"default_years":1,"serious_years":3,"terms":[{term}]}}"#));
            assert_eq!(found, refused.then_some("publicity.terms.from"), "{from}");
        }
    }

    #[test]
    fn every_field_goes_into_a_file_and_back() {
        let mut profile = Profile::built_in();
        profile.deadline.remind_days = 7;
        profile.batch_prefix = "NM119".to_owned();
        profile.file_name = "{kind}_{batch}".to_owned();
        profile.publicity.terms.push(PublicityTerm {
            from: "2026-04-01".to_owned(),
            default_years: 1,
            serious_years: 3,
            basis: "甲".to_owned(),
        });
        let (day, kind) = ("2027-01-01".to_owned(), "off".to_owned());
        profile.holidays.push(DayChange { day, kind, basis: "乙".to_owned() });
        profile.duty_list = vec![
            DutyItem::named("消防安全检查"),
            DutyItem { code: "1".to_owned(), fine_from: 5_000, fine_to: 50_000, ..DutyItem::named("丙") },
        ];
        let json = profile.to_json();
        assert!(json.contains("\"消防安全检查\""), "a name alone stays a text");
        assert_eq!(Profile::from_json(&json).unwrap(), profile);
        // What older versions wrote is read as it was.
        let old = r#"{"id":"x","organisation":{"name":"甲"},"duty_list":["乙"],"deadline":{"days":20}}"#;
        let old = Profile::from_json(old).unwrap();
        assert_eq!((old.duty_list[0].name.as_str(), old.deadline.remind_days), ("乙", 5));
        for wrong in [
            r#""holidays":[{"day":"2027-02-30","kind":"off"}]"#,
            r#""holidays":[{"day":"2027-01-01","kind":"放假"}]"#,
            r#""duty_list":[" "]"#,
            r#""duty_list":[{"name":"甲","fine_from":2,"fine_to":1}]"#,
        ] {
            let json = format!(r#"{{"id":"x","organisation":{{"name":"甲"}},{wrong}}}"#);
            assert!(matches!(Profile::from_json(&json), Err(ProfileError::Value { .. })), "{wrong}");
        }
    }

    #[test]
    fn wrong_profiles_say_why() {
        assert!(matches!(Profile::from_json("{}"), Err(ProfileError::Format(_))));
        assert!(matches!(
            Profile::from_json(r#"{"id":"x","organisation":{"name":" "}}"#),
            Err(ProfileError::NoName)
        ));
        let bad =
            r#"{"id":"x","organisation":{"name":"甲"},"severity":[{"rule":"overdue","severity":"none"}]}"#;
        assert!(matches!(Profile::from_json(bad), Err(ProfileError::Value { .. })));
        let named = r#"{"id":"x","organisation":{"name":"甲"},"file_name":"{kind}_{day}"}"#;
        assert!(matches!(Profile::from_json(named), Err(ProfileError::Value { field: "file_name", .. })));
        let own = |code: &str| format!(r#"{{"id":"x","organisation":{{"name":"甲","uscc":"{code}"}}}}"#);
        for (code, holds) in
            [("", true), ("11150525MB1K052582", true), ("11150525MB1K052583", false), ("甲", false)]
        {
            assert_eq!(Profile::from_json(&own(code)).is_ok(), holds, "{code}");
        }
    }
}
