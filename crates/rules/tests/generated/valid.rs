//! Records of every kind as a careful clerk types them, freely generated.

use precheck_schema::codes::CodeListId;
use precheck_schema::date::{Date, Datelike, Days, Months, iso};
use precheck_schema::normalize::Unit;
use precheck_schema::template::Template;
use precheck_schema::violations::{self, Competent, ViolationState};
use precheck_schema::{FieldKey as F, Kind, registration_no, uscc};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::case::{Case, PLAN, Record};
use crate::money;

pub(crate) fn days(date: Date, count: i64) -> Date {
    let days = Days::new(count.unsigned_abs());
    let moved = if count < 0 { date.checked_sub_days(days) } else { date.checked_add_days(days) };
    moved.expect("a date of the calendar")
}

/// A code with both check characters for 2 + 6 + 8 characters.
pub(crate) fn code_of(pair: &str, county: &str, body: &str) -> String {
    let mut code = format!("{pair}{county}{body}");
    code.push(uscc::organisation_check(body.as_bytes()).map(char::from).expect("eight characters"));
    code.push(uscc::check_character(code.as_bytes()).map(char::from).expect("seventeen characters"));
    code
}

fn identifiers() -> BoxedStrategy<(String, String)> {
    let body = prop_oneof![
        "MA[0-9A-HJ-NP-RT-UW-Y]{6}",
        "[0-9]{8}",
        "[0-9A-HJ-NP-RT-UW-Y]{8}",
        Just("MB123456".to_owned()),
    ];
    let county = prop_oneof![
        3 => Just("150525".to_owned()),
        1 => Just("100000".to_owned()),
        2 => (select(&uscc::PROVINCES[..]), "[0-9]{4}").prop_map(|(p, rest)| format!("{p}{rest}")),
    ];
    let number = prop_oneof![
        2 => Just(String::new()),
        2 => "[1-6][0-9]{13}".prop_map(|digits| {
            let check = registration_no::check_digit(digits.as_bytes()).expect("14 digits");
            format!("{digits}{}", char::from(check))
        }),
        1 => "1505[0-9]{2}NA[0-9]{6}X".prop_map(|text| text.replace('X', "7")),
        1 => select(vec!["无", "/", "—"]).prop_map(str::to_owned),
    ];
    (select(vec!["91", "92", "93"]), county, body, number)
        .prop_map(|(pair, county, body, number)| (code_of(pair, &county, &body), number))
        .boxed()
}

fn name() -> BoxedStrategy<String> {
    let brand = "[福瑞盛隆华兴源泰蒙草原沙海明珠聚德鑫顺达康乐]{2,4}";
    let place = select(vec!["奈曼旗", "内蒙古", "通辽市", "大沁他拉镇", ""]);
    let trade = select(vec!["酒店管理", "商贸", "餐饮服务", "物业", "种植", "汽车维修", "石油销售"]);
    (brand, place, trade, 0..16u8, 1..99u8)
        .prop_map(|(brand, place, trade, shape, number)| match shape {
            0..=2 => format!("{place}{brand}{trade}有限公司"),
            3 => format!("{brand}（内蒙古）{trade}有限公司"),
            4 => format!("{brand}(通辽){trade}有限公司"),
            5 => format!("{place}{brand}KTV"),
            6 => format!("{place}{brand}{trade}第{number}分店"),
            7 => format!("{place}“{brand}”{trade}中心（有限合伙）"),
            8 => format!("{brand}·{trade}、烧烤店"),
            9 => format!("H&M{brand}服饰（{place}第{number}店）"),
            10 => format!("ᠨᠠᠢᠮᠠᠨ ᠬᠣᠰᠢᠭᠤ\u{202F}ᠶᠢᠨ {place}{brand}餐厅"),
            11 => "王建国".to_owned(),
            12 => format!("{brand}超市"),
            13 => format!("{place}{brand}{trade}有限公司奈曼旗分公司"),
            14 => format!("{place}{brand}种植农民专业合作社"),
            _ => format!("{brand} Coffee Shop {number}"),
        })
        .boxed()
}

/// A label, alias or code of a list entry that `wanted` takes.
fn entry(list: CodeListId, wanted: fn(&str) -> bool) -> BoxedStrategy<String> {
    let codes: Vec<_> = list.list().codes.iter().filter(|code| wanted(code.label)).collect();
    (select(codes), any::<Index>())
        .prop_map(|(code, index)| {
            let words = code.aliases.iter().chain([&code.label, &code.code]).filter(|word| !word.is_empty());
            (*index.get(&words.copied().collect::<Vec<_>>())).to_owned()
        })
        .boxed()
}

const TEXTS: [&str; 12] = [
    "大沁他拉镇王府街 1 号地上一至三层，建筑面积 2600 m²，准予投入使用、营业",
    "依据《中华人民共和国消防法》第六十条第一款第（一）项，逾期未改正",
    "检查时间 2023-06-16 09:30，现场室温 20 °C，灭火器 12 具（4×3）",
    "经营场所地址：奈曼旗大沁他拉镇王府街3号；联系电话 0475-4213119",
    "ᠨᠠᠢᠮᠠᠨ\u{180E}ᠠ 双语公示",
    "存在重大火灾隐患，逾期不改正（奈消重字〔2023〕第0003号）",
    "《公众聚集场所投入使用、营业前消防安全检查意见书》",
    "缴款码 15052523000000012345，任务编号 150525202306160001",
    "罚款收据票号 NO.00123456，100%整改完毕",
    "违法所得已于 2023 年 6 月 16 日上缴；卷宗共 38 页",
    "“三合一”场所 → 已搬离；A&B 座、#101 商铺",
    "变更前为一层，变更后为一层至二层 & 夹层",
];

fn text() -> impl Strategy<Value = String> {
    select(&TEXTS[..]).prop_map(str::to_owned)
}

/// A value of a field that may be blank.
fn optional(value: BoxedStrategy<String>) -> BoxedStrategy<String> {
    prop_oneof![
        3 => value,
        2 => Just(String::new()),
        1 => select(vec!["无", "/", "暂无", "——"]).prop_map(str::to_owned),
    ]
    .boxed()
}

fn authority() -> BoxedStrategy<String> {
    select(vec!["奈曼旗消防救援大队", "奈曼旗消防救援局", "奈曼消防救援大队"]).prop_map(str::to_owned).boxed()
}

/// A document number of a year in any shape that occurs.
fn document_no(year: i32, words: Vec<&'static str>) -> BoxedStrategy<String> {
    let agency = select(vec![
        "奈消",
        "奈(消)",
        "奈（消）",
        "兴消",
        "顺(一)消",
        "顺（一）消",
        "上(消)",
        "秦山公（消）",
    ]);
    let bracket = select(vec!["〔〕", "[]", "［］", "【】", "()", "（）", "〖〗", "{}"]);
    (agency, select(words), bracket, any::<bool>(), "[0-9]{1,12}")
        .prop_map(move |(agency, word, bracket, ordinal, serial)| {
            let (open, close) = bracket.split_at(bracket.len() / 2);
            format!("{agency}{word}字{open}{year}{close}{}{serial}号", if ordinal { "第" } else { "" })
        })
        .boxed()
}

fn date_in(form: u8, date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match form {
        0 => iso(date),
        1 => format!("{year}年{month}月{day}日"),
        2 => format!("{year}/{month}/{day}"),
        _ => format!("{year}.{month:02}.{day:02}"),
    }
}

/// A period of some years from a day, in any form; and whether its header says (年).
fn period(from: Date, years: u32) -> BoxedStrategy<(String, Unit)> {
    let anniversary = from.checked_add_months(Months::new(years * 12)).expect("a date");
    (0..14u8, 0..4u8, any::<bool>())
        .prop_map(move |(form, style, inclusive)| {
            let last = if inclusive { days(anniversary, -1) } else { anniversary };
            let (first, last) = (date_in(style, from), date_in(style, last));
            let text = match form {
                0 | 1 => format!("{years}年"),
                2 => format!("{}年", money::plain(u64::from(years))),
                3 => format!("{}个月", years * 12),
                4 => format!("{}个月", if years == 1 { "十二" } else { "三十六" }),
                5 => last,
                6 => format!("{first}至{last}"),
                7 => format!("自{first}起{years}年"),
                8 => format!("{years}年（{first}至{last}）"),
                9 => format!("自{first}起至{last}止"),
                10 => format!("{first}—{last}"),
                11 => format!("{years} 年"),
                12 => format!("自公示之日起{years}年"),
                _ => return (years.to_string(), Unit::Years),
            };
            (text, Unit::None)
        })
        .boxed()
}

fn any_period(from: Date) -> BoxedStrategy<(String, Unit)> {
    prop_oneof![
        4 => select(vec![1u32, 3]).prop_flat_map(move |years| period(from, years)),
        1 => select(vec!["长期", "五年", "60个月", "9999-09-09", "90天"])
            .prop_map(|text| (text.to_owned(), Unit::None)),
    ]
    .boxed()
}

/// The day of the event and the day of the run, at most twenty days later.
fn event() -> BoxedStrategy<(Date, Date)> {
    let first = Date::from_ymd_opt(2019, 4, 24).expect("a date");
    (0..2700i64, 0..=20i64).prop_map(move |(day, later)| (days(first, day), days(first, day + later))).boxed()
}

type Fields = Vec<(F, BoxedStrategy<String>)>;

fn record(fields: Fields) -> BoxedStrategy<Record> {
    let (keys, values): (Vec<F>, Vec<_>) = fields.into_iter().unzip();
    values.prop_map(move |values| Record(keys.iter().copied().zip(values).collect())).boxed()
}

fn fixed(text: String) -> BoxedStrategy<String> {
    Just(text).boxed()
}

fn boxed(strategy: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    strategy.boxed()
}

/// The fields of a kind other than identifiers, name, authority, period and the parts that depend on each other.
fn plain_fields(kind: Kind, event: Date, today: Date) -> Fields {
    let later = days(event, (today - event).num_days() / 2);
    match kind {
        Kind::LicenseGrant => {
            let words = vec!["安检", "安检许", "行许", "消检"];
            let long = select(vec!["9999-09-09".to_owned(), "2099-12-31".to_owned(), iso(days(today, 400))]);
            vec![
                (F::DocumentNo, document_no(event.year(), words)),
                (F::DocumentName, boxed(Just("公众聚集场所投入使用、营业前消防安全检查意见书".to_owned()))),
                (F::ValidFrom, boxed(select(vec![iso(event), iso(later)]))),
                (F::ValidTo, boxed(long)),
                (F::Content, boxed(text())),
                (F::Status, entry(CodeListId::LicenseStatus, |_| true)),
                (F::DecisionDate, fixed(iso(event))),
            ]
        }
        Kind::LicenseChange => vec![
            (F::DocumentNo, document_no(event.year(), vec!["安检", "安检许"])),
            (F::ChangeItem, boxed(select(vec!["场所名称".to_owned(), "使用层数、面积".to_owned()]))),
            (F::Before, fixed("大沁他拉镇王府街1号一层".to_owned())),
            (F::After, fixed("大沁他拉镇王府街1号一层至二层".to_owned())),
            (F::ChangeDate, fixed(iso(event))),
        ],
        Kind::LicenseTermination => vec![
            (F::DocumentNo, document_no(event.year(), vec!["安检", "安检许", "行许撤"])),
            (F::TerminationType, entry(CodeListId::TerminationType, |_| true)),
            (F::TerminationDate, fixed(iso(event))),
            (F::Reason, boxed(text())),
        ],
        Kind::PenaltyChange => vec![
            (F::DocumentNo, document_no(event.year(), vec!["行罚决", "罚决"])),
            (
                F::ChangeContent,
                boxed(select(vec!["罚款由一万元变更为五千元".to_owned(), "撤销原处罚决定".to_owned()])),
            ),
            (F::ChangeDate, fixed(iso(event))),
        ],
        Kind::Inspection => vec![
            (
                F::TaskNo,
                optional(boxed(select(vec![
                    "NM2023-06-001".to_owned(),
                    "150525202306160001".to_owned(),
                    "双随机〔2023〕5号".to_owned(),
                ]))),
            ),
            (F::InspectionItem, fixed("对单位履行法定消防安全职责情况的监督检查".to_owned())),
            (F::CompletedDate, fixed(iso(event))),
            (F::Result, results()),
        ],
        Kind::Blacklist => vec![
            (F::ListName, fixed("消防安全领域严重失信主体名单".to_owned())),
            (F::ListedReason, boxed(text())),
            (F::ListedDate, fixed(iso(event))),
            (F::LegalBasis, boxed(text())),
            (F::RemovedDate, optional(boxed(select(vec![iso(event), iso(today)])))),
            (F::RemovedReason, optional(boxed(text()))),
        ],
        Kind::Other => vec![
            (F::Category, boxed(select(vec!["消防安全重点单位".to_owned(), "火灾隐患挂牌督办".to_owned()]))),
            (F::Content, boxed(text())),
            (F::ProducedDate, fixed(iso(event))),
            (F::LegalBasis, boxed(text())),
        ],
        Kind::Penalty => vec![
            (F::DocumentNo, document_no(event.year(), vec!["行罚决", "罚决"])),
            (F::DecisionDate, fixed(iso(event))),
            (F::Procedure, optional(entry(CodeListId::Procedure, |label| label != "简易程序"))),
            (F::Facts, optional(boxed(text()))),
            (F::LegalBasis, optional(boxed(text()))),
        ],
    }
}

fn results() -> BoxedStrategy<String> {
    let one = entry(CodeListId::InspectionResult, |label| label != "未发现问题");
    let several = (prop::collection::vec(one, 1..4), select(vec![",", "；", ";", "、", "，"]), any::<bool>());
    prop_oneof![
        1 => entry(CodeListId::InspectionResult, |label| label == "未发现问题"),
        2 => several.prop_map(|(values, mark, trailing)| {
            values.join(mark) + if trailing { mark } else { "" }
        }),
    ]
    .boxed()
}

/// Violation, content, amounts and kinds of a penalty that agree, and the unit of the amounts.
fn penalty_money() -> BoxedStrategy<(Vec<(F, String)>, Unit)> {
    let banded = |v: &&violations::Violation| {
        v.competent == Competent::Fire && v.state == ViolationState::Active && v.band.is_some()
    };
    let known: Vec<_> = violations::all().iter().filter(banded).collect();
    let violation = prop_oneof![
        3 => (select(known), any::<bool>()).prop_map(|(violation, by_code)| {
            let text = if by_code && !violation.code.is_empty() { violation.code } else { violation.name };
            (text.to_owned(), violation.band.expect("a band"))
        }),
        1 => Just(("电动自行车违规停放、充电".to_owned(), (500, 50_000))),
    ];
    let sums = (violation, any::<Index>(), 1..100u64);
    sums.prop_flat_map(|((violation, (least, highest)), index, gain)| {
        let (least, highest) = (u64::from(least.max(100)), u64::from(highest));
        let fine = least + index.index(((highest - least) / 50 + 1) as usize) as u64 * 50;
        let (first, gain) = ((fine / 3).max(1), gain * 125);
        let sums =
            (money::written(fine), money::written(first), money::written(fine - first), money::written(gain));
        let types = prop::collection::vec(entry(CodeListId::PenaltyType, |_| true), 1..3);
        (
            sums,
            0..8u8,
            types,
            any::<bool>(),
            select(vec![Unit::None, Unit::TenThousandYuan, Unit::Yuan]),
            any::<bool>(),
        )
            .prop_map(move |((whole, one, other, gained), shape, types, blank, unit, in_words)| {
                let content = match shape {
                    0 => format!("罚款{whole}"),
                    1 => format!("处{whole}罚款"),
                    2 => format!("给予罚款{whole}的行政处罚"),
                    3 => format!("责令停产停业，并处罚款{whole}"),
                    4 => format!("责令限期改正，并处罚款人民币{}", whole.trim_start_matches("人民币")),
                    5 => format!("对违法行为一罚款{one}；对违法行为二罚款{other}。合并罚款{whole}"),
                    6 => format!("对违法行为一罚款{one}，对违法行为二罚款{other}"),
                    _ => format!("没收违法所得{gained}，并处罚款{whole}"),
                };
                let amount = |yuan: u64| {
                    if unit == Unit::Yuan { yuan.to_string() } else { money::wan(yuan) }
                };
                let confiscated = if shape > 6 && in_words { amount(gain) } else { String::new() };
                let fields = vec![
                    (F::Violation, violation.clone()),
                    (F::PenaltyContent, content),
                    (F::FineAmount, if blank { String::new() } else { amount(fine) }),
                    (F::ConfiscatedAmount, confiscated),
                    (F::PenaltyType, types.join(",")),
                ];
                (fields, unit)
            })
    })
    .boxed()
}

fn serious() -> BoxedStrategy<(String, u32)> {
    prop_oneof![
        2 => Just((String::new(), 1)),
        2 => entry(CodeListId::YesNo, |label| label == "否").prop_map(|text| (text, 1)),
        1 => entry(CodeListId::YesNo, |label| label == "是").prop_map(|text| (text, 3)),
    ]
    .boxed()
}

/// Jobs of one record of a kind in which nothing is wrong, by the day of the run.
pub(crate) fn case(kind: Kind) -> BoxedStrategy<Case> {
    let plan = Template::from_json(PLAN).expect("the template of the plan");
    let parts = event().prop_flat_map(move |(event, today)| {
        let money =
            if kind == Kind::Penalty { penalty_money() } else { Just((Vec::new(), Unit::None)).boxed() };
        let publicity = serious().prop_flat_map(move |(mark, years)| {
            let period = if kind == Kind::Penalty { period(event, years) } else { any_period(event) };
            (Just(mark), period)
        });
        let free = record(vec![
            (F::EnterpriseName, name()),
            (F::Authority, authority()),
            (F::Handler, optional(boxed(select(vec!["张三".to_owned(), "李四 13847512345".to_owned()])))),
            (F::Remark, optional(boxed(text()))),
        ]);
        (
            (Just(event), Just(today), identifiers(), free),
            (record(plain_fields(kind, event, today)), money, publicity, any::<bool>()),
        )
    });
    parts
        .prop_map(
            move |((_, today, (code, number), free), (own, (money, unit), (mark, period), with_plan))| {
                let mut record = own;
                record.0.extend(free.0);
                record.0.extend(money);
                record.set(F::Uscc, code);
                record.set(F::RegistrationNo, number);
                if kind != Kind::Inspection {
                    record.set(F::PublicityPeriod, period.0);
                }
                if kind == Kind::Penalty {
                    record.set(F::Serious, mark);
                }
                let mut case = Case::new(kind, record, today);
                case.amounts = unit;
                case.periods = period.1;
                case.template = with_plan.then(|| plan.clone());
                case
            },
        )
        .boxed()
}
