//! Shared strings, and the texts of `<si>` and `<is>`.

use crate::error::ReadError;
use crate::limits::Limit;
use crate::markup::{Tag, Token, decode_into, push_lossy};
use crate::zipped::package::Package;
use crate::zipped::walk;

/// Shared strings in one buffer.
#[derive(Default)]
pub(super) struct Strings {
    bytes: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        Some(&self.bytes[start..end])
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// Reads the table of shared strings; an archive without one has none.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Strings, ReadError> {
    let mut strings = Strings::default();
    let mut text = RichText::default();
    let most = usize::try_from(package.limits().cells).unwrap_or(usize::MAX);
    let mut over = false;
    walk(package, part, false, |token| match token {
        Token::Start(tag) if tag.name == b"si" => {
            text.clear();
            over |= strings.ends.len() >= most;
            if tag.empty && !over {
                strings.ends.push(strings.bytes.len());
            }
        }
        Token::End(b"si") if !over => {
            strings.bytes.push_str(text.finish());
            strings.ends.push(strings.bytes.len());
        }
        token => text.token(token),
    })?;
    if over {
        return Err(ReadError::OverLimit { limit: Limit::Cells, allowed: package.limits().cells });
    }
    Ok(strings)
}

/// Gathers the text of a rich string: its runs joined, phonetic hints left out.
#[derive(Default)]
pub(super) struct RichText {
    text: String,
    run_start: usize,
    in_text: bool,
    preserve: bool,
    in_phonetic: bool,
}

impl RichText {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.in_text = false;
        self.in_phonetic = false;
    }

    pub(super) fn token(&mut self, token: &Token<'_>) {
        match token {
            Token::Start(tag) => self.start(tag),
            Token::End(b"t") => self.end_run(),
            Token::End(b"rPh") => self.in_phonetic = false,
            Token::Text(text) if self.in_text => decode_into(text, &mut self.text),
            Token::Raw(text) if self.in_text => push_lossy(text, &mut self.text),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name {
            b"t" if !tag.empty && !self.in_phonetic => {
                self.in_text = true;
                self.preserve = tag.attribute("space").is_some_and(|v| v == "preserve");
                self.run_start = self.text.len();
            }
            b"rPh" => self.in_phonetic = !tag.empty,
            _ => {}
        }
    }

    /// Without `xml:space="preserve"` the ends of a run are indentation, not content.
    fn end_run(&mut self) {
        if !std::mem::take(&mut self.in_text) || self.preserve {
            return;
        }
        let ascii_space = [' ', '\t', '\r', '\n'];
        let kept = self.text[self.run_start..].trim_end_matches(ascii_space).len();
        self.text.truncate(self.run_start + kept);
        let skip = kept - self.text[self.run_start..].trim_start_matches(ascii_space).len();
        self.text.replace_range(self.run_start..self.run_start + skip, "");
    }

    pub(super) fn finish(&mut self) -> &str {
        tidy(&mut self.text);
        &self.text
    }
}

/// Resolves `_xHHHH_` (ECMA-376 part 1, 22.9.2.19) and turns CR LF into LF.
pub(super) fn tidy(text: &mut String) {
    if text.contains("_x") {
        *text = unescaped(text);
    }
    if text.contains('\r') {
        *text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
}

fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        if at > 0 || code.is_none() {
            flush(&mut units, &mut out);
        }
        out.push_str(&rest[..at]);
        if let Some(unit) = code.and_then(|code| u16::from_str_radix(code, 16).ok()) {
            units.push(unit);
            rest = &rest[at + 7..];
        } else {
            out.push_str("_x");
            rest = &rest[at + 2..];
        }
    }
    flush(&mut units, &mut out);
    out.push_str(rest);
    out
}

/// Escapes in a row may be the halves of one character.
fn flush(units: &mut Vec<u16>, out: &mut String) {
    out.extend(char::decode_utf16(units.drain(..)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        for (text, expected) in [
            ("甲_x000D__x000A_乙", "甲\n乙"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDE00_", "😀"),
            ("_xD83D_x", "\u{FFFD}x"),
            ("a_xZZZZ_b_x12", "a_xZZZZ_b_x12"),
            ("a\r\nb\rc", "a\nb\nc"),
        ] {
            let mut text = text.to_owned();
            tidy(&mut text);
            assert_eq!(text, expected);
        }
    }
}
