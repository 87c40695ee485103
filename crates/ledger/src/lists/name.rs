//! Codes and names as they are compared.

use precheck_schema::fold::fold_all;

/// Legal forms at the end of a name that lists leave out or confuse; the longest first.
const FORMS: [&str; 5] = ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司"];

/// A stem shorter than this says too little to ask anybody about it.
const SHORTEST: usize = 4;

/// A name without width, case, white space and brackets.
pub(super) fn folded(name: &str) -> String {
    let marks = |c: &char| {
        !matches!(c, '(' | ')' | '[' | ']' | '〔' | '〕' | '【' | '】' | '“' | '”' | '"' | '·' | '•')
    };
    fold_all(name).chars().filter(marks).collect()
}

/// A folded name without its legal form; as it is where nothing would be left.
pub(super) fn stem(folded: &str) -> &str {
    FORMS
        .iter()
        .find_map(|form| folded.strip_suffix(form))
        .filter(|stem| stem.chars().count() >= SHORTEST)
        .unwrap_or(folded)
}

/// A code in half-width capitals without marks; empty where it is none, or where some of it is hidden.
pub(super) fn code(text: &str) -> String {
    let folded = fold_all(text);
    let plain: String = folded.chars().filter(|&c| c != '-').map(|c| c.to_ascii_uppercase()).collect();
    let holds = matches!(plain.len(), 9 | 13 | 15 | 18) && plain.bytes().all(|b| b.is_ascii_alphanumeric());
    if holds && plain.bytes().filter(u8::is_ascii_digit).count() >= 6 { plain } else { String::new() }
}

/// The 组织机构代码 within a code: that of 18 characters holds one.
pub(super) fn organisation(code: &str) -> &str {
    match code.len() {
        18 => &code[8..17],
        9 => code,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold() {
        assert_eq!(folded(" 奈曼旗（甲）　ＡＢ有限公司 "), "奈曼旗甲ab有限公司");
        assert_eq!(stem("奈曼旗牧歌餐饮管理有限公司"), stem("奈曼旗牧歌餐饮管理公司"));
        assert_eq!(stem("奈曼旗牧歌有限责任公司"), "奈曼旗牧歌");
        assert_eq!(stem("甲乙公司"), "甲乙公司", "two characters are nobody's name");
        assert_eq!(stem("奈曼旗牧歌餐饮店"), "奈曼旗牧歌餐饮店");
    }

    #[test]
    fn codes_fold() {
        assert_eq!(code(" 91150525ma0mjb1t41 "), "91150525MA0MJB1T41");
        assert_eq!(code("MA0MJB1T-4"), "", "letters alone are no number");
        assert_eq!(code("55277599-7"), "552775997");
        assert_eq!(code("9115052****5997X6"), "");
        assert_eq!(code("无"), "");
        assert_eq!(organisation("9115052555277599X6"), "55277599X");
        assert_eq!(organisation("150525000012345"), "");
    }
}
