//! Numerals: 5000, 5,000.00, 0.5万, 伍仟, 一万五千, 二〇〇〇, 1万5千.

use crate::visible::Visible;

/// The characters that a numeral was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 5000.
    Digits,
    /// 伍仟.
    Capitals,
    /// 五千.
    Small,
    /// 5千.
    Mixed,
}

/// A numeral that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its value in hundredths.
    pub(super) hundredths: i64,
    /// How it was written.
    pub(super) script: Script,
    /// The position behind it.
    pub(super) end: usize,
}

/// All numbers are below it, which is more than any amount or term; keeps the arithmetic far from its limits.
const LIMIT: i128 = 1 << 56;

/// The value of a Chinese digit and whether it is a capital; 〇 and 零 are both.
pub(super) const fn digit(c: char) -> Option<(u8, Option<Script>)> {
    Some(match c {
        '零' | '〇' | '○' => (0, None),
        '一' => (1, Some(Script::Small)),
        '二' | '两' => (2, Some(Script::Small)),
        '三' => (3, Some(Script::Small)),
        '四' => (4, Some(Script::Small)),
        '五' => (5, Some(Script::Small)),
        '六' => (6, Some(Script::Small)),
        '七' => (7, Some(Script::Small)),
        '八' => (8, Some(Script::Small)),
        '九' => (9, Some(Script::Small)),
        '壹' => (1, Some(Script::Capitals)),
        '贰' | '貳' => (2, Some(Script::Capitals)),
        '叁' | '叄' | '參' => (3, Some(Script::Capitals)),
        '肆' => (4, Some(Script::Capitals)),
        '伍' => (5, Some(Script::Capitals)),
        '陆' | '陸' => (6, Some(Script::Capitals)),
        '柒' => (7, Some(Script::Capitals)),
        '捌' => (8, Some(Script::Capitals)),
        '玖' => (9, Some(Script::Capitals)),
        _ => return None,
    })
}

/// The power of ten that a unit stands for; 万 and 亿 are written alike in both scripts.
const fn unit(c: char) -> Option<(u32, Option<Script>)> {
    Some(match c {
        '十' => (1, Some(Script::Small)),
        '拾' => (1, Some(Script::Capitals)),
        '百' => (2, Some(Script::Small)),
        '佰' => (2, Some(Script::Capitals)),
        '千' => (3, Some(Script::Small)),
        '仟' => (3, Some(Script::Capitals)),
        '万' | '萬' => (4, None),
        '亿' | '億' => (8, None),
        _ => return None,
    })
}

/// Whether a character can stand in a numeral.
pub(super) const fn belongs(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some() || unit(c).is_some()
}

/// Reads the numeral that starts at a position, as far as it goes. None where none starts there, and where what
/// starts there can be read in two ways (一万五: 15,000 or 10,005) or in none (千万五千).
pub(super) fn read(text: &[Visible], at: usize) -> Option<Numeral> {
    let mut reader = Reader { text, at, ..Reader::default() };
    while reader.step()? {}
    reader.finish()
}

/// Writes a number below 100 with the characters of a script; larger ones and mixed scripts in digits.
pub(super) fn write(number: u32, script: Script) -> String {
    const SMALL: [char; 11] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    const CAPITALS: [char; 11] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾'];
    let characters = match script {
        Script::Small if number < 100 => SMALL,
        Script::Capitals if number < 100 => CAPITALS,
        _ => return number.to_string(),
    };
    let (tens, ones) = ((number / 10) as usize, (number % 10) as usize);
    let mut out = String::new();
    if tens > 1 || tens == 1 && script == Script::Capitals {
        out.push(characters[tens]);
    }
    if tens > 0 {
        out.push(characters[10]);
    }
    if ones > 0 || tens == 0 {
        out.push(characters[ones]);
    }
    out
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t [Visible],
    at: usize,
    /// Whole 亿, whole 万 and what stands below them, in hundredths.
    groups: [i128; 3],
    /// A digit or a number in digits that waits for its unit.
    pending: Option<i128>,
    /// How many ASCII digits the pending number has.
    pending_digits: u32,
    /// The unit read last in this group, and in the numeral.
    last_unit: Option<u32>,
    /// Whether 零 stands since the last unit.
    zero: bool,
    /// Digits in a row without any unit: 二〇〇〇.
    positional: u32,
    script: Option<Script>,
    mixed: bool,
    read_anything: bool,
}

impl Reader<'_> {
    fn see(&mut self, script: Option<Script>) {
        let Some(script) = script else { return };
        self.mixed |= self.script.is_some_and(|other| other != script);
        self.script = Some(script);
    }

    /// Reads one more part; `false` at the end of the numeral, none where it cannot be read.
    fn step(&mut self) -> Option<bool> {
        let Some(c) = self.text.get(self.at).map(|c| c.folded) else { return Some(false) };
        if c.is_ascii_digit() {
            if self.pending.is_some() {
                return None;
            }
            self.ascii()?;
        } else if let Some((value, script)) = digit(c) {
            self.see(script);
            self.chinese_digit(value)?;
            self.at += 1;
        } else if let Some((power, script)) = unit(c) {
            self.see(script);
            self.apply(power)?;
            self.at += 1;
        } else {
            return Some(false);
        }
        self.read_anything = true;
        Some(true)
    }

    /// A number in ASCII digits, with commas at every third digit and at most two decimals beyond its unit.
    fn ascii(&mut self) -> Option<()> {
        self.see(Some(Script::Digits));
        let text = self.text;
        let char_at = |at: usize| text.get(at).map(|c| c.folded);
        let is_digit = |at: usize| char_at(at).is_some_and(|c| c.is_ascii_digit());
        let mut whole: i128 = 0;
        let mut digits = 0;
        let mut since_comma: Option<u32> = None;
        loop {
            if is_digit(self.at) {
                // White space inside a number: two numbers, or one with a gap.
                if digits > 0 && text[self.at].set_apart {
                    return None;
                }
                whole = whole * 10 + i128::from(char_at(self.at)?.to_digit(10)?);
                digits += 1;
                since_comma = since_comma.map(|n| n + 1);
            } else if char_at(self.at) == Some(',') && is_digit(self.at + 1) {
                if since_comma.map_or(digits > 3, |n| n != 3) {
                    return None;
                }
                since_comma = Some(0);
            } else {
                break;
            }
            if whole >= LIMIT {
                return None;
            }
            self.at += 1;
        }
        if since_comma.is_some_and(|n| n != 3) {
            return None;
        }
        let mut value = whole * SCALE;
        if char_at(self.at) == Some('.') && is_digit(self.at + 1) {
            self.at += 1;
            let mut place = SCALE;
            while is_digit(self.at) {
                let digit = i128::from(char_at(self.at)?.to_digit(10)?);
                place /= 10;
                if place == 0 && digit != 0 {
                    return None;
                }
                value += digit * place;
                self.at += 1;
            }
        }
        self.pending = Some(value);
        self.pending_digits = digits;
        Some(())
    }

    fn chinese_digit(&mut self, value: u8) -> Option<()> {
        if self.pending_digits > 0 && self.pending.is_some() {
            return None;
        }
        if let Some(pending) = self.pending {
            // A second digit without a unit between: only a number digit by digit.
            if self.last_unit.is_some() {
                return None;
            }
            self.positional += 1;
            self.pending = Some(pending * 10 + i128::from(value) * SCALE);
            return (self.pending? < LIMIT * SCALE).then_some(());
        } else if value == 0 && self.last_unit.is_some() {
            self.zero = true;
            return Some(());
        }
        self.positional += 1;
        self.pending = Some(i128::from(value) * SCALE);
        Some(())
    }

    fn apply(&mut self, power: u32) -> Option<()> {
        if self.positional > 1 {
            return None;
        }
        self.positional = 0;
        let factor = 10i128.pow(power);
        if power < 4 {
            // Units fall within a group; 十 may stand alone at its start.
            let in_group = self.last_unit.filter(|&last| last < 4);
            if in_group.is_some_and(|last| last <= power) {
                return None;
            }
            let count = match self.pending.take() {
                Some(count) if count > 0 => count,
                None if power == 1 && (in_group.is_none() || self.zero) => SCALE,
                _ => return None,
            };
            self.groups[2] += count * factor;
        } else {
            let below = self.groups[2] + self.trailing()?;
            if below == 0 {
                return None;
            }
            self.pending = None;
            let group = usize::from(power == 4);
            if self.groups[group] != 0 || power == 8 && self.groups[1] != 0 {
                return None;
            }
            self.groups[group] = below * factor;
            self.groups[2] = 0;
        }
        self.pending_digits = 0;
        self.zero = false;
        self.last_unit = Some(power);
        (self.groups.iter().sum::<i128>() < LIMIT * SCALE).then_some(())
    }

    /// The value of what stands behind the last unit, where it can be read in one way only.
    fn trailing(&self) -> Option<i128> {
        let Some(pending) = self.pending else { return Some(0) };
        let Some(last) = self.last_unit else { return Some(pending) };
        let clear = if self.pending_digits > 0 {
            self.pending_digits == last || self.zero
        } else {
            last == 1 || self.zero
        };
        let fits = pending < 10i128.pow(last) * SCALE;
        (clear && fits).then_some(pending)
    }

    fn finish(self) -> Option<Numeral> {
        if !self.read_anything {
            return None;
        }
        let value = self.groups.iter().sum::<i128>() + self.trailing()?;
        // 一二 may be twelve, or one or two.
        if self.last_unit.is_none() && self.positional == 2 && value / SCALE % 10 != 0 {
            return None;
        }
        if value % (SCALE / 100) != 0 {
            return None;
        }
        let hundredths = i64::try_from(value / (SCALE / 100)).ok()?;
        let script = if self.mixed { Script::Mixed } else { self.script.unwrap_or(Script::Small) };
        Some(Numeral { hundredths, script, end: self.at })
    }
}

/// What one is counted as while reading: ten decimals.
const SCALE: i128 = 10_000_000_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visible::inked;

    fn value(text: &str) -> Option<(i64, Script, usize)> {
        read(&inked(text), 0).map(|n| (n.hundredths, n.script, n.end))
    }

    #[test]
    fn nothing_finer_than_can_be_kept() {
        assert_eq!(value("5.000000000000000000").unwrap().0, 500);
        assert_eq!(value("5.000000000000000001"), None);
    }

    #[test]
    fn no_unit_of_nothing_and_no_larger_unit_behind() {
        for text in ["零十", "0千", "零百元", "一万一亿", "1万2亿"] {
            assert_eq!(value(text), None, "{text}");
        }
        assert_eq!(value("一亿零五万").unwrap().0, 10_005_000_000);
    }

    #[test]
    fn nothing_beyond_the_limit() {
        let by_digit = |number: i128| -> String {
            let digits = number.to_string();
            digits
                .bytes()
                .filter_map(|digit| "〇一二三四五六七八九".chars().nth(usize::from(digit - b'0')))
                .collect()
        };
        let in_wan = |number: i128| format!("{}.{:04}万", number / 10_000, number % 10_000);
        for (number, is_read) in [(LIMIT - 1, true), (LIMIT, false), (LIMIT + 1, false)] {
            for text in [number.to_string(), by_digit(number), in_wan(number)] {
                assert_eq!(value(&text).map(|n| i128::from(n.0)), is_read.then_some(number * 100), "{text}");
            }
        }
        assert_eq!((value(&"9".repeat(60)), value(&"九".repeat(60))), (None, None));
    }

    #[test]
    fn what_can_be_read_in_one_way() {
        use Script as S;
        for (text, hundredths, script) in [
            ("5000", 500_000, S::Digits),
            ("5,000.00", 500_000, S::Digits),
            ("1,234,567.8", 123_456_780, S::Digits),
            ("500,000", 50_000_000, S::Digits),
            ("０．５万", 500_000, S::Digits),
            ("3.472365万", 3_472_365, S::Digits),
            ("5千", 500_000, S::Mixed),
            ("1万5千", 1_500_000, S::Mixed),
            ("1万5000", 1_500_000, S::Digits),
            ("伍仟", 500_000, S::Capitals),
            ("陆仟伍佰", 650_000, S::Capitals),
            ("贰拾壹万", 21_000_000, S::Capitals),
            ("壹万零伍佰", 1_050_000, S::Capitals),
            ("壹万伍佰", 1_050_000, S::Capitals),
            ("壹佰万零伍", 100_000_500, S::Capitals),
            ("一万五千", 1_500_000, S::Small),
            ("十五万", 15_000_000, S::Small),
            ("两千零一十", 201_000, S::Small),
            ("一千零十", 101_000, S::Small),
            ("十二", 1_200, S::Small),
            ("二十", 2_000, S::Small),
            ("一亿二千万", 12_000_000_000, S::Small),
            ("二〇〇〇", 200_000, S::Small),
            ("二〇", 2_000, S::Small),
            ("二〇二三", 202_300, S::Small),
            ("一二三四五六七八九", 12_345_678_900, S::Small),
            ("一万十", 1_001_000, S::Small),
            ("零", 0, S::Small),
        ] {
            let expected = (hundredths, script, inked(text).len());
            assert_eq!(value(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for (number, small, capitals) in [
            (0, "零", "零"),
            (5, "五", "伍"),
            (10, "十", "壹拾"),
            (15, "十五", "壹拾伍"),
            (20, "二十", "贰拾"),
            (99, "九十九", "玖拾玖"),
            (100, "100", "100"),
        ] {
            assert_eq!(
                (&*write(number, Script::Small), &*write(number, Script::Capitals)),
                (small, capitals)
            );
        }
        for script in [Script::Digits, Script::Small, Script::Capitals] {
            for number in 0..100 {
                let written = write(number, script);
                assert_eq!(value(&written).map(|n| n.0), Some(i64::from(number) * 100), "{written}");
            }
        }
    }

    #[test]
    fn what_cannot() {
        for text in [
            "",
            "元",
            "一万五",
            "三千五",
            "1万5",
            "五千一万",
            "一二",
            "千",
            "万",
            "一万亿",
            "5,00",
            "5000,000",
            "1,2345",
            "5 000",
            "五5",
            "5五",
            "1万5五",
            "一万五三",
            "一万零一亿",
            "一万零一万",
            "1万零10000",
            "0.00001",
            "一二千",
            "99999999999999999999",
            "十十",
            "亿亿",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
        // The numeral ends where the text goes on.
        assert_eq!(value("5000元").map(|n| n.2), Some(4));
        assert_eq!(value("5.").map(|n| n.2), Some(1));
        assert_eq!(value("500,").map(|n| n.2), Some(3));
    }
}
