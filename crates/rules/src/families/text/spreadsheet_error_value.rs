//! A028: an error value of the spreadsheet.

use precheck_schema::grid::CellKind;

use crate::classes::Classes;
use crate::families::prelude::*;

/// What spreadsheets write where a formula has no result.
const ERRORS: [&str; 7] = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"];

pub(super) static RULE: Rule = Rule {
    code: "A028",
    slug: "spreadsheet-error-value",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Any],
    title: Text::new("电子表格错误值", "Error value of the spreadsheet"),
    what: Text::new(
        "单元格里是公式出错的标记，不是内容。",
        "The cell holds the mark of a broken formula, no content.",
    ),
    why: Text::new("错误值会原样进入平台并向社会公示。", "The platform would publish the mark as it stands."),
    how: Text::new(
        "回到原表修正公式，或直接填写实际内容。",
        "Mend the formula in the source, or type the content itself.",
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
            &[&[(FieldKey::Violation, "#REF!")]],
            Text::new("引用的单元格已删除", "The formula's source was deleted"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::EnterpriseName, "#N/A")]],
            Text::new("查找公式没有找到企业", "A look-up found no enterprise"),
        )
        .cells(&[(FieldKey::EnterpriseName, CellKind::Error)]),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Violation, "占用、堵塞、封闭疏散通道、安全出口")]],
            Text::new("正常内容", "Plain content"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::Content, "大沁他拉镇王府街1号楼#101商铺，准予投入使用、营业")]],
            Text::new("门牌里的 # 号", "A number sign in an address"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if cell.raw.tag.kind() == CellKind::Error {
        return Wrong::PLAIN;
    }
    if !cell.classes.any(Classes::SYMBOL) || !cell.value.contains('#') {
        return None;
    }
    Wrong::when(ERRORS.iter().any(|error| cell.value.contains(error)))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = hit.value();
    let error = ERRORS.into_iter().find(|error| value.contains(error)).unwrap_or("#");
    in_lang(lang, || format!("含电子表格错误值 {error}"), || format!("holds the spreadsheet error {error}"))
}
