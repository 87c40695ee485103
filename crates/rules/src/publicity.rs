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

#[cfg(test)]
mod tests {
    use precheck_schema::profile::PublicityTerm;

    use super::*;
    use crate::reading::period;

    fn day(text: &str) -> Date {
        Date::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    #[test]
    fn terms_by_the_date_of_decision() {
        let mut profile = Profile::built_in();
        profile.publicity.terms.push(PublicityTerm {
            from: "2026-04-01".to_owned(),
            default_years: 1,
            serious_years: 2,
            basis: String::new(),
        });
        let end = |decision: &str, serious| ruled(&profile, day(decision), serious).unwrap().anniversary;
        assert_eq!(end("2026-03-31", true), day("2029-03-31"));
        assert_eq!(end("2026-04-01", true), day("2028-04-01"));
        assert_eq!(end("2024-02-29", false), day("2025-02-28"));
        assert!(ruled(&profile, Date::MAX, false).is_none());
    }

    #[test]
    fn what_a_ruling_allows() {
        let ruled = ruled(&Profile::built_in(), day("2023-06-20"), false).unwrap();
        let allows = |text: &str| ruled.allows(&period::read(text).unwrap());
        for text in [
            "1年",
            "12个月",
            "366天",
            "365天",
            "2024-06-20",
            "2024-06-19",
            "2023-06-20至2024-06-19",
            "自2023-06-20起一年",
            "1年（2023-06-20至2024-06-20）",
        ] {
            assert!(allows(text), "{text}");
        }
        for text in [
            "3年",
            "11个月",
            "364天",
            "367天",
            "20个工作日",
            "长期",
            "2024-06-18",
            "2024-06-21",
            "2023-06-21至2024-06-20",
            "自2023-06-19起一年",
            "1年（2023-06-20至2025-06-20）",
            "3年（至2024-06-20）",
        ] {
            assert!(!allows(text), "{text}");
        }
    }
}
