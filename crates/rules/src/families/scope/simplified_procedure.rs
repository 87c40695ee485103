//! S001: a penalty of the simplified procedure.

use precheck_schema::codes::CodeListId;

use crate::families::prelude::*;
use crate::sentence::quote;

pub(super) static RULE: Rule = Rule {
    code: "S001",
    slug: "simplified-procedure",
    dimension: Dimension::Scope,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::Penalty]),
    fields: &[Selector::Field(FieldKey::Procedure)],
    title: Text::new("简易程序不归集", "The simplified procedure is not gathered"),
    what: Text::new(
        "按简易程序（当场处罚）作出的处罚不在归集范围；快速办理属普通程序，应当归集。",
        "Penalties of the simplified procedure are not gathered; 快速办理 is ordinary procedure and is.",
    ),
    why: Text::new(
        "实施方案只归集按一般（普通）程序作出的行政处罚。",
        "The plan gathers penalties of the ordinary procedure only.",
    ),
    how: Text::new(
        "不导出，无需修改；程序填错的更正为普通程序。",
        "Leave it out; if the procedure is wrong, correct it to the ordinary one.",
    ),
    basis: &["plan-3-1-2", "xzcf-51", "xzcf-54", "xzcf-old-33"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Procedure, "简易程序")]],
            Text::new("简易程序", "The simplified procedure"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Procedure, "当场处罚")]],
            Text::new("当场处罚", "On-the-spot penalty"),
        ),
        Example::silent(Kind::Penalty, &[&[]], Text::new("普通程序", "The ordinary procedure")),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Procedure, "快速办理")]],
            Text::new("快速办理属普通程序", "快速办理 is ordinary procedure"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Procedure, "")]],
            Text::new("没有填写", "Nothing entered"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if matches!(cell.value, "普通程序" | "一般程序") {
        return None;
    }
    let simplified = if let Some(code) = CodeListId::Procedure.list().find(cell.value) {
        code.label == "简易程序"
    } else {
        let named = cell.value.contains("简易") || cell.value.contains("当场处罚");
        named && !["普通", "一般", "非", "不"].iter().any(|word| cell.value.contains(word))
    };
    Wrong::when(simplified)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = quote(hit.value());
    in_lang(lang, || format!("{value}，不在归集范围"), || format!("{value} is not to be gathered"))
}
