//! What nearly every rule needs.

pub(crate) use precheck_schema::{FieldKey, Kind, Lang, Text};

pub(crate) use crate::context::{FieldCx, Hit};
pub(crate) use crate::example::{Example, Setting};
pub(crate) use crate::finding::{Dimension, Severity};
pub(crate) use crate::rule::{Check, Fix, FixKind, Kinds, Rule, Selector, Wrong};
pub(crate) use crate::sentence::{quote, say as in_lang};
