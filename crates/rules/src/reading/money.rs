//! Sums of money in text, each with its place: 5000元, 0.5万元, 人民币伍仟元整, ¥5,000.00.

use precheck_schema::amount::Amount;

use super::numeral::{self, Script};
use crate::visible::{Visible, inked, string};

/// How a sum is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Just this.
    Exact,
    /// About this: 约五千元, 5000余元. Also a sum that cannot be read in one way only.
    Vague,
    /// A limit: 五千元以上五万元以下, 不超过5000元.
    Limit,
}

/// A sum of money as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// The sum; none where the words cannot be read in one way only.
    pub amount: Option<Amount>,
    /// What it was written with.
    pub script: Script,
    /// How it is meant.
    pub extent: Extent,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

/// A sum with its place among the inked characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) money: Money,
    /// Position of the first character of the numeral or of its sign.
    pub(super) first: usize,
    /// Position behind it.
    pub(super) after: usize,
}

/// Every sum of money in a text.
pub fn find(text: &str) -> Vec<Money> {
    find_in(&inked(text)).into_iter().map(|placed| placed.money).collect()
}

/// Reads a whole text that is nothing but a sum of money with its unit: 5000元, 0.5万元, 伍仟元整, ¥5,000, 0.5万.
pub fn read_whole(text: &str) -> Option<Amount> {
    let text = inked(text);
    if let [one] = find_in(&text)[..] {
        let whole = one.first == 0 && one.after == text.len();
        return one.money.amount.filter(|_| whole && one.money.extent == Extent::Exact);
    }
    // 0.5万 needs no 元 where a sum is all there is.
    let numeral = numeral::read(&text, skip_currency(&text, 0))?;
    let ends_in_unit =
        text.last().is_some_and(|c| matches!(c.folded, '万' | '萬' | '千' | '仟' | '百' | '佰'));
    (numeral.end == text.len() && ends_in_unit).then_some(Amount(numeral.hundredths))
}

const CURRENCY: [&str; 6] = ["人民币", "RMB", "rmb", "CNY", "¥", "￥"];

/// The position behind the names of the currency that start at a position.
pub(super) fn skip_currency(text: &[Visible], mut at: usize) -> usize {
    while let Some(word) = CURRENCY.iter().find(|word| starts_with(text, at, word)) {
        at += word.chars().count();
    }
    at
}

/// Whether a word stands at a position.
pub(super) fn starts_with(text: &[Visible], at: usize, word: &str) -> bool {
    let mut rest = text.iter().skip(at);
    word.chars().all(|c| rest.next().is_some_and(|v| v.folded == c))
}

/// Every sum of money among inked characters.
pub(super) fn find_in(text: &[Visible]) -> Vec<Placed> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let sign = at;
        let number = skip_currency(text, at);
        if !text.get(number).is_some_and(|c| numeral::belongs(c.folded)) {
            at = number.max(at + 1);
            continue;
        }
        let (placed, next) = read_at(text, sign, number);
        found.extend(placed);
        at = next;
    }
    found
}

/// Reads the sum whose numeral starts at `number`; `sign` is where the name of its currency starts. Also returns
/// where to go on.
fn read_at(text: &[Visible], sign: usize, number: usize) -> (Option<Placed>, usize) {
    let run_end = (number..text.len())
        .find(|&at| !(numeral::belongs(text[at].folded) || matches!(text[at].folded, ',' | '.')))
        .unwrap_or(text.len());
    let Some(numeral) = numeral::read(text, number) else {
        return (unreadable(text, sign, number, run_end), run_end);
    };
    let mut hundredths = numeral.hundredths;
    let mut after = numeral.end;
    let char_at = |at: usize| text.get(at).map(|c| c.folded);
    // 5000；元: the semicolon stands for a line break.
    if char_at(after) == Some(';') && matches!(char_at(after + 1), Some('元' | '圆')) {
        after += 1;
    }
    let vague_word = matches!(char_at(after), Some('余' | '多' | '来'));
    if vague_word && matches!(char_at(after + 1), Some('元' | '圆' | '万' | '千')) {
        let end = after + 2 + usize::from(matches!(char_at(after + 2), Some('元' | '圆')));
        return (Some(place(text, sign, end, None, numeral.script, Extent::Vague)), end);
    }
    match char_at(after) {
        Some('元' | '圆') if !starts_other_word(text, after + 1) => {
            after += 1;
            let (small, end) = small_change(text, after);
            hundredths = match hundredths.checked_add(small) {
                Some(sum) => sum,
                None => return (None, end),
            };
            after = end;
            if matches!(char_at(after), Some('整' | '正')) {
                after += 1;
            }
        }
        // ¥5000.00 and 人民币伍仟整 need no 元.
        Some('整' | '正') if sign < number => after += 1,
        _ if sign < number && numeral.script == Script::Digits && !names_other_unit(char_at(after)) => {}
        // 罚款5万 at the end of a clause counts yuan.
        _ if is_bare_fine(text, sign, after) => {}
        _ => return (None, run_end.max(after)),
    }
    let cut = sign > 1 && text[sign - 1].folded == ';' && numeral::belongs(text[sign - 2].folded);
    let extent = if cut { Extent::Vague } else { extent(text, sign, after) };
    let placed = place(text, sign, after, Some(Amount(hundredths)), numeral.script, extent);
    (Some(placed), after)
}

fn place(
    text: &[Visible],
    first: usize,
    after: usize,
    amount: Option<Amount>,
    script: Script,
    extent: Extent,
) -> Placed {
    let after = after.min(text.len());
    let money = Money { amount, script, extent, start: text[first].start, end: text[after - 1].end };
    Placed { money, first, after }
}

/// A run of numeral characters that is no numeral but is followed by 元: said, so that no one counts without it.
fn unreadable(text: &[Visible], sign: usize, number: usize, run_end: usize) -> Option<Placed> {
    let end = text.get(run_end).filter(|c| matches!(c.folded, '元' | '圆')).map(|_| run_end + 1)?;
    let script = text[number..run_end].iter().find_map(|c| numeral::digit(c.folded).and_then(|d| d.1));
    let script = script.unwrap_or(Script::Digits);
    (!starts_other_word(text, end)).then(|| place(text, sign, end, None, script, Extent::Vague))
}

/// Whether 元 belongs to the next word: 一元化, 元旦.
fn starts_other_word(text: &[Visible], at: usize) -> bool {
    text.get(at)
        .is_some_and(|c| matches!(c.folded, '旦' | '宵' | '素' | '件' | '首' | '老' | '气' | '月' | '化'))
}

/// Whether the digits behind a currency sign count something else than yuan.
const fn names_other_unit(c: Option<char>) -> bool {
    matches!(c, Some('角' | '分' | '厘' | '%' | '％' | '‰'))
}

/// Whether a numeral in 万 stands between 罚款 or the like and the end of its clause.
fn is_bare_fine(text: &[Visible], first: usize, after: usize) -> bool {
    let ends = text.get(after).is_none_or(|c| matches!(c.folded, ',' | ';' | ')' | '。' | '；' | '、'));
    let before = string(&text[first.saturating_sub(3)..first]);
    let named = ["罚款", "人民币", "罚款:", "违法所得"].iter().any(|word| before.ends_with(word));
    let in_wan = matches!(text[after - 1].folded, '万' | '萬');
    ends && named && in_wan
}

/// 角 and 分 behind 元, in hundredths, and the position behind them.
fn small_change(text: &[Visible], at: usize) -> (i64, usize) {
    let char_at = |at: usize| text.get(at).map(|c| c.folded);
    let value = |at: usize| {
        let c = char_at(at)?;
        c.to_digit(10).map(i64::from).or_else(|| numeral::digit(c).map(|d| i64::from(d.0)))
    };
    let mut sum = 0;
    let mut end = at;
    let start = if char_at(at) == Some('零') { at + 1 } else { at };
    let mut next = start;
    for (name, worth) in [('角', 10), ('分', 1)] {
        if let Some(digit) = value(next)
            && char_at(next + 1) == Some(name)
        {
            sum += digit * worth;
            next += 2;
            end = next;
            if char_at(next) == Some('零') {
                next += 1;
            }
        }
    }
    (sum, end)
}

/// How the words around a sum limit it.
fn extent(text: &[Visible], first: usize, after: usize) -> Extent {
    let before = string(&text[first.saturating_sub(4)..first]);
    let behind = string(&text[after..text.len().min(after + 2)]);
    let ends = |words: &[&str]| words.iter().any(|w| before.ends_with(w));
    let starts = |words: &[&str]| words.iter().any(|w| behind.starts_with(w));
    if starts(&["以上", "以下", "以内", "以外", "至", "到"])
        || ends(&["不超过", "不低于", "不高于", "不足", "不满", "至少", "超过", "至", "到", "最高", "最低"])
            && !ends(&["改为至", "减至", "降至", "增至", "调至", "变更至"])
    {
        Extent::Limit
    } else if starts(&["左右", "上下", "余", "许", "-", "~", "—"])
        || ends(&["约", "近", "大概", "-", "~", "—", "数"])
    {
        Extent::Vague
    } else {
        Extent::Exact
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sums_in_text() {
        for (text, yuan, script, place) in [
            ("罚款5000元", 5000, Script::Digits, "5000元"),
            ("罚款５，０００．００元整", 5000, Script::Digits, "５，０００．００元整"),
            ("罚款 0.5 万元。", 5000, Script::Digits, "0.5 万元"),
            ("罚款人民币伍仟元整", 5000, Script::Capitals, "人民币伍仟元整"),
            ("处陆仟伍佰圆整罚款", 6500, Script::Capitals, "陆仟伍佰圆整"),
            ("贰拾壹万元整", 210_000, Script::Capitals, "贰拾壹万元整"),
            ("处一万五千元罚款", 15_000, Script::Small, "一万五千元"),
            ("（¥5,000.00）", 5000, Script::Digits, "¥5,000.00"),
            ("￥5000", 5000, Script::Digits, "￥5000"),
            ("人民币叁仟整", 3000, Script::Capitals, "人民币叁仟整"),
            ("罚款5万，责令改正", 50_000, Script::Digits, "5万"),
            ("罚款5000；元整", 5000, Script::Digits, "5000；元整"),
            ("；5000元", 5000, Script::Digits, "5000元"),
            ("甲11款；5000元", 5000, Script::Digits, "5000元"),
        ] {
            let found = find(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].amount, Amount::from_yuan(yuan), "{text}");
            assert_eq!((found[0].script, found[0].extent), (script, Extent::Exact), "{text}");
            assert_eq!(&text[found[0].start..found[0].end], place, "{text}");
        }
        assert_eq!(find("壹佰元伍角叁分")[0].amount, Some(Amount(10_053)));
        assert_eq!(find("壹佰元零叁分")[0].amount, Some(Amount(10_003)));
        assert_eq!(find("伍元叁角零贰分")[0].amount, Some(Amount(532)));
    }

    #[test]
    fn limits_and_vague_sums() {
        let extents = |text: &str| find(text).iter().map(|m| m.extent).collect::<Vec<_>>();
        assert_eq!(extents("处五千元以上五万元以下罚款"), [Extent::Limit, Extent::Limit]);
        assert_eq!(extents("5000元至50000元"), [Extent::Limit, Extent::Limit]);
        assert_eq!(extents("总额不超过5000元"), [Extent::Limit]);
        assert_eq!(extents("约五千元"), [Extent::Vague]);
        assert_eq!(extents("5000余元"), [Extent::Vague]);
        assert_eq!(extents("罚款5000-6000元"), [Extent::Vague]);
        assert_eq!(extents("罚款一万五元"), [Extent::Vague]);
        assert_eq!(extents("5 000元"), [Extent::Vague]);
        assert_eq!(extents("罚款减至5000元"), [Extent::Exact]);
        for (text, place) in [
            ("罚款5000余元", "5000余元"),
            ("罚款50多万元，已缴", "50多万元"),
            ("罚款50多万，已缴", "50多万"),
            ("罚款一万五元整", "一万五元"),
        ] {
            let found = find(text);
            assert_eq!((found.len(), found[0].amount, found[0].extent), (1, None, Extent::Vague), "{text}");
            assert_eq!(&text[found[0].start..found[0].end], place, "{text}");
        }
    }

    #[test]
    fn what_is_no_money() {
        for text in [
            "",
            "5000",
            "五千",
            "统一元旦",
            "5000平方米",
            "一元化管理",
            "第60条",
            "5000元件",
            "3%",
            "罚款5万平方米",
            "5000余平方米",
            "伍仟整",
            "罚款5000，责令改正",
            "5万",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn whole_values() {
        for (text, yuan) in [
            ("5000元", Some(5000)),
            ("0.5万元", Some(5000)),
            ("0.5万", Some(5000)),
            ("伍仟元整", Some(5000)),
            ("人民币 5,000.00 元", Some(5000)),
            ("¥5000", Some(5000)),
            ("五千", Some(5000)),
            ("约五千", None),
            ("5,000", None),
            ("-5000元", None),
            ("罚款5000元", None),
            ("5000元以下", None),
            ("", None),
        ] {
            assert_eq!(read_whole(text), yuan.and_then(Amount::from_yuan), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text(text in any::<String>()) {
            find(&text);
            read_whole(&text);
        }

        #[test]
        fn places_are_whole_and_in_order(text in "[0-9,.元圆角分万千百十零一二五伍仟拾佰亿约至整人民币¥ ]{0,40}") {
            let mut last = 0;
            for money in find(&text) {
                prop_assert!(money.start >= last && text.get(money.start..money.end).is_some());
                last = money.end;
            }
            read_whole(&text);
        }

        #[test]
        fn what_is_written_is_read(cents in 0i64..1_000_000_000_000) {
            let amount = Amount(cents);
            prop_assert_eq!(read_whole(&format!("{}元", amount.to_yuan())), Some(amount));
            prop_assert_eq!(read_whole(&format!("{}万元", amount.to_wan())), Some(amount));
        }
    }
}
