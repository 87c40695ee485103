//! Whom a record is about, for comparing records of a batch.

use precheck_schema::FieldKey;
use precheck_schema::fold::fold_all;

use crate::context::RowCx;
use crate::families::identity::code::PLACEHOLDER;

/// The identifiers and the name of a record's subject, each empty where blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    /// 统一社会信用代码; the placeholder that stands for none counts as blank.
    pub(super) uscc: String,
    /// 注册号.
    pub(super) registration_no: String,
    /// Name with width, case and brackets folded.
    pub(super) name: String,
}

impl Subject {
    pub(super) fn of(row: &RowCx<'_>) -> Self {
        Self {
            uscc: uscc(row).to_owned(),
            registration_no: row.value(FieldKey::RegistrationNo).to_owned(),
            name: folded_name(row),
        }
    }

    /// Whether both are the same: by credit code, where either has none by registration number, where either has
    /// none of that by name.
    #[cfg(test)]
    pub(super) fn is_same(&self, other: &Self) -> bool {
        for (own, others) in [(&self.uscc, &other.uscc), (&self.registration_no, &other.registration_no)] {
            if !own.is_empty() && !others.is_empty() {
                return own == others;
            }
        }
        !self.name.is_empty() && self.name == other.name
    }

    /// Whether the records say that they are about two subjects: no identifier and no name in common, and at
    /// least one of them to compare.
    pub(super) fn is_another(&self, other: &Self) -> bool {
        let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
        let equal = |a: &str, b: &str| !a.is_empty() && a == b;
        !equal(&self.uscc, &other.uscc)
            && !equal(&self.registration_no, &other.registration_no)
            && !equal(&self.name, &other.name)
            && (differ(&self.uscc, &other.uscc) || differ(&self.name, &other.name))
    }
}

/// The credit code of a record, empty where blank or the placeholder that stands for none.
pub(super) fn uscc<'r>(row: &'r RowCx<'_>) -> &'r str {
    let code = row.value(FieldKey::Uscc);
    if code == PLACEHOLDER { "" } else { code }
}

/// The name of a record for comparisons: width, case, white space and the form of brackets folded.
pub(super) fn folded_name(row: &RowCx<'_>) -> String {
    let mut name = String::new();
    write_folded_name(row, &mut name);
    name
}

/// Appends [`folded_name`].
pub(super) fn write_folded_name(row: &RowCx<'_>, out: &mut String) {
    const OPENING: [char; 4] = ['[', '〔', '【', '〖'];
    const CLOSING: [char; 4] = [']', '〕', '】', '〗'];
    let name = fold_all(row.value(FieldKey::EnterpriseName));
    if name.contains(OPENING) || name.contains(CLOSING) {
        out.push_str(&name.replace(OPENING, "(").replace(CLOSING, ")"));
    } else {
        out.push_str(&name);
    }
}

/// For each value that another one stands before: its position and that of the first such other.
pub(super) fn name_earlier_other(values: impl Iterator<Item = String>, mut report: impl FnMut(usize, usize)) {
    // Of the first two distinct values at least one is another than any value.
    let mut first: Vec<(String, usize)> = Vec::new();
    for (position, value) in values.enumerate() {
        if let Some((_, other)) = first.iter().find(|(earlier, _)| *earlier != value) {
            report(position, *other);
        }
        if first.len() < 2 && first.iter().all(|(earlier, _)| *earlier != value) {
            first.push((value, position));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn another_subject_shares_nothing_and_differs_in_something() {
        let subject = |(uscc, registration_no, name): (&str, &str, &str)| Subject {
            uscc: uscc.to_owned(),
            registration_no: registration_no.to_owned(),
            name: name.to_owned(),
        };
        for (a, b, expected) in [
            (("X", "", "甲"), ("Y", "", "乙"), true),
            (("X", "", "甲"), ("X", "", "乙"), false),
            (("X", "", "甲"), ("Y", "", "甲"), false),
            (("X", "1", "甲"), ("Y", "1", "乙"), false),
            (("X", "1", "甲"), ("Y", "2", "乙"), true),
            (("", "", "甲"), ("", "", "乙"), true),
            (("X", "", ""), ("Y", "", ""), true),
            (("X", "", ""), ("", "", "甲"), false),
            (("X", "", "甲"), ("", "", ""), false),
            (("", "1", ""), ("", "2", ""), false),
        ] {
            let (one, other) = (subject(a), subject(b));
            assert_eq!((one.is_another(&other), other.is_another(&one)), (expected, expected), "{a:?} {b:?}");
        }
    }

    proptest! {
        #[test]
        fn the_first_other_value_is_named(values in prop::collection::vec("[甲乙丙]", 0..7)) {
            let mut named = Vec::new();
            name_earlier_other(values.iter().cloned(), |position, other| named.push((position, other)));
            let first_other = |at: usize| values[..at].iter().position(|earlier| *earlier != values[at]);
            let expected: Vec<_> =
                (0..values.len()).filter_map(|at| Some((at, first_other(at)?))).collect();
            prop_assert_eq!(named, expected);
        }
    }
}
