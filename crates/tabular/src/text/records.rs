//! Fields of separated text, quotes as in RFC 4180 and as clerks' files have them.
//!
//! The csv crate skips blank lines, which would shift every row number, and knows separators of one byte only.

use std::borrow::Cow;

/// What the text holds, in order.
pub(super) enum Event<'t> {
    /// The next field of the row.
    Field(&'t str),
    /// The row ends, at this byte of the text.
    EndOfRow(usize),
}

/// Fields of a text.
pub(super) struct Records<'t> {
    text: &'t str,
    separator: char,
    /// Whether a quote that opens a field was found never to close: no later one can close either.
    unclosed: bool,
}

impl<'t> Records<'t> {
    pub(super) fn new(text: &'t str, separator: char) -> Self {
        Self { text, separator, unclosed: false }
    }

    /// Hands every field and row end to `each` until it says no.
    pub(super) fn run(&mut self, each: &mut dyn FnMut(Event<'_>) -> bool) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            // A row.
            loop {
                let (field, behind) = self.field(at);
                if !each(Event::Field(&field)) {
                    return;
                }
                if self.text[behind..].starts_with(self.separator) {
                    at = behind + self.separator.len_utf8();
                    continue;
                }
                at = behind + line_end(&bytes[behind..]);
                break;
            }
            if !each(Event::EndOfRow(at)) {
                return;
            }
        }
    }

    /// The field at a position and the position behind it: a separator, a line end or the end.
    fn field(&mut self, at: usize) -> (Cow<'t, str>, usize) {
        if self.text.as_bytes().get(at) == Some(&b'"')
            && !self.unclosed
            && let Some(quoted) = self.quoted(at + 1)
        {
            return quoted;
        }
        let end = self.plain_end(at);
        (Cow::Borrowed(&self.text[at..end]), end)
    }

    fn plain_end(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut lead = [0; 4];
        let lead = self.separator.encode_utf8(&mut lead).as_bytes()[0];
        let mut end = at;
        while let Some(&b) = bytes.get(end) {
            if b == b'\n' || b == b'\r' || b == lead && self.text[end..].starts_with(self.separator) {
                break;
            }
            end += 1;
        }
        end
    }

    /// A quoted field whose content starts at a position; none where its quote never closes.
    fn quoted(&mut self, start: usize) -> Option<(Cow<'t, str>, usize)> {
        let mut from = start;
        let mut doubled = false;
        let close = loop {
            let Some(found) = self.text.as_bytes()[from..].iter().position(|&b| b == b'"') else {
                self.unclosed = true;
                return None;
            };
            let found = from + found;
            if self.text.as_bytes().get(found + 1) == Some(&b'"') {
                doubled = true;
                from = found + 2;
                continue;
            }
            break found;
        };
        let content = &self.text[start..close];
        let mut content =
            if doubled { Cow::Owned(content.replace("\"\"", "\"")) } else { Cow::Borrowed(content) };
        if content.contains('\r') {
            content = Cow::Owned(content.replace("\r\n", "\n").replace('\r', "\n"));
        }
        // What stands between the closing quote and the separator belongs to the field.
        let end = self.plain_end(close + 1);
        if end > close + 1 {
            content.to_mut().push_str(&self.text[close + 1..end]);
        }
        Some((content, end))
    }
}

fn line_end(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let mut rows = vec![Vec::new()];
        Records::new(text, ',').run(&mut |event| {
            match event {
                Event::Field(text) => rows.last_mut().unwrap().push(text.to_owned()),
                Event::EndOfRow(_) => rows.push(Vec::new()),
            }
            true
        });
        rows.pop();
        rows
    }

    #[test]
    fn quotes() {
        assert_eq!(rows("a,\"b,\"\"c\"\"\",d\n"), [["a", "b,\"c\"", "d"]]);
        assert_eq!(rows("\"a\nb\",c"), [["a\nb", "c"]]);
        assert_eq!(rows("\"a\" ,b"), [["a ", "b"]], "a blank behind the quote");
        assert_eq!(rows("5\" pipe,b"), [["5\" pipe", "b"]], "a quote inside");
        assert_eq!(rows("\"a,b\nc,d"), [["\"a", "b"], ["c", "d"]], "a quote that never closes");
    }

    #[test]
    fn ends() {
        assert_eq!(rows(""), Vec::<Vec<String>>::new());
        assert_eq!(rows("a,\r\n\rb"), [vec!["a", ""], vec![""], vec!["b"]]);
        assert_eq!(rows("\n"), [[""]]);
        assert_eq!(rows(","), [["", ""]]);
    }
}
