//! Publicity periods: 1年, 十二个月, 长期, 2023-06-20至2024-06-19, 自2023年6月20日起一年, 2024-06-19.

use precheck_schema::calendar::Calendar;
use precheck_schema::date::{Date, Days, LONG_TERM, LONG_TERM_ALTERNATIVE, Months, iso, read_date};
use precheck_schema::lines;

use super::dates::{self, DateFound, DateStyle};
use super::numeral::{self, Script};
use crate::visible::{Visible, inked, string};

/// How long something lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Calendar months; a year is twelve.
    Months(u32),
    /// Calendar days.
    Days(u32),
    /// Working days.
    WorkingDays(u32),
}

/// The unit that a duration was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthUnit {
    /// 年.
    Years,
    /// 个月.
    Months,
    /// 天, 日, 工作日, 半年 and other forms.
    Other,
}

/// A duration as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duration {
    /// How long.
    pub length: Length,
    /// Its unit.
    pub unit: LengthUnit,
    /// What its number was written with.
    pub script: Script,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

impl Duration {
    /// A number of years in the form of this duration: 三十六个月 becomes 十二个月.
    pub fn write_years(&self, years: u32) -> String {
        match self.unit {
            LengthUnit::Months => format!("{}个月", numeral::write(years * 12, self.script)),
            LengthUnit::Years | LengthUnit::Other => format!("{}年", numeral::write(years, self.script)),
        }
    }
}

/// When a period ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// On a day.
    On(DateFound),
    /// Never: 长期, or the value that stands for it.
    Never {
        /// Its first byte.
        start: usize,
        /// The byte after it.
        end: usize,
    },
}

/// A period that was read: at least one of its parts is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// How long it lasts.
    pub duration: Option<Duration>,
    /// Its first day.
    pub first: Option<DateFound>,
    /// Its end.
    pub end: Option<End>,
}

impl Period {
    /// Whether it never ends.
    pub fn is_long_term(&self) -> bool {
        matches!(self.end, Some(End::Never { .. }))
    }

    /// The last day, counted from `from` where the period names no first day: the end date, or the day on which
    /// the duration is over. None for a period without end, and past the end of the calendar.
    pub fn last_day(&self, from: Date, calendar: &Calendar) -> Option<Date> {
        match self.end {
            Some(End::On(date)) => Some(date.date),
            Some(End::Never { .. }) => None,
            None => {
                let first = self.first.map_or(from, |date| date.date);
                match self.duration?.length {
                    Length::Months(months) => first.checked_add_months(Months::new(months)),
                    Length::Days(days) => first.checked_add_days(Days::new(u64::from(days))),
                    Length::WorkingDays(days) => Some(calendar.add_working_days(first, days)),
                }
            }
        }
    }
}

/// Reads a whole text as a publicity period; none where a word is left that says something else, or where it
/// names two durations or three dates.
pub fn read(text: &str) -> Option<Period> {
    if let Some(years) = plain_years(text) {
        return Some(years);
    }
    // A period is one value: exports write a space where a line ends.
    let text = &*lines::level(text, ' ');
    let characters = inked(text);
    if characters.len() > LONGEST {
        return None;
    }
    if let Some(period) = whole_date(text, &characters) {
        return Some(period);
    }
    let mut reader = Reader { text: &characters, ..Reader::default() };
    while reader.at < characters.len() {
        reader.step()?;
    }
    reader.finish()
}

/// No period has more characters: what is longer tells something else.
const LONGEST: usize = 120;

/// 1年 with one digit, as nearly every record has it: read without looking closer.
fn plain_years(text: &str) -> Option<Period> {
    let digit = text.strip_suffix('年')?.as_bytes();
    let [years @ b'1'..=b'9'] = digit else { return None };
    let length = Length::Months(u32::from(years - b'0') * 12);
    let (unit, script) = (LengthUnit::Years, Script::Digits);
    let duration = Duration { length, unit, script, start: 0, end: text.len() };
    Some(Period { duration: Some(duration), ..Period::default() })
}

/// A text that is nothing but an end date in any accepted form, a spreadsheet serial among them.
fn whole_date(text: &str, characters: &[Visible]) -> Option<Period> {
    let read = read_date(text, false)?;
    let found = dates::read_at(characters, 0).map_or_else(
        || DateFound {
            date: read.date,
            style: DateStyle::Separated('-'),
            padded: true,
            start: characters[0].start,
            end: characters[characters.len() - 1].end,
        },
        |(found, _)| found,
    );
    Some(Period { end: Some(end_of(found)), ..Period::default() })
}

/// An end date, the values that stand for no end taken as such.
fn end_of(found: DateFound) -> End {
    let day = iso(found.date);
    if day == LONG_TERM || day == LONG_TERM_ALTERNATIVE {
        End::Never { start: found.start, end: found.end }
    } else {
        End::On(found)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    First,
    Last,
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t [Visible],
    at: usize,
    duration: Option<Duration>,
    dates: Vec<(DateFound, Option<Role>)>,
    never: Option<(usize, usize)>,
    /// The role that a word before a date gave it.
    coming: Option<Role>,
}

/// Words before a date that make it the first day, or the last.
const FROM: [&str; 2] = ["自", "从"];
const UNTIL: [&str; 9] = ["截止日期", "截止到", "截止至", "截至", "截止", "至", "到", "~", "—"];
/// Words behind a date that do.
const SINCE: [&str; 4] = ["起始", "开始", "起", "始"];
const ENDING: [&str; 4] = ["为止", "截止", "终止", "止"];
const NEVER: [&str; 5] = ["长期有效", "长期公示", "无固定期限", "长期", "永久"];
/// Words that say nothing about the period.
const FILLERS: [&str; 22] = [
    "公示期限",
    "公示期间",
    "公示时间",
    "公示期",
    "公示",
    "公开",
    "有效期限",
    "有效期",
    "期限",
    "期间",
    "为期",
    "算起",
    "计算",
    "共计",
    "限期",
    "为",
    "是",
    "即",
    "计",
    "共",
    "满",
    "期",
];
const MARKS: [char; 16] =
    [':', ',', ';', '、', '。', '(', ')', '[', ']', '【', '】', '-', '–', '"', '“', '”'];

impl Reader<'_> {
    fn starts(&self, word: &str) -> bool {
        super::money::starts_with(self.text, self.at, word)
    }

    fn take(&mut self, words: &[&str]) -> bool {
        let Some(word) = words.iter().find(|word| self.starts(word)) else { return false };
        self.at += word.chars().count();
        true
    }

    fn step(&mut self) -> Option<()> {
        if let Some((date, next)) = dates::read_at(self.text, self.at) {
            let role = self.coming.take();
            self.dates.push((date, role));
            self.at = next;
            self.role_behind();
            return (self.dates.len() <= 2).then_some(());
        }
        let here = self.at;
        if let Some(duration) = self.duration_here() {
            return self.duration.replace(duration).is_none().then_some(());
        }
        self.at = here;
        if self.take(&NEVER) {
            let place = (self.text[here].start, self.text[self.at - 1].end);
            return self.never.replace(place).is_none().then_some(());
        }
        if self.skip_since_the_day() {
            return Some(());
        }
        if self.take(&FROM) {
            self.coming = Some(Role::First);
            return Some(());
        }
        if self.take(&UNTIL) {
            self.coming = Some(Role::Last);
            return Some(());
        }
        if self.take(&FILLERS) {
            return Some(());
        }
        if MARKS.contains(&self.text[self.at].folded) {
            self.at += 1;
            return Some(());
        }
        None
    }

    /// 起 and 止 behind a date.
    fn role_behind(&mut self) {
        let role = if self.take(&SINCE) {
            Role::First
        } else if self.take(&ENDING) {
            Role::Last
        } else {
            return;
        };
        if let Some(last) = self.dates.last_mut() {
            last.1 = Some(role);
        }
    }

    /// 自处罚决定之日起: the day from which rules count anyway.
    fn skip_since_the_day(&mut self) -> bool {
        let until = self.text.len().min(self.at + 22);
        let words = string(&self.text[self.at..until]);
        let Some(at) = words.find("之日起") else { return false };
        let before = &words[..at];
        if before.chars().any(|c| c.is_ascii_digit() || matches!(c, ',' | ';' | '。' | '年' | '至')) {
            return false;
        }
        self.at += before.chars().count() + 3;
        self.take(&["计算", "算", "计"]);
        true
    }

    fn duration_here(&mut self) -> Option<Duration> {
        let first = self.at;
        let start = self.text[first].start;
        let place = |reader: &Self, length, unit, script| {
            let end = reader.text[reader.at - 1].end;
            Some(Duration { length, unit, script, start, end })
        };
        if self.take(&["半年"]) {
            return place(self, Length::Months(6), LengthUnit::Other, Script::Small);
        }
        let numeral = numeral::read(self.text, first)?;
        let whole = (numeral.hundredths % 100 == 0)
            .then(|| u32::try_from(numeral.hundredths / 100).ok())
            .flatten()
            .filter(|&n| (1..10_000).contains(&n));
        self.at = numeral.end;
        let script = numeral.script;
        if self.take(&["年半"]) {
            return place(self, Length::Months(whole? * 12 + 6), LengthUnit::Other, script);
        }
        if self.take(&["周年", "年整", "年期", "年"]) {
            let months = numeral.hundredths.checked_mul(12)?;
            let months = (months % 100 == 0).then(|| u32::try_from(months / 100).ok()).flatten();
            let months = months.filter(|&m| (1..12_000).contains(&m));
            let unit = if months?.is_multiple_of(12) { LengthUnit::Years } else { LengthUnit::Other };
            return place(self, Length::Months(months?), unit, script);
        }
        let length = if self.take(&["个月"]) {
            Length::Months(whole?)
        } else if self.take(&["个工作日", "工作日"]) {
            Length::WorkingDays(whole?)
        } else if self.take(&["个自然日", "自然日", "天", "日"]) {
            Length::Days(whole?)
        } else {
            return None;
        };
        let unit = if matches!(length, Length::Months(_)) { LengthUnit::Months } else { LengthUnit::Other };
        place(self, length, unit, script)
    }

    fn finish(self) -> Option<Period> {
        let mut period = Period { duration: self.duration, ..Period::default() };
        match self.dates[..] {
            [] => {}
            [(date, Some(Role::First))] => period.first = Some(date),
            [(date, _)] if self.never.is_some() => period.first = Some(date),
            [(date, _)] => period.end = Some(end_of(date)),
            [(_, Some(Role::Last)), _] | [_, (_, Some(Role::First))] => return None,
            [(first, _), (last, _)] => {
                period.first = Some(first);
                period.end = Some(end_of(last));
            }
            _ => return None,
        }
        if let Some((start, end)) = self.never {
            if period.end.is_some() || period.duration.is_some() {
                return None;
            }
            period.end = Some(End::Never { start, end });
        }
        // A first day alone is no period.
        (period.duration.is_some() || period.end.is_some()).then_some(period)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Months, first day and end as text.
    fn parts(text: &str) -> Option<String> {
        let period = read(text)?;
        let duration = period.duration.map(|d| match d.length {
            Length::Months(n) => format!("{n}m"),
            Length::Days(n) => format!("{n}d"),
            Length::WorkingDays(n) => format!("{n}w"),
        });
        let first = period.first.map(|d| format!("from {}", d.date));
        let end = period.end.map(|end| match end {
            End::On(date) => format!("to {}", date.date),
            End::Never { .. } => "never".to_owned(),
        });
        Some([duration, first, end].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn periods() {
        for (text, expected) in [
            ("1年", "12m"),
            ("１ 年", "12m"),
            ("一年", "12m"),
            ("壹年", "12m"),
            ("三年", "36m"),
            ("12个月", "12m"),
            ("十二个月", "12m"),
            ("36个月", "36m"),
            ("半年", "6m"),
            ("一年半", "18m"),
            ("0.5年", "6m"),
            ("90天", "90d"),
            ("20个工作日", "20w"),
            ("公示期限：一年", "12m"),
            ("公示1年", "12m"),
            ("自处罚决定之日起一年", "12m"),
            ("处罚决定之日起一年", "12m"),
            ("1年（自作出行政处罚决定之日起计算）", "12m"),
            ("长期", "never"),
            ("永久", "never"),
            ("9999-09-09", "never"),
            ("2099年12月31日", "never"),
            ("2024-06-19", "to 2024-06-19"),
            ("2024/6/19", "to 2024-06-19"),
            ("20240619", "to 2024-06-19"),
            ("45462", "to 2024-06-19"),
            ("2024-06-19 00:00:00", "to 2024-06-19"),
            ("至2024年6月19日", "to 2024-06-19"),
            ("2024-06-19止", "to 2024-06-19"),
            ("截止2024-06-19", "to 2024-06-19"),
            ("2023-06-20至2024-06-19", "from 2023-06-20 to 2024-06-19"),
            ("2023-06-20 - 2024-06-19", "from 2023-06-20 to 2024-06-19"),
            ("2023.6.20-2024.6.19", "from 2023-06-20 to 2024-06-19"),
            ("2023年6月20日~2024年6月19日", "from 2023-06-20 to 2024-06-19"),
            ("2023/6/20—2024/6/19", "from 2023-06-20 to 2024-06-19"),
            ("自2023-06-20起至2024-06-19止", "from 2023-06-20 to 2024-06-19"),
            ("自2023年6月20日起一年", "12m from 2023-06-20"),
            ("自2023-06-20起三年", "36m from 2023-06-20"),
            ("1年（2023-06-20至2024-06-19）", "12m from 2023-06-20 to 2024-06-19"),
            ("一年，至2024-06-19", "12m to 2024-06-19"),
            ("2023-06-20至长期", "from 2023-06-20 never"),
            ("2023-06-20\n至2024-06-19", "from 2023-06-20 to 2024-06-19"),
        ] {
            assert_eq!(parts(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_period() {
        for text in [
            // Found by fuzzing: a number of years that cannot be counted in months.
            "15000000717748797年",
            "",
            "按规定",
            "1",
            "一",
            "年",
            "12月",
            "1至3年",
            "三个月至一年",
            "2023-02-30",
            "2024年6月",
            "自2023-06-20起",
            "最长一年",
            "不超过1年",
            "一年以上",
            "详见文书",
            "2023-06-20至2024-06-19至2025-06-19",
            "长期一年",
            "0年",
            "2023至2024年",
            "1年3年",
            "-",
            "约一年",
            "第3日之日起一年",
            "另行通知；之日起一年",
            "2023-06-20止2024-06-19",
            "2023-06-20至2024-06-19起",
            "1年\n3年",
        ] {
            assert_eq!(parts(text), None, "{text}");
        }
        let of_length = |length: usize| format!("一年{}", "。".repeat(length - 2));
        assert_eq!(
            (parts(&of_length(LONGEST)).as_deref(), parts(&of_length(LONGEST + 1))),
            (Some("12m"), None)
        );
    }

    #[test]
    fn years_in_the_form_of_the_duration() {
        for (text, expected) in [
            ("3年", "1年"),
            ("三年", "一年"),
            ("叁年", "壹年"),
            ("36个月", "12个月"),
            ("三十六个月", "十二个月"),
            ("90天", "1年"),
        ] {
            assert_eq!(read(text).unwrap().duration.unwrap().write_years(1), expected, "{text}");
        }
    }

    #[test]
    fn last_days() {
        let calendar = Calendar::built_in();
        let day = |text: &str| Date::parse_from_str(text, "%Y-%m-%d").unwrap();
        let last = |text: &str| read(text).unwrap().last_day(day("2023-06-20"), &calendar);
        assert_eq!(last("1年"), Some(day("2024-06-20")));
        assert_eq!(last("2024-06-19"), Some(day("2024-06-19")));
        assert_eq!(last("自2023-01-01起6个月"), Some(day("2023-07-01")));
        assert_eq!(last("长期"), None);
        assert_eq!(last("90天"), Some(day("2023-09-18")));
    }

    proptest! {
        #[test]
        fn any_text(text in any::<String>()) {
            read(&text);
        }

        #[test]
        fn words_of_periods(text in "(自|至|起|止|-|[0-9]{1,8}|年|月|日|个月|一|三|十二|长期|半年|公示|（|）){0,10}") {
            if let Some(period) = read(&text) {
                let calendar = Calendar::built_in();
                period.last_day(Date::MIN, &calendar);
                period.last_day(Date::MAX, &calendar);
            }
        }
    }
}
