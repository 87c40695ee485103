//! Records at the corners of rules, which the rule book need not show: each beside one that a rule takes the other
//! way, so that no condition of a check stands untested.

use precheck_schema::{FieldKey as F, Kind, Lang, Text};

use crate::context::{Hit, RowCx};
use crate::example::{Example, Record};
use crate::rule_tests::{rules, with_example};

/// The rule, the records and what is special about the last of them; for one that fires a part of its sentence.
struct Corner {
    rule: &'static str,
    example: Example,
    says: &'static str,
}

const fn fires(
    rule: &'static str,
    kind: Kind,
    rows: &'static [Record],
    says: &'static str,
    note: &'static str,
) -> Corner {
    Corner { rule, example: Example::fires(kind, rows, Text::new(note, note)), says }
}

const fn silent(rule: &'static str, kind: Kind, rows: &'static [Record], note: &'static str) -> Corner {
    Corner { rule, example: Example::silent(kind, rows, Text::new(note, note)), says: "" }
}

static CORNERS: &[Corner] = &[
    silent(
        "one-code-two-names",
        Kind::Penalty,
        &[&[], &[(F::EnterpriseName, "")]],
        "a blank name is no second name",
    ),
    silent(
        "one-code-two-names",
        Kind::Penalty,
        &[&[(F::Uscc, "")], &[(F::Uscc, ""), (F::EnterpriseName, "奈曼旗聚福隆商贸有限公司")]],
        "two blank codes are no common code",
    ),
    silent(
        "one-code-two-names",
        Kind::Penalty,
        &[&[(F::EnterpriseName, "内蒙古(奈曼】有限公司")], &[(F::EnterpriseName, "内蒙古【奈曼)有限公司")]],
        "the form of one bracket differs",
    ),
    fires(
        "test-data",
        Kind::Penalty,
        &[&[(F::EnterpriseName, "XXX有限公司")]],
        "“XXX有限公司”",
        "XXX is as much a filler as XX",
    ),
    fires("code-not-in-list", Kind::Penalty, &[&[(F::PenaltyType, "；")]], "", "no value at all"),
    fires(
        "code-separator",
        Kind::Penalty,
        &[&[(F::PenaltyType, "警告、罚款、行政拘留")]],
        "3 项之间",
        "three values",
    ),
    silent(
        "code-separator",
        Kind::Penalty,
        &[&[(F::PenaltyType, "约谈、训诫")]],
        "words that are no entries may be one value",
    ),
    silent(
        "fine-amount-missing",
        Kind::Penalty,
        &[&[(F::PenaltyContent, "给予警告"), (F::PenaltyType, "1"), (F::FineAmount, "")]],
        "the code of another kind than a fine",
    ),
    silent(
        "fine-amount-missing",
        Kind::Penalty,
        &[&[(F::PenaltyContent, "处以罚款"), (F::FineAmount, "0.5")]],
        "the sum stands in its column alone",
    ),
    silent(
        "fine-amount-missing",
        Kind::Penalty,
        &[&[(F::PenaltyContent, "处以罚款"), (F::FineAmount, "伍仟元整")]],
        "the sum stands in its column, in words",
    ),
    fires(
        "date-out-of-range",
        Kind::LicenseGrant,
        &[&[(F::ValidTo, "2203-06-16")]],
        "晚于",
        "a field of long-term values takes no other late date",
    ),
    fires(
        "date-out-of-range",
        Kind::Penalty,
        &[&[(F::DecisionDate, "9999-09-09")]],
        "晚于",
        "the long-term value is no day of a decision",
    ),
    silent("date-out-of-range", Kind::Penalty, &[&[(F::DecisionDate, "1949-10-01")]], "the first day"),
    silent("date-out-of-range", Kind::LicenseGrant, &[&[(F::ValidTo, "2100-12-31")]], "the last day"),
    fires("decision-on-rest-day", Kind::Penalty, &[&[(F::DecisionDate, "2023-06-18")]], "周日", "a Sunday"),
    silent(
        "document-no-shape",
        Kind::Penalty,
        &[&[(F::DocumentNo, "〔2023〕奈消行罚决字第0007号")]],
        "the year stands first",
    ),
    fires(
        "document-no-shape",
        Kind::Penalty,
        &[&[(F::DocumentNo, "奈消行罚决〔2023〕字第0007号")]],
        "序号",
        "字 stands behind the year",
    ),
];

#[test]
fn every_corner_holds() {
    for Corner { rule: slug, example, says } in CORNERS {
        let (id, rule) = rules().find(|(_, rule)| rule.slug == *slug).unwrap_or_else(|| panic!("{slug}"));
        with_example(example, |tables, cx, findings| {
            let found = findings.iter().find(|finding| finding.rule == id);
            assert_eq!(found.is_some(), example.fires, "{slug}: {}", example.note.en);
            if let Some(finding) = found {
                let row = RowCx::new(cx, &tables[0], finding.row.unwrap_or(tables[0].rows()[0]));
                let sentence = (rule.say)(&Hit { finding, row: &row, tables }, Lang::Zh);
                assert!(sentence.contains(says), "{slug}: {sentence}");
            }
        });
    }
}
