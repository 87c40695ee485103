//! Fractions as text, written by the browser: the writing and reading of fractions in the standard library are
//! some 25 KB of the program that the first screen waits for.

use js_sys::{JsString, Number};

/// A number with so many digits behind the point.
#[must_use]
pub fn fixed(value: f64, digits: u8) -> String {
    Number::from(value).to_fixed(digits).map_or_else(|_| String::new(), |text: JsString| text.into())
}

/// A length in pixels, as style sheets write it.
#[must_use]
pub fn px(length: f64) -> String {
    fixed(length, 1) + "px"
}

/// The number at the beginning of a text.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    Some(Number::parse_float(text)).filter(|number| !number.is_nan())
}

#[cfg(test)]
mod tests {
    use super::{fixed, px, read};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn fractions_are_written_and_read() {
        assert_eq!(fixed(99.95, 1), "100.0");
        assert_eq!(fixed(-12.346, 2), "-12.35");
        assert_eq!(fixed(12.0, 0), "12");
        assert_eq!(px(2400.0), "2400.0px");
        assert_eq!(read("1732440000123.5"), Some(1_732_440_000_123.5));
        assert_eq!(read("x"), None);
    }
}
