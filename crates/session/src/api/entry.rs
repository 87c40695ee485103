//! Records that are typed into a form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FieldSchema, FindingReport};

/// A form of a kind, made from the declarations of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FormView {
    /// Key of the kind.
    pub kind: String,
    /// What it is called.
    pub label: String,
    /// Its fields by family.
    pub groups: Vec<FormGroup>,
    /// What stands in the fields: of the record that is edited or copied.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, string>"))]
    pub values: BTreeMap<String, String>,
    /// What is proposed for blank fields.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, string>"))]
    pub proposed: BTreeMap<String, String>,
}

/// Fields of a form that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FormGroup {
    /// Stable name of the family.
    pub key: String,
    /// Heading.
    pub label: String,
    /// The fields, in the order of the kind.
    pub fields: Vec<FormField>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FormField {
    /// Its declaration.
    pub schema: FieldSchema,
    /// `text`, `long-text`, `choice`, `choices` (several, joined by a comma), `date`, `date-or-long-term`,
    /// `period`, `uscc`, `registration-no`, `amount`.
    pub editor: String,
    /// Whether it may stay blank.
    pub optional: bool,
    /// What it may hold: the words of its code list, or words that often stand there.
    pub offers: Vec<Offer>,
    /// Whether another text than the offered may stand there.
    pub free: bool,
}

/// A word that a field may hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Offer {
    /// The word.
    pub text: String,
    /// Its code, where it has one.
    pub code: String,
}

/// What the engine says of a form as it is filled in now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EntryView {
    /// What is wrong, in the order of the fields, the gravest of each first.
    pub findings: Vec<FindingReport>,
    /// How fields are read where that is not plain: a date, an amount in capitals, a code in groups.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, string>"))]
    pub readings: BTreeMap<String, String>,
    /// What is proposed for fields that nobody has filled in.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, string>"))]
    pub proposed: BTreeMap<String, String>,
    /// The last day for gathering, `yyyy-MM-dd`, and how many days are left.
    pub due: Option<(String, i32)>,
    /// The day until which the record is to be published.
    pub publicity_end: Option<String>,
    /// Band of the fine in 万元 and the article that sets it.
    pub fine_band: Option<(String, String, String)>,
}

/// A warning that is confirmed as the record is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ConfirmedFinding {
    /// Key of the field.
    pub field: String,
    /// Slug of the rule.
    pub rule: String,
    /// Why.
    pub reason: String,
}

/// A month as a date picker shows it: six weeks from a Monday.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MonthView {
    /// Year.
    pub year: i32,
    /// Month, from 1.
    pub month: u32,
    /// The day that the text names, or the day of the run.
    pub selected: String,
    /// The day of the run.
    pub today: String,
    /// Whether holidays of the year are known.
    pub known: bool,
    /// 42 days.
    pub days: Vec<DayView>,
}

/// A day of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DayView {
    /// `yyyy-MM-dd`.
    pub date: String,
    /// Day of the month.
    pub day: u32,
    /// Whether it belongs to the month that is shown.
    pub inside: bool,
    /// `` for a working day, `weekend`, `holiday` (a day off from Monday to Friday) or `work` (a weekend day that
    /// is worked).
    pub mark: String,
}
