//! A022: white space where none may stand.

use precheck_schema::fold::is_space;
use precheck_schema::typed::{Mark, marks, without};

use crate::classes::Classes;
use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A022",
    slug: "stray-space",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Any],
    title: Text::new("多余的空格", "Stray white space"),
    what: Text::new(
        "首尾有空格、制表符或换行，或者企业名称、代码、日期、金额、文号中间有空格。",
        "White space at the ends, or inside a name, code, date, amount or document number.",
    ),
    why: Text::new(
        "平台逐字比较名称和代码，多一个空格就找不到企业。",
        "The platform compares names and codes as they stand; one more space and it finds no enterprise.",
    ),
    how: Text::new("删除多余的空格；内容不变。", "Remove it; the content stays the same."),
    basis: &["plan-5-2"],
    fix: FixKind::Safe,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: Some(|hit| Some(fix(hit))),
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::EnterpriseName, "奈曼旗 沙海明珠大酒店有限公司　")]],
            Text::new("名称中间和末尾的空格", "Spaces inside and behind a name"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整 ")]],
            Text::new("内容末尾的空格", "A space behind a text"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Uscc, "91150525 MA0N8B4T47")]],
            Text::new("信用代码中间的空格", "A space inside the credit code"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Remark, "\t复查合格\n")]],
            Text::new("首尾的制表符和换行", "A tab and a line break at the ends"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::Content, "大沁他拉镇王府街 1 号地上一至三层，准予投入使用、营业")]],
            Text::new("正文里数字两边的空格", "Spaces around a number in text"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::EnterpriseName, "奈曼旗 KTV Star 娱乐有限公司")]],
            Text::new("外文名称旁边的空格", "Spaces beside foreign words"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::DecisionDate, "2023-06-16 08:30:00")]],
            Text::new("日期与时间之间的空格", "The space between date and time"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if !cell.classes.any(Classes::SPACE) {
        return None;
    }
    let text = cell.raw.text;
    let inner = cell.key == FieldKey::EnterpriseName || cell.key.ty().is_compact();
    if !inner && !cell.classes.any(Classes::INVISIBLE) {
        return Wrong::when(text.starts_with(is_space) || text.ends_with(is_space));
    }
    Wrong::when(marks(cell.key, text).iter().any(|(_, mark)| *mark == Mark::Stray))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let marks = marks(hit.field(), hit.raw().text);
    let count = marks.iter().filter(|(_, mark)| *mark == Mark::Stray).count();
    let is_seen = |mark: Mark| matches!(mark, Mark::Plain | Mark::NoBreak);
    let before = marks.iter().take_while(|(_, mark)| !is_seen(*mark)).any(|(_, mark)| *mark == Mark::Stray);
    let after =
        marks.iter().rev().take_while(|(_, mark)| !is_seen(*mark)).any(|(_, mark)| *mark == Mark::Stray);
    let (zh, en) = match (before, after) {
        (true, true) => ("首尾", "at both ends"),
        (true, false) => ("开头", "at the start"),
        (false, true) => ("末尾", "at the end"),
        (false, false) => ("中间", "inside"),
    };
    in_lang(
        lang,
        || format!("{zh}有多余的空白字符，共 {count} 个"),
        || format!("stray white space {en}, {count} in all"),
    )
}

fn fix(hit: &Hit<'_, '_>) -> Fix {
    Fix::one(hit.field(), without(&marks(hit.field(), hit.raw().text), Mark::Stray))
}
