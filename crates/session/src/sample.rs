//! The built-in sample: a workbook with records of four kinds as clerks keep them, invented enterprises, dates
//! relative to the day of the run, and the slips that occur most.

use precheck_schema::date::{Date, Datelike, Days};
use precheck_schema::uscc::{check_character, organisation_check};
use precheck_schema::{FieldKey, Kind};
use precheck_tabular::write::{OutCell, OutSheet, OutStyle, xlsx};

use FieldKey as F;

const OWN: &str = "奈曼旗消防救援大队";

/// A record: fields with their texts, in any order.
type Record = Vec<(F, String)>;

/// The sample workbook.
pub(crate) fn workbook(today: Date) -> Vec<u8> {
    let sheets = [
        sheet(Kind::Penalty, "行政处罚", today, &penalties(today)),
        sheet(Kind::LicenseGrant, "行政许可", today, &licences(today)),
        sheet(Kind::Inspection, "抽查检查", today, &inspections(today)),
        sheet(Kind::Blacklist, "失信名单", today, &blacklist(today)),
    ];
    // The sheets are few and small: nothing that the writer would refuse.
    xlsx(&sheets).unwrap_or_default()
}

/// Lays records out as a clerk does: a title, the header with a column of serial numbers, the records, and who
/// filled the table in.
fn sheet(kind: Kind, name: &str, today: Date, records: &[Record]) -> OutSheet {
    let fields: Vec<_> =
        kind.fields().iter().filter(|f| records.iter().flatten().any(|(key, _)| *key == f.key)).collect();
    let title = OutCell::plain(format!("{OWN}{}信息归集表", kind.label().zh));
    let mut header = vec![OutCell::styled("序号", OutStyle::Header)];
    header.extend(fields.iter().map(|f| OutCell::styled(f.label, OutStyle::Header)));
    let mut rows = vec![vec![title], header];
    for (number, record) in records.iter().enumerate() {
        let mut cells = vec![OutCell::plain((number + 1).to_string())];
        cells.extend(fields.iter().map(|field| {
            let text = record.iter().find(|(key, _)| *key == field.key).map_or("", |(_, text)| text);
            OutCell::plain(text)
        }));
        rows.push(cells);
    }
    rows.push(vec![OutCell::plain(format!("填表人：包志强　填报日期：{}", iso(today)))]);
    let mut widths = vec![6];
    widths.extend(fields.iter().map(|f| f.key.field().width / 8));
    OutSheet { name: name.to_owned(), rows, column_widths: widths, freeze_rows: 2, ..OutSheet::default() }
}

fn iso(date: Date) -> String {
    precheck_schema::date::iso(date)
}

/// So many days before a day, and on a Friday rather than at a weekend: nobody decides then.
pub(crate) fn before(today: Date, days: u64) -> String {
    let day = today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let weekend = u64::from(day.weekday().num_days_from_monday()).saturating_sub(4);
    iso(day.checked_sub_days(Days::new(weekend)).unwrap_or(day))
}

pub(crate) fn after(today: Date, days: u64) -> String {
    iso(today.checked_add_days(Days::new(days)).unwrap_or(today))
}

/// A well-formed 统一社会信用代码 of a company registered in the county: eight characters of our choice with
/// both check characters.
pub(crate) fn uscc(eight: &str) -> String {
    let organisation = organisation_check(eight.as_bytes()).map_or('0', char::from);
    let head = format!("91150525{eight}{organisation}");
    let check = check_character(head.as_bytes()).map_or('0', char::from);
    format!("{head}{check}")
}

/// The same with its last character exchanged.
fn wrong_uscc(eight: &str) -> String {
    let code = uscc(eight);
    let last = if code.ends_with('5') { '6' } else { '5' };
    format!("{}{last}", &code[..17])
}

fn record(name: &str, code: String, rest: &[(F, &str)]) -> Record {
    let mut record = vec![(F::EnterpriseName, name.to_owned()), (F::Uscc, code)];
    record.extend(rest.iter().map(|(field, text)| (*field, (*text).to_owned())));
    record
}

/// The record with some texts exchanged.
fn but(mut record: Record, changes: &[(F, &str)]) -> Record {
    for (field, text) in changes {
        record.retain(|(key, _)| key != field);
        record.push((*field, (*text).to_owned()));
    }
    record
}

/// A document number of the year of a date.
pub(crate) fn number(form: &str, date: &str, serial: u32) -> String {
    format!("{form}〔{}〕第{serial:04}号", &date[..4])
}

fn penalty(
    today: Date,
    name: &str,
    eight: &str,
    serial: u32,
    days: u64,
    violation: &str,
    yuan: u32,
) -> Record {
    let date = before(today, days);
    record(
        name,
        uscc(eight),
        &[
            (F::Authority, OWN),
            (F::DocumentNo, &number("奈(消)行罚决字", &date, serial)),
            (F::Violation, violation),
            (F::PenaltyContent, &format!("罚款人民币{yuan}元")),
            (F::DecisionDate, &date),
            (F::PublicityPeriod, "1年"),
            (F::PenaltyType, "罚款"),
            (F::FineAmount, &format!("{}", f64::from(yuan) / 10_000.0)),
            (F::Procedure, "普通程序"),
            (F::Serious, "否"),
            (F::Handler, if serial.is_multiple_of(2) { "包志强" } else { "乌云其木格" }),
        ],
    )
}

fn penalties(today: Date) -> Vec<Record> {
    let facilities = "消防设施、器材、消防安全标志未保持完好有效";
    let blocked = "占用、堵塞、封闭疏散通道、安全出口";
    let opened = "公众聚集场所未经消防安全检查擅自投入使用、营业";
    let p = |name, eight, serial, days, violation, yuan| {
        penalty(today, name, eight, serial, days, violation, yuan)
    };
    let wrong_code = wrong_uscc("MA0QT2B6");
    let with_points = before(today, 8).replace('-', ".");
    let brackets = number("奈(消)行罚决字", &before(today, 7), 8).replace('〔', "[").replace('〕', "]");
    vec![
        p("奈曼旗沙海明珠宾馆有限公司", "MA0N3A4T", 1, 6, opened, 30_000),
        p("奈曼旗大沁他拉镇兴旺超市", "MA0P6H2C", 2, 5, facilities, 5_000),
        but(p("奈曼旗诺恩吉雅餐饮有限公司", "MA0QT2B6", 3, 4, blocked, 8_000), &[(F::Uscc, &wrong_code)]),
        p("奈曼旗白音他拉物流有限公司", "MA13K7D1", 4, 30, facilities, 6_000),
        but(
            p("奈曼旗青龙山水泥制品有限公司", "MA0R5E8L", 5, 8, facilities, 10_000),
            &[(F::DecisionDate, &with_points)],
        ),
        but(
            p("奈曼旗固日班花农牧业有限公司", "MA7D2F3G", 6, 3, blocked, 5_000),
            &[(F::Authority, "奈曼旗消防大队")],
        ),
        but(
            p("奈曼旗八仙筒商贸有限公司", "MA0T9W4J", 7, 2, facilities, 5_000),
            &[(F::Procedure, "简易程序")],
        ),
        but(p("奈曼旗东明建材有限公司", "MA0U1X5K", 8, 7, facilities, 15_000), &[(F::DocumentNo, &brackets)]),
        but(
            p("奈曼旗义隆永加油站有限公司", "MA0W8Y2M", 9, 9, blocked, 20_000),
            &[(F::PublicityPeriod, "3年")],
        ),
        but(
            p("奈曼旗新镇粮油购销有限公司", "MA0X4Q7P", 10, 1, facilities, 5_000),
            &[(F::PenaltyContent, "罚款人民币5000元，联系电话13847512345")],
        ),
        but(
            p("奈曼旗黄花塔拉旅游开发有限公司", "MA0Y6R1T", 11, 2, opened, 40_000),
            &[(F::FineAmount, "40000")],
        ),
        p("奈曼旗沙海明珠宾馆有限公司", "MA0N3A4T", 1, 6, opened, 30_000),
        but(p(" 奈曼旗治安电子商务有限公司", "MA152B8U", 12, 1, facilities, 5_000), &[(F::Violation, "")]),
        p("奈曼旗平安地农贸市场有限公司", "MA0Q3W7E", 13, 3, facilities, 12_000),
        p("奈曼旗南湖渔业有限公司", "MA7E8H4K", 15, 2, blocked, 6_000),
    ]
}

fn licences(today: Date) -> Vec<Record> {
    let licence = |name: &str, eight: &str, serial: u32, days: u64| {
        let date = before(today, days);
        record(
            name,
            uscc(eight),
            &[
                (F::DocumentNo, &number("奈消安检字", &date, serial)),
                (F::DocumentName, "公众聚集场所投入使用、营业前消防安全检查合格证"),
                (F::ValidFrom, &date),
                (F::ValidTo, &after(today, 1095 - days)),
                (F::Content, "准予投入使用、营业"),
                (F::Authority, OWN),
                (F::Status, "有效"),
                (F::DecisionDate, &date),
                (F::PublicityPeriod, "长期"),
                (F::Handler, "包志强"),
            ],
        )
    };
    let (late, early) = (after(today, 90), after(today, 30));
    vec![
        licence("奈曼旗宝古图沙漠酒店有限公司", "MA0MJ3T4", 1, 7),
        licence("奈曼旗星河影城有限公司", "MA7D9K5B", 2, 6),
        but(
            licence("奈曼旗欢乐歌城有限公司", "MA0PF7N2", 3, 5),
            &[(F::ValidFrom, &late), (F::ValidTo, &early)],
        ),
        but(licence("奈曼旗阳光幼儿培训中心有限公司", "MA0QP6L1", 4, 4), &[(F::Status, "在用")]),
        but(licence("奈曼旗 孟家段 游泳馆有限公司", "MA13Y2B8", 5, 4), &[(F::Content, "无")]),
        but(licence("奈曼旗如意购物广场有限公司", "MA0N8W3R", 6, 17), &[(F::ValidTo, "长期")]),
    ]
}

fn inspections(today: Date) -> Vec<Record> {
    let inspection = |name: &str, eight: &str, days: u64, result: &str| {
        record(
            name,
            uscc(eight),
            &[
                (F::TaskNo, &format!("NM{}-XF-03", &before(today, days)[..4])),
                (F::Authority, OWN),
                (F::InspectionItem, "单位履行法定消防安全职责情况"),
                (F::CompletedDate, &before(today, days)),
                (F::Result, result),
                (F::Handler, "乌云其木格"),
            ],
        )
    };
    let tomorrow = after(today, 3);
    vec![
        inspection("奈曼旗大柳树养殖有限公司", "MA0K5B2H", 10, "未发现问题"),
        inspection("奈曼旗明仁家具有限公司", "MA0K7C6J", 10, "发现问题已责令改正"),
        inspection("奈曼旗苇莲苏乡农机有限公司", "MA0K9D1L", 9, "合格"),
        but(
            inspection("奈曼旗土城子印刷有限公司", "MA0L2E4N", 9, "未发现问题"),
            &[(F::CompletedDate, &tomorrow)],
        ),
        inspection("奈曼旗沙日浩来药业有限公司", "MA0L4F8Q", 26, "未发现问题"),
    ]
}

fn blacklist(today: Date) -> Vec<Record> {
    let listed = |name: &str, eight: &str, days: u64, list: &str| {
        record(
            name,
            uscc(eight),
            &[
                (F::ListName, list),
                (F::ListedReason, "擅自停用自动消防设施且拒不改正"),
                (F::ListedDate, &before(today, days)),
                (F::Authority, OWN),
                (F::LegalBasis, "《消防安全领域信用管理暂行办法》"),
                (F::PublicityPeriod, "1年"),
            ],
        )
    };
    vec![
        listed("奈曼旗六号农场仓储有限公司", "MA0J3G5X", 7, "消防安全领域严重失信主体名单"),
        listed("奈曼旗昂乃娱乐有限公司", "MA0J6H9Y", 5, "消防黑名单"),
    ]
}
