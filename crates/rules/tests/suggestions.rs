//! Suggestions on random wrong records: each one, applied, removes its finding. And no sentence of a rule quotes a
//! personal number that the record holds.

use precheck_rules::privacy::{find, is_resident_id};
use precheck_rules::{Context, FixKind, Hit, Judgement, RowCx, base, catalogue};
use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;
use precheck_schema::grid::{CellKind, CellTag, Grid};
use precheck_schema::normalize::Unit;
use precheck_schema::profile::Profile;
use precheck_schema::table::ColumnMeaning;
use precheck_schema::{FieldKey, Kind, Lang, Table};
use proptest::prelude::*;

/// Values of amount fields.
const AMOUNTS: [&str; 22] = [
    "0.5",
    "5000",
    "5000元",
    "0.5万元",
    "5,000",
    "5,000.00元",
    "伍仟元整",
    "约五千",
    "-0.5",
    "30000",
    "10",
    "1.5",
    "0.50005",
    "12345678",
    "五千",
    "¥5000",
    "0.5万",
    "０．５",
    "5000.00",
    "1e3",
    ".5",
    "",
];

/// Values of 行政处罚内容.
const CONTENTS: [&str; 16] = [
    "罚款人民币伍仟元整",
    "罚款5000元",
    "罚款人民币伍仟元整（6000元）",
    "处以罚款",
    "罚款5000元，没收违法所得3000元",
    "罚款5000元；罚款8000元；合并罚款13000元",
    "对单位罚款50000元，对直接负责的主管人员罚款1000元",
    "责令限期改正",
    "警告",
    "罚款人民币伍仟元整，法定代表人身份证号152326196504245143，电话138-4751-2345",
    "罚款５０００元，缴至卡号6222 0212 3456 7890 128",
    "身份证１５２３２６　１９６５０４２４　５１４３、身份证号152326650424514",
    "行政拘留五日，并处罚款500元",
    "罚款五万元",
    "罚款0.5万元",
    "",
];

/// Values of 公示期限.
const PERIODS: [&str; 18] = [
    "1年",
    "3年",
    "三年",
    "36个月",
    "十二个月",
    "长期",
    "2024-06-16",
    "2026/6/15",
    "2026年6月16日",
    "20260616",
    "2023-06-16至2026-06-15",
    "2023.6.20-2024.6.19",
    "自2023年6月20日起三年",
    "3年（2023-06-16至2026-06-16）",
    "90天",
    "按规定",
    "3",
    "",
];

const NAMES: [&str; 5] = [
    "奈曼旗沙海明珠大酒店有限公司",
    "王建国",
    "利民超市",
    "奈曼旗沙海酒店13847512345",
    "王建国152326196504245143",
];

const CODES: [&str; 6] = [
    "91150525MA0N8B4T47",
    "152326196504245143",
    "11010519491231002X",
    "",
    "91150525MA0N8B4T74",
    "9115O525MA0N8B4T47",
];

const DATES: [&str; 6] = ["2023-06-16", "2024-02-29", "2022-06-16", "2019-03-01", "2026-04-08", "2023-02-30"];

const SERIOUS: [&str; 4] = ["否", "是", "", "不详"];

const VIOLATIONS: [&str; 4] = [
    "消防设施、器材、消防安全标志未保持完好有效",
    "320101",
    "公众聚集场所未经消防救援机构许可，擅自投入使用、营业",
    "经营者家庭住址：奈曼旗大沁他拉镇王府街3号，身份证152326196504245143",
];

fn record() -> impl Strategy<Value = Vec<(FieldKey, &'static str)>> {
    use FieldKey as F;
    use prop::sample::select;
    let first = (select(&AMOUNTS[..]), select(&AMOUNTS[..]), select(&CONTENTS[..]), select(&PERIODS[..]));
    let second = (select(&NAMES[..]), select(&CODES[..]), select(&DATES[..]), select(&SERIOUS[..]));
    let third = (select(&VIOLATIONS[..]), select(&CONTENTS[..]));
    (first, second, third).prop_map(|(a, b, c)| {
        vec![
            (F::FineAmount, a.0),
            (F::ConfiscatedAmount, a.1),
            (F::PenaltyContent, a.2),
            (F::PublicityPeriod, a.3),
            (F::EnterpriseName, b.0),
            (F::Uscc, b.1),
            (F::DecisionDate, b.2),
            (F::Serious, b.3),
            (F::Violation, c.0),
            (F::Remark, c.1),
        ]
    })
}

/// A table of one penalty, its amounts and its period under headers with a unit.
fn table(record: &[(FieldKey, &str)], amounts: Unit, period: Unit) -> Table {
    let mut grid = Grid::default();
    let mut meanings = Vec::new();
    for (column, field) in Kind::Penalty.fields().iter().map(|f| f.key).enumerate() {
        let label = Kind::Penalty.field_label(field);
        grid.put(0, column, label, CellTag::new(CellKind::Text));
        let unit = match field {
            FieldKey::FineAmount | FieldKey::ConfiscatedAmount => amounts,
            FieldKey::PublicityPeriod => period,
            _ => Unit::None,
        };
        meanings.push(ColumnMeaning {
            header: label.to_owned(),
            source: Some(column as u16),
            field: Some(field),
            unit,
        });
        let of =
            |list: &[(FieldKey, &str)]| list.iter().find(|(f, _)| *f == field).map(|(_, t)| (*t).to_owned());
        let text = of(record).or_else(|| of(base(Kind::Penalty))).unwrap_or_default();
        if !text.is_empty() {
            grid.put(1, column, &text, CellTag::new(CellKind::Text));
        }
    }
    grid.rows = 2;
    Table::from_grid(Kind::Penalty, grid, Some(1), meanings, Vec::new())
}

#[test]
fn a_number_of_years_stays_a_number_under_its_header() {
    let (profile, calendar) = (Profile::built_in(), Calendar::built_in());
    let today = Date::from_ymd_opt(2023, 6, 30).unwrap();
    let cx = Context { profile: &profile, calendar: &calendar, today, template: None, ledger: None };
    for (unit, typed, expected) in
        [(Unit::Years, "3", "1"), (Unit::Years, "3年", "1年"), (Unit::None, "3年", "1年")]
    {
        let tables = [table(&[(FieldKey::PublicityPeriod, typed)], Unit::None, unit)];
        let judgement = Judgement::full(&tables, &cx);
        let findings = judgement.all(&tables, 0);
        let of_rule = |slug: &str| findings.iter().find(|f| catalogue().rule(f.rule).slug == slug);
        let finding = of_rule("publicity-not-as-ruled").unwrap();
        let row = RowCx::new(&cx, &tables[0], finding.row.unwrap());
        let suggest = catalogue().rule(finding.rule).suggest.unwrap();
        let fix = suggest(&Hit { finding, row: &row, tables: &tables }).unwrap();
        assert_eq!(fix.changes, [(FieldKey::PublicityPeriod, expected.to_owned())], "{unit:?} {typed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(2000)))]
    #[test]
    fn applied_they_remove_their_finding(
        record in record(),
        amounts in prop::sample::select(vec![Unit::None, Unit::Yuan, Unit::TenThousandYuan]),
        period in prop::sample::select(vec![Unit::None, Unit::Years]),
    ) {
        let (profile, calendar) = (Profile::built_in(), Calendar::built_in());
        let today = Date::from_ymd_opt(2023, 6, 30).unwrap();
        let cx = Context { profile: &profile, calendar: &calendar, today, template: None, ledger: None };
        let tables = [table(&record, amounts, period)];
        let judgement = Judgement::full(&tables, &cx);
        for finding in judgement.all(&tables, 0) {
            let rule = catalogue().rule(finding.rule);
            let Some(row) = finding.row else { continue };
            let context = RowCx::new(&cx, &tables[0], row);
            let hit = Hit { finding: &finding, row: &context, tables: &tables };
            for lang in [Lang::Zh, Lang::En] {
                let sentence = (rule.say)(&hit, lang);
                prop_assert!(find(&sentence).is_empty(), "{} quotes a number: {sentence}", rule.code);
                let words = sentence.split(|c: char| !c.is_ascii_alphanumeric());
                for word in words {
                    prop_assert!(!is_resident_id(word), "{} quotes an id: {sentence}", rule.code);
                }
            }
            let (FixKind::Suggested, Some(suggest)) = (rule.fix, rule.suggest) else { continue };
            let Some(fix) = suggest(&hit) else { continue };
            let mut mended = tables.to_vec();
            for (field, text) in &fix.changes {
                mended[0].set_text(row, *field, text);
            }
            let after = Judgement::full(&mended, &cx);
            let stays = after.of_row(0, row).iter().any(|f| f.rule == finding.rule && f.field == finding.field);
            prop_assert!(!stays, "{} stays after {fix:?}", rule.code);
        }
    }
}
