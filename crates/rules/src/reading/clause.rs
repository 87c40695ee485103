//! What the words of its clause say of a sum in a penalty text.

use super::amounts::Part;
use super::money::{Extent, Placed};
use crate::visible::{Visible, string};

/// The words around a sum.
pub(super) struct Around {
    /// From the sum before, or the start, to this one.
    since: String,
    /// The part of `since` that belongs to the sum's own clause.
    clause: String,
    /// From the sum to the end of its clause.
    behind: String,
    limit: bool,
}

const CLAUSE_ENDS: [char; 7] = [',', '，', '。', ';', '；', '!', '?'];

/// Words that say what a sum is, each with the part that it names.
const WORDS: [(&str, Part); 30] = [
    ("罚款", Part::Fine),
    ("罚金", Part::Fine),
    ("没收", Part::Confiscated),
    ("罚没", Part::Both),
    ("违法所得", Part::Other),
    ("货值", Part::Other),
    ("价值", Part::Other),
    ("注册资本", Part::Other),
    ("注册资金", Part::Other),
    ("损失", Part::Other),
    ("收入", Part::Other),
    ("造价", Part::Other),
    ("合同", Part::Other),
    ("保证金", Part::Other),
    ("成本", Part::Other),
    ("收取", Part::Other),
    ("收费", Part::Other),
    ("费用", Part::Other),
    ("营业额", Part::Other),
    ("销售额", Part::Other),
    ("工程款", Part::Other),
    ("投资", Part::Other),
    ("每日", Part::Other),
    ("每天", Part::Other),
    ("按日", Part::Other),
    ("每人", Part::Other),
    ("每平方米", Part::Other),
    ("滞纳金", Part::Other),
    ("原处", Part::Other),
    ("原罚", Part::Other),
];

impl Around {
    pub(super) fn new(text: &[Visible], behind: usize, first: &Placed, after: usize, next: usize) -> Self {
        let since = string(&text[behind..first.first]);
        let clause = since.rfind(CLAUSE_ENDS).map_or(&since[..], |at| {
            let end = at + since[at..].chars().next().map_or(0, char::len_utf8);
            &since[end..]
        });
        let clause = clause.to_owned();
        let following = string(&text[after..next.max(after)]);
        let end = following.find(CLAUSE_ENDS).unwrap_or(following.len());
        let limit = first.money.extent == Extent::Limit;
        Self { since, clause, behind: following[..end].to_owned(), limit }
    }

    /// Whether the sum takes the place of the one before: 变更为, 减至.
    pub(super) fn replaces(&self) -> bool {
        const WORDS: [&str; 9] =
            ["变更为", "改为", "更正为", "调整为", "减为", "减至", "降为", "降至", "减轻为"];
        let clause = self.clause.trim_end_matches("人民币").trim_end_matches("罚款");
        WORDS.iter().any(|word| clause.ends_with(word))
    }

    pub(super) fn is_total(&self) -> bool {
        const WORDS: [&str; 8] = ["合并", "合计", "共计", "总计", "累计", "总共", "共处", "共罚"];
        WORDS.iter().any(|word| self.since.contains(word))
    }

    pub(super) fn is_of_person(&self) -> bool {
        const WORDS: [&str; 6] = ["责任人", "主管人员", "负责人", "法定代表人", "对个人", "从业人员"];
        WORDS.iter().any(|word| self.since.contains(word))
    }

    /// What the sum is, given what the sum before it is.
    pub(super) fn part(&self, last: Option<Part>) -> Part {
        if self.limit || self.clause.contains("加处") || self.clause.contains('拟') {
            return Part::Other;
        }
        if self.clause.contains('缴') || self.clause.contains("交纳") || self.clause.contains("交至") {
            return Part::Payment;
        }
        // What the law would allow is not what was decided.
        if ["应处", "应当处", "可处", "可以处", "应罚", "可以并处"].iter().any(|w| self.clause.contains(w))
        {
            return Part::Unclear;
        }
        let named = part_named(&self.clause);
        if named == Some(Part::Fine) && self.clause.contains("没收") && self.is_total() {
            return Part::Both;
        }
        match named {
            Some(Part::Other) | None => {}
            Some(part) => return part,
        }
        // 处5000元罚款, 违法所得3000元予以没收.
        let behind = self.behind.trim_start_matches(['的', ')']);
        if named != Some(Part::Unclear) && (behind.starts_with("罚款") || behind.starts_with("行政罚款"))
        {
            return Part::Fine;
        }
        if behind.contains("没收") && !behind.contains("罚款") {
            return Part::Confiscated;
        }
        if let Some(part) = named {
            return part;
        }
        let bare = without_fillers(&self.clause);
        if ["处", "处以", "并处", "并处以", "罚", "处罚", "另处"].iter().any(|word| bare.ends_with(word))
        {
            return Part::Fine;
        }
        // 罚款，人民币5000元; 罚款3000元、5000元.
        if bare.is_empty() {
            let earlier = part_named(&self.since);
            if earlier.is_some() {
                return earlier.unwrap_or(Part::Unclear);
            }
            let joined = self.since.chars().all(|c| matches!(c, '、' | '和' | '及' | '与' | ',' | ';'));
            return last.filter(|_| joined).unwrap_or(Part::Unclear);
        }
        Part::Unclear
    }
}

/// The part that the last telling word of some words names; 没收 outweighs the 违法所得 behind it.
fn part_named(words: &str) -> Option<Part> {
    let last = |filter: fn(Part) -> bool| {
        WORDS
            .iter()
            .filter(|w| filter(w.1))
            .filter_map(|w| Some((words.rfind(w.0)?, w.1)))
            .max_by_key(|w| w.0)
    };
    let telling = last(|part| !matches!(part, Part::Other));
    let other = last(|part| part == Part::Other);
    match (telling, other) {
        (Some((_, Part::Confiscated)), Some((_, _))) => Some(Part::Confiscated),
        (Some(telling), Some(other)) => Some(if other.0 > telling.0 { other.1 } else { telling.1 }),
        (Some((_, part)), None) | (None, Some((_, part))) => Some(part),
        (None, None) => None,
    }
}

/// Words without what may stand before any sum.
fn without_fillers(words: &str) -> String {
    const FILLERS: [&str; 8] = ["人民币", "大写", "小写", "金额", "数额", "共计", "合计", "计"];
    let mut rest = words.to_owned();
    for filler in FILLERS {
        rest = rest.replace(filler, "");
    }
    rest.retain(|c| !matches!(c, '(' | ')' | ':' | '：' | '为' | '、' | '和' | '及' | '与'));
    rest
}

#[cfg(test)]
mod tests {
    use super::{Part, part_named};

    #[test]
    fn the_last_telling_word_names_the_part() {
        for (words, part) in [
            ("罚款", Some(Part::Fine)),
            ("货值金额二倍的罚款", Some(Part::Fine)),
            ("罚款后收取", Some(Part::Other)),
            ("没收违法所得", Some(Part::Confiscated)),
            ("货值", Some(Part::Other)),
            ("责令改正", None),
        ] {
            assert_eq!(part_named(words), part, "{words}");
        }
    }
}
