//! Records at the corners of rules, which the rule book need not show: each beside one that a rule takes the other
//! way, so that no condition of a check stands untested.

use precheck_schema::grid::CellKind;
use precheck_schema::{FieldKey as F, Kind, Lang, Text};

use crate::context::{Hit, RowCx};
use crate::example::{Duty, Example, Record, Setting};
use crate::rule_tests::{rules, with_example};

/// The rule, the records and what is special about the last of them; for one that fires a part of its sentence, and
/// the cells that its suggestion writes.
struct Corner {
    rule: &'static str,
    example: Example,
    says: &'static str,
    writes: Option<Record>,
}

const fn fires(
    rule: &'static str,
    kind: Kind,
    rows: &'static [Record],
    says: &'static str,
    note: &'static str,
) -> Corner {
    Corner { rule, example: Example::fires(kind, rows, Text::new(note, note)), says, writes: None }
}

const fn writes(
    rule: &'static str,
    kind: Kind,
    rows: &'static [Record],
    cells: Record,
    note: &'static str,
) -> Corner {
    Corner { writes: Some(cells), ..fires(rule, kind, rows, "", note) }
}

const fn silent(rule: &'static str, kind: Kind, rows: &'static [Record], note: &'static str) -> Corner {
    Corner { rule, example: Example::silent(kind, rows, Text::new(note, note)), says: "", writes: None }
}

impl Corner {
    const fn today(self, today: &'static str) -> Self {
        Self { example: self.example.today(today), ..self }
    }

    const fn cells(self, cells: &'static [(F, CellKind)]) -> Self {
        Self { example: self.example.cells(cells), ..self }
    }

    const fn settings(self, settings: &'static [Setting]) -> Self {
        Self { example: self.example.settings(settings), ..self }
    }
}

/// A violation that the law's list does not have, with 1,000 yuan; and one that is written as a code.
const OTHER: Record =
    &[(F::Violation, "未落实消防安全责任制"), (F::FineAmount, "0.1"), (F::PenaltyContent, "罚款1000元")];
const CODED: Record = &[(F::Violation, "X-1"), (F::FineAmount, "0.1"), (F::PenaltyContent, "罚款1000元")];
/// A matter of the own list with a band from 2,000 yuan.
const OWN: Duty = Duty { name: "未落实消防安全责任制", code: "", basis: "", fine: (2_000, 5_000) };

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
    fires(
        "uscc-department",
        Kind::Penalty,
        &[&[(F::Uscc, "FF150525MA0N8B4T47")]],
        "前两位 FF",
        "no resident id, and no pair of department and body",
    ),
    silent("uscc-dummy", Kind::Penalty, &[&[(F::Uscc, "5")]], "one character is merely too short"),
    silent(
        "uscc-dummy",
        Kind::Penalty,
        &[&[(F::Uscc, "******************")]],
        "a mask is no value for tests",
    ),
    fires(
        "uscc-length",
        Kind::Penalty,
        &[&[(F::Uscc, "150525MA0N8B4T4")]],
        "15 位纳税人识别号",
        "a region and an organisation code",
    ),
    fires(
        "uscc-length",
        Kind::Penalty,
        &[&[(F::Uscc, "150525MA0N8B4T5")]],
        "少 3 位",
        "the organisation code does not hold",
    ),
    fires(
        "uscc-length",
        Kind::Penalty,
        &[&[(F::Uscc, "MA0N8B4T5")]],
        "少 9 位",
        "nine characters that are no organisation code",
    ),
    fires(
        "uscc-length",
        Kind::Penalty,
        &[&[(F::Uscc, "15052519650424514300")]],
        "20 位纳税人识别号",
        "twenty digits",
    ),
    fires(
        "uscc-length",
        Kind::Penalty,
        &[&[(F::Uscc, "91150525.MA0N8B4T47.")]],
        "多 2 位",
        "twenty characters, not all of which can stand in a number",
    ),
    fires("uscc-length", Kind::Penalty, &[&[(F::Uscc, "9115****4T47")]], "遮蔽", "a mask"),
    writes(
        "uscc-length",
        Kind::Penalty,
        &[&[(F::Uscc, "110108000000016"), (F::RegistrationNo, "110108000000016")]],
        &[(F::RegistrationNo, "110108000000016"), (F::Uscc, "")],
        "the column of the registration number holds the same",
    ),
    writes(
        "uscc-length",
        Kind::Penalty,
        &[&[(F::Uscc, "110108000000016"), (F::RegistrationNo, "150525000001234")]],
        &[],
        "the column of the registration number holds another",
    ),
    fires(
        "internal-material",
        Kind::Penalty,
        &[&[(F::Remark, "公安部门内部资料")]],
        "内部资料",
        "characters of the words stand elsewhere too",
    ),
    fires(
        "internal-material",
        Kind::Penalty,
        &[&[(F::Remark, "两部门的文书不得公开，公示前删除")]],
        "不得公开",
        "characters of the words stand elsewhere too, twice",
    ),
    writes(
        "amount-contradicts-content",
        Kind::Penalty,
        &[&[(F::FineAmount, "3"), (F::PenaltyContent, "对单位罚款50000元，对直接负责的主管人员罚款1000元")]],
        &[],
        "the share of the enterprise or the whole",
    ),
    writes(
        "amount-contradicts-content",
        Kind::Penalty,
        &[&[(F::FineAmount, "3"), (F::PenaltyContent, "罚款人民币伍仟元整")]],
        &[(F::FineAmount, "0.5")],
        "one sum",
    ),
    writes(
        "amount-unit-suspect",
        Kind::Penalty,
        &[&[(F::FineAmount, "10000000"), (F::PenaltyContent, "处以罚款")]],
        &[],
        "too much in yuan as well",
    ),
    writes(
        "amount-unit-suspect",
        Kind::Penalty,
        &[&[(F::FineAmount, "9999999"), (F::PenaltyContent, "处以罚款")]],
        &[(F::FineAmount, "999.9999")],
        "just below that",
    ),
    writes(
        "amount-invalid",
        Kind::Penalty,
        &[&[(F::ConfiscatedAmount, "3,000"), (F::PenaltyContent, "没收违法所得3000元，并处罚款5000元")]],
        &[(F::ConfiscatedAmount, "0.3")],
        "the content says what was confiscated",
    ),
    writes(
        "amount-invalid",
        Kind::Penalty,
        &[&[(F::FineAmount, "1,2"), (F::PenaltyContent, "罚款人民币伍仟元整")]],
        &[],
        "no number at all",
    ),
    fires(
        "mobile-number",
        Kind::Inspection,
        &[&[(F::TaskNo, "联系人13847512345")]],
        "1",
        "words beside the number",
    ),
    silent("mobile-number", Kind::Inspection, &[&[(F::TaskNo, "1384-7512345")]], "a task number of digits"),
    fires(
        "mobile-number",
        Kind::Penalty,
        &[&[(F::Remark, "13847512345")]],
        "1",
        "digits alone in another field",
    ),
    silent("secret-marking", Kind::Penalty, &[&[(F::Remark, "标题：秘密")]], "the label is another one"),
    silent(
        "secret-marking",
        Kind::Penalty,
        &[&[(F::Remark, "如何确定密级秘密")]],
        "no label, only the words side by side",
    ),
    fires("secret-marking", Kind::Penalty, &[&[(F::Remark, "密级：秘密")]], "秘密", "the label"),
    fires(
        "natural-person",
        Kind::Penalty,
        &[&[(F::EnterpriseName, "王建国"), (F::Uscc, "121505250000000000")]],
        "",
        "the code of a body does not hold",
    ),
    fires(
        "not-fire-authority",
        Kind::Penalty,
        &[&[(F::Violation, "违反消防法第五十八条第一款第二项，擅自施工")]],
        "58-1-2",
        "the items of 58-1",
    ),
    fires(
        "not-fire-authority",
        Kind::Penalty,
        &[&[(F::Violation, "违反消防法第五十八条第三款，验收后未备案")]],
        "58-3",
        "58-3",
    ),
    fires(
        "simplified-procedure",
        Kind::Penalty,
        &[&[(F::Procedure, "适用简易程序办理")]],
        "",
        "words around it",
    ),
    fires("simplified-procedure", Kind::Penalty, &[&[(F::Procedure, "民警当场处罚")]], "", "the other name"),
    silent("simplified-procedure", Kind::Penalty, &[&[(F::Procedure, "非简易程序")]], "the opposite"),
    silent("simplified-procedure", Kind::Penalty, &[&[(F::Procedure, "其他程序")]], "something else"),
    fires("code-stored-as-number", Kind::Penalty, &[&[(F::Uscc, "9115052501234567")]], "", "sixteen digits")
        .cells(&[(F::Uscc, CellKind::Number)]),
    silent("code-stored-as-number", Kind::Penalty, &[&[(F::Uscc, "911505250123456")]], "fifteen digits")
        .cells(&[(F::Uscc, CellKind::Number)]),
    silent(
        "garbled-text",
        Kind::Penalty,
        &[&[(F::Remark, "法文字母âêî")]],
        "letters that are no bytes of UTF-8",
    ),
    silent(
        "name-illegal-character",
        Kind::Penalty,
        &[&[(F::EnterpriseName, "奈曼旗沙海明珠大酒店有限公司\n")]],
        "a line break behind the name is white space",
    ),
    fires(
        "stray-space",
        Kind::Penalty,
        &[&[(F::EnterpriseName, "奈曼旗 沙海明珠大酒店有限公司")]],
        "中间",
        "inside a name alone",
    ),
    fires(
        "stray-space",
        Kind::Penalty,
        &[&[(F::Remark, "\u{200B} 复查合格")]],
        "开头",
        "behind an invisible character",
    ),
    silent(
        "too-long",
        Kind::Inspection,
        &[&[(
            F::Handler,
            "某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某",
        )]],
        "as long as may be",
    ),
    fires(
        "too-long",
        Kind::Inspection,
        &[&[(
            F::Handler,
            "某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某",
        )]],
        "共 51 个字",
        "one longer",
    ),
    silent(
        "calendar-unknown",
        Kind::Inspection,
        &[&[(F::CompletedDate, "2026-12-28")]],
        "no seven days for this kind",
    )
    .today("2026-12-30"),
    fires(
        "fine-outside-band",
        Kind::Penalty,
        &[OTHER],
        "某办法第三条",
        "the own list has a band and its ground",
    )
    .settings(&[Setting::DutyList(&[Duty { basis: "某办法第三条", ..OWN }])]),
    fires(
        "fine-outside-band",
        Kind::Penalty,
        &[OTHER],
        "权力清单 未落实",
        "the own list has a band and no ground",
    )
    .settings(&[Setting::DutyList(&[Duty::named("其他"), OWN])]),
    silent("fine-outside-band", Kind::Penalty, &[OTHER], "within the band of the own list")
        .settings(&[Setting::DutyList(&[Duty { fine: (1_000, 5_000), ..OWN }])]),
    silent("fine-outside-band", Kind::Penalty, &[OTHER], "the own list says nothing about fines")
        .settings(&[Setting::DutyList(&[Duty { fine: (0, 0), ..OWN }])]),
    silent("fine-outside-band", Kind::Penalty, &[OTHER], "another matter of the own list, without a code")
        .settings(&[Setting::DutyList(&[Duty { name: "占用防火间距", ..OWN }])]),
    silent("fine-outside-band", Kind::Penalty, &[OTHER], "another matter, with another code")
        .settings(&[Setting::DutyList(&[Duty { name: "占用防火间距", code: "X-2", ..OWN }])]),
    fires("fine-outside-band", Kind::Penalty, &[CODED], "0.2 至 0.5", "a matter of the own list by its code")
        .settings(&[Setting::DutyList(&[Duty { name: "某事项", code: "X-1", ..OWN }])]),
    silent(
        "fine-outside-band",
        Kind::Penalty,
        &[&[(F::Violation, "320140"), (F::FineAmount, "0.6"), (F::PenaltyContent, "罚款6000元")]],
        "the band of the own list stands before that of the law",
    )
    .settings(&[Setting::DutyList(&[Duty { name: "320140", fine: (5_000, 10_000), ..OWN }])]),
    silent("matter-not-on-duty-list", Kind::Penalty, &[CODED], "a matter by its code")
        .settings(&[Setting::DutyList(&[Duty { name: "某事项", code: "X-1", ..OWN }])]),
    fires("matter-not-on-duty-list", Kind::Penalty, &[CODED], "X-1", "another code")
        .settings(&[Setting::DutyList(&[Duty { name: "某事项", code: "X-2", ..OWN }])]),
    fires("matter-not-on-duty-list", Kind::Penalty, &[CODED], "X-1", "another matter without a code")
        .settings(&[Setting::DutyList(&[Duty::named("某事项")])]),
    silent("calendar-unknown", Kind::Inspection, &[&[]], "working days of a known year")
        .settings(&[Setting::WorkingDays]),
];

#[test]
fn every_corner_holds() {
    for Corner { rule: slug, example, says, writes } in CORNERS {
        let (id, rule) = rules().find(|(_, rule)| rule.slug == *slug).unwrap_or_else(|| panic!("{slug}"));
        with_example(example, |tables, cx, findings| {
            let found = findings.iter().find(|finding| finding.rule == id);
            assert_eq!(found.is_some(), example.fires, "{slug}: {}", example.note.en);
            if let Some(finding) = found {
                let row = RowCx::new(cx, &tables[0], finding.row.unwrap_or(tables[0].rows()[0]));
                let hit = Hit { finding, row: &row, tables };
                let sentence = (rule.say)(&hit, Lang::Zh);
                assert!(sentence.contains(says), "{slug}: {sentence}");
                if let Some(expected) = writes {
                    let fix = rule.suggest.and_then(|suggest| suggest(&hit));
                    let cells: Vec<(F, &str)> = fix
                        .iter()
                        .flat_map(|fix| &fix.changes)
                        .map(|(field, text)| (*field, &**text))
                        .collect();
                    assert_eq!(cells, *expected, "{slug}: {}", example.note.en);
                }
            }
        });
    }
}
