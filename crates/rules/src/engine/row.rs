//! Judges one record with the rules over cells and records.

use precheck_schema::FieldKey;

use crate::catalogue::Catalogue;
use crate::context::{FieldCx, RowCx};
use crate::finding::{Finding, Severity};
use crate::rule::{Check, RowHits, Wrong};

/// Appends the findings of a record. `severities` says what each rule weighs, none where it is off.
pub(super) fn judge(
    catalogue: &Catalogue,
    severities: &[Option<Severity>],
    row: &RowCx<'_>,
    hits: &mut RowHits,
    out: &mut Vec<Finding>,
) {
    let kind = row.kind();
    // One look at each cell serves all rules.
    let mut cells: [Option<FieldCx<'_, '_>>; FieldKey::COUNT] = [const { None }; FieldKey::COUNT];
    for field in kind.fields() {
        let cell = row.field(field.key);
        if !cell.value.is_empty() {
            cells[field.key as usize] = Some(cell);
        }
    }
    let mut fired = [0u128; FieldKey::COUNT];
    for (id, fields) in catalogue.of_kind(kind) {
        let Some(severity) = severities[id.0 as usize] else { continue };
        let rule = catalogue.rule(*id);
        let silencers = catalogue.silencers(*id);
        let mut report = |field: Option<FieldKey>, wrong: Wrong| {
            if let Some(field) = field {
                if fired[field as usize] & silencers != 0 {
                    return;
                }
                fired[field as usize] |= 1 << id.0;
            }
            let severity = weigh(severity, rule.severity, wrong.severity);
            out.push(Finding { rule: *id, severity, row: Some(row.row), field, arg: wrong.arg, other: None });
        };
        match rule.check {
            Check::Field(check) => {
                for &field in fields {
                    if let Some(wrong) = cells[field as usize].as_ref().and_then(check) {
                        report(Some(field), wrong);
                    }
                }
            }
            Check::Row(check) => {
                check(row, hits);
                for (field, wrong) in hits.hits.drain(..) {
                    report(field, wrong);
                }
            }
            Check::Batch(_) | Check::Sequence(_) | Check::Table(_) => {}
        }
    }
}

/// The profile's change wins over the rule's own exception, which wins over the rule's severity.
pub(super) fn weigh(now: Severity, published: Severity, exception: Option<Severity>) -> Severity {
    if now == published { exception.unwrap_or(now) } else { now }
}
