//! 双告知: registrations that the registrar pushed to the unit, against its own licences.
//!
//! The plan (四(二)3): the registrar pushes enterprises whose business needs a licence afterwards; the unit licenses
//! and feeds the licence back. Here each pushed enterprise gets one of four results: fed back, to be handled, under
//! way, not concerned.

use precheck_schema::Kind;
use precheck_schema::date::{Date, from_iso};
use precheck_schema::fold::fold_all;
use serde::{Deserialize, Serialize};

use crate::book::Book;
use crate::entry::{Entry, Status};
use crate::facts::record_id;

/// Rows among which a header is looked for.
const HEADER_WITHIN: usize = 20;

/// What the clerk says of a pushed registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The licence was fed back.
    FedBack,
    /// An application was taken, or is expected.
    UnderWay,
    /// The business needs no licence of this unit.
    NotConcerned,
}

/// A registration that was pushed, and what was said of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Push {
    /// Stable id: tells nothing by itself.
    pub id: String,
    /// Name of the enterprise.
    pub name: String,
    /// 统一社会信用代码; empty where the list has none.
    pub code: String,
    /// When it was pushed, `yyyy-MM-dd`; empty where that cannot be read.
    pub pushed: String,
    /// The business that needs a licence.
    pub items: String,
    /// What the clerk says.
    pub said: Said,
    /// The day of that, `yyyy-MM-dd`.
    pub on: String,
    /// Who said it.
    pub by: String,
}

/// How a pushed registration and the licences compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The licence is on the platform; the day of that.
    FedBack(String),
    /// There is a licence, and nothing was fed back.
    NotFedBack,
    /// So many days since it was pushed, and there is nothing of it.
    Late(i64),
    /// The licence of an enterprise of this name has another code.
    OtherCode(String),
    /// The licence left in a file; the platform has not answered.
    Sent,
    /// Within the term, or said to be under way.
    UnderWay,
    /// The business needs no licence of this unit; the day on which that was said.
    NotConcerned(String),
}

/// The four results of the design.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// 已许可并反馈.
    Done,
    /// 需要处理.
    ToHandle,
    /// 办理中.
    UnderWay,
    /// 不涉及.
    NotConcerned,
}

impl Outcome {
    /// Which of the four it is.
    pub const fn standing(&self) -> Standing {
        match self {
            Self::FedBack(_) => Standing::Done,
            Self::NotFedBack | Self::Late(_) | Self::OtherCode(_) => Standing::ToHandle,
            Self::Sent | Self::UnderWay => Standing::UnderWay,
            Self::NotConcerned(_) => Standing::NotConcerned,
        }
    }
}

/// A pushed registration beside what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The registration.
    pub push: Push,
    /// Number of the licence; empty: none was found.
    pub document_no: String,
    /// The day of the licence; empty: none was found.
    pub licensed: String,
    /// How they compare.
    pub outcome: Outcome,
}

/// Words by which a column of a pushed list is known, the surer ones first.
const COLUMNS: [&[&str]; 4] = [
    &["企业名称", "市场主体名称", "经营主体名称", "主体名称", "单位名称", "名称"],
    &["统一社会信用代码", "信用代码", "注册号"],
    &["推送日期", "推送时间", "接收日期", "登记日期", "成立日期", "核准日期"],
    &["涉及经营项目", "后置审批事项", "后置许可", "许可事项", "经营项目", "经营范围"],
];

/// Where name, code, day and business stand in a header.
fn columns(header: &[String]) -> Option<[Option<usize>; 4]> {
    let header: Vec<_> = header.iter().map(|text| fold_all(text).into_owned()).collect();
    let place = |words: &&[&str]| {
        words.iter().find_map(|word| header.iter().position(|text| text.contains(&*fold_all(word))))
    };
    let found = COLUMNS.each_ref().map(place);
    // A name alone is no header: it stands in titles too.
    (found[0].is_some() && found[1..].iter().any(Option::is_some)).then_some(found)
}

/// The registrations of a sheet in texts; none where it has no header with names.
pub fn read(rows: &[Vec<String>]) -> Option<Vec<Push>> {
    let (at, columns) =
        rows.iter().take(HEADER_WITHIN).enumerate().find_map(|(at, row)| Some((at, columns(row)?)))?;
    let text = |row: &[String], column: usize| {
        columns[column].and_then(|column| row.get(column)).map_or("", |text| text.trim()).to_owned()
    };
    let push = |row: &Vec<String>| {
        let (name, code) = (text(row, 0), fold_all(&text(row, 1)).to_uppercase());
        let pushed = Some(text(row, 2)).filter(|day| from_iso(day).is_some()).unwrap_or_default();
        let subject = if code.is_empty() { &name } else { &code };
        let id = record_id(Kind::LicenseGrant, "", subject, &pushed, "双告知");
        Push { id, name, code, pushed, items: text(row, 3), ..Push::default() }
    };
    Some(rows[at + 1..].iter().map(push).filter(|push| !push.name.is_empty()).collect())
}

/// Takes newly read registrations into those that are known. What was said of them stays; the new texts count.
/// Gives how many were not known.
pub fn take(known: &mut Vec<Push>, read: Vec<Push>) -> usize {
    let before = known.len();
    for push in read {
        match known.iter_mut().find(|other| other.id == push.id) {
            Some(other) => (other.name, other.items) = (push.name, push.items),
            None => known.push(push),
        }
    }
    known.len() - before
}

/// Compares registrations with the licences of the ledger. `days`: after so many without a licence one is late.
pub fn reconcile(pushes: &[Push], book: &Book, today: Date, days: u32) -> Vec<Line> {
    let grants: Vec<(&Entry, String)> = book
        .live()
        .filter(|entry| entry.facts.kind == Kind::LicenseGrant.key())
        .map(|entry| (entry, fold_all(&entry.facts.name).into_owned()))
        .collect();
    let newest = |matches: &dyn Fn(&Entry, &str) -> bool| {
        let of = grants.iter().filter(|(entry, name)| matches(entry, name)).map(|(entry, _)| *entry);
        of.max_by(|a, b| a.facts.event_date.cmp(&b.facts.event_date))
    };
    let line = |push: &Push| {
        let name = fold_all(&push.name);
        let by_code = newest(&|entry, _| !push.code.is_empty() && entry.facts.code == push.code);
        // Without a code in the list, the name must do.
        let same = by_code.or_else(|| newest(&|_, other| push.code.is_empty() && other == name));
        let other = newest(&|_, other| !push.code.is_empty() && other == name);
        let licence = same.or(other);
        let outcome = match (push.said, same, other) {
            (Said::FedBack, ..) => Outcome::FedBack(push.on.clone()),
            (Said::NotConcerned, ..) => Outcome::NotConcerned(push.on.clone()),
            (_, Some(entry), _) => compared(entry),
            (_, None, Some(entry)) => Outcome::OtherCode(entry.facts.code.clone()),
            (Said::UnderWay, ..) => Outcome::UnderWay,
            _ => waiting(&push.pushed, today, days),
        };
        Line {
            push: push.clone(),
            document_no: licence.map_or_else(String::new, |entry| entry.facts.document_no.clone()),
            licensed: licence.map_or_else(String::new, |entry| entry.facts.event_date.clone()),
            outcome,
        }
    };
    pushes.iter().map(line).collect()
}

fn compared(entry: &Entry) -> Outcome {
    match (entry.status(), entry.answer()) {
        (Status::Gathered, Some(answer)) => {
            Outcome::FedBack(answer.at.get(..10).unwrap_or_default().to_owned())
        }
        (Status::Gathered | Status::Exported, _) => Outcome::Sent,
        (Status::Pending | Status::Rejected, _) => Outcome::NotFedBack,
    }
}

fn waiting(pushed: &str, today: Date, days: u32) -> Outcome {
    match from_iso(pushed).map(|day| (today - day).num_days()) {
        Some(since) if since > i64::from(days) => Outcome::Late(since),
        _ => Outcome::UnderWay,
    }
}

#[cfg(test)]
mod tests {
    use super::Standing::{Done, ToHandle, UnderWay};
    use super::*;
    use crate::entry::{Answer, Export};
    use crate::facts::Facts;

    fn rows(of: &[&[&str]]) -> Vec<Vec<String>> {
        of.iter().map(|row| row.iter().map(|&text| text.to_owned()).collect()).collect()
    }

    fn pushes() -> Vec<Push> {
        read(&rows(&[
            &["双告知推送企业名称表"],
            &["序号", "企业名称", "统一社会信用代码（注册号）", "推送日期", "涉及经营项目"],
            &["1", "甲旅游有限公司", "9115052563116540x6", "2023-06-05", "旅馆业"],
            &["2", "乙影院有限公司", "91150525MA0PF7NX7M", "2023-05-30", "电影放映场所"],
            &["3", "丙餐饮有限公司", "9115052552775997X6", "2023-05-26", "餐饮服务"],
            &["4", "丁洗浴有限公司", "91150525MA13YBEP00", "2023-06-09"],
            &["5", "戊幼教有限公司", "91150525678448079A", "2023-04-27", "幼儿托育"],
            &["", "", "", "", "合计"],
        ]))
        .unwrap()
    }

    fn licence(code: &str, name: &str, number: &str) -> Facts {
        Facts {
            id: number.to_owned(),
            kind: "license-grant".to_owned(),
            name: name.to_owned(),
            code: code.to_owned(),
            document_no: number.to_owned(),
            event_date: "2023-06-10".to_owned(),
            ..Facts::default()
        }
    }

    fn book() -> Book {
        let mut book = Book::default();
        let records = vec![
            licence("9115052563116540X6", "甲旅游有限公司", "14"),
            licence("91150525MA0PF7NX7M", "乙影院有限公司", "13"),
            licence("91150525678448079X", "戊幼教有限公司", "10"),
        ];
        book.note_batch("b", records.clone(), "2023-06-11 09:00:00.000");
        let export = Export { at: "2023-06-12 09:00:00.000".to_owned(), ..Export::default() };
        book.record_export("b", records[..1].to_vec(), &export);
        let answer = Answer { at: "2023-06-14 10:00:00.000".to_owned(), accepted: true, ..Answer::default() };
        book.answer(&["14".to_owned()], &answer);
        book
    }

    fn today() -> Date {
        from_iso("2023-06-16").unwrap()
    }

    #[test]
    fn a_list_is_read_by_its_header_and_without_its_sum() {
        let read = pushes();
        assert_eq!(read.len(), 5);
        assert_eq!((read[0].code.as_str(), read[0].pushed.as_str()), ("9115052563116540X6", "2023-06-05"));
        assert_eq!((read[3].name.as_str(), read[3].items.as_str()), ("丁洗浴有限公司", ""));
        assert_eq!(super::read(&rows(&[&["企业名称"], &["甲公司"]])), None);
    }

    #[test]
    fn every_outcome_of_the_design() {
        let outcomes: Vec<Outcome> =
            reconcile(&pushes(), &book(), today(), 20).into_iter().map(|line| line.outcome).collect();
        assert_eq!(
            outcomes,
            [
                Outcome::FedBack("2023-06-14".to_owned()),
                Outcome::NotFedBack,
                Outcome::Late(21),
                Outcome::UnderWay,
                Outcome::OtherCode("91150525678448079X".to_owned()),
            ]
        );
        let standings: Vec<Standing> = outcomes.iter().map(Outcome::standing).collect();
        assert_eq!(standings, [Done, ToHandle, ToHandle, UnderWay, ToHandle]);
    }

    #[test]
    fn what_the_clerk_says_counts_and_stays_when_the_list_is_read_again() {
        let mut known = pushes();
        known[1].said = Said::FedBack;
        known[1].on = "2023-06-15".to_owned();
        known[2].said = Said::UnderWay;
        known[3].said = Said::NotConcerned;
        let mut again = pushes();
        again[2].items = "餐饮服务，营业面积 420 ㎡".to_owned();
        again.push(Push { id: "new".to_owned(), name: "己公司".to_owned(), ..Push::default() });
        assert_eq!(take(&mut known, again), 1);
        assert_eq!(known[2].items, "餐饮服务，营业面积 420 ㎡");
        let lines = reconcile(&known, &book(), today(), 20);
        assert_eq!(lines[1].outcome, Outcome::FedBack("2023-06-15".to_owned()));
        assert_eq!(lines[1].document_no, "13");
        assert_eq!(lines[2].outcome, Outcome::UnderWay);
        assert_eq!(lines[3].outcome, Outcome::NotConcerned(String::new()));
        assert_eq!(lines[5].outcome, Outcome::UnderWay);
    }

    #[test]
    fn a_licence_that_left_waits_for_the_platform_and_one_sent_back_is_to_be_handled() {
        let mut book = book();
        let export = Export { at: "2023-06-15 09:00:00.000".to_owned(), ..Export::default() };
        let record = licence("91150525MA0PF7NX7M", "乙影院有限公司", "13");
        book.record_export("b", vec![record], &export);
        let outcome = |book: &Book| reconcile(&pushes(), book, today(), 20)[1].outcome.clone();
        assert_eq!(outcome(&book), Outcome::Sent);
        let answer = Answer { at: "2023-06-15 10:00:00.000".to_owned(), ..Answer::default() };
        book.answer(&["13".to_owned()], &answer);
        assert_eq!(outcome(&book), Outcome::NotFedBack);
        // The term counts from the day of the push, and the twentieth day is in time.
        assert_eq!(waiting("2023-05-27", today(), 20), Outcome::UnderWay);
        assert_eq!(waiting("", today(), 20), Outcome::UnderWay);
    }
}
