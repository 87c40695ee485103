//! csv, tsv, txt and pasted text: every cell is text, row numbers are those a spreadsheet shows.

mod records;
mod separate;

use precheck_schema::grid::Grid;

use crate::build::{Budget, Builder};
use crate::error::ReadError;
use records::{Event, Records};

pub(crate) use separate::detect as detect_separator;

/// Separators that are recognised. ； is what some input methods write for ;.
pub const SEPARATORS: [char; 5] = [',', '\t', ';', '；', '|'];

/// Rows between two reports of progress.
const REPORT: u32 = 8192;

/// Reads separated text into a sheet without name.
pub(crate) fn read(text: &str, separator: char, budget: &mut Budget<'_>) -> Result<Grid, ReadError> {
    let mut builder = Builder::new("", budget);
    let progress = builder.progress();
    let mut records = Records::new(text, separator);
    let (mut row, mut column) = (0u32, 0usize);
    let mut failure = None;
    records.run(&mut |event| {
        match event {
            Event::Field(text) => {
                if let Err(error) = builder.text(row, column, text) {
                    failure = Some(error);
                    return false;
                }
                column += 1;
            }
            Event::EndOfRow(end) => {
                row = row.saturating_add(1);
                column = 0;
                if row.is_multiple_of(REPORT) {
                    progress(end as u64, text.len() as u64);
                }
            }
        }
        true
    });
    match failure {
        Some(error) => Err(error),
        None => Ok(builder.finish()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn grid(text: &str, separator: char) -> Grid {
        read(text, separator, &mut Budget::new(Limits::default())).unwrap()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        let grid = grid("表\n\n名称,内容\r\n甲,\"两\r\n行\"\n\n\n乙,x", ',');
        assert_eq!(grid.rows, 7);
        assert_eq!(grid.text(2, 1), "内容");
        assert_eq!(grid.text(3, 1), "两\n行");
        assert_eq!(grid.text(6, 0), "乙");
        assert!(grid.row_is_blank(1) && grid.row_is_blank(4) && grid.row_is_blank(5));
    }

    #[test]
    fn wide_separators() {
        let grid = grid("名称；代码\n\"甲；乙\"；1", '；');
        assert_eq!((grid.text(1, 0), grid.text(1, 1)), ("甲；乙", "1"));
    }
}
