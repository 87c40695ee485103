//! What every rule says and proposes for its examples, word for word, in a file that is read at each change.

use std::fmt::Write as _;
use std::path::Path;

use precheck_schema::Lang;

use crate::context::{Hit, RowCx};
use crate::rule_tests::{rules, with_example};

/// Examples of every rule that fire, each with its sentences and its suggestion.
fn sentences() -> String {
    let mut out = String::new();
    for (id, rule) in rules() {
        writeln!(out, "{} {}", rule.code, rule.slug).unwrap();
        for example in rule.examples.iter().filter(|example| example.fires) {
            writeln!(out, "  {}", example.note.zh).unwrap();
            with_example(example, |tables, cx, findings| {
                for finding in findings.iter().filter(|finding| finding.rule == id) {
                    let row = RowCx::new(cx, &tables[0], finding.row.unwrap_or(tables[0].rows()[0]));
                    let hit = Hit { finding, row: &row, tables };
                    let field = finding.field.map_or("-", |field| field.key());
                    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| (rule.say)(&hit, lang));
                    writeln!(out, "    {field}: {zh} | {en}").unwrap();
                    let fix = rule.suggest.and_then(|suggest| suggest(&hit));
                    for (field, text) in fix.iter().flat_map(|fix| &fix.changes) {
                        writeln!(out, "      {} = {text:?}", field.key()).unwrap();
                    }
                }
            });
        }
    }
    out
}

#[test]
fn sentences_and_suggestions_are_as_kept() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences.txt");
    let now = sentences();
    if std::env::var_os("PRECHECK_BLESS").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    for (now, kept) in now.lines().zip(kept.lines()) {
        assert_eq!(now, kept, "PRECHECK_BLESS=1 keeps the new words");
    }
    assert_eq!(now.len(), kept.len());
}
