//! Identifiers, freely generated: valid ones pass, one changed character is found, and what is proposed holds.

use precheck_rules::{Context, Finding, Fix, Hit, Judgement, RowCx, Rule, Severity, base, catalogue};
use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;
use precheck_schema::profile::Profile;
use precheck_schema::{FieldKey, Kind, Lang, Table, registration_no, uscc};
use proptest::prelude::*;
use proptest::sample::select;

/// County codes in use.
const COUNTIES: [&str; 6] = ["150525", "150502", "110105", "330111", "440305", "810000"];

/// Judges a clean penalty with other identifiers, and hands its findings on both to `look`.
fn with_findings<T>(code: &str, number: &str, look: impl FnOnce(&Table, &Context<'_>, &[Finding]) -> T) -> T {
    let mut table = Table::empty(Kind::Penalty);
    let row = table.insert_row(0);
    for (field, text) in base(Kind::Penalty) {
        table.set_text(row, *field, text);
    }
    table.set_text(row, FieldKey::Uscc, code);
    table.set_text(row, FieldKey::RegistrationNo, number);
    let (profile, calendar) = (Profile::built_in(), Calendar::built_in());
    let today = Date::from_ymd_opt(2023, 6, 30).expect("a date");
    let cx = Context { profile: &profile, calendar: &calendar, today, template: None, ledger: None };
    let tables = [table];
    let judgement = Judgement::full(&tables, &cx);
    let of_identifiers = |f: &&Finding| matches!(f.field, Some(FieldKey::Uscc | FieldKey::RegistrationNo));
    let findings: Vec<Finding> = judgement.of_row(0, row).iter().filter(of_identifiers).copied().collect();
    look(&tables[0], &cx, &findings)
}

fn rule(finding: &Finding) -> &'static Rule {
    catalogue().rule(finding.rule)
}

fn codes(code: &str, number: &str) -> Vec<&'static str> {
    with_findings(code, number, |_, _, findings| findings.iter().map(|f| rule(f).code).collect())
}

/// The proposal for the credit code, with the code of the rule that makes it.
fn proposal(code: &str) -> Option<(&'static str, Fix)> {
    with_findings(code, "", |table, cx, findings| {
        findings.iter().find_map(|finding| {
            let row = RowCx::new(cx, table, table.rows()[0]);
            let hit = Hit { finding, row: &row, tables: std::slice::from_ref(table) };
            // Sentences of every finding can be made in both languages.
            assert!(!(rule(finding).say)(&hit, Lang::Zh).is_empty());
            assert!(!(rule(finding).say)(&hit, Lang::En).is_empty());
            Some((rule(finding).code, (rule(finding).suggest?)(&hit)?))
        })
    })
}

/// A valid code of a market entity.
fn code() -> impl Strategy<Value = String> {
    let character = (0..31usize).prop_map(|value| char::from(uscc::ALPHABET[value]));
    (select(vec!["91", "92", "93"]), select(COUNTIES.as_slice()), prop::collection::vec(character, 8))
        .prop_map(|(pair, county, body)| {
            let body: String = body.into_iter().collect();
            let organisation =
                uscc::organisation_check(body.as_bytes()).map(char::from).expect("of the alphabet");
            let first = format!("{pair}{county}{body}{organisation}");
            let check = uscc::check_character(first.as_bytes()).map(char::from).expect("of the alphabet");
            format!("{first}{check}")
        })
}

/// A valid registration number.
fn number() -> impl Strategy<Value = String> {
    (select(COUNTIES.as_slice()), 0..100_000_000u32).prop_map(|(county, serial)| {
        let first = format!("{county}{serial:08}");
        let check = registration_no::check_digit(first.as_bytes()).map(char::from).expect("digits");
        format!("{first}{check}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn valid_codes_pass(code in code()) {
        prop_assert_eq!(codes(&code, ""), Vec::<&str>::new());
        // Small and full-width letters, and spaces, change nothing.
        let wide: String = code.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c)).collect();
        for typed in [code.to_lowercase(), wide, format!(" {} {}", &code[..8], &code[8..])] {
            let own = with_findings(&typed, "", |_, _, findings| {
                findings.iter().any(|f| rule(f).severity == Severity::Error)
            });
            prop_assert!(!own, "{}", typed);
        }
    }

    #[test]
    fn one_changed_character_is_found(code in code(), at in 0..18usize, other in "[ -~]") {
        let mut changed = code.clone();
        changed.replace_range(at..=at, &other);
        let same = changed.to_ascii_uppercase() == code;
        prop_assert!(same || !codes(&changed, "").is_empty(), "{}", changed);
    }

    #[test]
    fn one_slip_gives_one_finding(code in code(), at in 0..18usize, other in "[0-9A-Z*]") {
        let mut changed = code.clone();
        changed.replace_range(at..=at, &other);
        prop_assume!(changed != code);
        let found = codes(&changed, "");
        let errors = ["A001", "A002", "A003", "A004", "A009", "A014", "A029"];
        let exclusive: Vec<_> = found.iter().filter(|c| errors.contains(c) || ["A005", "A006"].contains(c)).collect();
        prop_assert_eq!(exclusive.len(), 1, "{}: {:?}", changed, found);
        if found.iter().any(|c| errors.contains(c)) {
            prop_assert_eq!(found.len(), 1, "{}: {:?}", changed, found);
        }
    }

    #[test]
    fn what_is_proposed_holds(code in code(), at in 0..17usize, other in "[0-9A-Z]", swap in any::<bool>()) {
        let mut bytes = code.clone().into_bytes();
        if swap && at < 16 {
            bytes.swap(at, at + 1);
        } else {
            bytes[at] = other.as_bytes()[0];
        }
        let changed = String::from_utf8(bytes).expect("ASCII");
        prop_assume!(changed != code);
        if let Some((of, fix)) = proposal(&changed) {
            prop_assert_eq!(fix.changes.len(), 1);
            let (field, text) = &fix.changes[0];
            prop_assert_eq!(*field, FieldKey::Uscc);
            prop_assert_ne!(&text[..17], &changed[..17], "a new last character alone");
            prop_assert!(uscc::check_holds(text) && uscc::organisation_holds(text) && uscc::province_holds(text));
            let left = codes(text, "");
            prop_assert!(!left.contains(&of), "{} does not remove {}", text, of);
            // Only what could not be said before may be new: an unlisted county, another register.
            prop_assert!(left.iter().all(|code| ["A008", "A013"].contains(code)), "{}: {:?}", text, left);
        }
    }

    #[test]
    fn a_transposition_is_put_right_or_nothing_is_proposed(code in code(), at in 8..15usize) {
        let mut bytes = code.clone().into_bytes();
        prop_assume!(bytes[at] != bytes[at + 1]);
        bytes.swap(at, at + 1);
        let changed = String::from_utf8(bytes).expect("ASCII");
        if let Some((_, fix)) = proposal(&changed) {
            prop_assert_eq!(&fix.changes[0].1, &code);
        }
    }

    #[test]
    fn valid_numbers_pass_and_one_changed_digit_is_found(number in number(), at in 0..15usize, other in "[0-9]") {
        prop_assert_eq!(codes("91150525MA0N8B4T47", &number), Vec::<&str>::new());
        prop_assert_eq!(codes("", &number), ["C004"]);
        let mut changed = number.clone();
        changed.replace_range(at..=at, &other);
        if changed != number {
            prop_assert_eq!(codes("91150525MA0N8B4T47", &changed), ["A011"]);
        }
    }

    /// A number in the column of the code moves to its own, and only that.
    #[test]
    fn a_misplaced_number_moves(number in number()) {
        let (of, fix) = proposal(&number).expect("a proposal");
        prop_assert_eq!(of, "A001");
        prop_assert_eq!(fix.changes, [(FieldKey::RegistrationNo, number.clone()), (FieldKey::Uscc, String::new())]);
        prop_assert_eq!(codes("", &number), ["C004"]);
    }

    /// Whatever stands in the cells, nothing panics and every sentence can be made.
    #[test]
    fn anything_can_be_judged(code in ".{0,24}", number in ".{0,20}") {
        let _ = proposal(&code);
        let _ = codes(&code, &number);
    }
}

/// The vectors of public registers and of the standards.
#[test]
fn known_codes() {
    for early in [
        "91350211M00013FA1N",
        "91350100M0001TGQXM",
        "91350211M0000XUF46",
        "91350203M0001FUE2P",
        "91350203M0001QKT19",
        "91350200M000000510",
        "91350128M00000019A",
    ] {
        let found = codes(early, "");
        assert_eq!(found.iter().filter(|c| **c != "A008").copied().collect::<Vec<_>>(), ["A006"], "{early}");
    }
    for (code, expected) in [
        ("91100000100003962T", vec![]),
        ("00000000000000000X", vec!["A009"]),
        ("ARBG48543289076GFE", vec!["A009"]),
        ("123456789012345678", vec!["A009"]),
        ("111111111111111111", vec!["A009"]),
        ("362322198709086409", vec!["A003"]),
        ("913302******1J283L", vec!["A002"]),
        ("91150525MA0N8B4T4", vec!["A001"]),
        ("9115052512345678901L", vec!["A001"]),
    ] {
        assert_eq!(codes(code, ""), expected, "{code}");
    }
    for (number, expected) in [
        ("330327000082876", vec!["A011"]),
        ("330503000035118", vec!["A011"]),
        ("3301062015292", vec!["A012"]),
        ("企独浙绍总字第002662号", vec!["A012"]),
        ("330226NA0001234", vec![]),
        ("15052500012", vec!["A010"]),
    ] {
        assert_eq!(codes("91150525MA0N8B4T47", number), expected, "{number}");
    }
}
