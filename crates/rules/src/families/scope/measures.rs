//! The measures that a penalty text names, by their words.

use crate::visible::fold_words;

/// Words of penalties, 行政处罚法 第九条, and of the forms in which the fire law has them.
const PENALTIES: [&str; 26] = [
    "警告",
    "通报批评",
    "罚款",
    "罚金",
    "没收",
    "暂扣",
    "吊销",
    "降低资质",
    "降低等级",
    "限制开展",
    "停产",
    "停业",
    "停止使用",
    "停止施工",
    "停止执业",
    "停止生产",
    "停止经营",
    "停止营业",
    "责令关闭",
    "限制从业",
    "禁止从业",
    "拘留",
    "撤销",
    "取消资格",
    "暂停",
    "注销",
];

/// Measures that accompany or enforce a penalty and are none.
const OTHERS: [&str; 10] = [
    "责令改正",
    "责令限期改正",
    "责令立即改正",
    "责令当场改正",
    "责令整改",
    "责令限期整改",
    "限期改正",
    "限期整改",
    "临时查封",
    "强制执行",
];

/// The two that are minor by themselves, 信用修复管理办法.
const MINOR: [&str; 2] = ["警告", "通报批评"];

fn names(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The measure that is no penalty where a text names such and no penalty.
pub(super) fn only_other_measure(text: &str) -> Option<&'static str> {
    // Nearly every record: no need to look closer.
    if text.contains("罚款") {
        return None;
    }
    let text = fold_words(text);
    let found = OTHERS.iter().copied().filter_map(|word| Some((text.find(word)?, word)));
    let (_, other) = found.min_by_key(|(at, word)| (*at, std::cmp::Reverse(word.len())))?;
    // 的行政处罚 names no measure; 不予处罚 is a decision of its own.
    let fined = text.replace("处罚", "").contains('罚') || names(&text, &["不予", "免予", "免于"]);
    (!names(&text, &PENALTIES) && !fined).then_some(other)
}

/// Whether a text imposes 警告 or 通报批评 and nothing else.
pub(super) fn only_minor_penalty(text: &str) -> Option<&'static str> {
    let text = fold_words(text);
    let minor = MINOR.iter().copied().find(|word| text.contains(word))?;
    let others = PENALTIES.iter().filter(|word| !MINOR.contains(word));
    (others.copied().all(|word| !text.contains(word)) && !text.contains('元')).then_some(minor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures() {
        for (text, other, minor) in [
            ("责令限期改正", Some("责令限期改正"), None),
            ("责令改正，临时查封", Some("责令改正"), None),
            ("责令改正，并处罚款5000元", None, None),
            ("责令停产停业", None, None),
            ("警告", None, Some("警告")),
            ("给予警 告，责令改正", None, Some("警告")),
            ("通报批评", None, Some("通报批评")),
            ("警告并处罚款2000元", None, None),
            ("警告，并处罚款", None, None),
            ("警告，收取500元", None, None),
            ("责令改正，免予处罚", None, None),
            ("给予责令限期改正的行政处罚", Some("责令限期改正"), None),
            ("责令改正，处罚款五千元", None, None),
            ("责令改正，罚五百", None, None),
            ("责令改正，警；告", None, Some("警告")),
            ("", None, None),
        ] {
            assert_eq!((only_other_measure(text), only_minor_penalty(text)), (other, minor), "{text}");
        }
    }
}
