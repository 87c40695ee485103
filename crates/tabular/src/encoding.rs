//! Text encodings of csv, tsv, txt, HTML and XML files: detected, or chosen by the user.

use std::borrow::Cow;

use crate::gb18030;

/// Encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// GB18030, which holds GBK and GB 2312.
    Gb18030,
}

impl Encoding {
    /// Every encoding, in the order of the page's list.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Gb18030, Self::Utf16Le, Self::Utf16Be];

    /// Stable name, as in options and JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 => "gb18030",
        }
    }

    /// The encoding with this stable name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.key() == key)
    }

    /// The encoding that a byte order mark names.
    pub(crate) fn of_mark(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xEF, 0xBB, 0xBF, ..] => Some(Self::Utf8),
            [0xFF, 0xFE, ..] => Some(Self::Utf16Le),
            [0xFE, 0xFF, ..] => Some(Self::Utf16Be),
            _ => None,
        }
    }

    /// Text of `bytes`, its byte order mark removed; what cannot be decoded becomes U+FFFD.
    pub(crate) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)),
            Self::Utf16Le => utf_16(bytes, u16::from_le_bytes).into(),
            Self::Utf16Be => utf_16(bytes, u16::from_be_bytes).into(),
            Self::Gb18030 => gb18030::decode(bytes).into(),
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let marked = units.clone().next() == Some(0xFEFF);
    let text = char::decode_utf16(units.skip(usize::from(marked)));
    let mut text: String = text.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// The encoding of a text: its byte order mark; UTF-8 if it is that, or if only a few of its characters are
/// broken (a cut end, one bad byte); UTF-16 if every other byte of it is null; GB18030 otherwise.
pub(crate) fn detect(bytes: &[u8]) -> Encoding {
    if let Some(encoding) = Encoding::of_mark(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return encoding;
    }
    let mut good = 0usize;
    let mut bad = 0usize;
    for chunk in bytes.utf8_chunks() {
        // GBK text now and then looks like two-byte UTF-8, hardly ever like three bytes in a row.
        good += chunk.valid().bytes().filter(|&b| b >= 0xE0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if bad == 0 || good > bad.saturating_mul(20) { Encoding::Utf8 } else { Encoding::Gb18030 }
}

fn utf_16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    if sample.len() < 4 {
        return None;
    }
    // Separators, digits and line ends are below U+0100 and give nulls on one side only.
    let nulls = |start: usize| sample.iter().skip(start).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (nulls(0), nulls(1));
    // A few characters, 一 (U+4E00) among them, have a null on the other side.
    let enough = sample.len() / 16;
    if odd > enough && odd > even * 4 {
        Some(Encoding::Utf16Le)
    } else if even > enough && even > odd * 4 {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "企业名称,统一社会信用代码\r\n奈曼旗沙海酒店,91150525MA0YKFMG9K\r\n";

    #[test]
    fn each_encoding_is_found() {
        let gbk = gb18030::encode(TEXT);
        let utf16 = |big: bool| -> Vec<u8> {
            TEXT.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        let marked = |mark: &[u8], text: &[u8]| [mark, text].concat();
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (marked(b"\xEF\xBB\xBF", TEXT.as_bytes()), Encoding::Utf8),
            (gbk, Encoding::Gb18030),
            (marked(b"\xFF\xFE", &utf16(false)), Encoding::Utf16Le),
            (marked(b"\xFE\xFF", &utf16(true)), Encoding::Utf16Be),
            (utf16(false), Encoding::Utf16Le),
            (utf16(true), Encoding::Utf16Be),
        ] {
            assert_eq!(detect(&bytes), encoding);
            assert_eq!(encoding.decode(&bytes), TEXT);
        }
    }

    #[test]
    fn a_cut_end_stays_utf_8() {
        let bytes = TEXT.repeat(5).into_bytes();
        for end in 100..110 {
            assert_eq!(detect(&bytes[..end]), Encoding::Utf8, "{end}");
        }
        assert!((100..110).any(|end| std::str::from_utf8(&bytes[..end]).is_err()), "cut inside a character");
    }

    #[test]
    fn keys() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::from_key(encoding.key()), Some(encoding));
        }
        assert_eq!(Encoding::from_key("big5"), None);
    }
}
