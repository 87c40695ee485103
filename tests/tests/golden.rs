//! Sample files of every format: what must be found in them is found, clean rows stay clean, and the whole report
//! is the committed one. `tests/parity` (Node) and the wasm tests (browser) compare with the same reports.

use std::path::PathBuf;

use precheck_session::run::{Input, RunOptions, report};
use precheck_session::{Settings, api};
use precheck_tests::{ExpectedTable, Samples, root};

fn settings(samples: &Samples) -> Settings {
    let settings = api::Settings {
        profile: samples.profile(),
        today: samples.expected.today.clone(),
        ..api::Settings::default()
    };
    Settings::read(&settings).expect("the settings of the samples can be read")
}

fn check(samples: &Samples, file: &str) -> api::Report {
    let bytes = samples.bytes(file);
    report(&[Input { path: file, bytes: &bytes }], settings(samples), &RunOptions::default())
}

/// What is not as it must be in one table.
fn complaints(expected: &ExpectedTable, found: &api::TableReport) -> Vec<String> {
    let mut out = Vec::new();
    let place = format!("{} {}", expected.file, expected.sheet);
    if (found.kind.as_str(), found.header_row, found.rows)
        != (&expected.kind, Some(expected.header_row), expected.rows)
    {
        out.push(format!(
            "{place}: {} from row {:?} with {} records, expected {} from row {} with {}",
            found.kind, found.header_row, found.rows, expected.kind, expected.header_row, expected.rows
        ));
    }
    for wanted in &expected.expect {
        let hit = found.findings.iter().find(|f| {
            f.row == Some(wanted.row) && f.field.as_ref() == Some(&wanted.field) && f.rule == wanted.rule
        });
        match (hit, &wanted.severity) {
            (None, _) => {
                let others: Vec<String> = found
                    .findings
                    .iter()
                    .filter(|f| f.row == Some(wanted.row))
                    .map(|f| format!("{} {}", f.rule, f.field.as_deref().unwrap_or("-")))
                    .collect();
                out.push(format!(
                    "{place} row {}: no {} at {}, only {others:?}",
                    wanted.row, wanted.rule, wanted.field
                ));
            }
            (Some(hit), Some(severity)) if hit.severity != *severity => {
                out.push(format!(
                    "{place} row {}: {} is {}, not {severity}",
                    wanted.row, wanted.rule, hit.severity
                ));
            }
            _ => {}
        }
    }
    for finding in &found.findings {
        if finding.severity != "info" && finding.row.is_some_and(|row| expected.clean_rows.contains(&row)) {
            out.push(format!(
                "{place} row {:?} is clean, but {} at {:?}: {}",
                finding.row, finding.rule, finding.field, finding.message
            ));
        }
        if finding.message.trim().is_empty() || finding.suggestion.trim().is_empty() {
            out.push(format!("{place} row {:?}: {} says nothing", finding.row, finding.rule));
        }
    }
    out
}

fn all_complaints(samples: &Samples) -> Vec<String> {
    let mut out = Vec::new();
    for file in samples.files() {
        let report = check(samples, file);
        let tables: Vec<_> = samples.expected.tables.iter().filter(|t| t.file == file).collect();
        let found = &report.files[0];
        if found.problem.is_some() || found.tables.len() != tables.len() {
            out.push(format!(
                "{file}: {} tables, expected {}; {:?}",
                found.tables.len(),
                tables.len(),
                found.problem
            ));
            continue;
        }
        for (expected, found) in tables.into_iter().zip(&found.tables) {
            out.extend(complaints(expected, found));
        }
    }
    out
}

#[test]
fn what_must_be_found_is_found_and_clean_rows_stay_clean() {
    let complaints = all_complaints(&Samples::own());
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// Samples that lie beside the checkout, where someone has them; the project's own are the ones above.
#[test]
fn samples_beside_the_checkout_too() {
    let dir = root().join("../shared/samples");
    if dir.join("expected.json").exists() {
        let complaints = all_complaints(&Samples::of(dir));
        assert!(complaints.is_empty(), "{complaints:#?}");
    }
}

fn golden(file: &str) -> PathBuf {
    root().join("tests/golden").join(format!("{file}.json"))
}

/// `PRECHECK_BLESS=1 cargo test -p precheck-tests --test golden` writes the reports anew; read the difference.
#[test]
fn reports_are_the_committed_ones() {
    let samples = Samples::own();
    let bless = std::env::var_os("PRECHECK_BLESS").is_some();
    let mut differ = Vec::new();
    for file in samples.files() {
        let text = serde_json::to_string_pretty(&check(&samples, file)).expect("a report is JSON") + "\n";
        let path = golden(file);
        if bless {
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
            std::fs::write(&path, &text).expect("it can be written");
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        if committed != text {
            let at = committed.lines().zip(text.lines()).position(|(old, new)| old != new);
            differ.push(format!("{file}, from line {:?}", at.map(|line| line + 1)));
        }
    }
    assert!(differ.is_empty(), "reports changed: {differ:#?}");
}

#[test]
fn the_samples_show_every_rule_that_can_be_shown() {
    // What needs a template, a ledger, a duty list or the calendar's end cannot stand in a file.
    let elsewhere = [
        "V005", "I002", "I003", "S009", "T003", "T004", "V007", "C006", "S004", "S007", "P003", "P006",
        "A008", "A044",
    ];
    let samples = Samples::own();
    let shown: Vec<&str> =
        samples.expected.tables.iter().flat_map(|t| &t.expect).map(|f| f.rule.as_str()).collect();
    let missing: Vec<&str> = precheck_rules::catalogue()
        .rules()
        .map(|(_, rule)| rule.code)
        .filter(|code| !shown.contains(code) && !elsewhere.contains(code))
        .collect();
    assert!(missing.is_empty(), "no sample shows {missing:?}");
}
