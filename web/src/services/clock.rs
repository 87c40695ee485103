//! The browser's clock.

use chrono::{Local, Timelike};

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
