//! The catalogue: every rule of every family, in the order in which they judge.

use std::sync::LazyLock;

use precheck_schema::profile::{Profile, SeverityChange};
use precheck_schema::{FieldKey, Kind};

use crate::context::{FieldCx, RowCx};
use crate::families::FAMILIES;
use crate::finding::{Dimension, RuleId, Severity};
use crate::rule::{Check, RowHits, Rule, Wrong, takes};

/// The function of a rule that judges a record by itself.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RowCheck {
    /// See [`Check::Field`], with the fields, one bit each (see [`fields_in`]).
    Field(fn(&FieldCx<'_, '_>) -> Option<Wrong>, u64),
    /// See [`Check::Row`].
    Row(fn(&RowCx<'_>, &mut RowHits)),
}

/// What the engine needs of a rule while it judges a record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judging {
    pub(crate) id: RuleId,
    pub(crate) severity: Severity,
    /// The rules that silence it on the same cell, one bit each.
    pub(crate) silencers: u128,
    pub(crate) check: RowCheck,
}

/// Every rule, with what the engine looks up while it judges.
#[derive(Debug)]
pub struct Catalogue {
    rules: Vec<&'static Rule>,
    /// For each kind the rules that judge it, with the fields of field checks, one bit each.
    by_kind: Vec<Vec<(RuleId, u64)>>,
    /// For each kind the checks over cells and records, side by side in memory.
    judging: Vec<Vec<Judging>>,
    /// For each kind and field the field checks that judge it, one bit each.
    by_field: Vec<[u128; FieldKey::COUNT]>,
}

/// The catalogue of this program.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::build);
    &CATALOGUE
}

impl Catalogue {
    fn build() -> Self {
        let rules: Vec<&'static Rule> = FAMILIES.iter().flat_map(|f| f.rules.iter().copied()).collect();
        assert!(rules.len() <= 128, "one bit for each rule");
        let position = |slug: &str| rules.iter().position(|r| r.slug == slug);
        let unless = rules.iter().map(|rule| {
            let bits = rule.unless.iter().filter_map(|slug| position(slug)).map(|p| 1u128 << p);
            bits.fold(0, |mask, bit| mask | bit)
        });
        let unless: Vec<u128> = unless.collect();
        let by_kind = Kind::ALL.iter().map(|&kind| {
            let judging = rules.iter().enumerate().filter(|(_, r)| r.kinds.contains(kind));
            judging.map(|(position, rule)| (RuleId(position as u8), fields_of(rule, kind))).collect()
        });
        let by_kind: Vec<Vec<(RuleId, u64)>> = by_kind.collect();
        let by_field = by_kind.iter().map(|judging| {
            let mut masks = [0; FieldKey::COUNT];
            for &(id, fields) in judging {
                for field in fields_in(fields) {
                    masks[field as usize] |= 1 << id.0;
                }
            }
            masks
        });
        let by_field = by_field.collect();
        let judging = by_kind.iter().map(|judging| {
            let of_rows = judging.iter().filter_map(|&(id, fields)| {
                let rule = rules[id.0 as usize];
                let check = match rule.check {
                    Check::Field(check) => RowCheck::Field(check, fields),
                    Check::Row(check) => RowCheck::Row(check),
                    Check::Batch(_) | Check::Sequence(_) | Check::Table(_) => return None,
                };
                Some(Judging { id, severity: rule.severity, silencers: unless[id.0 as usize], check })
            });
            of_rows.collect()
        });
        let judging = judging.collect();
        Self { rules, by_kind, judging, by_field }
    }

    /// Every rule, in the order in which they judge.
    pub fn rules(&self) -> impl Iterator<Item = (RuleId, &'static Rule)> + '_ {
        self.rules.iter().enumerate().map(|(position, rule)| (RuleId(position as u8), *rule))
    }

    /// How many rules there are.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there is no rule.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// A rule by its position.
    pub fn rule(&self, id: RuleId) -> &'static Rule {
        self.rules[id.0 as usize]
    }

    /// A rule by its code or its slug.
    pub fn find(&self, name: &str) -> Option<RuleId> {
        let position = self.rules.iter().position(|r| r.slug == name || r.code.eq_ignore_ascii_case(name))?;
        Some(RuleId(position as u8))
    }

    /// The rules that judge a kind, with the fields of field checks, one bit each (see [`fields_in`]).
    pub(crate) fn of_kind(&self, kind: Kind) -> &[(RuleId, u64)] {
        &self.by_kind[kind as usize]
    }

    /// The field checks that judge a field of a kind, one bit each.
    pub(crate) fn of_field(&self, kind: Kind, field: FieldKey) -> u128 {
        self.by_field[kind as usize][field as usize]
    }

    /// The rules that judge the records of a kind one by one, in order.
    pub(crate) fn judging(&self, kind: Kind) -> &[Judging] {
        &self.judging[kind as usize]
    }

    /// What each rule weighs under a profile; none where it is switched off. Errors that protect privacy stay.
    pub fn severities(&self, profile: &Profile) -> Vec<Option<Severity>> {
        let weight = |rule: &&Rule| match change_of(profile, rule) {
            Some(change) => Severity::from_key(&change.severity),
            None => Some(rule.severity),
        };
        self.rules.iter().map(weight).collect()
    }
}

/// The change of a profile that holds for a rule; none where the rule weighs what it always does. Of several the
/// last one holds.
pub fn change_of<'p>(profile: &'p Profile, rule: &Rule) -> Option<&'p SeverityChange> {
    if is_protected(rule) {
        return None;
    }
    let change = profile.severity.iter().rev().find(|c| c.rule == rule.slug || c.rule == rule.code)?;
    (change.severity != rule.severity.key()).then_some(change)
}

/// Whether a rule's severity cannot be changed: errors that protect privacy.
pub fn is_protected(rule: &Rule) -> bool {
    rule.dimension == Dimension::Privacy && rule.severity == Severity::Error
}

fn fields_of(rule: &Rule, kind: Kind) -> u64 {
    match rule.check {
        Check::Field(_) => {
            let fields = kind.fields().iter().map(|f| f.key).filter(|&f| takes(rule.fields, kind, f));
            fields.fold(0, |mask, field| mask | 1 << field as u64)
        }
        _ => 0,
    }
}

/// The fields of a set with one bit for each, in the order of the dictionary.
pub(crate) fn fields_in(mut mask: u64) -> impl Iterator<Item = FieldKey> {
    std::iter::from_fn(move || {
        let field = *FieldKey::all().get(mask.trailing_zeros() as usize)?;
        mask &= mask - 1;
        Some(field)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_found_by_slug_and_code() {
        let catalogue = catalogue();
        assert!(!catalogue.is_empty() && catalogue.len() == catalogue.rules().count());
        for (id, rule) in catalogue.rules() {
            for name in [rule.slug, rule.code, &rule.code.to_ascii_lowercase()] {
                assert_eq!(catalogue.find(name), Some(id), "{name}");
            }
        }
        assert_eq!(catalogue.find("nothing"), None);
    }

    #[test]
    fn the_last_change_of_a_severity_holds_but_not_for_privacy() {
        let mut profile = Profile::built_in();
        profile.severity.clear();
        let catalogue = catalogue();
        let rule = |slug: &str| catalogue.rule(catalogue.find(slug).unwrap());
        let (overdue, id) = (rule("overdue"), rule("resident-id"));
        assert_eq!(
            (change_of(&profile, overdue), is_protected(overdue), is_protected(id)),
            (None, false, true)
        );
        let private = |r: &Rule| r.dimension == Dimension::Privacy && r.severity != Severity::Error;
        for (_, rule) in catalogue.rules().filter(|(_, rule)| private(rule)) {
            assert!(!is_protected(rule), "{rule:?}");
        }
        let change = |rule: &str, severity: Severity| SeverityChange {
            rule: rule.to_owned(),
            severity: severity.key().to_owned(),
            reason: String::new(),
        };
        let [other, more] = match overdue.severity {
            Severity::Info => [Severity::Warning, Severity::Error],
            Severity::Warning => [Severity::Info, Severity::Error],
            Severity::Error => [Severity::Info, Severity::Warning],
        };
        for name in [overdue.slug, overdue.code] {
            profile.severity = vec![change(name, more), change(name, other), change("due-soon", more)];
            assert_eq!(change_of(&profile, overdue), Some(&profile.severity[1]));
            profile.severity.push(change(name, overdue.severity));
            assert_eq!(change_of(&profile, overdue), None, "as it always is");
        }
        profile.severity = vec![change(id.slug, Severity::Info)];
        assert_eq!(change_of(&profile, id), None);
    }
}
