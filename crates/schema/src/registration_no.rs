//! 工商注册号: GS 15-2006 (15 digits) and the forms before 2007.

/// Which form a registration number has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrationForm {
    /// 15 digits, the last a check digit.
    Digits15,
    /// 15 characters with `NA` at 7 and 8: 农民专业合作社.
    Cooperative,
    /// 13 digits, before 2007, without check digit.
    Digits13,
    /// In words, such as 企独浙绍总字第002662号.
    Words,
}

/// The form of a normalised registration number; none where it has no known form.
pub fn form(number: &str) -> Option<RegistrationForm> {
    let bytes = number.as_bytes();
    let digits = |range: &[u8]| range.iter().all(u8::is_ascii_digit);
    match bytes.len() {
        15 if digits(bytes) => Some(RegistrationForm::Digits15),
        15 if digits(&bytes[..6]) && &bytes[6..8] == b"NA" && digits(&bytes[8..]) => {
            Some(RegistrationForm::Cooperative)
        }
        13 if digits(bytes) => Some(RegistrationForm::Digits13),
        _ => in_words(number).then_some(RegistrationForm::Words),
    }
}

/// …字第…号 with a digit between 第 and 号.
fn in_words(number: &str) -> bool {
    let Some((before, after)) = number.split_once("字第") else { return false };
    let Some(serial) = after.strip_suffix('号') else { return false };
    !before.is_empty() && serial.chars().any(|c| c.is_ascii_digit())
}

/// The check digit that 14 digits ask for, ISO 7064 MOD 11,10.
pub fn check_digit(digits: &[u8]) -> Option<u8> {
    let mut product = 10;
    for digit in digits.get(..14)? {
        let digit = char::from(*digit).to_digit(10)?;
        let sum = (product + digit) % 10;
        product = (if sum == 0 { 10 } else { sum }) * 2 % 11;
    }
    Some(b'0' + ((11 - product) % 10) as u8)
}

/// Whether 15 digits end in their check digit.
pub fn check_holds(number: &str) -> bool {
    let bytes = number.as_bytes();
    bytes.len() == 15 && check_digit(bytes) == Some(bytes[14])
}

/// Whether a value of a column that holds both identifiers is a registration number rather than a
/// 统一社会信用代码: what has a form of its own, and what is far too short or too long for a code.
pub fn looks_like_registration_no(value: &str) -> bool {
    form(value).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        assert_eq!(form("110108000000016"), Some(RegistrationForm::Digits15));
        assert_eq!(form("330226NA000123X"), None);
        assert_eq!(form("330226NA0001234"), Some(RegistrationForm::Cooperative));
        assert_eq!(form("3301062015292"), Some(RegistrationForm::Digits13));
        assert_eq!(form("企独浙绍总字第002662号"), Some(RegistrationForm::Words));
        assert_eq!(form("91350100M000100Y43"), None);
        for text in [
            "字第号",
            "字第12号",
            "企独浙总字第号",
            "33010620152X2",
            "330226XX0001234",
            "33022XNA0001234",
            "12345678901234",
        ] {
            assert_eq!(form(text), None, "{text}");
        }
    }

    #[test]
    fn check_digits() {
        assert!(check_holds("110108000000016"));
        assert!(!check_holds("110108000000017"));
        // Two real numbers that fail: the rule asks, it does not block.
        assert!(!check_holds("330327000082876") && !check_holds("330503000035118"));
    }
}
