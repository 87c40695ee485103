//! The entries and what is done with them. Every change names the entries that it touched, so that only these
//! are kept anew.

use std::collections::{BTreeMap, BTreeSet};

use crate::entry::{Answer, Entry, Export, Status};
use crate::facts::Facts;

/// The ledger: entries by id, those taken out included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Book {
    entries: BTreeMap<String, Entry>,
}

/// What came of a merge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// Records that were not known.
    pub added: usize,
    /// Records of which something new is known.
    pub updated: usize,
    /// Records of which everything was known.
    pub same: usize,
    /// Entries that changed.
    pub changed: Vec<String>,
}

impl Book {
    /// A ledger of these entries; one without an id is none.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut book = Self::default();
        for entry in entries {
            book.join(entry);
        }
        book
    }

    fn join(&mut self, entry: Entry) {
        let id = entry.facts.id.clone();
        if id.is_empty() {
            return;
        }
        match self.entries.get_mut(&id) {
            Some(known) => known.join(entry),
            None => {
                self.entries.insert(id, entry);
            }
        }
    }

    /// Entries that are shown, by id.
    pub fn live(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().filter(|entry| entry.is_live())
    }

    /// Every entry, those taken out included: what is kept.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// An entry, taken out or not.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entries.get(id)
    }

    /// How many entries are shown.
    pub fn len(&self) -> usize {
        self.live().count()
    }

    /// Whether none is shown.
    pub fn is_empty(&self) -> bool {
        self.live().next().is_none()
    }

    /// Notes what a batch holds. Records of it that were noted before, did not leave and are no longer in it are
    /// taken out: they were edited into other ones, or deleted.
    pub fn note_batch(&mut self, batch: &str, records: Vec<Facts>, at: &str) -> Vec<String> {
        let here: BTreeSet<String> = records.iter().map(|facts| facts.id.clone()).collect();
        let mut changed = Vec::new();
        for (id, entry) in &mut self.entries {
            let left = entry.batch == batch && !here.contains(id);
            if left && entry.is_live() && entry.exports.is_empty() && entry.answers.is_empty() {
                at.clone_into(&mut entry.gone);
                changed.push(id.clone());
            }
        }
        changed.extend(records.into_iter().filter_map(|facts| self.note(batch, facts, at)));
        changed
    }

    fn note(&mut self, batch: &str, facts: Facts, at: &str) -> Option<String> {
        if facts.id.is_empty() {
            return None;
        }
        let id = facts.id.clone();
        let entry = self.entries.entry(id.clone()).or_default();
        let known = entry.facts == facts && entry.batch == batch && entry.is_live();
        if known || entry.noted.as_str() > at {
            return None;
        }
        entry.facts = facts;
        batch.clone_into(&mut entry.batch);
        at.clone_into(&mut entry.noted);
        Some(id)
    }

    /// Records left in a file.
    pub fn record_export(&mut self, batch: &str, records: Vec<Facts>, export: &Export) -> Vec<String> {
        let mut changed = Vec::new();
        for facts in records {
            let (id, content) = (facts.id.clone(), facts.content.clone());
            self.note(batch, facts, &export.at);
            if let Some(entry) = self.entries.get_mut(&id) {
                entry.exports.insert(Export { content, ..export.clone() });
                changed.push(id);
            }
        }
        changed
    }

    /// The platform answered about these records.
    pub fn answer(&mut self, ids: &[String], answer: &Answer) -> Vec<String> {
        let mut changed = Vec::new();
        for id in ids {
            if let Some(entry) = self.entries.get_mut(id)
                && entry.answers.insert(answer.clone())
            {
                changed.push(id.clone());
            }
        }
        changed
    }

    /// Takes the last answer of a record back, for a slip of the hand. Another machine that already knows it brings
    /// it back with the next merge.
    pub fn take_answer_back(&mut self, id: &str) -> Vec<String> {
        let taken = self.entries.get_mut(id).and_then(|entry| entry.answers.pop_last());
        taken.map_or_else(Vec::new, |_| vec![id.to_owned()])
    }

    /// Takes records out; they come back when something happens to them later.
    pub fn remove(&mut self, ids: &[String], at: &str) -> Vec<String> {
        let mut changed = Vec::new();
        for id in ids {
            if let Some(entry) = self.entries.get_mut(id)
                && entry.is_live()
            {
                at.clone_into(&mut entry.gone);
                changed.push(id.clone());
            }
        }
        changed
    }

    /// Takes over what another ledger knows.
    pub fn merge(&mut self, other: Self) -> Merged {
        let mut merged = Merged::default();
        for (id, entry) in other.entries {
            if let Some(known) = self.entries.get_mut(&id) {
                let before = known.clone();
                known.join(entry);
                if *known == before {
                    merged.same += 1;
                } else {
                    merged.updated += 1;
                    merged.changed.push(id);
                }
            } else {
                merged.added += usize::from(entry.is_live());
                merged.changed.push(id.clone());
                self.entries.insert(id, entry);
            }
        }
        merged
    }

    /// Records that left and were not sent back, those of which rule V005 speaks: their ids, each with the hash of
    /// what left last behind a colon where that is known.
    pub fn exported(&self) -> Vec<String> {
        let known = |entry: &Entry| match entry.export() {
            Some(export) if !export.content.is_empty() => format!("{}:{}", entry.facts.id, export.content),
            _ => entry.facts.id.clone(),
        };
        self.live().filter(|entry| entry.status().left()).map(known).collect()
    }

    /// How many records are in a status.
    pub fn count(&self, status: Status) -> usize {
        self.live().filter(|entry| entry.status() == status).count()
    }

    /// Forgets for good what nobody needs any more: records that were settled or taken out, to which nothing
    /// happened since `day`, and whose publicity had ended by then. Gives their ids.
    pub fn forget_before(&mut self, day: &str) -> Vec<String> {
        let old = |entry: &Entry| {
            let end = &entry.facts.publicity_end;
            let settled = !entry.is_live() || entry.status() == Status::Gathered;
            let touched = entry.touched().max(entry.gone.as_str());
            settled && touched < day && end.as_str() < day
        };
        let ids: Vec<String> =
            self.entries.iter().filter(|(_, e)| old(e)).map(|(id, _)| id.clone()).collect();
        for id in &ids {
            self.entries.remove(id);
        }
        ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(id: &str) -> Facts {
        Facts { id: id.to_owned(), kind: "penalty".to_owned(), name: id.to_owned(), ..Facts::default() }
    }

    #[test]
    fn a_batch_that_changes_leaves_no_ghosts() {
        let mut book = Book::default();
        assert_eq!(book.note_batch("b", vec![facts("1"), facts("2")], "t1"), ["1", "2"]);
        assert!(book.note_batch("b", vec![facts("1"), facts("2")], "t2").is_empty(), "nothing is new");
        let export = Export { at: "t3".to_owned(), file: "f".to_owned(), ..Export::default() };
        book.record_export("b", vec![facts("1")], &export);
        // Both are no longer in the batch; what left stays.
        assert_eq!(book.note_batch("b", vec![facts("3")], "t4"), ["2", "3"]);
        let ids: Vec<_> = book.live().map(|e| e.facts.id.clone()).collect();
        assert_eq!(ids, ["1", "3"]);
        assert_eq!(book.exported(), ["1"], "an older ledger knows no content");
        let again = Export { at: "t3a".to_owned(), ..export };
        book.record_export("b", vec![Facts { content: "c".to_owned(), ..facts("1") }], &again);
        assert_eq!(book.exported(), ["1:c"], "what left last counts");
        // The second one comes back.
        book.note_batch("b", vec![facts("2"), facts("3")], "t5");
        assert_eq!(book.len(), 3);
        assert_eq!((book.count(Status::Pending), book.count(Status::Exported)), (2, 1));
    }

    #[test]
    fn answers_are_entered_and_taken_back() {
        let mut book = Book::default();
        book.note_batch("b", vec![facts("1")], "t1");
        let answer = Answer { at: "t2".to_owned(), words: "推送重复".to_owned(), ..Answer::default() };
        let ids = ["1".to_owned(), "none".to_owned()];
        assert_eq!(book.answer(&ids, &answer), ["1"]);
        assert!(book.answer(&ids, &answer).is_empty());
        assert_eq!(book.get("1").unwrap().status(), Status::Rejected);
        assert!(book.exported().is_empty());
        assert_eq!(book.take_answer_back("1"), ["1"]);
        assert!(book.take_answer_back("1").is_empty());
        assert_eq!(book.remove(&ids, "t3"), ["1"]);
        assert!(book.is_empty());
    }

    #[test]
    fn what_is_old_and_settled_is_forgotten() {
        let mut book = Book::default();
        let dated = |id: &str, end: &str| Facts { publicity_end: end.to_owned(), ..facts(id) };
        let old = vec![dated("1", "2021-01-01"), dated("2", "2030-01-01"), dated("3", "2021-01-01")];
        book.note_batch("b", old, "2020-01-01");
        let answer = Answer { at: "2020-02-01".to_owned(), accepted: true, ..Answer::default() };
        book.answer(&["1".to_owned(), "2".to_owned()], &answer);
        assert_eq!(book.forget_before("2026-01-01"), ["1"], "2 is published, 3 is not settled");
        assert_eq!(book.len(), 2);
    }
}
