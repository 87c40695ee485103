//! A050: a word that the code list does not have.

use precheck_schema::codes::CodeList;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A050",
    slug: "code-not-in-list",
    dimension: Dimension::Accuracy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Code],
    title: Text::new("不在代码表里", "Not in the code list"),
    what: Text::new(
        "填写的词不在该字段的代码表里，也不是公认的别名。",
        "The word is neither in the field's code list nor an accepted alias.",
    ),
    why: Text::new(
        "平台只认代码表里的词，别的词导入后变为空或整行退回。",
        "The platform takes the words of the list only; others become blank or the record is rejected.",
    ),
    how: Text::new("从代码表中选择意思相同的一项。", "Choose the entry of the list that means the same."),
    basis: &["template"],
    fix: FixKind::Suggested,
    unless: &["spreadsheet-error-value", "garbled-text", "result-exclusive"],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Status, "有效期内")]],
            Text::new("状态写“有效期内”", "有效期内 instead of 有效"),
        ),
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyType, "罚款,没收非法财务")]],
            Text::new("多项中的一项写错", "One of several is misspelt"),
        ),
        Example::fires(
            Kind::Inspection,
            &[&[(FieldKey::Result, "合格")]],
            Text::new("没有相近的词，不给建议", "Nothing is near, no proposal"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyType, "警告、没收违法所得、没收非法财物；罚款;")]],
            Text::new("别名本身含顿号，末尾有分号", "An alias that holds a separator, and a trailing one"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::Result, "通过登记的住所（经营场所）无法联系")]],
            Text::new("全角括号", "Full-width brackets"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::Status, "1")]],
            Text::new("平台的代码", "The platform's code"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    let list = cell.key.ty().code_list()?.list();
    if list.codes.iter().any(|code| code.label == cell.value) || list.find(cell.value).is_some() {
        return None;
    }
    let values = list.split(cell.value);
    Wrong::when(values.is_empty() || values.iter().any(|value| list.find(value).is_none()))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let value = hit.value();
    let strange = hit.field().ty().code_list().and_then(|id| {
        let list = id.list();
        list.split(value).into_iter().find(|value| list.find(value).is_none())
    });
    let strange = quote(strange.unwrap_or(value));
    in_lang(lang, || format!("“{strange}”不在代码表里"), || format!("“{strange}” is not in the code list"))
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    let list = hit.field().ty().code_list()?.list();
    Some(Fix::one(hit.field(), nearest(list, hit.value())?))
}

/// The value with the nearest entry for each word that is none. An entry that itself holds a separator is
/// looked for in the whole value; none where some word has no near entry.
fn nearest(list: &CodeList, value: &str) -> Option<String> {
    let mut words = Vec::new();
    for word in list.split(value) {
        let known = if list.find(word).is_some() { Some(word) } else { list.nearest(word).map(|c| c.label) };
        let Some(known) = known else { return list.nearest(value).map(|code| code.label.to_owned()) };
        if !words.contains(&known) {
            words.push(known);
        }
    }
    (!words.is_empty()).then(|| words.join(","))
}

#[cfg(test)]
mod tests {
    use precheck_schema::codes::CodeListId;

    use super::*;

    #[test]
    fn every_word_gets_its_own_entry() {
        let types = CodeListId::PenaltyType.list();
        assert_eq!(nearest(types, "罚款,没收非法财务").as_deref(), Some("罚款,没收违法所得和非法财物"));
        assert_eq!(nearest(types, "罚款,通报"), Some("罚款,法律、法规规定的其他行政处罚方式".to_owned()));
        assert_eq!(nearest(types, "罚款,驱逐出境"), None);
        let results = CodeListId::InspectionResult.list();
        let near = nearest(results, "公示信息隐瞒真实情况、弄虚做假");
        assert_eq!(near.as_deref(), Some("公示信息隐瞒真实情况、弄虚作假"));
        assert_eq!(nearest(results, "合格"), None);
    }
}
