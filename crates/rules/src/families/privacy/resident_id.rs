//! P001: a resident id in a text.

use super::numbers;
use crate::families::prelude::*;
use crate::privacy::NumberKind::ResidentId;

pub(super) static RULE: Rule = Rule {
    code: "P001",
    slug: "resident-id",
    dimension: Dimension::Privacy,
    severity: Severity::Error,
    kinds: Kinds::All,
    fields: &[Selector::Text],
    title: Text::new("含居民身份证号", "A resident id"),
    what: Text::new(
        "文字中有居民身份证号，夹有空格、横线、换行或用全角数字书写的同样识别。",
        "A resident id stands in the text; spaces, dashes, line breaks and full-width digits are looked through.",
    ),
    why: Text::new(
        "未经本人单独同意不得公开个人信息，公示后难以收回。",
        "Personal information is not published without separate consent, and cannot be taken back.",
    ),
    how: Text::new(
        "删去，或只留前 6 位和后 4 位：150525********1234。",
        "Take it out, or keep the first six and last four: 150525********1234.",
    ),
    basis: &["pi-4", "pi-25", "zf-15", "plan-4-1-2"],
    fix: FixKind::Suggested,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整，法定代表人身份证号152326196504245143")]],
            Text::new("18 位，校验位相符", "18 digits, the check digit holds"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Content, "消防安全管理人张某（身份证：１５２３２６ １９６５０４２４ ５１４３）")]],
            Text::new("全角数字，夹有空格", "Full-width digits with spaces"),
        ),
        Example::fires(
            Kind::Blacklist,
            &[&[(FieldKey::ListedReason, "责任人李某，身份证号码152326650424514，逾期不改正")]],
            Text::new("15 位旧号", "An old one of 15 digits"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Remark, "经办人 11010519491231002X")]],
            Text::new("末位为 X", "Ending in X"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整，身份证号152326********5143")]],
            Text::new("已遮蔽", "Masked"),
        ),
        Example::silent(
            Kind::Other,
            &[&[(FieldKey::Content, "该企业统一社会信用代码911101198508122089，注册号150525600001230")]],
            Text::new("企业的代码和注册号", "Code and registration number of an enterprise"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "立案编号150525202306160010")]],
            Text::new("区划加日期的编号", "The number of a case: region, date, serial"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    numbers::check(cell, ResidentId)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (count, first) = numbers::count_and_first(hit, ResidentId);
    in_lang(
        lang,
        || format!("含 {count} 个居民身份证号（{first}，已遮蔽）"),
        || format!("has {count} resident id(s) ({first}, masked here)"),
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    numbers::suggest(hit, ResidentId)
}
