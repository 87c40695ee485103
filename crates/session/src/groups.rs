//! Findings grouped by severity and rule, as the problem panel shows them.

use precheck_rules::{RowRef, RuleId, Severity, catalogue};

use crate::api;
use crate::job::Job;
use crate::listing::Wanted;
use crate::stats::severity_index;

/// Findings of one rule and severity.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    count: usize,
    confirmed: usize,
}

impl Job {
    /// Findings grouped by severity and rule. Asked after every change: one pass over all findings.
    pub(crate) fn groups_view(&self, filter: &api::FindingFilter) -> api::GroupsView {
        let wanted = Wanted::new(filter);
        let mut counts = [0; 3];
        let mut groups = vec![[Group::default(); 3]; catalogue().len()];
        for number in (0..self.tables.len()).filter(|&t| wanted.takes_table(t)) {
            let rows = self.tables[number].rows().iter();
            let of_rows = rows.flat_map(|&row| self.judgement.of_row(number, row));
            for finding in self.judgement.of_table(number).iter().chain(of_rows) {
                if !wanted.takes_any_severity(finding) {
                    continue;
                }
                let record = finding.row.map(|row| RowRef { table: number as u16, row });
                let confirmed = record.is_some_and(|record| self.confirmation(record, finding).is_some());
                let severity = severity_index(finding.severity);
                counts[severity] += usize::from(!confirmed);
                if wanted.takes(finding) {
                    let group = &mut groups[finding.rule.0 as usize][severity];
                    group.count += 1;
                    group.confirmed += usize::from(confirmed);
                }
            }
        }
        let mut views: Vec<(usize, api::GroupView)> = Vec::new();
        for (rule, by_severity) in groups.iter().enumerate() {
            for (severity, group) in by_severity.iter().enumerate().filter(|(_, group)| group.count > 0) {
                views.push((severity, self.group_view(RuleId(rule as u8), severity, *group)));
            }
        }
        views.sort_by(|a, b| (a.0, &a.1.code).cmp(&(b.0, &b.1.code)));
        api::GroupsView { counts, groups: views.into_iter().map(|(_, view)| view).collect() }
    }

    fn group_view(&self, rule: RuleId, severity: usize, group: Group) -> api::GroupView {
        let rule = catalogue().rule(rule);
        let lang = self.settings.lang;
        api::GroupView {
            rule: rule.slug.to_owned(),
            code: rule.code.to_owned(),
            title: rule.title.get(lang).to_owned(),
            severity: Severity::ALL[severity].key().to_owned(),
            dimension: rule.dimension.key().to_owned(),
            dimension_label: rule.dimension.label().get(lang).to_owned(),
            count: group.count,
            confirmed: group.confirmed,
        }
    }
}
