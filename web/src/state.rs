//! What the page shows: screen, filters, the current cell, dialogs. The records stay in the worker.

use std::rc::Rc;

use precheck_session::api::{
    Address, ChangedView, DetailView, FindingFilter, Manifest, Overview, Progress, RowFilter, RowSort,
    Settings, SettingsView,
};
use yew::prelude::*;

use crate::services::columns::{self, ColumnLayout, Layouts};
use crate::services::theme::Theme;
pub use crate::state_dialog::{Block, Dialog, LongText};
use crate::state_entry::{Entry, EntryAction};

/// Which screen is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    /// 载入.
    #[default]
    Load,
    /// 列对应.
    Map,
    /// 核对.
    Check,
    /// 导出.
    Export,
    /// 规则目录.
    Rules,
    /// 在线录入.
    Entry,
    /// 机构设置.
    Settings,
    /// 台账.
    Ledger,
    /// 名单核查.
    Lists,
    /// 双告知.
    Dual,
    /// 核对报告, as it is printed.
    Report,
}

/// What the worker is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Busy {
    /// Nothing that takes long.
    #[default]
    Idle,
    /// Reading files.
    Opening,
    /// Judging; rows are there.
    Judging,
}

/// A cell of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Row id.
    pub row: u32,
    /// Place of the row among those that the filter shows.
    pub position: usize,
    /// Key of the field.
    pub field: String,
}

/// How wide and high the page is, in steps (not media queries: a frame behaves like a page).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Value of `data-w`.
    pub width: &'static str,
    /// Value of `data-h`.
    pub height: &'static str,
    /// Whether hardly anything fits, as on a small screen at 200 %: the check scrolls as a whole then.
    pub low: bool,
}

impl Layout {
    /// The steps of a size in CSS pixels.
    pub fn of(width: f64, height: f64) -> Self {
        Self {
            width: match width {
                w if w < 1100.0 => "narrow",
                w if w < 1420.0 => "medium",
                w if w < 1700.0 => "wide",
                _ => "xl",
            },
            height: if height < 780.0 { "short" } else { "tall" },
            low: height < 520.0,
        }
    }

    /// Whether the problem panel stands below the grid.
    pub fn is_narrow(self) -> bool {
        self.width == "narrow"
    }
}

/// A line at the lower edge, for some seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// Whether 撤销 stands beside it.
    pub undo: bool,
    /// Tells one toast from the next.
    pub number: u32,
}

/// A place in the grid that is to be shown in the middle, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reveal {
    /// Place of the row.
    pub position: usize,
    /// Grows with each wish.
    pub number: u32,
    /// Whether the focus goes to the cell too.
    pub focus: bool,
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct AppState {
    /// The screen.
    pub screen: Screen,
    /// How it looks.
    pub theme: Theme,
    /// How large it is.
    pub layout: Layout,
    /// Settings of the job.
    pub settings: Rc<Settings>,
    /// Templates and kinds to choose from.
    pub choices: Rc<SettingsView>,
    /// The state of the job.
    pub overview: Rc<Overview>,
    /// What the worker is busy with.
    pub busy: Busy,
    /// How far it is.
    pub progress: Option<Rc<Progress>>,
    /// When judging ended, and how many ms reading and judging took.
    pub judged_at: Option<(String, f64)>,
    /// When reading began, in ms.
    pub began: f64,
    /// What is being read: name and bytes.
    pub opening: Rc<Vec<(AttrValue, u64)>>,
    /// Code of the rule that the rule book explains; empty: the first one.
    pub rule: AttrValue,
    /// The sheet whose columns are to be settled: index of the source, index of the sheet in it.
    pub mapping: Option<(usize, usize)>,
    /// Whether the line about remembered columns was read.
    pub layouts_seen: bool,
    /// The manifest of the batch that left last, of what is open.
    pub exported: Option<Rc<Manifest>>,
    /// Index of the table that is shown.
    pub table: usize,
    /// Only rows with findings.
    pub only_findings: bool,
    /// Only rows in which this text occurs.
    pub search: AttrValue,
    /// In which order rows stand; none: that of the sheet.
    pub sort: Option<RowSort>,
    /// Only rows with so many days left.
    pub days_left: Option<(i32, i32)>,
    /// Which findings are listed.
    pub findings: Rc<FindingFilter>,
    /// The current cell.
    pub cell: Option<Rc<Cell>>,
    /// A place to be shown.
    pub reveal: Reveal,
    /// The finding that is explained.
    pub detail: Option<Rc<DetailView>>,
    /// What stands before everything else.
    pub dialog: Option<Dialog>,
    /// A line at the lower edge.
    pub toast: Option<Toast>,
    /// How many such lines there were.
    pub toasts: u32,
    /// What is read out.
    pub live: AttrValue,
    /// Why the last file or step did not succeed.
    pub problem: Option<AttrValue>,
    /// Which columns of the kinds are shown.
    pub columns: Rc<Layouts>,
    /// Whether the summary is shown in full on a low screen.
    pub summary: bool,
    /// The form that is being filled in.
    pub entry: Rc<Entry>,
}

impl AppState {
    /// Before anything was opened.
    pub fn new(settings: Settings, theme: Theme) -> Self {
        Self {
            screen: Screen::Load,
            theme,
            layout: Layout::of(1366.0, 768.0),
            settings: Rc::new(settings),
            choices: Rc::default(),
            overview: Rc::default(),
            busy: Busy::Idle,
            progress: None,
            judged_at: None,
            began: 0.0,
            opening: Rc::default(),
            rule: AttrValue::default(),
            mapping: None,
            layouts_seen: false,
            exported: None,
            table: 0,
            only_findings: false,
            search: AttrValue::default(),
            sort: None,
            days_left: None,
            findings: Rc::default(),
            cell: None,
            reveal: Reveal::default(),
            detail: None,
            dialog: None,
            toast: None,
            toasts: 0,
            live: AttrValue::default(),
            problem: None,
            columns: Rc::default(),
            summary: false,
            entry: Rc::default(),
        }
    }

    /// When the page comes up: columns as they were left.
    pub fn first(settings: Settings, theme: Theme) -> Self {
        Self { columns: Rc::new(columns::kept()), ..Self::new(settings, theme) }
    }

    /// Whether there are tables.
    pub fn is_open(&self) -> bool {
        !self.overview.tables.is_empty()
    }

    /// Which rows the grid shows.
    pub fn row_filter(&self) -> RowFilter {
        RowFilter {
            only_findings: self.only_findings,
            findings: if self.only_findings {
                FindingFilter { table: None, ..(*self.findings).clone() }
            } else {
                FindingFilter::default()
            },
            search: self.search.to_string(),
            days_left: self.days_left,
            sort: self.sort.clone(),
        }
    }

    /// How the columns of the table that is shown are laid out.
    pub fn column_layout(&self) -> ColumnLayout {
        let kind = self.overview.tables.get(self.table).map(|table| &table.kind);
        kind.and_then(|kind| self.columns.get(kind)).cloned().unwrap_or_default()
    }

    /// The address of the finding that is explained.
    pub fn selected(&self) -> Option<&Address> {
        self.detail.as_ref().map(|detail| &detail.address)
    }

    /// Whether the explained finding is that of the current cell.
    pub fn detail_is_here(&self) -> bool {
        match (&self.detail, &self.cell) {
            (Some(detail), Some(cell)) => {
                detail.address.table == self.table
                    && detail.address.row == Some(cell.row)
                    && (detail.address.field == cell.field || detail.address.field.is_empty())
            }
            (Some(detail), None) => detail.address.row.is_none(),
            _ => false,
        }
    }
}

/// What changes what the page shows.
pub enum Action {
    /// Another screen.
    Show(Screen),
    /// The rule book at the rule with this code.
    Rule(AttrValue),
    /// Another look.
    Theme(Theme),
    /// Another size.
    Layout(Layout),
    /// Templates and kinds to choose from.
    Choices(Box<SettingsView>),
    /// Other settings, from now (ms) on.
    Settings(Settings, f64),
    /// Files (name and bytes) are being read, from now (ms) on.
    Opening(Vec<(AttrValue, u64)>, f64),
    /// A sheet whose columns are to be settled: index of the source, index of the sheet in it.
    Map(usize, usize),
    /// The line about remembered columns was read.
    LayoutsSeen,
    /// A batch left.
    Exported(Rc<Manifest>),
    /// Files were read.
    Opened(Box<Overview>),
    /// The worker is so far.
    Progress(Progress),
    /// Judging ended at this time of day, now (ms).
    Judged(Box<Overview>, String, f64),
    /// The job is in this state.
    Overview(Box<Overview>),
    /// Nothing came of opening, and why; what was open stays.
    Kept(AttrValue),
    /// Nothing is open any more.
    Closed,
    /// Something was changed.
    Changed(Box<ChangedView>),
    /// Another table.
    Table(usize),
    /// Only rows with findings, or all.
    OnlyFindings(bool),
    /// Only rows with this text.
    Search(AttrValue),
    /// Rows in another order.
    Sort(Option<RowSort>),
    /// Only rows with so many days left.
    DaysLeft(Option<(i32, i32)>),
    /// All rows again.
    AllRows,
    /// Which findings are listed.
    Findings(FindingFilter),
    /// The current cell; `reveal`: it is scrolled to the middle, and takes the focus if that says so.
    Cell(Option<Cell>, Option<bool>),
    /// The finding that is explained.
    Detail(Option<Box<DetailView>>),
    /// Opens or closes a dialog.
    Dialog(Option<Dialog>),
    /// Shows a line; with 撤销 beside it or without.
    Toast(String, bool),
    /// Takes the toast with this number away.
    ToastEnds(u32),
    /// Reads something out.
    Say(AttrValue),
    /// Says why something did not succeed.
    Problem(Option<AttrValue>),
    /// The columns of a kind in another layout.
    Columns(String, ColumnLayout),
    /// Shows the summary in full, or folded.
    Summary(bool),
    /// The form is another one.
    Entry(EntryAction),
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Show(screen) => {
                if screen != self.screen {
                    // What was said of the screen before is not about this one.
                    next.live = "".into();
                }
                next.screen = screen;
            }
            Action::Rule(code) => {
                next.screen = Screen::Rules;
                next.rule = code;
            }
            Action::Theme(theme) => next.theme = theme,
            Action::Layout(layout) => {
                if layout == self.layout {
                    return self;
                }
                next.layout = layout;
            }
            Action::Choices(choices) => next.choices = Rc::new(*choices),
            Action::Settings(settings, now) => {
                next.settings = Rc::new(settings);
                if next.is_open() {
                    next.busy = Busy::Judging;
                    next.began = now;
                }
            }
            Action::LayoutsSeen => next.layouts_seen = true,
            Action::Exported(manifest) => next.exported = Some(manifest),
            Action::Map(source, sheet) => next.mapping = Some((source, sheet)),
            Action::Opening(files, now) => {
                next.busy = Busy::Opening;
                next.screen = Screen::Load;
                next.opening = Rc::new(files);
                next.began = now;
                next.progress = None;
                next.judged_at = None;
                next.problem = None;
                next.dialog = None;
            }
            Action::Opened(overview) => {
                let judged = overview.judged;
                next = Self {
                    busy: if judged { Busy::Idle } else { Busy::Judging },
                    overview: Rc::new(*overview),
                    choices: self.choices.clone(),
                    settings: self.settings.clone(),
                    rule: self.rule.clone(),
                    began: self.began,
                    columns: self.columns.clone(),
                    summary: self.summary,
                    toasts: self.toasts,
                    layout: self.layout,
                    reveal: self.reveal,
                    entry: Rc::new(self.entry.without_rows()),
                    ..Self::new(Settings::default(), self.theme)
                };
            }
            Action::Progress(progress) => {
                if self.busy == Busy::Idle {
                    return self;
                }
                next.progress = Some(Rc::new(progress));
            }
            Action::Judged(overview, time, now) => {
                next.busy = Busy::Idle;
                next.progress = None;
                next.judged_at = Some((time, now - self.began));
                next.overview = Rc::new(*overview);
            }
            Action::Overview(overview) => {
                if overview.judged {
                    next.busy = Busy::Idle;
                    next.progress = None;
                }
                next.overview = Rc::new(*overview);
                next.table = next.table.min(next.overview.tables.len().saturating_sub(1));
            }
            Action::Kept(why) => {
                next.busy = Busy::Idle;
                next.progress = None;
                next.problem = Some(why);
            }
            Action::Closed => {
                next = Self {
                    choices: self.choices.clone(),
                    settings: self.settings.clone(),
                    rule: self.rule.clone(),
                    columns: self.columns.clone(),
                    summary: self.summary,
                    toasts: self.toasts,
                    layout: self.layout,
                    reveal: self.reveal,
                    entry: Rc::new(self.entry.without_rows()),
                    ..Self::new(Settings::default(), self.theme)
                };
            }
            Action::Changed(changed) => {
                next.busy = if changed.overview.judged { Busy::Idle } else { Busy::Judging };
                next.overview = Rc::new(changed.overview);
                // A table that was typed in may have gone with its last record.
                next.table = next.table.min(next.overview.tables.len().saturating_sub(1));
            }
            Action::Table(table) => {
                if table == self.table || table >= self.overview.tables.len() {
                    return self;
                }
                next.table = table;
                next.sort = None;
                next.cell = None;
                if self.findings.table.is_some() {
                    next.findings = Rc::new(FindingFilter { table: Some(table), ..(*self.findings).clone() });
                }
            }
            Action::OnlyFindings(only) => next.only_findings = only,
            Action::Search(search) => next.search = search,
            Action::Sort(sort) => next.sort = sort,
            Action::DaysLeft(days) => next.days_left = days,
            Action::AllRows => {
                next.only_findings = false;
                next.search = AttrValue::default();
                next.days_left = None;
            }
            Action::Findings(filter) => next.findings = Rc::new(filter),
            Action::Cell(cell, reveal) => {
                if let (Some(cell), Some(focus)) = (&cell, reveal) {
                    let number = self.reveal.number + 1;
                    next.reveal = Reveal { position: cell.position, number, focus };
                }
                next.cell = cell.map(Rc::new);
            }
            Action::Detail(detail) => next.detail = detail.map(|detail| Rc::new(*detail)),
            Action::Dialog(dialog) => next.dialog = dialog,
            Action::Toast(text, undo) => {
                next.toasts += 1;
                next.toast = Some(Toast { text, undo, number: next.toasts });
            }
            Action::ToastEnds(number) => {
                if self.toast.as_ref().is_none_or(|toast| toast.number != number) {
                    return self;
                }
                next.toast = None;
            }
            Action::Say(text) => next.live = text,
            Action::Problem(problem) => next.problem = problem,
            Action::Columns(kind, layout) => {
                let layouts = Rc::make_mut(&mut next.columns);
                layouts.insert(kind, layout);
                columns::keep(layouts);
            }
            Action::Summary(open) => next.summary = open,
            Action::Entry(action) => next.entry = Rc::new(self.entry.after(action)),
        }
        Rc::new(next)
    }
}
