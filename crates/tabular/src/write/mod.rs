//! Workbooks and csv files out.
//!
//! Every cell is text, so that no code, number or date changes on the way; nothing is a formula and nothing is
//! merged. Equal input gives equal bytes: files carry a fixed date. The writer is our own because the usual one
//! asks the clock, which the page's engine does not have.

mod csv;
mod parts;
mod styles;
mod xlsx;

pub use csv::{csv, formula_leads, is_formula_lead};
pub use xlsx::xlsx;

/// A sheet to write.
#[derive(Debug, Clone, Default)]
pub struct OutSheet {
    /// Name of the sheet; characters that names may not have are replaced, and it is cut at 31 characters.
    pub name: String,
    /// Cells by row, row 1 first. A row may be shorter than others.
    pub rows: Vec<Vec<OutCell>>,
    /// Widths of the columns in characters of the default font, from column A; 0 keeps the default.
    pub column_widths: Vec<u16>,
    /// How many rows at the top stay in view.
    pub freeze_rows: u32,
    /// Lists from which a column offers values below the frozen rows, by column from 0. They offer, they do
    /// not forbid other text.
    pub validations: Vec<(usize, Vec<String>)>,
}

/// A cell to write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutCell {
    /// Its text; an empty text writes no value.
    pub text: String,
    /// How it looks.
    pub style: OutStyle,
    /// A note that shows when the pointer rests on the cell.
    pub comment: Option<String>,
}

impl OutCell {
    /// A plain cell.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A cell of a style.
    pub fn styled(text: impl Into<String>, style: OutStyle) -> Self {
        Self { text: text.into(), style, comment: None }
    }

    /// The same cell with a note.
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum OutStyle {
    /// As usual.
    #[default]
    Plain,
    /// Column header: bold on grey, in a frame.
    Header,
    /// A value with an error: red ground.
    Error,
    /// A value with a warning: amber ground.
    Warning,
    /// A value to look at: blue ground.
    Info,
    /// An explanation: grey, wrapped.
    Note,
}

impl OutStyle {
    /// Every style, in the order in which workbooks number them.
    pub const ALL: [Self; 6] =
        [Self::Plain, Self::Header, Self::Error, Self::Warning, Self::Info, Self::Note];
}
