//! Rows that are no records: blank ones, titles above the header and repeated headers, tails, hidden ones.

use precheck_schema::field::FieldKey;
use precheck_schema::fold::{fold_all, half_width};
use precheck_schema::grid::Grid;
use precheck_schema::pool::StrId;
use precheck_schema::table::{ColumnMeaning, LeftOut, LeftOutReason};

/// What the first cell of an example row begins with. Other makers of templates write the same.
pub const EXAMPLE_MARK: &str = "示例：";

/// Words that start a tail, with nothing, a colon, a bracket, a number or a word of signing behind.
const TAIL_WORDS: [&str; 19] = [
    "合计",
    "小计",
    "总计",
    "共计",
    "本页小计",
    "本页合计",
    "累计",
    "以下空白",
    "填表人",
    "填报人",
    "制表人",
    "审核人",
    "复核人",
    "审批人",
    "负责人",
    "单位负责人",
    "填表单位",
    "填报单位",
    "分管领导",
];

/// Words that start a tail with a colon behind only.
const COLON_WORDS: [&str; 15] = [
    "填表日期",
    "填报日期",
    "填报时间",
    "制表日期",
    "制表时间",
    "联系人",
    "联系电话",
    "填表",
    "填报",
    "制表",
    "审核",
    "复核",
    "经办人",
    "承办人",
    "日期",
];

/// Words that start a note, which may go on in numbered lines: with a colon or a number behind, or alone.
const NOTE_WORDS: [&str; 7] = ["备注", "说明", "注", "填表说明", "填报说明", "注意", "注意事项"];

/// Lists the rows that are no records. `header` is the first and the last row of the header, from 0; `serial`
/// are the columns of running numbers.
pub(super) fn left_out(
    grid: &Grid,
    header: Option<(u32, u32)>,
    columns: &[ColumnMeaning],
    serial: &[usize],
) -> Vec<LeftOut> {
    let mut out = Vec::new();
    let mut push = |row: u32, reason| {
        out.push(LeftOut { row: row + 1, reason, text: joined(grid, row) });
    };
    let first_record = header.map_or(0, |(_, last)| last + 1);
    let above: Vec<u32> = (0..first_record).filter(|&row| !grid.row_is_blank(row)).collect();
    for &row in &above {
        if header.is_some_and(|(first, _)| row < first) {
            push(row, LeftOutReason::Title);
        }
    }
    let starts: Vec<(usize, StrId)> = above.iter().filter_map(|&row| first_cell(grid, row)).collect();
    let hidden = |row: u32| grid.leave_out_hidden && grid.hidden_rows.binary_search(&row).is_ok();
    let mut in_note = false;
    for row in first_record..grid.rows {
        let Some((column, id)) = first_cell(grid, row) else {
            push(row, LeftOutReason::Blank);
            continue;
        };
        let repeats = |at: usize| starts[at] == (column, id) && same_row(grid, above[at], row);
        let reason = if serial.contains(&column) && only_serial(grid, row, serial) {
            // A form numbered in advance: nobody wrote in this row.
            LeftOutReason::Blank
        } else if (0..starts.len()).any(repeats) {
            LeftOutReason::Title
        } else if is_example(grid, id) {
            LeftOutReason::Example
        } else if is_tail(grid, row, id, columns, &mut in_note) {
            LeftOutReason::Tail
        } else if hidden(row) {
            LeftOutReason::Hidden
        } else {
            continue;
        };
        push(row, reason);
    }
    out
}

/// Whether the first cell of a row says that it is an example: 示例 in brackets or with a colon, as no enterprise is
/// called.
fn is_example(grid: &Grid, id: StrId) -> bool {
    let text = grid.pool.get(id).trim_start();
    // Nearly every row ends here.
    if !text.starts_with(['示', '（', '(', '【', '[', '〔']) {
        return false;
    }
    let folded = fold_all(text);
    let bare = folded.trim_start_matches(['(', '【', '[', '〔']);
    let Some(rest) = bare.strip_prefix("示例") else { return false };
    let opened = bare.len() < folded.len();
    rest.starts_with(':') || opened && rest.starts_with([')', '】', ']', '〕', ',', '，', ':'])
}

fn cells(grid: &Grid, row: u32) -> impl Iterator<Item = (usize, StrId)> + '_ {
    let ids = grid.columns.iter().map(move |column| column.get(row).0).enumerate();
    ids.filter(|(_, id)| *id != StrId::EMPTY && !grid.pool.get(*id).trim().is_empty())
}

fn first_cell(grid: &Grid, row: u32) -> Option<(usize, StrId)> {
    cells(grid, row).next()
}

/// Whether a row holds running numbers and nothing else. A word in their column is a word.
fn only_serial(grid: &Grid, row: u32, serial: &[usize]) -> bool {
    cells(grid, row).all(|(column, id)| {
        let text = grid.pool.get(id).trim().trim_end_matches(['.', '、', '．']);
        serial.contains(&column) && text.chars().all(|c| half_width(c).is_ascii_digit())
    })
}

fn same_row(grid: &Grid, a: u32, b: u32) -> bool {
    cells(grid, a).eq(cells(grid, b))
}

fn joined(grid: &Grid, row: u32) -> String {
    let texts: Vec<&str> = cells(grid, row).map(|(_, id)| grid.pool.get(id).trim()).collect();
    texts.join(" ")
}

fn is_tail(grid: &Grid, row: u32, id: StrId, columns: &[ColumnMeaning], in_note: &mut bool) -> bool {
    let text = grid.pool.get(id);
    let Some(start) = text.trim_start().chars().next() else { return false };
    // Nearly every row ends here: no word of a tail starts as it does.
    let mut words = TAIL_WORDS.iter().chain(&COLON_WORDS).chain(&NOTE_WORDS);
    let continues =
        *in_note && (start.is_ascii_digit() || matches!(start, '(' | '（' | '①'..='⑳' | '一'..='十'));
    if !continues && !words.any(|word| word.starts_with(start)) {
        return false;
    }
    if !few_cells(grid, row, columns) {
        return false;
    }
    if continues && cells(grid, row).count() == 1 {
        return true;
    }
    let folded = fold_all(text);
    // The character behind a word, where the text starts with it.
    let behind = |word: &&str| folded.strip_prefix(*word).map(|rest| rest.chars().next());
    let tail = TAIL_WORDS
        .iter()
        .filter_map(behind)
        .any(|next| matches!(next, None | Some(':' | '(' | '/' | '、' | '0'..='9' | '签' | '盖' | '印')));
    let colon = COLON_WORDS.iter().filter_map(behind).any(|next| next == Some(':'));
    let note = NOTE_WORDS.iter().filter_map(behind).any(|next| matches!(next, None | Some(':' | '1'..='9')));
    *in_note |= note;
    tail || colon || note
}

/// Whether a row has few cells for the table, and none that looks like the identifier or the document number
/// of a record.
fn few_cells(grid: &Grid, row: u32, columns: &[ColumnMeaning]) -> bool {
    let filled = cells(grid, row).count();
    let identified = columns.iter().any(|meaning| {
        let (Some(source), Some(field)) = (meaning.source, meaning.field) else { return false };
        let text = grid.text(row, source as usize).trim();
        match field {
            FieldKey::Uscc | FieldKey::RegistrationNo => {
                text.len() >= 13 && text.bytes().all(|b| b.is_ascii_alphanumeric())
            }
            FieldKey::DocumentNo => text.contains('号') && text.contains(|c: char| c.is_ascii_digit()),
            _ => false,
        }
    });
    !identified && (filled <= 3 || filled * 2 <= columns.len() + 1)
}
