//! An entry: one record through its life.

use std::collections::BTreeSet;

use precheck_schema::Text;
use serde::{Deserialize, Serialize};

use crate::facts::Facts;

/// That a record left.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Export {
    /// When, `yyyy-MM-dd HH:mm:ss.SSS`.
    pub at: String,
    /// In which file.
    pub file: String,
    /// Name of the template.
    pub template: String,
    /// Digest of the manifest or of the file; empty where there is none.
    pub digest: String,
    /// Who exported it.
    pub handler: String,
    /// Hash of what the record said then; empty where an older version noted it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub content: String,
}

/// What the platform said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// When it was entered.
    pub at: String,
    /// Whether the record was taken in.
    pub accepted: bool,
    /// The platform's words.
    pub words: String,
    /// Who entered it.
    pub by: String,
}

/// How far a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 待导出.
    Pending,
    /// 已导出, without an answer of the platform.
    Exported,
    /// 已归集.
    Gathered,
    /// 平台退回.
    Rejected,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Exported, Self::Gathered, Self::Rejected];

    /// What the page calls it.
    pub const fn label(self) -> Text {
        match self {
            Self::Pending => Text::new("待导出", "To be exported"),
            Self::Exported => Text::new("已导出", "Exported"),
            Self::Gathered => Text::new("已归集", "Gathered"),
            Self::Rejected => Text::new("平台退回", "Rejected"),
        }
    }

    /// Whether somebody has still to act before the deadline.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::Rejected)
    }

    /// Whether the record left and was not sent back.
    pub const fn left(self) -> bool {
        matches!(self, Self::Exported | Self::Gathered)
    }
}

/// A record as the ledger knows it. Only grows: facts are those noted last, exports and answers are sets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// What is known of the record.
    pub facts: Facts,
    /// When these facts were noted.
    pub noted: String,
    /// The batch that they come from.
    pub batch: String,
    /// When it left.
    pub exports: BTreeSet<Export>,
    /// What the platform said.
    pub answers: BTreeSet<Answer>,
    /// When it was taken out; it is gone unless something happened to it later.
    pub gone: String,
}

impl Entry {
    /// How far the record is.
    pub fn status(&self) -> Status {
        let exported = self.exports.last().map(|export| export.at.as_str());
        let Some(answer) = self.answers.last() else {
            return if exported.is_some() { Status::Exported } else { Status::Pending };
        };
        match (answer.accepted, exported) {
            // Sent again after the answer: the next answer counts.
            (false, Some(at)) if at > answer.at.as_str() => Status::Exported,
            (true, _) => Status::Gathered,
            (false, _) => Status::Rejected,
        }
    }

    /// The last thing that happened to it.
    pub fn touched(&self) -> &str {
        let exports = self.exports.iter().map(|export| export.at.as_str());
        let answers = self.answers.iter().map(|answer| answer.at.as_str());
        exports.chain(answers).chain([self.noted.as_str()]).max().unwrap_or_default()
    }

    /// Whether it is shown.
    pub fn is_live(&self) -> bool {
        self.touched() > self.gone.as_str()
    }

    /// The last answer.
    pub fn answer(&self) -> Option<&Answer> {
        self.answers.last()
    }

    /// The last export.
    pub fn export(&self) -> Option<&Export> {
        self.exports.last()
    }

    /// Takes over what another entry of the same record knows.
    pub fn join(&mut self, other: Self) {
        // Of two notes of one moment the greater one counts, on either machine.
        if (&other.noted, &other.facts, &other.batch) > (&self.noted, &self.facts, &self.batch) {
            self.noted = other.noted;
            self.facts = other.facts;
            self.batch = other.batch;
        }
        self.exports.extend(other.exports);
        self.answers.extend(other.answers);
        if other.gone > self.gone {
            self.gone = other.gone;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_counts() {
        let mut entry = Entry { noted: "1".to_owned(), ..Entry::default() };
        assert_eq!(entry.status(), Status::Pending);
        entry.exports.insert(Export { at: "2".to_owned(), ..Export::default() });
        assert_eq!(entry.status(), Status::Exported);
        entry.answers.insert(Answer { at: "3".to_owned(), ..Answer::default() });
        assert_eq!(entry.status(), Status::Rejected);
        entry.exports.insert(Export { at: "4".to_owned(), ..Export::default() });
        assert_eq!(entry.status(), Status::Exported);
        entry.answers.insert(Answer { at: "5".to_owned(), accepted: true, ..Answer::default() });
        assert_eq!(entry.status(), Status::Gathered);
        // For another platform afterwards: what was gathered stays so.
        entry.exports.insert(Export { at: "6".to_owned(), ..Export::default() });
        assert_eq!(entry.status(), Status::Gathered);
        assert!(entry.is_live());
        entry.gone = "6".to_owned();
        assert!(!entry.is_live());
    }
}
