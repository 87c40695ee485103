//! Days left for gathering.

use precheck_rules::RowCx;

/// Days from today to the last day on which the record is gathered in time; negative when overdue, none where
/// the date cannot be read.
pub(crate) fn days_left(row: &RowCx<'_>) -> Option<i32> {
    let (_, event) = row.event_date()?;
    let due = precheck_rules::deadline::due(row.cx, event)?;
    i32::try_from((due - row.cx.today).num_days()).ok()
}
