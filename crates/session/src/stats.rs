//! Counts over records and findings, kept row by row so that an edit costs what it touches.

use precheck_rules::{Dimension, Finding, Severity, catalogue};

use crate::api;

/// What a record counts for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RowStat {
    /// Gravest open severity: 0 none, 1 info, 2 warning, 3 error. A confirmed error stays one.
    pub(crate) worst: u8,
    /// Dimensions with an error, one bit each.
    errors: u8,
    /// Dimensions with a warning, one bit each.
    warnings: u8,
    /// Findings by severity: errors, warnings, infos.
    findings: [u16; 3],
    /// Findings that are neither confirmed nor mended.
    open: u16,
    /// Findings that a safe fix mends.
    safe: u16,
    /// Days left for gathering.
    pub(crate) days_left: Option<i32>,
    /// Whether a rule of the scope dimension says that the record is not to be gathered.
    pub(crate) out_of_scope: bool,
}

impl RowStat {
    /// A record without findings.
    pub(crate) fn new(days_left: Option<i32>) -> Self {
        Self { days_left, ..Self::default() }
    }

    /// Adds a finding: whether it is confirmed, and whether a safe fix mends it.
    pub(crate) fn add(&mut self, finding: &Finding, confirmed: bool, mendable: bool) {
        let dimension = catalogue().rule(finding.rule).dimension;
        let bit = 1 << Dimension::ALL.iter().position(|&d| d == dimension).unwrap_or(0);
        self.findings[severity_index(finding.severity)] += 1;
        self.open += u16::from(!confirmed);
        self.safe += u16::from(mendable);
        match finding.severity {
            Severity::Error => {
                self.worst = 3;
                self.errors |= bit;
                self.out_of_scope |= dimension == Dimension::Scope;
            }
            Severity::Warning if !confirmed => {
                self.worst = self.worst.max(2);
                self.warnings |= bit;
            }
            Severity::Info if !confirmed => self.worst = self.worst.max(1),
            _ => {}
        }
    }

    /// How many findings it has.
    pub(crate) fn findings(&self) -> usize {
        self.findings.iter().copied().map(usize::from).sum()
    }

    /// The gravest open severity, as JSON has it; empty: none.
    pub(crate) fn severity(&self) -> &'static str {
        match self.worst {
            3 => "error",
            2 => "warning",
            1 => "info",
            _ => "",
        }
    }
}

pub(crate) fn severity_index(severity: Severity) -> usize {
    Severity::Error as usize - severity as usize
}

/// First and last bar of the histogram of days left.
const HISTOGRAM: std::ops::RangeInclusive<i32> = -5..=20;

/// The bar of the histogram at which so many days left stand.
pub(crate) fn bar(days: i32) -> i32 {
    days.clamp(*HISTOGRAM.start(), *HISTOGRAM.end())
}

/// Sums over the records of one table.
#[derive(Debug, Clone, Default)]
pub(crate) struct TableStats {
    rows: Vec<Option<RowStat>>,
    pub(crate) totals: api::Totals,
    pub(crate) open: usize,
    pub(crate) safe: usize,
    dimension_errors: [usize; 7],
    dimension_warnings: [usize; 7],
    overdue: usize,
    soon: usize,
    later: usize,
    unknown: usize,
    histogram: Vec<usize>,
}

impl TableStats {
    /// Replaces what a record counts for; none where it is no longer there.
    pub(crate) fn set(&mut self, row: usize, stat: Option<RowStat>) {
        if row >= self.rows.len() {
            self.rows.resize(row + 1, None);
        }
        if self.histogram.is_empty() {
            self.histogram = vec![0; HISTOGRAM.count()];
        }
        if let Some(before) = std::mem::replace(&mut self.rows[row], stat) {
            self.add(&before, false);
        }
        if let Some(now) = self.rows[row].clone() {
            self.add(&now, true);
        }
    }

    /// What a record counts for.
    pub(crate) fn get(&self, row: usize) -> Option<&RowStat> {
        self.rows.get(row).and_then(Option::as_ref)
    }

    fn add(&mut self, stat: &RowStat, plus: bool) {
        let step = |count: &mut usize, by: usize| {
            *count = if plus { *count + by } else { count.saturating_sub(by) };
        };
        step(&mut self.totals.records, 1);
        step(
            match stat.worst {
                3 => &mut self.totals.with_errors,
                2 => &mut self.totals.with_warnings,
                _ => &mut self.totals.passed,
            },
            1,
        );
        step(&mut self.totals.errors, usize::from(stat.findings[0]));
        step(&mut self.totals.warnings, usize::from(stat.findings[1]));
        step(&mut self.totals.infos, usize::from(stat.findings[2]));
        step(&mut self.open, usize::from(stat.open));
        step(&mut self.safe, usize::from(stat.safe));
        for dimension in 0..7 {
            let (error, warning) = (stat.errors >> dimension & 1 == 1, stat.warnings >> dimension & 1 == 1);
            step(&mut self.dimension_errors[dimension], usize::from(error));
            step(&mut self.dimension_warnings[dimension], usize::from(warning && !error));
        }
        let counter = match stat.days_left {
            None => &mut self.unknown,
            Some(days) if days < 0 => &mut self.overdue,
            Some(0..=5) => &mut self.soon,
            Some(_) => &mut self.later,
        };
        step(counter, 1);
        if let Some(days) = stat.days_left {
            step(&mut self.histogram[(bar(days) - HISTOGRAM.start()) as usize], 1);
        }
    }

    fn most_overdue(&self) -> i32 {
        let days = self.rows.iter().flatten().filter_map(|r| r.days_left);
        days.filter(|d| *d < 0).map(|d| -d).max().unwrap_or(0)
    }
}

/// Sums over all tables.
pub(crate) fn totals(tables: impl Iterator<Item = api::Totals>) -> api::Totals {
    let mut sum = api::Totals::default();
    for totals in tables {
        sum.records += totals.records;
        sum.passed += totals.passed;
        sum.with_warnings += totals.with_warnings;
        sum.with_errors += totals.with_errors;
        sum.errors += totals.errors;
        sum.warnings += totals.warnings;
        sum.infos += totals.infos;
    }
    sum
}

/// Records by dimension over all tables.
pub(crate) fn dimensions(tables: &[TableStats], lang: precheck_schema::Lang) -> Vec<api::DimensionView> {
    let views = Dimension::ALL.iter().enumerate().map(|(position, dimension)| api::DimensionView {
        key: dimension.key().to_owned(),
        label: dimension.label().get(lang).to_owned(),
        with_errors: tables.iter().map(|t| t.dimension_errors[position]).sum(),
        with_warnings: tables.iter().map(|t| t.dimension_warnings[position]).sum(),
    });
    views.collect()
}

/// Days left over all tables.
pub(crate) fn deadline(tables: &[TableStats], days: u32, count: &str) -> api::DeadlineView {
    let bars = HISTOGRAM.enumerate().map(|(position, days)| {
        (days, tables.iter().map(|t| t.histogram.get(position).copied().unwrap_or(0)).sum())
    });
    api::DeadlineView {
        days,
        count: count.to_owned(),
        overdue: tables.iter().map(|t| t.overdue).sum(),
        most_overdue: tables.iter().map(TableStats::most_overdue).max().unwrap_or(0),
        soon: tables.iter().map(|t| t.soon).sum(),
        later: tables.iter().map(|t| t.later).sum(),
        unknown: tables.iter().map(|t| t.unknown).sum(),
        histogram: bars.collect(),
    }
}
