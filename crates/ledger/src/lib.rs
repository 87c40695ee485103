//! The ledger (台账): what left this device, when and in which file, what the platform answered, when each record is
//! due and until when it is published.
//!
//! Plain data and functions: no clock, no browser, no file system. Moments and the day come in as arguments.
//! A [`Book`] is a set of entries that only grow, so that the ledgers of two machines merge in any order and as
//! often as one likes.

mod backup;
mod book;
mod dossier;
pub mod dual;
mod entry;
mod facts;
mod list;
pub mod lists;
mod strip;
mod terms;

pub use backup::{BackupError, FORMAT, VERSION, from_json, to_json};
pub use book::{Book, Merged};
pub use dossier::{Dossier, Group};
pub use entry::{Answer, Entry, Export, Status};
pub use facts::{Confirmed, Facts, content_id, record_id};
pub use list::{Query, Reminder, Row, Scope};
pub use precheck_schema::date::{Date, LONG_TERM, iso};
pub use precheck_schema::{Kind, Lang, Text, calendar, profile};
pub use strip::{DAYS, DueDay, Strip};
pub use terms::{SOON, Terms, read_day, weekday};
