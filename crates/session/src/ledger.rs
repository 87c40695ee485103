//! What the ledger of the page is told of records, and what it tells: rule V005 knows what left before.

use std::collections::HashSet;

use precheck_ledger::{Confirmed, Facts, LONG_TERM, record_id};
use precheck_rules::platform::translate;
use precheck_rules::reading::period::Period;
use precheck_rules::{Ledger, RowCx, RowRef, Severity, catalogue, publicity};
use precheck_schema::date::iso;
use precheck_schema::{FieldKey, Kind, RowId};

use crate::api;
use crate::job::Job;
use crate::masking::mask_field;

/// Most characters of the line that says what was decided.
const MATTER: usize = 160;

/// Ids of records that left before.
pub(crate) struct Known(HashSet<String>);

impl Ledger for Known {
    fn was_exported(&self, record: &RowCx<'_>) -> bool {
        self.0.contains(&id(record))
    }
}

/// The subject by what identifies it best.
fn subject<'r>(row: &'r RowCx<'_>) -> &'r str {
    let keys = [FieldKey::Uscc, FieldKey::RegistrationNo, FieldKey::EnterpriseName];
    keys.into_iter().map(|key| row.value(key)).find(|value| !value.is_empty()).unwrap_or_default()
}

/// The document number, or what stands for it.
fn document_no<'r>(row: &'r RowCx<'_>) -> &'r str {
    let key = if row.kind() == Kind::Inspection { FieldKey::TaskNo } else { FieldKey::DocumentNo };
    if row.kind().field(key).is_some() { row.value(key) } else { "" }
}

/// Fields that tell in one line what was decided.
fn matter_fields(kind: Kind) -> &'static [FieldKey] {
    match kind {
        Kind::LicenseGrant => &[FieldKey::DocumentName, FieldKey::Content],
        Kind::LicenseChange => &[FieldKey::ChangeItem, FieldKey::After],
        Kind::LicenseTermination => &[FieldKey::TerminationType, FieldKey::Reason],
        Kind::Penalty => &[FieldKey::Violation, FieldKey::PenaltyContent],
        Kind::PenaltyChange => &[FieldKey::ChangeContent],
        Kind::Inspection => &[FieldKey::InspectionItem, FieldKey::Result],
        Kind::Blacklist => &[FieldKey::ListName, FieldKey::ListedReason],
        Kind::Other => &[FieldKey::Category, FieldKey::Content],
    }
}

pub(crate) fn id(row: &RowCx<'_>) -> String {
    let info = row.kind().info();
    let fallback = info.event_date_fallback.filter(|_| row.is_blank(info.event_date));
    let day = row.value(fallback.unwrap_or(info.event_date));
    let matter = row.value(matter_fields(row.kind())[0]);
    record_id(row.kind(), document_no(row), subject(row), day, matter)
}

/// The last day of publicity of a penalty, or of validity of a licence; empty where there is none to be read.
fn publicity_end(row: &RowCx<'_>) -> String {
    if row.kind() == Kind::LicenseGrant {
        let end = row.value(FieldKey::ValidTo);
        return if end == LONG_TERM || row.date(FieldKey::ValidTo).is_some() {
            end.to_owned()
        } else {
            String::new()
        };
    }
    if row.kind() != Kind::Penalty {
        return String::new();
    }
    let read = if row.publicity().is_some_and(Period::is_long_term) {
        Some(LONG_TERM.to_owned())
    } else {
        row.publicity_last_day().map(iso)
    };
    read.or_else(|| publicity::ruled_for(row).map(|ruled| iso(ruled.anniversary))).unwrap_or_default()
}

impl Job {
    /// Rule V005 knows these records as exported from now on; starts judging anew where a job is open.
    pub(crate) fn know(&mut self, ids: &[String]) {
        self.end_again();
        self.left = crate::compare::read(ids);
        let ids: HashSet<String> = self.left.keys().cloned().collect();
        self.settings.ledger = if ids.is_empty() { None } else { Some(Box::new(Known(ids))) };
        if !self.tables.is_empty() {
            if self.is_judged() {
                self.handled_before = self.handled();
            }
            self.judge_begin();
        }
    }

    /// What the ledger keeps of all records that are to be gathered, with what keeps them back.
    pub(crate) fn ledger_facts(&self) -> Vec<Facts> {
        let tables = Kind::ALL.into_iter().flat_map(|kind| self.tables_of(kind));
        let records = tables.flat_map(|table| self.tables[table].rows().iter().map(move |&row| (table, row)));
        let out = |table: usize, row: RowId| {
            self.stats[table].get(row.0 as usize).is_some_and(|stat| stat.out_of_scope)
        };
        records.filter(|&(table, row)| !out(table, row)).map(|(table, row)| self.facts(table, row)).collect()
    }

    /// What the ledger keeps of a record.
    pub(crate) fn facts(&self, table: usize, row: RowId) -> Facts {
        let cx = self.settings.context();
        let record = RowCx::new(&cx, &self.tables[table], row);
        let lang = self.settings.lang;
        let text = |key: FieldKey| mask_field(key, record.value(key));
        let code = [FieldKey::Uscc, FieldKey::RegistrationNo].map(text);
        let parts = matter_fields(record.kind()).iter().map(|&key| text(key)).filter(|part| !part.is_empty());
        let matter = parts.collect::<Vec<_>>().join("；").replace(['\r', '\n'], " ");
        let matter = match matter.char_indices().nth(MATTER) {
            Some((end, _)) => format!("{}…", &matter[..end]),
            None => matter,
        };
        let (mut errors, mut warnings, mut confirmed) = (0, 0, Vec::new());
        for finding in self.judgement.of_row(table, row) {
            let place = RowRef { table: table as u16, row };
            match finding.severity {
                Severity::Error => errors += 1,
                Severity::Info => {}
                Severity::Warning => match self.confirmation(place, finding) {
                    None => warnings += 1,
                    Some(confirmation) => {
                        let rule = catalogue().rule(finding.rule);
                        confirmed.push(Confirmed {
                            rule: rule.code.to_owned(),
                            title: rule.title.get(lang).to_owned(),
                            reason: precheck_rules::privacy::mask(&confirmation.reason).into_owned(),
                        });
                    }
                },
            }
        }
        Facts {
            id: id(&record),
            kind: record.kind().key().to_owned(),
            name: text(FieldKey::EnterpriseName),
            code: code.into_iter().find(|code| !code.is_empty()).unwrap_or_default(),
            document_no: document_no(&record).to_owned(),
            event_date: record.event_date().map_or_else(String::new, |(_, date)| iso(date)),
            publicity_end: publicity_end(&record),
            matter,
            handler: text(FieldKey::Handler),
            errors,
            warnings,
            confirmed,
            content: crate::compare::content(&record),
        }
    }

    /// What a platform's words mean, with rules and remedies.
    pub(crate) fn platform_view(&self, words: &str) -> api::PlatformView {
        let lang = self.settings.lang;
        let message = |message: &precheck_rules::platform::PlatformMessage| api::PlatformMessageView {
            key: message.key.to_owned(),
            meaning: message.meaning.get(lang).to_owned(),
            remedy: message.remedy.get(lang).to_owned(),
            rules: message
                .rules
                .iter()
                .filter_map(|slug| catalogue().find(slug))
                .map(|id| catalogue().rule(id))
                .map(|rule| (rule.code.to_owned(), rule.title.get(lang).to_owned()))
                .collect(),
        };
        api::PlatformView { messages: translate(words).into_iter().map(message).collect() }
    }
}
