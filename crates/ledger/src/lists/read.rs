//! A list out of a file: which one it is, of which day, who is on it.

use precheck_schema::date::{Date, iso};
use precheck_schema::fold::fold_all;

use super::lines::line;
use super::{LISTS, Listed};

/// Rows among which the header is looked for.
const HEADER_WITHIN: usize = 15;

/// Words by which a list is known where its name is not written out, by place in [`LISTS`].
const WORDS: [(usize, &str); 14] = [
    (0, "经营异常"),
    (1, "严重违法失信"),
    (2, "重大税收违法"),
    (3, "被执行人"),
    (4, "金融"),
    (5, "农资"),
    (6, "海关"),
    (7, "检验检疫"),
    (8, "食品药品"),
    (9, "安全生产"),
    (10, "环境保护"),
    (10, "环保"),
    (11, "超限超载"),
    (12, "统计"),
];

/// Words of a column, and those with which it is another one.
type Words = (&'static [&'static str], &'static [&'static str]);

const NAME: Words = (
    &[
        "企业名称",
        "单位名称",
        "当事人",
        "被执行人",
        "主体名称",
        "相对人",
        "纳税人名称",
        "经营者",
        "名称",
        "姓名",
    ],
    &["法定代表", "负责人", "机关", "法院", "案件", "部门", "名单", "代码", "号", "日期", "时间", "识别"],
);
const CODE: Words = (
    &["信用代码", "组织机构代码", "机构代码", "纳税人识别号", "注册号", "证件号码", "代码"],
    &["法定代表", "负责人", "机关", "法院", "行政区划"],
);
const SINCE: Words = (
    &["列入日期", "列入时间", "认定日期", "决定日期", "公布日期", "发布日期", "发布时间", "列入"],
    &["移出", "机关", "原因", "事由", "名单"],
);
const AUTHORITY: Words = (
    &["列入机关", "决定机关", "认定机关", "认定单位", "认定部门", "列入单位", "列入部门", "执行法院", "机关"],
    &["移出", "代码", "登记机关"],
);
const REASON: Words = (&["事由", "原因", "情形", "案件性质", "违法事实"], &["移出"]);
const REMOVED: Words = (&["移出日期", "移出时间", "退出日期", "修复日期"], &[]);

/// A list that was found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// Places in [`LISTS`]; none where the file does not say.
    pub lists: Vec<usize>,
    /// The day of its data.
    pub day: String,
    /// Who is on it.
    pub entries: Vec<Listed>,
}

/// Why a file is no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// No column of names or codes, or nothing under it.
    #[error(
        "没有找到「企业名称」或「统一社会信用代码」列，或列下没有数据；请核对表头 (no column of names or codes, or nothing under it)"
    )]
    NoSubjects,
}

/// The lists of a file: its name, its sheets (name and rows), the day on which it is loaded.
pub fn read<'s>(
    file: &str,
    sheets: impl IntoIterator<Item = (&'s str, &'s [Vec<String>])>,
    today: Date,
) -> Result<Vec<Part>, Unread> {
    let mut parts: Vec<Part> = Vec::new();
    for (sheet, rows) in sheets {
        let (head, entries) = entries(rows);
        if entries.is_empty() {
            continue;
        }
        let title: String = rows[..head].iter().flatten().map(String::as_str).collect();
        let lists = [sheet, &title, file].iter().map(|text| named(text)).find(|lists| !lists.is_empty());
        let day = [&title, sheet, file].iter().find_map(|text| day_in(text)).filter(|day| *day <= today);
        let part = Part { lists: lists.unwrap_or_default(), day: iso(day.unwrap_or(today)), entries };
        // Two sheets of one list are one list, as old as the older of them.
        match parts.iter_mut().find(|other| other.lists == part.lists) {
            Some(other) => {
                other.day = part.day.min(std::mem::take(&mut other.day));
                other.entries.extend(part.entries);
            }
            None => parts.push(part),
        }
    }
    if parts.is_empty() { Err(Unread::NoSubjects) } else { Ok(parts) }
}

/// A text of the parts that names are compared by.
fn plain(text: &str) -> String {
    fold_all(text).chars().filter(|c| !matches!(c, '的' | '《' | '》' | '_' | '-' | '、' | ',')).collect()
}

/// The lists that a text names: the longest name counts, and all that share it.
fn named(text: &str) -> Vec<usize> {
    let text = plain(text);
    let mut best: (usize, Vec<usize>) = Default::default();
    for (at, list) in LISTS.iter().enumerate() {
        for name in [list.former, list.present] {
            let name = plain(name);
            let core = name.strip_suffix("名单").or_else(|| name.strip_suffix("名录")).unwrap_or(&name);
            if !text.contains(core) || core.len() < best.0 {
                continue;
            }
            if core.len() > best.0 {
                best = (core.len(), Vec::new());
            }
            if !best.1.contains(&at) {
                best.1.push(at);
            }
        }
    }
    if best.1.is_empty() {
        let mut known: Vec<usize> =
            WORDS.iter().filter(|(_, word)| text.contains(word)).map(|(at, _)| *at).collect();
        known.dedup();
        // Words of two lists tell none.
        if known.len() == 1 {
            return known;
        }
    }
    best.1
}

/// The last day that is written in a text: 20230615, 2023-06-15, 2023年6月15日.
fn day_in(text: &str) -> Option<Date> {
    let text = fold_all(text);
    let mut numbers: Vec<(usize, usize, u32)> = Vec::new();
    let mut number: Option<(usize, usize, u32)> = None;
    for (at, c) in text.chars().chain([' ']).enumerate() {
        match (c.to_digit(10), &mut number) {
            (Some(digit), Some((_, length, value))) => {
                *length += 1;
                *value = value.saturating_mul(10).saturating_add(digit);
            }
            (Some(digit), None) => number = Some((at, 1, digit)),
            (None, _) => numbers.extend(number.take()),
        }
    }
    let date = |y: u32, m: u32, d: u32| {
        (1990..2200).contains(&y).then(|| Date::from_ymd_opt(y.cast_signed(), m, d)).flatten()
    };
    let written = |at: usize| {
        let (place, length, value) = numbers[at];
        if length == 8 {
            return date(value / 10_000, value / 100 % 100, value % 100);
        }
        let (month, day) = (numbers.get(at + 1)?, numbers.get(at + 2)?);
        let apart = month.0 == place + length + 1 && day.0 == month.0 + month.1 + 1;
        if length == 4 && apart { date(value, month.2, day.2) } else { None }
    };
    (0..numbers.len()).rev().find_map(written)
}

/// The column of a header row that words tell; the first word that occurs counts.
fn column(header: &[String], words: Words) -> Option<usize> {
    words.0.iter().find_map(|word| {
        header.iter().position(|cell| {
            let cell = fold_all(cell);
            cell.contains(word) && !words.1.iter().any(|not| cell.contains(not))
        })
    })
}

/// How many rows stand before those of subjects, and the subjects.
fn entries(rows: &[Vec<String>]) -> (usize, Vec<Listed>) {
    let header = rows.iter().take(HEADER_WITHIN).position(|row| {
        // A title is one cell: a header has other columns beside, or is a short word.
        let short = |at: usize| row[at].chars().count() <= 20;
        [NAME, CODE].into_iter().any(|words| column(row, words).is_some_and(short))
    });
    let Some(header) = header else {
        // No header: whatever looks like a name or a code.
        let subjects = rows.iter().filter_map(|row| {
            let line = line(&row.iter().map(String::as_str).collect::<Vec<_>>())?;
            let known = !line.code.is_empty() || line.name.chars().count() >= 4;
            known.then(|| Listed { name: line.name, code: line.code, ..Listed::default() })
        });
        // A text that is no list has lines of its own length.
        return (0, subjects.filter(|listed| listed.name.chars().count() <= 60).collect());
    };
    let [name, code, since, authority, reason, removed] =
        [NAME, CODE, SINCE, AUTHORITY, REASON, REMOVED].map(|words| column(&rows[header], words));
    let subjects = rows[header + 1..].iter().filter_map(|row| {
        let of = |column: Option<usize>| column.and_then(|at| row.get(at)).cloned().unwrap_or_default();
        let listed = Listed {
            name: of(name),
            code: of(code),
            since: of(since),
            authority: of(authority),
            reason: of(reason),
        };
        // Whoever left the list is not on it.
        let on = of(removed).chars().all(|c| !c.is_ascii_digit());
        (on && !(listed.name.is_empty() && listed.code.is_empty())).then_some(listed)
    });
    (header, subjects.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(of: &[&[&str]]) -> Vec<Vec<String>> {
        of.iter().map(|row| row.iter().map(|&text| text.to_owned()).collect()).collect()
    }

    fn today() -> Date {
        Date::from_ymd_opt(2023, 6, 16).unwrap()
    }

    fn one(file: &str, sheet: &str, of: &[&[&str]]) -> Part {
        let rows = rows(of);
        let mut parts = read(file, [(sheet, rows.as_slice())], today()).unwrap();
        assert_eq!(parts.len(), 1);
        parts.remove(0)
    }

    #[test]
    fn columns_are_found_below_a_title() {
        let part = one(
            "导出.xlsx",
            "Sheet1",
            &[
                &["通辽市经营异常名录（截至2023年6月5日）"],
                &[
                    "序号",
                    "企业名称",
                    "统一社会信用代码",
                    "法定代表人姓名",
                    "列入日期",
                    "列入原因",
                    "作出决定机关（列入）",
                    "移出日期",
                ],
                &[
                    "1",
                    "奈曼旗舍力虎水产有限公司",
                    "91150525MA7D9TJY9J",
                    "张三",
                    "2023-01-09",
                    "无法联系",
                    "奈曼旗市监局",
                ],
                &["2", "奈曼旗已移出公司", "91150525MA7D9TJY9K", "", "2023-01-09", "", "", "2023-03-01"],
            ],
        );
        assert_eq!((part.lists, part.day.as_str()), (vec![0], "2023-06-05"));
        let listed = Listed {
            name: "奈曼旗舍力虎水产有限公司".to_owned(),
            code: "91150525MA7D9TJY9J".to_owned(),
            since: "2023-01-09".to_owned(),
            authority: "奈曼旗市监局".to_owned(),
            reason: "无法联系".to_owned(),
        };
        assert_eq!(part.entries, [listed]);
    }

    #[test]
    fn a_list_is_known_by_its_former_and_present_name() {
        for (at, list) in LISTS.iter().enumerate() {
            assert!(named(&format!("{}_20230615.xlsx", list.former)).contains(&at), "{}", list.former);
            assert!(named(list.present).contains(&at), "{}", list.present);
        }
        assert_eq!(named("失信被执行人 2023-06-14.csv"), [3]);
        assert_eq!(named("严重违法失信超限超载运输车辆相关责任主体"), [11]);
        assert_eq!(named("海关严重失信主体名单"), [6, 7]);
        assert_eq!(named("全区统计失信情况"), [12]);
        assert_eq!(named("Sheet1"), Vec::<usize>::new());
        assert_eq!(named("海关与统计"), Vec::<usize>::new());
    }

    #[test]
    fn the_day_is_that_of_the_name_or_of_loading() {
        for text in ["名单20230605.xlsx", "名单2023-06-05", "截至2023年6月5日", "a_2023.06.05_1"] {
            assert_eq!(day_in(text), Date::from_ymd_opt(2023, 6, 5), "{text}");
        }
        assert_eq!(day_in("第44号 2023"), None);
        assert_eq!(day_in("20231345"), None);
        let of = |file: &str| one(file, "", &[&["企业名称"], &["奈曼旗甲有限公司"]]).day;
        assert_eq!(of("失信被执行人.csv"), "2023-06-16");
        assert_eq!(of("失信被执行人20230601.csv"), "2023-06-01");
        assert_eq!(of("失信被执行人20990601.csv"), "2023-06-16", "no day to come");
    }

    #[test]
    fn people_and_codes_of_courts_are_told_apart() {
        let part = one(
            "失信被执行人.xls",
            "",
            &[
                &[
                    "被执行人姓名/名称",
                    "性别",
                    "身份证号码/组织机构代码",
                    "法定代表人或者负责人姓名",
                    "执行法院",
                    "发布时间",
                ],
                &["奈曼旗牧歌餐饮管理公司", "", "55277599-7", "张三", "奈曼旗人民法院", "2022-11-03"],
            ],
        );
        let listed = &part.entries[0];
        assert_eq!((listed.name.as_str(), listed.code.as_str()), ("奈曼旗牧歌餐饮管理公司", "55277599-7"));
        assert_eq!((listed.authority.as_str(), listed.since.as_str()), ("奈曼旗人民法院", "2022-11-03"));
    }

    #[test]
    fn sheets_are_lists_and_a_file_without_header_has_names() {
        let a = rows(&[&["企业名称"], &["奈曼旗甲有限公司"]]);
        let b = rows(&[&["单位名称"], &["奈曼旗乙有限公司"]]);
        let parts =
            read("名单.xlsx", [("经营异常名录", a.as_slice()), ("海关失信企业", b.as_slice())], today());
        let lists: Vec<Vec<usize>> = parts.unwrap().into_iter().map(|part| part.lists).collect();
        assert_eq!(lists, [vec![0], vec![6]]);
        let plain = one("农资.txt", "", &[&["奈曼旗丙农资店"], &["91150525MA7D9TJY9J"]]);
        assert_eq!((plain.lists, plain.entries.len()), (vec![5], 2));
        assert_eq!(plain.entries[1].code, "91150525MA7D9TJY9J");
        let none = rows(&[&["a", "b"], &["1", "2"]]);
        assert_eq!(read("x.csv", [("", none.as_slice())], today()), Err(Unread::NoSubjects));
    }
}
