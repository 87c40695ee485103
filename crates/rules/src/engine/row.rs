//! Judges one record with the rules over cells and records.

use std::rc::Rc;

use precheck_schema::FieldKey;

use super::memo::{Memo, Slot};
use crate::catalogue::{Catalogue, Judging, RowCheck, fields_in};
use crate::context::{FieldCx, RowCx};
use crate::finding::{Finding, Severity};
use crate::rule::{RowHits, Wrong};

/// Appends the findings of a record. `severities` says what each rule weighs, none where it is off; `memo` what is
/// known of the texts of its table.
pub(super) fn judge(
    catalogue: &Catalogue,
    severities: &[Option<Severity>],
    row: &RowCx<'_>,
    mut memo: Option<&mut Memo>,
    hits: &mut RowHits,
    out: &mut Vec<Finding>,
) {
    let kind = row.kind();
    // For each field the rules that look at its cell, the fields that some rule looks at, and all these rules, one bit
    // each.
    let mut open = [0u128; FieldKey::COUNT];
    let mut open_fields = 0u64;
    let mut open_rules = 0u128;
    let mut slots = [None; FieldKey::COUNT];
    for (position, field) in kind.fields().iter().enumerate() {
        let key = field.key;
        let (silent, slot) = recall(row, memo.as_deref_mut(), position, key);
        let rules = catalogue.of_field(kind, key) & !silent;
        if rules != 0 {
            open[key as usize] = rules;
            open_fields |= 1 << key as u64;
            open_rules |= rules;
            slots[key as usize] = slot;
        }
    }
    // One look at each cell serves all rules.
    let mut cells: [Option<FieldCx<'_, '_>>; FieldKey::COUNT] = [const { None }; FieldKey::COUNT];
    let mut fired = [0u128; FieldKey::COUNT];
    for &Judging { id, severity: published, silencers, check } in catalogue.judging(kind) {
        if matches!(check, RowCheck::Field(..)) && open_rules & 1 << id.0 == 0 {
            continue;
        }
        let Some(severity) = severities[id.0 as usize] else { continue };
        let mut report = |field: Option<FieldKey>, wrong: Wrong| {
            if let Some(field) = field {
                if fired[field as usize] & silencers != 0 {
                    return;
                }
                fired[field as usize] |= 1 << id.0;
            }
            let severity = weigh(severity, published, wrong.severity);
            out.push(Finding { rule: id, severity, row: Some(row.row), field, arg: wrong.arg, other: None });
        };
        match check {
            RowCheck::Field(check, fields) => {
                for field in fields_in(fields & open_fields) {
                    if open[field as usize] & 1 << id.0 == 0 {
                        continue;
                    }
                    let cell = cells[field as usize].get_or_insert_with(|| row.field(field));
                    row.forget_seen();
                    if let Some(wrong) = check(cell) {
                        report(Some(field), wrong);
                    } else if let (Some(memo), Some(slot)) = (memo.as_deref_mut(), slots[field as usize])
                        && row.saw_only(field)
                    {
                        memo.add_silent(slot, 1 << id.0);
                    }
                }
            }
            RowCheck::Row(check) => {
                check(row, hits);
                for (field, wrong) in hits.hits.drain(..) {
                    report(field, wrong);
                }
            }
        }
    }
    if let Some(memo) = memo {
        keep(row, memo);
    }
}

/// Hands a record what is known of its cell; gives the rules that need not look at it, and where to remember more.
fn recall(
    row: &RowCx<'_>,
    memo: Option<&mut Memo>,
    position: usize,
    field: FieldKey,
) -> (u128, Option<Slot>) {
    let cell = row.raw(field);
    if cell.text.is_empty() {
        row.know(field, "", false);
        return (u128::MAX, None);
    }
    let id = row.table.text_id(row.row, field);
    let Some((memo, (slot, known))) =
        memo.and_then(|memo| memo.find(position, id, cell.tag).map(|found| (memo, found)))
    else {
        return (if row.is_blank(field) { u128::MAX } else { 0 }, None);
    };
    if let Some(known) = known {
        if known.is_plain {
            row.know(field, cell.text, known.is_filler);
        }
        match field {
            FieldKey::PenaltyContent => {
                if let Some(money) = memo.money(id) {
                    let _ = row.money.set(Rc::clone(money));
                }
            }
            FieldKey::PublicityPeriod => {
                if let Some(period) = memo.publicity(id) {
                    let _ = row.publicity.set(*period);
                }
            }
            _ => {}
        }
        return (if known.is_blank { u128::MAX } else { known.silent }, Some(slot));
    }
    let (value, is_filler, is_plain) = (row.normalised(field), row.holds_filler(field), row.is_plain(field));
    memo.start(slot, id, cell.tag, value, is_filler, is_plain);
    (if value.is_empty() || is_filler { u128::MAX } else { 0 }, Some(slot))
}

/// Keeps what was read of a record for others with the same text.
fn keep(row: &RowCx<'_>, memo: &mut Memo) {
    let id = |field| row.table.text_id(row.row, field);
    if let Some(money) = row.money.get() {
        memo.keep_money(id(FieldKey::PenaltyContent), Rc::clone(money));
    }
    if let Some(period) = row.publicity.get() {
        memo.keep_publicity(id(FieldKey::PublicityPeriod), *period);
    }
}

/// The profile's change wins over the rule's own exception, which wins over the rule's severity.
pub(super) fn weigh(now: Severity, published: Severity, exception: Option<Severity>) -> Severity {
    if now == published { exception.unwrap_or(now) } else { now }
}
