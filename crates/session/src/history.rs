//! Undo and redo: every change is a list of steps that know their opposite.

use precheck_schema::table::StoredCell;
use precheck_schema::{FieldKey, Lang, RowId, Table};

use crate::api::SourceView;
use crate::job::{Confirmation, FindingKey, TableOrigin};

/// How many changes can be taken back.
const MOST_CHANGES: usize = 200;

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
    /// Sets or takes back a confirmation.
    Confirm(FindingKey, Option<Confirmation>),
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

/// A change: its steps in the order in which they are carried out.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) deed: Deed,
    /// How many cells, rows or findings the clerk would say it touched.
    pub(crate) count: usize,
    pub(crate) steps: Vec<Step>,
}

/// Changes that can be taken back, and changes that were.
#[derive(Debug, Default)]
pub(crate) struct History {
    pub(crate) done: Vec<Change>,
    pub(crate) undone: Vec<Change>,
}

impl History {
    /// Keeps what takes a change back. What was undone before can no longer be redone.
    pub(crate) fn push(&mut self, change: Change) {
        if self.done.len() == MOST_CHANGES {
            self.done.remove(0);
        }
        self.done.push(change);
        self.undone.clear();
    }

    pub(crate) fn undo_label(&self, lang: Lang) -> Option<String> {
        self.done.last().map(|c| c.deed.say(c.count, lang))
    }

    pub(crate) fn redo_label(&self, lang: Lang) -> Option<String> {
        self.undone.last().map(|c| c.deed.say(c.count, lang))
    }
}
