//! What a record is.
//!
//! One dictionary of fields ([`field`]), the eight record kinds as ordered lists of them ([`kind`]), the code
//! lists ([`codes`], [`region`], [`violations`], [`dishonest_lists`]), the values they hold ([`uscc`], [`registration_no`],
//! [`document_no`], [`date`], [`amount`]) and how a cell's text is normalised to them ([`normalize`], [`filler`]),
//! the slips of typing that this mends ([`typed`]), several lines on one ([`lines`]); the column store ([`grid`] as
//! read, [`table`] as understood); the working-day calendar, and the declarations of [`profile`] and
//! [`template`]. Nothing here knows files, the browser or the clock.

pub mod amount;
pub mod calendar;
pub mod codes;
pub mod date;
pub mod dishonest_lists;
pub mod document_no;
pub mod duty;
pub mod family;
pub mod field;
pub mod filler;
pub mod fold;
pub mod grid;
pub mod kind;
pub mod lines;
pub mod normalize;
pub mod pool;
pub mod profile;
pub mod region;
pub mod registration_no;
pub mod table;
pub mod template;
pub mod text;
pub mod typed;
pub mod uscc;
pub mod violations;

pub use field::{FieldKey, FieldType};
pub use kind::{Kind, KindField, Requirement};
pub use table::{RowId, Table};
pub use text::{Lang, Text};
