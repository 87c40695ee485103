//! Document numbers, dates, codes and normalisation on any text. A normalised value is normal.
#![no_main]

use libfuzzer_sys::fuzz_target;
use precheck_schema::codes::CodeListId;
use precheck_schema::date::read_date;
use precheck_schema::grid::CellKind;
use precheck_schema::normalize::{Unit, normalize};
use precheck_schema::{FieldKey, amount, document_no, registration_no, typed, uscc, violations};

fuzz_target!(|text: &str| {
    if let Some(number) = document_no::read(text) {
        let _ = (number.kind_word(), number.prefix(), number.suffix(), number.brackets());
        let again = number.with_standard_brackets();
        let again = document_no::read(&again).expect("brackets do not matter");
        assert_eq!((again.serial, again.ends_in_hao), (number.serial, number.ends_in_hao));
    }
    let _ = (document_no::kind_word(text), document_no::year_brackets(text));
    for date_1904 in [false, true] {
        let _ = read_date(text, date_1904);
    }
    let _ = (uscc::department(text), uscc::province_holds(text), uscc::is_early_pilot(text));
    assert!(!uscc::check_holds(text) || text.len() == 18);
    let _ = (registration_no::form(text), registration_no::check_holds(text));
    let _ = (amount::read_decimal(text), violations::find(text));
    for id in CodeListId::ALL {
        let list = id.list();
        assert!(list.split(text).into_iter().all(|value| !value.is_empty()));
        let _ = (list.find(text), list.nearest(text));
    }
    for &field in FieldKey::all() {
        let _ = typed::marks(field, text);
        let value = normalize(field, text, CellKind::Text, Unit::None, false);
        let again = normalize(field, &value, CellKind::Text, Unit::None, false);
        assert_eq!(value, again, "{field}: {text:?}");
    }
});
