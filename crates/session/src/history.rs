//! Undo and redo: every change is a list of steps that know their opposite.

use std::collections::{BTreeMap, VecDeque};

use precheck_rules::RuleId;
use precheck_schema::table::StoredCell;
use precheck_schema::{FieldKey, Lang, RowId, Table, Text};

use crate::api::SourceView;
use crate::job::{Confirmation, FindingKey, TableOrigin};

/// How many steps are kept to be taken back, whatever changes they belong to: only memory bounds them (24 bytes
/// each), and no clerk types so many.
const MOST_STEPS: usize = 4_000_000;

/// A table for records that are typed in.
#[derive(Debug, Clone)]
pub(crate) struct TypedTable {
    pub(crate) table: Table,
    pub(crate) origin: TableOrigin,
    pub(crate) source: SourceView,
}

/// One elementary change. Carrying it out gives the step that takes it back.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// Writes a cell.
    Cell(u16, RowId, FieldKey, StoredCell),
    /// Puts a row in at a position.
    Insert(u16, RowId, usize),
    /// Takes a row out.
    Remove(u16, RowId),
    /// Sets or takes back a confirmation. Boxed, so that the steps of cells stay small.
    Confirm(Box<(FindingKey, Option<Confirmation>)>),
    /// Adds a table with its source behind all others.
    Open(Box<TypedTable>),
    /// Takes the last table out, with its source.
    Close,
}

/// What a change was, for its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    Edit,
    Paste,
    Insert,
    Delete,
    Fix,
    Replace,
    Fill,
    Confirm,
    Unconfirm,
    Record,
}

impl Deed {
    /// What it is called in the log.
    fn name(self) -> Text {
        match self {
            Self::Edit => Text::new("修改", "Edited"),
            Self::Paste => Text::new("粘贴", "Pasted"),
            Self::Insert => Text::new("插入行", "Row inserted"),
            Self::Delete => Text::new("删除行", "Row deleted"),
            Self::Fix => Text::new("采纳建议", "Proposal taken"),
            Self::Replace => Text::new("替换", "Replaced"),
            Self::Fill => Text::new("向下填充", "Filled down"),
            Self::Confirm => Text::new("确认问题", "Finding confirmed"),
            Self::Unconfirm => Text::new("取消确认", "Confirmation taken back"),
            Self::Record => Text::new("录入", "Typed in"),
        }
    }

    /// What was done, with how many cells, rows or findings.
    pub(crate) fn say(self, count: usize, lang: Lang) -> String {
        match (lang, self) {
            (Lang::Zh, Self::Edit) => format!("修改 {count} 处"),
            (Lang::Zh, Self::Paste) => format!("粘贴 {count} 格"),
            (Lang::Zh, Self::Insert) => format!("插入 {count} 行"),
            (Lang::Zh, Self::Delete) => format!("删除 {count} 行"),
            (Lang::Zh, Self::Fix) => format!("修复 {count} 处"),
            (Lang::Zh, Self::Replace) => format!("替换 {count} 格"),
            (Lang::Zh, Self::Fill) => format!("向下填充 {count} 格"),
            (Lang::Zh, Self::Confirm) => format!("确认 {count} 个问题"),
            (Lang::Zh, Self::Unconfirm) => format!("取消确认 {count} 个问题"),
            (Lang::Zh, Self::Record) => format!("录入 {count} 条"),
            (Lang::En, Self::Record) => format!("{count} records typed in"),
            (Lang::En, Self::Edit) => format!("{count} edited"),
            (Lang::En, Self::Paste) => format!("{count} cells pasted"),
            (Lang::En, Self::Insert) => format!("{count} rows inserted"),
            (Lang::En, Self::Delete) => format!("{count} rows deleted"),
            (Lang::En, Self::Fix) => format!("{count} mended"),
            (Lang::En, Self::Replace) => format!("{count} cells replaced"),
            (Lang::En, Self::Fill) => format!("{count} cells filled"),
            (Lang::En, Self::Confirm) => format!("{count} findings confirmed"),
            (Lang::En, Self::Unconfirm) => format!("{count} confirmations taken back"),
        }
    }
}

/// Whether something was done, or taken back, or done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Done,
    Undone,
    Redone,
}

impl Way {
    /// What was done, for the log.
    pub(crate) fn say(self, deed: Deed, lang: Lang) -> String {
        let what = deed.name().get(lang);
        match (lang, self) {
            (_, Self::Done) => what.to_owned(),
            (Lang::Zh, Self::Undone) => format!("撤销：{what}"),
            (Lang::Zh, Self::Redone) => format!("重做：{what}"),
            (Lang::En, Self::Undone) => format!("Undo: {what}"),
            (Lang::En, Self::Redone) => format!("Redo: {what}"),
        }
    }
}

/// A change: its steps in the order in which they are carried out.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) deed: Deed,
    /// How many cells, rows or findings the clerk would say it touched.
    pub(crate) count: usize,
    pub(crate) steps: Box<[Step]>,
    /// By which rules it changed cells, and how many.
    pub(crate) rules: Box<[(RuleId, u32)]>,
}

/// What was changed: cells by proposals, with their rules, and cells by hand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Totals {
    pub(crate) fixes: usize,
    pub(crate) edits: usize,
    pub(crate) by_rule: BTreeMap<RuleId, usize>,
}

impl Totals {
    fn add(&mut self, change: &Change) {
        match change.deed {
            Deed::Fix => self.fixes += change.count,
            Deed::Edit | Deed::Paste | Deed::Replace | Deed::Fill => self.edits += change.count,
            Deed::Insert | Deed::Delete | Deed::Confirm | Deed::Unconfirm | Deed::Record => {}
        }
        for &(rule, count) in &change.rules {
            *self.by_rule.entry(rule).or_default() += count as usize;
        }
    }
}

/// Changes that can be taken back, and changes that were.
#[derive(Debug, Default)]
pub(crate) struct History {
    done: VecDeque<Change>,
    undone: Vec<Change>,
    /// Steps of `done`.
    steps: usize,
    /// What changes did that can no longer be taken back.
    settled: Totals,
}

impl History {
    /// Keeps what takes a new change back. What was undone before can no longer be redone.
    pub(crate) fn push(&mut self, change: Change) {
        self.undone.clear();
        self.push_done(change);
    }

    /// Keeps what takes a change back.
    pub(crate) fn push_done(&mut self, change: Change) {
        self.steps += change.steps.len();
        self.done.push_back(change);
        self.bound(MOST_STEPS);
    }

    /// Gives up what takes the oldest changes back, but for the last one.
    fn bound(&mut self, most: usize) {
        while self.steps > most && self.done.len() > 1 {
            let Some(oldest) = self.done.pop_front() else { break };
            self.steps -= oldest.steps.len();
            self.settled.add(&oldest);
        }
    }

    /// What takes the last change back.
    pub(crate) fn pop_done(&mut self) -> Option<Change> {
        let change = self.done.pop_back()?;
        self.steps -= change.steps.len();
        Some(change)
    }

    /// Keeps what does a change again.
    pub(crate) fn push_undone(&mut self, change: Change) {
        self.undone.push(change);
    }

    /// What does the change again that was undone last.
    pub(crate) fn pop_undone(&mut self) -> Option<Change> {
        self.undone.pop()
    }

    /// What was changed and not taken back.
    pub(crate) fn totals(&self) -> Totals {
        let mut totals = self.settled.clone();
        for change in &self.done {
            totals.add(change);
        }
        totals
    }

    pub(crate) fn undo_label(&self, lang: Lang) -> Option<String> {
        self.done.back().map(|c| c.deed.say(c.count, lang))
    }

    pub(crate) fn redo_label(&self, lang: Lang) -> Option<String> {
        self.undone.last().map(|c| c.deed.say(c.count, lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(steps: u32, rule: Option<u8>) -> Change {
        let step = |row| Step::Cell(0, RowId(row), FieldKey::Remark, StoredCell::default());
        Change {
            deed: if rule.is_some() { Deed::Fix } else { Deed::Edit },
            count: steps as usize,
            steps: (0..steps).map(step).collect(),
            rules: rule.map(|rule| (RuleId(rule), steps)).into_iter().collect(),
        }
    }

    #[test]
    fn a_step_is_small() {
        assert!(size_of::<Step>() <= 24, "{}", size_of::<Step>());
    }

    #[test]
    fn the_oldest_go_first_and_still_count() {
        let mut history = History::default();
        for _ in 0..10 {
            history.push(edit(3, None));
        }
        history.push(edit(4, Some(1)));
        history.bound(10);
        assert_eq!((history.done.len(), history.steps), (3, 10));
        let totals = history.totals();
        assert_eq!((totals.edits, totals.fixes, totals.by_rule[&RuleId(1)]), (30, 4, 4));
        // However large it is, the last change can be taken back.
        history.bound(0);
        assert_eq!((history.done.len(), history.steps), (1, 4));
        assert!(history.pop_done().is_some() && history.pop_done().is_none());
        assert_eq!((history.totals().edits, history.totals().fixes), (30, 0));
    }
}
