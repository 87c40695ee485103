//! Personal numbers in text: where they stand, and the text with their middle hidden. The rules P001 to P003, the
//! problem workbook and everything that quotes a value go through here.

mod numbers;
mod scan;

use std::borrow::Cow;

use precheck_schema::fold::{half_width, is_invisible, is_space};
use precheck_schema::uscc;

pub use numbers::{Number, NumberKind, find};

/// Whether a whole text is an 18-digit resident id (GB 11643-1999) rather than a 统一社会信用代码: place, date
/// and check character hold, or the check character fails but the first two digits stand for no registering
/// department. A valid code is never one, whatever its digits look like.
pub fn is_resident_id(text: &str) -> bool {
    // Most texts that come here are credit codes: those with letters are told without a copy.
    if text.is_ascii() && text.len() <= 18 && !text.bytes().take(17).all(|b| b.is_ascii_digit()) {
        return false;
    }
    let folded: String =
        text.chars().filter(|c| !is_invisible(*c)).map(half_width).filter(|c| !is_space(*c)).collect();
    let id = folded.to_ascii_uppercase();
    if !numbers::has_id_shape(&id) || !numbers::has_id_province(&id) || numbers::is_valid_uscc(&id) {
        return false;
    }
    numbers::id_check_holds(&id) || uscc::department(&id).is_none()
}

/// The text with the middle of every resident id, mobile number and bank card (P001 to P003) hidden, and nothing
/// else changed.
pub fn mask(text: &str) -> Cow<'_, str> {
    if !scan::has_many_digits(text) {
        return Cow::Borrowed(text);
    }
    let found = find(text);
    if found.is_empty() && is_resident_id(text) {
        let digits = crate::visible::visible(text)
            .iter()
            .map(|c| c.folded)
            .filter(char::is_ascii_alphanumeric)
            .collect();
        return Cow::Owned(NumberKind::ResidentId.masked(digits));
    }
    replace(text, &found)
}

/// The text with the middle of every number of one kind hidden.
pub fn mask_kind(text: &str, kind: NumberKind) -> Cow<'_, str> {
    let mut found = find(text);
    found.retain(|number| number.kind == kind);
    replace(text, &found)
}

fn replace<'a>(text: &'a str, found: &[Number]) -> Cow<'a, str> {
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for number in found {
        out.push_str(&text[at..number.start]);
        out.push_str(&number.masked());
        at = number.end;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_middle_is_hidden_however_the_number_is_written() {
        for (text, expected) in [
            ("身份证号152326196504245143", "身份证号152326********5143"),
            ("１５２３２６１９６５０４２４５１４３", "152326********5143"),
            ("152326 19650424 5143。", "152326********5143。"),
            ("152326-19650424-5143", "152326********5143"),
            ("1 5 2 3 2 6 1 9 6 5 0 4 2 4 5 1 4 3", "152326********5143"),
            ("152326\u{200B}19650424\n5143", "152326********5143"),
            ("11010519491231002x", "110105********002X"),
            ("身份证号:152326650424514", "身份证号:152326******514"),
            ("联系电话13847512345。", "联系电话138****2345。"),
            ("电话：138 4751 2345", "电话：138****2345"),
            ("＋86-138-4751-2345", "＋86-138****2345"),
            ("1 3 8 4 7 5 1 2 3 4 5", "138****2345"),
            ("13847\n512345", "138****2345"),
            ("卡号6222 0212 3456 7890 128", "卡号6222***********0128"),
            ("152326196504245143，13847512345", "152326********5143，138****2345"),
        ] {
            assert_eq!(mask(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_personal_number_stays() {
        for text in [
            "91150525MA0N8B4T47",
            "罚款5000元",
            "奈(消)行罚决字〔2023〕第0007号",
            "上(消)行罚决字[2020]11000020号",
            "2023-06-16至2024-06-15",
            "0475-4213119",
            "",
        ] {
            assert!(matches!(mask(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn ids_and_codes_of_enterprises() {
        assert!(is_resident_id("152326196504245143"));
        assert!(is_resident_id(" 152326 19650424 5143 "));
        assert!(is_resident_id("11010519491231002x"));
        // The check digit fails, but 15 is no registering department.
        assert!(is_resident_id("152326196504245144"));
        assert!(!is_resident_id("110105194912310021"));
        assert!(!is_resident_id("91150525MA0N8B4T47"));
        assert!(!is_resident_id("150525000001234"));
        assert_eq!(mask("152326196504245144"), "152326********5144");
    }

    /// Found by fuzzing: the head of a hidden number and the digits before it made another.
    #[test]
    fn the_ends_of_a_hidden_number_start_no_other() {
        for text in ["1300 15001300 1500 2001500 20300 1500", "15001300 150****1500", "138****2345 1501300"] {
            assert!(find(&mask(text)).is_empty(), "{text}");
        }
        assert_eq!(mask("13847512345*"), "138****2345*");
        assert_eq!(mask("138****2345 13847512345"), "138****2345 138****2345");
    }

    proptest! {
        #[test]
        fn any_text_is_masked_without_panic(text in any::<String>()) {
            let masked = mask(&text).into_owned();
            let again = mask(&masked).into_owned();
            prop_assert_eq!(again, masked);
        }

        #[test]
        fn digits_and_separators(text in "[0-9１３８Xx \\-\u{200B}\n元号第〕身份证账号]{0,60}") {
            for number in find(&text) {
                prop_assert!(number.start < number.end && text.get(number.start..number.end).is_some());
            }
            let masked = mask(&text).into_owned();
            prop_assert!(find(&masked).is_empty(), "{masked}");
        }
    }
}
