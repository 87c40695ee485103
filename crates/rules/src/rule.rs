//! What a rule is: a static description and a plain function pointer. A rule stands in one file of its family,
//! and in the family's list; there is no other registration.

use precheck_schema::field::FieldType;
use precheck_schema::{FieldKey, Kind, Lang, Table, Text};

use crate::context::{Context, FieldCx, Hit, RowCx};
use crate::example::Example;
use crate::finding::{Dimension, Severity};
use crate::group::{Group, GroupHits};

/// Which kinds a rule judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinds {
    /// Every kind.
    All,
    /// Every kind but these.
    AllBut(&'static [Kind]),
    /// These.
    Only(&'static [Kind]),
}

impl Kinds {
    /// Whether a kind is among them.
    pub fn contains(self, kind: Kind) -> bool {
        match self {
            Self::All => true,
            Self::AllBut(kinds) => !kinds.contains(&kind),
            Self::Only(kinds) => kinds.contains(&kind),
        }
    }
}

/// One part of what the rule list publishes as a rule's field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selector {
    /// A field.
    Field(FieldKey),
    /// Every field but this, after a wider selector.
    Except(FieldKey),
    /// `@text`: text, long text and authority.
    Text,
    /// `@date`.
    Date,
    /// `@code`.
    Code,
    /// `@amount`.
    Amount,
    /// `@required`.
    Required,
    /// `@recommended`.
    Recommended,
    /// `@any`.
    Any,
    /// `@event-date`.
    EventDate,
    /// `@file`: the table as a whole.
    File,
}

impl Selector {
    /// Whether the selector takes a field of a kind.
    pub fn takes(self, kind: Kind, key: FieldKey) -> bool {
        let Some(field) = kind.field(key) else { return false };
        match self {
            Self::Field(wanted) => wanted == key,
            Self::Except(_) | Self::File => false,
            Self::Text => field.ty().is_text(),
            Self::Date => field.ty().is_date(),
            Self::Code => field.ty().code_list().is_some(),
            Self::Amount => field.ty() == FieldType::Amount,
            Self::Required => field.is_required(),
            Self::Recommended => field.requirement == precheck_schema::Requirement::Recommended,
            Self::Any => true,
            Self::EventDate => kind.info().event_date == key,
        }
    }

    /// As the rule list writes it.
    pub fn published(self) -> String {
        match self {
            Self::Field(key) => key.key().to_owned(),
            Self::Except(key) => format!("-{key}"),
            Self::Text => "@text".to_owned(),
            Self::Date => "@date".to_owned(),
            Self::Code => "@code".to_owned(),
            Self::Amount => "@amount".to_owned(),
            Self::Required => "@required".to_owned(),
            Self::Recommended => "@recommended".to_owned(),
            Self::Any => "@any".to_owned(),
            Self::EventDate => "@event-date".to_owned(),
            Self::File => "@file".to_owned(),
        }
    }
}

/// Whether the selectors of a rule take a field of a kind.
pub fn takes(selectors: &[Selector], kind: Kind, key: FieldKey) -> bool {
    selectors.iter().any(|s| s.takes(kind, key)) && !selectors.contains(&Selector::Except(key))
}

/// How a finding can be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixKind {
    /// Only a person knows how.
    None,
    /// The meaning cannot change: may be applied in bulk.
    Safe,
    /// A proposal that a person checks, one by one.
    Suggested,
}

impl FixKind {
    /// Stable name, as in JSON; none for [`FixKind::None`].
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Safe => Some("safe"),
            Self::Suggested => Some("suggested"),
        }
    }
}

/// New texts for cells of the finding's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Fields with their new texts.
    pub changes: Vec<(FieldKey, String)>,
}

impl Fix {
    /// A new text for one cell.
    pub fn one(field: FieldKey, text: impl Into<String>) -> Self {
        Self { changes: vec![(field, text.into())] }
    }
}

/// What a field check says of a cell that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wrong {
    /// See [`crate::Finding::arg`].
    pub arg: u32,
    /// Another severity than the rule's own.
    pub severity: Option<Severity>,
}

impl Wrong {
    /// A finding of the rule's own severity without a number.
    pub const PLAIN: Option<Self> = Some(Self { arg: 0, severity: None });

    /// A finding of the rule's own severity with a number.
    pub const fn with(arg: u32) -> Option<Self> {
        Some(Self { arg, severity: None })
    }

    /// The finding where a condition holds.
    pub const fn when(condition: bool) -> Option<Self> {
        if condition { Self::PLAIN } else { None }
    }
}

/// A rule over several rows: rows with the same key form a group, and a group of two rows or more is judged.
#[derive(Debug, Clone, Copy)]
pub struct BatchCheck {
    /// The fields that the key and the judgement read: an edit of another field changes nothing.
    pub reads: &'static [FieldKey],
    /// Writes the key of a row; `false` where the row belongs to no group.
    pub key: fn(&RowCx<'_>, &mut String) -> bool,
    /// Judges a group, its rows in the order of the batch.
    pub judge: fn(&Group<'_>, &mut GroupHits),
}

/// A rule over numbers that follow each other: rows with the same key stand in one sequence, and each number is
/// judged with the one before it. A batch check could do the same, but one edit would judge the whole sequence.
#[derive(Debug, Clone, Copy)]
pub struct SequenceCheck {
    /// The fields that the key reads: an edit of another field changes nothing.
    pub reads: &'static [FieldKey],
    /// Writes the key of a row's sequence and gives its number; none where the row stands in no sequence.
    pub key: fn(&RowCx<'_>, &mut String) -> Option<u64>,
    /// Judges a number (the second) with the next smaller one of the sequence; gives the number of the finding.
    pub judge: fn(u64, u64) -> Option<u32>,
    /// Where the finding stands, in the first of the rows with the later number.
    pub field: FieldKey,
}

/// The function of a rule.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Over a cell of one of the rule's fields whose value is not blank (and no filler).
    Field(fn(&FieldCx<'_, '_>) -> Option<Wrong>),
    /// Over a record.
    Row(fn(&RowCx<'_>, &mut RowHits)),
    /// Over all records of a kind in the job.
    Batch(BatchCheck),
    /// Over the records of a kind in the job, by number.
    Sequence(SequenceCheck),
    /// Over a table as a whole.
    Table(fn(&Table, &Context<'_>, &mut RowHits)),
}

/// Where a row check reports.
#[derive(Debug, Default)]
pub struct RowHits {
    pub(crate) hits: Vec<(Option<FieldKey>, Wrong)>,
}

impl RowHits {
    /// A finding at a field.
    pub fn at(&mut self, field: FieldKey) {
        self.with(field, 0);
    }

    /// A finding at a field with a number.
    pub fn with(&mut self, field: FieldKey, arg: u32) {
        self.hits.push((Some(field), Wrong { arg, severity: None }));
    }
}

/// A rule.
pub struct Rule {
    /// What a clerk sees, such as A004. Frozen.
    pub code: &'static str,
    /// The key: names the fault in kebab case. Frozen.
    pub slug: &'static str,
    /// Which quality it protects.
    pub dimension: Dimension,
    /// How much a finding weighs.
    pub severity: Severity,
    /// Which kinds it judges.
    pub kinds: Kinds,
    /// Which fields, as the rule list publishes them.
    pub fields: &'static [Selector],
    /// The fault in a few words: heading of the group in the problem panel.
    pub title: Text,
    /// What is wrong, in one sentence.
    pub what: Text,
    /// Why that matters.
    pub why: Text,
    /// How to mend it.
    pub how: Text,
    /// The legal basis: ids of [`crate::laws`]; never empty.
    pub basis: &'static [&'static str],
    /// How it can be mended.
    pub fix: FixKind,
    /// Slugs of rules that stand before it in the catalogue: where one of them fired on the same cell, this
    /// one stays silent (one slip, one finding).
    pub unless: &'static [&'static str],
    /// The function.
    pub check: Check,
    /// The sentence for one finding: what is wrong there, with the value; no basis, no remedy.
    pub say: fn(&Hit<'_, '_>, Lang) -> String,
    /// The proposal for one finding; none in rules whose `fix` is [`FixKind::None`].
    pub suggest: Option<fn(&Hit<'_, '_>) -> Option<Fix>>,
    /// Records that fire and records that do not; a test runs them all.
    pub examples: &'static [Example],
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code, self.slug)
    }
}

/// A list of rules that belong together, in the order in which they judge.
#[derive(Debug)]
pub struct Family {
    /// Stable name.
    pub key: &'static str,
    /// Its rules.
    pub rules: &'static [&'static Rule],
}

#[cfg(test)]
mod tests {
    use super::*;
    use precheck_schema::Requirement;

    #[test]
    fn selectors_take_the_fields_that_they_name() {
        for kind in Kind::ALL {
            for &key in FieldKey::all() {
                let field = kind.field(key);
                let takes = |selector: Selector| selector.takes(kind, key);
                assert_eq!(
                    takes(Selector::Amount),
                    field.is_some_and(|f| f.ty() == FieldType::Amount),
                    "{key}"
                );
                assert_eq!(
                    takes(Selector::Recommended),
                    field.is_some_and(|f| f.requirement == Requirement::Recommended),
                    "{key}"
                );
                assert_eq!(takes(Selector::Field(key)), field.is_some());
                assert!(!takes(Selector::Except(key)) && !takes(Selector::File));
            }
            assert!(Selector::EventDate.takes(kind, kind.info().event_date));
        }
        assert!(Selector::Amount.takes(Kind::Penalty, FieldKey::FineAmount));
        assert!(!Selector::Amount.takes(Kind::Penalty, FieldKey::Uscc));
    }
}
