//! The parsers of legal text on any text: sums, periods, articles, dates. What they say they found stands in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use precheck_rules::reading::{amounts, article, dates, money, period};
use precheck_schema::calendar::Calendar;
use precheck_schema::date::Date;

fuzz_target!(|text: &str| {
    let read = amounts::read(text);
    for item in &read.items {
        assert!(text.get(item.money.start..item.money.end).is_some_and(|sum| !sum.is_empty()));
        if let Some(again) = item.again {
            assert!(again.start >= item.money.end && text.get(again.start..again.end).is_some());
        }
    }
    assert!(!read.items.is_empty() || !read.states_a_fine());
    for sum in money::find(text) {
        assert!(text.get(sum.start..sum.end).is_some());
    }
    let _ = money::read_whole(text);
    for found in dates::find(text) {
        assert!(text.get(found.start..found.end).is_some());
        // A date written in its own form reads the same.
        let again = dates::find(&found.write(found.date));
        assert!(again.len() == 1 && again[0].date == found.date, "{text:?}: {again:?}");
    }
    if let Some(period) = period::read(text) {
        if let Some(duration) = period.duration {
            assert!(text.get(duration.start..duration.end).is_some());
            let _ = duration.write_years(3);
        }
        let from = Date::from_ymd_opt(2023, 6, 16).expect("a date");
        let _ = period.last_day(from, &Calendar::built_in());
    }
    let _ = article::find(text);
    let _ = article::read_whole(text);
});
