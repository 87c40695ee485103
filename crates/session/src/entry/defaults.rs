//! What is proposed for a record: what the profile fixes, the day of the run, the next number, the end of
//! publicity. A proposal is a value to start from; nothing is written over.

use precheck_rules::publicity::ruled;
use precheck_schema::codes::CodeListId;
use precheck_schema::date::{Date, Datelike, iso};
use precheck_schema::grid::CellKind;
use precheck_schema::normalize::{Unit, normalize};
use precheck_schema::{FieldKey, Kind};

use super::serial;
use crate::job::Job;
use crate::records::Record;

/// The value of a field of a typed record as rules read it.
pub(super) fn value(record: &Record, field: FieldKey) -> String {
    let text = record.get(field.key()).map_or("", String::as_str);
    normalize(field, text, CellKind::Text, Unit::None, false).into_owned()
}

/// What tells a record from another that is like it: left blank in a copy, and proposed anew.
pub(super) fn tells_apart(kind: Kind, field: FieldKey) -> bool {
    field == FieldKey::DocumentNo && serial::has_own_numbers(kind)
        || field == kind.info().event_date
        || field == FieldKey::PublicityPeriod && kind == Kind::Penalty
}

impl Job {
    /// What is proposed for the fields of a record, given what stands in the others.
    pub(super) fn proposed(&self, kind: Kind, record: &Record) -> Record {
        let (profile, today) = (&self.settings.profile, self.settings.today);
        let event = kind.info().event_date;
        let typed = value(record, event);
        let date = if typed.is_empty() { Some(today) } else { precheck_rules::iso_date(&typed) };
        let mut proposed = Record::new();
        let mut propose = |field: FieldKey, text: Option<String>| {
            if let Some(text) = text.filter(|text| !text.is_empty() && kind.field(field).is_some()) {
                proposed.insert(field.key().to_owned(), text);
            }
        };
        propose(FieldKey::Authority, Some(profile.organisation.name.clone()));
        propose(event, Some(iso(today)));
        if let [handler] = &profile.handlers[..] {
            propose(FieldKey::Handler, Some(handler.clone()));
        }
        if let Some(date) = date {
            propose(FieldKey::DocumentNo, serial::next(&self.tables, profile, kind, date.year()));
            propose(FieldKey::PublicityPeriod, self.publicity_end(kind, date, record));
        }
        proposed
    }

    /// The last day of publicity by the terms of the profile, for penalties.
    fn publicity_end(&self, kind: Kind, decision: Date, record: &Record) -> Option<String> {
        if kind != Kind::Penalty {
            return None;
        }
        let serious = value(record, FieldKey::Serious);
        let serious = CodeListId::YesNo.list().find(&serious).is_some_and(|code| code.label == "是");
        ruled(&self.settings.profile, decision, serious).map(|ruled| iso(ruled.anniversary))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;

    fn job() -> Job {
        Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).unwrap()))
    }

    fn record(texts: &[(&str, &str)]) -> Record {
        texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_penalty_starts_with_authority_number_today_and_end_of_publicity() {
        let proposed = job().proposed(Kind::Penalty, &Record::new());
        assert_eq!(
            proposed,
            record(&[
                ("authority", "奈曼旗消防救援大队"),
                ("document_no", "奈(消)行罚决字〔2023〕第"),
                ("decision_date", "2023-06-16"),
                ("publicity_period", "2024-06-16"),
            ])
        );
    }

    #[test]
    fn the_end_of_publicity_follows_the_decision_and_its_gravity() {
        let end =
            |texts: &[(&str, &str)]| job().proposed(Kind::Penalty, &record(texts)).remove("publicity_period");
        assert_eq!(end(&[("decision_date", "2023年5月30日")]).as_deref(), Some("2024-05-30"));
        assert_eq!(end(&[("decision_date", "2023-05-30"), ("serious", "是")]).as_deref(), Some("2026-05-30"));
        assert_eq!(end(&[("decision_date", "2023-02-30")]), None);
    }

    #[test]
    fn every_kind_proposes_only_fields_that_it_has() {
        for kind in Kind::ALL {
            let proposed = job().proposed(kind, &Record::new());
            assert!(proposed.contains_key(kind.info().event_date.key()), "{kind}");
            assert!(proposed.contains_key("authority"), "{kind}");
            for key in proposed.keys() {
                assert!(kind.fields().iter().any(|field| field.key.key() == key), "{kind} {key}");
            }
        }
        assert!(!job().proposed(Kind::Inspection, &Record::new()).contains_key("publicity_period"));
    }
}
