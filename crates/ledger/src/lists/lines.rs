//! Enterprises to check, out of what was typed or pasted.

use std::collections::{BTreeMap, BTreeSet};

use precheck_schema::fold::{fold_all, is_cjk};
use precheck_schema::uscc::check_holds;

use super::name::{code, folded};

/// An enterprise that is checked; one of both may be empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its code.
    pub code: String,
}

impl Line {
    /// Whether its code was mistyped: the check character does not hold.
    pub fn is_doubtful(&self) -> bool {
        self.code.len() == 18 && !check_holds(&self.code)
    }
}

/// What names of enterprises end with, where several cells might be one.
const ENDS: [&str; 14] =
    ["公司", "企业", "中心", "商店", "超市", "宾馆", "酒店", "饭店", "合作社", "厂", "店", "部", "行", "院"];

/// Words of header cells: a row of these is no enterprise.
const HEADS: [&str; 7] = ["名称", "姓名", "代码", "序号", "企业", "单位", "当事人"];

/// The enterprises of a text, one in each line: a name, a code, or the cells of a pasted row; no two are the same.
/// Beside them the lines that are neither, a code of which a character lacks for instance.
pub fn lines(text: &str) -> (Vec<Line>, Vec<String>) {
    let mut seen = BTreeSet::new();
    let (mut all, mut unread) = (Vec::new(), Vec::new());
    for row in text.lines() {
        let cells: Vec<&str> = row.split('\t').map(str::trim).filter(|cell| !cell.is_empty()).collect();
        match line(&cells) {
            Some(line) if seen.insert(line.clone()) => all.push(line),
            Some(_) => {}
            None if cells.iter().all(|cell| is_head(cell)) => {}
            None => unread.push(cells.join(" ")),
        }
    }
    (all, unread)
}

/// The enterprise of a row; none where no cell names one.
pub(super) fn line(cells: &[&str]) -> Option<Line> {
    // A name and a code in one cell are two.
    let parts: Vec<&str> = cells
        .iter()
        .flat_map(|cell| {
            let cell = cell.trim();
            let split = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '|');
            let apart: Vec<&str> = cell.split(split).filter(|part| !part.is_empty()).collect();
            if apart.len() > 1 && apart.iter().any(|part| !code(part).is_empty()) {
                apart
            } else {
                vec![cell]
            }
        })
        .filter(|part| !part.is_empty())
        .collect();
    let codes: Vec<String> = parts.iter().map(|part| code(part)).filter(|code| !code.is_empty()).collect();
    // The number of a person looks like a code too: one whose check character holds comes first.
    let best = codes.iter().find(|code| check_holds(code)).or_else(|| codes.first());
    // A name has letters, and few digits: of a number that is no code nobody can say what it is.
    let is_name = |part: &str| {
        part.chars().any(is_cjk)
            || cells.len() == 1
                && part.chars().any(char::is_alphabetic)
                && part.chars().filter(char::is_ascii_digit).count() < 6
    };
    let names = || parts.iter().filter(|part| is_name(part) && !is_head(part));
    let name = names()
        .find(|part| ENDS.iter().any(|end| part.trim_end_matches(['）', ')']).ends_with(end)))
        .or_else(|| names().next());
    let line = Line {
        name: name.map_or_else(String::new, |name| (*name).to_owned()),
        code: best.cloned().unwrap_or_default(),
    };
    (line != Line::default()).then_some(line)
}

fn is_head(cell: &str) -> bool {
    let cell = fold_all(cell);
    cell.chars().count() <= 10 && HEADS.iter().any(|head| cell.ends_with(head)) && {
        // 奈曼旗某某企业 is a name, 当事人 is none.
        ["名称", "姓名", "代码", "序号"].iter().any(|head| cell.ends_with(head)) || HEADS.contains(&&*cell)
    }
}

/// Adds names to codes and codes to names, as far as records that are known here tell exactly one.
pub fn complete<'k>(lines: &mut [Line], known: impl IntoIterator<Item = (&'k str, &'k str)>) {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    let mut codes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, number) in known {
        let number = code(number);
        if !name.is_empty() && !number.is_empty() {
            names.insert(number.clone(), name);
            codes.entry(folded(name)).or_default().insert(number);
        }
    }
    for line in lines {
        if line.name.is_empty() {
            names.get(&line.code).copied().unwrap_or_default().clone_into(&mut line.name);
        } else if line.code.is_empty()
            && let Some(found) = codes.get(&folded(&line.name))
            && found.len() == 1
        {
            line.code = found.first().cloned().unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, code: &str) -> Line {
        Line { name: name.to_owned(), code: code.to_owned() }
    }

    #[test]
    fn names_codes_and_pasted_rows_are_lines() {
        let text = "企业名称\t统一社会信用代码\n奈曼旗甲商贸有限公司\n\n91150525ma0mjb1t41\r\n\
            1\t奈曼旗乙宾馆\t91150525MA0QPL2C5T\t张三\n奈曼旗丙店 91150525MA0PF7NX7M\n奈曼旗甲商贸有限公司\n9115052…\n";
        let (found, unread) = lines(text);
        assert_eq!(unread, ["9115052…"]);
        assert_eq!(
            found,
            [
                of("奈曼旗甲商贸有限公司", ""),
                of("", "91150525MA0MJB1T41"),
                of("奈曼旗乙宾馆", "91150525MA0QPL2C5T"),
                of("奈曼旗丙店", "91150525MA0PF7NX7M"),
            ]
        );
    }

    #[test]
    fn the_number_of_a_person_is_not_taken_for_that_of_the_enterprise() {
        let real = "91350100M000100Y43";
        assert!(check_holds(real));
        let row = format!("张三\t152326198001011234\t奈曼旗乙公司\t{real}");
        assert_eq!(lines(&row).0, [of("奈曼旗乙公司", real)]);
    }

    #[test]
    fn a_mistyped_code_is_doubtful() {
        assert!(of("", "91350100M000100Y44").is_doubtful());
        assert!(!of("", "91350100M000100Y43").is_doubtful());
        assert!(!of("甲", "").is_doubtful());
    }

    #[test]
    fn what_is_known_completes_lines_only_where_it_is_sure() {
        let mut all = [of("", "91150525MA0MJB1T41"), of("甲公司", ""), of("乙公司", "")];
        complete(
            &mut all,
            [
                ("义隆永", "91150525MA0MJB1T41"),
                ("甲公司", "91150525MA0QPL2C5T"),
                ("乙公司", "91150525MA0PF7NX7M"),
                ("乙公司", "91150525MA13Y2BQ5E"),
            ],
        );
        assert_eq!(all[0].name, "义隆永");
        assert_eq!(all[1].code, "91150525MA0QPL2C5T");
        assert_eq!(all[2].code, "");
    }
}
