//! A052: no problem found, and a problem.

use precheck_schema::codes::CodeListId;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A052",
    slug: "result-exclusive",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::Only(&[Kind::Inspection]),
    fields: &[Selector::Field(FieldKey::Result)],
    title: Text::new("抽查结果互相矛盾", "Results contradict each other"),
    what: Text::new("“未发现问题”与另一项结果同时填写。", "未发现问题 stands together with another result."),
    why: Text::new(
        "未发现问题排斥其他结果，平台不允许同时选择。",
        "It excludes every other result; the platform does not take both.",
    ),
    how: Text::new("按检查记录保留其中一种。", "Keep the one that the inspection record has."),
    basis: &["plan-3-1-3"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Result, "未发现问题,发现问题已责令改正")]],
            Text::new("两项矛盾的结果", "Two results that contradict"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Result, "无法联系；无问题")]],
            Text::new("用别名写的矛盾结果", "The same with aliases"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::Result, "未发现问题；")]],
            Text::new("单独一项，末尾有分号", "One result with a trailing semicolon"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::Result, "发现问题已责令改正;未按规定公示应当公示的信息")]],
            Text::new("两项问题可以并存", "Two problems may stand together"),
        ),
    ]),
};

/// The value that means no problem, and one that means another result.
fn contradiction(value: &str) -> Option<(&str, &str)> {
    let list = CodeListId::InspectionResult.list();
    if list.find(value).is_some() {
        return None;
    }
    let values = list.split(value);
    let is_clean = |value: &&&str| list.find(value).is_some_and(|code| code.code == "1");
    Some((values.iter().find(is_clean)?, values.iter().find(|value| !is_clean(value))?))
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    Wrong::when(contradiction(cell.value).is_some())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (clean, other) = contradiction(hit.value()).unwrap_or_default();
    let other = quote(other);
    in_lang(
        lang,
        || format!("“{clean}”与“{other}”同时填写"),
        || format!("“{clean}” stands together with “{other}”"),
    )
}
