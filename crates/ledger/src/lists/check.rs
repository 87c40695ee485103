//! Enterprises compared with the lists that are loaded.

use std::collections::BTreeMap;

use precheck_schema::date::{Date, from_iso};

use super::name::{code, folded, organisation, stem};
use super::{Judgement, LISTS, Line, Listed, Loaded, OLD_DAYS, question};

/// How an enterprise was found on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// The codes are equal.
    Code,
    /// Only the names are alike: whether it is the same one is for a person to say. What was said, if anything.
    Name(Option<Judgement>),
}

/// An enterprise found on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Name of the list.
    pub list: &'static str,
    /// Whether it is 经营异常名录 alone: no list of dishonest subjects, but a sign.
    pub mild: bool,
    /// The day of its data.
    pub day: String,
    /// Who is on it.
    pub listed: Listed,
    /// How it was found.
    pub how: How,
    /// Id under which a judgement is kept.
    pub question: String,
}

/// Where an enterprise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is on a list.
    Hit,
    /// A name is to be judged.
    Open,
    /// It is on no list that is loaded.
    Clear,
}

/// What came of an enterprise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The enterprise.
    pub line: Line,
    /// Where it was found.
    pub found: Vec<Found>,
}

impl Outcome {
    /// Where it stands.
    pub fn standing(&self) -> Standing {
        let of = |found: &Found| match &found.how {
            How::Code => Standing::Hit,
            How::Name(None) => Standing::Open,
            How::Name(Some(judged)) if judged.same => Standing::Hit,
            How::Name(Some(_)) => Standing::Clear,
        };
        self.found.iter().map(of).min().unwrap_or(Standing::Clear)
    }
}

/// What came of a check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Check {
    /// Enterprise by enterprise: hits, questions, the rest; each in the order of the lines.
    pub outcomes: Vec<Outcome>,
    /// How many lists of the plan are loaded.
    pub loaded: usize,
    /// Places of lists that are not.
    pub missing: Vec<usize>,
    /// Places of lists whose data is old.
    pub old: Vec<usize>,
}

impl Check {
    /// How many enterprises stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.standing() == standing).count()
    }
}

/// Whether data of a day is old; that of no day is.
fn is_old(day: &str, today: Date) -> bool {
    from_iso(day).is_none_or(|day| (today - day).num_days() > OLD_DAYS)
}

/// Lines by what they are looked for: codes, and stems of names.
fn index<'l>(lines: &'l [Line], of: impl Fn(&'l Line) -> String) -> BTreeMap<String, Vec<usize>> {
    let mut all: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let key = of(line);
        if !key.is_empty() {
            all.entry(key).or_default().push(at);
        }
    }
    all
}

/// Compares enterprises with lists, on a day.
pub fn check(lines: &[Line], lists: &[Loaded], judgements: &[Judgement], today: Date) -> Check {
    let mut check = Check::default();
    for at in 0..LISTS.len() {
        let newest = lists.iter().filter(|list| list.lists.contains(&at)).map(|list| &list.day).max();
        match newest {
            None => check.missing.push(at),
            Some(day) => {
                check.loaded += 1;
                if is_old(day, today) {
                    check.old.push(at);
                }
            }
        }
    }
    check.outcomes = lines.iter().map(|line| Outcome { line: line.clone(), found: Vec::new() }).collect();
    let codes = index(lines, |line| code(&line.code));
    let organisations = index(lines, |line| organisation(&code(&line.code)).to_owned());
    let stems = index(lines, |line| stem(&folded(&line.name)).to_owned());
    for list in lists {
        for listed in &list.entries {
            let number = code(&listed.code);
            // Two codes of 18 characters that differ are two enterprises, even with one 组织机构代码.
            let by_code = codes.get(&number).filter(|_| !number.is_empty()).or_else(|| {
                let within = organisation(&number);
                organisations.get(within).filter(|_| !within.is_empty())
            });
            let name = folded(&listed.name);
            let by_name = stems.get(stem(&name)).filter(|_| !name.is_empty());
            for &at in by_code.into_iter().flatten() {
                let line = &lines[at];
                let own = code(&line.code);
                if own == number || own.len() != number.len() {
                    note(&mut check.outcomes[at], list, listed, How::Code);
                }
            }
            for &at in by_name.into_iter().flatten() {
                let line = &lines[at];
                let own = code(&line.code);
                let alike = organisation(&own) == organisation(&number) && !organisation(&own).is_empty();
                let same_code = own == number && !own.is_empty() || alike && own.len() != number.len();
                // Another code tells another enterprise, unless the name is the very same.
                let other = !own.is_empty() && own.len() == number.len() && own != number;
                if same_code || other && folded(&line.name) != name {
                    continue;
                }
                let id = question(&list.lists, line, listed);
                let judged = judgements.iter().find(|judgement| judgement.question == id).cloned();
                note(&mut check.outcomes[at], list, listed, How::Name(judged));
            }
        }
    }
    check.outcomes.sort_by_key(Outcome::standing);
    check
}

fn note(outcome: &mut Outcome, list: &Loaded, listed: &Listed, how: How) {
    let found = Found {
        list: list.title(),
        mild: list.lists == [0],
        day: list.day.clone(),
        listed: listed.clone(),
        how,
        question: question(&list.lists, &outcome.line, listed),
    };
    if !outcome.found.contains(&found) {
        outcome.found.push(found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, code: &str) -> Line {
        Line { name: name.to_owned(), code: code.to_owned() }
    }

    fn listed(name: &str, code: &str) -> Listed {
        Listed { name: name.to_owned(), code: code.to_owned(), ..Listed::default() }
    }

    fn list(at: usize, day: &str, entries: &[Listed]) -> Loaded {
        Loaded { lists: vec![at], day: day.to_owned(), file: "f".to_owned(), entries: entries.to_vec() }
    }

    fn day() -> Date {
        from_iso("2023-06-16").unwrap()
    }

    const CODE: &str = "91150525MA0MJB1T41";
    const OTHER: &str = "91150525MA7DNLF505";

    #[test]
    fn an_equal_code_is_a_hit_whatever_the_name() {
        let lists = [list(9, "2023-06-10", &[listed("旧名公司", " 91150525ma0mjb1t41")])];
        let check =
            check(&[line("奈曼旗义隆永矿业有限公司", CODE), line("奈曼旗乙", OTHER)], &lists, &[], day());
        assert_eq!(check.count(Standing::Hit), 1);
        assert_eq!(check.count(Standing::Clear), 1);
        assert_eq!(check.outcomes[0].found[0].how, How::Code);
        assert_eq!(check.outcomes[0].found[0].list, "安全生产领域失信生产经营单位");
    }

    #[test]
    fn the_code_of_an_organisation_is_one_too() {
        let lists = [list(3, "2023-06-10", &[listed("丙", "55277599-7")])];
        let hit = check(&[line("奈曼旗牧歌", "911505255527759970")], &lists, &[], day());
        assert_eq!(hit.count(Standing::Hit), 1);
        let reverse = [list(3, "2023-06-10", &[listed("丙", "911505255527759970")])];
        assert_eq!(check(&[line("", "552775997")], &reverse, &[], day()).count(Standing::Hit), 1);
    }

    #[test]
    fn an_alike_name_is_a_question_and_its_answer_is_kept() {
        let lists = [list(3, "2023-06-14", &[listed("奈曼旗牧歌餐饮管理公司", "")])];
        let lines = [line("奈曼旗牧歌餐饮管理有限公司", CODE)];
        let asked = check(&lines, &lists, &[], day());
        assert_eq!(
            (asked.count(Standing::Open), asked.outcomes[0].found[0].how.clone()),
            (1, How::Name(None))
        );
        for (same, standing) in [(true, Standing::Hit), (false, Standing::Clear)] {
            let judged = Judgement {
                question: asked.outcomes[0].found[0].question.clone(),
                same,
                by: "甲".to_owned(),
                at: "2023-06-16 10:51".to_owned(),
            };
            // The list of a later day asks nothing again.
            let later = [list(3, "2023-06-15", &lists[0].entries)];
            let check = check(&lines, &later, std::slice::from_ref(&judged), day());
            assert_eq!(check.outcomes[0].standing(), standing);
            assert_eq!(check.outcomes[0].found[0].how, How::Name(Some(judged)));
        }
    }

    #[test]
    fn another_code_is_another_enterprise_unless_the_name_is_the_very_same() {
        let lists = [list(3, "2023-06-14", &[listed("奈曼旗牧歌餐饮有限公司", OTHER)])];
        let near = check(&[line("奈曼旗牧歌餐饮有限责任公司", CODE)], &lists, &[], day());
        assert_eq!(near.count(Standing::Clear), 1);
        let same = check(&[line("奈曼旗牧歌餐饮(有限)公司", CODE)], &lists, &[], day());
        assert_eq!(same.count(Standing::Open), 1, "width and brackets are no difference");
        let no_code = check(&[line("奈曼旗牧歌餐饮有限责任公司", "")], &lists, &[], day());
        assert_eq!(no_code.count(Standing::Open), 1);
    }

    #[test]
    fn an_enterprise_is_not_asked_about_where_its_code_already_tells() {
        let lists = [list(0, "2023-06-14", &[listed("奈曼旗牧歌餐饮有限公司", CODE)])];
        let check = check(&[line("奈曼旗牧歌餐饮有限公司", CODE)], &lists, &[], day());
        assert_eq!(check.outcomes[0].found.len(), 1);
        assert!(check.outcomes[0].found[0].mild);
    }

    #[test]
    fn lists_that_lack_or_are_old_are_named() {
        let mut lists: Vec<Loaded> = (0..12).map(|at| list(at, "2023-06-01", &[])).collect();
        lists[7].day = "2022-12-30".to_owned();
        let found = check(&[], &lists, &[], day());
        assert_eq!((found.loaded, found.missing, found.old), (12, vec![12], vec![7]));
        // 150 days are not old yet.
        lists[7].day = "2023-01-17".to_owned();
        assert_eq!(check(&[], &lists, &[], day()).old, Vec::<usize>::new());
        // One list of today stands for two of the plan.
        let both = Loaded { lists: vec![6, 7], day: "2023-06-01".to_owned(), ..Loaded::default() };
        assert_eq!(check(&[], &[both], &[], day()).loaded, 2);
    }

    #[test]
    fn hits_come_first_then_questions() {
        let lists = [list(3, "2023-06-14", &[listed("奈曼旗牧歌餐饮公司", ""), listed("x", CODE)])];
        let lines = [line("奈曼旗无事有限公司", OTHER), line("奈曼旗牧歌餐饮有限公司", ""), line("甲", CODE)];
        let check = check(&lines, &lists, &[], day());
        let order: Vec<Standing> = check.outcomes.iter().map(Outcome::standing).collect();
        assert_eq!(order, [Standing::Hit, Standing::Open, Standing::Clear]);
    }
}
