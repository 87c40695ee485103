//! Header texts of a row, or of two rows of which the upper one groups columns.

use precheck_schema::grid::Grid;

use super::dictionary::LONGEST;
use super::fold::{Folded, fold};

/// Columns that are looked at for a header.
const COLUMNS: usize = 512;

/// The header of one column.
#[derive(Debug, Clone)]
pub(super) struct HeaderCell {
    pub(super) column: usize,
    /// As it stands in the file; both lines joined where the upper one groups.
    pub(super) shown: String,
    /// What to look up, the best first.
    pub(super) texts: Vec<HeaderText>,
}

/// A text to look up.
#[derive(Debug, Clone)]
pub(super) struct HeaderText {
    pub(super) folded: Folded,
    /// Whether it may name the subject: 名称 below 处罚机关 does not.
    pub(super) may_be_subject: bool,
}

/// Headers of a row, blank ones left out.
pub(super) fn one_line(grid: &Grid, row: u32) -> Vec<HeaderCell> {
    let columns = grid.columns.len().min(COLUMNS);
    let cells = (0..columns).filter_map(|column| {
        let text = grid.text(row, column);
        let folded = text_of(text)?;
        let texts = vec![HeaderText { folded, may_be_subject: true }];
        Some(HeaderCell { column, shown: text.trim().to_owned(), texts })
    });
    cells.collect()
}

fn text_of(text: &str) -> Option<Folded> {
    // Bytes first: a long value is not worth folding.
    if text.is_empty() || text.len() > LONGEST * 6 {
        return None;
    }
    let folded = fold(text);
    (!folded.full.is_empty()).then_some(folded)
}

/// Headers of a row whose upper row groups columns; none where the upper row groups nothing.
pub(super) fn two_lines(grid: &Grid, row: u32) -> Option<Vec<HeaderCell>> {
    let upper_row = row.checked_sub(1)?;
    let columns = grid.columns.len().min(COLUMNS);
    let filled = |row| (0..columns).filter(|&c| !grid.text(row, c).trim().is_empty()).count();
    if filled(upper_row) < 2 || filled(row) < 2 {
        return None;
    }
    let groups = groups(grid, upper_row, columns);
    let cells = (0..columns).filter_map(|column| {
        let lower = grid.text(row, column).trim();
        let upper = groups[column].trim();
        let mut texts = Vec::new();
        if lower.is_empty() {
            texts.push(HeaderText { folded: text_of(grid.text(upper_row, column))?, may_be_subject: true });
            return Some(HeaderCell { column, shown: grid.text(upper_row, column).trim().to_owned(), texts });
        }
        let may_be_subject = !names_other_body(upper);
        if !upper.is_empty()
            && let Some(folded) = text_of(&format!("{upper}{lower}"))
        {
            texts.push(HeaderText { folded, may_be_subject: true });
        }
        if let Some(folded) = text_of(lower) {
            // The name of a 处罚机关 is the 处罚机关.
            if NAMES.contains(&folded.full.as_str())
                && let Some(group) = text_of(upper)
            {
                texts.push(HeaderText { folded: group, may_be_subject: true });
            }
            texts.push(HeaderText { folded, may_be_subject });
        }
        let shown = if upper.is_empty() { lower.to_owned() } else { format!("{upper} {lower}") };
        (!texts.is_empty()).then_some(HeaderCell { column, shown, texts })
    });
    Some(cells.collect())
}

/// What a group is called in the line below it.
const NAMES: [&str; 4] = ["名称", "全称", "单位名称", "机关名称"];

/// The text of the upper row over each column: of the merged region, or of the next filled cell to the left
/// where the file knows no merged cells (csv, pasted text).
fn groups(grid: &Grid, row: u32, columns: usize) -> Vec<&str> {
    let mut groups: Vec<&str> = (0..columns).map(|column| grid.text(row, column)).collect();
    if grid.merges.is_empty() {
        for column in 1..columns {
            if groups[column].trim().is_empty() && !grid.text(row + 1, column).trim().is_empty() {
                groups[column] = groups[column - 1];
            }
        }
        return groups;
    }
    for merge in &grid.merges {
        if (merge.first_row..=merge.last_row).contains(&row) {
            let text = grid.text(merge.first_row, merge.first_column as usize);
            let last = (merge.last_column as usize + 1).min(columns);
            let first = (merge.first_column as usize).min(last);
            groups[first..last].fill(text);
        }
    }
    groups
}

/// Whether a group is about an authority or a source, not about the enterprise.
fn names_other_body(group: &str) -> bool {
    let folded = fold(group).full;
    ["机关", "部门", "来源单位", "执法单位", "执法主体", "法定代表人", "负责人", "自然人"]
        .iter()
        .any(|word| folded.contains(word))
}
