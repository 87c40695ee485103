//! How long a penalty is to be published: 实施方案 三(二)2, and the terms that the profile dates.

use precheck_schema::codes::CodeListId;
use precheck_schema::date::{Date, Days, Months};
use precheck_schema::profile::Profile;
use precheck_schema::{FieldKey, Kind};

use crate::context::RowCx;
use crate::reading::period::{End, Length, Period};

/// The period that a penalty is to be published for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruled {
    /// The day of the decision: the first day.
    pub decision: Date,
    /// How many years.
    pub years: u32,
    /// The same day that many years later; a period may also end the day before.
    pub anniversary: Date,
}

impl Ruled {
    /// The day before the anniversary.
    pub fn day_before(&self) -> Date {
        self.anniversary.checked_sub_days(Days::new(1)).unwrap_or(self.anniversary)
    }

    /// Whether a day may be the last one.
    pub fn may_end_on(&self, day: Date) -> bool {
        day == self.anniversary || day == self.day_before()
    }

    /// Whether every part of a period is as ruled.
    pub fn allows(&self, period: &Period) -> bool {
        let first = period.first.is_none_or(|first| first.date == self.decision);
        let end = match period.end {
            None => true,
            Some(End::On(end)) => self.may_end_on(end.date),
            Some(End::Never { .. }) => false,
        };
        let duration = period.duration.is_none_or(|duration| match duration.length {
            Length::Months(months) => months == self.years * 12,
            // 365 天 is a year where the year has as many.
            Length::Days(days) => {
                let last = self.decision.checked_add_days(Days::new(u64::from(days)));
                last.is_some_and(|last| self.may_end_on(last))
            }
            Length::WorkingDays(_) => false,
        });
        first && end && duration
    }
}

/// The period for a decision of a day; none past the end of the calendar.
pub fn ruled(profile: &Profile, decision: Date, serious: bool) -> Option<Ruled> {
    let years = profile.publicity.years(decision, serious);
    let anniversary = decision.checked_add_months(Months::new(years.checked_mul(12)?))?;
    Some(Ruled { decision, years, anniversary })
}

/// The period for a penalty record; none for other kinds, without a real date of decision, and where 是否严重违法失信
/// holds something else than yes, no or nothing.
pub fn ruled_for(record: &RowCx<'_>) -> Option<Ruled> {
    if record.kind() != Kind::Penalty {
        return None;
    }
    ruled(record.cx.profile, record.date(FieldKey::DecisionDate)?, is_serious(record)?)
}

/// Whether a record is marked a serious breach of trust: blank counts as no; none where the mark cannot be read.
pub fn is_serious(record: &RowCx<'_>) -> Option<bool> {
    let value = record.value(FieldKey::Serious);
    if value.is_empty() {
        return Some(false);
    }
    CodeListId::YesNo.list().find(value).map(|code| code.label == "是")
}
