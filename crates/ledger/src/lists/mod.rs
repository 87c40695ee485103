//! Lists of dishonest subjects: read from files, kept on this computer, and compared with enterprises.
//!
//! A code that is equal is a hit. A name that is equal or nearly so is a question that a person answers, and the
//! answer is kept. Nothing here refuses anybody: what a hit means is decided by whoever grants the licence.

mod check;
mod lines;
mod name;
mod read;

use serde::{Deserialize, Serialize};

pub use check::{Check, Found, How, Outcome, Standing, check};
pub use lines::{Line, complete, lines};
pub use precheck_schema::dishonest_lists::{DishonestList, LISTS, State};
pub use read::{Part, Unread, read};

use crate::facts::content_id;

/// After so many days a list is said to be old: five months.
pub const OLD_DAYS: i64 = 150;

/// A subject that is on a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// 统一社会信用代码 or 组织机构代码; empty where the list has none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Since when.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub since: String,
    /// Who put it there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub authority: String,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A list that was loaded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Loaded {
    /// Places in [`LISTS`], ascending: a list of today may stand for several of the plan.
    pub lists: Vec<usize>,
    /// The day of its data, `yyyy-MM-dd`.
    pub day: String,
    /// The file.
    pub file: String,
    /// Who is on it.
    pub entries: Vec<Listed>,
}

impl Loaded {
    /// The key under which it is kept: the list of the plan, which tells nothing about a person.
    pub fn key(&self) -> String {
        let first = self.lists.first().map_or(0, |first| first + 1);
        format!("list-{}{first}", if first < 10 { "0" } else { "" })
    }

    /// Its name: that of the plan, or today's where it stands for several of them.
    pub fn title(&self) -> &'static str {
        let lists: Vec<&DishonestList> = self.lists.iter().filter_map(|&at| LISTS.get(at)).collect();
        match lists[..] {
            [] => "",
            [one] => one.former,
            [first, ..] => first.present,
        }
    }
}

/// What a person said about a name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Judgement {
    /// What it is about: see [`Found::question`].
    pub question: String,
    /// Whether it is the same enterprise.
    pub same: bool,
    /// Who said so.
    pub by: String,
    /// When, `yyyy-MM-dd HH:mm`.
    pub at: String,
}

impl Judgement {
    /// The key under which it is kept.
    pub fn key(&self) -> String {
        format!("judged-{}", self.question)
    }
}

/// Id of the question whether an enterprise is the one on a list. It stays when the list is loaded anew.
fn question(lists: &[usize], line: &Line, listed: &Listed) -> String {
    let list = lists.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    content_id([
        ("list", list.as_str()),
        ("code", &line.code),
        ("name", &name::folded(&line.name)),
        ("listed", &name::folded(&listed.name)),
        ("listed code", &listed.code),
        ("since", &listed.since),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_nothing_and_titles_are_those_of_the_plan() {
        let of = |lists: &[usize]| Loaded { lists: lists.to_vec(), ..Loaded::default() };
        assert_eq!((of(&[0]).key(), of(&[0]).title()), ("list-01".to_owned(), "经营异常名录"));
        assert_eq!((of(&[12]).key(), of(&[12]).title()), ("list-13".to_owned(), "统计领域严重失信企业"));
        assert_eq!(of(&[6, 7]).title(), "海关严重失信主体名单");
        let judgement = Judgement { question: "ab".to_owned(), ..Judgement::default() };
        assert_eq!(judgement.key(), "judged-ab");
    }

    #[test]
    fn what_is_kept_reads_back() {
        let listed = Listed { name: "甲".to_owned(), ..Listed::default() };
        let list = Loaded {
            lists: vec![3],
            day: "2023-06-14".to_owned(),
            file: "失信.csv".to_owned(),
            entries: vec![listed],
        };
        let text = serde_json::to_string(&list).unwrap();
        assert!(text.contains(r#""entries":[{"name":"甲"}]"#), "{text}");
        assert_eq!(serde_json::from_str::<Loaded>(&text).unwrap(), list);
    }
}
