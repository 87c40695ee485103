//! The browser's clock.

use chrono::{Local, NaiveDate, Timelike};

/// Today, `yyyy-MM-dd`.
pub fn today() -> String {
    Local::now().format("%Y-%m-%d").to_string()
}

/// The time of day, `HH:mm`.
pub fn time() -> String {
    let now = Local::now();
    format!("{:02}:{:02}", now.hour(), now.minute())
}

/// Milliseconds since some moment; for durations.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A day as people write it (2023-06-16, 2023/6/16, 2023.6.16, 2023年6月16日, 20230616) as `yyyy-MM-dd`.
pub fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let day = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d"]
        .into_iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())?;
    let named = day.format("%Y-%m-%d").to_string();
    // Four digits of a year: others would not sort as texts.
    (named.len() == 10).then_some(named)
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
        for text in ["", "2023-02-30", "5 June", "20233-01-01"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
