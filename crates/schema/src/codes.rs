//! Code lists: the words a coded field may hold, their codes, and the aliases that are accepted.

use crate::fold::fold_all;

/// Which code list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeListId {
    /// State of a licence document.
    LicenseStatus,
    /// Way a licence ends.
    TerminationType,
    /// Kinds of penalty.
    PenaltyType,
    /// Procedure of a penalty.
    Procedure,
    /// Yes or no.
    YesNo,
    /// Results of a spot check.
    InspectionResult,
}

/// An entry of a code list.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Code of the platform; empty where the platform has none.
    pub code: &'static str,
    /// The word itself, as exports write it.
    pub label: &'static str,
    /// Other words and codes that mean the same.
    pub aliases: &'static [&'static str],
}

/// A code list.
#[derive(Debug)]
pub struct CodeList {
    /// Stable name.
    pub key: &'static str,
    /// Its entries, in the order in which they are offered.
    pub codes: &'static [Code],
}

impl CodeListId {
    /// Every list.
    pub const ALL: [Self; 6] = [
        Self::LicenseStatus,
        Self::TerminationType,
        Self::PenaltyType,
        Self::Procedure,
        Self::YesNo,
        Self::InspectionResult,
    ];

    /// The list itself.
    pub fn list(self) -> &'static CodeList {
        match self {
            Self::LicenseStatus => &LICENSE_STATUS,
            Self::TerminationType => &TERMINATION_TYPE,
            Self::PenaltyType => &PENALTY_TYPE,
            Self::Procedure => &PROCEDURE,
            Self::YesNo => &YES_NO,
            Self::InspectionResult => &INSPECTION_RESULT,
        }
    }
}

impl CodeList {
    /// The entry that a value names by label, alias or code; width, case and white space are folded.
    pub fn find(&self, value: &str) -> Option<&'static Code> {
        let folded = fold_all(value);
        if folded.is_empty() {
            return None;
        }
        let codes: &'static [Code] = self.codes;
        codes.iter().find(|c| fold_all(c.label) == folded).or_else(|| {
            codes
                .iter()
                .find(|c| fold_all(c.code) == folded || c.aliases.iter().any(|a| fold_all(a) == folded))
        })
    }

    /// The entry whose label or an alias of which is the fewest edits away from a value, if that is no
    /// more than half of the longer text and no other entry is as near.
    pub fn nearest(&self, value: &str) -> Option<&'static Code> {
        let value: Vec<char> = fold_all(value).chars().collect();
        let mut best: Option<(usize, &'static Code)> = None;
        let mut tied = false;
        let codes: &'static [Code] = self.codes;
        for code in codes {
            let words = std::iter::once(&code.label).chain(code.aliases);
            let edits = words.filter_map(|word| {
                let word: Vec<char> = fold_all(word).chars().collect();
                let edits = edits(&value, &word);
                (edits * 2 <= value.len().max(word.len())).then_some(edits)
            });
            let Some(edits) = edits.min() else { continue };
            match best {
                Some((least, _)) if edits > least => {}
                Some((least, _)) if edits == least => tied = true,
                _ => {
                    best = Some((edits, code));
                    tied = false;
                }
            }
        }
        best.filter(|_| !tied).map(|(_, code)| code)
    }

    /// The values that a cell of a list field holds: split at , ， 、 ; ； and white space, the longest entry
    /// or alias first, so that 没收违法所得、没收非法财物 is one value. Empty parts are left out.
    pub fn split<'a>(&self, cell: &'a str) -> Vec<&'a str> {
        let mut values = Vec::new();
        let mut rest = cell;
        loop {
            rest = rest.trim_start_matches(is_separator);
            if rest.is_empty() {
                return values;
            }
            let ends = ends(rest);
            let longest = ends.iter().rev().copied().find(|&end| self.find(&rest[..end]).is_some());
            let end = longest.or(ends.first().copied()).unwrap_or(rest.len());
            values.push(&rest[..end]);
            rest = &rest[end..];
        }
    }
}

/// No label or alias has more characters than this, so no longer stretch of a cell is looked up: a cell of a
/// thousand commas is split as quickly as one of words.
const LONGEST: usize = 24;

/// Where a value at the start of a text may end: before each separator that follows something else, and at the end.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut visible = 0;
    let mut after_value = false;
    for (at, c) in text.char_indices() {
        if is_separator(c) && after_value {
            ends.push(at);
        }
        after_value = !is_separator(c);
        visible += usize::from(!c.is_whitespace());
        if visible > LONGEST && !ends.is_empty() {
            return ends;
        }
    }
    if after_value {
        ends.push(text.len());
    }
    ends
}

/// How many characters must be put in, taken out or replaced to turn one text into the other. Texts beyond 64
/// characters are no code and are called far from everything.
fn edits(a: &[char], b: &[char]) -> usize {
    if a.len() > 64 || b.len() > 64 {
        return usize::MAX / 2;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// What may stand between the values of a list field.
pub const fn is_separator(c: char) -> bool {
    matches!(c, ',' | '，' | '、' | ';' | '；') || c.is_whitespace()
}

const fn code(code: &'static str, label: &'static str, aliases: &'static [&'static str]) -> Code {
    Code { code, label, aliases }
}

static LICENSE_STATUS: CodeList = CodeList {
    key: "license_status",
    codes: &[
        code("1", "有效", &["正常", "在用"]),
        code("0", "无效", &["失效", "2"]),
        code("4", "被吊销", &["吊销"]),
        code("5", "注销", &["已注销"]),
        code("3", "其他无效", &["撤销", "已撤销"]),
    ],
};

static TERMINATION_TYPE: CodeList = CodeList {
    key: "termination_type",
    codes: &[code("2", "注销", &[]), code("3", "吊销", &["被吊销"]), code("4", "撤销", &["撤销(失效)"])],
};

static PENALTY_TYPE: CodeList = CodeList {
    key: "penalty_type",
    codes: &[
        code("1", "警告", &[]),
        code("2", "罚款", &[]),
        code("3", "没收违法所得和非法财物", &["没收违法所得", "没收非法财物", "没收违法所得、没收非法财物"]),
        code("4", "责令停产停业", &["停产停业", "责令停止使用"]),
        code("5", "暂扣许可证", &["暂停许可证", "暂扣许可证件"]),
        code("6", "暂扣执照(登记证)", &["暂扣执照", "暂扣登记证"]),
        code("7", "吊销许可证", &["吊销许可证件"]),
        code("8", "吊销执照(登记证)", &["吊销执照", "吊销登记证"]),
        code(
            "9",
            "法律、法规规定的其他行政处罚方式",
            &["其他", "通报批评", "降低资质等级", "限制开展生产经营活动", "责令关闭", "限制从业"],
        ),
    ],
};

static PROCEDURE: CodeList = CodeList {
    key: "procedure",
    codes: &[
        code("", "普通程序", &["一般程序", "快速办理"]),
        code("", "简易程序", &["当场处罚", "当场"]),
        code("", "听证程序", &["普通程序(听证)"]),
    ],
};

static YES_NO: CodeList =
    CodeList { key: "yes_no", codes: &[code("1", "是", &["Y", "true"]), code("0", "否", &["N", "false"])] };

static INSPECTION_RESULT: CodeList = CodeList {
    key: "inspection_result",
    codes: &[
        code("1", "未发现问题", &["无问题", "未发现异常"]),
        code("E", "发现问题已责令改正", &["发现问题经责令已改正", "发现问题已改正", "责令改正"]),
        code("A", "发现问题待后续处理", &[]),
        code("B", "未按规定公示应当公示的信息", &[]),
        code("C", "公示信息隐瞒真实情况、弄虚作假", &["公示信息隐瞒真实情况弄虚作假"]),
        code("6", "通过登记的住所(经营场所)无法联系", &["无法联系"]),
        code("8", "不配合检查情节严重", &["不配合检查"]),
        code("F", "未发现开展本次抽查涉及的经营活动", &["未开展本次抽查涉及的经营活动"]),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_entry_is_near() {
        let nearest = |value: &str| CodeListId::PenaltyType.list().nearest(value).map(|code| code.label);
        assert_eq!(nearest("暂扣许可证书"), Some("暂扣许可证"));
        assert_eq!(nearest("警甲乙丙"), None, "one character of four is as written");
        assert_eq!(nearest(&"罚款".repeat(40)), None);
    }

    #[test]
    fn the_longest_entry_is_one_value_of_several() {
        for id in CodeListId::ALL {
            for code in id.list().codes {
                for word in std::iter::once(&code.label).chain(code.aliases) {
                    assert!(word.chars().filter(|c| !c.is_whitespace()).count() <= LONGEST, "{word}");
                    let cell = format!("{word},甲");
                    let expected: Vec<&str> = [word, "甲"].into();
                    assert_eq!(id.list().split(&cell), expected, "{word}");
                }
            }
        }
    }

    #[test]
    fn labels_aliases_and_codes_find_their_entry_once() {
        for id in CodeListId::ALL {
            let list = id.list();
            for code in list.codes {
                assert_eq!(list.find(code.label), Some(code));
                if !code.code.is_empty() {
                    assert_eq!(list.find(code.code), Some(code), "{}", code.code);
                }
                for alias in code.aliases {
                    assert_eq!(list.find(alias), Some(code), "{alias}");
                }
                let words = code.aliases.iter().chain([&code.label]);
                assert!(words.into_iter().all(|word| word.chars().count() <= LONGEST), "{}", code.label);
            }
        }
    }

    #[test]
    fn width_case_and_space_are_folded() {
        let list = CodeListId::InspectionResult.list();
        assert_eq!(list.find("通过登记的住所（经营场所）无法联系").unwrap().code, "6");
        assert_eq!(CodeListId::YesNo.list().find("ＴＲＵＥ").unwrap().label, "是");
        assert!(list.find("没问题").is_none());
    }

    #[test]
    fn a_value_ends_within_the_longest_entry() {
        let within = format!("甲甲甲,{}", "乙".repeat(LONGEST - 4));
        assert_eq!(ends(&within), ["甲甲甲".len(), within.len()]);
        let beyond = format!("{},乙,丙", "甲".repeat(LONGEST + 1));
        assert_eq!(ends(&beyond), ["甲".len() * (LONGEST + 1)], "what follows is no part of an entry");
    }

    #[test]
    fn long_texts_are_far_from_everything() {
        let text = |length: usize| vec!['甲'; length];
        assert_eq!((edits(&text(64), &[]), edits(&[], &text(64)), edits(&text(64), &text(60))), (64, 64, 4));
        assert!(edits(&text(65), &text(64)) > 65 && edits(&text(64), &text(65)) > 65);
    }

    #[test]
    fn nearest_entries() {
        for (list, value, expected) in [
            (CodeListId::LicenseStatus, "有郊", Some("有效")),
            (CodeListId::TerminationType, "注消", Some("注销")),
            (CodeListId::InspectionResult, "没发现问题", Some("未发现问题")),
            (CodeListId::InspectionResult, "发现问题已责令改正完毕", Some("发现问题已责令改正")),
            (CodeListId::PenaltyType, "罚金", Some("罚款")),
            (CodeListId::LicenseStatus, "在办", Some("有效")),
            (CodeListId::LicenseStatus, "已吊", None),
            (CodeListId::TerminationType, "歇业", None),
            (CodeListId::TerminationType, "歇销", None),
            (CodeListId::PenaltyType, "吊销执照(登记)", Some("吊销执照(登记证)")),
            (CodeListId::PenaltyType, "", None),
        ] {
            assert_eq!(list.list().nearest(value).map(|c| c.label), expected, "{value}");
        }
        assert!(CodeListId::PenaltyType.list().nearest(&"罚".repeat(10_000)).is_none());
    }

    #[test]
    fn an_entry_with_a_separator_inside_stays_whole() {
        let list = CodeListId::PenaltyType.list();
        assert_eq!(
            list.split("警告、没收违法所得、没收非法财物；罚款;"),
            ["警告", "没收违法所得、没收非法财物", "罚款"]
        );
        assert_eq!(list.split("警告，别的"), ["警告", "别的"]);
        assert!(list.split(" ； ").is_empty());
        assert_eq!(
            list.split("罚 款  警告 ； 没收违法所得 、 没收非法财物"),
            ["罚 款", "警告", "没收违法所得 、 没收非法财物"]
        );
        assert_eq!(list.split(&"别,".repeat(20_000)).len(), 20_000);
        let results = CodeListId::InspectionResult.list();
        assert_eq!(results.split("公示信息隐瞒真实情况、弄虚作假"), ["公示信息隐瞒真实情况、弄虚作假"]);
    }
}
