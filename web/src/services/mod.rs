//! What the page needs of the browser and of its worker.

pub mod change;
pub mod clock;
pub mod columns;
pub mod drafts;
pub mod engine;
pub mod fault;
pub mod files;
pub mod lang;
pub mod layouts;
pub mod ledger;
pub mod lists;
pub mod log;
pub mod place;
pub mod profile;
pub mod protocol;
pub mod route;
pub mod runtime;
pub mod shortcuts;
pub mod store;
pub mod terms;
pub mod theme;
pub mod vault;
