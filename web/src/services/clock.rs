//! The browser's clock.

use js_sys::Date;

/// Today, `yyyy-MM-dd`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The time of day, `HH:mm`.
pub fn time() -> String {
    let now = Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// A moment (ms) as `yyyy-MM-dd HH:mm`.
pub fn moment(ms: f64) -> String {
    let then = Date::new(&ms.into());
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}",
        then.get_full_year(),
        then.get_month() + 1,
        then.get_date(),
        then.get_hours(),
        then.get_minutes()
    )
}

/// Now with the offset of the computer's clock: `2023-06-16T10:42:00+08:00`.
pub fn stamp() -> String {
    let now = Date::new_0();
    let east = -(now.get_timezone_offset() as i32);
    let (sign, offset) = (if east < 0 { '-' } else { '+' }, east.abs());
    format!("{}T{}:{:02}{sign}{:02}:{:02}", today(), time(), now.get_seconds(), offset / 60, offset % 60)
}

/// Milliseconds since some moment; for durations.
pub fn now() -> f64 {
    Date::now()
}

/// A day as people write it (2023-06-16, 2023/6/16, 2023.6.16, 2023年6月16日, 20230616) as `yyyy-MM-dd`.
///
/// By hand: this is all that the page would need a calendar library for.
pub fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let number = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        let whole = digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (year, month, day) = if number(text, 8..=8).is_some() {
        (&text[..4], &text[4..6], &text[6..])
    } else {
        [("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日")].into_iter().find_map(
            |(after_year, after_month, end)| {
                let (year, rest) = text.split_once(after_year)?;
                let (month, day) = rest.split_once(after_month)?;
                Some((year, month, day.strip_suffix(end)?))
            },
        )?
    };
    let (year, month, day) = (number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?);
    // What is no day of the calendar rolls over into another month.
    let read = Date::new_with_year_month_day(year, month as i32 - 1, day as i32);
    let kept = (read.get_full_year(), read.get_month() + 1, read.get_date()) == (year, month, day);
    kept.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::day;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn days_as_people_write_them() {
        for text in ["2023-06-05", " 2023-6-5", "2023/6/5", "2023.06.05", "2023年6月5日", "20230605"] {
            assert_eq!(day(text).as_deref(), Some("2023-06-05"), "{text}");
        }
        for text in
            ["", "2023-02-30", "20230230", "2023-13-01", "2023-00-10", "5 June", "20233-01-01", "2023年6月5"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
