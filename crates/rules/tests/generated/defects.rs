//! One slip for each rule: what turns a valid record into one that the rule is about.

use precheck_schema::date::{Date, Datelike, iso};
use precheck_schema::normalize::Unit;
use precheck_schema::template::Template;
use precheck_schema::{FieldKey as F, Kind, uscc};

use crate::case::{Case, PLAN};
use crate::valid::{code_of, days};

/// A slip with the finding that it must give.
pub(crate) struct Defect {
    pub(crate) code: &'static str,
    pub(crate) kind: Kind,
    pub(crate) field: Option<F>,
    /// Rules that may speak beside it: of level error and warning no other may.
    pub(crate) beside: &'static [&'static str],
    pub(crate) spoil: fn(&mut Case),
}

const fn slip(code: &'static str, kind: Kind, field: F, spoil: fn(&mut Case)) -> Defect {
    Defect { code, kind, field: Some(field), beside: &[], spoil }
}

impl Defect {
    const fn beside(self, beside: &'static [&'static str]) -> Self {
        Self { beside, ..self }
    }
}

fn day(text: &str) -> Date {
    Date::parse_from_str(text, "%Y-%m-%d").expect("a date")
}

fn code(case: &Case) -> String {
    case.get(F::Uscc).to_owned()
}

/// The code with another first pair or county and fresh check characters.
fn code_with(case: &mut Case, pair: &str, county: &str) {
    let new = code_of(pair, county, &code(case)[8..16]);
    case.set(F::Uscc, new);
}

/// Moves the event of a penalty to a day, with everything that hangs on it.
fn decide(case: &mut Case, decided: &str, today: &str) {
    case.today = day(today);
    case.set(F::DecisionDate, decided);
    case.set(F::DocumentNo, format!("奈(消)行罚决字〔{}〕第0007号", &decided[..4]));
    case.set(F::Serious, "");
    case.periods = Unit::None;
    case.set(F::PublicityPeriod, "1年");
}

/// Puts content and amounts of a penalty, its violation outside the list of bands.
fn punish(case: &mut Case, content: &str, fine: &str, types: &str) {
    case.amounts = Unit::None;
    case.set(F::Violation, "电动自行车违规停放、充电");
    case.set(F::PenaltyContent, content);
    case.set(F::FineAmount, fine);
    case.set(F::ConfiscatedAmount, "");
    case.set(F::PenaltyType, types);
}

fn again(case: &mut Case) {
    let second = case.records[0].clone();
    case.records.push(second);
}

fn remark(case: &mut Case, text: &str) {
    case.set(F::Remark, text);
}

fn one_line(case: &mut Case) {
    case.template = Some(Template::from_json(PLAN).expect("the template of the plan"));
}

fn grant(case: &mut Case, from: i64, to: i64, status: &str) {
    let today = case.today;
    case.set(F::DecisionDate, iso(days(today, -5)));
    case.set(F::DocumentNo, format!("奈消安检许字〔{}〕第0007号", days(today, -5).year()));
    case.set(F::ValidFrom, iso(days(today, from)));
    case.set(F::ValidTo, iso(days(today, to)));
    case.set(F::Status, status);
    case.periods = Unit::None;
    case.set(F::PublicityPeriod, "长期");
}

/// The date of a record's event, moved to some days before the run.
fn happened(case: &mut Case, days_ago: i64) {
    case.periods = Unit::None;
    case.set(F::PublicityPeriod, "长期");
    let date = iso(days(case.today, -days_ago));
    case.set(F::ProducedDate, date);
}

#[rustfmt::skip]
pub(crate) const DEFECTS: &[Defect] = &[
    slip("C001", Kind::Penalty, F::Violation, |c| c.set(F::Violation, " ")),
    slip("C001", Kind::Other, F::Content, |c| c.set(F::Content, "")),
    slip("C002", Kind::Inspection, F::Uscc, |c| { c.set(F::Uscc, ""); c.set(F::RegistrationNo, "无"); }).beside(&["S003"]),
    slip("C003", Kind::Penalty, F::Violation, |c| c.set(F::Violation, "——")),
    slip("C003", Kind::Blacklist, F::ListedReason, |c| c.set(F::ListedReason, " ＸＸ")),
    slip("C004", Kind::LicenseChange, F::Uscc, |c| { c.set(F::Uscc, "暂无"); c.set(F::RegistrationNo, "150525000001234"); }),
    slip("C005", Kind::PenaltyChange, F::DocumentNo, |c| c.set(F::DocumentNo, "")),
    slip("C006", Kind::Other, F::Category, |c| c.without.push(F::Category)),
    slip("C007", Kind::Penalty, F::FineAmount, |c| punish(c, "责令停产停业，并处罚款", "", "罚款")),
    slip("C007", Kind::Penalty, F::FineAmount, |c| punish(c, "责令停产停业", "", "4,2")),
    slip("A001", Kind::Penalty, F::Uscc, |c| { let code = code(c); c.set(F::Uscc, &code[..17]); }),
    slip("A001", Kind::Other, F::Uscc, |c| { c.set(F::Uscc, "150525000001234"); c.set(F::RegistrationNo, ""); }).beside(&["S003"]),
    slip("A002", Kind::LicenseGrant, F::Uscc, |c| { let code = code(c); c.set(F::Uscc, format!("{}*****{}", &code[..9], &code[14..])); }),
    slip("A002", Kind::Inspection, F::Uscc, |c| { let code = code(c); c.set(F::Uscc, format!("{}O{}", &code[..10], &code[11..])); }),
    slip("A003", Kind::Penalty, F::Uscc, |c| code_with(c, "95", "150525")).beside(&["S003"]),
    slip("A004", Kind::Penalty, F::Uscc, |c| {
        let code = code(c);
        let value = uscc::value(code.as_bytes()[17]).expect("a character of codes") as usize;
        c.set(F::Uscc, format!("{}{}", &code[..17], char::from(uscc::ALPHABET[(value + 7) % 31])));
    }).beside(&["A006"]),
    slip("A005", Kind::Blacklist, F::Uscc, |c| {
        let mut new = code(c)[..17].to_owned();
        let digit = if new.ends_with('5') { '6' } else { '5' };
        new.replace_range(16..17, &digit.to_string());
        new.push(uscc::check_character(new.as_bytes()).map(char::from).expect("seventeen characters"));
        c.set(F::Uscc, new);
    }),
    slip("A006", Kind::Penalty, F::Uscc, |c| c.set(F::Uscc, "91350211M00013FA1N")),
    slip("A007", Kind::Penalty, F::Uscc, |c| code_with(c, "91", "990101")),
    slip("A008", Kind::Penalty, F::Uscc, |c| code_with(c, "91", "330183")),
    slip("A009", Kind::Penalty, F::Uscc, |c| c.set(F::Uscc, "123456789012345678")).beside(&["S003"]),
    slip("A009", Kind::Other, F::Uscc, |c| c.set(F::Uscc, "00000000000000000X")).beside(&["S003"]),
    slip("A010", Kind::Penalty, F::RegistrationNo, |c| c.set(F::RegistrationNo, "15052500012")),
    slip("A011", Kind::Penalty, F::RegistrationNo, |c| c.set(F::RegistrationNo, "150525000001235")),
    slip("A012", Kind::Penalty, F::RegistrationNo, |c| c.set(F::RegistrationNo, "企独浙绍总字第002662号")),
    slip("A013", Kind::Inspection, F::Uscc, |c| { c.set(F::EnterpriseName, "奈曼旗阳光幼儿园"); code_with(c, "52", "150525"); }),
    slip("A014", Kind::Penalty, F::Uscc, |c| {
        "11150525MB1A234574".clone_into(&mut c.profile.organisation.uscc);
        c.set(F::Uscc, "11150525MB1A234574");
    }).beside(&["S003"]),
    slip("A020", Kind::Penalty, F::EnterpriseName, |c| { let name = format!("奈\u{200B}{}", c.get(F::EnterpriseName)); c.set(F::EnterpriseName, name); }),
    slip("A020", Kind::Other, F::Uscc, |c| { let code = code(c); c.set(F::Uscc, format!("\u{FEFF}{code}")); }),
    slip("A021", Kind::Penalty, F::Uscc, |c| { let code = code(c); c.set(F::Uscc, code.replacen('9', "９", 1)); }),
    slip("A021", Kind::Inspection, F::CompletedDate, |c| { let date = c.get(F::CompletedDate).replacen('2', "２", 1); c.set(F::CompletedDate, date); }),
    slip("A022", Kind::Penalty, F::EnterpriseName, |c| { let name = format!("{}　", c.get(F::EnterpriseName)); c.set(F::EnterpriseName, name); }),
    slip("A022", Kind::Penalty, F::DocumentNo, |c| { let number = c.get(F::DocumentNo).replacen('号', " 号", 1); c.set(F::DocumentNo, number); }),
    slip("A023", Kind::Other, F::EnterpriseName, |c| c.set(F::EnterpriseName, "奈曼旗蒙源商贸(通辽)有限公司")),
    slip("A024", Kind::Other, F::EnterpriseName, |c| c.set(F::EnterpriseName, "奈曼旗蒙源商贸（通辽有限公司")),
    slip("A025", Kind::Penalty, F::Facts, |c| c.set(F::Facts, "锟斤拷")),
    slip("A025", Kind::Other, F::Remark, |c| remark(c, "娑堥槻")),
    slip("A026", Kind::Blacklist, F::EnterpriseName, |c| c.set(F::EnterpriseName, "奈曼旗蒙源商贸有限公司（第二名称：蒙源超市）")),
    slip("A027", Kind::Penalty, F::Remark, |c| remark(c, &"长".repeat(513))),
    slip("A028", Kind::Penalty, F::Violation, |c| c.set(F::Violation, "#REF!")),
    slip("A028", Kind::Penalty, F::Uscc, |c| c.set(F::Uscc, "#N/A")).beside(&["S003"]),
    slip("A028", Kind::Other, F::PublicityPeriod, |c| c.set(F::PublicityPeriod, "#VALUE!")),
    slip("A029", Kind::Penalty, F::Uscc, |c| c.set(F::Uscc, "9.11505E+17")).beside(&["S003"]),
    slip("A030", Kind::Inspection, F::CompletedDate, |c| c.set(F::CompletedDate, "2023-02-30")),
    slip("A031", Kind::Inspection, F::CompletedDate, |c| {
        let date = day(c.get(F::CompletedDate));
        c.set(F::CompletedDate, format!("{}年{}月{}日", date.year(), date.month(), date.day()));
    }),
    slip("A032", Kind::LicenseGrant, F::ValidTo, |c| c.set(F::ValidTo, "2101-01-01")),
    slip("A033", Kind::Inspection, F::CompletedDate, |c| { let date = iso(days(c.today, 1)); c.set(F::CompletedDate, date); }),
    slip("A034", Kind::LicenseGrant, F::ValidTo, |c| grant(c, 9, 8, "有效")),
    slip("A035", Kind::LicenseGrant, F::ValidFrom, |c| grant(c, -6, 300, "有效")),
    slip("A036", Kind::LicenseGrant, F::ValidTo, |c| c.set(F::ValidTo, "长 期")).beside(&["A022"]),
    slip("A036", Kind::LicenseGrant, F::ValidTo, |c| c.set(F::ValidTo, "无固定期限")),
    slip("A037", Kind::LicenseGrant, F::Status, |c| grant(c, -5, -1, "在用")),
    slip("A038", Kind::Penalty, F::DecisionDate, |c| decide(c, "2023-06-24", "2023-06-30")),
    slip("A039", Kind::Blacklist, F::RemovedDate, |c| { let date = iso(days(day(c.get(F::ListedDate)), -1)); c.set(F::RemovedDate, date); }),
    slip("A040", Kind::Penalty, F::DocumentNo, |c| { let year = day(c.get(F::DecisionDate)).year(); c.set(F::DocumentNo, format!("奈消行罚决字［{year}】7号")); }),
    slip("A041", Kind::Penalty, F::DocumentNo, |c| { let year = day(c.get(F::DecisionDate)).year(); c.set(F::DocumentNo, format!("奈消行罚决字〔{year}〕第0007")); }),
    slip("A041", Kind::PenaltyChange, F::DocumentNo, |c| c.set(F::DocumentNo, "奈消行罚决字〔23〕第0007号")),
    slip("A042", Kind::LicenseGrant, F::DocumentNo, |c| c.set(F::DocumentNo, "奈消安检字〔2018〕第0007号")),
    slip("A043", Kind::Penalty, F::DocumentNo, |c| { let year = day(c.get(F::DecisionDate)).year(); c.set(F::DocumentNo, format!("奈(消)责改字〔{year}〕第0007号")); }),
    slip("A043", Kind::LicenseGrant, F::DocumentNo, |c| { let year = day(c.get(F::DecisionDate)).year(); c.set(F::DocumentNo, format!("奈消行罚决字〔{year}〕第0007号")); }),
    slip("A044", Kind::PenaltyChange, F::DocumentNo, |c| c.set(F::DocumentNo, "科消行罚决字〔2023〕第0007号")),
    slip("A050", Kind::LicenseGrant, F::Status, |c| c.set(F::Status, "有郊")),
    slip("A050", Kind::Inspection, F::Result, |c| c.set(F::Result, "发现问题已责令改正；没问题")),
    slip("A051", Kind::Penalty, F::PenaltyType, |c| c.set(F::PenaltyType, "警告、罚款")),
    slip("A051", Kind::Penalty, F::PenaltyType, |c| c.set(F::PenaltyType, "没收违法所得、没收非法财物 2")),
    slip("A052", Kind::Inspection, F::Result, |c| c.set(F::Result, "未发现问题；发现问题待后续处理；")),
    slip("A060", Kind::Penalty, F::FineAmount, |c| punish(c, "罚款伍仟元整", "5000元", "罚款")),
    slip("A061", Kind::Penalty, F::FineAmount, |c| punish(c, "责令停产停业", "0.5000001", "罚款")),
    slip("A062", Kind::Penalty, F::FineAmount, |c| punish(c, "责令停产停业", "5000", "罚款")),
    slip("A063", Kind::Penalty, F::FineAmount, |c| punish(c, "罚款人民币伍仟元整", "5", "罚款")),
    slip("A063", Kind::Penalty, F::ConfiscatedAmount, |c| { punish(c, "没收违法所得3000元，并处罚款五千元", "0.5", "2"); c.set(F::ConfiscatedAmount, "0.5"); }),
    slip("A064", Kind::Penalty, F::PenaltyContent, |c| punish(c, "罚款伍仟元整（6000元）", "", "罚款")),
    slip("A065", Kind::Penalty, F::FineAmount, |c| { punish(c, "罚款1000元", "0.1", "罚款"); c.set(F::Violation, "320116"); }),
    slip("A066", Kind::LicenseChange, F::After, |c| { c.set(F::Before, "王府街1号（东侧）"); c.set(F::After, "王府街 １ 号(东侧)"); }),
    slip("A070", Kind::Other, F::Authority, |c| c.set(F::Authority, "通辽市消防救援支队")),
    slip("A071", Kind::Other, F::Authority, |c| c.set(F::Authority, "奈曼旗公安消防大队")),
    slip("A080", Kind::Other, F::PublicityPeriod, |c| c.set(F::PublicityPeriod, "按规定")),
    slip("A081", Kind::Penalty, F::PublicityPeriod, |c| { c.periods = Unit::None; c.set(F::PublicityPeriod, "二年"); }),
    slip("T001", Kind::Other, F::ProducedDate, |c| happened(c, 21)),
    slip("T002", Kind::Other, F::ProducedDate, |c| happened(c, 15)),
    slip("T003", Kind::Penalty, F::DecisionDate, |c| decide(c, "2023-06-12", "2023-06-30")),
    slip("T004", Kind::Penalty, F::DecisionDate, |c| decide(c, "2026-12-28", "2026-12-30")),
    slip("V001", Kind::Penalty, F::DocumentNo, again),
    slip("V001", Kind::Blacklist, F::EnterpriseName, |c| { again(c); c.set(F::RemovedReason, "已履行义务"); }),
    slip("V002", Kind::Penalty, F::DocumentNo, |c| { again(c); c.set(F::EnterpriseName, "通辽市另一家商贸有限公司"); code_with(c, "91", "150502"); c.set(F::RegistrationNo, ""); }),
    slip("V003", Kind::Inspection, F::EnterpriseName, |c| { again(c); c.set(F::EnterpriseName, "通辽市另一家商贸有限公司"); c.set(F::InspectionItem, "复查"); }),
    slip("V004", Kind::Inspection, F::Uscc, |c| { again(c); c.set(F::Uscc, "91110000802100433B"); c.set(F::InspectionItem, "复查"); }),
    slip("V005", Kind::Other, F::EnterpriseName, |c| c.exported = true),
    slip("V006", Kind::Other, F::EnterpriseName, |c| c.set(F::EnterpriseName, "某某有限公司")),
    slip("V007", Kind::Penalty, F::DocumentNo, |c| {
        let year = day(c.get(F::DecisionDate)).year();
        c.set(F::DocumentNo, format!("奈消行罚决字〔{year}〕第0007号"));
        again(c);
        c.set(F::DocumentNo, format!("奈消行罚决字〔{year}〕第0010号"));
    }),
    slip("S001", Kind::Penalty, F::Procedure, |c| c.set(F::Procedure, "当场处罚")),
    slip("S002", Kind::Penalty, F::PenaltyContent, |c| punish(c, "责令限期改正，并予临时查封", "", "")),
    slip("S003", Kind::Other, F::EnterpriseName, |c| { c.set(F::EnterpriseName, "斯琴高娃"); c.set(F::Uscc, ""); c.set(F::RegistrationNo, ""); }).beside(&["C002"]),
    slip("S003", Kind::Other, F::EnterpriseName, |c| c.set(F::Uscc, "152326196504245143")).beside(&["A003"]),
    slip("S004", Kind::Penalty, F::PenaltyContent, |c| { let text = format!("{}；行政拘留五日", c.get(F::PenaltyContent)); c.set(F::PenaltyContent, text); }),
    slip("S005", Kind::Other, F::PublicityPeriod, |c| { happened(c, 12); c.set(F::PublicityPeriod, "10天"); }),
    slip("S006", Kind::Penalty, F::Violation, |c| { punish(c, "罚款五万元", "5", "罚款"); c.set(F::Violation, "320101"); }),
    slip("S007", Kind::Penalty, F::PenaltyContent, |c| { decide(c, "2026-05-11", "2026-05-18"); punish(c, "警告", "", "1"); }),
    slip("S008", Kind::Blacklist, F::ListName, |c| c.set(F::ListName, "失信被执行人名单")),
    slip("S009", Kind::Penalty, F::Violation, |c| { punish(c, "罚款五千元", "0.5", "罚款"); c.profile.duty_list = vec![precheck_schema::duty::DutyItem::named("占用防火间距")]; }),
    slip("P001", Kind::Other, F::Remark, |c| remark(c, "经营者１５２３２６ 19650424-5143")),
    slip("P001", Kind::Other, F::Content, |c| c.set(F::Content, "身份证号码：152326650424514")),
    slip("P002", Kind::Other, F::Remark, |c| remark(c, "电话 138-4751-2345")),
    slip("P003", Kind::Penalty, F::Remark, |c| remark(c, "缴至账号 6222021234567890128")),
    slip("P004", Kind::Other, F::Remark, |c| remark(c, "家庭住址：奈曼旗大沁他拉镇王府街3号")),
    slip("P005", Kind::Other, F::Content, |c| c.set(F::Content, "机密☆")),
    slip("P006", Kind::Other, F::Remark, |c| remark(c, "naiman119@example.cn")),
    slip("P007", Kind::Other, F::Remark, |c| remark(c, "内部资料，不得公开")),
    slip("I001", Kind::Other, F::Remark, |c| remark(c, "＝1+1")),
    slip("I002", Kind::Other, F::RegistrationNo, |c| { one_line(c); c.set(F::RegistrationNo, ""); }),
    slip("I003", Kind::Other, F::Content, |c| { one_line(c); c.set(F::Content, "列为重点单位\n已公告"); }),
];
