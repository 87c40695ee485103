//! 权力清单 from a file: the columns with name, code, ground and band are found by their headers.

use precheck_schema::duty::DutyItem;
use precheck_schema::grid::Grid;
use precheck_tabular::{ReadOptions, read};

use crate::api;
use crate::job::Job;
use crate::open::problem;

/// Rows from the top among which the header is looked for.
const HEADER_WITHIN: u32 = 20;

/// What headers say of a column, the telling ones first.
const NAME: [&str; 7] = ["事项名称", "职权名称", "权力名称", "项目名称", "违法行为", "事项", "名称"];
const CODE: [&str; 3] = ["编码", "代码", "编号"];
const BASIS: [&str; 1] = ["依据"];
const FROM: [&str; 2] = ["下限", "最低"];
const TO: [&str; 2] = ["上限", "最高"];
const BAND: [&str; 3] = ["罚款幅度", "裁量幅度", "幅度"];

/// The columns of a list.
struct Columns {
    header: Option<u32>,
    name: usize,
    code: Option<usize>,
    basis: Option<usize>,
    from: Option<usize>,
    to: Option<usize>,
    band: Option<usize>,
}

fn column(grid: &Grid, row: u32, words: &[&str]) -> Option<usize> {
    let holds = |word: &str| (0..grid.columns.len()).find(|&column| grid.text(row, column).contains(word));
    words.iter().find_map(|word| holds(word))
}

fn columns(grid: &Grid) -> Option<Columns> {
    let header = (0..grid.rows.min(HEADER_WITHIN)).find_map(|row| {
        let name = column(grid, row, &NAME)?;
        let other = |words: &[&str]| column(grid, row, words).filter(|&found| found != name);
        let of_list = Columns {
            header: Some(row),
            name,
            code: other(&CODE),
            basis: other(&BASIS),
            from: other(&FROM),
            to: other(&TO),
            band: other(&BAND),
        };
        // A title line above the header has the words in one cell only.
        let cells = (0..grid.columns.len()).filter(|&c| !grid.text(row, c).trim().is_empty()).count();
        (cells > 1 || grid.columns.len() == 1).then_some(of_list)
    });
    let plain = Columns { header: None, name: 0, code: None, basis: None, from: None, to: None, band: None };
    header.or((grid.columns.len() == 1).then_some(plain))
}

/// Sums of money in yuan that a text names in digits: `5000-50000`, `0.5万元以上5万元以下`.
fn sums(text: &str) -> Vec<u32> {
    let mut sums = Vec::new();
    let mut digits = String::new();
    let mut chars = text.chars().filter(|c| !matches!(c, ',' | '，' | ' ')).peekable();
    while let Some(character) = chars.next() {
        if character.is_ascii_digit() || character == '.' {
            digits.push(character);
        }
        let more = chars.peek().is_some_and(|next| next.is_ascii_digit() || *next == '.');
        if !more && !digits.is_empty() {
            let unit = match chars.peek() {
                Some('万') => 10_000.0,
                Some('千') => 1_000.0,
                _ => 1.0,
            };
            if let Ok(number) = digits.parse::<f64>() {
                sums.push((number * unit).round().clamp(0.0, f64::from(u32::MAX)) as u32);
            }
            digits.clear();
        }
    }
    sums
}

fn item(grid: &Grid, row: u32, columns: &Columns) -> Option<DutyItem> {
    let text = |column: Option<usize>| {
        let text = column.map_or("", |column| grid.text(row, column));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let name = text(Some(columns.name));
    if name.is_empty() {
        return None;
    }
    let one = |column| sums(&text(column)).first().copied().unwrap_or_default();
    let (mut fine_from, mut fine_to) = (one(columns.from), one(columns.to));
    if let (0, [least, highest]) = (fine_to, sums(&text(columns.band)).as_slice()) {
        (fine_from, fine_to) = (*least, *highest);
    }
    // A band upside down is none: it is left for the clerk to fill in.
    if fine_from > fine_to {
        (fine_from, fine_to) = (0, 0);
    }
    Some(DutyItem { name, code: text(columns.code), basis: text(columns.basis), fine_from, fine_to })
}

impl Job {
    /// The matters that a file lists, as JSON as the profile has them.
    pub(crate) fn duties(&self, bytes: &[u8]) -> Result<String, api::ProblemView> {
        let lang = self.settings.lang;
        let workbook = read(bytes, &ReadOptions::default()).map_err(|error| problem(&error, lang))?;
        let mut items: Vec<DutyItem> = Vec::new();
        for grid in workbook.grids.iter().filter(|grid| !grid.hidden) {
            let Some(columns) = columns(grid) else { continue };
            let from = columns.header.map_or(0, |row| row + 1);
            for found in (from..grid.rows).filter_map(|row| item(grid, row, &columns)) {
                if !items.contains(&found) {
                    items.push(found);
                }
            }
        }
        if items.is_empty() {
            return Err(self.problem(
                "no-duties",
                "文件里没有「事项名称」列；清单应有事项名称，可另有编码、依据、罚款下限与上限",
                "the file has no column 事项名称; a list has names, and may have 编码, 依据, 罚款下限 and 罚款上限",
            ));
        }
        Ok(serde_json::to_string(&items).expect("only texts and numbers"))
    }
}

#[cfg(test)]
mod tests {
    use super::sums;

    #[test]
    fn sums_are_read_in_digits() {
        assert_eq!(sums("5000-50000"), [5_000, 50_000]);
        assert_eq!(sums("处0.5万元以上 5万元以下罚款"), [5_000, 50_000]);
        assert_eq!(sums("3千元至30,000元"), [3_000, 30_000]);
        assert!(sums("警告").is_empty());
    }
}
