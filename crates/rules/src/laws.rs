//! The legal bases that rules cite: document, number, article, date in force, a short paraphrase, and how sure
//! the reading is.

mod table;

use precheck_schema::Text;
use precheck_schema::date::Date;

/// How sure the reading of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Read in two independent sources.
    Sure,
    /// Read in one source.
    Likely,
    /// The text could not be read: shown as 待核.
    Unverified,
}

/// An article that a rule cites.
#[derive(Debug)]
pub struct Law {
    /// Stable name.
    pub id: &'static str,
    /// Name of the document.
    pub document: &'static str,
    /// Its number; empty where it has none.
    pub number: &'static str,
    /// The place in it.
    pub article: &'static str,
    /// First day in force, `yyyy-MM-dd`, `yyyy-MM` or `yyyy`; empty where unknown.
    pub valid_from: &'static str,
    /// Last day in force; empty while it holds.
    pub valid_to: &'static str,
    /// What it says, in our own words.
    pub paraphrase: Text,
    /// How sure the reading is.
    pub certainty: Certainty,
}

/// Every article that rules cite.
pub fn all() -> &'static [Law] {
    &table::LAWS
}

/// The article with this stable name.
pub fn find(id: &str) -> Option<&'static Law> {
    all().iter().find(|law| law.id == id)
}

impl Law {
    /// How a message cites it: document and place, marked 待核 where the text could not be read. Standards are
    /// known by their number, which stands first.
    pub fn citation(&self) -> String {
        let mark = if self.certainty == Certainty::Unverified { "（待核）" } else { "" };
        let number = if self.number.starts_with("GB") { self.number } else { "" };
        let parts = [number, self.document, self.article];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}{mark}", parts.join(" "))
    }

    /// Whether it was in force on a day; dates known by year or month only count from their first day.
    pub fn in_force(&self, day: Date) -> bool {
        let day = day.format("%Y-%m-%d").to_string();
        (self.valid_from.is_empty() || self.valid_from <= day.as_str())
            && (self.valid_to.is_empty() || day.as_str() <= self.valid_to)
    }
}
