//! What a penalty text says of money: which sums are fines, which are confiscated, and what they come to.
//!
//! A sum is a fine or a confiscation by the words of its own clause (罚款5000元, 处5000元罚款, 没收违法所得3000元).
//! Limits that the text cites from the law, daily rates, 加处 and demands to pay are neither. Several fines add up,
//! and 合并罚款 or 共计 wins. A sum that is written twice, 伍仟元整（5000元）, is one. Where a sum stands whose
//! part is not clear, the total is not told.

use precheck_schema::amount::Amount;
use precheck_schema::lines;

use super::clause::Around;
use super::money::{self, Extent, Money, Placed, find_in, skip_currency};
use super::numeral::{self, Script};
use crate::visible::{Visible, inked, string};

/// What a sum is in a penalty text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A fine.
    Fine,
    /// Confiscated income or goods.
    Confiscated,
    /// Fines and confiscations together: 罚没款合计.
    Both,
    /// A fine that the text demands to be paid, not one that it imposes: 缴纳罚款5000元.
    Payment,
    /// Something else: 加处, a daily rate, a limit of the law, the value of goods.
    Other,
    /// The words do not say.
    Unclear,
}

/// A sum of a penalty text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The sum as it stands first.
    pub money: Money,
    /// The same sum written a second time, 伍仟元整（5000元）.
    pub again: Option<Money>,
    /// What it is.
    pub part: Part,
    /// Whether it is what other sums come to.
    pub is_total: bool,
    /// Whether a person is fined, not the enterprise.
    pub of_person: bool,
}

impl Item {
    /// Whether the two forms of the sum differ.
    pub fn contradicts_itself(&self) -> bool {
        match (self.money.amount, self.again.and_then(|m| m.amount)) {
            (Some(first), Some(second)) => first != second,
            _ => false,
        }
    }

    /// The sum, where it can be told for sure.
    fn sure(&self) -> Option<Amount> {
        self.money.amount.filter(|_| self.money.extent == Extent::Exact && !self.contradicts_itself())
    }
}

/// What the sums of one part come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sum {
    /// The text names no such sum.
    None,
    /// The text names sums, but what they come to cannot be told for sure.
    Unsure,
    /// They come to this.
    Known {
        /// Everything together.
        total: Amount,
        /// Without the fines of persons; the same where there are none.
        enterprise: Amount,
    },
}

impl Sum {
    /// The total where it is known.
    pub fn known(self) -> Option<Amount> {
        match self {
            Self::Known { total, .. } => Some(total),
            Self::None | Self::Unsure => None,
        }
    }

    /// Whether an amount is what the text says.
    pub fn agrees_with(self, amount: Amount) -> bool {
        match self {
            Self::Known { total, enterprise } => amount == total || amount == enterprise,
            Self::None | Self::Unsure => true,
        }
    }
}

/// The money of a penalty text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PenaltyMoney {
    /// Every sum of the text, in order.
    pub items: Vec<Item>,
    /// What the fines come to.
    pub fines: Sum,
    /// What the confiscations come to.
    pub confiscated: Sum,
}

impl PenaltyMoney {
    /// Whether the text names a fine with a sum that can be read, sure or not.
    pub fn states_a_fine(&self) -> bool {
        let fines = |i: &&Item| matches!(i.part, Part::Fine | Part::Both | Part::Payment);
        self.items.iter().filter(fines).any(|i| i.money.amount.is_some())
    }
}

/// Reads the sums of a penalty text.
pub fn read(text: &str) -> PenaltyMoney {
    if !text.chars().any(|c| matches!(c, '元' | '圆' | '¥' | '￥' | '整' | '万')) {
        return PenaltyMoney { items: Vec::new(), fines: Sum::None, confiscated: Sum::None };
    }
    if let Some(plain) = plain_fine(text) {
        return plain;
    }
    read_closely(text)
}

/// The reader for every text.
fn read_closely(text: &str) -> PenaltyMoney {
    let text = inked(&lines::level(text, ';'));
    let items = items(&text);
    let (fines, confiscated) = (sum(&items, Part::Fine), sum(&items, Part::Confiscated));
    PenaltyMoney { items, fines, confiscated }
}

/// 罚款人民币5000元 and 罚款伍仟元整, as most records have it: read without looking for more.
fn plain_fine(text: &str) -> Option<PenaltyMoney> {
    const BEFORE: [&str; 3] = ["处以罚款", "处罚款", "罚款"];
    let after = BEFORE.iter().find_map(|word| text.strip_prefix(word))?;
    let number = after.strip_prefix("人民币").unwrap_or(after);
    let digits = number.strip_suffix('整').unwrap_or(number).strip_suffix('元')?;
    if digits.len() > 40 || !digits.chars().all(numeral::belongs) {
        return None;
    }
    let characters = inked(digits);
    let numeral = numeral::read(&characters, 0).filter(|n| n.end == characters.len())?;
    let total = Amount(numeral.hundredths);
    let money = Money {
        amount: Some(total),
        script: numeral.script,
        extent: Extent::Exact,
        start: text.len() - after.len(),
        end: text.len(),
    };
    let item = Item { money, again: None, part: Part::Fine, is_total: false, of_person: false };
    let fines = Sum::Known { total, enterprise: total };
    Some(PenaltyMoney { items: vec![item], fines, confiscated: Sum::None })
}

/// The sums in order, each with its part; sums written twice are one.
fn items(text: &[Visible]) -> Vec<Item> {
    let placed = find_in(text);
    let mut items: Vec<Item> = Vec::new();
    let mut behind = 0;
    let mut at = 0;
    while let Some(&first) = placed.get(at) {
        at += 1;
        let mut after = first.after;
        let mut again = None;
        if let Some(second) = placed.get(at).filter(|second| is_same_sum(text, &first, second)) {
            again = Some(second.money);
            after = second.after;
            at += 1;
        } else if let Some((money, end)) = bare_number_in_bracket(text, &first) {
            again = Some(money);
            after = end;
        }
        let next = placed.get(at).map_or(text.len(), |p| p.first);
        let around = Around::new(text, behind, &first, after, next);
        if around.replaces()
            && let Some(last) = items.last_mut()
        {
            // 由10000元变更为5000元: the first sum holds no longer.
            let part = last.part;
            last.part = Part::Other;
            items.push(Item { money: first.money, again, part, is_total: false, of_person: false });
        } else {
            let (is_total, of_person) = (around.is_total(), around.is_of_person());
            let part = match around.part(items.last().map(|i| i.part)) {
                Part::Unclear if is_total => part_of_total(&items),
                part => part,
            };
            items.push(Item { money: first.money, again, part, is_total, of_person });
        }
        behind = after;
    }
    items
}

/// What a total is that no word names, 合计13000元: of fines where only fines stand before it.
fn part_of_total(items: &[Item]) -> Part {
    let named = |part| items.iter().any(|i| i.part == part);
    match (named(Part::Fine), named(Part::Confiscated)) {
        (true, false) => Part::Fine,
        (false, true) => Part::Confiscated,
        (true, true) => Part::Both,
        (false, false) => Part::Unclear,
    }
}

/// What may stand between the two forms of one sum beside brackets and punctuation.
const BETWEEN_FORMS: [&str; 12] =
    ["大写", "小写", "金额", "人民币", "RMB", "罚款", "数额", "共计", "合计", "即", "计", "为"];

/// Whether the second sum is the first one written again.
fn is_same_sum(text: &[Visible], first: &Placed, second: &Placed) -> bool {
    let between = string(&text[first.after..second.first]);
    let bracketed = between.starts_with(['(', '[', '【'])
        && text.get(second.after).is_some_and(|c| matches!(c.folded, ')' | ']' | '】'));
    let names_form = between.contains("大写") || between.contains("小写");
    let mut rest = between;
    for word in BETWEEN_FORMS {
        rest = rest.replace(word, "");
    }
    let bare =
        rest.chars().all(|c| matches!(c, '(' | ')' | '[' | ']' | '【' | '】' | ':' | ',' | '、' | '¥'));
    let other_script = first.money.script != second.money.script;
    bare && (bracketed || other_script && (names_form || first.after == second.first))
}

/// The number in the bracket behind a sum in words, 伍仟元整（5000）, or the words behind one in digits,
/// 5000元（伍仟元整 without 元), as a sum, and the position behind the bracket.
fn bare_number_in_bracket(text: &[Visible], first: &Placed) -> Option<(Money, usize)> {
    let open = text.get(first.after).filter(|c| c.folded == '(').map(|_| first.after)?;
    let mut start = open + 1;
    loop {
        let words = ["大写", "小写", ":"];
        let word = words.iter().find(|word| money::starts_with(text, start, word));
        let next = word.map_or_else(|| skip_currency(text, start), |word| start + word.chars().count());
        if next == start {
            break;
        }
        start = next;
    }

    let numeral = numeral::read(text, start)?;
    let mut end = numeral.end;
    if text.get(end).is_some_and(|c| matches!(c.folded, '整' | '正')) {
        end += 1;
    }
    let closed = text.get(end).is_some_and(|c| c.folded == ')');
    let differs = (numeral.script == Script::Digits) != (first.money.script == Script::Digits);
    // (5) behind 伍仟元整 may be a list number; (5000) is none.
    let is_sum = numeral.script != Script::Digits || numeral.end - start >= 3;
    (closed && differs && is_sum).then(|| {
        let money = Money {
            amount: Some(Amount(numeral.hundredths)),
            script: numeral.script,
            extent: Extent::Exact,
            start: text[start].start,
            end: text[end - 1].end,
        };
        (money, end + 1)
    })
}

/// What the sums of a part come to.
fn sum(items: &[Item], part: Part) -> Sum {
    let of_part: Vec<&Item> = items.iter().filter(|i| i.part == part).collect();
    if of_part.is_empty() {
        return sum_without_own(items, part);
    }
    if of_part.iter().any(|i| i.sure().is_none()) {
        return Sum::Unsure;
    }
    if let Some(position) = of_part.iter().rposition(|i| i.is_total) {
        let Some(total) = of_part[position].sure() else { return Sum::Unsure };
        // 合并罚款20000元，其中…15000元，…5000元: what follows must come to the total.
        let following = &of_part[position + 1..];
        let holds = following.is_empty() || add(following) == Some(total);
        return if holds { Sum::Known { total, enterprise: total } } else { Sum::Unsure };
    }
    if items.iter().any(|i| i.part == Part::Unclear) {
        return Sum::Unsure;
    }
    let total = add(&of_part);
    let own: Vec<&Item> = of_part.iter().copied().filter(|i| !i.of_person).collect();
    let enterprise = add(&own);
    match (total, enterprise) {
        (Some(total), Some(enterprise)) => {
            Sum::Known { total, enterprise: if own.is_empty() { total } else { enterprise } }
        }
        _ => Sum::Unsure,
    }
}

/// Items added up, none where one is not sure.
fn add(items: &[&Item]) -> Option<Amount> {
    items.iter().try_fold(0i64, |sum, item| sum.checked_add(item.sure()?.0)).map(Amount)
}

/// What the sums of a part come to where none is clearly of that part.
fn sum_without_own(items: &[Item], part: Part) -> Sum {
    let payments: Vec<&Item> = items.iter().filter(|i| i.part == Part::Payment).collect();
    if items.iter().any(|i| matches!(i.part, Part::Both | Part::Unclear)) {
        return Sum::Unsure;
    }
    match payments[..] {
        [] => Sum::None,
        _ if part != Part::Fine => Sum::None,
        [only] => only.sure().map_or(Sum::Unsure, |total| Sum::Known { total, enterprise: total }),
        _ => Sum::Unsure,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fines(text: &str) -> Sum {
        read(text).fines
    }

    fn yuan(yuan: i64) -> Sum {
        let total = Amount::from_yuan(yuan).unwrap();
        Sum::Known { total, enterprise: total }
    }

    #[test]
    fn fines_as_they_are_written() {
        for (text, expected) in [
            ("罚款5000元", 5000),
            ("罚款人民币伍仟元整", 5000),
            ("罚款人民币伍仟元整（5000元）", 5000),
            ("罚款人民币伍仟元整（¥5,000.00）", 5000),
            ("罚款人民币伍仟元整（5000）", 5000),
            ("罚款5000元（大写：伍仟元整）", 5000),
            ("罚款（大写）人民币伍仟元整，（小写）5000.00元", 5000),
            ("罚款5000元（伍仟）", 5000),
            ("处以罚款贰拾壹万元整", 210_000),
            ("给予警告，并处一万五千元罚款", 15_000),
            ("处人民币陆仟伍佰元整的罚款", 6500),
            ("罚款０．５万元", 5000),
            ("罚款 0.5 万元", 5000),
            ("责令停产停业，并处罚款人民币三万元整", 30_000),
            ("罚款，人民币5000元", 5000),
            ("罚款金额：5000元", 5000),
            ("罚5000元", 5000),
            ("对甲违法行为罚款5000元，对乙违法行为罚款8000元", 13_000),
            ("1.罚款5000元；2.罚款8000元；合并罚款13000元", 13_000),
            ("对两项违法行为分别罚款10000元、10000元，合并罚款20000元", 20_000),
            ("合并罚款20000元，其中未保持完好有效罚款15000元，占用疏散通道罚款5000元", 20_000),
            ("没收违法所得3000元，并处罚款5000元", 5000),
            ("没收违法所得3000元，并处违法所得一倍的罚款3000元", 3000),
            ("依据消防法第六十条，处五千元以上五万元以下罚款。决定罚款8000元", 8000),
            ("罚款5000元。逾期不缴纳的，每日按罚款数额的百分之三加处罚款", 5000),
            ("罚款5000元。逾期不缴纳的，每日按罚款数额的3%加处罚款，加处罚款150元", 5000),
            ("罚款5000元。限十五日内到银行缴纳罚款5000元", 5000),
            ("责令缴纳罚款5000元", 5000),
            ("罚款由10000元变更为5000元", 5000),
            ("违法所得3000元予以没收，处5000元罚款", 5000),
            ("罚款5000元，罚款8000元，合计13000元", 13_000),
            ("没收违法所得1200.5元；罚款12000元；合计13200.5元", 12_000),
            ("罚没合计13200.5元，其中没收违法所得1200.5元，罚款12000元", 12_000),
            ("罚款人民币贰仟元（2000.00元）的处罚，当场收缴罚款2000元", 2000),
            ("罚款人民币贰仟元整(￥:2000.00)", 2000),
            ("罚款5万", 50_000),
            ("罚款\n5000元", 5000),
            ("罚款5000\n元", 5000),
            ("罚款伍\n仟元整", 5000),
            ("罚\n款5000元", 5000),
            ("罚款人民币；伍仟元整", 5000),
            ("注册资本100万元，罚款5000元", 5000),
            ("决定给予5000元罚款", 5000),
            ("决定给予5000元行政罚款", 5000),
        ] {
            assert_eq!(fines(text), yuan(expected), "{text}: {:?}", read(text).items);
        }
    }

    #[test]
    fn a_sum_without_a_word_is_no_total() {
        let money = read("罚款5000元。现场查获现金3000元");
        assert_eq!(money.items[1].part, Part::Unclear);
        assert!(!money.items[1].is_total);
    }

    #[test]
    fn a_total_is_of_the_parts_before_it() {
        for (text, part) in [
            ("罚款5000元，罚款8000元，合计13000元", Part::Fine),
            ("没收违法所得3000元，没收非法财物5000元，合计8000元", Part::Confiscated),
            ("罚款5000元，没收违法所得3000元，合计8000元", Part::Both),
        ] {
            let last = *read(text).items.last().unwrap();
            assert!(last.is_total, "{text}");
            assert_eq!(last.part, part, "{text}");
        }
    }

    #[test]
    fn a_number_in_a_bracket_is_the_sum_again() {
        let money = read("罚款人民币伍仟元整（6000）");
        assert!(money.items[0].contradicts_itself());
        assert_eq!(money.fines, Sum::Unsure);
        assert_eq!(read("罚款人民币伍仟元整（5）").items[0].again, None, "the number of a list");
    }

    #[test]
    fn what_the_bracket_behind_a_sum_repeats() {
        for (text, again) in [
            ("罚款伍仟元整（5000），没收违法所得3000元", Some("5000")),
            ("罚款伍仟元整（小写：5000）", Some("5000")),
            ("罚款伍仟元整（500）", Some("500")),
            ("罚款5000元（伍仟整）", Some("伍仟整")),
            ("罚款5000元（大写：伍仟正）", Some("伍仟正")),
            ("罚款伍仟元整（50）", None),
            ("罚款5000元（3000）", None),
            ("罚款伍仟元整（5000，已缴）", None),
        ] {
            let found = read(text).items[0].again.map(|money| &text[money.start..money.end]);
            assert_eq!(found, again, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_told() {
        for (text, expected) in [
            ("", Sum::None),
            ("警告", Sum::None),
            ("处以罚款", Sum::None),
            ("责令限期改正", Sum::None),
            ("处五千元以上五万元以下罚款", Sum::None),
            ("没收违法所得3000元", Sum::None),
            ("逾期每日加处罚款150元", Sum::None),
            ("罚款约五千元", Sum::Unsure),
            ("罚款5000余元", Sum::Unsure),
            ("罚款人民币伍仟元整（6000元）", Sum::Unsure),
            ("罚没款合计8000元", Sum::Unsure),
            ("没收违法所得并处罚款共计8000元", Sum::Unsure),
            ("罚款一万五元", Sum::Unsure),
            ("罚款5 000元", Sum::Unsure),
            ("罚款5\n000元", Sum::Unsure),
            ("罚款5；000元", Sum::Unsure),
            ("罚款1；5000元", Sum::Unsure),
            ("甲行为5000元，罚款3000元", Sum::Unsure),
            ("应处罚款5000元", Sum::Unsure),
            ("合并罚款20000元，其中甲行为罚款15000元，乙行为罚款3000元", Sum::Unsure),
        ] {
            assert_eq!(fines(text), expected, "{text}: {:?}", read(text).items);
        }
    }

    #[test]
    fn confiscations() {
        assert_eq!(read("没收违法所得3000元，并处罚款5000元").confiscated, yuan(3000));
        assert_eq!(read("没收非法财物（价值2000元）、没收违法所得人民币叁仟元整").confiscated, yuan(5000));
        assert_eq!(read("违法所得3000元予以没收").confiscated, yuan(3000));
        assert_eq!(read("没收违法所得共计3000元").confiscated, yuan(3000));
        assert_eq!(read("违法所得3000元").confiscated, Sum::None);
        assert_eq!(read("限十五日内缴纳5000元").confiscated, Sum::None);
        assert_eq!(read("罚款5000元").confiscated, Sum::None);
    }

    #[test]
    fn persons_are_set_apart() {
        let read = read("对单位罚款50000元，对直接负责的主管人员罚款1000元");
        let [total, enterprise] = [51_000, 50_000].map(|y| Amount::from_yuan(y).unwrap());
        assert_eq!(read.fines, Sum::Known { total, enterprise });
        assert!(read.fines.agrees_with(enterprise) && read.fines.agrees_with(total));
    }

    #[test]
    fn a_sum_written_twice() {
        assert!(read("罚款人民币伍仟元整（6000元）").items[0].contradicts_itself());
        assert!(read("罚款5000元（大写：陆仟元整）").items[0].contradicts_itself());
        assert!(!read("罚款人民币伍仟元整（5000元）").items[0].contradicts_itself());
        assert_eq!(read("罚款伍仟元整，没收违法所得3000元").items.len(), 2);
        assert_eq!(read("罚款5000元，罚款3000元").items.len(), 2);
        assert_eq!(read("罚款5000元、5000元）").items.len(), 2);
    }

    proptest! {
        #[test]
        fn any_text(text in any::<String>()) {
            read(&text);
        }

        #[test]
        fn words_of_penalties(text in "(罚款|没收|违法所得|合并|加处|[0-9]{1,6}元|[一二五六][万千百]元|伍仟元整|（|）|，|。|每日|以上|大写|小写){0,12}") {
            for item in read(&text).items {
                prop_assert!(text.get(item.money.start..item.money.end).is_some());
            }
        }

        /// The short way reads what the long one reads.
        #[test]
        fn plain_fines(text in "(处以罚款|处罚款|罚款)(人民币)?([0-9]{1,7}|[一二五伍陆零][万千百十仟佰拾][零五陆]?[千百拾]?)元整?") {
            if let Some(plain) = plain_fine(&text) {
                prop_assert_eq!(plain, read_closely(&text));
            }
        }

        #[test]
        fn a_plain_fine_is_read(yuan in 1i64..10_000_000, words in "(处以罚款|罚款人民币|并处罚款|决定罚款)") {
            let text = format!("{words}{yuan}元");
            prop_assert_eq!(read(&text).fines.known(), Amount::from_yuan(yuan));
        }
    }
}
