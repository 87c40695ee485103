//! A036: a word for no end where a date should stand.

use precheck_schema::date::{LONG_TERM, LONG_TERM_WORDS};
use precheck_schema::fold::fold_all;
use precheck_schema::normalize::clean;

use crate::families::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "A036",
    slug: "long-term-word",
    dimension: Dimension::Accuracy,
    severity: Severity::Warning,
    kinds: Kinds::Only(&[Kind::LicenseGrant]),
    fields: &[Selector::Field(FieldKey::ValidTo)],
    title: Text::new("长期有效用文字表示", "No end in words"),
    what: Text::new(
        "有效期止写了“长期”一类的文字，没有写日期。",
        "The end of validity is a word such as 长期 and no date.",
    ),
    why: Text::new(
        "平台的日期列只认日期，长期有效有约定的日期值。",
        "The platform takes dates only and has a date that means no end.",
    ),
    how: Text::new(
        "改为 9999-09-09；导出时按各模板写成它的长期值。",
        "Write 9999-09-09; each template writes its own long-term value.",
    ),
    basis: &["template"],
    fix: FixKind::Safe,
    unless: &[],
    check: Check::Field(check),
    say,
    suggest: Some(|hit| Some(fix(hit))),
    examples: Example::kept(&[
        Example::fires(Kind::LicenseGrant, &[&[(FieldKey::ValidTo, "长期")]], Text::new("写“长期”", "长期")),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "无固定期限")]],
            Text::new("写“无固定期限”", "无固定期限"),
        ),
        Example::fires(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "\u{180E}长期")]],
            Text::new("词前有看不见的字符", "An invisible character before the word"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "9999-09-09")]],
            Text::new("已写长期值", "The long-term value"),
        ),
        Example::silent(
            Kind::LicenseGrant,
            &[&[(FieldKey::ValidTo, "2099-12-31")]],
            Text::new("另一种长期值", "The other long-term value"),
        ),
    ]),
};

fn check(cell: &FieldCx<'_, '_>) -> Option<Wrong> {
    if cell.value != LONG_TERM || cell.raw.text == LONG_TERM {
        return None;
    }
    // Characters that rule A020 drops may stand beside the word.
    Wrong::when(LONG_TERM_WORDS.contains(&&*fold_all(&clean(cell.raw.text))))
}

fn say(hit: &Hit<'_, '_>, lang: Lang) -> String {
    let word = hit.raw().text.trim();
    in_lang(
        lang,
        || format!("“{word}”应写作长期值 {LONG_TERM}"),
        || format!("“{word}” should be the long-term value {LONG_TERM}"),
    )
}

fn fix(hit: &Hit<'_, '_>) -> Fix {
    Fix::one(hit.field(), LONG_TERM)
}
