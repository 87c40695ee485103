//! Amounts of money in 万元 (10,000 yuan), exact to 0.01 yuan.

/// An amount in units of 0.01 yuan, which is one millionth of 万元: what six decimals of 万元 can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(pub i64);

/// 0.01 yuan in one 万元.
const CENTS_PER_WAN: i64 = 1_000_000;

/// 0.01 yuan in one yuan.
const CENTS_PER_YUAN: i64 = 100;

impl Amount {
    /// An amount of whole yuan; none where it overflows.
    pub const fn from_yuan(yuan: i64) -> Option<Self> {
        match yuan.checked_mul(CENTS_PER_YUAN) {
            Some(cents) => Some(Self(cents)),
            None => None,
        }
    }

    /// As a decimal number of 万元 without trailing zeros: `0.5`.
    pub fn to_wan(self) -> String {
        decimal(self.0, CENTS_PER_WAN, 6)
    }

    /// As a decimal number of yuan without trailing zeros: `5000`.
    pub fn to_yuan(self) -> String {
        decimal(self.0, CENTS_PER_YUAN, 2)
    }
}

fn decimal(cents: i64, per_unit: i64, digits: usize) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, part) = (cents.unsigned_abs() / per_unit as u64, cents.unsigned_abs() % per_unit as u64);
    let text = format!("{sign}{whole}.{part:0digits$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A plain decimal number and how exactly it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecimalRead {
    /// Digits of the number without its point, sign excluded.
    digits: u64,
    /// How many of the digits stand behind the point, trailing zeros excluded.
    pub decimals: u8,
}

impl DecimalRead {
    /// The number as an amount where it counts 万元; cut to 0.01 yuan, none where it overflows.
    pub fn as_wan(self) -> Option<Amount> {
        self.scaled(6)
    }

    /// The number as an amount where it counts yuan; cut to 0.01 yuan, none where it overflows.
    pub fn as_yuan(self) -> Option<Amount> {
        self.scaled(2)
    }

    fn scaled(self, unit_digits: u32) -> Option<Amount> {
        let decimals = u32::from(self.decimals);
        let digits = i128::from(self.digits);
        let cents = if decimals <= unit_digits {
            digits * 10i128.pow(unit_digits - decimals)
        } else {
            digits / 10i128.pow(decimals - unit_digits)
        };
        i64::try_from(cents).ok().map(Amount)
    }
}

/// Reads a non-negative decimal number written with digits and at most one point, nothing else.
pub fn read_decimal(text: &str) -> Option<DecimalRead> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(part) || text.ends_with('.') {
        return None;
    }
    let part = part.trim_end_matches('0');
    let whole = whole.trim_start_matches('0');
    if whole.len() + part.len() > 18 {
        return None;
    }
    let digits = whole.bytes().chain(part.bytes()).fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    Some(DecimalRead { digits, decimals: part.len() as u8 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eighteen_digits_at_most() {
        assert_eq!(read_decimal("123456789012345678").unwrap().digits, 123_456_789_012_345_678);
        assert_eq!(read_decimal("0012345678901234567.80").unwrap().decimals, 1);
        assert_eq!(read_decimal("1234567890123456789"), None);
    }

    #[test]
    fn decimals_of_wan_and_yuan() {
        let read = read_decimal("0.50").unwrap();
        assert_eq!((read.as_wan().unwrap(), read.decimals), (Amount(500_000), 1));
        assert_eq!(read.as_wan().unwrap().to_wan(), "0.5");
        assert_eq!(read.as_wan().unwrap().to_yuan(), "5000");
        assert_eq!(read_decimal("5000").unwrap().as_yuan().unwrap().to_wan(), "0.5");
        assert_eq!(read_decimal("3.472365").unwrap().as_wan().unwrap().to_yuan(), "34723.65");
        assert_eq!(read_decimal("0.1234567").unwrap().decimals, 7);
        assert_eq!(read_decimal("0.12345678").unwrap().as_wan(), Some(Amount(123_456)));
        assert_eq!((Amount(0).to_wan(), Amount(-500_000).to_wan()), ("0".to_owned(), "-0.5".to_owned()));
        assert_eq!(Amount::from_yuan(30_000).unwrap().to_wan(), "3");
    }

    #[test]
    fn everything_else_is_refused() {
        for text in
            ["", ".", "-1", "+1", "5000元", "5,000", "1e3", "1.2.3", ".5", "5.", "1234567890123456789"]
        {
            assert_eq!(read_decimal(text), None, "{text}");
        }
    }
}
