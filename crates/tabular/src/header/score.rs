//! How well a header fits a kind of record.

use precheck_schema::field::FieldKey;
use precheck_schema::kind::{Kind, Requirement};
use precheck_schema::normalize::Unit;

use super::dictionary::{Meaning, exact, kinds_that_know, meaning};
use super::fold::Folded;
use super::layout::HeaderCell;
use super::{UnmappedColumn, UnmappedReason};

/// A header read as one kind.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) kind: Kind,
    /// Columns with their field, in the order of the sheet.
    pub(super) mapped: Vec<Mapped>,
    pub(super) unmapped: Vec<UnmappedColumn>,
    /// Points; comparable between kinds and rows.
    pub(super) score: f64,
    /// Whether some header is known to at most three kinds: without one, the kind is a guess.
    pub(super) tells_kind: bool,
}

/// A column with its field.
#[derive(Debug, Clone)]
pub(super) struct Mapped {
    pub(super) column: usize,
    pub(super) header: String,
    pub(super) field: FieldKey,
    pub(super) unit: Unit,
    /// Whether the header names both identifiers.
    pub(super) both_identifiers: bool,
    rank: u32,
    known_to: usize,
}

/// How many headers a kind knows, without looking further: cheap, to tell header rows from others.
pub(super) fn known(kind: Kind, cells: &[HeaderCell]) -> usize {
    let knows = |folded: &Folded| exact(kind, folded) != Meaning::Unknown;
    cells.iter().filter(|cell| cell.texts.iter().any(|t| knows(&t.folded))).count()
}

/// Reads a header as one kind.
pub(super) fn read(kind: Kind, cells: &[HeaderCell]) -> Reading {
    let mut mapped: Vec<Mapped> = Vec::new();
    let mut unmapped: Vec<UnmappedColumn> = Vec::new();
    for cell in cells {
        let reason = match cell_meaning(kind, cell) {
            (Meaning::Field { field, rank, unit }, folded) => {
                let both_identifiers = field == FieldKey::Uscc && folded.base.contains("注册号");
                let candidate = Mapped {
                    column: cell.column,
                    header: cell.shown.clone(),
                    field,
                    unit,
                    both_identifiers,
                    rank,
                    known_to: kinds_that_know(folded),
                };
                match mapped.iter_mut().find(|m| m.field == field) {
                    None => {
                        mapped.push(candidate);
                        continue;
                    }
                    Some(holder) if rank < holder.rank => {
                        let taken = candidate.column;
                        let loser = std::mem::replace(holder, candidate);
                        // What lost against the loser has lost against the winner.
                        for other in &mut unmapped {
                            if other.reason == (UnmappedReason::Duplicate { taken: loser.column }) {
                                other.reason = UnmappedReason::Duplicate { taken };
                            }
                        }
                        unmapped.push(UnmappedColumn {
                            column: loser.column,
                            header: loser.header,
                            reason: UnmappedReason::Duplicate { taken },
                        });
                        continue;
                    }
                    Some(holder) => UnmappedReason::Duplicate { taken: holder.column },
                }
            }
            (Meaning::Two(fields), _) => UnmappedReason::TwoFields(fields),
            (Meaning::Ambiguous(fields), _) => UnmappedReason::Ambiguous(fields),
            (Meaning::Serial, _) => UnmappedReason::Serial,
            (Meaning::Unknown, _) => UnmappedReason::Unknown,
        };
        unmapped.push(UnmappedColumn { column: cell.column, header: cell.shown.clone(), reason });
    }
    mapped.sort_by_key(|m| m.column);
    unmapped.sort_by_key(|u| u.column);
    let score = points(kind, &mapped);
    let tells_kind = mapped.iter().any(|m| (1..=3).contains(&m.known_to));
    Reading { kind, mapped, unmapped, score, tells_kind }
}

/// Meaning of the first text of a cell that is a synonym; else of the first that means anything.
fn cell_meaning(kind: Kind, cell: &HeaderCell) -> (Meaning, &Folded) {
    for look in [exact, meaning] {
        for text in &cell.texts {
            let meaning = look(kind, &text.folded);
            let subject = matches!(
                meaning,
                Meaning::Field {
                    field: FieldKey::EnterpriseName | FieldKey::Uscc | FieldKey::RegistrationNo,
                    ..
                }
            );
            if meaning != Meaning::Unknown && (text.may_be_subject || !subject) {
                return (meaning, &text.folded);
            }
        }
    }
    (Meaning::Unknown, &cell.texts[0].folded)
}

fn points(kind: Kind, mapped: &[Mapped]) -> f64 {
    let mut points = 0.0;
    for m in mapped {
        let weight = match kind.field(m.field).map(|f| f.requirement) {
            Some(Requirement::Required) => 3.0,
            Some(Requirement::OneOfId | Requirement::Recommended) => 2.0,
            _ => 1.0,
        };
        // A header that one kind alone knows tells the most.
        points += weight
            * match m.known_to {
                0 | 1 => 3.0,
                2 => 2.0,
                3 => 1.5,
                _ => 1.0,
            };
    }
    let has = |field| mapped.iter().any(|m| m.field == field);
    for field in kind.fields() {
        if field.requirement == Requirement::Required && !has(field.key) {
            points -= 1.5;
        }
    }
    if !has(FieldKey::Uscc) && !has(FieldKey::RegistrationNo) {
        points -= 1.5;
    }
    points
}

/// Points that a title or a sheet's name adds to a kind: enough to decide between equal headers only.
pub(super) fn hint_of_words(kind: Kind, words: &str) -> f64 {
    let has = |word: &str| words.contains(word);
    let changed = has("变更");
    let ended = has("注销") || has("吊销") || has("撤销");
    let named = match kind {
        Kind::LicenseGrant => has("许可") && !changed && !ended,
        Kind::LicenseChange => has("许可") && changed,
        Kind::LicenseTermination => has("许可") && ended,
        Kind::Penalty => has("处罚") && !changed,
        Kind::PenaltyChange => has("处罚") && changed,
        Kind::Inspection => has("抽查") || has("双随机"),
        Kind::Blacklist => has("黑名单") || has("失信") || has("异常名录"),
        Kind::Other => has("其他"),
    };
    if named { 1.0 } else { 0.0 }
}
