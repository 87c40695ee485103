//! P002: a mobile number in a text.

use super::numbers;
use crate::families::prelude::*;
use crate::privacy::NumberKind::Mobile;

pub(super) static RULE: Rule = Rule {
    code: "P002",
    slug: "mobile-number",
    dimension: Dimension::Privacy,
    severity: Severity::Warning,
    kinds: Kinds::All,
    fields: &[Selector::Text, Selector::Except(FieldKey::Handler)],
    title: Text::new("含手机号", "A mobile number"),
    what: Text::new(
        "文字中有手机号，夹有空格、横线、换行或用全角数字书写的同样识别。",
        "A mobile number stands in the text; spaces, dashes, line breaks and full-width digits are looked through.",
    ),
    why: Text::new(
        "个人的联系方式是个人信息，未经本人单独同意不得公开。",
        "A person's telephone number is personal information and is not published without separate consent.",
    ),
    how: Text::new(
        "删去，或只留前 3 位和后 4 位：138****1234；确为单位对外公布的电话的，核对后确认。",
        "Take it out or mask it: 138****1234; confirm if the body itself publishes it.",
    ),
    basis: &["pi-4", "pi-25", "zf-15"],
    fix: FixKind::Suggested,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: Some(suggest),
    examples: Example::kept(&[
        Example::fires(
            Kind::Penalty,
            &[&[(FieldKey::PenaltyContent, "罚款人民币伍仟元整，联系电话13847512345")]],
            Text::new("联系电话", "A telephone number"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::Remark, "负责人 138-4751-2345")]],
            Text::new("夹有横线", "With dashes"),
        ),
        Example::fires(
            Kind::Other,
            &[&[(FieldKey::Content, "列为消防安全重点单位，管理人+8613847512345")]],
            Text::new("带国家代码", "With the country code"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Handler, "张伟 13847512345")]],
            Text::new("承办人一栏不导出", "The handler's column does not leave"),
        ),
        Example::silent(
            Kind::Penalty,
            &[&[(FieldKey::Remark, "见上(消)行罚决字[2020]11000020号，咨询 0475-4213119")]],
            Text::new("文号和固定电话", "A document number and a landline"),
        ),
        Example::silent(
            Kind::Inspection,
            &[&[(FieldKey::TaskNo, "15052523001")]],
            Text::new("区划代码开头的抽查任务编号", "A task number that starts with the region"),
        ),
        Example::silent(
            Kind::Other,
            &[&[(FieldKey::Content, "档案号 20231384751234567，建筑面积 1380 平方米")]],
            Text::new("更长的编号", "A longer number"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    numbers::check(cell, Mobile)
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let (count, first) = numbers::count_and_first(hit, Mobile);
    in_lang(
        lang,
        || format!("含 {count} 个手机号（{first}，已遮蔽）"),
        || format!("has {count} mobile number(s) ({first}, masked here)"),
    )
}

fn suggest(hit: &Hit<'_, '_>) -> Option<Fix> {
    numbers::suggest(hit, Mobile)
}
