//! Cells as long as a spreadsheet can hold, full of what the rules look for: judged at once, never a hang.

use std::time::{Duration, Instant};

use precheck_rules::{Hit, RowCx, catalogue};
use precheck_schema::date::Date;
use precheck_schema::{Kind, Lang};

use crate::case::{Case, Record};

/// Characters that a cell of a workbook can have.
const MOST: usize = 32_767;

const PIECES: [&str; 31] = [
    "罚",
    "罚款5000元，",
    "罚款",
    "伍仟",
    "9",
    "１3847512345 ",
    "13847512345;",
    "身份证",
    "住址",
    "户籍地址省市",
    "秘密",
    "密级：",
    "@",
    "a@b.",
    "拘留",
    "消防法",
    "第六十条",
    "(",
    "〔2023〕",
    "2023-06-16至",
    "年",
    ",",
    "罚款,",
    " ",
    "罚 ",
    "无",
    "\u{200B}",
    "\u{180E}",
    "\n",
    "警\n",
    "#",
];

#[test]
fn long_cells_are_judged_at_once() {
    let today = Date::from_ymd_opt(2023, 6, 30).expect("a date");
    for kind in [Kind::Penalty, Kind::LicenseGrant] {
        for piece in PIECES {
            let text: String = piece.chars().cycle().take(MOST).collect();
            let record = Record(kind.fields().iter().map(|f| (f.key, text.clone())).collect());
            let start = Instant::now();
            Case::new(kind, record, today).judged(|tables, cx, findings| {
                for finding in findings {
                    let Some(row) = finding.row else { continue };
                    let rule = catalogue().rule(finding.rule);
                    let row = RowCx::new(cx, &tables[0], row);
                    let hit = Hit { finding, row: &row, tables };
                    assert!(!(rule.say)(&hit, Lang::Zh).is_empty());
                    let _ = rule.suggest.and_then(|suggest| suggest(&hit));
                }
            });
            let took = start.elapsed();
            assert!(took < Duration::from_secs(30), "{kind}: {piece:?} took {took:?}");
        }
    }
}
