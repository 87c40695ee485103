//! Personal numbers in any text: what is masked is masked for good, and nothing else changes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use precheck_rules::privacy::{find, is_resident_id, mask};

fuzz_target!(|text: &str| {
    let mut at = 0;
    for number in find(text) {
        assert!(number.start >= at && number.start < number.end);
        assert!(text.get(number.start..number.end).is_some());
        at = number.end;
    }
    let masked = mask(text).into_owned();
    assert!(find(&masked).is_empty(), "{text:?} → {masked:?}");
    assert_eq!(mask(&masked), masked);
    let _ = is_resident_id(text);
});
