//! P003: a bank card or account number in a text.

use super::numbers;
use crate::families::prelude::*;
use crate::privacy::NumberKind::BankCard;

pub(super) static RULE: Rule = Rule {
    code: "P003",
    slug: "bank-card",
    dimension: Dimension::Privacy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Text],
    title: Text::new("含银行账号", "A bank account number"),
    what: Text::new(
        "文字中有银行卡号或账号，夹有空格、横线、换行或用全角数字书写的同样识别。",
        "A card or account number stands in the text; spaces, dashes and full-width digits are looked through.",
    ),
    why: Text::new(
        "个人金融账户是敏感个人信息，企业账号属商业秘密，都不应公示。",
        "A person's account is sensitive information, an enterprise's a business secret: neither is published.",
    ),
    how: Text::new("删去，或只留前 4 位和后 4 位。", "Take it out, or keep the first and last four digits."),
    basis: &["pi-28", "gs-3"],
    fix: FixKind::Suggested,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整，缴至账号6222021234567890128")]],
            Text::new("银联卡号", "A UnionPay card"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Content, "退费卡号 4111 1111 1111 1111")]],
            Text::new("四位一组", "In groups of four"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "缴款码6222021234567890129")]],
            Text::new("校验位不符，不是卡号", "The check digit fails: no card"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整，缴至账号6222***********0128")]],
            Text::new("已遮蔽", "Masked"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    numbers::check(cell, BankCard)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (count, first) = numbers::count_and_first(hit, BankCard);
    in_lang(
        lang,
        || format!("含 {count} 个银行账号（{first}，已遮蔽）"),
        || format!("has {count} bank account number(s) ({first}, masked here)"),
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    numbers::suggest(hit, BankCard)
}
