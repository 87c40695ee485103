//! Lists, judgements and the last check, as they are kept on this computer.

use precheck_ledger::lists::{Judgement, Loaded};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

use super::store::{self, Result, Shelf};

/// Key of the last check.
const ASKED: &str = "asked";

/// What was checked last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The enterprises as they were typed.
    pub text: String,
    /// When, `yyyy-MM-dd HH:mm`; empty: not yet.
    pub at: String,
}

/// What is kept.
#[derive(Debug, Default)]
pub struct Kept {
    /// Lists.
    pub loaded: Vec<Loaded>,
    /// Judgements of a person.
    pub judgements: Vec<Judgement>,
    /// The last check.
    pub asked: Asked,
}

thread_local! {
    /// What is being typed: it stays while other screens are shown.
    static TYPED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What was typed on the screen before it was left.
pub fn typed() -> String {
    TYPED.with_borrow(Clone::clone)
}

/// Remembers what is typed.
pub fn type_in(text: &str) {
    TYPED.with_borrow_mut(|typed| text.clone_into(typed));
}

/// Reads what is kept.
pub async fn read() -> Result<Kept> {
    let values = |all: Vec<(String, Loaded)>| all.into_iter().map(|(_, list)| list).collect();
    let loaded = values(store::range(Shelf::Lists, "list-").await?);
    let judgements = store::range(Shelf::Lists, "judged-").await?.into_iter().map(|(_, one)| one).collect();
    let asked = store::get(Shelf::Lists, ASKED).await?.unwrap_or_default();
    Ok(Kept { loaded, judgements, asked })
}

/// Keeps a list, in place of the one before.
pub async fn keep_list(list: &Loaded) -> Result<()> {
    store::put(Shelf::Lists, &list.key(), list).await
}

/// Keeps a judgement.
pub async fn keep_judgement(judgement: &Judgement) -> Result<()> {
    store::put(Shelf::Lists, &judgement.key(), judgement).await
}

/// Keeps the last check.
pub async fn keep_asked(asked: &Asked) -> Result<()> {
    store::put(Shelf::Lists, ASKED, asked).await
}

/// A list or a judgement is kept no longer.
pub async fn forget(key: &str) -> Result<()> {
    store::delete(Shelf::Lists, key).await
}
