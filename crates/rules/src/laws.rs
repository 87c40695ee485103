//! The legal bases that rules cite: document, number, article, date in force, a short paraphrase, and how sure
//! the reading is.

mod table;

use precheck_schema::Text;
use precheck_schema::date::{Date, from_iso, iso};

/// How sure the reading of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Read in two independent sources.
    Sure,
    /// Read in one source.
    Likely,
    /// The text could not be read: shown as 待核.
    Unverified,
}

/// An article that a rule cites.
#[derive(Debug)]
pub struct Law {
    /// Stable name.
    pub id: &'static str,
    /// Name of the document.
    pub document: &'static str,
    /// Its number; empty where it has none.
    pub number: &'static str,
    /// The place in it.
    pub article: &'static str,
    /// First day in force, `yyyy-MM-dd`, `yyyy-MM` or `yyyy`; empty where unknown.
    pub valid_from: &'static str,
    /// Last day in force; empty while it holds.
    pub valid_to: &'static str,
    /// What it says, in our own words.
    pub paraphrase: Text,
    /// How sure the reading is.
    pub certainty: Certainty,
}

/// Every article that rules cite.
pub fn all() -> &'static [Law] {
    &table::LAWS
}

/// The article with this stable name.
pub fn find(id: &str) -> Option<&'static Law> {
    all().iter().find(|law| law.id == id)
}

/// The articles of a rule that held on a day. What had ended by then is left out, and so is what only followed an
/// article of the same rule that held then. Without a day, and where nothing of it held, all of them.
pub fn in_force_on(ids: &[&str], day: Option<Date>) -> Vec<&'static Law> {
    let laws: Vec<&Law> = ids.iter().filter_map(|id| find(id)).collect();
    let Some(day) = day else { return laws };
    let came_later = |law: &Law| !law.in_force(day) && laws.iter().any(|before| law.follows(before));
    let held: Vec<&Law> =
        laws.iter().copied().filter(|law| !law.has_ended(day) && !came_later(law)).collect();
    if held.is_empty() { laws } else { held }
}

impl Law {
    fn has_ended(&self, day: Date) -> bool {
        !self.valid_to.is_empty() && self.valid_to < iso(day).as_str()
    }

    /// Whether it came into force on the day after another one ended.
    fn follows(&self, before: &Law) -> bool {
        let next = from_iso(before.valid_to).and_then(|day| day.succ_opt());
        next.is_some_and(|next| iso(next) == self.valid_from)
    }

    /// How a message cites it: document and place, marked 待核 where the text could not be read. Standards go by
    /// their number, the plan by its short name.
    pub fn citation(&self) -> String {
        let standard = self.number.starts_with("GB") || self.number.starts_with("GS");
        let document = if standard { self.number } else { self.document };
        let document = document.strip_prefix("涉企信息归集与共享工作").unwrap_or(document);
        let mark = if self.certainty == Certainty::Unverified { "（待核）" } else { "" };
        let space = if self.article.is_empty() { "" } else { " " };
        format!("{document}{space}{}{mark}", self.article)
    }

    /// Whether it was in force on a day; dates known by year or month only count from their first day.
    pub fn in_force(&self, day: Date) -> bool {
        let day = iso(day);
        (self.valid_from.is_empty() || self.valid_from <= day.as_str())
            && (self.valid_to.is_empty() || day.as_str() <= self.valid_to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    fn on(ids: &[&str], day: &str) -> Vec<&'static str> {
        let day = from_iso(day);
        in_force_on(ids, day).iter().map(|law| law.id).collect()
    }

    #[test]
    fn the_day_decides_between_versions() {
        let publicity = ["plan-3-2-2", "xy-527", "xy-58", "xy-36"];
        assert_eq!(on(&publicity, "2023-04-30"), ["plan-3-2-2", "xy-527"]);
        assert_eq!(on(&publicity, "2023-05-01"), ["plan-3-2-2", "xy-58"]);
        assert_eq!(on(&publicity, "2026-03-31"), ["plan-3-2-2", "xy-58"]);
        assert_eq!(on(&publicity, "2026-04-01"), ["plan-3-2-2", "xy-36"]);
        let fire = ["xf-2019", "xf-58-1"];
        assert_eq!(on(&fire, "2021-04-28"), ["xf-2019"]);
        assert_eq!(on(&fire, "2021-04-29"), ["xf-58-1"]);
        let simplified = ["xzcf-51", "xzcf-54", "xzcf-old-33"];
        assert_eq!(on(&simplified, "2021-07-14"), ["xzcf-old-33"]);
        assert_eq!(on(&simplified, "2021-07-15"), ["xzcf-51", "xzcf-54"]);
    }

    #[test]
    fn without_a_version_for_the_day_all_are_named() {
        assert_eq!(on(&["xy-58", "xy-36"], "no day"), ["xy-58", "xy-36"]);
        assert_eq!(on(&["xy-58"], "2026-05-01"), ["xy-58"]);
        // The plan orders the gathering of older records too: nothing that it follows is named beside it.
        assert_eq!(on(&["plan-3-2-2", "zz-2024"], "2022-01-05"), ["plan-3-2-2", "zz-2024"]);
    }

    #[test]
    fn the_table_holds_what_rules_cite_and_no_more() {
        let cited: Vec<&str> = catalogue().rules().flat_map(|(_, rule)| rule.basis).copied().collect();
        for (position, law) in all().iter().enumerate() {
            assert!(cited.contains(&law.id), "no rule cites {}", law.id);
            assert!(all()[..position].iter().all(|other| other.id != law.id), "{} stands twice", law.id);
        }
        for id in cited {
            assert!(find(id).is_some(), "{id} is cited and not in the table");
        }
    }

    #[test]
    fn every_article_can_be_shown() {
        for law in all() {
            let Text { zh, en } = law.paraphrase;
            assert!(!law.document.is_empty() && zh.ends_with('。') && en.ends_with('.'), "{}", law.id);
            assert!(en.len() > 20, "{}: {en}", law.id);
            // What is not sure is said by the certainty, and never stands in a name or number.
            for part in [law.document, law.number, law.article, zh] {
                assert!(
                    !part.contains("未核") && !part.contains(['(', ';']) || law.id.starts_with("plan-"),
                    "{part}"
                );
            }
            assert!(!law.number.contains("核"), "{}", law.id);
            for day in [law.valid_from, law.valid_to] {
                let form =
                    |c: (usize, char)| if matches!(c.0, 4 | 7) { c.1 == '-' } else { c.1.is_ascii_digit() };
                assert!(
                    matches!(day.len(), 0 | 4 | 7 | 10) && day.chars().enumerate().all(form),
                    "{}",
                    law.id
                );
            }
        }
    }

    #[test]
    fn citations() {
        let cite = |id| find(id).expect("a law").citation();
        assert_eq!(cite("plan-3-2-2"), "实施方案 三(二)2");
        assert_eq!(cite("gb32100"), "GB 32100-2015");
        assert_eq!(cite("xzcf-51"), "行政处罚法（2021 修订） 第五十一条");
        assert!(cite("jjr-2027").ends_with("（待核）"));
        let day = |text| Date::parse_from_str(text, "%Y-%m-%d").expect("a date");
        let trust = find("xy-58").expect("a law");
        assert!(trust.in_force(day("2023-05-01")) && trust.in_force(day("2026-03-31")));
        assert!(!trust.in_force(day("2023-04-30")) && !trust.in_force(day("2026-04-01")));
    }
}
