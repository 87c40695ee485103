//! 在线录入: the form that is being filled in. It stays while other screens are shown.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use precheck_session::api::{ConfirmedFinding, EntryView, FindingReport, FormField, FormView};
use serde::{Deserialize, Serialize};

/// What was typed: enough to show the form again, as it is kept on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// Key of the kind; empty: none is chosen.
    pub kind: String,
    /// What stands in the fields, proposals included.
    pub values: BTreeMap<String, String>,
    /// The fields that a person filled in or emptied; in the others stand proposals.
    pub own: BTreeSet<String>,
    /// Warnings that are confirmed: field and rule, and why.
    pub confirmed: Vec<(String, String, String)>,
    /// Table and row of the record that is changed; none: a new one.
    pub row: Option<(usize, u32)>,
}

impl Draft {
    /// Whether a person has put anything into it.
    #[must_use]
    pub fn holds_something(&self) -> bool {
        self.own.iter().any(|field| self.values.get(field).is_some_and(|text| !text.is_empty()))
    }

    /// The confirmations as the engine takes them.
    #[must_use]
    pub fn confirmations(&self) -> Vec<ConfirmedFinding> {
        let all = self.confirmed.iter().cloned();
        all.map(|(field, rule, reason)| ConfirmedFinding { field, rule, reason }).collect()
    }
}

/// A record that was saved from the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Table and row.
    pub at: (usize, u32),
    /// The enterprise.
    pub name: String,
    /// Its number or date.
    pub mark: String,
    /// Errors and warnings that it was saved with.
    pub open: (usize, usize),
}

/// The form, and what is said of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// What was typed.
    pub draft: Draft,
    /// The form of its kind; none: not asked for yet.
    pub form: Option<Rc<FormView>>,
    /// What the engine said last.
    pub said: Rc<EntryView>,
    /// The fields whose findings are shown: those that were left.
    pub shown: BTreeSet<String>,
    /// How often saving was refused for errors since the form was opened; 0: no summary is shown.
    pub refusals: u32,
    /// Tells one form from the next.
    pub number: u32,
    /// What was saved, the last first.
    pub saved: Vec<Saved>,
}

impl Entry {
    /// The fields in the order of the form.
    pub fn fields(&self) -> impl Iterator<Item = &FormField> {
        self.form.iter().flat_map(|form| &form.groups).flat_map(|group| &group.fields)
    }

    /// What is shown at a field, the gravest first.
    #[must_use]
    pub fn findings(&self, field: &str) -> Vec<FindingReport> {
        if !self.shown.contains(field) {
            return Vec::new();
        }
        let of_field = |finding: &&FindingReport| finding.field.as_deref() == Some(field);
        self.said.findings.iter().filter(of_field).cloned().collect()
    }

    /// The errors that the summary lists.
    #[must_use]
    pub fn errors(&self) -> Vec<FindingReport> {
        if self.refusals == 0 {
            return Vec::new();
        }
        self.said.findings.iter().filter(|finding| finding.severity == "error").cloned().collect()
    }

    /// Whether a field holds a proposal that nobody touched.
    #[must_use]
    pub fn is_proposed(&self, field: &str) -> bool {
        !self.draft.own.contains(field) && self.draft.values.get(field).is_some_and(|text| !text.is_empty())
    }

    /// Writes proposals into the fields that nobody touched.
    fn propose(&mut self, proposed: &BTreeMap<String, String>) {
        let fields: Vec<String> = self.fields().map(|field| field.schema.field.clone()).collect();
        for field in fields.into_iter().filter(|field| !self.draft.own.contains(field)) {
            match proposed.get(&field) {
                Some(text) => self.draft.values.insert(field, text.clone()),
                None => self.draft.values.remove(&field),
            };
        }
    }
}

/// What changes the form.
#[derive(Debug, Clone)]
pub enum EntryAction {
    /// A fresh form; with the record that it changes.
    Begin(Box<FormView>, Option<(usize, u32)>),
    /// A form with what was typed before.
    Resume(Box<FormView>, Draft),
    /// Another text in a field.
    Type(String, String),
    /// The engine looked at it; the fields are shown what it found.
    Said(Box<EntryView>, Vec<String>),
    /// Saving was refused for errors.
    Refused(Box<EntryView>),
    /// A warning is confirmed: field, rule, why; an empty reason takes that back.
    Confirm(String, String, String),
    /// A record was saved.
    Saved(Saved),
    /// Only these saved records are still there.
    Keep(Vec<Saved>),
    /// The record that was changed is gone: what was typed becomes a new one.
    Detach,
    /// Another kind is to be chosen.
    Close,
}

impl Entry {
    /// The form after an action.
    #[must_use]
    pub fn after(&self, action: EntryAction) -> Self {
        let mut next = self.clone();
        match action {
            EntryAction::Begin(form, row) => {
                let own = form.values.keys().cloned().collect();
                let draft = Draft {
                    kind: form.kind.clone(),
                    values: form.values.clone(),
                    own,
                    row,
                    ..Draft::default()
                };
                next.open(*form, draft);
            }
            EntryAction::Resume(form, draft) => next.open(*form, draft),
            EntryAction::Type(field, text) => {
                next.draft.own.insert(field.clone());
                next.draft.confirmed.retain(|(of, ..)| *of != field);
                next.draft.values.insert(field, text);
            }
            EntryAction::Said(view, left) => {
                if next.draft.row.is_none() {
                    next.propose(&view.proposed);
                }
                next.shown.extend(left);
                next.said = Rc::new(*view);
                // Once nothing is wrong any more the summary has nothing to say.
                if next.errors().is_empty() {
                    next.refusals = 0;
                }
            }
            EntryAction::Refused(view) => {
                next.shown = self.fields().map(|field| field.schema.field.clone()).collect();
                next.said = Rc::new(*view);
                next.refusals += 1;
            }
            EntryAction::Confirm(field, rule, reason) => {
                next.draft.confirmed.retain(|(f, r, _)| (f, r) != (&field, &rule));
                if !reason.is_empty() {
                    next.draft.confirmed.push((field, rule, reason));
                }
            }
            EntryAction::Saved(saved) => {
                next.saved.retain(|other| other.at != saved.at);
                next.saved.insert(0, saved);
            }
            EntryAction::Keep(saved) => next.saved = saved,
            EntryAction::Detach => next.draft.row = None,
            EntryAction::Close => {
                next = Self { saved: self.saved.clone(), number: self.number + 1, ..Self::default() };
            }
        }
        next
    }

    fn open(&mut self, form: FormView, draft: Draft) {
        let proposed = form.proposed.clone();
        let is_new = draft.row.is_none();
        *self = Self {
            draft,
            form: Some(Rc::new(form)),
            number: self.number + 1,
            saved: std::mem::take(&mut self.saved),
            ..Self::default()
        };
        if is_new {
            self.propose(&proposed);
        }
    }

    /// The form while another batch is opened: rows of the one before are gone.
    #[must_use]
    pub fn without_rows(&self) -> Self {
        let mut next = self.clone();
        next.draft.row = None;
        next.saved.clear();
        next
    }
}

#[cfg(test)]
mod tests {
    use precheck_session::api::{FieldSchema, FormGroup};
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    fn field(key: &str) -> FormField {
        let text = String::new;
        FormField {
            schema: FieldSchema {
                field: key.to_owned(),
                label: text(),
                help: text(),
                required: true,
                requirement: text(),
                form: text(),
                max_length: 10,
                words: Vec::new(),
            },
            editor: "text".to_owned(),
            optional: false,
            offers: Vec::new(),
            free: true,
        }
    }

    fn form(proposed: &[(&str, &str)]) -> FormView {
        let group = FormGroup { fields: vec![field("a"), field("b")], ..FormGroup::default() };
        let proposed = proposed.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        FormView { groups: vec![group], proposed, ..FormView::default() }
    }

    fn view(proposed: &[(&str, &str)], faulty: &[&str]) -> EntryView {
        let proposed = proposed.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        let finding = |key: &&str| FindingReport {
            row: None,
            column: None,
            field: Some((*key).to_owned()),
            rule: String::new(),
            name: String::new(),
            severity: "error".to_owned(),
            value: String::new(),
            message: String::new(),
            suggestion: String::new(),
            fix: None,
        };
        EntryView { proposed, findings: faulty.iter().map(finding).collect(), ..EntryView::default() }
    }

    #[wasm_bindgen_test]
    fn proposals_give_way_to_what_is_typed() {
        let entry =
            Entry::default().after(EntryAction::Begin(Box::new(form(&[("a", "1"), ("b", "2")])), None));
        assert!(entry.is_proposed("a") && !entry.draft.holds_something());
        let entry = entry.after(EntryAction::Type("a".to_owned(), "x".to_owned()));
        let entry =
            entry.after(EntryAction::Said(Box::new(view(&[("a", "3"), ("b", "4")], &[])), Vec::new()));
        assert_eq!((entry.draft.values["a"].as_str(), entry.draft.values["b"].as_str()), ("x", "4"));
        assert!(entry.draft.holds_something() && !entry.is_proposed("a") && entry.is_proposed("b"));
    }

    #[wasm_bindgen_test]
    fn findings_stand_at_fields_that_were_left_and_all_of_them_once_saving_is_refused() {
        let entry = Entry::default().after(EntryAction::Begin(Box::new(form(&[])), None));
        let entry = entry.after(EntryAction::Said(Box::new(view(&[], &["a", "b"])), vec!["a".to_owned()]));
        assert_eq!((entry.findings("a").len(), entry.findings("b").len(), entry.errors().len()), (1, 0, 0));
        let entry = entry.after(EntryAction::Refused(Box::new(view(&[], &["a", "b"]))));
        assert_eq!((entry.findings("b").len(), entry.errors().len(), entry.refusals), (1, 2, 1));
        let entry = entry.after(EntryAction::Said(Box::new(view(&[], &["b"])), Vec::new()));
        assert_eq!((entry.findings("a").len(), entry.errors().len()), (0, 1));
        let entry = entry.after(EntryAction::Said(Box::new(view(&[], &[])), Vec::new()));
        assert_eq!(entry.refusals, 0);
    }

    #[wasm_bindgen_test]
    fn a_draft_is_kept_and_comes_back() {
        let entry = Entry::default().after(EntryAction::Begin(Box::new(form(&[("b", "2")])), Some((0, 3))));
        let entry = entry.after(EntryAction::Type("a".to_owned(), "奈曼旗".to_owned()));
        let kept = serde_json::to_string(&entry.draft).unwrap();
        let draft: Draft = serde_json::from_str(&kept).unwrap();
        assert_eq!(draft, entry.draft);
        let again = Entry::default().after(EntryAction::Resume(Box::new(form(&[])), draft));
        assert_eq!((again.draft.values["a"].as_str(), again.draft.row), ("奈曼旗", Some((0, 3))));
        assert_eq!(again.without_rows().draft.row, None);
    }
}
