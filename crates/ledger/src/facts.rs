//! What the ledger keeps of a record, and the id by which it is known on every machine.

use precheck_schema::Kind;
use precheck_schema::fold::fold_all;
use serde::{Deserialize, Serialize};

/// A warning that was confirmed before the record left.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Confirmed {
    /// Code of the rule.
    pub rule: String,
    /// The fault in a few words.
    pub title: String,
    /// Why it was confirmed.
    pub reason: String,
}

/// Key facts of a record. Normalised as exports write them; personal numbers are masked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Facts {
    /// Stable id: see [`record_id`].
    pub id: String,
    /// Key of the kind.
    pub kind: String,
    /// Name of the enterprise.
    pub name: String,
    /// 统一社会信用代码, or 注册号 where there is none.
    pub code: String,
    /// Document number; empty for kinds without one.
    pub document_no: String,
    /// The day from which the deadline counts, `yyyy-MM-dd`; empty where it cannot be read.
    pub event_date: String,
    /// Last day of publicity or validity; the long-term value where there is no end; empty where unknown.
    pub publicity_end: String,
    /// What was decided, in one line.
    pub matter: String,
    /// Who supplies the record.
    pub handler: String,
    /// Errors that keep the record back.
    pub errors: u32,
    /// Open warnings that keep the record back.
    pub warnings: u32,
    /// Warnings that were confirmed, with reasons.
    pub confirmed: Vec<Confirmed>,
    /// Hash of all that the record says ([`content_id`]): whether it changed since it left. Empty in older ledgers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub content: String,
}

/// The id of a record: a hash of kind, document number and subject, so that it tells nothing by itself and is the
/// same on every machine. Kinds whose records are not told apart by document number and subject alone (changes of
/// one decision, inspections) count their day too; where there is no document number, the matter.
pub fn record_id(kind: Kind, document_no: &str, subject: &str, day: &str, matter: &str) -> String {
    let numbered = !document_no.is_empty();
    let once = numbered && matches!(kind, Kind::LicenseGrant | Kind::Penalty);
    let fold = |text: &str| fold_all(text).into_owned();
    let parts = [
        kind.key().to_owned(),
        fold(document_no),
        fold(subject),
        if once { String::new() } else { day.to_owned() },
        if numbered { String::new() } else { fold(matter) },
    ];
    let mut hash = Fnv::default();
    for part in &parts {
        hash.add(part.as_bytes());
        // What no text holds parts the fields.
        hash.add(&[0xFF]);
    }
    hash.hex()
}

/// A hash of all that a record says: values by key of the field, blank ones left out, so that a field that a later
/// version knows changes nothing while nobody fills it.
pub fn content_id<'v>(values: impl IntoIterator<Item = (&'v str, &'v str)>) -> String {
    let mut hash = Fnv::default();
    for (key, value) in values.into_iter().filter(|(_, value)| !value.is_empty()) {
        for part in [key, value] {
            hash.add(part.as_bytes());
            hash.add(&[0xFF]);
        }
    }
    hash.hex()
}

/// FNV-1a of 128 bits: stable over versions and machines.
struct Fnv(u128);

impl Default for Fnv {
    fn default() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 ^= u128::from(byte);
            self.0 = self.0.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013B);
        }
    }

    fn hex(&self) -> String {
        format!("{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fnv_is_the_published_one() {
        let mut hash = Fnv::default();
        assert_eq!(hash.hex(), "6c62272e07bb014262b821756295c58d");
        hash.add(b"a");
        assert_eq!(hash.hex(), "d228cb696f1a8caf78912b704e4a8964");
    }

    #[test]
    fn the_same_record_has_the_same_id_however_it_is_written() {
        let id = |number: &str, code: &str, day: &str| record_id(Kind::Penalty, number, code, day, "");
        let one = id("奈消行罚决字〔2023〕第0007号", "91150525MA0NB4T62X", "2023-05-24");
        assert_eq!(one, id("奈消行罚决字〔2023〕第０００7号", " 91150525ma0nb4t62x", "2023-05-25"));
        assert_ne!(one, id("奈消行罚决字〔2023〕第0008号", "91150525MA0NB4T62X", "2023-05-24"));
        assert_ne!(one, id("奈消行罚决字〔2023〕第0007号", "91150525MA0NB4T62Y", "2023-05-24"));
        assert_ne!(
            one,
            record_id(Kind::PenaltyChange, "奈消行罚决字〔2023〕第0007号", "91150525MA0NB4T62X", "", "")
        );
    }

    #[test]
    fn days_and_matters_part_what_a_number_does_not() {
        let change = |day: &str| record_id(Kind::PenaltyChange, "甲1号", "乙", day, "");
        assert_ne!(change("2023-05-24"), change("2023-06-24"));
        let inspection = |matter: &str| record_id(Kind::Inspection, "", "乙", "2023-05-24", matter);
        assert_ne!(inspection("消防安全"), inspection("消防产品"));
        // The parts do not run together.
        assert_ne!(
            record_id(Kind::Penalty, "甲", "乙丙", "", ""),
            record_id(Kind::Penalty, "甲乙", "丙", "", "")
        );
    }
}
