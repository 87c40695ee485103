//! References to articles of a law: 第六十条第一款第(一)项, 第60条第1款, 六十条一款一项, 60-1-1.

use super::numeral;
use crate::visible::{Visible, inked};

/// An article, or a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Article {
    /// Number of the article (条).
    pub article: u32,
    /// Number behind 之, as in 第一百二十条之一.
    pub inserted: Option<u32>,
    /// Number of the paragraph (款).
    pub paragraph: Option<u32>,
    /// Number of the item (项).
    pub item: Option<u32>,
    /// First byte of the reference.
    pub start: usize,
    /// The byte after it; several items named together share one place.
    pub end: usize,
}

/// Every reference of a text. Several items named together, 第一款第一、二项 or 第一项至第三项, are several.
pub fn find(text: &str) -> Vec<Article> {
    let text = inked(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let parsed = words_at(&text, at).or_else(|| dashes_at(&text, at, 3).map(|(a, end)| (vec![a], end)));
        match parsed {
            Some((articles, end)) => {
                found.extend(articles);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Reads a whole text that is nothing but one reference, the short forms 60-1 and 60-1-1 among them.
pub fn read_whole(text: &str) -> Option<Article> {
    let text = inked(text);
    if let Some((articles, end)) = words_at(&text, 0) {
        return articles.first().copied().filter(|_| end == text.len() && articles.len() == 1);
    }
    dashes_at(&text, 0, 2).filter(|(_, end)| *end == text.len()).map(|(article, _)| article)
}

/// A number of an article, a paragraph or an item.
fn number(text: &[Visible], at: usize) -> Option<(u32, usize)> {
    let read = numeral::read(text, at)?;
    let whole = u32::try_from(read.hundredths / 100).ok()?;
    (read.hundredths % 100 == 0 && (1..1000).contains(&whole)).then_some((whole, read.end))
}

fn char_at(text: &[Visible], at: usize) -> Option<char> {
    text.get(at).map(|c| c.folded)
}

/// 第N with the N in brackets or not.
fn ordinal(text: &[Visible], at: usize) -> Option<(u32, usize)> {
    let at = at + usize::from(char_at(text, at) == Some('第'));
    let open = char_at(text, at) == Some('(');
    let (number, end) = number(text, at + usize::from(open))?;
    if open && char_at(text, end) != Some(')') {
        return None;
    }
    Some((number, end + usize::from(open)))
}

fn words_at(text: &[Visible], at: usize) -> Option<(Vec<Article>, usize)> {
    // 第 is not left out behind a numeral: 二十六十条 has no beginning.
    if char_at(text, at) != Some('第') && at > 0 && numeral::belongs(text[at - 1].folded) {
        return None;
    }
    let (article, end) = ordinal(text, at)?;
    if char_at(text, end) != Some('条') {
        return None;
    }
    let mut end = end + 1;
    let mut inserted = None;
    if char_at(text, end) == Some('之')
        && let Some((number, next)) = number(text, end + 1)
    {
        inserted = Some(number);
        end = next;
    }
    let plain = Article { article, inserted, paragraph: None, item: None, start: text[at].start, end: 0 };
    let mut parts: Vec<Article> = Vec::new();
    let mut paragraph = None;
    while let Some((numbers, unit, next)) = part_at(text, end, parts.is_empty() && paragraph.is_none()) {
        if unit == '款' {
            parts.extend(numbers.iter().map(|&n| Article { paragraph: Some(n), ..plain }));
            paragraph = numbers.last().copied();
        } else {
            // The items belong to the paragraph just named, which then is no reference of its own.
            if parts.last().is_some_and(|p| p.item.is_none()) {
                parts.pop();
            }
            parts.extend(numbers.iter().map(|&n| Article { paragraph, item: Some(n), ..plain }));
        }
        end = next;
    }
    if parts.is_empty() {
        // 一条通道 is no article.
        if char_at(text, at) != Some('第') {
            return None;
        }
        parts.push(plain);
    }
    let last = text[end - 1].end;
    for part in &mut parts {
        part.end = last;
    }
    Some((parts, end))
}

/// 第一款, 第(一)项, 第一、二项, 第一项至第三项, with a comma or 和 before it where it is not the first.
fn part_at(text: &[Visible], at: usize, first: bool) -> Option<(Vec<u32>, char, usize)> {
    let joined = matches!(char_at(text, at), Some('、' | '和' | '及' | '与' | '至'));
    if joined && first {
        return None;
    }
    let mut end = at + usize::from(joined);
    let mut numbers = Vec::new();
    loop {
        let (number, next) = ordinal(text, end)?;
        numbers.push(number);
        match char_at(text, next)? {
            unit @ ('款' | '项') => {
                let after = next + 1;
                if char_at(text, after) == Some('至')
                    && let Some((last, beyond)) = ordinal(text, after + 1)
                    && char_at(text, beyond) == Some(unit)
                    && last > number
                    && last - number < 30
                {
                    numbers.extend(number + 1..=last);
                    return Some((numbers, unit, beyond + 1));
                }
                return Some((numbers, unit, after));
            }
            '、' | '和' | '及' => end = next + 1,
            '至' => {
                let (last, beyond) = ordinal(text, next + 1)?;
                let unit = char_at(text, beyond).filter(|c| matches!(c, '款' | '项'))?;
                let range = last > number && last - number < 30;
                numbers.extend(number + 1..=last);
                return range.then_some((numbers, unit, beyond + 1));
            }
            _ => return None,
        }
        if numbers.len() > 30 {
            return None;
        }
    }
}

/// 60-1-1: three numbers of at most three digits, or at least `least` of them, that nothing else touches.
fn dashes_at(text: &[Visible], at: usize, least: usize) -> Option<(Article, usize)> {
    let touches = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/' | '年');
    if at > 0 && touches(text[at - 1].folded) {
        return None;
    }
    let mut numbers = [0u32; 3];
    let mut count = 0;
    let mut end = at;
    loop {
        let start = end;
        let mut value = 0;
        while let Some(digit) = text.get(end).and_then(|c| c.folded.to_digit(10)) {
            if end - start == 3 {
                return None;
            }
            value = value * 10 + digit;
            end += 1;
        }
        if end == start || value == 0 {
            return None;
        }
        numbers[count] = value;
        count += 1;
        if count == 3 || char_at(text, end) != Some('-') {
            break;
        }
        end += 1;
    }
    if count < least
        || char_at(text, end)
            .is_some_and(|c| touches(c) || matches!(c, '月' | '日' | '号' | '栋' | '幢' | '室' | '层' | '楼'))
    {
        return None;
    }
    let part = |at: usize| (at < count).then(|| numbers[at]);
    let (start, last) = (text[at].start, text[end - 1].end);
    let article =
        Article { article: numbers[0], inserted: None, paragraph: part(1), item: part(2), start, end: last };
    Some((article, end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn short(article: &Article) -> String {
        let number = |n: Option<u32>, mark: &str| n.map_or(String::new(), |n| format!("{mark}{n}"));
        let item_mark = if article.paragraph.is_some() { "-" } else { "--" };
        let (inserted, paragraph) = (number(article.inserted, "之"), number(article.paragraph, "-"));
        format!("{}{inserted}{paragraph}{}", article.article, number(article.item, item_mark))
    }

    fn all(text: &str) -> Vec<String> {
        find(text).iter().map(short).collect()
    }

    #[test]
    fn references() {
        for (text, expected) in [
            ("第六十条第一款第(一)项", vec!["60-1-1"]),
            ("《消防法》第六十条第一款第一项之规定", vec!["60-1-1"]),
            ("第60条第1款第（1）项", vec!["60-1-1"]),
            ("六十条一款一项", vec!["60-1-1"]),
            ("60-1-1", vec!["60-1-1"]),
            ("依据60-1-1处罚", vec!["60-1-1"]),
            ("第六十条", vec!["60"]),
            ("第五十八条第三款", vec!["58-3"]),
            ("第一百二十条之一第二款", vec!["120之1-2"]),
            ("第十六条第(二)项", vec!["16--2"]),
            ("第五十八条第一款第一、二项", vec!["58-1-1", "58-1-2"]),
            ("第五十八条第一款第一项至第三项", vec!["58-1-1", "58-1-2", "58-1-3"]),
            ("第五十八条第一款第一至三项、第三款", vec!["58-1-1", "58-1-2", "58-1-3", "58-3"]),
            ("第十六条第一款第（二）项、第六十条第一款第（一）项", vec!["16-1-2", "60-1-1"]),
            ("违反第二十八条和第六十条", vec!["28", "60"]),
            ("依照六十条一款一项", vec!["60-1-1"]),
            ("见附件1第六十条", vec!["60"]),
            ("第十六条第(二)项、第(三)项", vec!["16--2", "16--3"]),
            ("第六十条第一款第一项至第三项、第三款", vec!["60-1-1", "60-1-2", "60-1-3", "60-3"]),
            ("第六十条第一款第二十项至第二十二项", vec!["60-1-20", "60-1-21", "60-1-22"]),
            ("第六十条第一款第二十至二十二项", vec!["60-1-20", "60-1-21", "60-1-22"]),
            ("第六十条第一款第二项至第四十项", vec!["60-1-2", "60-1-40"]),
            ("第六十条第一款第二至四十项", vec!["60-1"]),
            ("第六十条第一款第三至一项", vec!["60-1"]),
            ("第六十条第一款第三至三项", vec!["60-1"]),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn as_many_items_as_a_paragraph_has() {
        let listed = |count: usize| {
            let items: Vec<String> = (1..=count).map(|item| item.to_string()).collect();
            all(&format!("第六十条第一款第{}项", items.join("、"))).len()
        };
        assert_eq!((listed(30), listed(31), listed(32)), (30, 31, 1));
        let range = |text: &str| all(&format!("第六十条第一款第{text}项")).len();
        assert_eq!((range("一项至第三十"), range("一项至第三十一")), (30, 2));
        assert_eq!((range("一至三十"), range("一至三十一")), (30, 1));
    }

    #[test]
    fn what_is_no_reference() {
        for text in [
            "",
            "2023-06-16",
            "1-3层",
            "0475-421-3119",
            "第一款",
            "60",
            "一条通道",
            "138-4751-2345",
            "12-1-1号楼",
            "A12-1-1",
            "第零条",
            "二十六十条一款",
            "60-0-1",
            "0-1-1",
        ] {
            assert_eq!(all(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(all("第二十条六十条"), ["20"]);
        assert_eq!(read_whole("60-1").map(|a| short(&a)).as_deref(), Some("60-1"));
        assert_eq!(read_whole("第六十条第一款").map(|a| short(&a)).as_deref(), Some("60-1"));
        assert_eq!(read_whole("60"), None);
        assert_eq!(read_whole("第六十条、第六十一条"), None);
    }

    #[test]
    fn places() {
        let text = "依据《消防法》第六十条第一款第（一）项，罚款";
        let found = find(text)[0];
        assert_eq!(&text[found.start..found.end], "第六十条第一款第（一）项");
    }

    proptest! {
        #[test]
        fn any_text(text in any::<String>()) {
            find(&text);
            read_whole(&text);
        }

        #[test]
        fn words_of_references(text in "(第|[一二十六百]{1,3}|[0-9]{1,3}|条|款|项|之|、|至|（|）|-){0,14}") {
            for article in find(&text) {
                prop_assert!(text.get(article.start..article.end).is_some());
            }
            read_whole(&text);
        }

        #[test]
        fn what_is_written_is_read(article in 1u32..200, paragraph in 1u32..10, item in 1u32..15) {
            let text = format!("第{article}条第{paragraph}款第{item}项");
            prop_assert_eq!(all(&text), vec![format!("{article}-{paragraph}-{item}")]);
        }
    }
}
