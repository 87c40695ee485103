//! Precision and recall on records that no one wrote by hand: valid records of every kind give no error or warning,
//! each slip gives its rule and nothing beside it, and each suggestion removes its finding.

mod case;
mod defects;
mod long;
mod money;
mod valid;

use std::collections::BTreeSet;

use precheck_rules::{FixKind, Hit, Judgement, RowCx, Severity, catalogue};
use precheck_schema::{FieldKey, Kind};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::case::Case;
use crate::defects::DEFECTS;

/// `PROPTEST_CASES` raises it.
const CASES: u32 = 256;

fn cases(default: u32) -> Config {
    let raised = Config::default().cases;
    Config {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() { raised } else { default },
        ..Config::default()
    }
}

/// What else than `expected` a job has of errors and warnings.
fn unexpected(case: &Case, expected: &[&str]) -> Vec<String> {
    let found = case.found(Severity::Warning);
    let others = found.iter().filter(|(code, _)| !expected.contains(code));
    others
        .map(|(code, field)| {
            let text = field.map_or("", |field| case.get(field));
            format!("{code} at {field:?}: {text:?}")
        })
        .collect()
}

#[test]
fn valid_records_are_clean() {
    for kind in Kind::ALL {
        let config = cases(if kind == Kind::Penalty { CASES * 4 } else { CASES });
        let mut runner = TestRunner::new(config);
        let outcome = runner.run(&valid::case(kind), |case| {
            let complaints = unexpected(&case, &[]);
            prop_assert!(complaints.is_empty(), "{kind}, today {}: {complaints:?}", case.today);
            Ok(())
        });
        if let Err(error) = outcome {
            panic!("{kind}: {error}");
        }
    }
}

/// Applies every suggestion of a job; each must remove its finding.
fn suggestions_hold(case: &Case) -> Result<(), TestCaseError> {
    case.judged(|tables, cx, findings| {
        for finding in findings {
            let rule = catalogue().rule(finding.rule);
            let (Some(suggest), Some(row)) = (rule.suggest, finding.row) else { continue };
            let record = RowCx::new(cx, &tables[0], row);
            let fix = suggest(&Hit { finding, row: &record, tables });
            prop_assert!(
                fix.is_some() || rule.fix != FixKind::Safe,
                "{} has a fix for each finding",
                rule.code
            );
            let Some(fix) = fix else { continue };
            let mut mended = tables.clone();
            for (field, text) in &fix.changes {
                mended[0].set_text(row, *field, text);
            }
            let after = Judgement::full(&mended, cx);
            let stays =
                after.of_row(0, row).iter().any(|f| f.rule == finding.rule && f.field == finding.field);
            prop_assert!(!stays, "{} stays after {fix:?}", rule.code);
        }
        Ok(())
    })
}

#[test]
fn each_slip_gives_its_rule_and_nothing_beside_it() {
    for defect in DEFECTS {
        let mut runner = TestRunner::new(cases(CASES / 4));
        let outcome = runner.run(&valid::case(defect.kind), |valid| {
            let mut case = valid;
            (defect.spoil)(&mut case);
            let found = case.found(Severity::Info);
            prop_assert!(
                found.contains(&(defect.code, defect.field)),
                "{} at {:?} is missing, only {found:?}: {:?}",
                defect.code,
                defect.field,
                case.records.last()
            );
            let expected = [&[defect.code], defect.beside].concat();
            let complaints = unexpected(&case, &expected);
            prop_assert!(
                complaints.is_empty(),
                "{} gives {complaints:?} too, today {}",
                defect.code,
                case.today
            );
            if defect.field == Some(FieldKey::Uscc) {
                let grave = case.found(Severity::Warning);
                let on_code = grave.iter().filter(|(_, field)| *field == defect.field).count();
                prop_assert!(on_code <= 1, "one slip, one finding: {grave:?}");
            }
            suggestions_hold(&case)
        });
        if let Err(error) = outcome {
            panic!("{} ({}): {error}", defect.code, defect.kind);
        }
    }
}

#[test]
fn every_rule_has_a_slip() {
    let slips: BTreeSet<&str> = DEFECTS.iter().map(|defect| defect.code).collect();
    let rules: BTreeSet<&str> = catalogue().rules().map(|(_, rule)| rule.code).collect();
    assert_eq!(slips, rules);
}

/// Several records of one subject under different numbers are no duplicates.
#[test]
fn records_of_one_subject_stand_together() {
    for kind in [Kind::Penalty, Kind::LicenseGrant] {
        let mut runner = TestRunner::new(cases(CASES / 4));
        let outcome = runner.run(&valid::case(kind), |valid| {
            let mut case = valid;
            let mut second = case.records[0].clone();
            let number = second.get(FieldKey::DocumentNo).trim_end_matches('号').to_owned();
            let shorter: String = number.chars().take(number.chars().count().saturating_sub(1)).collect();
            let serial = number.chars().rev().take_while(char::is_ascii_digit).count();
            let other = if serial == 12 { shorter } else { number + "1" };
            second.set(FieldKey::DocumentNo, other + "号");
            case.records.push(second);
            let complaints = unexpected(&case, &[]);
            prop_assert!(complaints.is_empty(), "{complaints:?}");
            Ok(())
        });
        if let Err(error) = outcome {
            panic!("{kind}: {error}");
        }
    }
}
