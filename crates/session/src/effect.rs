//! What another profile would make of the findings, before it is saved. The batch is judged beside itself, some
//! records at a call; nothing of the job changes.

use std::collections::BTreeMap;

use precheck_rules::{Context, Judgement, RuleId, Severity, catalogue};
use precheck_schema::calendar::Calendar;
use precheck_schema::profile::Profile;

use crate::api::{EffectView, ProblemView, RuleEffect};
use crate::job::Job;
use crate::settings::SettingsError;

/// Records that are judged at a call.
const STEP: usize = 4_000;

/// A judgement under another profile.
pub(crate) struct Effect {
    /// The profile as it was asked for.
    text: String,
    profile: Profile,
    calendar: Calendar,
    /// The state of the job that is judged.
    revision: u64,
    judgement: Judgement,
    /// Table and row position up to which rows are judged; none when all is.
    cursor: Option<(usize, usize)>,
}

/// How many findings each rule has.
type Found = BTreeMap<(Severity, RuleId), usize>;

impl Job {
    /// Judges some more records under a profile, and tells what it would change once all are judged.
    pub(crate) fn effect(&mut self, text: &str) -> Result<EffectView, ProblemView> {
        let known = self.effect.take().filter(|at| at.text == text && at.revision == self.revision);
        let mut at = match known {
            Some(at) => at,
            None => self.effect_of(text).map_err(|error| error.view(self.settings.lang))?,
        };
        let context = Context { profile: &at.profile, calendar: &at.calendar, ..self.settings.context() };
        let mut left = STEP;
        while let Some((table, position)) = at.cursor
            && left > 0
        {
            let Some(rows) = self.tables.get(table) else {
                at.judgement.finish(&self.tables, &context);
                at.cursor = None;
                break;
            };
            let end = position.saturating_add(left).min(rows.len());
            at.judgement.judge_rows(&self.tables, &context, table, position..end);
            // A table without records takes a step, too: there is an end to them.
            left -= (end - position).max(1).min(left);
            at.cursor = Some(if end == rows.len() { (table + 1, 0) } else { (table, end) });
        }
        let view =
            if at.cursor.is_none() { self.compared_findings(&at.judgement) } else { EffectView::default() };
        self.effect = Some(at);
        Ok(view)
    }

    fn effect_of(&self, text: &str) -> Result<Effect, SettingsError> {
        let profile = Profile::from_json(text)?;
        crate::changes::check(&profile)?;
        let mut calendar = self.settings.announced.clone();
        calendar.change(&profile.holidays);
        let context = Context { profile: &profile, calendar: &calendar, ..self.settings.context() };
        let judgement = Judgement::begin(&self.tables, &context);
        let (text, revision) = (text.to_owned(), self.revision);
        Ok(Effect { text, profile, calendar, revision, judgement, cursor: Some((0, 0)) })
    }

    fn found(&self, judgement: &Judgement) -> Found {
        let mut found = Found::new();
        for (number, table) in self.tables.iter().enumerate() {
            let of_rows = table.rows().iter().flat_map(|&row| judgement.of_row(number, row));
            for finding in judgement.of_table(number).iter().chain(of_rows) {
                *found.entry((finding.severity, finding.rule)).or_default() += 1;
            }
        }
        found
    }

    fn compared_findings(&self, judgement: &Judgement) -> EffectView {
        let (before, after) = (self.found(&self.judgement), self.found(judgement));
        let of = |found: &Found, wanted: Severity| {
            found.iter().filter(|((severity, _), _)| *severity == wanted).map(|(_, count)| count).sum()
        };
        let mut keys: Vec<_> = before.keys().chain(after.keys()).copied().collect();
        keys.sort_unstable();
        keys.dedup();
        let lang = self.settings.lang;
        // The gravest first.
        let rules = keys.into_iter().rev().filter_map(|key| {
            let count = |found: &Found| found.get(&key).copied().unwrap_or_default();
            let (before, after) = (count(&before), count(&after));
            let rule = catalogue().rule(key.1);
            (before != after).then(|| RuleEffect {
                code: rule.code.to_owned(),
                title: rule.title.get(lang).to_owned(),
                severity: key.0.key().to_owned(),
                before,
                after,
            })
        });
        EffectView {
            done: true,
            records: self.tables.iter().map(precheck_schema::Table::len).sum(),
            errors: (of(&before, Severity::Error), of(&after, Severity::Error)),
            warnings: (of(&before, Severity::Warning), of(&after, Severity::Warning)),
            notes: (of(&before, Severity::Info), of(&after, Severity::Info)),
            rules: rules.collect(),
        }
    }
}
