//! What the page shows of a ledger: list, strip, reminders, dossier.

use precheck_ledger::calendar::Calendar;
use precheck_ledger::profile::{DayCount, Deadline};
use precheck_ledger::{
    Answer, Book, DAYS, Export, Facts, Group, Kind, LONG_TERM, Query, Reminder, Scope, Status, Terms, iso,
    read_day, record_id,
};

fn facts(kind: Kind, name: &str, code: &str, number: &str, day: &str, end: &str) -> Facts {
    Facts {
        id: record_id(kind, number, code, day, ""),
        kind: kind.key().to_owned(),
        name: name.to_owned(),
        code: code.to_owned(),
        document_no: number.to_owned(),
        event_date: day.to_owned(),
        publicity_end: end.to_owned(),
        ..Facts::default()
    }
}

/// The day is Friday, 2023-06-16.
fn book() -> Book {
    let mut book = Book::default();
    let penalty = |name: &str, code: &str, number: &str, day: &str, end: &str| {
        facts(Kind::Penalty, name, code, number, day, end)
    };
    let pending = vec![
        penalty("沙海明珠酒店", "A1", "罚〔2023〕第0007号", "2023-05-24", "2024-05-24"),
        penalty("诺恩吉雅宾馆", "A2", "罚〔2023〕第0014号", "2023-05-31", "2024-05-31"),
        penalty("青龙山木业", "A3", "罚〔2023〕第0010号", "2023-05-29", "2024-05-29"),
        facts(Kind::LicenseGrant, "百汇佳购物", "A4", "许〔2023〕第0012号", "2023-06-02", LONG_TERM),
        penalty("没有日期", "A5", "罚〔2023〕第0099号", "", ""),
    ];
    book.note_batch("五月.xlsx", pending, "2023-06-12 09:00:00.000");
    let gathered = vec![
        facts(Kind::LicenseGrant, "诺恩吉雅宾馆", "A2", "许〔2023〕第0009号", "2023-05-12", LONG_TERM),
        penalty("六号仓储", "A6", "罚〔2022〕第0031号", "2022-06-21", "2023-06-21"),
        penalty("诺恩吉雅宾馆", "A2", "罚〔2022〕第0003号", "2022-03-14", "2023-03-14"),
        penalty("土城子酒业", "A7", "罚〔2022〕第0030号", "2022-06-10", "2023-06-10"),
    ];
    let export = Export {
        at: "2023-06-01 10:00:00.000".to_owned(),
        file: "行政处罚_20230601.xlsx".to_owned(),
        ..Export::default()
    };
    let ids: Vec<String> = gathered.iter().map(|facts| facts.id.clone()).collect();
    book.record_export("四月.xlsx", gathered, &export);
    let answer = Answer { at: "2023-06-02 10:00:00.000".to_owned(), accepted: true, ..Answer::default() };
    book.answer(&ids, &answer);
    book
}

fn with_terms<T>(count: DayCount, see: impl FnOnce(&Terms<'_>) -> T) -> T {
    let (calendar, deadline) = (Calendar::built_in(), Deadline { count, ..Deadline::default() });
    see(&Terms { deadline: &deadline, calendar: &calendar, today: read_day("2023-06-16").unwrap() })
}

fn names(query: &Query) -> Vec<String> {
    with_terms(DayCount::Natural, |terms| {
        book().rows(query, terms).into_iter().map(|row| row.entry.facts.name).collect()
    })
}

#[test]
fn the_most_urgent_stands_first() {
    assert_eq!(
        names(&Query::default()),
        [
            "沙海明珠酒店",
            "青龙山木业",
            "诺恩吉雅宾馆",
            "百汇佳购物",
            "没有日期",
            "诺恩吉雅宾馆",
            "六号仓储",
            "土城子酒业",
            "诺恩吉雅宾馆"
        ]
    );
}

#[test]
fn search_and_filters() {
    let text = |text: &str| names(&Query { text: text.to_owned(), ..Query::default() });
    assert_eq!(text("第 ００１４ 号"), ["诺恩吉雅宾馆"], "width and spaces are folded");
    assert_eq!(text("a2").len(), 3);
    assert_eq!(text("20230601").len(), 4, "by the file in which they left");
    assert!(text("查无此企业").is_empty());
    let scope = |scope| names(&Query { scope, ..Query::default() });
    assert_eq!(scope(Scope::Open).len(), 5);
    assert_eq!(scope(Scope::Overdue), ["沙海明珠酒店"]);
    assert_eq!(scope(Scope::Soon), ["青龙山木业", "诺恩吉雅宾馆"]);
    assert_eq!(scope(Scope::Publicity), ["六号仓储", "土城子酒业"]);
    let kind = Query { kind: "license-grant".to_owned(), ..Query::default() };
    assert_eq!(names(&kind), ["百汇佳购物", "诺恩吉雅宾馆"]);
    let day = Query { day: read_day("2023-06-20"), ..Query::default() };
    assert_eq!(names(&day), ["诺恩吉雅宾馆"]);
    let counts = with_terms(DayCount::Natural, |terms| book().scope_counts(terms));
    assert_eq!(counts.iter().map(|(_, n)| *n).collect::<Vec<_>>(), [9, 5, 0, 0, 2, 1, 2]);
}

#[test]
fn the_strip_counts_and_frames() {
    let strip = with_terms(DayCount::Natural, |terms| book().strip(terms));
    assert_eq!(strip.days.len(), DAYS);
    assert_eq!(iso(strip.days[0].date), "2023-06-12");
    assert_eq!(iso(strip.days[27].date), "2023-07-09");
    assert_eq!((strip.overdue, strip.most_overdue), (1, 3));
    assert_eq!((strip.soon, strip.next.map(iso)), (2, Some("2023-06-18".to_owned())));
    assert_eq!((strip.later, strip.unknown), (0, 1));
    let day = |text: &str| *strip.days.iter().find(|day| iso(day.date) == text).unwrap();
    assert!(day("2023-06-16").today && !day("2023-06-16").rest);
    assert!(day("2023-06-13").overdue && day("2023-06-13").count == 1);
    let sunday = day("2023-06-18");
    assert!(sunday.rest && sunday.hot && !sunday.moved && sunday.count == 1);
    assert_eq!(iso(sunday.act_by), "2023-06-16");
    // 端午: a Thursday that is off, and the Sunday after it on which people work.
    assert!(day("2023-06-22").rest && day("2023-06-22").moved && day("2023-06-22").count == 1);
    assert!(!day("2023-06-25").rest && day("2023-06-25").moved);
    assert!(!day("2023-06-26").hot);
}

#[test]
fn working_days_move_the_deadline() {
    let due = |count| {
        with_terms(count, |terms| {
            let rows = book().rows(&Query { text: "沙海".to_owned(), ..Query::default() }, terms);
            (iso(rows[0].due.unwrap()), rows[0].left.unwrap())
        })
    };
    assert_eq!(due(DayCount::Natural), ("2023-06-13".to_owned(), -3));
    assert_eq!(due(DayCount::Working), ("2023-06-21".to_owned(), 5));
}

#[test]
fn publicity_is_reminded_of_before_and_after_its_end() {
    with_terms(DayCount::Natural, |terms| {
        let rows = book().reminders(terms);
        let seen: Vec<_> = rows.iter().map(|r| (r.entry.facts.name.as_str(), r.reminder)).collect();
        assert_eq!(seen, [("土城子酒业", Some(Reminder::Ended(6))), ("六号仓储", Some(Reminder::Ends(5)))]);
        let all = book().rows(&Query::default(), terms);
        let expired: Vec<_> = all.iter().filter(|row| row.expired).collect();
        assert_eq!(expired.len(), 2, "long ago and lately");
        assert!(all.iter().any(|row| row.is_long_term() && !row.expired && row.reminder.is_none()));
    });
}

#[test]
fn a_dossier_holds_everything_of_one_enterprise() {
    with_terms(DayCount::Natural, |terms| {
        let mut book = book();
        let id = record_id(Kind::Penalty, "罚〔2023〕第0014号", "A2", "2023-05-31", "");
        let dossier = book.dossier(&id, terms).unwrap();
        assert_eq!((dossier.name.as_str(), dossier.code.as_str()), ("诺恩吉雅宾馆", "A2"));
        let days: Vec<_> = dossier.rows.iter().map(|row| row.entry.facts.event_date.as_str()).collect();
        assert_eq!(days, ["2023-05-31", "2023-05-12", "2022-03-14"]);
        let counts: Vec<_> = Group::ALL.iter().map(|&group| dossier.count(group)).collect();
        assert_eq!(counts, [1, 2, 0, 0, 0]);
        assert_eq!(dossier.rows[0].status, Status::Pending);
        // The same name under another code is shown, and said to be so; a new name of the code too.
        let more = vec![
            facts(Kind::Inspection, "诺恩 吉雅宾馆", "B9", "", "2023-06-01", ""),
            facts(Kind::Inspection, "诺恩吉雅大酒店", "a2", "", "2023-06-02", ""),
        ];
        book.note_batch("抽查", more, "2023-06-14 08:00:00.000");
        let dossier = book.dossier(&id, terms).unwrap();
        assert_eq!(dossier.rows.len(), 5);
        assert_eq!(dossier.other_codes, ["B9"]);
        assert_eq!(dossier.other_names, ["诺恩吉雅大酒店"]);
        assert_eq!(book.dossier_of("", "诺恩吉雅宾馆", terms).unwrap().rows.len(), 4);
        assert!(book.dossier_of("", "", terms).is_none());
        book.remove(std::slice::from_ref(&id), "2023-06-15 08:00:00.000");
        assert!(book.dossier(&id, terms).is_none());
    });
}
