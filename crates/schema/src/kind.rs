//! Record kinds: ordered lists of fields of the dictionary, each with the label, the synonyms, the length
//! and the national column name that it has in this kind.

use crate::field::{FieldKey, FieldType};
use crate::text::Text;

mod blacklist;
mod inspection;
mod license_change;
mod license_grant;
mod license_termination;
mod other;
mod penalty;
mod penalty_change;
mod subject;

/// Whether a record may lack the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requirement {
    /// Every record has it.
    Required,
    /// One of the two identifiers, 统一社会信用代码 or 注册号, is there.
    OneOfId,
    /// A record without it is hard to link to the one it changes.
    Recommended,
    /// May be blank.
    Optional,
}

/// A field as a record kind has it.
#[derive(Debug, Clone, Copy)]
pub struct KindField {
    /// Which field of the dictionary.
    pub key: FieldKey,
    /// What this kind calls it: grid header, messages, the `plan` template.
    pub label: &'static str,
    /// Whether it may be blank.
    pub requirement: Requirement,
    /// Most characters that the platform takes.
    pub max_len: u16,
    /// Header texts that name it, the best first. Width of brackets and spaces is folded on comparison.
    pub synonyms: &'static [&'static str],
    /// Column name of the national interface; empty where there is none, several of one field joined by `/`.
    pub national: &'static str,
}

impl KindField {
    /// What the field holds.
    pub const fn ty(&self) -> FieldType {
        self.key.ty()
    }

    /// Whether C001 asks for it.
    pub fn is_required(&self) -> bool {
        self.requirement == Requirement::Required
    }
}

const fn column(
    key: FieldKey,
    label: &'static str,
    requirement: Requirement,
    max_len: u16,
    synonyms: &'static [&'static str],
    national: &'static str,
) -> KindField {
    KindField { key, label, requirement, max_len, synonyms, national }
}

/// A record kind with its fields.
#[derive(Debug)]
pub struct KindInfo {
    /// Stable name, kebab case.
    pub key: &'static str,
    /// What the page calls it.
    pub label: Text,
    /// Its fields, in the order of the grid and of the `plan` template.
    pub fields: &'static [KindField],
    /// The date from which the days for gathering run (rules T001 to T004).
    pub event_date: FieldKey,
    /// The date that stands in where `event_date` is blank.
    pub event_date_fallback: Option<FieldKey>,
}

/// Which kind of record: the classes of information that the implementation plan lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// 行政许可准予, 实施方案 三(一)1(1).
    LicenseGrant,
    /// 行政许可变更, 实施方案 三(一)1(2).
    LicenseChange,
    /// 行政许可注销、吊销、撤销, 实施方案 三(一)1(3).
    LicenseTermination,
    /// 行政处罚, 实施方案 三(一)2.
    Penalty,
    /// 行政处罚变更, 实施方案 三(一)2.
    PenaltyChange,
    /// 双随机、一公开 抽查结果, 实施方案 三(一)3.
    Inspection,
    /// 黑名单, 实施方案 三(一)4.
    Blacklist,
    /// 其他依法应当公示的信息, 实施方案 三(一)5.
    Other,
}

impl Kind {
    /// Every kind, in the order of the plan.
    pub const ALL: [Self; 8] = [
        Self::LicenseGrant,
        Self::LicenseChange,
        Self::LicenseTermination,
        Self::Penalty,
        Self::PenaltyChange,
        Self::Inspection,
        Self::Blacklist,
        Self::Other,
    ];

    /// The declaration of this kind.
    pub fn info(self) -> &'static KindInfo {
        match self {
            Self::LicenseGrant => &license_grant::INFO,
            Self::LicenseChange => &license_change::INFO,
            Self::LicenseTermination => &license_termination::INFO,
            Self::Penalty => &penalty::INFO,
            Self::PenaltyChange => &penalty_change::INFO,
            Self::Inspection => &inspection::INFO,
            Self::Blacklist => &blacklist::INFO,
            Self::Other => &other::INFO,
        }
    }

    /// Stable name, kebab case.
    pub fn key(self) -> &'static str {
        self.info().key
    }

    /// The kind with this stable name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.key() == key)
    }

    /// What the page calls it.
    pub fn label(self) -> Text {
        self.info().label
    }

    /// Its fields in order.
    pub fn fields(self) -> &'static [KindField] {
        self.info().fields
    }

    /// The field as this kind has it, if it does.
    pub fn field(self, key: FieldKey) -> Option<&'static KindField> {
        self.fields().iter().find(|f| f.key == key)
    }

    /// What this kind calls a field; the dictionary's name where it has no such field.
    pub fn field_label(self, key: FieldKey) -> &'static str {
        self.field(key).map_or(key.field().label.zh, |f| f.label)
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_fields_are_written_by_their_names() {
        for kind in Kind::ALL {
            assert!(!kind.key().is_empty() && kind.to_string() == kind.key(), "{kind:?}");
        }
        assert_eq!(FieldKey::Uscc.to_string(), "uscc");
    }

    #[test]
    fn every_kind_starts_with_the_subject_and_ends_with_handler_and_remark() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_key(kind.key()), Some(kind));
            let keys: Vec<_> = kind.fields().iter().map(|f| f.key).collect();
            assert_eq!(keys[..3], [FieldKey::EnterpriseName, FieldKey::Uscc, FieldKey::RegistrationNo]);
            assert_eq!(keys[keys.len() - 2..], [FieldKey::Handler, FieldKey::Remark]);
            assert!(keys.contains(&kind.info().event_date));
        }
    }

    #[test]
    fn fields_of_a_kind_are_unique_and_their_synonyms_start_with_the_label() {
        for kind in Kind::ALL {
            for (position, field) in kind.fields().iter().enumerate() {
                assert!(kind.fields()[..position].iter().all(|f| f.key != field.key), "{kind} {}", field.key);
                assert!(field.synonyms.contains(&field.label), "{kind} {}", field.key);
                assert!(field.max_len > 0);
            }
        }
    }
}
