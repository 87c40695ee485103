//! The ledger as a list: searched, filtered, the most urgent first.

use precheck_schema::date::{Date, LONG_TERM};
use precheck_schema::fold::fold_all;

use crate::book::Book;
use crate::entry::{Entry, Status};
use crate::terms::{REMIND, SOON, Terms};

/// Which records are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// All.
    #[default]
    All,
    /// What somebody has still to act on.
    Open,
    /// Exported, without an answer.
    Exported,
    /// Sent back by the platform.
    Rejected,
    /// Whose publicity ends soon or ended lately.
    Publicity,
    /// Open and past the deadline.
    Overdue,
    /// Open and due within [`SOON`] days.
    Soon,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// In name, code, document number, file or matter; width, case and spaces are folded.
    pub text: String,
    /// Which.
    pub scope: Scope,
    /// Key of a kind; empty: all.
    pub kind: String,
    /// Open and due on this day.
    pub day: Option<Date>,
}

/// How the end of publicity is to be spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// Ends in so many days.
    Ends(i64),
    /// Ended so many days ago: see to it that the platform shows it no more.
    Ended(i64),
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The entry.
    pub entry: Entry,
    /// How far it is.
    pub status: Status,
    /// The last day for gathering; none where the day of the event cannot be read.
    pub due: Option<Date>,
    /// Days left until then, negative when overdue.
    pub left: Option<i64>,
    /// Whether its publicity is over.
    pub expired: bool,
    /// Whether the end of publicity is near.
    pub reminder: Option<Reminder>,
}

impl Row {
    /// The line of an entry.
    pub fn new(entry: &Entry, terms: &Terms<'_>) -> Self {
        let due = terms.due(&entry.facts.event_date);
        let public = if is_publicity(&entry.facts.kind) {
            terms.publicity_left(&entry.facts.publicity_end)
        } else {
            None
        };
        Self {
            status: entry.status(),
            due,
            left: due.map(|due| terms.left(due)),
            expired: public.is_some_and(|left| left < 0),
            reminder: public.and_then(|left| match left {
                0..=REMIND => Some(Reminder::Ends(left)),
                _ if (-REMIND..0).contains(&left) => Some(Reminder::Ended(-left)),
                _ => None,
            }),
            entry: entry.clone(),
        }
    }

    /// Whether it is open and past the deadline.
    pub fn is_overdue(&self) -> bool {
        self.status.is_open() && self.left.is_some_and(|left| left < 0)
    }

    /// Whether it is open and due soon.
    pub fn is_soon(&self) -> bool {
        self.status.is_open() && self.left.is_some_and(|left| (0..=SOON).contains(&left))
    }

    fn passes(&self, query: &Query, text: &str) -> bool {
        let facts = &self.entry.facts;
        let scope = match query.scope {
            Scope::All => true,
            Scope::Open => self.status.is_open(),
            Scope::Exported => self.status == Status::Exported,
            Scope::Rejected => self.status == Status::Rejected,
            Scope::Publicity => self.reminder.is_some(),
            Scope::Overdue => self.is_overdue(),
            Scope::Soon => self.is_soon(),
        };
        scope
            && (query.kind.is_empty() || query.kind == facts.kind)
            && query.day.is_none_or(|day| self.status.is_open() && self.due == Some(day))
            && (text.is_empty() || {
                let files = self.entry.exports.iter().map(|export| &export.file);
                let texts = [&facts.name, &facts.code, &facts.document_no, &facts.matter];
                texts.into_iter().chain(files).any(|known| fold_all(known).contains(text))
            })
    }
}

/// Whether the end that records of a kind carry is one of publicity, not of a licence.
fn is_publicity(kind: &str) -> bool {
    matches!(kind, "penalty" | "penalty-change" | "blacklist" | "other")
}

impl Book {
    /// Lines that answer a query: open ones first, by what is due; the others after them, the latest first.
    pub fn rows(&self, query: &Query, terms: &Terms<'_>) -> Vec<Row> {
        let text = fold_all(&query.text);
        let mut rows: Vec<Row> = self.live().map(|entry| Row::new(entry, terms)).collect();
        rows.retain(|row| row.passes(query, &text));
        rows.sort_by(|a, b| {
            let open = |row: &Row| !row.status.is_open();
            let by_state = open(a).cmp(&open(b));
            let by_day = if open(a) {
                b.entry.facts.event_date.cmp(&a.entry.facts.event_date)
            } else {
                // What has no day that can be read comes last.
                (a.due.is_none(), a.due).cmp(&(b.due.is_none(), b.due))
            };
            by_state.then(by_day).then_with(|| a.entry.facts.document_no.cmp(&b.entry.facts.document_no))
        });
        rows
    }

    /// How many lines answer each scope.
    pub fn scope_counts(&self, terms: &Terms<'_>) -> Vec<(Scope, usize)> {
        let rows: Vec<Row> = self.live().map(|entry| Row::new(entry, terms)).collect();
        let scopes = [
            Scope::All,
            Scope::Open,
            Scope::Exported,
            Scope::Rejected,
            Scope::Publicity,
            Scope::Overdue,
            Scope::Soon,
        ];
        let count = |scope| {
            let query = Query { scope, ..Query::default() };
            rows.iter().filter(|row| row.passes(&query, "")).count()
        };
        scopes.into_iter().map(|scope| (scope, count(scope))).collect()
    }

    /// Records whose publicity ends soon or ended lately, the first end first.
    pub fn reminders(&self, terms: &Terms<'_>) -> Vec<Row> {
        let rows = self.live().map(|entry| Row::new(entry, terms));
        let mut rows: Vec<Row> = rows.filter(|row| row.reminder.is_some()).collect();
        rows.sort_by(|a, b| a.entry.facts.publicity_end.cmp(&b.entry.facts.publicity_end));
        rows
    }
}

impl Row {
    /// Whether the publicity has no end.
    pub fn is_long_term(&self) -> bool {
        self.entry.facts.publicity_end == LONG_TERM
    }
}
