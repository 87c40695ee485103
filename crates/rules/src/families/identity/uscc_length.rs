//! A001: not 18 characters.

use precheck_schema::{registration_no, uscc};

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A001",
    slug: "uscc-length",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Field(FieldKey::Uscc)],
    title: Text::new("信用代码位数不对", "Credit code of wrong length"),
    what: Text::new(
        "统一社会信用代码不是 18 位：少位、多位，或者填的是注册号、组织机构代码、税号。",
        "The code has not 18 characters: some are missing or too many, or it is another number.",
    ),
    why: Text::new(
        "代码固定为 18 位，位数不对的记录在平台上找不到企业。",
        "The code always has 18 characters; with another length the platform finds no enterprise.",
    ),
    how: Text::new(
        "对照营业执照补全；15 位注册号移到“注册号”列。",
        "Complete it from the business licence; move a 15-digit registration number to its own column.",
    ),
    basis: &["gb32100"],
    fix: FixKind::Suggested,
    unless: &["code-stored-as-number", "spreadsheet-error-value", "garbled-text", "uscc-dummy"],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91150525MA0N8B4T4")]],
            Text::new("少 1 位", "One character is missing"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Uscc, "150525000001234")]],
            Text::new("15 位注册号填在代码列", "A registration number in the column of the code"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91150525MA0N8B4")]],
            Text::new("只有前 15 位", "Only the first 15 characters"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Uscc, "MA0N8B4T-4")]],
            Text::new("只填了组织机构代码", "Only the organisation code"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("18 位", "18 characters")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "#N/A")]],
            Text::new("电子表格错误值由 A028 报告", "A spreadsheet error is A028's business"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, " 91150525 MA0N8B4T47\u{200B}")]],
            Text::new("去掉空格后为 18 位", "18 characters once spaces are dropped"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "无"), (FieldKey::RegistrationNo, "150525000001234")]],
            Text::new("填“无”等于空白", "A filler counts as blank"),
        ),
    ]),
};

/// What a value of another length looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Registration,
    Organisation,
    Tax15,
    Tax20,
    Masked,
    Other,
}

fn look(value: &str) -> Look {
    let plain: String = value.chars().filter(|&c| c != '-').collect();
    let is_code = plain.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    match plain.len() {
        15 if registration_no::check_holds(value) => Look::Registration,
        15 if is_code && is_organisation(&plain.as_bytes()[6..]) => Look::Tax15,
        9 if is_code && is_organisation(plain.as_bytes()) => Look::Organisation,
        20 if is_code => Look::Tax20,
        _ if value.contains('*') => Look::Masked,
        _ => Look::Other,
    }
}

fn is_organisation(code: &[u8]) -> bool {
    uscc::organisation_check(code) == code.get(8).copied()
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let count = cell.value.chars().count();
    if count == 18 { None } else { Wrong::with(count as u32) }
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let count = hit.arg();
    let (zh, en) = match look(hit.value()) {
        Look::Registration => {
            ("，像是 15 位注册号".to_owned(), ": it looks like a registration number".to_owned())
        }
        Look::Organisation => {
            ("，像是 9 位组织机构代码".to_owned(), ": it looks like a bare organisation code".to_owned())
        }
        Look::Tax15 => {
            ("，像是 15 位纳税人识别号".to_owned(), ": it looks like an old tax number".to_owned())
        }
        Look::Tax20 => {
            ("，像是 20 位纳税人识别号".to_owned(), ": it looks like a tax number of 20".to_owned())
        }
        Look::Masked => ("，且含遮蔽用的 *".to_owned(), ", and some are masked by *".to_owned()),
        Look::Other if count < 18 => (format!("，少 {} 位", 18 - count), format!(", {} too few", 18 - count)),
        Look::Other => (format!("，多 {} 位", count - 18), format!(", {} too many", count - 18)),
    };
    in_lang(
        lang,
        || format!("为 {count} 位，应为 18 位{zh}"),
        || format!("{count} characters instead of 18{en}"),
    )
}

/// Moves a registration number to its own column where that is blank or holds the same number.
fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    let value = hit.value();
    let own = hit.row.value(FieldKey::RegistrationNo);
    let free = own.is_empty() || own == value;
    (look(value) == Look::Registration && free).then(|| Fix {
        changes: vec![(FieldKey::RegistrationNo, value.to_owned()), (FieldKey::Uscc, String::new())],
    })
}
