//! P006: an e-mail address in a text.

use crate::classes::Classes;
use crate::families::prelude::*;
use crate::visible::visible;

pub(super) static RULE: Rule = Rule {
    code: "P006",
    slug: "email",
    dimension: Dimension::Privacy,
    severity: Severity::Info,
    kinds: Kinds::All,
    fields: &[Selector::Text],
    title: Text::new("含电子邮箱", "An e-mail address"),
    what: Text::new("文字中有电子邮箱地址。", "An e-mail address stands in the text."),
    why: Text::new(
        "个人邮箱是个人信息，通常没有公示的必要。",
        "A personal address is personal information, and mostly need not be published.",
    ),
    how: Text::new(
        "与公示内容无关的删去；单位对外公布的可以保留。",
        "Take it out unless the body itself publishes it.",
    ),
    basis: &["pi-4", "pi-25", "zf-15"],
    fix: FixKind::None,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: None,
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "材料发至 zhangwei88@163.com")]],
            Text::new("个人邮箱", "A personal address"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Content, "联系邮箱：li.na＠example.com.cn")]],
            Text::new("全角 ＠", "With a full-width ＠"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "微信@奈曼消防")]],
            Text::new("不是邮箱", "No e-mail address"),
        ),
        Example::silent(Kind::Other, &[&[]], Text::new("没有邮箱", "None")),
    ]),
};

/// The domain of the first e-mail address of a text.
fn domain(text: &str) -> Option<String> {
    let text = visible(text);
    let char_at = |at: usize| text[at].folded;
    let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    let of_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    for at in (1..text.len()).filter(|&at| char_at(at) == '@') {
        let domain: String = (at + 1..text.len()).map(char_at).take_while(|&c| of_domain(c)).collect();
        let domain = domain.trim_end_matches(['.', '-']);
        let has_local = local(char_at(at - 1)) && char_at(at - 1) != '.';
        let labels: Vec<&str> = domain.split('.').collect();
        let top =
            labels.last().is_some_and(|top| top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic()));
        if has_local && top && labels.len() >= 2 && labels.iter().all(|label| !label.is_empty()) {
            return Some(domain.to_owned());
        }
    }
    None
}

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if !cell.classes.any(Classes::SYMBOL) || !cell.value.contains(['@', '＠']) {
        return None;
    }
    Wrong::when(domain(cell.value).is_some())
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let domain = domain(hit.value()).unwrap_or_default();
    in_lang(
        lang,
        || format!("含电子邮箱（***@{domain}，已遮蔽）"),
        || format!("has an e-mail address (***@{domain}, masked here)"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        for (text, expected) in [
            ("zhangwei88@163.com", Some("163.com")),
            ("材料发至a@mail.example.com.cn。", Some("mail.example.com.cn")),
            ("见a@163.com.", Some("163.com")),
            ("@某人，b_1@qq.com", Some("qq.com")),
            ("微信@163.com", None),
            ("a.@163.com", None),
            ("a@localhost", None),
            ("a@b.c", None),
            ("a@1.23", None),
            ("a@163.c0m", None),
            ("a@.com", None),
            ("a@b..com", None),
            ("a@", None),
            ("@163.com", None),
        ] {
            assert_eq!(domain(text).as_deref(), expected, "{text}");
        }
    }
}
