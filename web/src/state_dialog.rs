//! What stands before everything else, and what it is about.

use std::rc::Rc;

use precheck_session::api::{DetailView, FixFilter, PastePlan, Request};

/// What stands before everything else.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// Proposals before they are applied.
    Fixes(FixFilter),
    /// A warning is confirmed with a reason.
    Ignore(Rc<DetailView>),
    /// What was changed, when and by whom.
    Log,
    /// Which columns are shown.
    Layout,
    /// A block before it is pasted over what stands there.
    Paste(Rc<Block>),
    /// A long text in a large editor.
    Long(Rc<LongText>),
    /// A text is looked for and replaced.
    Replace,
    /// Keys and what they do.
    Help,
    /// How the columns of the open tables were read.
    Columns,
    /// Whether the open batch is thrown away.
    Discard,
}

/// A block that waits to be pasted, and what it would change.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The request that pastes it.
    pub request: Request,
    /// What it would change.
    pub plan: PastePlan,
}

/// A cell in the large editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongText {
    /// Row id.
    pub row: u32,
    /// Row as the spreadsheet numbers it, or what an added one is called.
    pub number: String,
    /// Key of the field.
    pub field: String,
    /// What it is called.
    pub label: String,
    /// The cell's text, unmasked.
    pub before: String,
}
