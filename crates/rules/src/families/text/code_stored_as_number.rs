//! A029: a code that the spreadsheet stored as a number, so that its last digits are lost.

use precheck_schema::grid::CellKind;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A029",
    slug: "code-stored-as-number",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[
        Selector::Field(FieldKey::Uscc),
        Selector::Field(FieldKey::RegistrationNo),
        Selector::Field(FieldKey::DocumentNo),
    ],
    title: Text::new("编号被存成数值", "Code stored as a number"),
    what: Text::new(
        "单元格是超过 15 位的数值，或写成了科学计数法，末几位已经丢失。",
        "The cell is a number of more than 15 digits or in scientific notation: its last digits are already lost.",
    ),
    why: Text::new(
        "电子表格的数值只保留 15 位有效数字，之后的数字变成 0，无法还原。",
        "Spreadsheets keep 15 digits of a number and turn the others into 0; they cannot be restored.",
    ),
    how: Text::new(
        "按营业执照或文书原件重新填写；先把该列设为文本格式，再录入。",
        "Type it anew from the licence or the document; set the column to text first.",
    ),
    basis: &["plan-5-2"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "1.50525E+17")]],
            Text::new("代码成了科学计数法", "The code became scientific notation"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, "911505250123456000")]],
            Text::new("18 位数值，末三位已成 0", "A number of 18 digits, the last three are 0 now"),
        )
        .cells(&[(FieldKey::Uscc, CellKind::LossyNumber)]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91150525MA0N8B4T47")]],
            Text::new("文本单元格里的 18 位代码", "18 characters in a text cell"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::RegistrationNo, "110108000000016")]],
            Text::new("15 位数值没有丢位", "15 digits are whole even as a number"),
        )
        .cells(&[(FieldKey::RegistrationNo, CellKind::Number)]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "911505250123456000")]],
            Text::new("纯数字的文本不是数值", "Plain digits in a text cell are no number"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let is_lossy = match cell.raw.tag.kind() {
        CellKind::LossyNumber => true,
        CellKind::Number => cell.value.bytes().filter(u8::is_ascii_digit).count() > 15,
        _ => false,
    };
    Wrong::when(is_lossy || is_scientific(cell.value))
}

/// 1.50525E+17 or 1.5E17: a point or a sign tells it from a code.
fn is_scientific(value: &str) -> bool {
    let Some((number, exponent)) = value.split_once(['E', 'e']) else { return false };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = exponent.trim_start_matches(['+', '-']);
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    !whole.is_empty()
        && (1..=3).contains(&digits.len())
        && all_digits(whole)
        && all_digits(part)
        && all_digits(digits)
        && (number.contains('.') || digits.len() < exponent.len())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let text = hit.raw().text.trim();
    in_lang(
        lang,
        || format!("“{text}”是数值，15 位以后的数字已经丢失，无法还原"),
        || format!("“{text}” is a number: what stood behind the 15th digit is lost and cannot be restored"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scientific_notation() {
        for value in ["1.50525E+17", "1.5E17", "9E+14", "1.5e-3", "1.E5"] {
            assert!(is_scientific(value), "{value}");
        }
        for value in [
            "91E17", "9E", "1.5E", "1.5E+", "1.5E1234", "1.5EXX", "A.5E17", "1.XE17", ".5E17", "E17", "1.5",
            "",
        ] {
            assert!(!is_scientific(value), "{value}");
        }
    }
}
