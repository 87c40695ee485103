//! Lists of rows and findings that pass a filter, kept until something changes: scrolling asks for them often.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use precheck_rules::{Finding, Judgement, Severity, catalogue};
use precheck_schema::fold::fold_all;
use precheck_schema::table::StoredCell;
use precheck_schema::{FieldKey, FieldType, RowId};

use crate::api::{Address, FindingFilter, RowFilter, RowSort};
use crate::job::Job;
use crate::stats::{bar, severity_index};

/// A finding with the table that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Listed {
    pub(crate) table: usize,
    pub(crate) finding: Finding,
}

/// How many lists of each sort are kept: the grid, the panel and the preview of fixes ask for different ones.
const KEPT: usize = 4;

/// Lists by what was asked for.
type Kept<K, T> = Vec<(K, Rc<Vec<T>>)>;

/// The lists that were asked for last, the latest first.
#[derive(Debug, Default)]
pub(crate) struct Listings {
    rows: Kept<(usize, RowFilter), RowId>,
    findings: Kept<FindingFilter, Listed>,
}

impl Listings {
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}

/// What [`RowSort`] calls the days left for gathering.
const DAYS_LEFT: &str = "days_left";

/// A value to sort by. Numbers stand before texts, blanks behind all.
#[derive(Debug, Clone, PartialEq)]
enum SortKey {
    Number(f64),
    Text(String),
    Blank,
}

impl SortKey {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |key: &Self| match key {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            Self::Blank => 2,
        };
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            _ => rank(self).cmp(&rank(other)),
        }
    }
}

/// A list that is kept; it becomes the latest.
fn kept<K, T>(lists: &mut Kept<K, T>, wanted: impl Fn(&K) -> bool) -> Option<Rc<Vec<T>>> {
    let at = lists.iter().position(|(key, _)| wanted(key))?;
    lists[..=at].rotate_right(1);
    Some(lists[0].1.clone())
}

fn keep<K, T>(lists: &mut Kept<K, T>, key: K, list: Rc<Vec<T>>) {
    lists.truncate(KEPT - 1);
    lists.insert(0, (key, list));
}

/// A finding filter with its names looked up.
pub(crate) struct Wanted {
    table: Option<usize>,
    severities: [bool; 3],
    /// By rule: whether it is the named one, and of the named dimension.
    rules: Vec<bool>,
}

impl Wanted {
    pub(crate) fn new(filter: &FindingFilter) -> Self {
        let named = |severity: Severity| {
            filter.severities.is_empty() || filter.severities.iter().any(|s| s == severity.key())
        };
        // A name that does not exist is the name of nothing: no finding passes.
        let rule = catalogue().find(&filter.rule);
        let rules = catalogue().rules().map(|(id, declared)| {
            (filter.rule.is_empty() || rule == Some(id))
                && (filter.dimension.is_empty() || declared.dimension.key() == filter.dimension)
        });
        Self { table: filter.table, severities: Severity::ALL.map(named), rules: rules.collect() }
    }

    pub(crate) fn takes_table(&self, table: usize) -> bool {
        self.table.is_none_or(|wanted| wanted == table)
    }

    pub(crate) fn takes(&self, finding: &Finding) -> bool {
        self.severities[severity_index(finding.severity)] && self.takes_any_severity(finding)
    }

    pub(crate) fn takes_any_severity(&self, finding: &Finding) -> bool {
        self.rules[finding.rule.0 as usize]
    }
}

impl Job {
    /// Rows of a table that pass a filter, in order.
    pub(crate) fn list_rows(&self, table: usize, filter: &RowFilter) -> Rc<Vec<RowId>> {
        let lists = &mut self.listings.borrow_mut().rows;
        if let Some(rows) = kept(lists, |(of, by)| *of == table && by == filter) {
            return rows;
        }
        let rows = Rc::new(self.filter_rows(table, filter));
        keep(lists, (table, filter.clone()), rows.clone());
        rows
    }

    fn filter_rows(&self, number: usize, filter: &RowFilter) -> Vec<RowId> {
        let table = &self.tables[number];
        let wanted = Wanted::new(&filter.findings);
        let needle = fold_all(&filter.search);
        // Every distinct text is searched once, however many cells hold it.
        let matching: Vec<bool> = if needle.is_empty() {
            Vec::new()
        } else {
            table.pool().iter().map(|text| fold_all(text).contains(&*needle)).collect()
        };
        let passes = |row: RowId| {
            let found =
                !filter.only_findings || self.judgement.of_row(number, row).iter().any(|f| wanted.takes(f));
            let days = filter.days_left.is_none_or(|(from, to)| {
                let days = self.stats[number].get(row.0 as usize).and_then(|s| s.days_left);
                days.is_some_and(|days| (bar(from)..=bar(to)).contains(&bar(days)))
            });
            let named = needle.is_empty()
                || table.kind.fields().iter().any(|f| matching[table.text_id(row, f.key).index()]);
            found && days && named
        };
        let mut rows: Vec<RowId> = table.rows().iter().copied().filter(|&row| passes(row)).collect();
        if let Some(sort) = &filter.sort {
            self.sort_rows(number, sort, &mut rows);
        }
        rows
    }

    /// Puts rows in order. Equal ones stay as they stand in the sheet, blanks come last either way.
    fn sort_rows(&self, number: usize, sort: &RowSort, rows: &mut Vec<RowId>) {
        let table = &self.tables[number];
        let backwards = |order: Ordering| if sort.descending { order.reverse() } else { order };
        let Some(field) = FieldKey::from_key(&sort.field).and_then(|key| table.kind.field(key)) else {
            let days = |row: &RowId| {
                let stat = self.stats[number].get(row.0 as usize).filter(|_| sort.field == DAYS_LEFT);
                stat.and_then(|stat| stat.days_left)
            };
            rows.sort_by(|a, b| match (days(a), days(b)) {
                (Some(a), Some(b)) => backwards(a.cmp(&b)),
                (a, b) => b.is_some().cmp(&a.is_some()),
            });
            return;
        };
        let amount = matches!(field.ty(), FieldType::Amount);
        let key = |row: RowId| -> SortKey {
            let text = table.value(row, field.key);
            match text.trim() {
                "" => SortKey::Blank,
                text => match text.parse::<f64>() {
                    Ok(number) if amount && number.is_finite() => SortKey::Number(number),
                    _ => SortKey::Text(text.to_owned()),
                },
            }
        };
        // Every distinct cell is normalised and compared once, however many rows hold it.
        let mut known: HashMap<StoredCell, usize> = HashMap::new();
        let mut keys: Vec<SortKey> = Vec::new();
        let of_row: Vec<(usize, RowId)> = rows
            .iter()
            .map(|&row| {
                let at = *known.entry(table.stored(row, field.key)).or_insert_with(|| {
                    keys.push(key(row));
                    keys.len() - 1
                });
                (at, row)
            })
            .collect();
        let order = |a: usize, b: usize| match (&keys[a], &keys[b]) {
            (SortKey::Blank, _) | (_, SortKey::Blank) => keys[a].cmp(&keys[b]),
            (a, b) => backwards(a.cmp(b)),
        };
        let mut distinct: Vec<usize> = (0..keys.len()).collect();
        distinct.sort_by(|&a, &b| order(a, b));
        let mut ranks = vec![0_u32; keys.len()];
        for pair in distinct.windows(2) {
            ranks[pair[1]] = ranks[pair[0]] + u32::from(order(pair[0], pair[1]) != Ordering::Equal);
        }
        let mut ranked: Vec<(u32, RowId)> = of_row.into_iter().map(|(at, row)| (ranks[at], row)).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        *rows = ranked.into_iter().map(|(_, row)| row).collect();
    }

    /// Findings that pass a filter, in the order of tables, rows, columns and codes.
    pub(crate) fn list_findings(&self, filter: &FindingFilter) -> Rc<Vec<Listed>> {
        let lists = &mut self.listings.borrow_mut().findings;
        if let Some(findings) = kept(lists, |by| by == filter) {
            return findings;
        }
        let wanted = Wanted::new(filter);
        let mut list: Vec<Listed> = Vec::new();
        for table in (0..self.tables.len()).filter(|&t| wanted.takes_table(t)) {
            let mut add = |findings: &[Finding]| {
                let start = list.len();
                let taken = findings.iter().filter(|f| wanted.takes(f));
                list.extend(taken.map(|&finding| Listed { table, finding }));
                if list.len() > start + 1 {
                    list[start..].sort_by_key(|l| Judgement::sort_key(&self.tables[table], &l.finding));
                }
            };
            add(self.judgement.of_table(table));
            for &row in self.tables[table].rows() {
                add(self.judgement.of_row(table, row));
            }
        }
        let findings = Rc::new(list);
        keep(lists, filter.clone(), findings.clone());
        findings
    }

    /// The finding at an address; none where it is gone.
    pub(crate) fn find(&self, address: &Address) -> Option<Finding> {
        if address.table >= self.tables.len() {
            return None;
        }
        let rule = catalogue().find(&address.rule)?;
        let field = FieldKey::from_key(&address.field);
        let findings = match address.row {
            Some(row) => self.judgement.of_row(address.table, RowId(row)),
            None => self.judgement.of_table(address.table),
        };
        findings.iter().copied().find(|f| f.rule == rule && f.field == field)
    }
}

/// The address of a finding.
pub(crate) fn address(listed: &Listed) -> Address {
    Address {
        table: listed.table,
        row: listed.finding.row.map(|r| r.0),
        field: listed.finding.field.map_or(String::new(), |f| f.key().to_owned()),
        rule: catalogue().rule(listed.finding.rule).slug.to_owned(),
    }
}
