//! 权力清单: the matters that are an organisation's own.

use serde::{Deserialize, Serialize};

/// A matter of the list. In a file its name alone is enough.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Form", into = "Form")]
pub struct DutyItem {
    /// What it is called.
    pub name: String,
    /// Its code; empty where there is none.
    pub code: String,
    /// Ground of the power.
    pub basis: String,
    /// The least fine in yuan (rule A065).
    pub fine_from: u32,
    /// The highest fine in yuan; 0: the list says nothing about fines.
    pub fine_to: u32,
}

impl DutyItem {
    /// A matter of which only the name is known.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The band of fines in yuan, where the list has one.
    pub fn band(&self) -> Option<(u32, u32)> {
        (self.fine_to > 0).then_some((self.fine_from, self.fine_to))
    }
}

/// How a matter stands in a file.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Form {
    Name(String),
    Full(Full),
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Full {
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    code: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    basis: String,
    #[serde(default)]
    fine_from: u32,
    #[serde(default)]
    fine_to: u32,
}

impl From<Form> for DutyItem {
    fn from(form: Form) -> Self {
        match form {
            Form::Name(name) => Self::named(&name),
            Form::Full(Full { name, code, basis, fine_from, fine_to }) => {
                Self { name, code, basis, fine_from, fine_to }
            }
        }
    }
}

impl From<DutyItem> for Form {
    fn from(item: DutyItem) -> Self {
        let DutyItem { name, code, basis, fine_from, fine_to } = item;
        if code.is_empty() && basis.is_empty() && (fine_from, fine_to) == (0, 0) {
            return Self::Name(name);
        }
        Self::Full(Full { name, code, basis, fine_from, fine_to })
    }
}
