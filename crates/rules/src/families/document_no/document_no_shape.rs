//! A041: a document number without year, serial number or 号.

use precheck_schema::document_no::{DocumentNo, read};

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A041",
    slug: "document-no-shape",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::LicenseGrant, Kind::Penalty, Kind::PenaltyChange]),
    fields: &[Selector::Field(FieldKey::DocumentNo)],
    title: Text::new("文号不完整", "Document number incomplete"),
    what: Text::new(
        "文号缺少括号里的四位年份、1 至 12 位的序号或末尾的“号”。",
        "The number lacks a year of four digits in brackets, a serial number of 1 to 12 digits, or the final 号.",
    ),
    why: Text::new(
        "平台凭文号找到同一份文书，不完整的文号对不上也查不到。",
        "The platform finds a document by its number; an incomplete one matches nothing.",
    ),
    how: Text::new(
        "按文书原件填写完整文号，如 奈(消)行罚决字〔2023〕第0007号。",
        "Type the whole number from the document, such as 奈(消)行罚决字〔2023〕第0007号.",
    ),
    basis: &["profile", "plan-3-1-2"],
    fix: FixKind::None,
    unless: &["code-stored-as-number", "spreadsheet-error-value", "garbled-text"],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈消行罚决字第12号")]],
            Text::new("没有年份", "No year"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "奈消安检许字〔2023〕第0012")]],
            Text::new("末尾没有“号”", "No final 号"),
        ),
        Example::fires(
            Kind::PenaltyChange,
            &[&[(FieldKey::DocumentNo, "奈(消)行罚决字〔23〕第0007号")]],
            Text::new("年份只有两位", "A year of two digits"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈消行罚决字〔2023〕第第0007号")]],
            Text::new("“第”写了两遍", "第 twice"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "上(消)行罚决字[2020]11000020号")]],
            Text::new("没有“第”的八位序号", "Eight digits without 第"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "顺(一)消行罚决字〔2023〕第100127号")]],
            Text::new("下属单位在括号里", "A sub-unit in brackets"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::DocumentNo, "奈消安检许字〔 2023 〕 第 0012 号")]],
            Text::new("多余的空格由 A022 提示", "Spaces are A022's business"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DocumentNo, "奈消行罚决字〔2023〕第0007-1号")]],
            Text::new("带分号的序号", "A serial number with a part"),
        ),
    ]),
};

/// What the number lacks.
#[derive(Clone, Copy)]
enum Lack {
    Year = 1,
    Serial,
    Hao,
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::with(lack(cell.value)? as u32)
}

fn lack(value: &str) -> Option<Lack> {
    let Some(number) = read(value) else { return Some(Lack::Year) };
    if number.serial.is_none() && !has_other_serial(&number) {
        return Some(Lack::Serial);
    }
    (!number.ends_in_hao).then_some(Lack::Hao)
}

/// A serial number of several parts (第0007-1号), or behind the kind word where the year stands first.
fn has_other_serial(number: &DocumentNo<'_>) -> bool {
    let body = number.suffix();
    let body = body.strip_suffix('号').unwrap_or(body);
    let body = match body.rsplit_once('字') {
        Some((_, after)) if number.prefix().is_empty() => after,
        _ => body,
    };
    let body = body.strip_prefix('第').unwrap_or(body);
    body.split(['-', '—', '之'])
        .all(|part| (1..=12).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (zh, en) = match hit.arg() {
        1 => ("缺少括号里的四位年份", "no year of four digits in brackets"),
        2 => ("缺少 1 至 12 位的序号", "no serial number of 1 to 12 digits"),
        _ => ("末尾缺少“号”", "no final 号"),
    };
    let value = quote(hit.raw().text.trim());
    in_lang(lang, || format!("“{value}”{zh}"), || format!("“{value}”: {en}"))
}
