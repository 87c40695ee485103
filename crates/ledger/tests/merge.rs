//! Merging: in any order, any number of times, whoever begins.

use precheck_ledger::{Answer, Book, Export, Facts, from_json, to_json};
use proptest::prelude::*;

/// What may happen to a ledger.
#[derive(Debug, Clone)]
enum Deed {
    Note { batch: u8, ids: Vec<u8>, errors: u32, at: u8 },
    Export { ids: Vec<u8>, at: u8 },
    Answer { ids: Vec<u8>, accepted: bool, at: u8 },
    Remove { ids: Vec<u8>, at: u8 },
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let ids = || prop::collection::vec(0..6u8, 0..5);
    let deed = prop_oneof![
        (0..3u8, ids(), 0..3u32, 0..20u8).prop_map(|(batch, ids, errors, at)| Deed::Note {
            batch,
            ids,
            errors,
            at
        }),
        (ids(), 0..20u8).prop_map(|(ids, at)| Deed::Export { ids, at }),
        (ids(), any::<bool>(), 0..20u8).prop_map(|(ids, accepted, at)| Deed::Answer { ids, accepted, at }),
        (ids(), 0..20u8).prop_map(|(ids, at)| Deed::Remove { ids, at }),
    ];
    prop::collection::vec(deed, 0..12)
}

fn at(moment: u8) -> String {
    format!("2023-06-16 09:00:{moment:02}.000")
}

fn facts(id: u8, errors: u32) -> Facts {
    Facts {
        id: id.to_string(),
        kind: "penalty".to_owned(),
        name: format!("企业{id}"),
        errors,
        ..Facts::default()
    }
}

fn texts(ids: &[u8]) -> Vec<String> {
    ids.iter().map(u8::to_string).collect()
}

fn book(deeds: &[Deed]) -> Book {
    let mut book = Book::default();
    for deed in deeds {
        match deed {
            Deed::Note { batch, ids, errors, at: moment } => {
                let records = ids.iter().map(|&id| facts(id, *errors)).collect();
                book.note_batch(&batch.to_string(), records, &at(*moment));
            }
            Deed::Export { ids, at: moment } => {
                let export = Export { at: at(*moment), file: "甲.xlsx".to_owned(), ..Export::default() };
                book.record_export("x", ids.iter().map(|&id| facts(id, 0)).collect(), &export);
            }
            Deed::Answer { ids, accepted, at: moment } => {
                let answer = Answer { at: at(*moment), accepted: *accepted, ..Answer::default() };
                book.answer(&texts(ids), &answer);
            }
            Deed::Remove { ids, at: moment } => {
                book.remove(&texts(ids), &at(*moment));
            }
        }
    }
    book
}

fn merged(a: &Book, b: &Book) -> Book {
    let mut sum = a.clone();
    sum.merge(b.clone());
    sum
}

proptest! {
    #[test]
    fn commutative(a in deeds(), b in deeds()) {
        let (a, b) = (book(&a), book(&b));
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    }

    #[test]
    fn associative(a in deeds(), b in deeds(), c in deeds()) {
        let (a, b, c) = (book(&a), book(&b), book(&c));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn idempotent(a in deeds(), b in deeds()) {
        let (a, b) = (book(&a), book(&b));
        prop_assert_eq!(&merged(&a, &a), &a);
        let mut sum = merged(&a, &b);
        let again = sum.merge(b.clone());
        prop_assert_eq!((again.added, again.updated), (0, 0));
        prop_assert!(again.changed.is_empty());
        prop_assert_eq!(sum, merged(&a, &b));
    }

    #[test]
    fn nothing_that_left_or_was_answered_is_lost(a in deeds(), b in deeds()) {
        let (a, b) = (book(&a), book(&b));
        let sum = merged(&a, &b);
        for entry in a.all().chain(b.all()) {
            let kept = sum.get(&entry.facts.id).expect("every record is there");
            prop_assert!(kept.exports.is_superset(&entry.exports) && kept.answers.is_superset(&entry.answers));
        }
    }

    #[test]
    fn a_backup_restores_the_very_ledger(a in deeds()) {
        let a = book(&a);
        prop_assert_eq!(from_json(&to_json(&a, "大队", "2023-06-16")).unwrap(), a);
    }

    #[test]
    fn any_text_is_an_answer_not_a_panic(text in ".{0,200}") {
        let _ = from_json(&text);
        let _ = from_json(&format!(r#"{{"format":"precheck-ledger","version":1,"entries":[{text}]}}"#));
    }
}

#[test]
fn a_merge_counts_what_is_new() {
    let mut here = Book::default();
    here.note_batch("b", vec![facts(1, 0), facts(2, 0)], &at(1));
    let mut there = here.clone();
    there.note_batch("c", vec![facts(3, 0)], &at(2));
    there.answer(&["2".to_owned()], &Answer { at: at(3), accepted: true, ..Answer::default() });
    let merged = here.merge(there.clone());
    assert_eq!((merged.added, merged.updated, merged.same), (1, 1, 1));
    assert_eq!(merged.changed, ["2", "3"]);
    assert_eq!(here, there);
}
