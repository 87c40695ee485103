//! Finding the header row and the kind of record.

use precheck_schema::field::FieldKey;
use precheck_schema::fold::fold_all;
use precheck_schema::grid::Grid;
use precheck_schema::kind::Kind;
use precheck_schema::table::ColumnMeaning;

use super::layout::{HeaderCell, one_line, two_lines};
use super::rows::left_out;
use super::score::{Reading, hint_of_words, known, read};
use super::{
    HeaderCandidate, OpenQuestion, QuestionReason, Recognised, Recognition, UnmappedColumn, UnmappedReason,
};

/// Rows that are looked at for a header.
const ROWS: u32 = 200;
/// Points for a line of headers below a line of groups.
const BOTH_LINES: f64 = 0.75;
/// Rows that are offered where none is a header.
const CANDIDATES: usize = 8;

/// A row read as a header.
struct Found {
    /// Last row of the header, from 0.
    row: u32,
    lines: u32,
    reading: Reading,
    /// Kinds with their points, the best first.
    kinds: Vec<(Kind, f64)>,
}

/// Finds the header row, the kind of record and what each column means. `hint` says the kind.
#[must_use]
pub fn recognise(grid: &Grid, hint: Option<Kind>) -> Recognition {
    let kinds: &[Kind] = match &hint {
        Some(kind) => std::slice::from_ref(kind),
        None => &Kind::ALL,
    };
    if (0..grid.rows).all(|row| grid.row_is_blank(row)) {
        return Recognition::Empty;
    }
    let mut words = fold_all(&grid.name).into_owned();
    let mut best: Option<Found> = None;
    let mut candidates: Vec<HeaderCandidate> = Vec::new();
    for row in 0..grid.rows.min(ROWS) {
        let one = one_line(grid, row);
        if one.is_empty() {
            continue;
        }
        // Two lines must say more than either alone; where both lines name fields, they belong together.
        let two = two_lines(grid, row);
        for (lines, cells) in [(1, Some(&one)), (2, two.as_ref())] {
            let Some(mut found) = cells.and_then(|cells| judge(row, lines, cells, kinds, &words)) else {
                continue;
            };
            if lines == 2 && known(found.reading.kind, &one) >= 2 {
                found.reading.score += BOTH_LINES;
            }
            if best.as_ref().is_none_or(|b| found.reading.score > b.reading.score) {
                best = Some(found);
            }
        }
        if one.len() >= 2 && candidates.len() < ROWS as usize {
            candidates.push(candidate(grid, row, &one, kinds));
        }
        if one.len() <= 2 && best.is_none() {
            words.extend(one.iter().map(|cell| fold_all(&cell.shown)));
        }
    }
    match best {
        Some(found) if accepted(&found, hint.is_some()) => Recognition::Table(recognised(grid, found)),
        _ => {
            candidates.sort_by_key(|c| std::cmp::Reverse(c.matched));
            candidates.truncate(CANDIDATES);
            Recognition::NoHeader(candidates)
        }
    }
}

/// Reads a row as the header of the kind that it fits best; none where it names fewer than two fields.
fn judge(row: u32, lines: u32, cells: &[HeaderCell], kinds: &[Kind], words: &str) -> Option<Found> {
    let mut readings: Vec<Reading> =
        kinds.iter().filter(|&&kind| known(kind, cells) >= 2).map(|&kind| read(kind, cells)).collect();
    for reading in &mut readings {
        reading.score += hint_of_words(reading.kind, words);
    }
    readings.sort_by(|a, b| b.score.total_cmp(&a.score));
    let kinds = readings.iter().map(|r| (r.kind, r.score)).collect();
    let reading = readings.into_iter().next()?;
    Some(Found { row, lines, reading, kinds })
}

/// Whether a row is a header beyond doubt.
fn accepted(found: &Found, hinted: bool) -> bool {
    let fields = found.reading.mapped.len();
    if hinted {
        return fields >= 2;
    }
    let apart = match found.kinds[..] {
        [(_, best), (_, second), ..] => best - second > 0.5,
        _ => true,
    };
    fields >= 3 && found.reading.tells_kind && apart
}

fn candidate(grid: &Grid, row: u32, cells: &[HeaderCell], kinds: &[Kind]) -> HeaderCandidate {
    let mut by_kind: Vec<(Kind, usize)> = kinds.iter().map(|&kind| (kind, known(kind, cells))).collect();
    by_kind.sort_by_key(|&(_, known)| std::cmp::Reverse(known));
    let last = cells.last().map_or(0, |cell| cell.column + 1);
    HeaderCandidate {
        row: row + 1,
        texts: (0..last).map(|column| grid.text(row, column).to_owned()).collect(),
        matched: by_kind.first().map_or(0, |k| k.1),
        kinds: by_kind.into_iter().filter(|k| k.1 > 0).map(|k| k.0).collect(),
    }
}

fn recognised(grid: &Grid, found: Found) -> Recognised {
    let Found { row, lines, reading, .. } = found;
    let mut columns = Vec::with_capacity(reading.mapped.len() + 1);
    let has_registration_no = reading.mapped.iter().any(|m| m.field == FieldKey::RegistrationNo);
    for m in reading.mapped {
        let meaning = |field| ColumnMeaning {
            header: m.header.clone(),
            source: Some(m.column as u16),
            field: Some(field),
            unit: m.unit,
        };
        columns.push(meaning(m.field));
        if m.both_identifiers && !has_registration_no {
            columns.push(meaning(FieldKey::RegistrationNo));
        }
    }
    complete(grid, reading.kind, row, lines, columns, reading.unmapped)
}

/// A table once its columns are known: questions, columns without header, rows that are no records.
pub(super) fn complete(
    grid: &Grid,
    kind: Kind,
    row: u32,
    lines: u32,
    columns: Vec<ColumnMeaning>,
    mut unmapped: Vec<UnmappedColumn>,
) -> Recognised {
    let mut seen = vec![false; grid.columns.len()];
    for column in columns.iter().filter_map(|c| c.source) {
        seen[column as usize] = true;
    }
    for column in &unmapped {
        seen[column.column] = true;
    }
    for (column, _) in seen.iter().enumerate().filter(|(_, seen)| !**seen) {
        let header = grid.text(row, column).trim();
        let filled = (row + 1..grid.columns[column].len()).any(|r| !grid.text(r, column).trim().is_empty());
        if filled || !header.is_empty() {
            let header = header.to_owned();
            unmapped.push(UnmappedColumn { column, header, reason: UnmappedReason::Unknown });
        }
    }
    unmapped.sort_by_key(|u| u.column);
    let open = unmapped
        .iter()
        .filter_map(|u| {
            let (reason, fields) = match &u.reason {
                UnmappedReason::TwoFields(fields) => (QuestionReason::TwoFields, fields),
                UnmappedReason::Ambiguous(fields) => (QuestionReason::Ambiguous, fields),
                _ => return None,
            };
            Some(OpenQuestion { column: u.column, header: u.header.clone(), reason, fields: fields.clone() })
        })
        .collect();
    let serial: Vec<usize> =
        unmapped.iter().filter(|u| u.reason == UnmappedReason::Serial).map(|u| u.column).collect();
    let left_out = left_out(grid, Some((row + 1 - lines, row)), &columns, &serial);
    Recognised { kind, header_row: row + 1, columns, unmapped, open, left_out }
}
