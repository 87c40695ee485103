//! The form of a kind.

use precheck_schema::codes::CodeListId;
use precheck_schema::duty::DutyItem;
use precheck_schema::family::Family;
use precheck_schema::field::FieldType;
use precheck_schema::violations::{self, ViolationState};
use precheck_schema::{FieldKey, Kind, KindField, Requirement, RowId};

use super::defaults::tells_apart;
use super::reading::from_table;
use crate::api::{FormField, FormGroup, FormView, Offer, ProblemView};
use crate::job::Job;
use crate::records::Record;

impl Job {
    /// The form of a kind; with a record of a table, or with what another record shares with it.
    pub(crate) fn form(
        &self,
        kind: &str,
        record: Option<(usize, u32)>,
        copy: bool,
    ) -> Result<FormView, ProblemView> {
        let mut values = Record::new();
        let kind = match record {
            None => self.kind(kind)?,
            Some((table, row)) => {
                self.check_table(table)?;
                let table = &self.tables[table];
                table.position(RowId(row)).ok_or_else(|| self.no_row())?;
                for field in table.kind.fields() {
                    let text = from_table(table, RowId(row), field.key);
                    if !(text.is_empty() || copy && tells_apart(table.kind, field.key)) {
                        values.insert(field.key.key().to_owned(), text);
                    }
                }
                table.kind
            }
        };
        let schema = self.kind_schema(kind.key())?;
        let mut groups: Vec<FormGroup> = Family::ALL
            .iter()
            .map(|family| FormGroup {
                key: family.key().to_owned(),
                label: family.label().get(self.settings.lang).to_owned(),
                fields: Vec::new(),
            })
            .collect();
        for (field, schema) in kind.fields().iter().zip(schema.fields) {
            let (offers, free) = self.offers(kind, field);
            let form_field = FormField {
                schema,
                editor: editor(field.ty()).to_owned(),
                optional: is_optional(field),
                offers,
                free,
            };
            if let Some(at) = Family::ALL.iter().position(|&family| family == Family::of(field.key)) {
                groups[at].fields.push(form_field);
            }
        }
        groups.retain(|group| !group.fields.is_empty());
        // A record that stands in a table is shown as it is.
        let proposed = if record.is_some() && !copy { Record::new() } else { self.proposed(kind, &values) };
        Ok(FormView { kind: kind.key().to_owned(), label: schema.label, groups, values, proposed })
    }

    /// What a field may hold, and whether another text may stand there.
    fn offers(&self, kind: Kind, field: &KindField) -> (Vec<Offer>, bool) {
        let profile = &self.settings.profile;
        let plain = |texts: &[String]| {
            texts.iter().map(|text| Offer { text: text.clone(), code: String::new() }).collect::<Vec<_>>()
        };
        if let Some(list) = field.ty().code_list() {
            return (words_of(list), false);
        }
        let offers = match field.key {
            FieldKey::Authority => plain(std::slice::from_ref(&profile.organisation.name)),
            FieldKey::Handler => plain(&profile.handlers),
            FieldKey::ListName => plain(&profile.blacklists),
            FieldKey::Violation => {
                let active = violations::all().iter().filter(|v| v.state == ViolationState::Active);
                active.map(|v| Offer { text: v.name.to_owned(), code: v.code.to_owned() }).collect()
            }
            FieldKey::InspectionItem | FieldKey::DocumentName if kind != Kind::Penalty => {
                let named = |item: &DutyItem| Offer { text: item.name.clone(), code: item.code.clone() };
                profile.duty_list.iter().map(named).collect()
            }
            _ => Vec::new(),
        };
        (offers, true)
    }
}

fn words_of(list: CodeListId) -> Vec<Offer> {
    let codes = list.list().codes.iter();
    codes.map(|code| Offer { text: code.label.to_owned(), code: code.code.to_owned() }).collect()
}

/// Blank is fine: of the two identifiers the unified code is the one that is expected.
fn is_optional(field: &KindField) -> bool {
    match field.requirement {
        Requirement::Required => false,
        Requirement::OneOfId => field.key == FieldKey::RegistrationNo,
        Requirement::Recommended | Requirement::Optional => true,
    }
}

const fn editor(ty: FieldType) -> &'static str {
    match ty {
        FieldType::LongText => "long-text",
        FieldType::Code(_) => "choice",
        FieldType::Codes(_) => "choices",
        FieldType::Date => "date",
        FieldType::DateOrLongTerm => "date-or-long-term",
        FieldType::PublicityPeriod => "period",
        FieldType::Uscc => "uscc",
        FieldType::RegistrationNo => "registration-no",
        FieldType::Amount => "amount",
        FieldType::Text | FieldType::Authority | FieldType::DocumentNo => "text",
    }
}

#[cfg(test)]
mod tests {
    use precheck_schema::date::Date;

    use super::*;
    use crate::Settings;

    #[test]
    fn every_field_of_every_kind_stands_in_one_group() {
        let job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).unwrap()));
        for kind in Kind::ALL {
            let form = job.form(kind.key(), None, false).unwrap();
            let fields: Vec<&str> =
                form.groups.iter().flat_map(|g| &g.fields).map(|f| f.schema.field.as_str()).collect();
            assert_eq!(fields.len(), kind.fields().len(), "{kind}");
            for field in kind.fields() {
                assert_eq!(fields.iter().filter(|&&f| f == field.key.key()).count(), 1, "{kind}");
            }
            assert_eq!(form.groups[0].key, "subject");
            assert_eq!(form.groups.last().unwrap().key, "office");
            let optional = |key: &str| {
                let mut fields = form.groups.iter().flat_map(|g| &g.fields);
                fields.find(|f| f.schema.field == key).unwrap().optional
            };
            assert!(!optional("enterprise_name") && !optional("uscc") && optional("registration_no"));
        }
        assert!(job.form("no such kind", None, false).is_err());
    }

    #[test]
    fn code_lists_are_closed_and_violations_are_offered() {
        let job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).unwrap()));
        let form = job.form("penalty", None, false).unwrap();
        let field =
            |key: &str| form.groups.iter().flat_map(|g| &g.fields).find(|f| f.schema.field == key).unwrap();
        assert!(!field("procedure").free && field("procedure").offers.len() > 1);
        assert!(field("violation").free && field("violation").offers.len() > 20);
        assert_eq!(field("penalty_type").editor, "choices");
        assert_eq!(field("decision_date").editor, "date");
    }
}
