//! What the engine answers.

use serde::{Deserialize, Serialize};

use super::SettingsView;

/// What the engine answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Response {
    /// The state of the job.
    Overview(Box<super::Overview>),
    /// Rows of a table.
    Rows(super::RowsView),
    /// A position; none where the row does not pass the filter.
    Position {
        /// Counted from 0.
        position: Option<usize>,
    },
    /// Findings by rule.
    Groups(super::GroupsView),
    /// Single findings.
    Items(super::ItemsView),
    /// One finding.
    Detail(Box<super::DetailView>),
    /// A text.
    Text {
        /// The text.
        text: String,
    },
    /// Something changed.
    Changed(Box<super::ChangedView>),
    /// What a paste would change.
    PastePlan(Box<super::PastePlan>),
    /// A cell that holds a text.
    Found(super::FoundView),
    /// A part of the change log.
    ChangeLog(super::ChangeLogView),
    /// Proposals.
    Fixes(super::FixesView),
    /// What would leave.
    Plan(Box<super::PlanView>),
    /// Files were made; their bytes travel beside the answer, in the same order.
    Files {
        /// Names and counts.
        files: Vec<super::FileView>,
    },
    /// Key facts of records.
    Facts {
        /// The records.
        records: Vec<super::Facts>,
    },
    /// What a platform's words mean.
    Platform(super::PlatformView),
    /// A batch left.
    Delivered(Box<super::DeliveredView>),
    /// Files were compared with their manifest.
    Verified(Box<super::VerifiedView>),
    /// A file was read as plain tables.
    Tables {
        /// Its sheets that show something.
        sheets: Vec<super::PlainSheet>,
    },
    /// A template was made or read.
    OwnTemplate(Box<super::OwnTemplateView>),
    /// Choices for settings.
    Settings(Box<SettingsView>),
    /// The rule book.
    Rules(Box<super::RuleBook>),
    /// A form.
    Form(Box<super::FormView>),
    /// What is said of a form.
    Entry(Box<super::EntryView>),
    /// A month.
    Month(super::MonthView),
    /// There is nothing to answer with.
    Nothing,
    /// The request could not be carried out; nothing changed.
    Problem(super::ProblemView),
}
