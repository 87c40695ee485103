//! Fillers: texts that stand where a value should, such as 无 or N/A (rule C003).

use crate::fold::{fold_all, half_width, is_invisible};

/// The fillers after folding of width, case and white space.
const FILLERS: [&str; 17] = [
    "无", "暂无", "待定", "待补", "同上", "不详", "-", "—", "——", "/", ".", "*", "xx", "xxx", "null", "n/a",
    "\\n",
];

/// Whether a whole value is a filler.
pub fn is_filler(value: &str) -> bool {
    // The longest filler has six bytes, nine when each character is full-width and spaced.
    if value.is_empty() || value.len() > 18 {
        return false;
    }
    // Nearly every value is told apart by its first character.
    let first = value.chars().map(half_width).find(|c| !c.is_whitespace() && !is_invisible(*c));
    if !first.is_some_and(|c| "无暂待同不-—/.*xXnN\\".contains(c)) {
        return false;
    }
    let folded = fold_all(value);
    FILLERS.contains(&&*folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filler_is_one() {
        for text in FILLERS {
            assert!(is_filler(text) && is_filler(&text.to_uppercase()), "{text}");
        }
    }

    #[test]
    fn fillers() {
        for text in
            FILLERS.into_iter().chain(["无", "－", "ＸＸ", "N/A", "\\N", " 暂 无 ", "NULL", "\u{200B}无"])
        {
            assert!(is_filler(text), "{text}");
        }
        for text in ["", "0", "无锡市", "1", "无异常", "---"] {
            assert!(!is_filler(text), "{text}");
        }
    }
}
