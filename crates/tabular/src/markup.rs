//! One flat tokenizer for the XML inside xlsx and ods, for Excel 2003 XML and for HTML in the wild.
//!
//! It keeps one token in memory, no tree and no stack, so that nesting costs nothing; it knows no document
//! types and no entities but characters, so that nothing expands; it compares no attributes with each other,
//! so that many of them cost no more than their length. It forgives what HTML in the wild does: tags that do
//! not match, values without quotes, a lone `<` or `&`.

use std::borrow::Cow;
use std::io::{self, Read};

use crate::limits::Limit;

/// A piece of markup. Names are without their prefix.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'t> {
    /// `<name …>` or `<name …/>`.
    Start(Tag<'t>),
    /// `</name>`.
    End(&'t [u8]),
    /// Text as it stands, entities included.
    Text(&'t [u8]),
    /// Text of a CDATA section: no entities in it.
    Raw(&'t [u8]),
    /// The end of the input.
    Eof,
}

/// An opening tag.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(crate) struct Tag<'t> {
    /// Name without prefix.
    pub(crate) name: &'t [u8],
    /// Whether it closes itself.
    pub(crate) empty: bool,
    attributes: &'t [u8],
}

impl<'t> Tag<'t> {
    /// Attributes in order: name without prefix, value as it stands.
    pub(crate) fn attributes(&self) -> Attributes<'t> {
        Attributes { rest: self.attributes }
    }

    /// Value of an attribute, decoded. Names are compared without case.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'t, str>> {
        let value = self.attributes().find(|(n, _)| n.eq_ignore_ascii_case(name.as_bytes()))?.1;
        Some(decoded(value))
    }
}

/// What can go wrong while reading tokens.
#[derive(Debug)]
pub(crate) enum MarkupError {
    /// The source failed.
    Io(io::Error),
    /// A bound was passed.
    Over(Limit),
}

impl From<io::Error> for MarkupError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Tokens of a source.
pub(crate) struct Markup<R> {
    reader: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    most: usize,
}

const CHUNK: usize = 64 << 10;

impl<R: Read> Markup<R> {
    /// Reads tokens of at most `most` bytes.
    pub(crate) fn new(reader: R, most: usize) -> Self {
        Self { reader, buffer: vec![0; CHUNK], start: 0, end: 0, most }
    }

    /// The next token.
    pub(crate) fn next(&mut self) -> Result<Token<'_>, MarkupError> {
        loop {
            if self.start == self.end && !self.fill()? {
                return Ok(Token::Eof);
            }
            if self.buffer[self.start] != b'<' {
                let length = self.find(0, |window| window.iter().position(|&b| b == b'<'))?;
                return Ok(Token::Text(self.take(length, 0)));
            }
            // Nine bytes tell a CDATA section from a declaration.
            while self.end - self.start < 9 && self.fill()? {}
            let head = &self.buffer[self.start..self.end];
            match head.get(1).copied() {
                Some(b'!') if head.starts_with(b"<!--") => self.skip_past(4, b"-->")?,
                Some(b'!') if head.starts_with(b"<![CDATA[") => {
                    let length = self.find(9, |window| position(window, b"]]>"))?;
                    return Ok(Token::Raw(&self.take(length, 3)[9..]));
                }
                Some(b'!') => self.skip_declaration()?,
                Some(b'?') => self.skip_past(2, b">")?,
                Some(b'/') => {
                    let length = self.find(2, |window| window.iter().position(|&b| b == b'>'))?;
                    let inside = &self.take(length, 1)[2..];
                    let name = inside.split(u8::is_ascii_whitespace).next().unwrap_or(inside);
                    return Ok(Token::End(local(name)));
                }
                Some(b) if b.is_ascii_alphabetic() || b == b'_' || b >= 0x80 => {
                    let length = self.find(1, tag_end)?;
                    return Ok(Token::Start(tag(self.take(length, 1))));
                }
                // A lone `<` is text.
                _ => {
                    let length = self.find(1, |window| window.iter().position(|&b| b == b'<'))?;
                    return Ok(Token::Text(self.take(length, 0)));
                }
            }
        }
    }

    /// Where `end` finds the end of the token at `start`, at first behind `from` bytes of it; the end of the
    /// input where it finds none. `end` sees everything behind `from` again when more was read.
    fn find(&mut self, from: usize, end: impl Fn(&[u8]) -> Option<usize>) -> Result<usize, MarkupError> {
        loop {
            let held = self.end - self.start;
            let window = &self.buffer[(self.start + from).min(self.end)..self.end];
            if let Some(at) = end(window) {
                return Ok(from + at);
            }
            // The search starts anew, so twice as much must be there: else long tokens cost their square.
            while self.end - self.start < held * 2 {
                if !self.fill()? {
                    if self.end - self.start == held {
                        return Ok(held);
                    }
                    break;
                }
            }
        }
    }

    /// Takes `length` bytes and passes over `behind` more.
    fn take(&mut self, length: usize, behind: usize) -> &[u8] {
        let start = self.start;
        self.start = (start + length + behind).min(self.end);
        &self.buffer[start..start + length]
    }

    fn skip_past(&mut self, from: usize, end: &[u8]) -> Result<(), MarkupError> {
        self.start = (self.start + from).min(self.end);
        loop {
            if let Some(at) = position(&self.buffer[self.start..self.end], end) {
                self.start += at + end.len();
                return Ok(());
            }
            // Keep what may be the first bytes of the end.
            self.start = self.start.max(self.end.saturating_sub(end.len() - 1));
            if !self.fill()? {
                self.start = self.end;
                return Ok(());
            }
        }
    }

    /// A document type with its internal subset, or another `<!…>`.
    fn skip_declaration(&mut self) -> Result<(), MarkupError> {
        let (mut depth, mut quote) = (0u32, None);
        loop {
            while self.start < self.end {
                let b = self.buffer[self.start];
                self.start += 1;
                match (quote, b) {
                    (Some(open), b) if open == b => quote = None,
                    (None, b'"' | b'\'') if depth > 0 => quote = Some(b),
                    (None, b'[') => depth += 1,
                    (None, b']') => depth = depth.saturating_sub(1),
                    (None, b'>') if depth == 0 => return Ok(()),
                    _ => {}
                }
            }
            if !self.fill()? {
                return Ok(());
            }
        }
    }

    fn fill(&mut self) -> Result<bool, MarkupError> {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.end == self.buffer.len() {
            if self.end >= self.most {
                return Err(MarkupError::Over(Limit::TokenBytes));
            }
            self.buffer.resize((self.end * 2).min(self.most), 0);
        }
        loop {
            match self.reader.read(&mut self.buffer[self.end..]) {
                Ok(read) => {
                    self.end += read;
                    return Ok(read > 0);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn position(window: &[u8], needle: &[u8]) -> Option<usize> {
    let first = needle[0];
    let mut from = 0;
    while let Some(at) = window[from..].iter().position(|&b| b == first) {
        if window[from + at..].starts_with(needle) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

/// Position of the `>` that ends a tag: not one inside a quoted value.
fn tag_end(window: &[u8]) -> Option<usize> {
    let mut quote = 0;
    let mut previous = 0;
    for (at, &b) in window.iter().enumerate() {
        match b {
            b'>' if quote == 0 => return Some(at),
            // A quote opens a value only behind its equals sign.
            b'"' | b'\'' if quote == 0 && previous == b'=' => quote = b,
            b if b == quote => quote = 0,
            _ => {}
        }
        if !b.is_ascii_whitespace() {
            previous = b;
        }
    }
    None
}

fn local(name: &[u8]) -> &[u8] {
    name.iter().position(|&b| b == b':').map_or(name, |at| &name[at + 1..])
}

fn tag(token: &[u8]) -> Tag<'_> {
    let inside = &token[1..];
    let (inside, empty) = match inside.strip_suffix(b"/") {
        Some(inside) => (inside, true),
        None => (inside, false),
    };
    let end = inside.iter().position(|b| b.is_ascii_whitespace() || *b == b'/').unwrap_or(inside.len());
    Tag { name: local(&inside[..end]), empty, attributes: &inside[end..] }
}

/// Attributes of a tag: name without prefix, value as it stands.
pub(crate) struct Attributes<'t> {
    rest: &'t [u8],
}

impl<'t> Iterator for Attributes<'t> {
    type Item = (&'t [u8], &'t [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let skip = |rest: &'t [u8]| {
            let at = rest.iter().position(|b| !b.is_ascii_whitespace() && *b != b'/').unwrap_or(rest.len());
            &rest[at..]
        };
        let rest = skip(self.rest);
        if rest.is_empty() {
            self.rest = rest;
            return None;
        }
        let end = rest
            .iter()
            .skip(1)
            .position(|b| b.is_ascii_whitespace() || *b == b'=')
            .map_or(rest.len(), |at| at + 1);
        let name = local(&rest[..end]);
        let mut rest = &rest[end..];
        let at = rest.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(rest.len());
        if rest.get(at) != Some(&b'=') {
            self.rest = rest;
            return Some((name, b""));
        }
        rest = &rest[at + 1..];
        let at = rest.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(rest.len());
        rest = &rest[at..];
        let (value, behind) = match rest.first() {
            Some(&quote @ (b'"' | b'\'')) => {
                let end = rest[1..].iter().position(|&b| b == quote).map_or(rest.len(), |at| at + 1);
                (&rest[1..end], &rest[(end + 1).min(rest.len())..])
            }
            _ => rest.split_at(rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len())),
        };
        self.rest = behind;
        Some((name, value))
    }
}

/// Text with its character references resolved.
pub(crate) fn decoded(text: &[u8]) -> Cow<'_, str> {
    if !text.contains(&b'&') {
        return String::from_utf8_lossy(text);
    }
    let mut out = String::with_capacity(text.len());
    decode_into(text, &mut out);
    Cow::Owned(out)
}

/// Appends text with its character references resolved; what is no known reference stays as it stands.
pub(crate) fn decode_into(text: &[u8], out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|&b| b == b'&') {
        push_lossy(&rest[..at], out);
        rest = &rest[at..];
        let end = rest[1..].iter().take(12).position(|&b| b == b';' || b == b'&');
        let reference = end.filter(|&end| rest[end + 1] == b';').map(|end| &rest[1..=end]);
        if let Some(c) = reference.and_then(character) {
            out.push(c);
            rest = &rest[reference.map_or(0, <[u8]>::len) + 2..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    push_lossy(rest, out);
}

pub(crate) fn push_lossy(text: &[u8], out: &mut String) {
    match std::str::from_utf8(text) {
        Ok(text) => out.push_str(text),
        Err(_) => out.push_str(&String::from_utf8_lossy(text)),
    }
}

fn character(reference: &[u8]) -> Option<char> {
    let reference = std::str::from_utf8(reference).ok()?;
    if let Some(number) = reference.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32).filter(|&c| c != '\0');
    }
    Some(match reference {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ensp" => '\u{2002}',
        "emsp" => '\u{2003}',
        "middot" => '·',
        "times" => '×',
        "yen" => '¥',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "hellip" => '…',
        "mdash" => '—',
        "ndash" => '–',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source that gives one byte at a time: every token is cut everywhere.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
            buffer[0] = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    fn tokens(text: &str) -> Vec<String> {
        let mut markup = Markup::new(Drip(text.as_bytes()), 1 << 20);
        let mut out = Vec::new();
        loop {
            out.push(match markup.next().unwrap() {
                Token::Start(tag) => {
                    let attributes: Vec<_> =
                        tag.attributes().map(|(n, v)| format!(" {}={}", decoded(n), decoded(v))).collect();
                    let attributes = attributes.concat();
                    format!("<{}{attributes}{}>", decoded(tag.name), if tag.empty { "/" } else { "" })
                }
                Token::End(name) => format!("</{}>", decoded(name)),
                Token::Text(text) => decoded(text).into_owned(),
                Token::Raw(text) => format!("raw:{}", String::from_utf8_lossy(text)),
                Token::Eof => return out,
            });
        }
    }

    #[test]
    fn well_formed() {
        let text = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c]>\">]><!-- <x> --><s:a r:id='1' k=\"a>b\">\
                    x&amp;y &#x4F01;&#19994;&b;<b/><![CDATA[<&amp;]]]]></s:a>";
        assert_eq!(tokens(text), ["<a id=1 k=a>b>", "x&y 企业&b;", "<b/>", "raw:<&amp;]]", "</a>"]);
    }

    #[test]
    fn forgiving() {
        assert_eq!(
            tokens("<td nowrap width=10% x = 'y' >1 < 2 & 3<br>&nbsp;&unknown; it's</TD ><![endif]><a b=\"c"),
            [
                "<td nowrap= width=10% x=y>",
                "1 ",
                "< 2 & 3",
                "<br>",
                "\u{A0}&unknown; it's",
                "</TD>",
                "<a b=c>"
            ]
        );
        assert_eq!(tokens("<!-- never closed"), Vec::<String>::new());
        assert_eq!(tokens("<"), ["<"]);
        assert_eq!(tokens("</"), ["</>"]);
    }

    #[test]
    fn long_tokens_are_refused() {
        let text = "x".repeat(200_000);
        let mut markup = Markup::new(text.as_bytes(), 100_000);
        assert!(matches!(markup.next(), Err(MarkupError::Over(Limit::TokenBytes))));
        let mut markup = Markup::new(text.as_bytes(), 300_000);
        assert!(matches!(markup.next(), Ok(Token::Text(t)) if t.len() == 200_000));
    }
}
