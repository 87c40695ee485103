//! Standard output: one text, coloured only on a terminal, and no complaint where the reader has gone.

use std::io::{ErrorKind, IsTerminal, Write};

use crate::failure::Failure;

/// Writes a text to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done.map_err(|error| Failure::Output(error.to_string())),
    }
}

/// Whether to colour: on a terminal that can, unless `NO_COLOR` says no.
pub(crate) fn colours() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    std::io::stdout().is_terminal()
        && !set("NO_COLOR")
        && std::env::var_os("TERM").is_none_or(|t| t != "dumb")
}

/// A colour of the terminal.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ink {
    Red,
    Yellow,
    Blue,
    Green,
    Dim,
    Bold,
}

/// Paints text where colours are wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint(pub(crate) bool);

impl Paint {
    /// The text in a colour.
    pub(crate) fn paint(self, ink: Ink, text: &str) -> String {
        if !self.0 {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Red => "31",
            Ink::Yellow => "33",
            Ink::Blue => "34",
            Ink::Green => "32",
            Ink::Dim => "2",
            Ink::Bold => "1",
        };
        format!("\u{1B}[{code}m{text}\u{1B}[0m")
    }
}

/// Text of a file as a terminal may show it: control characters, which could steer the terminal, become `�`.
pub(crate) fn tame(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') => {
                '\u{FFFD}'
            }
            c => c,
        })
        .collect()
}
